"""What kind of thing a site sent, by its Content-Type, and the page made of it."""

from __future__ import annotations

import codecs
from typing import Final

from crossread.errors import NotAnArticle
from crossread.reading.decoding import looks_like_markup
from crossread.records import Page

from .connections import Answer

_MARKUP: Final = frozenset(("text/html", "application/xhtml+xml"))
_TEXT: Final = frozenset(("text/plain", "text/markdown"))
_HINTS: Final = {
    "application/pdf": "try: save the text of the PDF as .txt and name that file",
    "application/rss+xml": "try: the address of one article in the feed",
    "application/atom+xml": "try: the address of one article in the feed",
    "application/feed+json": "try: the address of one article in the feed",
}
_NO_CHARACTER_SETS: Final = frozenset(("punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"))
"""Codecs that Python has and no page is written in; the first takes time that grows with the square of its input."""


def page(url: str, answer: Answer) -> Page:
    """The page that an answer holds. Raises `NotAnArticle` for what is neither HTML nor text, or empty."""
    media, charset = _content_type(answer.headers.get("content-type", ""))
    if not answer.body.strip():
        raise NotAnArticle("the site sent an empty page", hint="try: open it in a browser")
    if not media or media == "application/octet-stream":
        media = "text/html" if looks_like_markup(answer.body, None) else "text/plain"
    if media not in _MARKUP and media not in _TEXT:
        hint = _HINTS.get(media, "try: the address of a page of text")
        raise NotAnArticle(f"the site sent {media[:60]}, not a page of text", hint=hint)
    markup = media in _MARKUP or looks_like_markup(answer.body, "text/plain")
    return Page(answer.body, "text/html" if markup else "text/plain", url=url, encoding=charset)


def _content_type(value: str) -> tuple[str, str | None]:
    """The media type and the charset that a Content-Type names; None for a charset that nothing is written in."""
    media, *parameters = (part.strip() for part in value.split(";"))
    for parameter in parameters:
        name, _, given = parameter.partition("=")
        if name.strip().casefold() == "charset":
            return media.casefold(), _charset(given.strip().strip("\"'"))
    return media.casefold(), None


def _charset(name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return name if name.isascii() and codec.replace("_", "-") not in _NO_CHARACTER_SETS else None
