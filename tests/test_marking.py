from __future__ import annotations

import pytest
from marking import Expected, read


def test_marks_give_the_plain_text_and_its_parts() -> None:
    marked = read("[s The mayor] [c said] [q taxes would rise].")
    assert marked.text == "The mayor said taxes would rise."
    assert marked.expected == [Expected(("taxes would rise",), ("said",), ("The mayor",))]


def test_marks_nest_and_numbers_tell_attributions_apart() -> None:
    outer, inner = read("[s An aide] [c said] [q [s2 she] [c2 asked] [q2 why]].").expected
    assert outer.content == ("she asked why",)
    assert inner == Expected(("why",), ("asked",), ("she",))


def test_a_repeated_label_adds_a_stretch() -> None:
    assert read('"[q A]," he said, "[q B]."').expected == [Expected(("A", "B"))]


@pytest.mark.parametrize("broken", ["[q open", "closed]"])
def test_marks_that_do_not_pair_are_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        read(broken)
