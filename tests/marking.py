"""Marked-up test text: "[s The mayor] [c said] [q taxes would rise]." is a text with a source, a cue and a content.

The letters are s (source), c (cue), q (content) and v (via, an intermediary). A number tells attributions apart, 1 if
there is none: "[s1 The aide] [c1 said] [q1 [s2 the mayor] [c2 had asked for] [q2 calm]]." Marks may nest; a label used
again adds a stretch to its attribution. `read` gives the plain text and the spans.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

_MARK = re.compile(r"\[([scqv])(\d?) |\]")
_ROLES = {"s": "source", "c": "cue", "q": "content", "v": "via"}


@dataclass(frozen=True)
class Expected:
    """One attribution as marked: for each role, the words of its stretches in the order of the text."""

    content: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and what was marked in it, by number."""

    text: str
    spans: dict[int, dict[str, list[tuple[int, int]]]] = field(default_factory=dict)

    @property
    def expected(self) -> list[Expected]:
        """The attributions, by number."""
        return [
            Expected(**{role: tuple(self.text[start:end] for start, end in sorted(at)) for role, at in roles.items()})
            for _, roles in sorted(self.spans.items())
        ]


def read(marked: str) -> Marked:
    """The text without its marks, with the spans they stood around; a ValueError where marks do not pair."""
    pieces: list[str] = []
    length, last = 0, 0
    opened: list[tuple[str, int, int]] = []
    spans: dict[int, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for mark in _MARK.finditer(marked):
        pieces.append(marked[last : mark.start()])
        length += len(pieces[-1])
        last = mark.end()
        if mark.group() != "]":
            opened.append((_ROLES[mark.group(1)], int(mark.group(2) or 1), length))
            continue
        if not opened:
            raise ValueError(f"a bracket closes that was never opened: {marked!r}")
        role, number, start = opened.pop()
        spans[number][role].append((start, length))
    if opened:
        raise ValueError(f"a bracket is never closed: {marked!r}")
    return Marked("".join(pieces) + marked[last:], {number: dict(roles) for number, roles in spans.items()})
