"""Statements in one row of words: each cue with its source and the stretches of its content."""

from __future__ import annotations

from dataclasses import dataclass

from . import clauses as clausing
from . import contents
from .phrases import Range, Words


@dataclass(frozen=True, slots=True)
class Statement:
    """A cue, its source and its content, as ranges of word indices.

    `lemma` is that of the cue's verb, `present` its tense, `addressee` whom it was told.
    """

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    lemma: str
    present: bool
    addressee: Range | None = None


def _takes_in(words: Words, last: int, content: Range) -> bool:
    """Whether the preposition after the cue belongs to it: "asked for"."""
    return content[0] == last + 1 and words[last].low in {"for", "on", "upon"}


def find(words: Words) -> list[Statement]:
    """The statements of one row of words, in the order of their cues."""
    clauses = tuple(clausing.find(words))
    found: list[Statement] = []
    for index, clause in enumerate(clauses):
        content, addressee = contents.of(words, clauses, index)
        if content:
            cue = (clause.cue.first, clause.cue.last + _takes_in(words, clause.cue.last, content[0]))
            found.append(
                Statement(cue, clause.source, tuple(content), clause.cue.verb.lemma, clause.cue.present, addressee)
            )
    return found
