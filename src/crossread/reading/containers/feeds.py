"""RSS and Atom feeds saved as files, read with feedparser (the extra `feeds`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from crossread.errors import SourceUnreadable, UnsafePage
from crossread.reading import dates
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import entries
from .extras import needed
from .markup import require_no_entities
from .streams import Stream

MOST_MEGABYTES: Final = 10.0  # what takes half a minute at the worst
MOST_ITEMS: Final = 10_000
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)\b", re.IGNORECASE)

if TYPE_CHECKING:
    from time import struct_time


def pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The full text, or else the summary, of each item of a feed."""
    data = stream.whole(int(min(settings.largest_page_megabytes, MOST_MEGABYTES) * 1_000_000))
    require_no_entities(data)
    if len(_ITEM.findall(data)) > MOST_ITEMS:
        raise UnsafePage(f"holds more than {MOST_ITEMS:,} items", hint="try: cut it into several")
    with needed("feeds", "a feed"):
        import feedparser
    # a stream: bytes or text would be tried as an address or a file name first
    found = feedparser.parse(BytesIO(data), resolve_relative_uris=False)
    if not found.entries and not found.version:
        raise SourceUnreadable("is no feed that can be read", hint="try: fetch it again")
    about, is_atom = found.feed, found.version.startswith("atom")
    said = (_entry(item, about.get("language"), is_atom) for item in found.entries)
    yield from entries.pages(said, about.get("publisher") or about.get("title"), name, settings)


def _entry(item: Any, language: str | None, is_atom: bool) -> entries.Entry:
    whole = max((part.get("value", "") for part in item.get("content", ())), key=len, default=None)
    summary = item.get("summary") if item.get("summary") != whole else None
    return entries.Entry(
        title=item.get("title"),
        outlet=item.get("source", {}).get("title"),
        byline=item.get("author"),
        published=_published(item.get("published"), item.get("published_parsed")),
        url=item.get("link"),
        language=language,
        whole=whole,
        summary=summary if is_atom else None,
        description=None if is_atom else summary,
    )


def _published(stated: str | None, parsed: struct_time | None) -> str | None:
    """The time as stated, where it is one that pages write too; else the day as the feed's reader makes it out."""
    if stated and dates.stamp(stated):
        return stated
    return f"{parsed.tm_year:04d}-{parsed.tm_mon:02d}-{parsed.tm_mday:02d}" if parsed else None
