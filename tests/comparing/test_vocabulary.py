"""Stems, and groups of words of one meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.comparing.vocabulary import meanings, stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed", "killing"),
        ("broke", "broken"),
        ("cities", "city"),
        ("taking", "took"),
        ("dropped", "drop"),
        ("museum’s", "museum"),
        ("women", "woman"),
    ],
)
def test_inflections_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("care", "car"), ("bus", "buy"), ("need", "ne"), ("thing", "th")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("The pipe gave out", "The pipe burst"), ("It was put off", "It was postponed")]
)
def test_a_verb_of_two_parts_counts_with_its_like(one: str, other: str) -> None:
    assert meanings(words(one)) == meanings(words(other))


def test_stop_words_and_numbers_carry_no_meaning() -> None:
    assert meanings(words("It was 12 of the 14, and they said so")) == frozenset()


@given(st.text(max_size=100))
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[w.start : w.end] == w.text for w in words(text))


@given(st.text(max_size=30))
def test_any_word_has_a_stem(text: str) -> None:
    assert isinstance(stem(text), str)
