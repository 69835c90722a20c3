"""Words of an article with the block around them, and where they stand in the saved page."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.errors import PresentingError
from crossread.records import Article, Block, Span

from .legible import folded, line


def parts(article: Article, start: int, end: int) -> tuple[tuple[Block, Span], ...]:
    """The range `start:end` of the article's text cut at its blocks: each block with what of the range lies in it.

    Raises `PresentingError` for a range that holds no words of the article.
    """
    cut = ((block, article.span(max(block.start, start), min(block.end, end))) for block in article.blocks)
    found = tuple((block, span) for block, span in cut if span.start < span.end)
    if not found:
        raise PresentingError(
            f"the text holds no words at {start}:{end}",
            item=article.name,
            hint=f"try: a range within 0:{len(article.text)}, as START:END",
        )
    return found


def lines(article: Article, block: Block, span: Span, source: str, place: tuple[int, int] | None) -> Iterator[str]:
    """The block with the words under the span in brackets, then where these stand in the page's `source`: line and
    column, both from 1, and the source's own words; or that they stand nowhere in it in one stretch."""
    yield f"{span.start}:{span.end}, {block.kind} at {block.start}:{block.end}"
    before, after = article.text[block.start : span.start], article.text[span.end : block.end]
    yield f"  {folded(before)}[{folded(article.words(span))}]{folded(after)}"
    if place is None:
        yield "not in the page in one stretch"
        return
    yield f"in the page at {_line_and_column(source, place[0])} to {_line_and_column(source, place[1] - 1)}"
    yield f"  {line(source[place[0] : place[1]])}"


def _line_and_column(source: str, offset: int) -> str:
    return f"{source.count(chr(10), 0, offset) + 1}:{offset - source.rfind(chr(10), 0, offset)}"
