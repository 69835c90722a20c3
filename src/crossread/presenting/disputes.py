"""The differences as disputes: which values stand against each other, and who gives which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from crossread.records import Difference, DifferenceKind, DifferenceValue

from .alike import Bag, bag, clusters, one_wording
from .legible import date_in_words, dates_in_words, distinct, line, outside_quotes
from .lookups import Lookup
from .reports import Chain, Dispute, Excerpt, Given, Side

LONG_NUMBER = re.compile(r"(?<![\d.,])[1-9]\d{3,14}(?![\d,])")


def telling(difference: Difference, look: Lookup) -> tuple[bool, int, float, str]:
    """Where a difference stands: conflicts first, then those between most articles, then those high up in the texts."""
    spans = [span for value in difference.values for span in value.accounts]
    depth = sum(map(look.depth, spans)) / max(1, len(spans))
    return difference.relation != "conflict", -len({span.article for span in spans}), depth, difference.id


def dispute(difference: Difference, number: int, rows: Mapping[str, int], look: Lookup) -> Dispute:
    """The difference with who gives which value in which sentence; `rows` are the numbers of claims by id."""
    sides = []
    for value in difference.values:
        sides.append(Side(_value(value.value, difference.kind), tuple(_given(value, look))))
    return Dispute(
        id=difference.id,
        number=number,
        kind=difference.kind,
        relation=difference.relation,
        about=dates_in_words(line(difference.about)),
        sides=tuple(sides),
        why=_why(difference),
        rows=tuple(sorted(rows[claim] for claim in difference.claims if claim in rows)),
    )


def _value(value: str, kind: DifferenceKind) -> str:
    """The value as a reader would write it: dates in words, long numbers in groups of three digits."""
    if kind == "date":
        return date_in_words(value)
    if kind == "number":
        return LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", line(value))
    return line(value)


def _why(difference: Difference) -> str:
    """The reason, with its dates and values written as everywhere else."""
    why = dates_in_words(line(difference.why))
    long = {value.value: _value(value.value, "number") for value in difference.values if difference.kind == "number"}
    if not long:
        return why
    number = re.compile(rf"(?<![\w.,])(?:{'|'.join(map(re.escape, sorted(long)))})(?![\w,])")
    return outside_quotes(why, lambda part: number.sub(lambda found: long[found[0]], part))


def _given(value: DifferenceValue, look: Lookup) -> list[Given]:
    """The words for one side, headlines last; once for all outlets that have all but the same sentence from the same
    speaker."""
    by_chain: dict[Chain | None, list[tuple[Excerpt, Bag]]] = {}
    for span in sorted(value.accounts, key=look.order):
        excerpt = look.excerpt(span)
        words = bag(f"{excerpt.before}{excerpt.words}{excerpt.after}")
        by_chain.setdefault(look.chain(look.said_at(span)), []).append((excerpt, words))
    given = [
        Given(members[0], chain, distinct(excerpt.outlet for excerpt in members))
        for chain, worded in by_chain.items()
        for members in clusters(worded, one_wording)
    ]
    return sorted(given, key=lambda one: (bool(one.excerpt.function), look.order(one.excerpt.span)))


def touched(differences: Iterable[Difference]) -> defaultdict[str, tuple[int, ...]]:
    """By the id of each claim, the numbers of the disputes that touch it; the first difference has the number 1."""
    found: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for number, difference in enumerate(differences, 1):
        for claim in difference.claims:
            found[claim] += (number,)
    return found
