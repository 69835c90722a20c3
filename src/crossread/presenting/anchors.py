"""Where in the full texts the words of a report stand, so that each can be linked to, and back.

Excerpts overlap in every way: a number inside a quotation, a quotation across a claim. So a text is cut at every
start and end into pieces, and each piece says which excerpts it is part of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.records import Article, Block, BlockKind, Span

from .legible import legible
from .reports import Report


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which the same excerpts run; `begins` are those that begin with it."""

    text: str
    begins: tuple[str, ...]
    inside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article in pieces, and the parts of the report (id, label) that take words from it."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    taken_by: tuple[tuple[str, str], ...]


class Anchors:
    """The ids of all excerpts of a report, and the article texts in pieces that carry them."""

    def __init__(self, report: Report) -> None:
        self._users: dict[Span, dict[str, str]] = defaultdict(dict)
        for span, user in _taken(report):
            self._users[span] |= dict([user] if user else ())
        self.ids = {span: f"s{number}" for number, span in enumerate(sorted(self._users), 1)}
        self._spans: dict[str, list[Span]] = defaultdict(list)
        for span in self.ids:
            self._spans[span.article].append(span)

    def paragraphs(self, article: Article) -> Iterator[Paragraph]:
        """The article's blocks, cut into pieces."""
        begun: set[str] = set()
        for block, spans in zip(article.blocks, self._by_block(article), strict=True):
            users = {id: label for span in spans for id, label in self._users[span].items()}
            taken_by = sorted(users.items(), key=lambda user: (user[0][0], int(user[0][1:])))
            yield Paragraph(block.kind, tuple(self._pieces(article, block, spans, begun)), tuple(taken_by))

    def _by_block(self, article: Article) -> list[list[Span]]:
        """For each block the excerpts that reach into it."""
        starts = [block.start for block in article.blocks]
        ends = [block.end for block in article.blocks]
        found: list[list[Span]] = [[] for _ in article.blocks]
        for span in self._spans[article.id]:
            for index in range(bisect_right(ends, span.start), bisect_left(starts, span.end)):
                found[index].append(span)
        return found

    def _pieces(self, article: Article, block: Block, spans: Sequence[Span], begun: set[str]) -> Iterator[Piece]:
        ends = {end for span in spans for end in (span.start, span.end) if block.start < end < block.end}
        cuts = sorted({block.start, block.end} | ends)
        inside: list[list[str]] = [[] for _ in cuts]
        for span in spans:
            for index in range(bisect_left(cuts, span.start), bisect_left(cuts, min(span.end, block.end))):
                inside[index].append(self.ids[span])
        for index, (start, end) in enumerate(pairwise(cuts)):
            begins = tuple(id for id in inside[index] if id not in begun)
            begun.update(begins)
            yield Piece(legible(article.text[start:end]), begins, tuple(inside[index]))


def _taken(report: Report) -> Iterator[tuple[Span, tuple[str, str] | None]]:
    """Every span that the report shows, with the id and label of the row it is shown in, if that has a number."""
    for dispute in report.disputes:
        user = (f"d{dispute.number}", f"D{dispute.number}")
        yield from ((given.excerpt.span, user) for side in dispute.sides for given in side.given)
    for row in (*report.everywhere, *report.several, *(row for alone in report.alone for row in alone.rows)):
        yield from ((told.excerpt.span, (f"r{row.number}", str(row.number))) for told in row.told)
    for statement in (statement for speaker in report.speakers for statement in speaker.statements):
        yield from ((part.span, None) for part in statement.parts)
        yield from ((carrier.excerpt.span, None) for carrier in statement.carriers)
    for naming in (naming for wording in report.wording for naming in wording.namings):
        yield from ((term.first.span, None) for term in (*naming.own, *naming.quoted) if term.first)
    for moment in report.timeline:
        yield from ((clause.excerpt.span, None) for clause in moment.clauses)
