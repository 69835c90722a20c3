from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.support import BODY, dropped, extract, read_text, words

from crossread.errors import ReadingError


def test_the_first_headline_above_the_text_is_the_title() -> None:
    article = extract(above="THE OSK BELL\nNews | Boats | Weather\nFerry to Osk stops in May\nBy Ada Lund")
    assert article.title == "Ferry to Osk stops in May"
    assert words(article, "paragraph") == list(BODY)


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("Ferry to Osk stops in May - The Osk Bell\nThe Osk Bell", "The Osk Bell"),
        ("Ferry to Osk stops in May | The Osk Bell\nTHE OSK BELL", "The Osk Bell"),
        ("- The Osk Bell\nFerry to Osk stops in May", "The Osk Bell"),
        ("The Osk Bell\nBoats\nFerry to Osk stops in May", "The Osk Bell"),
        ("Ferry to Osk stops in May", None),
        ("World\nFerry to Osk stops in May", None),
    ],
)
def test_the_outlet_is_named_behind_the_title_or_above_it(above: str, outlet: str | None) -> None:
    article = extract(above=above)
    assert (article.title, article.outlet) == ("Ferry to Osk stops in May", outlet)


def test_a_dash_in_a_title_is_no_outlet() -> None:
    article = extract(above="- The Osk Bell\nFerry to Osk stops in May - Harbour Board")
    assert article.title == "Ferry to Osk stops in May - Harbour Board"


@pytest.mark.parametrize(
    "above",
    [
        "The Osk Bell\nNews Boats Tides Notices Sport Letters\nFerry to Osk stops in May",
        "The Osk Bell\nFor people who look after boats\nFerry to Osk stops in May",
        "The Osk Bell\nEverything that floats, all year\nFerry to Osk stops in May\nBy Ada Lund\n9 May 2031",
        "The Osk Bell – the voice of the outer islands\nFerry to Osk stops in May",
        "OSK TODAY - Wake up with the sea\nTides | Fish | Weddings\nFerry to Osk stops in May\nHarbour desk",
        "The Osk Bell\nTides & Fish\nFerry to Osk stops in May\nBoard says nobody will insure the boat",
        "The Osk Bell\n‘Nobody will insure it’: ferry to Osk stops in May\nExpect no other answer, says board",
    ],
)
def test_menus_slogans_and_standfirsts_are_no_title(above: str) -> None:
    assert (extract(above=above).title or "").casefold().endswith("ferry to osk stops in may")


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("OSK TODAY - Wake up with the sea\nFerry to Osk stops in May", "OSK TODAY"),
        ("The Osk Bell | News | Boats\nFerry to Osk stops in May", "The Osk Bell"),
        ("The Osk Bell in English\nFerry to Osk stops in May", "The Osk Bell"),
        ("TIDEWATER NEWS 14:05:11 CEST\nFerry to Osk stops in May", "TIDEWATER NEWS"),
        ("Radio Tidewater 98.4 FM\nFerry to Osk stops in May", "Radio Tidewater"),
        ("TNS\nFerry to Osk stops in May\nTidewater News Service - 9 May 2031", "Tidewater News Service"),
    ],
)
def test_the_outlet_is_what_stands_first_on_top_of_the_page(above: str, outlet: str) -> None:
    assert extract(above=above).outlet == outlet


def test_an_outlet_is_spelled_as_the_text_spells_it() -> None:
    below = "The captain had told The Osk Bell so in March, and the Bell had printed every single word of it."
    assert extract(above="OSK BELL\nFerry to Osk stops in May", below=below).outlet == "The Osk Bell"


def test_a_line_that_is_little_more_than_a_date_dates_the_article_and_is_no_caption() -> None:
    for line in ("9 May 2031", "Monday, May 9, 2031", "Harbour desk, 9 May 2031"):
        article = extract(above=f"Ferry to Osk stops in May\n{line}")
        assert (article.published.value, words(article, "caption")) == ("2031-05-09", [])


@pytest.mark.parametrize(
    "line", ["Harbour reporters and TIDE", "Ada Lund, islands editor", "Ada Lund and Amos Kit, Staff writers"]
)
def test_who_signs_without_by_is_a_byline(line: str) -> None:
    assert extract(above=f"Ferry to Osk stops in May\n{line}").byline == line


def test_the_entries_of_a_live_page_are_headed_by_their_times() -> None:
    text = "\n".join(
        ["Ferry to Osk stops in May", BODY[0], "11.30", BODY[1], "11.05", BODY[2], "10.40", BODY[0] + " Now."]
    )
    assert words(read_text(text), "heading") == ["11.30", "11.05", "10.40"]
    assert words(extract(among="11.30"), "heading") == []


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE 2-Adds captain, harbour board; changes dateline",
        "FOR IMMEDIATE RELEASE",
        "This live blog is now closed",
        "Home :: Boats :: Tides :: Notices",
        "Home . Boats . Tides . Notices",
    ],
)
def test_what_is_said_about_a_text_is_no_title(line: str) -> None:
    assert extract(above=f"{line}\nFerry to Osk stops in May").title == "Ferry to Osk stops in May"


def test_a_paragraph_that_begins_with_the_outlet_behind_a_dash_is_no_title() -> None:
    body = "Osk, 9 May 2031 – The Osk Bell condemns the end of the ferry and asks the board to think again, at once."
    text = "\n".join(["The Osk Bell", "Ferry to Osk stops in May", body, *BODY])
    assert read_text(text).title == "Ferry to Osk stops in May"


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (
            "© TIDE 2023 / STRINGERThe ferry leaves the old harbour in fog.",
            "The ferry leaves the old harbour in fog.",
            "© TIDE 2023 / STRINGER",
        ),
        ("The ferry leaves the old harbourPhoto: Ada Lund", "The ferry leaves the old harbour", "Photo: Ada Lund"),
        (
            "The ferry in fog last year.TIDE/Ada Lund/File PhotoFull screen",
            "The ferry in fog last year.",
            "TIDE/Ada Lund/File Photo",
        ),
        (
            "The ferry leaves the old harbour. (TIDE Photo/Ada Lund)",
            "The ferry leaves the old harbour.",
            "(TIDE Photo/Ada Lund)",
        ),
        ("The ferry in fog, Monday.TIDE Photo/Ada Lund", "The ferry in fog, Monday.", "TIDE Photo/Ada Lund"),
        (
            "The ferry leaves the old harbour of Osk, February 9, 2020.",
            "The ferry leaves the old harbour of Osk, February 9, 2020.",
            None,
        ),
    ],
)
def test_captions_above_the_text_are_parted_from_their_credits(line: str, caption: str, credit: str | None) -> None:
    article = extract(above=f"Ferry to Osk stops in May\n{line}")
    assert words(article, "caption") == [caption]
    assert words(article, "credit") == ([credit] if credit else [])
    assert words(article, "paragraph") == list(BODY)


def test_a_caption_that_comes_again_with_the_outlet_behind_it_goes() -> None:
    caption = "The ferry leaves the old harbour in fog and rain."
    article = extract(
        above=f"- The Osk Bell\nFerry to Osk stops in May\n© TIDE 2023 / LUND{caption}\n{caption} - The Osk Bell"
    )
    assert words(article, "caption") == [caption]
    assert dropped(article)[f"{caption} - The Osk Bell"] == "repeated line"


def test_a_quotation_below_the_title_is_a_standfirst() -> None:
    article = extract(above="Ferry to Osk stops in May\n'Nobody will insure the boat and nobody will sail it'")
    assert words(article, "standfirst") == ["'Nobody will insure the boat and nobody will sail it'"]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Who built the crooked pier?",
        "Story continues below advertisement",
        "WANT A FLAG? CLICK HERE",
        "Become a member to read the minutes",
        "Log in to keep this story",
        "Share  Save  Print",
        "Who Really Built The Crooked Pier Below Harbour Hill",
    ],
)
def test_teasers_and_prompts_among_the_paragraphs_go(line: str) -> None:
    article = extract(among=line)
    assert words(article, "paragraph", "heading") == list(BODY)


def test_a_short_line_among_the_paragraphs_is_a_heading() -> None:
    assert words(extract(among="A boat of 44 years"), "heading") == ["A boat of 44 years"]


@pytest.mark.parametrize(
    "below",
    [
        "Loading…\n0\nTo reply you need an account\nSign in\nHarbour talk\nОткрыть материал",
        "Trending\nSeals sleep on the slipway\nIs your anchor too small?",
        "More from the Bell\nFog expected until noon on Thursday\n0 comments",
    ],
)
def test_what_stands_below_the_last_paragraph_goes(below: str) -> None:
    article = extract(below=below)
    assert words(article) == ["Ferry to Osk stops in May", *BODY]
    assert set(dropped(article)) == set(below.splitlines())


def test_the_last_paragraph_may_be_short() -> None:
    assert words(extract(below="Nobody waved.\nShare"), "paragraph")[-1] != "Share"
    assert words(extract(below="Nobody on the pier waved."), "paragraph")[-1] == "Nobody on the pier waved."


def test_footnotes_corrections_and_credits_below_the_text_are_kept() -> None:
    notes = (
        "* The board does not publish its minutes.",
        "An earlier version of this article gave the wrong age.",
        "(Reporting by Ada Lund)",
        "Copyright Tidewater Wire. All rights reserved.",
    )
    article = extract(below="\n".join(notes))
    assert words(article, "footnote", "correction", "credit") == list(notes)
    assert words(article, "paragraph") == list(BODY)


@pytest.mark.parametrize(
    ("below", "captured"),
    [
        ("", "full"),
        ("Subscribe to continue reading", "partial"),
        ("This article is for subscribers only", "partial"),
        (
            "The captain, who had been waiting on the pier since the early morning with her two dogs, then said…",
            "partial",
        ),
        ("Continue reading on Tidewater", "unknown"),
    ],
)
def test_what_asks_to_pay_or_leads_on_makes_an_article_partial(below: str, captured: str) -> None:
    article = extract(below=below)
    assert article.captured == captured
    assert article.captured_why


def test_a_dated_line_above_the_text_dates_it() -> None:
    article = extract(above="Ferry to Osk stops in May\nFriday 14 June 2019 07:30")
    assert (article.published.value, article.published.basis) == ("2019-06-14", "text")
    assert "14 June 2019" in article.published.why


def test_a_date_in_a_sentence_does_not_date_the_article() -> None:
    assert extract(below="The ferry first sailed on 5 May 1979.").published.value is None


def test_the_agency_beside_the_date_is_kept_as_a_credit() -> None:
    article = extract(above="Ferry to Osk stops in May\nTidewater News Service - Thursday, July 4, 2019 - 3:08 PM PT")
    assert article.published.value == "2019-07-04T15:08:00-07:00"
    assert article.byline == "Tidewater News Service"
    assert words(article, "credit")


def test_markdown_marks_go() -> None:
    from crossread.reading import read
    from crossread.records import Page

    text = "\n\n".join(
        ["# Ferry to Osk stops in May", *BODY[:2], BODY[2].replace("Friday", "[Friday](https://x.example)")]
    )
    article = read(Page(text.encode(), "text/plain", file="saved.md"))
    assert words(article) == ["Ferry to Osk stops in May", *BODY]


LINES = st.lists(
    st.one_of(
        st.sampled_from([*BODY, "Share", "By Ada Lund", "© X / YZa b c d e f g h i j k l.", "* a"]),
        st.text(max_size=80),
    )
)


@settings(deadline=None)
@given(LINES)
def test_any_text_becomes_an_article_with_sound_blocks_or_a_reading_error(lines: list[str]) -> None:
    try:
        article = read_text("\n".join(lines))
    except ReadingError:
        return
    ends = [(block.start, block.end) for block in article.blocks]
    assert ends == sorted(ends)
    assert all(a[1] + 2 == b[0] for a, b in pairwise(ends))
    assert all(article.words(block).strip() == article.words(block) != "" for block in article.blocks)
    assert "\n\n".join(article.words(block) for block in article.blocks) == article.text
    assert not any(ord(letter) < 32 and letter != "\n" for letter in article.text)
