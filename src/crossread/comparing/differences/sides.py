"""A difference made from the facts on its sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crossread.comparing.facts import Fact
from crossread.records import Difference, DifferenceKind, DifferenceRelation, DifferenceValue, Span

LARGE = re.compile(r"(?<![\d-])\d{5,}(?![-\d])")


def difference(
    kind: DifferenceKind, relation: DifferenceRelation, about: str, facts: Iterable[Fact], why: str
) -> Difference:
    """A difference, still without id and claims: facts of one value are one side, in the order in which they come."""
    sides: dict[str, list[Span]] = {}
    for fact in facts:
        spans = sides.setdefault(fact.value, [])
        if fact.span not in spans:
            spans.append(fact.span)
    values = tuple(DifferenceValue(value, tuple(spans)) for value, spans in sides.items())
    return Difference("", kind, relation, about, values, why)


def short(text: str, most: int = 14) -> str:
    """The first words of a text."""
    parts = text.split()
    return " ".join(parts[:most]) + (" …" if len(parts) > most else "")


def listed(values: Sequence[str], last: str = "and") -> str:
    """Values in a row, as a sentence lists them: "61 and 62"."""
    grouped = [LARGE.sub(lambda match: f"{int(match[0]):,}", value) for value in values]
    return grouped[0] if len(grouped) == 1 else f"{', '.join(grouped[:-1])} {last} {grouped[-1]}"
