"""What a feed says of one article, in whichever format it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import items

_PARTIAL: Final = "the feed gives a summary of it"
_DOUBTFUL: Final = "the feed gives a description, which need not be the whole article"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed: `whole` is the article's text where the feed has it, `summary` what it calls a summary, and
    `description` what may be either."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    whole: str | None = None
    summary: str | None = None
    description: str | None = None


def pages(found: Iterable[Entry], outlet: str | None, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The page of each item; `outlet` is the feed's name, which counts where the item names no publisher."""
    number = 0
    for number, entry in enumerate(found, 1):
        yield _page(entry, outlet, items.name(name, number), settings)
    if not number:
        yield items.problem(name, "not an article", "the feed has no items", "fetch it again, or name the pages")


def _page(entry: Entry, outlet: str | None, item: str, settings: Settings) -> Page | Outcome:
    words = next((words for words in (entry.whole, entry.description, entry.summary) if words and words.strip()), "")
    count = len(items.plain(words).split())
    if count < settings.shortest_article_words:
        link = items.address(entry.url)
        told = f"the feed gives {count} words of it" if count else "the feed gives only its title and link"
        way = f"name the page itself: {link}" if link else "name the page itself"
        return items.problem(item, "not an article", told, way)
    return items.page(
        words,
        item,
        url=entry.url,
        title=entry.title,
        outlet=entry.outlet or outlet,
        byline=entry.byline,
        published=entry.published,
        language=entry.language,
        partial=_PARTIAL if words is entry.summary else None,
        doubtful=_DOUBTFUL if words is entry.description else None,
    )
