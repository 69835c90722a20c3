"""JSON: lines, or one document, of articles; and JSON Feed.

A record is an object with the article in `html` or `text`, and what is known of it in the other fields, by the names
that data sets and exports commonly use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from crossread.errors import NotAnArticle, ReadingError, SourceUnreadable
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import entries, items, ninjs
from .streams import Stream
from .values import Record, first, prose, text, value

_HTML: Final = ("html", "body_html", "content_html", "raw_html")
_TEXT: Final = ("text", "body_text", "content_text", "maintext", "article", "body", "content")
FIELDS: Final = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source", "site_name", "sitename", "source_name"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date_published", "published_at", "publishedAt", "date_publish", "pubDate", "date"),
    "url": ("url", "link", "canonical_url"),
    "language": ("language", "lang"),
}
_FEED = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/")
_HINT: Final = "try: an object with the article in 'text' or 'html', or one such object a line"


# ── articles ────────────────────────────────────────────────────────────────────────────────────────────────────────


def line_pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """A page for each line that is a record, however long the file is."""
    for number, line in enumerate(stream.lines(int(settings.largest_page_megabytes * 1_000_000)), 1):
        item = items.name(name, number)
        if line is None:
            large = f"the line is larger than {settings.largest_page_megabytes:g} MB"
            yield items.problem(item, "unsafe", large, "raise largest_page_megabytes")
        elif line.strip(b" \t\r\0"):
            yield _page_or_problem(value(line), item)


def document_pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The pages of one JSON document: a JSON Feed, a record, or a list of records."""
    found = value(stream.whole(int(settings.largest_page_megabytes * 1_000_000)))
    if isinstance(found, Mapping) and _FEED.match(str(found.get("version"))):
        yield from entries.pages(map(_entry, _objects(found.get("items"))), text(found.get("title")), name, settings)
    elif isinstance(found, list):
        for number, record in enumerate(found, 1):
            yield _page_or_problem(record, items.name(name, number))
    else:
        yield _page_or_problem(found, name)


def _page_or_problem(found: Any, item: str) -> Page | Outcome:
    try:
        return _page(found, item)
    except ReadingError as error:
        return items.problem_of(error, item)


def _page(found: Any, item: str) -> Page:
    if found is None:
        raise SourceUnreadable("is no JSON", hint=_HINT)
    if not isinstance(found, Mapping):
        raise NotAnArticle("is no JSON object", hint=_HINT)
    if ninjs.is_item(found):
        return ninjs.page(found, item)
    said = {field: first(found, *names) for field, names in FIELDS.items()}
    if items.address(said["outlet"]):
        said["outlet"] = None  # where it was found, and no name
    if html := prose(found, *_HTML):
        return items.page(html, item, media="text/html", **said)
    if words := prose(found, *_TEXT):
        return items.page(words, item, **said)
    raise NotAnArticle("has neither 'text' nor 'html'", hint=_HINT)


def _objects(found: Any) -> Iterator[Record]:
    return (one for one in found if isinstance(one, Mapping)) if isinstance(found, list) else iter(())


def _entry(found: Record) -> entries.Entry:
    """An item of a JSON Feed (jsonfeed.org/version/1.1)."""
    return entries.Entry(
        title=first(found, "title"),
        byline=first(found, "authors", "author"),
        published=first(found, "date_published"),
        url=first(found, "url", "external_url"),
        language=first(found, "language"),
        whole=prose(found, "content_html", "content_text"),
        summary=prose(found, "summary"),
    )
