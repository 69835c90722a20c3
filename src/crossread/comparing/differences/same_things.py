"""Whether two counts are of the same thing, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread.comparing.grounds import RARE, Ground
from crossread.comparing.updates import revised

from .counts import PEOPLE, Count
from .main_figures import feared

MEASURED = frozenset({"area", "length", "weight", "other"})
FEW = 2  # "the two met" counts nothing that another "one" could contradict
WIDER = 0.8  # a likeness of sentences counts for less than one of clauses
PLAUSIBLE = 4  # two accounts of one thing without a toll are seldom further apart than by this factor
LARGE = 20  # from which on a figure is seldom shared by chance, or given of some other things of the kind
NEAR_SIZE = 2  # large figures for a telling noun that are further apart than by this factor may be of different things
LONG_NUMERAL, ROUND_STEP, CLOSE_BY = 100, 10, 1.2
ALIKE = 0.22  # likeness of two clauses from which on what they count is the same, where the counted noun is the same
FAINT = 0.09  # the same where they also share a toll, or where the noun is a telling one
Pair = tuple[Count, Count]


def like_kinds(a: Count, b: Count) -> bool:
    """Whether two numbers are of one kind; a bare one ("claims 78") may be of any."""
    return a.measures() == b.measures() or ("count" in (a.quantity.kind, b.quantity.kind) and None in (a.head, b.head))


def sole(mine: Sequence[Count], yours: Sequence[Count]) -> list[Pair]:
    """Pairs of the only figures in a unit in either article, where the one says that it has been revised."""
    pairs = []
    for a in mine:
        like = [c for c in mine if c.measures() == a.measures()], [c for c in yours if c.measures() == a.measures()]
        if a.quantity.kind in MEASURED and len(like[0]) == len(like[1]) == 1:
            pair = (like[0][0], like[1][0])
            if any(revised(c.telling.words(c.clause.span)) for c in pair):
                pairs.append(pair)
    return pairs


def only_ones(ground: Ground, mine: Sequence[Count], yours: Sequence[Count]) -> list[Pair]:
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


def known(count: Count, others: Iterable[Count]) -> bool:
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


def same_people(side: Count, other: Count) -> bool:
    """Whether two equal figures are of people, or of nothing named, and no toll tells them apart."""
    apart = side.tolls and other.tolls and not side.tolls & other.tolls
    heads = [c.head in PEOPLE or c.head is None for c in (side, other)]
    odd = None in (side.head, other.head) and side.amount.value % ROUND_STEP != 0
    return not apart and (all(heads) or side.head == other.head or odd)
