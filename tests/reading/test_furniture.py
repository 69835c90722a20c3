from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reading import captions, furniture


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("We use cookies to keep this site reliable.", "cookie notice"),
        ("© 2025 Osk Press. All rights reserved.", "copyright line"),
        ("Get the Bell in your inbox on Fridays.", "newsletter prompt"),
        ("Story continues below advertisement", "advertisement"),
        ("Read more: Who built the pier?", "pointer to other articles"),
        ("DON'T MISS Nine knots that hold", "pointer to other articles"),
        ("Log in to see 6 comments", "prompt to the reader"),
        ("View comments (57)", "comments"),
        ("Share  Save  Print", "share bar"),
        ("Tags: ferry, Osk", "tag list"),
        ("#ferry #osk", "tag list"),
        ("Four-minute read", "reading time"),
        ("11:20 a.m.", "time stamp"),
        ("3 hours ago", "time stamp"),
        ("Skip to content", "control"),
        ("[1/3] Open slideshow", "control"),
    ],
)
def test_furniture_is_known_by_its_words(line: str, rule: str) -> None:
    assert furniture.reason(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by a third on Monday, the board said.",
        "Related companies were searched as well, the prosecutor said.",
        "Copyright law does not protect recipes, the judge said.",
        "More than 300 people stood on the pier and waved.",
        "Follow the money, she said, and you will find the boat.",
        "Close to a hundred boats were lost in the storm that night.",
        "Live animals were found in the hold, the officer said.",
        "Comments by the minister made things worse, he said.",
        '"Sign here," the captain said, and he signed.',
        "By Monday, 40 homes were gone.",
        "Read it again, she told him.",
        "Next to the pier stands a house that nobody owns.",
        "Search parties went out at dawn, and came back at dusk.",
        "12 people were hurt, 3 of them badly.",
        "Video of the landing shows four men and a goat.",
        "Opinion is divided on the island.",
    ],
)
def test_sentences_that_begin_like_furniture_are_not(line: str) -> None:
    assert furniture.reason(line) is None
    assert furniture.byline(line) is None


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Ada Lund", "Ada Lund"),
        ("BY ADA LUND", "ADA LUND"),
        ("By Ada Lund and Amos Kit | Senior reporters", "Ada Lund and Amos Kit"),
        ("By Tidewater and Channel 6 News", "Tidewater and Channel 6 News"),
        ("by the newsroom", "the newsroom"),
        ("By Monday", None),
        ("By law", None),
    ],
)
def test_a_byline_names_who_wrote_the_article(line: str, who: str | None) -> None:
    assert furniture.byline(line) == who


@pytest.mark.parametrize(
    ("byline", "body"), [("Ada Lund", False), ("ADA LUND", False), ("Tidewater News", True), ("Lund and AFX", True)]
)
def test_agencies_are_told_from_persons_in_a_byline(byline: str, body: bool) -> None:
    assert furniture.names_body(byline) is body


@pytest.mark.parametrize("line", ["Markets | Business | Law", "News  Schools  Taxes", "Home · Boats · Weather"])
def test_a_row_of_short_labels_is_a_menu(line: str) -> None:
    assert furniture.is_menu(line)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_a_line_parted_into_caption_and_credit_loses_no_word(line: str) -> None:
    parts = captions.split(line + ". Photo: Ada Lund")
    assert parts is None or parts[1].endswith("Photo: Ada Lund")
