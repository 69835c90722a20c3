"""Where things stand in an article, found by bisection: the sentence, the mentions, the numbers at a span."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from crossread.records import AnnotatedArticle, Mention, Quantity, Span, Timex

from .placing import Placed


class Lookup:
    """One article, to be asked what stands where."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self.annotated = annotated
        self.text = annotated.article.text

    def words(self, span: Span) -> str:
        """The article's own words under a span."""
        return self.text[span.start : span.end]

    def sentence(self, span: Span) -> Span:
        """The sentence in which the span begins; the span itself where it stands in none."""
        at = bisect_right(self._sentence_starts, span.start) - 1
        found = self.annotated.sentences[at].span if at >= 0 else span
        return found if span.start < found.end else span

    def paragraph(self, span: Span) -> Span:
        """The block around the span."""
        block = self.annotated.article.block_at(span.start)
        return span if block is None else Span(span.article, block.start, block.end)

    def mentions(self, span: Span) -> list[Mention]:
        """The mentions that lie within the span."""
        return list(self._mentions.within(span, end=self._end(span)))

    def timexes(self, span: Span) -> list[Timex]:
        """The time expressions that lie within the span."""
        return list(self._timexes.within(span, end=self._end(span)))

    def quantities(self, span: Span) -> list[Quantity]:
        """The quantities that lie within the span."""
        return list(self._quantities.within(span, end=self._end(span)))

    def _end(self, span: Span) -> int:
        """The end of the span, with the period that a cut left outside: a time at the end is "3 p.m.", not "3 p.m"."""
        return span.end + (self.text[span.end : span.end + 1] == ".")

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.annotated.sentences]

    @cached_property
    def _mentions(self) -> Placed[Mention]:
        return Placed(self.annotated.mentions)

    @cached_property
    def _timexes(self) -> Placed[Timex]:
        return Placed(self.annotated.timexes)

    @cached_property
    def _quantities(self) -> Placed[Quantity]:
        return Placed(self.annotated.quantities)
