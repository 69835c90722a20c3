"""A file that is one page: HTML or plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from crossread.errors import NotAnArticle
from crossread.reading.decoding import looks_like_markup
from crossread.records import Outcome, Page
from crossread.settings import Settings

from .streams import Stream

MEDIA: Final = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".md": "text/plain",
}


def pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The page that the file is."""
    data = stream.whole(int(settings.largest_page_megabytes * 1_000_000))
    if not data.strip():
        raise NotAnArticle("is empty", hint="try: save the page again")
    media = MEDIA.get(PurePath(name.casefold().removesuffix(".gz")).suffix)
    yield Page(data, "text/html" if looks_like_markup(data, media) else "text/plain", file=name)
