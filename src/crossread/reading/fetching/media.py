"""What kind of thing a site sent, by its Content-Type, and the pages made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Final

from crossread.errors import NotAnArticle
from crossread.reading import containers
from crossread.reading.containers import items
from crossread.reading.containers.heads import HEAD, Head
from crossread.reading.containers.streams import Plain, Stream
from crossread.reading.decoding import looks_like_markup
from crossread.records import Outcome, Page
from crossread.settings import Settings

from .connections import Answer

_MARKUP: Final = frozenset(("text/html", "application/xhtml+xml"))
_TEXT: Final = frozenset(("text/plain", "text/markdown"))
_UNSAID: Final = frozenset(("", "application/octet-stream", "binary/octet-stream"))
_HELD: Final = frozenset(("application/pdf", "application/rss+xml", "application/atom+xml"))
_XML: Final = frozenset(("application/xml", "text/xml"))
_FEEDS: Final = frozenset(("rss", "feed", "RDF"))  # the outermost elements of RSS and Atom


def pages(url: str, answer: Answer, settings: Settings) -> Iterator[Page | Outcome]:
    """The page that an answer holds, or those of a PDF or a feed. Raises `NotAnArticle` for all else."""
    media, declared = _content_type(answer.headers.get("content-type", ""))
    if not answer.body.strip():
        raise NotAnArticle("the site sent an empty page", hint="try: open it in a browser")
    if media in _HELD or (media in _XML and _root(answer) in _FEEDS) or answer.body.startswith(b"%PDF-"):
        yield from _held(url, answer, settings)
    elif media in _MARKUP or media in _TEXT or media in _UNSAID or (media in _XML and _root(answer) == "html"):
        markup = media in _MARKUP or looks_like_markup(answer.body, None)
        charset = items.charset(answer.body, declared)
        yield Page(answer.body, "text/html" if markup else "text/plain", url=url, encoding=charset)
    else:
        raise NotAnArticle(f"the site sent {media[:60]}, not a page of text", hint="try: the address of an article")


def _held(url: str, answer: Answer, settings: Settings) -> Iterator[Page | Outcome]:
    """What stands in a PDF or a feed, with the address in place of a file's name."""
    for found in containers.pages(Stream(Plain(BytesIO(answer.body))), url, settings):
        yield replace(found, file=None, url=found.url or found.file) if isinstance(found, Page) else found


def _root(answer: Answer) -> str:
    return Head(answer.body[:HEAD], "").root


def _content_type(value: str) -> tuple[str, str | None]:
    """The media type and the charset that a Content-Type names."""
    media, *parameters = (part.strip() for part in value.split(";"))
    for parameter in parameters:
        name, _, given = parameter.partition("=")
        if name.strip().casefold() == "charset":
            return media.casefold(), given.strip().strip("\"'")
    return media.casefold(), None
