"""Reading: a page becomes a clean, dated article. The verb is `read`."""

from __future__ import annotations

from crossread.errors import NotAnArticle
from crossread.records import Article, Block, Captured, Page, digest
from crossread.settings import Settings

from . import given
from .decoding import decode, is_markup
from .lines import Draft

__all__ = ["read"]

_BODY = frozenset({"paragraph", "standfirst", "list"})


def read(page: Page, settings: Settings = Settings()) -> Article:  # noqa: B008  (Settings is frozen)
    """The article on a page: its text without furniture, each block's function, title, outlet, date.

    Raises `NotAnArticle` where there is no running text of `settings.shortest_article_words`, `UnsafePage` where
    reading would cost too much.
    """
    text = decode(page)
    if page.media == "text/html" or is_markup(text):
        from . import pages as reader
    else:
        from . import extracts as reader  # type: ignore[no-redef]
    draft = reader.read(text, page, settings)
    given.about(page).over(draft)
    _require_words(draft, page, settings)
    return _assemble(draft, page)


def _require_words(draft: Draft, page: Page, settings: Settings) -> None:
    count = sum(len(text.split()) for kind, text in draft.blocks if kind in _BODY)
    if count < settings.shortest_article_words:
        raise NotAnArticle(
            f"there are {count} words of running text in it, fewer than {settings.shortest_article_words}",
            item=page.name,
            hint="try: a page of one article, saved whole",
        )


def _assemble(draft: Draft, page: Page) -> Article:
    from .languages import identify

    blocks, parts, at = [], [], 0
    for kind, words in draft.blocks:
        blocks.append(Block(kind, at, at + len(words)))
        parts.append(words)
        at += len(words) + 2
    text = "\n\n".join(parts)
    url = draft.url or page.url
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
    )


def _captured(draft: Draft) -> tuple[Captured, str]:
    if draft.partial:
        return "partial", draft.partial
    if draft.doubtful:
        return "unknown", draft.doubtful
    return "full", "the text ends in a full sentence and nothing says that more follows"
