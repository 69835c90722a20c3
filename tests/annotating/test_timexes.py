"""What time expressions mean on Tuesday 14 May 2024, unless a test says otherwise."""

from __future__ import annotations

import datetime as dt

import pytest
from factories import article
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotating import timexes
from crossread.annotating.folding import fold
from crossread.records import Article, Sentence

WRITTEN = dt.date(2024, 5, 14)  # a Tuesday


def whole(made: Article) -> tuple[Sentence, ...]:
    """Each block as one sentence: enough for what one sentence says."""
    return tuple(Sentence(made.span(block.start, block.end), index) for index, block in enumerate(made.blocks))


def read(text: str, written: dt.date | None = WRITTEN) -> list[tuple[str, str | None]]:
    made = article(text)
    return [(made.words(found.span), found.value) for found in timexes.find(made, whole(made), written)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The pier burned on January 3, 2020.", "January 3, 2020", "2020-01-03"),
        ("It began on 16 October 2009.", "16 October 2009", "2009-10-16"),
        ("It began on Thursday, 16 October 2009 at Oxmoor.", "Thursday, 16 October 2009", "2009-10-16"),
        ("Filed 16/10/2023 in Oxmoor.", "16/10/2023", "2023-10-16"),
        ("Filed 2023-10-16 in Oxmoor.", "2023-10-16", "2023-10-16"),
        ("Filed 03/04/2023 in Oxmoor.", "03/04/2023", None),
        ("The mine shut in March 2011.", "March 2011", "2011-03"),
        ("The mine shut in 2011.", "2011", "2011"),
        ("It recalled the 1953 flood.", "1953", "1953"),
        ("She grew up in the 1980s.", "1980s", "198X"),
        ("The results for the third quarter of 2021 were weak.", "the third quarter of 2021", "2021-Q3"),
        ("It rained in the summer of 2018.", "the summer of 2018", "2018-SU"),
    ],
)
@pytest.mark.parametrize("written", [WRITTEN, None])
def test_an_absolute_date_means_the_same_whenever_it_is_written(
    text: str, words: str, value: str | None, written: dt.date | None
) -> None:
    assert read(text, written) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge fell on Tuesday.", "2024-05-14"),
        ("The bridge fell on Wednesday.", "2024-05-08"),
        ("The bridge will close on Wednesday.", "2024-05-15"),
        ("The bridge is closed until Monday.", "2024-05-20"),
        ("They met on Monday night.", "2024-05-13"),
        ("They met last Tuesday.", "2024-05-07"),
        ("They will meet next Tuesday.", "2024-05-21"),
        ("The bridge fell today.", "2024-05-14"),
        ("The bridge fell yesterday.", "2024-05-13"),
        ("The bridge reopens tomorrow.", "2024-05-15"),
        ("The bridge shook last night.", "2024-05-13"),
        ("They met last week.", "2024-W19"),
        ("They met last month.", "2024-04"),
        ("They will meet next year.", "2025"),
        ("They met three days ago.", "2024-05-11"),
        ("They met two weeks ago to the day.", "2024-04-30"),
        ("They met six years ago.", "2018"),
        ("The count starts in three days.", "2024-05-17"),
        ("The depot burned on 3 January.", "2024-01-03"),
        ("The depot burned on December 27.", "2023-12-27"),
        ("The new mayor takes office on December 5.", "2024-12-05"),
        ("The hearing is on Monday 20 May.", "2024-05-20"),
        ("It was cited in August.", "2023-08"),
        ("The vote was cancelled in early February.", "2024-02"),
    ],
)
def test_a_relative_date_is_told_from_the_day_of_writing_and_the_tense(text: str, value: str) -> None:
    assert [found for _, found in read(text)] == [value]


@pytest.mark.parametrize("text", ["It fell on Thursday.", "It fell today.", "It fell in March.", "It fell last week."])
def test_a_relative_date_has_no_value_where_the_day_of_writing_is_unknown(text: str) -> None:
    assert [value for _, value in read(text, None)] == [None]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The call came at 2:10 p.m. on Friday.", "2:10 p.m. on Friday", "2024-05-10T14:10"),
        ("The call came on Friday at 2.10pm.", "Friday at 2.10pm", "2024-05-10T14:10"),
        ("It lasts until seven on Friday morning.", "seven on Friday morning", "2024-05-17T07:00"),
        (
            "At two minutes to seven on Monday morning he left.",
            "two minutes to seven on Monday morning",
            "2024-05-13T06:58",
        ),
        ("The letter came at nine last night.", "nine last night", "2024-05-13T21:00"),
        ("The siren went at noon yesterday.", "noon yesterday", "2024-05-13T12:00"),
        ("Talks broke off shortly before midnight on Monday.", "shortly before midnight on Monday", "2024-05-13"),
        ("The market opened at ten o'clock on Monday.", "ten o'clock on Monday", None),
    ],
)
def test_a_time_of_day_is_joined_to_the_day_beside_it(text: str, words: str, value: str | None) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("A 48-hour strike began.", "48-hour", "PT48H"),
        ("It lasted nine days.", "nine days", "P9D"),
        ("She ruled for two decades.", "two decades", "P20Y"),
        ("They had argued for over a month.", "over a month", "P1M"),
        ("It took two and a half years.", "two and a half years", "P2Y6M"),
        ("It took 40 minutes.", "40 minutes", "PT40M"),
        ("They walk every Friday.", "every Friday", "XXXX-WXX-5"),
        ("It is an annual fair.", "annual", "P1Y"),
        ("It pays 38 crowns, or 20 euros a month.", "a month", "P1M"),
    ],
)
def test_a_length_or_a_repetition_has_a_period(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


def test_both_ends_of_a_span_of_time_are_told() -> None:
    assert read("The 1980-1988 war.") == [("1980", "1980"), ("1988", "1988")]
    assert read("It lasted from 2014 to 2017.") == [("2014", "2014"), ("2017", "2017")]
    assert read("On the night of January 1 to 2 it burned.") == [("January 1", "2024-01-01"), ("2", "2024-01-02")]


@pytest.mark.parametrize(
    "text",
    [
        "May Harper may march on.",
        "June Harper spoke.",
        "It seats 2012 people.",
        "Route 2010 is shut.",
        "A 61-year-old man won.",
        "It cost $2000.",
        "They won 2-1.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert read(text) == []


@given(st.text(), st.none() | st.dates())
def test_any_text_is_read_and_spans_lie_within_sentences(text: str, written: dt.date | None) -> None:
    made = article(text)
    sentences = whole(made)
    found = timexes.find(made, sentences, written)
    assert all(any(sentence.span.covers(each.span) for sentence in sentences) for each in found)
    assert list(found) == sorted(found, key=lambda each: each.span)


WORDS = st.sampled_from(
    [
        *("on", "at", "the", "last", "next", "this", "3", "31", "0", "12:30", "7am", "2020", "99999999999", "a.m."),
        *(
            "p.m.",
            "January",
            "May",
            "Friday",
            "night",
            "ago",
            "century",
            "decades",
            "years",
            "million",
            "a",
            "half",
            "of",
            "to",
        ),
        *(
            "and",
            "-",
            "in",
            "three",
            "third",
            "quarter",
            "earlier",
            "every",
            "noon",
            "midnight",
            "½",
            "1/0",
            "30/02/2020",
            ",",
        ),
        *(".",),
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join), st.none() | st.dates())
def test_any_heap_of_time_words_is_read(text: str, written: dt.date | None) -> None:
    made = article(text)
    for found in timexes.find(made, whole(made), written):
        assert made.words(found.span).strip() == made.words(found.span) != ""


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_the_hints_of_a_rule_pass_over_no_match(text: str) -> None:
    folded = fold(text)
    for rule in timexes.rules():
        with_hints = [match.span() for match in rule.matches(folded, 0, len(folded), folded)]
        assert with_hints == [match.span() for match in rule.pattern.finditer(folded)]
