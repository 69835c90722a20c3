"""Wordings are shown as one only where a reader loses nothing by it."""

from __future__ import annotations

import pytest

from crossread.presenting.alike import bag, one_statement, one_wording


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("We will rebuild the bridge", "we will rebuild the bridge", True),
        ("We will rebuild the old bridge", "We will rebuild the bridge by spring", True),
        ("We will rebuild the old bridge", "We will rebuild the old bridge, and faster than anybody thinks", True),
        ("About 300 people marched to the square", "About 400 people marched to the square", False),
        ("Two boats were lost in the storm", "Three boats were lost in the storm", False),
        ("The bridge was safe to cross", "The bridge was not safe to cross", False),
        ("The bridge wasn't safe to cross", "The bridge was safe to cross", False),
        ("Nobody has asked us", "The storm is over", False),
        ("", "", False),
    ],
)
def test_near_identical_statements_are_one_unless_figures_or_denials_differ(left: str, right: str, one: bool) -> None:
    assert one_statement(bag(left), bag(right)) is one
    assert one_statement(bag(right), bag(left)) is one


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("The pipe that burst there on March 3 was old", "The pipe that burst there March 3 was old", True),
        ("The pipe burst on March 3", "The pipe burst on March 4", False),
        ("The pipe burst in the night", "The pipe burst in the night and flooded the depot", False),
    ],
)
def test_wordings_are_one_only_where_next_to_nothing_differs(left: str, right: str, one: bool) -> None:
    assert one_wording(bag(left), bag(right)) is one
