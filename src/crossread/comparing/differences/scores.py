"""Votes and results, "4-3" against "5-2"."""

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

SCORE = re.compile(
    r"(?<![\d.,:/–-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\d.,:/–-]*\d)(?!-)(?! (?:a\.m|p\.m|am|pm|percent|per cent|%))"
)
VOTED = frozenset({"vote"}) | frozenset(
    kin(stem(w)) for w in ("rule", "court", "judge", "justice", "board", "council", "senate")
)
BODIES = frozenset(stem(w) for w in ("court", "board", "council", "committee", "parliament", "senate", "jury", "panel"))
FEWEST = 3  # words that two tellings share, the body among them, if they are of one vote
SAME = 0.10  # likeness of two sentences from which on both speak of one vote


@dataclass(frozen=True, slots=True)
class Score:
    """A result and the sentence it stands in, with the one before where that is short of words."""

    fact: Fact
    context: frozenset[str]


def scores(ground: Ground) -> Iterator[Difference]:
    """Differences over the result of one vote."""
    found = [s for telling in ground.tellings for s in _of(telling)]
    for i, left in enumerate(found):
        group = [left] + [s for s in found[i + 1 :] if _one_vote(ground, left, s)]
        articles = {s.fact.span.article for s in group}
        values = sorted({s.fact.value for s in group})
        if len(values) > 1 and len(articles) == len(group):
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
            if near & VOTED:
                start = max(0, number - 1)
                wide = meanings(words(telling.text[telling.sentences[start].start : sentence.end]))
                span = Span(telling.id, match.start(), match.end())
                clause = telling.clause_at(span)
                value = "-".join(sorted(match.groups(), key=int, reverse=True))
                yield Score(Fact(value, clause.span if clause else span), wide)
