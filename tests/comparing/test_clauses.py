"""Where clauses begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.comparing.clauses import negated, split


def clauses(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("The dam burst.", ["The dam burst."]),
        ("The dam burst, and the mayor fled.", ["The dam burst", "and the mayor fled."]),
        ("The dam burst; goats fled.", ["The dam burst", "goats fled."]),
        ("Oda Lunde, the mayor of Orme, fled.", ["Oda Lunde, the mayor of Orme, fled."]),
        ("It held at 8:10 a.m. and at noon.", ["It held at 8:10 a.m. and at noon."]),
        ("He said that the dam had burst.", ["He said", "that the dam had burst."]),
    ],
)
def test_a_clause_has_a_verb_of_its_own(sentence: str, parts: list[str]) -> None:
    assert clauses(sentence) == parts


@pytest.mark.parametrize(
    "text", ["It did not burst", "Nobody fled", "She denied it", "It isn’t so", "died without being seen"]
)
def test_negation_is_seen(text: str) -> None:
    assert negated(text)


@pytest.mark.parametrize("text", ["It burst", "not only the dam burst", "Notable goats fled", "left without delay"])
def test_what_looks_like_negation_is_none(text: str) -> None:
    assert not negated(text)


@given(st.text(max_size=200))
def test_clauses_lie_in_order_inside_any_text(text: str) -> None:
    ends = 0
    for start, end in split(text, 0, len(text)):
        assert ends <= start < end <= len(text)
        ends = end


@given(st.text(max_size=200))
def test_no_word_is_lost(text: str) -> None:
    kept = "".join(clauses(text))
    assert [ch for ch in text if ch.isalnum()] == [ch for ch in kept if ch.isalnum()]
