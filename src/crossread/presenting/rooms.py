"""How much of each list the short form of a report has room for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """How many items of each list are shown; None for all. The whole is in the other forms, and behind `--full`."""

    everywhere: int | None = None
    several: int | None = None
    disputes: int | None = None
    given: int | None = None
    alone: int | None = None
    speakers: int | None = None
    statements: int | None = None
    wording: int | None = None
    moments: int | None = None
    clauses: int | None = None

    @property
    def full(self) -> bool:
        """Whether everything is shown, and in the longer form."""
        return self == WHOLE


WHOLE = Room()
BRIEF = Room(
    everywhere=6,
    several=3,
    disputes=5,
    given=1,
    alone=3,
    speakers=5,
    statements=2,
    wording=4,
    moments=8,
    clauses=1,
)
