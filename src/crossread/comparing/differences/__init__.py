"""The ways in which accounts differ, each a small function with its own test, label and reason for the reader.

A kind takes the common ground of a story and gives the differences of its kind, without ids. What is merely worded
differently, rounded, hedged, converted or counted differently is no difference: a false one is the worst a reader can
be shown, so each kind keeps silent where two accounts may speak of different things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from crossread.comparing.grounds import Ground, ground
from crossread.records import AnnotatedArticle, Claim, Difference, DifferenceValue, Entity, Span

from .actors import actor
from .ages import age
from .dates import date
from .numbers import number
from .opposites import other
from .places import place
from .polarity import polarity

Kind = Callable[[Ground], Iterable[Difference]]

TWO_SIDES = 2  # values that two differences share if they are over one point

KINDS: tuple[Kind, ...] = (age, number, date, place, actor, polarity, other)


def find(
    articles: Sequence[AnnotatedArticle], entities: Sequence[Entity], claims: Sequence[Claim]
) -> tuple[Difference, ...]:
    """All differences between and within the articles, by kind and then in the order of the text; ids d1, d2, …"""
    common = ground(articles, entities, claims)
    place_of = {telling.id: index for index, telling in enumerate(common.tellings)}
    found: list[Difference] = []
    for kind in KINDS:
        ordered = sorted(kind(common), key=lambda d: (min((place_of[s.article], s.start) for s in _spans(d)), d.about))
        found += _new(common, _joined(common, ordered), found)
    return tuple(replace(d, id=f"d{n}", claims=common.claims_over(_spans(d))) for n, d in enumerate(found, 1))


def _joined(common: Ground, ordered: Iterable[Difference]) -> list[Difference]:
    """The differences of one kind, those made one that set the same values, or two of them, against each other in the
    same sentences."""
    made: list[Difference] = []
    for new in ordered:
        at = next((i for i, old in enumerate(made) if _are_one(common, new, old)), None)
        if at is None:
            made.append(new)
        else:
            made[at] = _union(made[at], new)
    return made


def _are_one(common: Ground, new: Difference, old: Difference) -> bool:
    shared = {v.value for v in new.values} & {v.value for v in old.values}
    if len(shared) < TWO_SIDES:
        return False
    mine, theirs = ([common.sentence_of(span) for span in _spans(d)] for d in (new, old))
    return any(a.overlap(b) for a in mine for b in theirs)


def _union(old: Difference, new: Difference) -> Difference:
    """One difference with the accounts of both; an update if either is one."""
    accounts: dict[str, dict[Span, None]] = {}
    for value in (*old.values, *new.values):
        accounts.setdefault(value.value, {}).update(dict.fromkeys(value.accounts))
    values = tuple(DifferenceValue(value, tuple(spans)) for value, spans in accounts.items())
    relation = "update" if "update" in (old.relation, new.relation) else old.relation
    fuller = max(old, new, key=lambda d: len(d.values))
    return replace(fuller, values=values, relation=relation)


def _new(common: Ground, ordered: Iterable[Difference], found: Sequence[Difference]) -> list[Difference]:
    """Those differences that tell what none before them has told."""
    new: list[Difference] = []
    for difference in ordered:
        if not any(_tells_the_same(common, difference, old) for old in (*found, *new)):
            new.append(difference)
    return new


def _spans(difference: Difference) -> tuple[Span, ...]:
    return tuple(span for value in difference.values for span in value.accounts)


def _tells_the_same(common: Ground, new: Difference, old: Difference) -> bool:
    """Whether two differences set the same words against each other, on two sides at least.

    What an article only points out as a dispute is told already where another difference lies in the same sentences.
    """
    disputed = "polarity" in (new.kind, old.kind)
    if new.kind != old.kind and not disputed:
        return False
    widen = common.sentence_of if disputed else common.span_of
    reach = common.neighbourhood_of if disputed else common.span_of
    sides = [
        {
            k
            for k, value in enumerate(old.values)
            if any(reach(a).overlap(widen(b)) for a in mine.accounts for b in value.accounts)
        }
        for mine in new.values
    ]
    return len(set().union(*sides)) > 1 and all(sides)
