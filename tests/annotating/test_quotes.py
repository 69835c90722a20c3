"""Quotation marks: which open, which close, and which are apostrophes."""

from __future__ import annotations

import pytest
from factories import article
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotating import quotes

CASES = [
    ('He said "so" twice.', ["so"]),
    ("He said “so” twice.", ["so"]),
    ("He said ‘so’ twice.", ["so"]),
    ("He said 'so' twice.", ["so"]),
    ("He said «so» twice.", ["so"]),
    ("He said „so“ twice.", ["so"]),
    ("He said ''so'' twice.", ["so"]),
    ("“I said ‘no’ to him,” she said.", ["I said ‘no’ to him,"]),
    ("‘I said “no” to him,’ she said.", ["I said “no” to him,"]),
    ("The dog's bowl and the boys' room weren't clean.", []),
    ("It isn’t the workers’ fault, it’s ours.", []),
    ("'It isn't the dogs' fault,' she said.", ["It isn't the dogs' fault,"]),
    ("In the '90s they sang rock 'n' roll.", []),
    ('The plank is 6" long and 2" wide.', []),
    ('"One." "Two."', ["One.", "Two."]),
    ('“One," she said.', ["One,"]),
]


@pytest.mark.parametrize(("text", "inner"), CASES)
def test_quotation_marks_pair_and_apostrophes_do_not(text: str, inner: list[str]) -> None:
    made = article(text)
    (found,) = quotes.find(made)
    assert [made.text[one.inner_start : one.inner_end] for one in found] == inner


def test_a_quotation_within_another_is_kept_inside_it() -> None:
    made = article("“I said ‘no’ to him,” she said.")
    ((outer,),) = quotes.find(made)
    assert [made.text[one.inner_start : one.inner_end] for one in outer.inside] == ["no"]


def test_an_open_quotation_goes_on_in_a_paragraph_that_opens_with_the_same_mark() -> None:
    made = article('"It was dark.\n\n"It was cold."\n\n"So?" she asked.')
    (first,), (second,), (third,) = quotes.find(made)
    assert (first.closed, first.goes_on) == (False, False)
    assert (second.closed, second.goes_on) == (True, True)
    assert third.goes_on is False


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`", max_size=200))
def test_quotations_never_overlap_nor_leave_their_block(text: str) -> None:
    made = article(text)
    for block, found in zip(made.blocks, quotes.find(made), strict=True):
        last = block.start
        for one in found:
            assert last <= one.start < one.inner_start <= one.inner_end <= one.end <= block.end
            last = one.end
