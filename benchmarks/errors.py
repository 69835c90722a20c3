"""The errors behind the figures, to be read: a score hides what a reader sees at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .marks import Mark, Side

KINDS: tuple[tuple[str, Side, str], ...] = (
    ("conflict", "gold", "missed conflicts and updates"),
    ("conflict", "said", "false conflicts and updates"),
    ("relation", "gold", "conflict for update, or update for conflict"),
    ("traps avoided", "gold", "look-alikes told as a difference"),
    ("quotation", "gold", "missed quotations"),
    ("quotation", "said", "false quotations"),
    ("speaker", "gold", "wrong speakers"),
    ("via", "gold", "missed intermediaries"),
    ("via", "said", "false intermediaries"),
    ("links", "gold", "missed links"),
    ("links", "said", "false links"),
    ("origin", "gold", "wrong origins"),
    ("only", "gold", "told by one alone, and not shown so"),
    ("reprint", "gold", "missed reprints"),
    ("reprint", "said", "false reprints"),
    ("names", "gold", "spellings not brought together"),
    ("wording", "gold", "missed terms"),
    ("timeline", "gold", "missed or misdated on the timeline"),
    ("undated", "gold", "articles not dated from their words"),
    ("reading", "gold", "misread pages"),
)
"""What a reader minds most comes first."""

CONSEQUENCES = ("quotation missed", "not linked")
"""Notes of an error that follows from another one, which is shown already."""


def show_errors(stories: Mapping[str, Sequence[Mark]], *, most: int) -> None:
    """Print up to `most` errors of each kind, story by story."""
    for story, marks in stories.items():
        print(f"\n{story}")
        for measure, side, title in KINDS:
            wrong = errors(marks, measure, side)
            if wrong:
                print(f"  {title}: {len(wrong)}")
            for mark in wrong[:most]:
                print(f"    {mark.words}" + (f"   [{mark.note}]" if mark.note else ""))


def errors(marks: Sequence[Mark], measure: str, side: Side) -> list[Mark]:
    """The wrong marks of one kind, without those that only follow from an error shown elsewhere."""
    return [
        mark
        for mark in marks
        if not mark.right and (mark.measure, mark.side) == (measure, side) and not mark.note.endswith(CONSEQUENCES)
    ]
