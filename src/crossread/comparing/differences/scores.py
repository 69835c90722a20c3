"""Votes and results: "4-3" against "5-2", "five to four" against "a clear majority", "2-1" against "unanimous"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossread.comparing.facts import Fact
from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Telling
from crossread.comparing.vocabulary import kin, meanings, stem, words
from crossread.records import Difference, Span

from .sides import difference, listed

NUMERALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WORD = "|".join(NUMERALS[1:])
SCORE = re.compile(
    r"(?<![\d.,:/–-])(?P<a>\d{1,3})\s?[-–]\s?(?P<b>\d{1,3})(?![\d.,:/–-]*\d)(?!-)"
    r"(?! (?:a\.m|p\.m|am|pm|percent|per cent|%))|"
    rf"\b(?P<c>{WORD})(?: votes?| judges?)? ?(?:to|-|–) ?(?P<d>{WORD})"
    r"(?! (?:\d|years?|months?|weeks?|days?|hours?|minutes?))\b|"
    rf"\b(?P<e>{WORD}) (?:[a-z]+ )?out of (?P<f>{WORD})\b|"
    r"\b(?P<whole>unanimous(?:ly)?)\b|\b(?P<clear>(?:clear|large|comfortable|overwhelming|solid|big) majority)\b",
    re.IGNORECASE,
)
AT_THE_HOUR = re.compile(r"\b(?:at|from|since|until|till|about|around|before|after)\s+$", re.IGNORECASE)
VOTED = frozenset({"vote"}) | frozenset(
    kin(stem(w)) for w in ("rule", "court", "judge", "justice", "board", "council", "senate", "majority", "dissent")
)
BODIES = frozenset(stem(w) for w in ("court", "board", "council", "committee", "parliament", "senate", "jury", "panel"))
FEWEST = 3  # words that two tellings share, the body among them, if they are of one vote
SAME = 0.10  # likeness of two sentences from which on both speak of one vote
NARROW = 1  # votes more on the one side: no clear majority


@dataclass(frozen=True, slots=True)
class Score:
    """A result and the sentence it stands in, with the one before where that is short of words."""

    fact: Fact
    context: frozenset[str]
    margin: int | None  # votes more on the one side; None where only words tell

    def clashes(self, other: Score) -> bool:
        """Whether both cannot be right."""
        if self.fact.value == other.fact.value:
            return False
        if self.margin is None and other.margin is None:
            return "unanimous" in (self.fact.value, other.fact.value)
        counted, told = (self, other) if self.margin is not None else (other, self)
        if told.margin is not None:
            return True
        lost = not counted.fact.value.endswith("-0")
        return lost if told.fact.value == "unanimous" else counted.margin == NARROW


def scores(ground: Ground) -> Iterator[Difference]:
    """Differences over the result of one vote."""
    found = [s for telling in ground.tellings for s in _of(telling)]
    for i, left in enumerate(found):
        group = [left] + [s for s in found[i + 1 :] if _one_vote(ground, left, s)]
        articles = {s.fact.span.article for s in group}
        values = sorted({s.fact.value for s in group})
        told_once = len({(s.fact.span.article, s.fact.value) for s in group}) == len(articles)
        in_words = any(s.margin is None for s in group)
        if any(a.clashes(b) for a in group for b in group) and len(articles) > 1 and (told_once or in_words):
            yield difference(
                "number", "conflict", "result of the vote", [s.fact for s in group],
                f"The result is given as {listed(values)}.",
            )  # fmt: skip
            return


def _one_vote(ground: Ground, left: Score, right: Score) -> bool:
    """Whether both are of one body, or told of in like words."""
    shared = left.context & right.context
    return ground.likeness(left.context, right.context) >= SAME or (bool(shared & BODIES) and len(shared) >= FEWEST)


def _of(telling: Telling) -> Iterator[Score]:
    for number, sentence in enumerate(telling.sentences):
        for match in SCORE.finditer(telling.text, sentence.start, sentence.end):
            near = meanings(words(telling.words(sentence)))
            if not near & VOTED and not (match["c"] and _puts_a_result(telling, sentence)):
                continue
            if match["c"] and AT_THE_HOUR.search(telling.text[sentence.start : match.start()]):
                continue
            start = max(0, number - 1)
            wide = meanings(words(telling.text[telling.sentences[start].start : sentence.end]))
            span = Span(telling.id, match.start(), match.end())
            clause = telling.clause_at(span)
            value, margin = _result(match)
            yield Score(Fact(value, clause.span if clause else span), wide, margin)


def _puts_a_result(telling: Telling, sentence: Span) -> bool:
    return re.search(r"\bresult|\bputs? it at\b|\bdecid", telling.words(sentence)) is not None


def _result(match: re.Match[str]) -> tuple[str, int | None]:
    """The result as "5-4" and the votes between the sides; "unanimous" or "clear majority" where only words tell."""
    if match["whole"]:
        return "unanimous", None
    if match["clear"]:
        return "clear majority", None
    if match["e"]:
        part, whole = (NUMERALS.index(match[g].lower()) for g in ("e", "f"))
        first, second = part, whole - part
    elif match["c"]:
        first, second = (NUMERALS.index(match[g].lower()) for g in ("c", "d"))
    else:
        first, second = int(match["a"]), int(match["b"])
    first, second = max(first, second), min(first, second)
    return f"{first}-{second}", first - second
