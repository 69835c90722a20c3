"""What happened to those counted: which words of a clause go with which of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crossread.comparing.tellings import Clause, Telling
from crossread.comparing.vocabulary import lines, meanings, senses, words
from crossread.records import Quantity, Span

QUALIFIERS = frozenset({"confirm", "suspect", "attempt", "prior", "previous", "past"})
REACH = 6  # words after a number within which what happened to the counted is told
HEDGED = re.compile(
    r"\s*(?:(?:at least|at most|more than|fewer than|up to|about|some|around|nearly|almost|over|the|an?)\s+)*"
)
OF_PEOPLE = frozenset(
    ("die", "injure", "miss", "sick", "admit", "treat", "arrest", "rescue", "evacuate", "homeless", "aboard")
)
COUNTING = re.compile(r"\b(?:number|toll|figure|count|total|tally)\b", re.IGNORECASE)
STATED = re.compile(
    r"\b(?:(?P<toll>(?:death )?toll)|number of (?:the |those |people |persons )*(?P<of>[a-z]+(?: [a-z]+){0,2}))\b"
    r"[^;:]*?\b(?:to|at|is|was|as|reach(?:ed|es)|pass(?:ed|es))\s+(?:[a-z]+ ){0,3}$",
    re.IGNORECASE,
)
LOST = re.compile(r"[^.;,]{0,60}?\b(?:los(?:e|es|t|ing)) (?:their|his|her) li(?:fe|ves)\b")
INSERTED = re.compile(r",[^,;:]{1,60},(?= (?:was|were|have|has|had|are|is)\b)")


@cache
def tolls() -> dict[str, str]:
    """What a count may be a toll of, with how the reader is told of it."""
    pairs = (line.partition(":") for line in lines("tolls.txt"))
    return {name.strip(): told.strip(" *") for name, _, told in pairs}


@cache
def growing() -> frozenset[str]:
    """Those tolls that are counted again while an event goes on, and only grow."""
    return frozenset(line.partition(":")[0].strip() for line in lines("tolls.txt") if not line.endswith("*"))


def of(telling: Telling, clause: Clause, quantity: Quantity) -> frozenset[str]:
    """The tolls that a quantity may be: those said of it, by the words of its clause.

    Where a clause holds several numbers, a word goes with the number that it stands right before ("killing one man"),
    else with the one before it ("17 hurt").
    """
    stated = _stated(telling, clause, quantity)
    if stated:
        return stated
    counted = frozenset() if quantity.counted is None else meanings(words(telling.words(quantity.counted)))
    numbers = sorted({quantity.span, *(q.span for q in telling.quantities_in(clause.span))})
    anywhere = quantity.kind == "money" or COUNTING.search(telling.words(clause.span)) is not None
    said = (
        meaning
        for meaning, word in senses(clause.words)
        if _nearest(telling, numbers, word.start, word.end) == quantity.span
        and (anywhere or _beside(telling, quantity.span, word.start, word.end))
    )
    found = frozenset((*counted, *said)) & tolls().keys() - QUALIFIERS
    return (found - {"destroy"}) | {"die"} if _lives_lost(telling, quantity, found) else found


def _stated(telling: Telling, clause: Clause, quantity: Quantity) -> frozenset[str]:
    """The toll that the words before a number name as such: "the number of people killed … has risen to 31"."""
    sentence = telling.sentences[clause.sentence]
    match = STATED.search(telling.text, sentence.start, quantity.span.start)
    if match is None or telling.text[match.end() : quantity.span.start].strip():
        return frozenset()
    return frozenset({"die"}) if match["toll"] else meanings(words(match["of"])) & tolls().keys()


def _lives_lost(telling: Telling, quantity: Quantity, found: frozenset[str]) -> bool:
    """Whether those counted are dead by other words: "claims 28 lives", "12 workers lost their lives"."""
    if LOST.match(telling.text, quantity.span.end):
        return True
    noun = "" if quantity.counted is None else telling.words(quantity.counted).split()[-1].casefold()
    return noun == "lives" and "rescue" not in found


def _beside(telling: Telling, number: Span, start: int, end: int) -> bool:
    """Whether a word stands right before a number, or shortly after it with no comma between."""
    if end <= number.start:
        return HEDGED.fullmatch(telling.text[end : number.start]) is not None
    between = INSERTED.sub(" ", telling.text[number.end : start])
    return "," not in between and len(between.split()) <= REACH


def _nearest(telling: Telling, numbers: Sequence[Span], start: int, end: int) -> Span | None:
    """The number that a word of the clause goes with."""
    after = [n for n in numbers if n.start >= end]
    if after and HEDGED.fullmatch(telling.text[end : after[0].start]):
        return after[0]
    before = [n for n in numbers if n.start <= start]
    return before[-1] if before else after[0] if after else None
