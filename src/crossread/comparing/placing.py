"""Findings of an article in the order of the text, to be asked by bisection which of them stand within a span."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from crossread.records import Span


class Spanned(Protocol):
    """Whatever stands at a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Found = TypeVar("Found", bound=Spanned)


class Placed(Generic[Found]):
    """Findings of one article, in order, and where each begins."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._ordered = sorted(found, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._ordered]

    def within(self, span: Span, *, end: int | None = None) -> tuple[Found, ...]:
        """The findings that begin within the span and end by its end, or by `end` where that is given."""
        last = span.end if end is None else end
        near = self._ordered[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return tuple(one for one in near if one.span.end <= last)
