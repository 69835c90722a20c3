"""Arithmetic with days that a reader does in the head."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotating.calendar import at_grain, later, moved, nearest, weekday_near, yearless

DAYS = st.dates()
TENSES = st.sampled_from(["past", "future", None])


@given(DAYS, st.integers(0, 6), TENSES)
def test_a_weekday_is_of_the_week_around_the_day_of_writing(written: dt.date, weekday: int, tense: str | None) -> None:
    found = weekday_near(written, weekday, tense)  # type: ignore[arg-type]
    if found is not None:  # the first and last weeks of the calendar have no week around them
        assert found.weekday() == weekday
        assert (0 <= (found - written).days < 7) if tense == "future" else (-7 < (found - written).days <= 0)


@given(DAYS, st.integers(-400, 400))
def test_days_later_and_days_before_undo_each_other(start: dt.date, days: int) -> None:
    there = later(start, days=days)
    assert there is None or later(there, days=-days) == start


def test_a_month_later_is_the_last_day_of_a_shorter_month() -> None:
    assert later(dt.date(2024, 1, 31), months=1) == dt.date(2024, 2, 29)
    assert moved(dt.date(2024, 2, 29), "year", 1) == dt.date(2025, 2, 28)


def test_there_is_no_day_beyond_the_calendar() -> None:
    assert later(dt.date.max, days=1) is None
    assert later(dt.date.min, months=-1) is None
    assert moved(dt.date(2024, 1, 1), "century", 1e9) is None


@pytest.mark.parametrize(
    ("month", "number", "tense", "found"),
    [
        (5, 10, None, dt.date(2024, 5, 10)),
        (12, 27, "past", dt.date(2023, 12, 27)),
        (12, 27, None, dt.date(2023, 12, 27)),
        (12, 27, "future", dt.date(2024, 12, 27)),
        (2, 30, None, None),
    ],
)
def test_a_day_without_a_year_is_the_nearest_that_fits_the_tense(
    month: int, number: int, tense: str | None, found: dt.date | None
) -> None:
    assert yearless(dt.date(2024, 5, 14), month, number, tense) == found  # type: ignore[arg-type]


def test_a_day_without_a_year_but_with_a_weekday_is_of_the_year_that_has_it() -> None:
    assert yearless(dt.date(2024, 5, 14), 10, 21, "past", 0) == dt.date(2024, 10, 21)


def test_the_nearest_of_no_days_is_none() -> None:
    assert nearest(dt.date(2024, 5, 14), [None], None) is None


@pytest.mark.parametrize(
    ("grain", "value"),
    [
        *(("day", "2024-05-14"), ("week", "2024-W20"), ("weekend", "2024-W20-WE"), ("month", "2024-05")),
        *(("quarter", "2024-Q2"), ("year", "2024"), ("decade", "202X"), ("century", "20")),
    ],
)
def test_a_period_is_written_as_timex3_writes_it(grain: str, value: str) -> None:
    assert at_grain(dt.date(2024, 5, 14), grain) == value
