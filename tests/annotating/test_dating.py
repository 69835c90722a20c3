"""When an article without a date was written, where its own words leave exactly one day."""

from __future__ import annotations

import pytest
from factories import article
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotating import dating, sentences
from crossread.records import BlockKind, Published


def dated(text: str, kinds: dict[int, BlockKind] | None = None) -> Published:
    made = article(text, published=None, kinds=kinds)
    return dating.date(made, sentences.split(made))


def evidence(text: str) -> list[str]:
    made = article(text, published=None)
    return [made.words(span) for span in dating.date(made, sentences.split(made)).evidence]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # a day told from the day of writing, and the year from another
        (
            "The flood came a week ago today, on Tuesday, October 14. The dam opened six years ago, in 2019.",
            "2025-10-21",
        ),
        ("Work stopped on June 3, three weeks ago to the day. Some recall 1990, 34 years ago.", "2024-06-24"),
        ("The count starts in three days, on Monday, May 20. Some recall 1990, 34 years ago.", "2024-05-17"),
        ("It has until tomorrow, May 21, to reply. Founded in 1924, it marks its centenary this year.", "2024-05-20"),
        (
            "OXMOOR, May 21 (Lamp) - A pier burned. Founded in 1974, the club marks its 50th anniversary this year.",
            "2024-05-21",
        ),
        # a jubilee to the day
        (
            "They stopped work today for the first time in ten years to the day. They last did on 3 June 2014.",
            "2024-06-03",
        ),
        # the year from what lies before and after, and the weekday of the latest news
        ("It has until tomorrow, May 21, to file for 2026. A pier burned in 2021, she said on Monday.", "2024-05-20"),
        # so many days after a death, and the weekday
        (
            "He was killed at sea on March 1, 2024. They spoke on Tuesday, the 40th day after his death. "
            "On March 1, she wept.",
            "2024-04-09",
        ),
    ],
)
def test_a_day_told_from_the_day_of_writing_dates_the_article(text: str, value: str) -> None:
    found = dated(text)
    assert (found.value, found.basis) == (value, "inferred")
    assert found.evidence


def test_the_weekday_of_the_news_after_a_dated_picture_dates_the_article() -> None:
    text = "Boats at Oxmoor, May 12, 2024.\n\nThe pier burned on Tuesday night, the mayor said on Wednesday."
    assert dated(text).value == "2024-05-15"
    assert dated(text, {0: "caption"}).value == "2024-05-15"
    assert evidence(text) == ["May 12, 2024", "Wednesday"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mayor spoke on Wednesday.",
        "The pier opened on 16 October 2009, the mayor said on Thursday.",
        "The pier opened in 1953 and burned in 2011.",
        "File photo: boats at Oxmoor, May 12, 2014.\n\nThe pier burned, the mayor said on Wednesday.",
        "Boats at Oxmoor, May 12, 2024.\n\nThe pier burned.",
        "It has until tomorrow, May 21, to reply.",
        "The flood came a week ago today, on Tuesday, October 14.",
        "Some recall 1990, 34 years ago.",
        "It burned on May 3, two weeks ago. Some recall 1990, 34 years ago.",
        "It burned yesterday, May 3. It has until tomorrow, May 21. Some recall 1990, 34 years ago.",
        "It burned yesterday, May 3. Some recall 1990, 34 years ago, others 1980, 43 years ago.",
        "Boats at Oxmoor, May 12, 2024.\n\nShe said on Wednesday, and again on Saturday, that it closed in May 2025.",
    ],
)
def test_an_article_stays_undated_where_its_words_leave_no_day_or_several(text: str) -> None:
    assert dated(text) == Published()


def test_the_reason_quotes_the_words_behind_it() -> None:
    text = "The flood came a week ago today, on Tuesday, October 14. The dam opened six years ago, in 2019."
    assert dated(text).why == (
        "“a week ago today, on Tuesday, October 14” tells the day; “six years ago, in 2019” tells the year: "
        "Tuesday 21 October 2025."
    )
    assert evidence(text) == ["a week ago today, on Tuesday, October 14", "six years ago, in 2019"]


WORDS = st.sampled_from(
    [
        *("today", "tomorrow,", "yesterday,", "May", "3", "31", "2024", "February", "30", "a", "week", "ago", "to"),
        *("the", "day", "years", "ten", "99999", "in", "on", "Tuesday", "said", "will", "killed", "his", "death"),
        *("40th", "after", "founded", "centenary", "this", "year", "1990,", ".", ",", "(", "-", "OXMOOR,", "9999"),
    ]
)


@given(st.lists(WORDS, max_size=24).map(" ".join) | st.text())
def test_any_text_is_dated_or_not(text: str) -> None:
    made = article(text, published=None)
    found = dating.date(made, sentences.split(made))
    assert (found.value is None) == (found.basis == "unknown")
    assert all(0 <= span.start < span.end <= len(made.text) for span in found.evidence)
