"""A drawing of how words reached the reader: speakers, those who passed the words on, outlets, and lines between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .legible import listed
from .reports import Report

LINE = 46  # height of one label, in pixels
ROOM = 9  # speakers drawn by name; the others are drawn as one
THICKEST = 9.0  # pixels
DIRECT = "no one in between"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from a label of one column to a label of the next: an SVG path, 100 wide and `Flow.height` high."""

    path: str
    width: float
    direct: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """The drawing: three columns of labels, each centred in `height`, and the strokes between neighbouring columns."""

    speakers: tuple[str, ...]
    between: tuple[str, ...]
    outlets: tuple[str, ...]
    first: tuple[Stroke, ...]
    second: tuple[Stroke, ...]
    height: int


def flow(report: Report) -> Flow | None:
    """The drawing for a report; None if nobody is made to say anything by name."""
    named = [speaker for speaker in report.speakers if speaker.named]
    shown = named[:ROOM] if len(named) > ROOM + 1 else named
    hops: Counter[tuple[str, str, str]] = Counter()
    for speaker in named:
        name = speaker.name if speaker in shown else f"{len(named) - len(shown)} others"
        for statement in speaker.statements:
            for carrier in statement.carriers:
                hops[name, " › ".join(carrier.via) or DIRECT, carrier.excerpt.outlet] += 1
    if not hops:
        return None
    speakers = tuple(dict.fromkeys(speaker for speaker, _, _ in hops))
    outlets = tuple(column.label for column in report.columns if any(hop[2] == column.label for hop in hops))
    between = tuple(sorted({hop[1] for hop in hops}, key=lambda name: (_place(name, hops, outlets), name)))
    height = LINE * max(len(speakers), len(between), len(outlets))
    first, second = _summed(hops, 0, 1), _summed(hops, 1, 2)
    unit = THICKEST / max(*first.values(), *second.values())
    return Flow(
        speakers,
        between,
        outlets,
        _strokes(first, speakers, between, height, unit),
        _strokes(second, between, outlets, height, unit),
        height,
    )


def in_words(drawn: Flow) -> str:
    """The drawing for those who cannot see it."""
    return f"Lines from {listed(drawn.speakers)} through {listed(drawn.between)} to {listed(drawn.outlets)}"


def _place(name: str, hops: Counter[tuple[str, str, str]], outlets: Sequence[str]) -> float:
    """The mean place of the outlets that a label leads to, so that few lines cross."""
    weights = [(outlets.index(outlet), count) for (_, via, outlet), count in hops.items() if via == name]
    return sum(place * count for place, count in weights) / sum(count for _, count in weights)


def _summed(hops: Counter[tuple[str, str, str]], left: int, right: int) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for hop, count in hops.items():
        found[hop[left], hop[right]] += count
    return found


def _strokes(
    pairs: Counter[tuple[str, str]], left: Sequence[str], right: Sequence[str], height: int, unit: float
) -> tuple[Stroke, ...]:
    return tuple(
        Stroke(
            _curve(_middle(left.index(a), len(left), height), _middle(right.index(b), len(right), height)),
            round(max(1.2, unit * count), 1),
            DIRECT in (a, b),
        )
        for (a, b), count in sorted(pairs.items())
    )


def _middle(index: int, of: int, height: int) -> float:
    return (height - of * LINE) / 2 + (index + 0.5) * LINE


def _curve(start: float, end: float) -> str:
    return f"M0 {start:g}C50 {start:g} 50 {end:g} 100 {end:g}"
