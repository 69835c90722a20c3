"""How well a body read from a page agrees with the gold body.

F1, P, R   word 4-grams with counts, each page weighing the same: F1 of mean precision and mean recall
exact      share of pages with exactly the gold words
clean      share of pages with text and without a line of five words or more that the gold body lacks
lost       share of pages with less than a tenth of the gold 4-grams
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

WORD = re.compile(r"\w+")
GRAM = 4
SHORTEST_LINE = 5
LEAST_FOUND = 0.1


@dataclass(frozen=True, slots=True)
class Agreement:
    """One page."""

    precision: float
    recall: float
    exact: bool
    clean: bool


def agreement(gold: str, read: str) -> Agreement:
    """How far the body as read is the gold body."""
    wanted, told = grams(gold), grams(read)
    both = (wanted & told).total()
    whole = flat(gold)
    lines = [flat(line) for line in read.splitlines() if len(WORD.findall(line)) >= SHORTEST_LINE]
    return Agreement(
        precision=both / told.total() if told else 0.0,
        recall=both / wanted.total() if wanted else 0.0,
        exact=WORD.findall(gold) == WORD.findall(read),
        clean=bool(lines) and all(line in whole for line in lines),
    )


def grams(text: str) -> Counter[tuple[str, ...]]:
    """The word 4-grams of a text; a shorter text is one gram."""
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1))) if words else Counter()


def flat(text: str) -> str:
    """The words alone, case folded, with a blank at either end."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


def figures(pages: Sequence[Agreement]) -> dict[str, float]:
    """The figures over all pages."""
    precision, recall = mean(page.precision for page in pages), mean(page.recall for page in pages)
    return {
        "F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "P": precision,
        "R": recall,
        "exact": mean(page.exact for page in pages),
        "clean": mean(page.clean for page in pages),
        "lost": mean(page.recall < LEAST_FOUND for page in pages),
    }
