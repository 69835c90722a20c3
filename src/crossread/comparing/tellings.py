"""An article as it tells the story: its sentences and clauses, and what was found in each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from crossread.records import AnnotatedArticle, Attribution, Mention, Quantity, Span, Timex

from .clauses import negated, split
from .placing import Placed
from .vocabulary import Word, meanings, words

BODY = frozenset({"title", "standfirst", "heading", "paragraph", "list"})


QUOTE = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|‘[^‘’\n]{3,}’(?!\w)|(?<!\w)'[^'\n]{3,}'(?!\w)")
NESTED = 4  # quotations that may begin before a span and still hold it


@dataclass(frozen=True)
class Clause:
    """One clause of an article, its words, and the number of the sentence it belongs to."""

    span: Span
    sentence: int
    words: tuple[Word, ...]
    negated: bool

    @cached_property
    def meanings(self) -> frozenset[str]:
        """What its content words stand for."""
        return meanings(self.words)


@dataclass(frozen=True)
class Telling:
    """One article with ways to look up what stands where in it."""

    annotated: AnnotatedArticle

    @property
    def id(self) -> str:
        """The article's id."""
        return self.annotated.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.annotated.article.text

    @property
    def published(self) -> str:
        """The date of publication, "" where unknown."""
        return self.annotated.article.published.value or ""

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of title and body, in order."""
        blocks = self.annotated.article.blocks
        return tuple(s.span for s in self.annotated.sentences if blocks[s.block].kind in BODY)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of title and body, in order."""
        made = []
        for number, sentence in enumerate(self.sentences):
            for start, end in split(self.text, sentence.start, sentence.end):
                piece = self.text[start:end]
                made.append(Clause(Span(self.id, start, end), number, words(piece, start), negated(piece)))
        return tuple(made)

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.span.start for clause in self.clauses]

    def clause_at(self, span: Span) -> Clause | None:
        """The clause in which the span begins; None outside title and body."""
        index = bisect_right(self._clause_starts, span.start) - 1
        clause = self.clauses[index] if index >= 0 else None
        return clause if clause is not None and span.start < clause.span.end else None

    def with_when(self, clause: Clause) -> Clause:
        """A clause together with the "when …" that follows it in its sentence."""
        at = bisect_right(self._clause_starts, clause.span.start)
        following = self.clauses[at] if at < len(self.clauses) else None
        if following is None or following.sentence != clause.sentence or following.words[:1] == ():
            return clause
        if following.words[0].lower != "when":
            return clause
        span = Span(self.id, clause.span.start, following.span.end)
        return Clause(span, clause.sentence, (*clause.words, *following.words), clause.negated or following.negated)

    def sentence_at(self, span: Span) -> Span | None:
        """The sentence in which the span begins; None outside title and body."""
        clause = self.clause_at(span)
        return None if clause is None else self.sentences[clause.sentence]

    def block_of(self, span: Span) -> Span:
        """The paragraph around a span."""
        blocks = self.annotated.article.blocks
        index = bisect_right(self._block_starts, span.start) - 1
        if index < 0 or span.start >= blocks[index].end:
            return span
        return Span(self.id, blocks[index].start, blocks[index].end)

    def is_heading(self, span: Span) -> bool:
        """Whether a span stands in a title or heading."""
        index = bisect_right(self._block_starts, span.start) - 1
        return index >= 0 and self.annotated.article.blocks[index].kind in ("title", "heading")

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.annotated.article.blocks]

    def attribution_at(self, span: Span) -> Attribution | None:
        """The innermost attribution whose content holds the span."""
        last = bisect_right(self._piece_starts, span.start)
        first = bisect_left(self._piece_starts, span.end - self._longest_piece)
        holding = [(len(piece), a.id, a) for piece, a in self._pieces[first:last] if piece.covers(span)]
        return min(holding)[2] if holding else None

    @cached_property
    def _pieces(self) -> list[tuple[Span, Attribution]]:
        pieces = [(piece, a) for a in self.annotated.attributions for piece in a.content]
        return sorted(pieces, key=lambda pair: (pair[0], pair[1].id))

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.start for piece, _ in self._pieces]

    @cached_property
    def _longest_piece(self) -> int:
        return max((len(piece) for piece, _ in self._pieces), default=0)

    def contents_in(self, span: Span) -> tuple[tuple[Span, Attribution], ...]:
        """The stretches of content that share words with a span, with their attributions."""
        first = bisect_left(self._piece_starts, span.start - self._longest_piece)
        last = bisect_left(self._piece_starts, span.end)
        return tuple(pair for pair in self._pieces[first:last] if pair[0].overlap(span))

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie within a span."""
        return self._mentions.within(span)

    @cached_property
    def _mentions(self) -> Placed[Mention]:
        return Placed(self.annotated.mentions)

    def entities_in(self, span: Span) -> frozenset[str]:
        """The ids of the entities mentioned within a span."""
        return frozenset(m.entity for m in self.mentions_in(span) if m.entity is not None)

    @cached_property
    def persons(self) -> frozenset[str]:
        """The ids of the persons among its entities."""
        return frozenset(e.id for e in self.annotated.entities if e.kind == "person")

    def persons_before(self, span: Span, back: int) -> frozenset[str]:
        """The persons named in the sentence of a span and in so many before it."""
        clause = self.clause_at(span)
        if clause is None:
            return frozenset()
        start = self.sentences[max(0, clause.sentence - back)].start
        return self.entities_in(Span(self.id, start, self.sentences[clause.sentence].end)) & self.persons

    def timexes_in(self, span: Span) -> tuple[Timex, ...]:
        """The time expressions that lie within a span."""
        return self._timexes.within(span)

    @cached_property
    def _timexes(self) -> Placed[Timex]:
        return Placed(self.annotated.timexes)

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities that lie within a span."""
        return self._quantities.within(span)

    @cached_property
    def _quantities(self) -> Placed[Quantity]:
        return Placed(self.annotated.quantities)

    def quoted(self, span: Span) -> bool:
        """Whether a span stands between quotation marks, or in a direct quotation."""
        index = bisect_right(self._quotation_starts, span.start)
        return any(q.covers(span) for q in self._quotations[max(0, index - NESTED) : index])

    @cached_property
    def _quotations(self) -> list[Span]:
        direct = {piece for a in self.annotated.attributions if a.form == "direct" for piece in a.content}
        return sorted(direct | {Span(self.id, m.start(), m.end()) for m in QUOTE.finditer(self.text)})

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [span.start for span in self._quotations]

    def words(self, span: Span) -> str:
        """The article's own words under a span."""
        return self.text[span.start : span.end]
