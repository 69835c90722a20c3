"""Time expressions, and what each means on the day of writing.

Values are those of TIMEX3 (ISO-TimeML): "2020-02-13T19:30", "2020-02-13", "2020-02", "2020", weeks "2020-W07" and
weekends "2020-W07-WE", quarters "2020-Q1", seasons "2020-SU", decades "202X", centuries "19" (the twentieth); lengths
"P10D", "PT48H", of unsaid number "PXW"; repetitions "XXXX-WXX-5" (Fridays), "P1Y" (yearly). What is vague ("now",
"recently") or can be read in two ways has no value.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.records import Article, Sentence, Timex

from . import clocks, dates, durations, relative_dates
from .clocks import half_of_part
from .folding import fold
from .readings import Clock, Place, Reading, Rule

RULES: tuple[Rule, ...] = (*dates.RULES, *relative_dates.RULES, *durations.RULES, *clocks.RULES)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}(?:T.*)?")
_JOINT = re.compile(r",? +(?:(?:early |late )?(?:on|at|by|around|about|before|after|of|until|from) +)?|, *")


def find(article: Article, sentences: Sequence[Sentence], written: dt.date | None) -> tuple[Timex, ...]:
    """The time expressions of the article in the order of its text, with their values as of the day of writing.

    Where `written` is None, only expressions that say the whole date themselves have a value.
    """
    place = Place(fold(article.text), article.text, written)
    found: list[Reading] = []
    matches = _matches(place.folded, sentences)
    for sentence, of_sentence in zip(sentences, matches, strict=True):
        place.bounds = (sentence.span.start, sentence.span.end)
        found += _dated(_joined(_chosen(of_sentence, place), place), found, sentence, place)
    return tuple(Timex(article.span(each.start, each.end), each.type, each.value) for each in found)


def _matches(folded: str, sentences: Sequence[Sentence]) -> Iterator[list[tuple[Rule, re.Match[str]]]]:
    """For each sentence the matches of all rules that lie within it, by start, the longest first."""
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        found = [(rule, match) for rule in RULES for match in rule.pattern.finditer(folded, start, end)]
        yield sorted(found, key=lambda pair: (pair[1].start(), -pair[1].end()))


def _chosen(matches: Sequence[tuple[Rule, re.Match[str]]], place: Place) -> list[Reading]:
    """The readings of the matches, leftmost and longest first, none overlapping another."""
    found: list[Reading] = []
    taken = -1
    for rule, match in matches:
        if match.start() < taken:
            continue
        try:
            readings = rule.read(match, place)
        except (ValueError, OverflowError):  # a day beyond the calendar
            readings = ()
        if readings:
            found += readings
            taken = match.end()
            _remember(readings, place)
    return found


def _remember(readings: Sequence[Reading], place: Place) -> None:
    for reading in readings:
        if reading.type == "date" and reading.value and _CALENDAR.fullmatch(reading.value):
            place.focus = reading.value


def _joined(readings: list[Reading], place: Place) -> list[Reading]:
    """The readings with each time of day made one with the day that stands beside it."""
    joined: list[Reading] = []
    for reading in readings:
        if joined and (one := _one(joined[-1], reading, place)):
            joined[-1] = one
        else:
            joined.append(reading)
    return joined


def _one(left: Reading, right: Reading, place: Place) -> Reading | None:
    """Two neighbours as one date-time, if one is a time of day and the other a day, and only a joint lies between."""
    clock, day = (left, right) if left.type == "time" else (right, left)
    if clock.type != "time" or day.type != "date" or not _JOINT.fullmatch(place.folded, left.end, right.start):
        return None
    if "T" in (clock.value or "") or "T" in (day.value or ""):
        return None
    both = replace(left, end=right.end, type="time", clock=clock.clock, part=day.part)
    if clock.clock is None:  # midnight, of which only the day is sure
        return replace(both, type="date", value=day.value)
    return replace(both, value=_at(day.value, _sure(clock.clock, day.part), place))


def _sure(clock: Clock, part: str | None) -> Clock:
    """The clock with the half of the day that the part of the day tells."""
    return clock if clock.meridiem else replace(clock, meridiem=half_of_part(part))


def _at(day: str | None, clock: Clock, place: Place) -> str | None:
    """The date-time of a clock time on a day; None where the half of the day is not known."""
    hour = _hour(clock)
    if day is None or hour is None or not _DAY.fullmatch(day):
        return None
    return f"{day}T{hour:02}:{clock.minute:02}"


def _hour(clock: Clock) -> int | None:
    if clock.meridiem is None:
        return clock.hour if clock.hour > 12 or clock.hour == 0 else None
    if clock.hour > 12:
        return clock.hour
    return clock.hour % 12 + (12 if clock.meridiem == "pm" else 0)


def _dated(readings: list[Reading], earlier: list[Reading], sentence: Sentence, place: Place) -> list[Reading]:
    """The readings with each lone time of day set on the day that the text around it speaks of."""
    settled = list(readings)
    for index, reading in enumerate(settled):
        if reading.type == "time" and reading.value is None and reading.clock:
            clock = _sure(reading.clock, None)
            settled[index] = replace(reading, value=_at(_day_for(index, settled, earlier, place), clock, place))
    return settled


def _day_for(index: int, readings: list[Reading], earlier: list[Reading], place: Place) -> str | None:
    """The day nearest before in the sentence, else after it in the sentence, else the one day spoken of before."""
    for reading in (*reversed(readings[:index]), *readings[index + 1 :]):
        if reading.value and _DAY.match(reading.value):
            return reading.value[:10]
    days = {each.value[:10] for each in earlier[-3:] if each.value and _DAY.match(each.value)}
    return days.pop() if len(days) == 1 else None
