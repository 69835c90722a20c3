"""Numbers as newspapers write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotating.folding import fold, pattern
from crossread.annotating.numerals import COUNT, NUMBER, parse

NUMERAL = pattern(NUMBER)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("4.5", 4.5),
        ("1.2bn", 1.2e9),
        ("2.3 million", 2.3e6),
        ("40k", 40_000),
        ("½", 0.5),
        ("5½", 5.5),
        ("5 1/2", 5.5),
        ("seven", 7),
        ("seventy-eight", 78),
        ("two hundred and fifty", 250),
        ("a hundred", 100),
        ("three thousand two hundred", 3200),
        ("two and a half million", 2.5e6),
        ("half a million", 5e5),
        ("a dozen", 12),
        ("two dozen", 24),
    ],
)
def test_a_numeral_is_one_number(words: str, value: float) -> None:
    match = NUMERAL.fullmatch(words)
    assert match is not None
    assert parse(words) == pytest.approx(value)


@pytest.mark.parametrize("words", ["", "a", "and", "several", "1/2/3", "seven boats"])
def test_other_words_are_no_number(words: str) -> None:
    assert parse(words) is None


@given(st.integers(0, 10**9))
def test_figures_with_commas_are_read_back(number: int) -> None:
    assert parse(f"{number:,}") == number


@given(st.text(alphabet="0123456789,.½¼/ -andhlfmiotwe"))
def test_whatever_matches_parses_or_is_refused(text: str) -> None:
    for fragment in (NUMBER, COUNT):
        for match in pattern(fragment).finditer(text):
            value = parse(match.group())
            assert value is None or value >= 0


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert [found.start() for found in re.finditer(r"\d", folded)] == [
        found.start() for found in re.finditer(r"\d", text)
    ]
