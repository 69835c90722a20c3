"""Times of day set on their day: beside a date, or in a text that speaks of one day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .clocks import half_of_part
from .lexicon import entries
from .readings import Clock, Meridiem, Place, Reading

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_JOINT = re.compile(
    r",? +(?:(?:early |late )?(?:on|at|by|around|about|before|after|of|until|from) +)?|, *| +[/|–—-] +(?:at +)?"
)
_TOLD = re.compile(r"([a-z]+)(?: +on)? *\Z")  # the verb before a date: "said on Friday"
_ARTICLE = re.compile(r"\b(?:the|an?) \Z")  # "the eight o'clock rule" tells of no day
REACH = 8  # sentences that a lone time of day looks back for the one day they speak of
AHEAD = 3  # sentences that it looks ahead, where none before speaks of a day
NEAR = 2  # sentences back to which one other time of day is enough to tell the day


@dataclass(frozen=True, slots=True)
class Line:
    """The readings of one sentence. `apart` is a caption or credit, which tells of a picture; `stamp` is little else
    than a date or time: the article's own, or one that heads what follows. Neither lends its day to a time elsewhere,
    but a date that heads what follows."""

    readings: list[Reading]
    apart: bool = False
    stamp: bool = False


def join(readings: Sequence[Reading], place: Place, *, apart: bool) -> Line:
    """The readings of a sentence, each time of day made one with the date that stands beside it."""
    joined: list[Reading] = []
    for reading in readings:
        if joined and (one := _one(joined[-1], reading, place)):
            joined[-1] = one
        else:
            joined.append(reading)
    covered = sum(each.end - each.start for each in joined if each.type in {"date", "time"})
    return Line(joined, apart, stamp=2 * covered > place.bounds[1] - place.bounds[0])


def settle(lines: Sequence[Line], place: Place) -> list[Reading]:
    """All readings of the article, each time of day with its value where day and half of the day are known."""
    halves = _halves(lines)
    settled: list[Reading] = []
    heard: list[list[Reading]] = []  # of the sentences that lend their day
    heading: str | None = None
    for index, line in enumerate(lines):
        done: list[Reading] = []
        for number, reading in enumerate(line.readings):
            if reading.type == "time":
                day = reading.day
                if day is None:
                    day = _day_of_clause(number, line.readings, done, place) or heading
                    day = day or _day_before(reading, heard, done, place) or _day_after(lines[index + 1 :], heard)
                reading = _timed(replace(reading, day=day or None), _last_time([*heard, done]), halves)
            done.append(reading)
        settled += done
        if line.stamp and heard and len(done) == 1 and done[0].type == "date":
            heading, heard = _day_of(done[0]), []
        elif not (line.stamp or line.apart):
            heard.append(done)
    return settled


def _one(left: Reading, right: Reading, place: Place) -> Reading | None:
    """Two neighbours as one date-time, if one is a time of day and the other a date, and only a joint lies between."""
    clock, day = (left, right) if left.type == "time" else (right, left)
    if clock.type != "time" or day.type != "date" or clock.day or clock.shift is not None:
        return None
    if not _JOINT.fullmatch(place.folded, left.end, right.start):
        return None
    both = replace(left, end=right.end, clock=clock.clock, part=day.part, day=_day_of(day))
    if clock.clock is None:  # midnight, of which only the day is sure
        return replace(both, type="date", value=day.value)
    known = clock.clock if clock.clock.meridiem else replace(clock.clock, meridiem=half_of_part(day.part))
    return replace(both, type="time", value=None, clock=known, day=both.day or "")


def _halves(lines: Sequence[Line]) -> dict[tuple[int, int] | None, Meridiem | None]:
    """For each time of day with a known half of the day, that half, and under None the half that all of them share;
    None where they differ."""
    halves: dict[tuple[int, int] | None, Meridiem | None] = {}
    for reading in (each for line in lines for each in line.readings):
        if (clock := reading.clock) and clock.meridiem and clock.hour <= 12:
            for key in ((clock.hour, clock.minute), None):
                halves[key] = clock.meridiem if halves.get(key, clock.meridiem) == clock.meridiem else None
    return halves


def _timed(reading: Reading, last: Reading | None, halves: dict[tuple[int, int] | None, Meridiem | None]) -> Reading:
    """The time of day with its value; one told from another ("an hour later") from the last before it."""
    if reading.shift is not None:
        if last is None or last.value is None:
            return reading
        moment = dt.datetime.fromisoformat(last.value) + dt.timedelta(minutes=reading.shift)
        value = moment.isoformat(timespec="minutes")
        return replace(reading, value=value, day=value[:10])
    if reading.clock is None or reading.day is None:
        return reading
    clock = reading.clock
    if clock.meridiem is None:
        half = halves.get((clock.hour, clock.minute)) or halves.get(None)
        clock = replace(clock, meridiem=half)
    hour = _hour(clock)
    return reading if hour is None else replace(reading, value=f"{reading.day}T{hour:02}:{clock.minute:02}")


def _hour(clock: Clock) -> int | None:
    """The hour on the dial of 24; None where the half of the day is not known."""
    if clock.hour > 12 or clock.hour == 0:
        return clock.hour
    if clock.meridiem is None:
        return None
    return clock.hour % 12 + (12 if clock.meridiem == "pm" else 0)


def _day_of(reading: Reading) -> str | None:
    """The calendar day that a reading names."""
    if reading.type == "time":
        return reading.day or None
    return reading.value[:10] if reading.type == "date" and reading.value and _DAY.match(reading.value) else None


def _day_of_clause(number: int, readings: Sequence[Reading], done: Sequence[Reading], place: Place) -> str | None:
    """The nearest day of the same sentence, not being the day on which what happened was told."""
    for other in (*reversed(done), *readings[number + 1 :]):
        if (day := _day_of(other)) and _of_one_clause(readings[number], other, place):
            return day
    return None


def _of_one_clause(reading: Reading, other: Reading, place: Place) -> bool:
    between = place.folded[min(reading.end, other.end) : max(reading.start, other.start)]
    told = _TOLD.search(place.folded[max(0, other.start - 24) : other.start])
    return not between.startswith(" that ") and not (told and told[1] in entries("reporting_verbs"))


def _day_before(reading: Reading, heard: Sequence[list[Reading]], done: Sequence[Reading], place: Place) -> str | None:
    """The day of the times of day before, else the one day that the sentences before speak of."""
    if (done and done[-1].day == "") or _ARTICLE.search(place.folded[max(0, reading.start - 5) : reading.start]):
        return None
    return _day_of_times(reading, [*heard, list(done)], place) or _only_day(heard[-REACH:])


def _day_of_times(reading: Reading, heard: Sequence[list[Reading]], place: Place) -> str | None:
    """The day of the last time of day before; from further off, only if the one before it is of the same day."""
    latest = place.written.isoformat() if place.written and place.looks_back(reading.start, reading.end) else "~"
    near: list[str | None] = []
    for back, readings in enumerate(reversed(heard)):
        for other in reversed(readings):
            if other.type != "time" or other.clock is None or (other.day or "") > latest:
                continue
            near.append(other.day)
            if back <= NEAR or len(near) == 2:
                return near[0] if len(set(near)) == 1 else None
    return near[0] if near else None


def _only_day(sentences: Sequence[Sequence[Reading]]) -> str | None:
    """The day that sentences speak of, if it is one."""
    days = {day for readings in sentences for each in readings if (day := _day_of(each))}
    return days.pop() if len(days) == 1 else None


def _day_after(lines: Sequence[Line], heard: Sequence[list[Reading]]) -> str | None:
    """The first day that follows a time of day before which no day at all was spoken of."""
    if any(_day_of(each) for readings in heard for each in readings):
        return None
    return next((day for line in lines[:AHEAD] for each in line.readings if (day := _day_of(each))), None)


def _last_time(heard: Sequence[list[Reading]]) -> Reading | None:
    """The last time of day before, if its value is known."""
    last = (each for readings in reversed(heard) for each in reversed(readings))
    return next((each for each in last if each.type == "time" and each.value), None)
