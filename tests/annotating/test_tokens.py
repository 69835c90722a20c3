from __future__ import annotations

from itertools import pairwise

import pytest
from factories import article
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotating.sentences import split
from crossread.annotating.tokens import lines, tokenise


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Gen. Ruiz left.", "Gen|.|Ruiz|left|."),
        ("at 8:10 a.m. for $4.5", "at|8:10|a.m.|for|$|4.5"),
        ("Anne-Marie O’Neil's 44-year-old co-op", "Anne-Marie|O’Neil's|44-year-old|co-op"),
        ("the U.S. and AT&T", "the|U.S.|and|AT&T"),
    ],
)
def test_words_numbers_and_marks_are_tokens(text: str, tokens: str) -> None:
    assert [token.text for token in tokenise(text)] == tokens.split("|")


@given(st.text())
def test_tokens_are_in_order_and_are_what_stands_there(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


def test_tokens_within_quotation_marks_are_known() -> None:
    made = article('"We left," Ida Holm said. "All of us."')
    quoted = [t.text for line in lines(made, split(made)) for t, q in zip(line.tokens, line.quoted, strict=True) if q]
    assert quoted == ["We", "left", ",", "All", "of", "us", "."]
