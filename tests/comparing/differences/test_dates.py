"""The time of one event, given differently."""

from __future__ import annotations

import pytest
from marked import marked, merged

from crossread.comparing.differences import find
from crossread.records import Difference

FILLER = "A goat crossed the bridge. Children sang in the square. Rain is expected. Bread costs more."


def dates(left: str, right: str) -> tuple[Difference, ...]:
    articles = [
        marked(f"{left} {FILLER}", outlet="A", published="2025-03-10"),
        marked(f"{right} {FILLER}", outlet="B", published="2025-03-11"),
    ]
    return find(articles, merged(*articles), ())


CONFLICTS = {
    "two days": (
        "The dam at Orme burst on [@2025-03-07: Friday].",
        "The Orme dam burst on [@2025-03-06: Thursday].",
    ),
    "two hours": (
        "The alarm in Orme rang at [@2025-03-07T13:05: 1:05 p.m.] on the quay.",
        "The alarm in Orme rang at [@2025-03-07T16:46: 4:46 p.m.] on the quay.",
    ),
    "and not": (
        "The bank told the watchdog on [@2025-02-07: February 7] and not, as it says, on [@2025-01-23: January 23].",
        "The bank has a dog.",
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_two_times_of_one_event_are_a_conflict(name: str) -> None:
    assert [(d.kind, d.relation) for d in dates(*CONFLICTS[name])] == [("date", "conflict")]


def test_a_date_that_was_moved_is_an_update() -> None:
    (difference,) = dates(
        "The talks were moved from [@2025-03-14: Friday] to [@2025-03-17: Monday].", "The talks are in Orme."
    )
    assert difference.relation == "update"
    assert [v.value for v in difference.values] == ["2025-03-14", "2025-03-17"]


SAME = {
    "coarse and fine": (
        "The dam at Orme burst on [@2025-03-07: Friday].",
        "The Orme dam burst at [@2025-03-07T13:05: 1:05 p.m. on Friday].",
    ),
    "counted from elsewhere": (
        "The dam at Orme burst on [@2025-03-07: Friday].",
        "The Orme dam burst [@2025-03-09: the next morning].",
    ),
    "the same words, read differently": (
        "The dam at Orme burst on [@2025-03-07: Friday].",
        "The Orme dam burst on [@2025-03-14: Friday].",
    ),
    "another event": (
        "The dam at Orme burst on [@2025-03-07: Friday].",
        "The mayor of Orme spoke on [@2025-03-06: Thursday].",
    ),
    "two events, both known": (
        "The dam at Orme burst on [@2025-03-07: Friday]. The Orme dam burst again on [@2025-03-08: Saturday].",
        "The Orme dam burst on [@2025-03-08: Saturday].",
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_what_may_be_one_time_or_two_events_is_no_difference(name: str) -> None:
    assert dates(*SAME[name]) == ()
