"""Numbers of the same thing, given differently: tolls, counts, shares, sums and measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from crossread.comparing.facts import Fact
from crossread.comparing.tellings import RARE, Ground
from crossread.comparing.updates import later, moved
from crossread.records import Difference, DifferenceRelation

from .counts import PEOPLE, Count, counts, tolls
from .rivals import changes, rivals
from .scores import scores
from .sides import difference, listed

OUTGROWN = 1.25  # "at least 11" is outgrown by 14, and not by 12
ALIKE = 0.22  # likeness of two clauses from which on what they count is the same, where the counted noun is the same
FAINT = 0.06  # the same where they also share a toll, or where the noun is a telling one


def number(ground: Ground) -> Iterator[Difference]:
    """Differences over a number: reported side by side in one article, or given by one article and by another."""
    found = counts(ground)
    for left, right in rivals(ground, found):
        yield _told(ground, "conflict", left, right, found)
    for left, right in changes(found):
        yield _told(ground, "update", left, right, found)
    for left, right in _across(ground, found):
        yield _told(ground, relation(left, right), left, right, found)
    yield from scores(ground)


def relation(left: Count, right: Count) -> DifferenceRelation:
    """Update where the later article gives the higher toll, or says itself that the figure has changed."""
    first, second = (left, right) if later(left.telling.published, right.telling.published) else (right, left)
    if not later(first.telling.published, second.telling.published):
        return "conflict"
    grown = second.amount.value > first.amount.value
    if grown and first.tolls & second.tolls:
        return "update"
    return "update" if moved(second.telling.words(second.clause.span)) else "conflict"


def _across(ground: Ground, found: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Pairs of counts of the same thing in two articles that cannot both be right."""
    for here, there in combinations(ground.tellings, 2):
        mine = [c for c in found if c.telling is here]
        yours = [c for c in found if c.telling is there]
        links = sorted(
            (
                (likeness, -i, -j)
                for i, a in enumerate(mine)
                for j, b in enumerate(yours)
                if (likeness := alike(ground, a, b))
            ),
            reverse=True,
        )
        taken_here: set[int] = set()
        taken_there: set[int] = set()
        for _, i, j in links:
            if -i in taken_here or -j in taken_there:
                continue
            taken_here.add(-i)
            taken_there.add(-j)
            a, b = mine[-i], yours[-j]
            apart = not a.amount.meets(b.amount) or _outgrown(a, b)
            if apart and not (_known(a, yours) or _known(b, mine)):
                yield a, b


def _outgrown(left: Count, right: Count) -> bool:
    """Whether a later toll has left an earlier "at least" so far behind that a reader must be told."""
    first, second = (left, right) if later(left.telling.published, right.telling.published) else (right, left)
    grown = second.amount.value >= OUTGROWN * first.amount.value
    return grown and bool(first.tolls & second.tolls) and later(first.telling.published, second.telling.published)


def _known(count: Count, others: Iterable[Count]) -> bool:
    """Whether the other article has this value too: then its different one is of something else."""
    return any(other.measures() == count.measures() and other.amount.value == count.amount.value for other in others)


def alike(ground: Ground, a: Count, b: Count) -> float:
    """How surely two counts are of the same thing: 0 where they are not taken to be, above that a likeness."""
    if a.measures() != b.measures() or a.scoped != b.scoped or (a.head is None and a.quantity.kind == "count"):
        return 0.0
    if a.head != b.head and not (a.head in PEOPLE and b.head in PEOPLE):
        return 0.0
    if a.tolls and b.tolls and not a.tolls & b.tolls:
        return 0.0
    near = ground.likeness(a.context, b.context)
    if a.amount.meets(b.amount):
        near += 0.5  # the same value of the same thing goes together before any other pair
    shared = a.tolls & b.tolls
    if shared and (a.head not in PEOPLE or near >= FAINT):
        return near + 0.1
    telling = a.head is not None and a.head not in PEOPLE and ground.rarity(a.head) > RARE
    return near if near >= (FAINT if telling else ALIKE) else 0.0


def _told(ground: Ground, how: DifferenceRelation, left: Count, right: Count, found: Sequence[Count]) -> Difference:
    """The difference between two counts, with every other account of the one value or the other."""
    facts: list[Fact] = []
    for side in (left, right):
        facts.append(side.fact)
        for other in found:
            if other is not left and other is not right and _same_value(ground, side, other):
                facts.append(Fact(side.fact.value, other.shown))
    what = about(left if left.head else right)
    values = listed([left.fact.value, right.fact.value])
    if how == "update":
        why = f"The figure for {what} has changed: {values} are given at different times."
    else:
        why = f"The figure for {what} is given as {values}."
    return difference("number", how, what, facts, why)


def _same_value(ground: Ground, side: Count, other: Count) -> bool:
    if other.measures() != side.measures() or not other.amount.meets(side.amount):
        return False
    return other.amount.value == side.amount.value and bool(
        alike(ground, side, other) or (other.speaker is not None and other.speaker == side.speaker)
    )


def about(count: Count) -> str:
    """What is counted, in words: "number of people killed"."""
    counted = count.quantity.counted
    thing = count.telling.words(counted) if counted is not None else count.quantity.unit or "this"
    toll = next((tolls()[t] for t in sorted(count.tolls)), "")
    label = {"percent": "share", "money": "sum", "count": "number"}.get(count.quantity.kind, count.quantity.kind)
    return f"{label} of {thing}" + (f" {toll}" if toll and toll not in thing else "")
