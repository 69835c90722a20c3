"""Quantities with what is needed to tell whether two of them count the same thing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from crossread.comparing.clauses import is_verb, verbs
from crossread.comparing.facts import Amount, Fact, amount, written
from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Clause, Telling
from crossread.comparing.timeline import moment
from crossread.comparing.vocabulary import kin, meanings, stem, words
from crossread.records import Quantity, Span

from . import tolls as tolling
from .ages import years_in
from .left_out import CORRECTION, counts_nothing

COUNTED = frozenset(
    {"count", "percent", "money", "length", "area", "weight", "speed", "temperature", "duration", "other"}
)
LIFE = stem("lives")
PEOPLE = frozenset({"person", "other", "one"})
UNCOUNTED = frozenset(
    stem(word)
    for word in ["am", "pm", "gmt", "p", "m", "a", "block", "magnitude", "edt", "est", "bst", "hour", "degree", "page"]
)
BREAK = re.compile(
    r"\b(?:of|from|in|at|on|who|that|which|with|to|for|by|under|near|and|or|till|until|since|after|before|as)\b|,"
)
PAST_DAYS = 45  # a sentence whose dates lie longer before publication tells of something else
DIMENSIONS = (
    (
        "height",
        re.compile(r"^[\w°]*[- ](?:up|high|above|tall)\b|\b(?:height|altitude) of (?:\w+ )?$", re.IGNORECASE),
    ),
    (
        "depth",
        re.compile(
            r"^[\w°]*[- ](?:deep|down|below)\b|\b(?:depth of|dropp\w+|drop of|plung\w+|fell|falling|fall of)"
            r"(?: (?:some|about|nearly|around|over|more than|at least))* $",
            re.IGNORECASE,
        ),
    ),
)
GATHERED = re.compile(r"\b(?:crowd|audience|congregation|gathering) of (?:[a-z]+ ){0,2}$", re.IGNORECASE)
BEFORE, AFTER = 40, 25  # characters around a number in which it is said what it measures
SO_FAR = re.compile(r"\b(?:already|so far|by then|to date)\b", re.IGNORECASE)
LONG = 16  # words of a clause from which on only the part around the number is shown
SCOPED = re.compile(
    r"\b(?:there(?! (?:is|are|was|were|has|have|had|will|would|may|might|must|could)\b)|each|per|a day|every)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Count:
    """A quantity in its clause."""

    telling: Telling
    quantity: Quantity
    clause: Clause
    amount: Amount

    @property
    def span(self) -> Span:
        """The words that give it: the quantity with what it counts."""
        counted = self.quantity.counted
        end = self.quantity.span.end if counted is None else max(self.quantity.span.end, counted.end)
        return Span(self.quantity.span.article, self.quantity.span.start, end)

    @property
    def fact(self) -> Fact:
        """The value and the words that give it, with the clause around them."""
        unit = "%" if self.quantity.kind == "percent" else f" {self.quantity.unit}" if self.quantity.unit else ""
        hedge = f"{self.quantity.hedge} " if self.quantity.hedge else ""
        return Fact(f"{hedge}{written(self.quantity.value)}{unit}", self.shown, self.amount)

    @cached_property
    def shown(self) -> Span:
        """The words from which a reader sees what is counted: the clause, or of a long one the part between commas."""
        start, end = self.clause.span.start, max(self.clause.span.end, self.span.end)
        if len(self.clause.words) > LONG:
            text = self.telling.text
            start = max(start, text.rfind(", ", start, self.span.start) + 2)
            comma = text.find(", ", self.span.end, end)
            end = comma if comma > 0 else end
        return Span(self.span.article, start, end)

    @cached_property
    def head(self) -> str | None:
        """What is counted, as the meaning of its head noun; None where that is left to the reader."""
        counted = self.quantity.counted
        if GATHERED.search(self.telling.text[self.clause.span.start : self.quantity.span.start]):
            return "crowd"
        if self.quantity.kind == "count" and self._stands_for_people:
            return "person"
        if counted is None or (self.quantity.unit and self.quantity.kind != "percent"):
            return None
        phrase = BREAK.split(self.telling.words(counted).strip())[0]
        found = words(phrase)
        head = kin(found[-1].stem) if found else None
        if head in UNCOUNTED:
            return None
        if head == LIFE:
            return "person"
        return "person" if head in tolling.OF_PEOPLE else head

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """What stands before the counted noun: "wool" and "silk" in "wool coats" and "silk coats"."""
        counted = self.quantity.counted
        if counted is None:
            return frozenset()
        return meanings(words(BREAK.split(self.telling.words(counted).strip())[0])[:-1])

    @cached_property
    def other(self) -> bool:
        """Whether it counts "three other" things, others than those just told of."""
        counted = self.quantity.counted
        start = self.quantity.span.end if counted is None else counted.start
        around = self.telling.text[max(0, self.quantity.span.start - 9) : start + 6]
        return re.search(r"\b(?:other|[Aa]nother|more|[Ff]irst|last|next|final)\b", around) is not None

    @cached_property
    def persons(self) -> frozenset[str]:
        """The persons its clause tells of, whoever says it left out."""
        said = self.telling.attribution_at(self.quantity.span)
        speaker = frozenset() if said is None or said.speaker is None else frozenset({said.speaker})
        before = self.telling.text[self.clause.span.start : self.quantity.span.start]
        told = Span(self.span.article, self.clause.span.start, self.quantity.span.start)
        named = self.telling.entities_in(told if "according to" not in before.lower() else self.quantity.span)
        return (named & self.telling.persons) - speaker

    @cached_property
    def places(self) -> frozenset[str]:
        """The places its clause names."""
        kinds = {e.id for e in self.telling.annotated.entities if e.kind == "place"}
        return self.telling.entities_in(self.clause.span) & kinds

    @property
    def _stands_for_people(self) -> bool:
        """Whether it counts people without naming them: "Eleven were hurt", "the number of injured has risen to 30"."""
        if self.quantity.counted is not None or not self.tolls & tolling.OF_PEOPLE:
            return False
        return self.leads or tolling.COUNTING.search(self.telling.words(self.clause.span)) is not None

    @cached_property
    def context(self) -> frozenset[str]:
        """What the words of its clause stand for, without the counted thing and the unit itself."""
        own = {kin(w.stem) for w in words(self.telling.words(self.quantity.span))}
        return frozenset(m for m in self.clause.meanings if m not in own and m != self.head)

    @cached_property
    def tolls(self) -> frozenset[str]:
        """The tolls it may be: what is said to have happened to the counted."""
        return tolling.of(self.telling, self.clause, self.quantity)

    @cached_property
    def qualifiers(self) -> frozenset[str]:
        """What narrows the count: "confirmed" cases are not all cases."""
        return self.clause.meanings & tolling.QUALIFIERS

    @cached_property
    def verbs(self) -> frozenset[str]:
        """What the verbs of its clause stand for."""
        return verbs(self.clause.words)

    @property
    def leads(self) -> bool:
        """Whether the number is the subject of its clause: a verb, or a toll, comes right after it."""
        after = words(self.telling.text[self.quantity.span.end : self.clause.span.end])[:2]
        return bool(after) and (is_verb(after, 0) or kin(after[0].stem) in tolling.tolls() or after[0].lower == "of")

    @cached_property
    def sentence(self) -> frozenset[str]:
        """What the words of its sentence stand for."""
        span = self.telling.sentences[self.clause.sentence]
        return meanings(words(self.telling.words(span)))

    @cached_property
    def speaker(self) -> str | None:
        """The entity that is made to say it, if known."""
        said = self.telling.attribution_at(self.quantity.span)
        return None if said is None else said.speaker

    @cached_property
    def dimension(self) -> str | None:
        """Which extent a length is: "height", "depth"; None where the words beside it do not say."""
        if self.quantity.kind != "length":
            return None
        start, end = self.quantity.span.start, self.quantity.span.end
        around = (self.telling.text[end - 1 : end + AFTER], self.telling.text[max(0, start - BEFORE) : start])
        return next((name for name, words_ in DIMENSIONS if any(words_.search(text) for text in around)), None)

    @cached_property
    def year(self) -> str | None:
        """The earlier year of which its sentence tells, None where that is the present one."""
        return _long_ago(self.telling, self.clause)

    @cached_property
    def scoped(self) -> bool:
        """Whether the clause says that the figure is for one part only ("there", "each", "per day")."""
        if self.head == "crowd":
            return False
        return SCOPED.search(self.telling.words(self.clause.span)) is not None

    def measures(self) -> tuple[str, str | None]:
        """What kind of number it is; only like kinds are compared."""
        return self.quantity.kind, self.amount.unit


ORDINAL = re.compile(
    r"\b[Aa] (?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?P<noun>[a-z]+)(?: [\w’']+){0,6}? "
    r"(?:has died|have died|had died|died|was killed)\b"
)
NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _ordinals(telling: Telling) -> Iterator[Count]:
    """ "A second passenger has died" as a count: two."""
    for match in ORDINAL.finditer(telling.text):
        span, noun = (Span(telling.id, *match.span(part)) for part in ("nth", "noun"))
        clause = telling.clause_at(span)
        if clause is not None:
            made = Quantity(span, "count", float(NTH.index(match["nth"]) + 2), counted=noun)
            yield Count(telling, made, clause, amount(made))


def counts(ground: Ground) -> tuple[Count, ...]:
    """The quantities of all articles that can be compared, in the order of the text."""
    found = (count for telling in ground.tellings for make in (_of, _ordinals) for count in make(telling))
    return tuple(sorted(found, key=lambda c: [t.id for t in ground.tellings].index(c.telling.id)))


def _of(telling: Telling) -> Iterator[Count]:
    ages = years_in(telling)
    for quantity in telling.annotated.quantities:
        clause = telling.clause_at(quantity.span)
        if clause is None or quantity.kind not in COUNTED or quantity.span in ages:
            continue
        if not counts_nothing(telling, quantity, clause):
            yield Count(telling, quantity, clause, _so_far(telling, quantity, clause))


def _so_far(telling: Telling, quantity: Quantity, clause: Clause) -> Amount:
    """What a quantity says; what is "already" so many may have become any number more."""
    said = amount(quantity)
    return replace(said, high=inf) if SO_FAR.search(telling.words(clause.span)) else said


def in_a_correction(count: Count) -> bool:
    """Whether the paragraph puts something right that was reported before."""
    return CORRECTION.search(count.telling.words(count.telling.block_of(count.span))) is not None


def every_figure(telling: Telling) -> Iterator[Count]:
    """All quantities in title and body, those too that are quoted only in order to correct them."""
    for quantity in telling.annotated.quantities:
        clause = telling.clause_at(quantity.span)
        if clause is not None and quantity.kind in COUNTED:
            yield Count(telling, quantity, clause, amount(quantity))


def _long_ago(telling: Telling, clause: Clause) -> str | None:
    """The year of which the sentence tells, where every date in it lies long before publication; else None."""
    written_on = telling.published[:10]
    dates = [when for t in telling.timexes_in(telling.sentences[clause.sentence]) if (when := moment(t))]
    if not written_on or not dates or not all(_days_before(when, written_on) > PAST_DAYS for when in dates):
        return None
    return max(dates)[:4]


def _days_before(when: str, written_on: str) -> int:
    """How many days, by months of thirty, lie between the end of the day, month or year named and another day."""
    parts = when[:10].split("-")
    year, month, day = (int(part) for part in (*parts, *("12", "30")[len(parts) - 1 :])[:3])
    then = dt.date.fromisoformat(written_on)
    return (then.year - year) * 360 + (then.month - month) * 30 + then.day - day
