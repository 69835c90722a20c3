"""The time of one event, given differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from crossread.comparing.clauses import verbs
from crossread.comparing.facts import Fact
from crossread.comparing.tellings import RARE, Clause, Ground, Telling
from crossread.comparing.timeline import moment
from crossread.comparing.updates import later, since
from crossread.comparing.vocabulary import meanings, plain, words
from crossread.records import Attribution, Difference, DifferenceRelation, Span, Timex

from .sides import difference, listed, short

PUT = re.compile(
    r"\b(?:dates?|dated|puts?|places?|placed|times|timed|logged|logs|records?|recorded) (?:it|them|the [\w’' ]{3,30}?) "
    r"(?:to|at|on|as)\s+$"
)
ALSO_PUT = re.compile(r",? (?:and |but |while )?[^,;.]{3,50} (?:to|at|on)\s+")
AND_NOT = re.compile(r"(?:,? ?(?:and|but) |, )?not\b|\brather than\b|\binstead of\b", re.IGNORECASE)
MOVED = re.compile(
    r"\b(?:moved|postponed|put off|put back|pushed back|brought forward|rescheduled|delayed|shifted|changed) from $",
    re.IGNORECASE,
)
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
SAYING = re.compile(r"\b(?:said|says|say|shows?|showed|according to|insists?|claims?|reported)\b")
HELD = 0.7  # share of the shorter clause that the longer one must hold, where both tell of one rare act
ALIKE = 0.28  # likeness of two clauses, times aside, from which on they tell of one event
BESIDE = 2  # sentences between two times that one article sets against each other


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


EVENTS = frozenset(
    ("begin", "end", "die", "discover", "inform", "arrive", "send", "burst", "close", "open", "leave", "crash", "bomb",
     "shoot", "break_off", "shut_down", "arrest")
)  # fmt: skip


def date(ground: Ground) -> Iterator[Difference]:
    """Differences over when something happened, or is to happen."""
    for telling in ground.tellings:
        yield from _set_apart(telling)
        yield from _moved(ground, telling)
        yield from _put_otherwise(telling)
    found = [d for telling in ground.tellings for d in dated(telling)]
    for left, right in combinations(found, 2):
        same = _side_by_side if left.telling is right.telling else _one_event
        if same(ground, left, right) and not left.meets(right) and not _explained(left, right, found):
            yield _difference(ground, _relation(left, right), left, right)


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


def _set_apart(telling: Telling) -> Iterator[Difference]:
    """ "On the 7th and not, as the bank says, on the 3rd", in one sentence."""
    for sentence in telling.sentences:
        times = [(t, when) for t in telling.timexes_in(sentence) if (when := moment(t))]
        for (first, one), (second, two) in combinations(times, 2):
            between = telling.text[first.span.end : second.span.start]
            if one != two and len(between) < 60 and AND_NOT.match(between.lstrip()) and not _meet(one, two):
                facts = [Fact(one, _with_clause(telling, first)), Fact(two, second.span)]
                how: DifferenceRelation = "update" if since(telling.words(sentence)) else "conflict"
                yield difference(
                    "date", how, f"when “{telling.words(facts[0].span)}”", facts,
                    f"The article sets {one} against {two} in one sentence.",
                )  # fmt: skip


def _put_otherwise(telling: Telling) -> Iterator[Difference]:
    """ "The log puts it at 9:40", after another time for it; "the recorder puts it at 9:12, the log at 9:40"."""
    times = [(t, when) for t in telling.annotated.timexes if (when := moment(t)) and telling.sentence_at(t.span)]
    for (first, one), (second, two) in pairwise(times):
        between = telling.text[first.span.end : second.span.start]
        put = PUT.search(between) is not None and between.count(".") <= 1
        both = PUT.search(telling.text[max(0, first.span.start - 60) : first.span.start]) and ALSO_PUT.fullmatch(
            between
        )
        alike = len(one) == len(two) and telling.block_of(first.span) == telling.block_of(second.span)
        if alike and one != two and (put or both):
            facts = [Fact(one, _with_clause(telling, first)), Fact(two, _with_clause(telling, second))]
            yield difference(
                "date", "conflict", f"when “{short(telling.words(facts[0].span))}”", facts,
                f"The article sets {one} against {two}.",
            )  # fmt: skip


def _with_clause(telling: Telling, timex: Timex) -> Span:
    clause = telling.clause_at(timex.span)
    start = timex.span.start if clause is None else clause.span.start
    return Span(telling.id, start, timex.span.end)


def _moved(ground: Ground, telling: Telling) -> Iterator[Difference]:
    """ "Moved from Friday to Monday"; accounts of the former date in other articles are set beside it."""
    for sentence in telling.sentences:
        times = [(t, when) for t in telling.timexes_in(sentence) if (when := moment(t))]
        for (first, one), (second, two) in combinations(times, 2):
            before = telling.text[sentence.start : first.span.start]
            between = telling.text[first.span.end : second.span.start]
            if not MOVED.search(before) or not re.fullmatch(r"\s*(?:until|to|till)\s*", between):
                continue
            about = meanings(words(before))
            earlier = [
                Fact(d.day or one, d.clause.span)
                for t in ground.tellings
                if t is not telling and later(t.published, telling.published)
                for d in dated(t)
                if (d.day == one[:10] or _same_weekday(d, telling, first))
                and (d.meanings & about or _by(d, telling, sentence))
            ]
            facts = [Fact(earlier[0].value if earlier else one, first.span), *earlier, Fact(two, second.span)]
            yield difference(
                "date", "update", f"“{telling.words(Span(telling.id, sentence.start, second.span.end))}”", facts,
                f"The date was moved from {one} to {two}.",
            )  # fmt: skip


def _by(dated: Dated, telling: Telling, sentence: Span) -> bool:
    """Whether it is said by somebody of whom the sentence speaks."""
    said = dated.attribution
    return said is not None and said.speaker is not None and said.speaker in telling.entities_in(sentence)


def _same_weekday(dated: Dated, telling: Telling, timex: Timex) -> bool:
    """Whether both give the time by the same words, in articles of one week."""
    mine, yours = plain(dated.telling.words(dated.timex.span)), plain(telling.words(timex.span))
    return mine.removeprefix("on ") == yours.removeprefix("on ")


def _meet(one: str, two: str) -> bool:
    """Whether two times may be the same: the one is a less precise form of the other."""
    return one.startswith(two) or two.startswith(one)


def _one_event(ground: Ground, left: Dated, right: Dated) -> bool:
    """Whether clauses of two articles tell of one event."""
    if not left.verbs & right.verbs or left.clause.negated != right.clause.negated:
        return False
    shared = left.meanings & right.meanings
    if len(shared) < 2:
        return False
    fewer = min((left.meanings, right.meanings), key=ground.weight)
    held = ground.weight(shared) / (ground.weight(fewer) or 1.0)
    telling = any(ground.rarity(v) >= RARE for v in left.acts & right.acts & EVENTS)
    return ground.likeness(left.meanings, right.meanings) >= ALIKE or (telling and held >= HELD)


def _side_by_side(ground: Ground, left: Dated, right: Dated) -> bool:
    """Whether one article has two speakers give different times of one event, one after the other."""
    first, second = left.attribution, right.attribution
    if first is second or (first and second and first.speaker == second.speaker is not None):
        return False
    if not all(
        d.attribution or SAYING.search(d.telling.words(d.telling.sentences[d.clause.sentence])) for d in (left, right)
    ):
        return False
    near = abs(left.clause.sentence - right.clause.sentence) <= BESIDE
    shared = left.verbs & right.verbs & EVENTS
    return near and bool(shared) and (left.acts | right.acts) & EVENTS <= shared


def _explained(left: Dated, right: Dated, found: list[Dated]) -> bool:
    """Whether there are two events: either article also has the other's time, for something alike."""
    if _same_words(left, right):
        return True
    return left.telling is not right.telling and any(
        d is not left
        and d is not right
        and bool(d.acts & (left.verbs | right.verbs))
        and ((d.telling is left.telling and d.tells(right)) or (d.telling is right.telling and d.tells(left)))
        for d in found
    )


def _same_words(left: Dated, right: Dated) -> bool:
    """Whether both give the same words for the time ("on Monday"): if they resolve differently, one is misread."""
    mine, yours = (plain(d.telling.words(d.timex.span)) for d in (left, right))
    return (DAY.sub("", mine) != mine and mine in yours) or yours in mine


def _relation(left: Dated, right: Dated) -> DifferenceRelation:
    """Update where both tell of what is still to come, and one article came out later."""
    first, second = sorted((left, right), key=lambda d: d.telling.published)
    ahead = all(d.day is not None and d.day > d.telling.published[:10] for d in (first, second))
    return "update" if ahead and later(first.telling.published, second.telling.published) else "conflict"


def _difference(ground: Ground, how: DifferenceRelation, left: Dated, right: Dated) -> Difference:
    return difference(
        "date", how, f"when “{short(ground.words(left.clause.span))}”", [left.fact, right.fact],
        f"The time is given as {listed([left.when, right.when])}.",
    )  # fmt: skip
