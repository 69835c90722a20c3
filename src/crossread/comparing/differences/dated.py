"""Clauses with one time in them: what happened, and when it is said to have been."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from crossread.comparing.clauses import verbs
from crossread.comparing.facts import Fact
from crossread.comparing.tellings import Clause, Telling
from crossread.comparing.timeline import moment
from crossread.comparing.vocabulary import meanings
from crossread.records import Attribution, Timex

DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d|"
    r"\d (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
    r"\d{4}-\d\d-\d\d|\b(?:today|yesterday|tomorrow|tonight)\b",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\d[.:]\d\d|\d ?[ap]\.?m\b|\bo[’']clock\b|\b(?:noon|midnight)\b|\b(?:past|to) \w+$", re.IGNORECASE)
BARE_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d\d)\b")
DENIED = re.compile(r"\bnot (?:on |at )?$")
AHEAD = re.compile(r"\b(?:will|shall|would|to|can|due|next|tomorrow|plans?|expected|until)\b", re.IGNORECASE)
EVENTS = frozenset(
    ("begin", "end", "die", "discover", "inform", "arrive", "send", "burst", "close", "open", "leave", "crash", "bomb",
     "shoot", "break_off", "shut_down", "arrest")
)  # fmt: skip


@dataclass(frozen=True)
class Dated:
    """A clause with one time in it: an event and when it is said to have been."""

    telling: Telling
    clause: Clause
    timex: Timex
    day: str | None
    clock: str | None

    @property
    def when(self) -> str:
        """The time in ISO 8601, as far as the words themselves give it."""
        return "T".join(part for part in (self.day, self.clock) if part)

    def meets(self, other: Dated) -> bool:
        """Whether both may be right: no part that both give is different."""
        days = self.day is None or other.day is None or self.day == other.day
        clocks = self.clock is None or other.clock is None or _same_clock(self.clock, other.clock)
        return days and clocks

    def tells(self, other: Dated) -> bool:
        """Whether it gives the other's time: a part that both give is the same, and none is different."""
        common = (self.day and other.day) or (self.clock and other.clock)
        return bool(common) and self.meets(other)

    @cached_property
    def meanings(self) -> frozenset[str]:
        """What its words stand for, those of times and of the statement's frame aside."""
        spans = [t.span for t in self.telling.timexes_in(self.clause.span)]
        return meanings(tuple(w for w in self.clause.words if not any(s.start <= w.start < s.end for s in spans)))

    @cached_property
    def verbs(self) -> frozenset[str]:
        """What its verbs stand for, the colourless ones left out."""
        return (verbs(self.clause.words) & self.meanings) | (self.meanings & EVENTS)

    @cached_property
    def acts(self) -> frozenset[str]:
        """What its verbs stand for, nouns for acts aside."""
        return verbs(self.clause.words)

    @property
    def attribution(self) -> Attribution | None:
        """Who is made to say it."""
        return self.telling.attribution_at(self.timex.span)

    @property
    def fact(self) -> Fact:
        """The time and the clause that gives it."""
        return Fact(self.when, self.clause.span)


def dated(telling: Telling) -> Iterator[Dated]:
    """The clauses of an article with exactly one time that its own words, and no others, place in the calendar.

    "The next morning" and "two days later" are left out: what they are counted from may have been misread.
    """
    for clause in telling.clauses:
        times = [t for t in telling.timexes_in(clause.span) if _counts(telling, t)]
        if len(times) != 1:
            continue
        day, clock = _day(telling, clause, times[0]), _clock(telling, times[0])
        if day or clock:
            yield Dated(telling, telling.with_when(clause), times[0], day, clock)


def _counts(telling: Telling, timex: Timex) -> bool:
    """Whether a time expression places something in the calendar, and is not one that is denied."""
    before = telling.text[max(0, timex.span.start - 12) : timex.span.start]
    return (moment(timex) is not None or timex.type == "time") and not DENIED.search(before)


def _day(telling: Telling, clause: Clause, timex: Timex) -> str | None:
    """The day, if the words name it; None where what is told of as past would lie after the article."""
    when, text = moment(timex), telling.words(timex.span)
    if when is None or len(when) < 10 or not DAY.search(text):
        return None
    if telling.annotated.article.published.basis == "inferred" and not any(ch.isdigit() for ch in text):
        return None  # a weekday counted from a day that is itself worked out
    ahead = bool(telling.published) and when[:10] > telling.published[:10]
    return None if ahead and not AHEAD.search(telling.words(clause.span)) else when[:10]


def _clock(telling: Telling, timex: Timex) -> str | None:
    """The time of day as "16:46"; "~4:46" where the words do not say which half of the day."""
    text, when = telling.words(timex.span), moment(timex) or ""
    if len(when) > 10 and CLOCK.search(text):
        return when[11:]
    match = BARE_CLOCK.search(text)
    return f"~{int(match[1]) % 12}:{match[2]}" if match and timex.type == "time" else None


def _same_clock(one: str, two: str) -> bool:
    if "~" not in one + two:
        return one == two
    halves = [f"~{int(c[:2]) % 12}:{c[3:]}" if c[0] != "~" else c for c in (one, two)]
    return halves[0] == halves[1]
