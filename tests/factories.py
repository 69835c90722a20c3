"""Records for tests, made from plain text, with sensible defaults for everything a test does not speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from crossread.records import AnnotatedArticle, Article, Block, BlockKind, Captured, Published, Span, digest


def article(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = "The Lamp",
    published: str | None = "2024-05-14T09:00:00+00:00",
    language: str | None = "en",
    captured: Captured = "full",
    file: str | None = None,
    kinds: dict[int, BlockKind] | None = None,
) -> Article:
    """An article from text whose paragraphs stand apart by blank lines; `title`, if given, becomes its first block.

    `kinds` names the kind of a block that is not a paragraph, by its index among all blocks (the title is 0).
    """
    paragraphs = [part.strip() for part in text.strip().split("\n\n") if part.strip()]
    pieces = ([title] if title is not None else []) + paragraphs
    blocks, start = [], 0
    for index, piece in enumerate(pieces):
        kind: BlockKind = "title" if title is not None and index == 0 else "paragraph"
        blocks.append(Block((kinds or {}).get(index, kind), start, start + len(piece)))
        start += len(piece) + 2
    return Article(
        id=digest(outlet, title, text, published, file),
        text="\n\n".join(pieces),
        blocks=tuple(blocks),
        title=title,
        outlet=outlet,
        language=language,
        published=Published() if published is None else Published(published, "metadata", "the page's metadata says so"),
        captured=captured,
        file=file,
    )


def annotated(text_or_article: str | Article, **fields: Any) -> AnnotatedArticle:
    """An annotated article with nothing found in it but what `fields` gives."""
    made = article(text_or_article) if isinstance(text_or_article, str) else text_or_article
    return replace(AnnotatedArticle(made), **fields)


def span(article: Article, words: str, nth: int = 0) -> Span:
    """The span of the `nth` occurrence of `words` in the article; an AssertionError where there is none."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.find(words, start + 1)
        assert start >= 0, f"no occurrence {nth} of {words!r} in {article.text[:80]!r}…"
    return article.span(start, start + len(words))
