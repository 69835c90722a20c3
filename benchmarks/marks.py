"""A mark is one verdict on one item; every figure is counted from marks, and every error to read is a mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Side = Literal["gold", "said"]
Figures = dict[str, Any]

TALLIES = ("quotation", "speaker", "via", "links", "conflict", "reprint")
"""Measures with recall and precision."""

SHARES = (
    "reading",
    "relation",
    "traps avoided",
    "origin",
    "origin count",
    "only",
    "names",
    "wording",
    "timeline",
    "timeline dates right",
    "undated",
)
"""Measures that are a share of gold items."""

AMONG_FOUND = ("relation", "timeline dates right")
"""Measures over what was found alone: they may fall because more is found, so no floor is kept for them."""

IN_SHEET = ("speaker", "links", "conflict", "reprint", "reading", "origin", "only", "names", "wording", "timeline")
"""The measures whose mean is the figure of the whole sheet."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The verdict on one item: of the gold sheet (counts for recall and shares) or of the document (for precision).

    `words` are the item's own, `note` what was expected or found instead, for a person who reads the errors.
    """

    measure: str
    side: Side
    right: bool
    words: str = ""
    note: str = ""


def figures(marks: Sequence[Mark]) -> Figures:
    """All measures over the marks, each item counting once; and `sheet`, their mean."""
    table: Figures = {measure: tally(of(marks, measure)) for measure in TALLIES}
    table |= {measure: share(of(marks, measure)) for measure in SHARES}
    parts = [value for value in (headline(table[measure]) for measure in IN_SHEET) if value is not None]
    table["sheet"] = sum(parts) / len(parts) if parts else None
    return table


def of(marks: Iterable[Mark], measure: str) -> list[Mark]:
    """The marks of one measure."""
    return [mark for mark in marks if mark.measure == measure]


def tally(marks: Sequence[Mark]) -> Figures:
    """Recall over the gold items, precision over the document's, F1; None where there is nothing to count."""
    gold = [mark.right for mark in marks if mark.side == "gold"]
    said = [mark.right for mark in marks if mark.side == "said"]
    recall = sum(gold) / len(gold) if gold else None
    precision = sum(said) / len(said) if said else (0.0 if gold else None)
    return {
        "recall": recall,
        "precision": precision,
        "f1": None if recall is None else harmonic(precision or 0.0, recall),
        "gold": len(gold),
        "said": len(said),
    }


def share(marks: Sequence[Mark]) -> Figures:
    """The share of gold items that are right, None where there are none."""
    return {"share": sum(mark.right for mark in marks) / len(marks) if marks else None, "of": len(marks)}


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def headline(row: Figures) -> float | None:
    """The one figure of a measure: F1, or the share."""
    value: float | None = row["f1"] if "f1" in row else row["share"]
    return value
