"""Reading: a page becomes a clean, dated article. The verb is `read`."""

from __future__ import annotations

from crossread.errors import NotAnArticle
from crossread.records import Article, Block, Captured, Page, Span, digest
from crossread.settings import Settings

from . import given, places, provenance
from .decoding import decode, is_markup
from .lines import Draft, count, is_web_address

__all__ = ["place_of", "read", "source_of"]

_BODY = frozenset({"paragraph", "standfirst", "list"})


def read(page: Page, settings: Settings = Settings()) -> Article:  # noqa: B008  (Settings is frozen)
    """The article on a page: its text without furniture, each block's function, title, outlet, date.

    Raises `NotAnArticle` where there is no running text of `settings.shortest_article_words`, `UnsafePage` where
    reading would cost too much.
    """
    text, markup = source_of(page)
    if markup:
        from . import pages as reader
    else:
        from . import extracts as reader  # type: ignore[no-redef]
    draft = reader.read(text, page, settings)
    given.about(page).over(draft)
    _require_words(draft, page, settings)
    found = places.find(text, [words for _, words in draft.blocks], markup=markup, titled=_is_titled(draft))
    return _assemble(draft, page, found)


def source_of(page: Page) -> tuple[str, bool]:
    """The page's decoded source, in which an article's places count, and whether it is HTML."""
    text = decode(page)
    return text, page.media == "text/html" or is_markup(text)


def place_of(page: Page, article: Article, span: Span) -> places.Place | None:
    """The range of the page's decoded source that holds the words under a span of the article read from it.

    The span lies in one block. Where the source words them otherwise it is the whole block's place; None without one.
    """
    source, markup = source_of(page)
    number = next(n for n, block in enumerate(article.blocks) if block.start <= span.start and span.end <= block.end)
    block = article.blocks[number]
    return places.within(
        source,
        [article.words(block) for block in article.blocks],
        block=number,
        start=span.start - block.start,
        end=span.end - block.start,
        markup=markup,
        titled=article.blocks[0].kind == "title",
    )


def _require_words(draft: Draft, page: Page, settings: Settings) -> None:
    there = sum(count(text) for kind, text in draft.blocks if kind in _BODY)
    if there < settings.shortest_article_words:
        raise NotAnArticle(
            f"there are {there} words of running text in it, fewer than {settings.shortest_article_words}",
            item=page.name,
            hint="try: a page of one article, saved whole",
        )


def _is_titled(draft: Draft) -> bool:
    return draft.blocks[0][0] == "title"


def _assemble(draft: Draft, page: Page, found: tuple[places.Place | None, ...]) -> Article:
    from .languages import identify

    blocks, parts, at = [], [], 0
    for kind, words in draft.blocks:
        blocks.append(Block(kind, at, at + len(words)))
        parts.append(words)
        at += len(words) + 2
    text = "\n\n".join(parts)
    url = next((url for url in (draft.url, page.url) if url and is_web_address(url)), None)
    captured, why = _captured(draft)
    running = " ".join(words for kind, words in draft.blocks if kind in _BODY)
    return Article(
        id=digest(url, draft.outlet, draft.title, draft.published.value, text),
        text=text,
        blocks=tuple(blocks),
        title=draft.title,
        outlet=draft.outlet,
        byline=draft.byline,
        language=identify(running, draft.language),
        published=draft.published,
        captured=captured,
        captured_why=why,
        file=page.file,
        url=url,
        dropped=tuple(draft.dropped),
        places=found,
        found=provenance.complete(draft, page),
    )


def _captured(draft: Draft) -> tuple[Captured, str]:
    if draft.partial:
        return "partial", draft.partial
    if draft.doubtful:
        return "unknown", draft.doubtful
    return "full", "the text ends in a full sentence and nothing says that more follows"
