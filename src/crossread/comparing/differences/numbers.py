"""Numbers of the same thing, given differently: tolls, counts, shares, sums and measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from crossread.comparing.facts import Fact
from crossread.comparing.grounds import RARE, Ground
from crossread.comparing.updates import later, moved, revised, since
from crossread.comparing.vocabulary import kin, stem
from crossread.records import Difference, DifferenceRelation

from .counts import PEOPLE, Count, counts, in_a_correction
from .main_figures import again, feared, main_figures
from .rivals import changes, corrected, rival_tolls, rivals, set_against
from .scores import scores
from .sides import difference, listed, short
from .tolls import growing, tolls

OUTGROWN = 1.25  # "at least 11" is outgrown by 14, and not by 12
MEASURED = frozenset({"area", "length", "weight", "other"})
FEW = 2  # "the two met" counts nothing that another "one" could contradict
WIDER = 0.8  # a likeness of sentences counts for less than one of clauses
FARTHEST = 10  # further apart than by this factor, two counts are not of one thing
PLAUSIBLE = 4  # two accounts of one thing without a toll are seldom further apart than by this factor
LARGE = 20  # from which on a figure is seldom shared by chance, or given of some other things of the kind
NEAR_SIZE = 2  # large figures for a telling noun that are further apart than by this factor may be of different things
LONG_NUMERAL, ROUND_STEP, CLOSE_BY = 100, 10, 1.2
LEAP = 4  # so many times the former toll, on the same day
ROUNDED = 0.1  # two hedged figures no further apart than this are one
ALIKE = 0.22  # likeness of two clauses from which on what they count is the same, where the counted noun is the same
FAINT = 0.09  # the same where they also share a toll, or where the noun is a telling one

Pair = tuple[Count, Count]


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
        or (a.amount.value == b.amount.value and _like_kinds(a, b) and (a.head == b.head or alike(ground, a, b) > 0))
        for a in pair
        for b in other
    )


def _like_kinds(a: Count, b: Count) -> bool:
    """Whether two numbers are of one kind; a bare one ("claims 78") may be of any."""
    return a.measures() == b.measures() or ("count" in (a.quantity.kind, b.quantity.kind) and None in (a.head, b.head))


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
        sole = [*_sole(mine, yours), *_only_ones(ground, mine, yours)]
        links = sorted(
            (
                (likeness, -i, -j)
                for i, a in enumerate(mine)
                for j, b in enumerate(yours)
                if (likeness := alike(ground, a, b) or FAINT * ((a, b) in sole))
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
            if apart and not (_known(a, yours) or _known(b, mine)):
                yield a, b


def _sole(mine: Sequence[Count], yours: Sequence[Count]) -> list[Pair]:
    """Pairs of the only figures in a unit in either article, where the one says that it has been revised."""
    pairs = []
    for a in mine:
        like = [c for c in mine if c.measures() == a.measures()], [c for c in yours if c.measures() == a.measures()]
        if a.quantity.kind in MEASURED and len(like[0]) == len(like[1]) == 1:
            pair = (like[0][0], like[1][0])
            if any(revised(c.telling.words(c.clause.span)) for c in pair):
                pairs.append(pair)
    return pairs


def _only_ones(ground: Ground, mine: Sequence[Count], yours: Sequence[Count]) -> list[Pair]:
    """Pairs of large figures, each the only one that its article gives for a telling noun."""
    pairs = []
    for head in sorted({c.head for c in mine if c.head and _telling(ground, c.head)} & {c.head for c in yours}):
        left, right = ([c for c in counts_ if c.head == head] for counts_ in (mine, yours))
        if len({c.amount.value for c in left}) > 1 or len({c.amount.value for c in right}) > 1:
            continue
        a, b = left[0], right[0]
        size = a.amount.value / b.amount.value if b.amount.value else 0
        large = min(a.amount.value, b.amount.value) >= LARGE and 1 / NEAR_SIZE <= size <= NEAR_SIZE
        plain = not (a.scoped or b.scoped or a.other or b.other) and not (a.modifiers ^ b.modifiers)
        if (
            large
            and plain
            and a.year == b.year
            and a.measures() == b.measures()
            and not (a.tolls and b.tolls and not a.tolls & b.tolls)
        ):
            pairs.append((a, b))
    return pairs


def _outgrown(left: Count, right: Count) -> bool:
    """Whether a later toll has left an earlier "at least" so far behind that a reader must be told."""
    first, second = (left, right) if later(left.telling.published, right.telling.published) else (right, left)
    grown = second.amount.value >= OUTGROWN * first.amount.value
    return (
        grown
        and bool(first.tolls & second.tolls & growing())
        and later(first.telling.published, second.telling.published)
    )


def _known(count: Count, others: Iterable[Count]) -> bool:
    """Whether the other article has this value too: then its different one is of something else."""
    return any(
        other.measures() == count.measures()
        and other.amount.value == count.amount.value
        and (None in (other.head, count.head) or other.head == count.head)
        and not (other.tolls and count.tolls and not other.tolls & count.tolls)
        for other in others
    )


def alike(ground: Ground, a: Count, b: Count) -> float:
    """How surely two counts are of the same thing: 0 where they are not taken to be, above that a likeness."""
    if a.measures() != b.measures() or a.scoped != b.scoped or not _heads_meet(ground, a, b):
        return 0.0
    if a.places and b.places and not a.places & b.places and not a.tolls & b.tolls:
        return 0.0
    if (a.tolls and b.tolls and not a.tolls & b.tolls) or a.qualifiers != b.qualifiers:
        return 0.0
    if a.year != b.year or ("die" in a.tolls & b.tolls and (feared(a) or feared(b))):
        return 0.0
    near = max(ground.likeness(a.context, b.context), WIDER * ground.likeness(a.sentence, b.sentence))
    if a.amount.meets(b.amount):
        near += 0.5  # the same value of the same thing goes together before any other pair
    shared = a.tolls & b.tolls
    if shared and (a.head not in PEOPLE or near >= FAINT):
        return near + 0.1
    telling = _telling(ground, a.head) or a.quantity.kind == "area"
    if _near_numerals(a, b) and any(ground.rarity(m) > RARE for m in a.sentence & b.sentence):
        return near + FAINT
    if a.dimension and a.dimension == b.dimension:
        return near + FAINT
    if a.quantity.kind in ("length", "duration") and not a.verbs & b.verbs:
        return 0.0
    if a.persons and b.persons and not a.persons & b.persons:
        return 0.0
    if a.other or b.other or (a.modifiers and b.modifiers and not a.modifiers & b.modifiers):
        return 0.0
    if not 1 / PLAUSIBLE <= (a.amount.value or 1) / (b.amount.value or 1) <= PLAUSIBLE:
        return 0.0
    return near if near >= (FAINT if telling else ALIKE) else 0.0


def _near_numerals(a: Count, b: Count) -> bool:
    """Whether two measures are close, long and not round, as 117 days and 107 are: that is seldom chance."""
    low, high = sorted((a.quantity.value, b.quantity.value))
    measured = a.quantity.kind in ("duration", *MEASURED) and a.quantity.unit == b.quantity.unit
    exact = not (low % ROUND_STEP == 0 or high % ROUND_STEP == 0 or a.quantity.hedge or b.quantity.hedge)
    return measured and exact and LONG_NUMERAL <= low < high <= CLOSE_BY * low


def _telling(ground: Ground, head: str | None) -> bool:
    """Whether a counted noun is rare enough to tell by itself what is counted."""
    return head is not None and head not in PEOPLE and ground.rarity(head) > RARE


def _heads_meet(ground: Ground, a: Count, b: Count) -> bool:
    """Whether two counts may count one thing: by noun, or where one leaves it out ("three were launched"), by verb."""
    if a.quantity.kind == "count" and None in (a.head, b.head):
        acts = a.verbs & b.verbs
        return (
            a.head != b.head
            and min(a.amount.value, b.amount.value) > FEW
            and (a.leads or b.leads)
            and any(ground.rarity(v) > RARE for v in acts)
        )
    return a.head == b.head or (a.head in PEOPLE and b.head in PEOPLE)


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
    if other.amount.value == side.amount.value >= LARGE and _like_kinds(side, other) and _same_people(side, other):
        return True
    return other.amount.value == side.amount.value and bool(
        alike(ground, side, other) or (other.speaker is not None and other.speaker == side.speaker)
    )


def _same_people(side: Count, other: Count) -> bool:
    """Whether two equal figures are of people, or of nothing named, and no toll tells them apart."""
    apart = side.tolls and other.tolls and not side.tolls & other.tolls
    heads = [c.head in PEOPLE or c.head is None for c in (side, other)]
    odd = None in (side.head, other.head) and side.amount.value % ROUND_STEP != 0
    return not apart and (all(heads) or side.head == other.head or odd)


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
