"""Times of day, whatever the day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.comparing.clocks import HALF_DAY, clock


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("9:40 p.m.", 580),
        ("9.40pm", 580),
        ("21:40", 580),
        ("ten past nine", 550),
        ("eight minutes to two", 112),
        ("a quarter to five on Friday", 285),
        ("half past two", 150),
        ("7am", 420),
        ("twelve o’clock", 0),
        ("the next morning, at 8:10", 490),
    ],
)
def test_a_time_of_day_is_minutes_of_half_a_day(words: str, minutes: int) -> None:
    assert clock(words) == minutes


@pytest.mark.parametrize("words", ["last night", "2.5 hours", "Friday", "2024", "", "six of them"])
def test_what_gives_no_time_of_day_has_none(words: str) -> None:
    assert clock(words) is None


def test_a_resolved_value_goes_before_the_words() -> None:
    assert clock("seven on Friday morning", "2024-10-18T07:00") == 420


@given(st.text())
def test_any_text_gives_a_time_within_half_a_day_or_none(text: str) -> None:
    found = clock(text)
    assert found is None or 0 <= found < HALF_DAY
