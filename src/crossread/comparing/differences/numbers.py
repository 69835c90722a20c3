"""Numbers of the same thing, given differently: tolls, counts, shares, sums and measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from crossread.comparing.facts import Fact
from crossread.comparing.grounds import Ground
from crossread.comparing.updates import later, moved, since
from crossread.comparing.vocabulary import kin, stem
from crossread.records import Difference, DifferenceRelation

from .counts import Count, counts, in_a_correction
from .main_figures import again, main_figures
from .rivals import changes, corrected, rival_tolls, rivals, set_against
from .same_things import FAINT, LARGE, Pair, alike, known, like_kinds, only_ones, same_people, sole
from .scores import scores
from .sides import difference, listed, short
from .tolls import growing, tolls

OUTGROWN = 1.25  # "at least 11" is outgrown by 14, and not by 12
FARTHEST = 10  # further apart than by this factor, two counts are not of one thing
LEAP = 4  # so many times the former toll, on the same day
ROUNDED = 0.1  # two hedged figures no further apart than this are one


def number(ground: Ground) -> Iterator[Difference]:
    """Differences over a number: reported side by side in one article, or given by one article and by another."""
    found = counts(ground)
    against = [*set_against(ground, found), *rivals(ground, found), *rival_tolls(found)]
    changed = [*changes(found), *corrected(ground)]
    against = [pair for pair in against if not in_a_correction(pair[1])]
    settled = {id(count) for pair in against for count in pair}
    across = _one_by_one(list(_across(ground, [c for c in found if id(c) not in settled])))
    for mains in main_figures(ground, [c for c in found if c.year is None]):
        pairs = [(a, b) for a, b in combinations(mains, 2) if not a.amount.meets(b.amount) or _outgrown(a, b)]
        if pairs:
            tolls_ = frozenset.intersection(*(m.tolls for m in mains))
            beside = [(m, c) for m in mains for c in again(m, found)]
            yield _told(ground, series(pairs), pairs + beside, found)
            across = [(a, b) for a, b in across if not tolls_ & a.tolls & b.tolls]
    for family in _families(ground, against):
        yield _told(ground, "conflict", family, found)
    updates = [pair for pair in across if relation(*pair) == "update"]
    for family in _families(ground, changed + updates):
        yield _told(ground, "update", family, found)
    for family in _families(ground, [pair for pair in across if pair not in updates]):
        yield _told(ground, "conflict", family, found)
    yield from scores(ground)


def _one_by_one(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, without those from two clauses that differ in more than one number: they tell of different things."""
    often = Counter((a.clause.span, b.clause.span) for a, b in pairs)
    return [(a, b) for a, b in pairs if often[a.clause.span, b.clause.span] == 1]


def _families(ground: Ground, pairs: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs, those together that are over one figure."""
    families: list[list[Pair]] = []
    for pair in pairs:
        home = next((f for f in families if any(_one_figure(ground, pair, other) for other in f)), None)
        if home is None:
            families.append([pair])
        else:
            home.append(pair)
    return families


def _one_figure(ground: Ground, pair: Pair, other: Pair) -> bool:
    """Whether two pairs share a side: the same count, or the same value of the same thing."""
    return any(
        a is b
        or (a.amount.value == b.amount.value and like_kinds(a, b) and (a.head == b.head or alike(ground, a, b) > 0))
        for a in pair
        for b in other
    )


def relation(left: Count, right: Count) -> DifferenceRelation:
    """Update where the later article gives the higher toll, or says itself that the figure has changed."""
    first, second = (left, right) if later(left.telling.published, right.telling.published) else (right, left)
    same_day = first.telling.published[:10] == second.telling.published[:10]
    if (
        same_day
        and first.tolls
        and first.quantity.kind == "count"
        and second.amount.value >= LEAP * first.amount.value > 0
    ):
        return "conflict"  # no toll grows so fast: two sides count
    if first.dimension and first.dimension == second.dimension:
        return "conflict"  # how high and how deep does not change
    known = bool(first.telling.published and second.telling.published)
    if not known and first.tolls & second.tolls & growing():
        return "update"  # tolls grow; which article came first is not known
    grown = second.amount.value > first.amount.value
    newer = later(first.telling.published, second.telling.published)
    if newer and "miss" in first.tolls & second.tolls:
        return "update"  # those missing are found
    if newer and grown and (first.tolls & second.tolls & growing() or first.quantity.kind == "area"):
        return "update"
    if not newer:
        return "conflict"
    text = second.telling.words(second.telling.sentences[second.clause.sentence])
    return "update" if moved(text) or since(text) else "conflict"


def series(pairs: Sequence[Pair]) -> DifferenceRelation:
    """Update where every figure that differs from an earlier one takes its place."""
    return "update" if all(relation(a, b) == "update" for a, b in pairs) else "conflict"


def _across(ground: Ground, found: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Pairs of counts of the same thing in two articles that cannot both be right."""
    for here, there in combinations(ground.tellings, 2):
        mine = [c for c in found if c.telling is here]
        yours = [c for c in found if c.telling is there]
        only = [*sole(mine, yours), *only_ones(ground, mine, yours)]
        links = sorted(
            (
                (likeness, -i, -j)
                for i, a in enumerate(mine)
                for j, b in enumerate(yours)
                if (likeness := alike(ground, a, b) or FAINT * ((a, b) in only))
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
            if not 1 / FARTHEST <= (a.amount.value or 1) / (b.amount.value or 1) <= FARTHEST:
                continue
            apart = not a.amount.meets(b.amount) or _outgrown(a, b)
            if apart and not (known(a, yours) or known(b, mine)):
                yield a, b


def _outgrown(left: Count, right: Count) -> bool:
    """Whether a later toll has left an earlier "at least" so far behind that a reader must be told."""
    first, second = (left, right) if later(left.telling.published, right.telling.published) else (right, left)
    grown = second.amount.value >= OUTGROWN * first.amount.value
    return (
        grown
        and bool(first.tolls & second.tolls & growing())
        and later(first.telling.published, second.telling.published)
    )


def _told(ground: Ground, how: DifferenceRelation, pairs: Sequence[Pair], found: Sequence[Count]) -> Difference:
    """The difference between the counts of some pairs, with every other account of one of their values."""
    members = list(dict.fromkeys(count for pair in pairs for count in pair))
    sides: list[Count] = []
    facts: list[Fact] = []
    for count in members:
        side = next((s for s in sides if s.amount.value == count.amount.value or _rounded(s, count)), None)
        if side is None:
            sides.append(count)
        facts.append(Fact((side or count).fact.value, count.shown))
    for side in sides:
        others = (c for c in found if c not in members and _same_value(ground, side, c))
        facts += [Fact(side.fact.value, other.shown) for other in others]
    what = about(next((c for c in members if c.quantity.counted is not None), members[0]))
    values = listed([side.fact.value for side in sides])
    why = f"Different figures are given for the {what}: {values}."
    if how == "update":
        why = f"The {what} has changed: {values} are given at different times."
    return difference("number", how, what, facts, why)


def _rounded(side: Count, count: Count) -> bool:
    """Whether one of two counts is the other, rounded; "at least" does not make 40 and 70 one."""
    if {"at least", "at most"} & {side.quantity.hedge, count.quantity.hedge}:
        return False
    apart = abs(side.amount.value - count.amount.value)
    return side.amount.meets(count.amount) and apart <= ROUNDED * side.amount.value


def _same_value(ground: Ground, side: Count, other: Count) -> bool:
    if other.measures() != side.measures() or not other.amount.meets(side.amount):
        return False
    if other.amount.value == side.amount.value >= LARGE and like_kinds(side, other) and same_people(side, other):
        return True
    return other.amount.value == side.amount.value and bool(
        alike(ground, side, other) or (other.speaker is not None and other.speaker == side.speaker)
    )


def about(count: Count) -> str:
    """What is counted, in words: "number of people killed"."""
    toll = next((tolls()[t] for t in sorted(count.tolls)), "")
    label = {"percent": "share", "money": "sum", "count": "number", "other": "amount"}.get(
        count.quantity.kind, count.quantity.kind
    )
    counted = count.quantity.counted
    if counted is None or (toll and count.quantity.kind == "area"):
        thing = toll or f"in “{short(count.telling.words(count.shown))}”"
        return f"{label} {thing}"
    words_ = count.telling.words(counted)
    if count.head == "person" and kin(stem(words_.split()[-1])) in tolls():
        return f"{label} {toll}"  # "17 hurt"
    return f"{label} of {words_}" + (f" {toll}" if toll and toll not in words_ else "")
