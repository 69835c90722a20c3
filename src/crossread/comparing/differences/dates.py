"""The time of one event, given differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from crossread.comparing.grounds import RARE, Ground
from crossread.comparing.updates import later
from crossread.comparing.vocabulary import plain
from crossread.records import Difference, DifferenceRelation

from .dated import DAY, EVENTS, Dated, dated
from .onsets import onsets_apart
from .set_apart import times_set_apart
from .sides import difference, listed, short

SAYING = re.compile(r"\b(?:said|says|say|shows?|showed|according to|insists?|claims?|reported)\b")
HELD = 0.7  # share of the shorter clause that the longer one must hold, where both tell of one rare act
ALIKE = 0.28  # likeness of two clauses, times aside, from which on they tell of one event
BESIDE = 2  # sentences between two times that one article sets against each other


def date(ground: Ground) -> Iterator[Difference]:
    """Differences over when something happened, or is to happen."""
    yield from times_set_apart(ground)
    yield from onsets_apart(ground)
    found = [d for telling in ground.tellings for d in dated(telling)]
    for left, right in combinations(found, 2):
        same = _side_by_side if left.telling is right.telling else _one_event
        if same(ground, left, right) and not left.meets(right) and not _explained(left, right, found):
            yield _difference(ground, _relation(left, right), left, right)


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
