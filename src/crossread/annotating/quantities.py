"""Numbers, what they count, their unit and their hedge: "at least 11 people", "£1.2bn", "almost four in five"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.records import Article, Quantity, Sentence, Timex

from . import timexes
from .ages import ages
from .figures import figures
from .folding import fold
from .shares import shares

WAYS = (ages, shares, figures)


def find(article: Article, sentences: Sequence[Sentence], times: Sequence[Timex] | None = None) -> tuple[Quantity, ...]:
    """The quantities of the article in the order of its text.

    `times` are the article's time expressions, if they are known already: dates and times of day are no quantities,
    lengths of time are. A span covers number and unit; the hedge and what is counted stand outside it. The value of a
    range is its middle. Units have one short form each ("ft", "mi", "USD", "percent"); values are as written in them.
    """
    folded = fold(article.text)
    known = timexes.find(article, sentences, None) if times is None else times
    dated = sorted((each.span.start, each.span.end) for each in known if each.type in {"date", "time"})
    found: list[Quantity] = []
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        taken = [span for span in dated if span[0] < end and start < span[1]]
        candidates = [each for way in WAYS for each in way(article, folded, sentence)]
        found += _apart(sorted(candidates, key=_leftmost_longest), taken)
    return tuple(found)


def _leftmost_longest(quantity: Quantity) -> tuple[int, int]:
    return quantity.span.start, -quantity.span.end


def _apart(candidates: Sequence[Quantity], taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The candidates that overlap neither what is taken nor an earlier candidate."""
    kept: list[Quantity] = []
    for each in candidates:
        free = all(each.span.end <= start or end <= each.span.start for start, end in taken)
        if free and (not kept or kept[-1].span.end <= each.span.start):
            kept.append(each)
    return kept
