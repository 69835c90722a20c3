"""Times of day set on their day: beside a date, or in a text that speaks of one day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .clocks import half_of_part
from .lexicon import entries
from .readings import Clock, Meridiem, Place, Reading

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_JOINT = re.compile(
    r",? +(?:(?:early |late )?(?:on|at|by|around|about|before|after|of|until|from) +)?|, *| +[/|–—-] +(?:at +)?"
)
_TOLD = re.compile(r"([a-z]+)(?: +on)? *\Z")  # the verb before a date: "said on Friday"
REACH = 8  # sentences that a lone time of day looks back for the one day they speak of
_ARTICLE = re.compile(r"\b(?:the|an?) \Z")  # "the eight o'clock rule" tells of no day
AHEAD = 3  # sentences that it looks ahead, where none before speaks of a day
NEAR = 2  # sentences back to which one other time of day is enough to tell the day


def join(readings: Sequence[Reading], place: Place) -> list[Reading]:
    """The readings of a sentence, each time of day made one with the date that stands beside it.

    A sentence that is little else than a date and a time is the article's own time stamp and tells of no event: its
    time loses its clock, so that it lends no other time its day.
    """
    joined: list[Reading] = []
    for reading in readings:
        if joined and (one := _one(joined[-1], reading, place)):
            joined[-1] = one
        else:
            joined.append(reading)
    length = place.bounds[1] - place.bounds[0]
    return [_stamp(each) if each.type == "time" and 2 * (each.end - each.start) > length else each for each in joined]


def _stamp(reading: Reading) -> Reading:
    hour = _hour(reading.clock) if reading.clock else None
    if not reading.day or reading.clock is None or hour is None:
        return reading
    return replace(reading, clock=None, value=f"{reading.day}T{hour:02}:{reading.clock.minute:02}")


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


def settle(sentences: Sequence[Sequence[Reading]], place: Place) -> list[Reading]:
    """All readings of the article, each time of day with its value where day and half of the day are known."""
    halves = _halves(sentences)
    settled: list[list[Reading]] = []
    for index, readings in enumerate(sentences):
        settled.append([])
        for number, reading in enumerate(readings):
            if reading.type == "time":
                day = reading.day if reading.day is not None else _day_for(number, readings, settled, place)
                if day is None and reading.clock:
                    day = _day_ahead(sentences[index + 1 : index + 1 + AHEAD], settled)
                reading = _timed(replace(reading, day=day or None), _last_time(settled), halves)
            settled[-1].append(reading)
    return [reading for readings in settled for reading in readings]


def _halves(sentences: Sequence[Sequence[Reading]]) -> dict[tuple[int, int] | None, Meridiem | None]:
    """For each time of day with a known half of the day, that half, and under None the half that all of them share;
    None where they differ."""
    halves: dict[tuple[int, int] | None, Meridiem | None] = {}
    for reading in (each for readings in sentences for each in readings):
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
    """The calendar day that a reading names, if it is not the article's time stamp."""
    if reading.type == "time" and reading.value and reading.clock is None:
        return None
    if reading.type == "time":
        return reading.day or None
    return reading.value[:10] if reading.type == "date" and reading.value and _DAY.match(reading.value) else None


def _day_for(number: int, readings: Sequence[Reading], settled: list[list[Reading]], place: Place) -> str | None:
    """The day of a lone time of day: that of its clause, else of the last time of day before it, else the one day
    that the sentences before it speak of."""
    reading = readings[number]
    for other in (*reversed(settled[-1]), *readings[number + 1 :]):
        if (day := _day_of(other)) and _of_one_clause(reading, other, place):
            return day
    if (settled[-1] and settled[-1][-1].day == "") or _ARTICLE.search(
        place.folded[max(0, reading.start - 5) : reading.start]
    ):
        return None
    return _day_of_times(reading, settled, place) or _only_day(settled[-1 - REACH : -1])


def _day_of_times(reading: Reading, settled: list[list[Reading]], place: Place) -> str | None:
    """The day of the last time of day before; from further off, only if the one before it is of the same day."""
    latest = place.written.isoformat() if place.written and place.looks_back(reading.start, reading.end) else "~"
    near: list[str | None] = []
    for back, readings in enumerate(reversed(settled)):
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


def _of_one_clause(reading: Reading, other: Reading, place: Place) -> bool:
    """Whether a date of the same sentence can be the day of a time of day: not the day on which it was told."""
    between = place.folded[min(reading.end, other.end) : max(reading.start, other.start)]
    told = _TOLD.search(place.folded[max(0, other.start - 24) : other.start])
    return not between.startswith(" that ") and not (told and told[1] in entries("reporting_verbs"))


def _day_ahead(sentences: Sequence[Sequence[Reading]], settled: list[list[Reading]]) -> str | None:
    """The first day that follows a time of day before which no day at all was spoken of."""
    if any(_day_of(each) for each in _backwards(settled)):
        return None
    return next((day for readings in sentences for each in readings if (day := _day_of(each))), None)


def _last_time(settled: list[list[Reading]]) -> Reading | None:
    return next((each for each in _backwards(settled) if each.type == "time" and each.value), None)


def _backwards(settled: list[list[Reading]]) -> Iterator[Reading]:
    return (each for readings in reversed(settled) for each in reversed(readings))
