"""What the rules for time expressions share: the place they read in, and the reading that they give."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from crossread.records import TimexType

from . import tenses
from .calendar import Tense, day

Meridiem = Literal["am", "pm"]


PART = r"(?:morning|afternoon|evening|night|midday|lunchtime)"
PHASE = r"(?:(?:early|earlier|late|later|mid)(?:-| )(?:on |in )?)?"
_CALENDAR = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|Q(?P<quarter>[1-4])))?(?:T.*)?$")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written: on a twelve-hour dial where `meridiem` is None and the hour does not tell."""

    hour: int
    minute: int
    meridiem: Meridiem | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One time expression as a rule reads it. `start:end` are offsets into the article's text.

    `clock` is set where it is a time of day, `part` where a part of the day is named with it ("morning"), `day` where
    the day of a time of day is known, "" where one is named that is not; `shift` are the minutes after the time that
    was spoken of before ("an hour later")."""

    start: int
    end: int
    type: TimexType
    value: str | None
    clock: Clock | None = None
    part: str | None = None
    day: str | None = None
    shift: float | None = None


@dataclass(slots=True)
class Place:
    """Where a rule reads: the article's text, folded and as it is, the sentence's bounds, the date of writing, and
    `focus`, the last day or month or year that was spoken of before."""

    folded: str
    text: str
    written: dt.date | None
    bounds: tuple[int, int] = (0, 0)
    focus: str | None = None

    def tense(self, match: re.Match[str]) -> Tense | None:
        """The tense of the clause around the match."""
        return tenses.tense(self.text, match.start(), match.end(), self.bounds)

    def looks_back(self, start: int, end: int) -> bool:
        """Whether the sentence around `start:end` is told in the past tense."""
        return tenses.tense(self.text, start, end, (max(0, start - tenses.REACH), end)) == "past"

    def capital(self, match: re.Match[str], group: str) -> bool:
        """Whether the group's words begin with a capital letter in the text."""
        start = match.start(group)
        return start >= 0 and self.text[start].isupper()

    def before(self, start: int, length: int = 24) -> str:
        """The folded text of the sentence just before an offset."""
        return self.folded[max(self.bounds[0], start - length) : start]

    def after(self, end: int, length: int = 24) -> str:
        """The folded text of the sentence just after an offset."""
        return self.folded[end : min(self.bounds[1], end + length)]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over folded text, and how a match of it is read: into no, one or several readings.

    Every match holds one of the `hints`, if there are any: a sentence without them need not be searched.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Place], tuple[Reading, ...]]
    hints: tuple[str, ...] = ()

    def matches(self, folded: str, start: int, end: int, sentence: str) -> Iterator[re.Match[str]]:
        """The matches in the sentence `folded[start:end]`."""
        if not self.hints or any(hint in sentence for hint in self.hints):
            yield from self.pattern.finditer(folded, start, end)


def date(match: re.Match[str], value: str | None, *, part: str | None = None) -> tuple[Reading, ...]:
    """The whole match as one date."""
    return (Reading(match.start(), match.end(), "date", value, part=part),)


def at(match: re.Match[str], group: str, value: str | None) -> Reading:
    """One group of the match as a date."""
    return Reading(match.start(group), match.end(group), "date", value)


def standing(focus: str | None) -> tuple[dt.date, str] | None:
    """The first day of the period that a value names, and its grain; None for a value that is no calendar date."""
    if focus is None or not (match := _CALENDAR.match(focus)):
        return None
    month = 3 * int(match["quarter"]) - 2 if match["quarter"] else int(match["month"] or 1)
    found = day(int(match["year"]), month, int(match["day"] or 1))
    grain = "day" if match["day"] else "quarter" if match["quarter"] else "month" if match["month"] else "year"
    return (found, grain) if found else None
