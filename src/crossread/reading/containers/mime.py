"""MIME: pages that a browser saved as one file (MHTML), and mail (.eml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from crossread.errors import NotAnArticle, UnsafePage
from crossread.reading.decoding import looks_like_markup
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import items
from .streams import Stream

if TYPE_CHECKING:
    from email.message import Message

MOST_NESTED: Final = 20  # parts that hold parts; each looks at every line for its end
MOST_PARTS: Final = 20_000
_MOST_FIELDS: Final = 100_000
_LONGEST_TYPE: Final = 5_000  # bytes of a Content-Type field, whose parameters take time by their square
_MOST_HEADER: Final = 2_000  # characters of a header field that are looked at
_SAVE_AGAIN: Final = "try: save it again"
_TYPE = re.compile(rb"^content-type:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_HOLDS_PARTS = re.compile(rb"content-type:\s*(?:multipart|message)/", re.IGNORECASE)
_BOUNDARY = re.compile(rb"^--", re.MULTILINE)
_FIELD = re.compile(rb"^[!-9;-~]{1,76}:", re.MULTILINE)
_PASSED_ON: Final = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|doorst)\s?:\s*)+", re.IGNORECASE)
_WRAPPED: Final = 80  # mail programs break lines before this column


def archive_pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The page in an MHTML file: the part it begins with, none of the frames and pictures beside it."""
    message = _message(stream, settings)
    root = _root(message)
    if root is None:
        raise NotAnArticle("holds no page", hint="try: save the page again")
    locations = (_field(root, "content-location"), _field(message, "snapshot-content-location"))
    yield _page(root, name, url=next((url for url in map(items.address, locations) if url), None))


def mail_pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The text of a mail, as HTML where it has that. Subject and date are the article's, unless it was passed on."""
    message = _message(stream, settings)
    parts = [part for part in message.walk() if not part.is_multipart() and not part.get_filename()]
    kinds = {part.get_content_type(): part for part in reversed(parts)}
    part = kinds.get("text/html") or kinds.get("text/plain")
    if part is None:
        raise NotAnArticle("the mail has no text", hint="try: save what is attached to it")
    subject = _field(message, "subject") or ""
    title = _PASSED_ON.sub("", subject)
    said = [("title", title)] if title else []
    if title == subject and (date := _date(message)):
        said.append(("published", date))
    yield _page(part, name, given=tuple(said))


def _message(stream: Stream, settings: Settings) -> Message:
    from email import message_from_bytes

    data = stream.whole(int(settings.largest_page_megabytes * 1_000_000))
    _require_bounded(data)
    return message_from_bytes(data.lstrip())


def _require_bounded(data: bytes) -> None:
    """Raise `UnsafePage` for what would take long to take apart; the counts may include lines of text that look so."""
    types = [match[0] for match in _TYPE.finditer(data)]
    if sum(bool(_HOLDS_PARTS.match(type_)) for type_ in types) > MOST_NESTED:
        raise UnsafePage("has parts within parts without end", hint=_SAVE_AGAIN)
    if any(len(type_) > _LONGEST_TYPE for type_ in types):
        raise UnsafePage("has a header field without end", hint=_SAVE_AGAIN)
    for begin, most in ((_BOUNDARY, MOST_PARTS), (_FIELD, _MOST_FIELDS)):
        if sum(1 for _ in islice(begin.finditer(data), most + 1)) > most:
            raise UnsafePage("has too many parts or header fields", hint=_SAVE_AGAIN)


def _root(message: Message) -> Message | None:
    """The part that the archive starts with: the one it names as its start, else its first page."""
    parts = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    start = str(message.get_param("start") or "").strip("<>")
    named = [part for part in parts if start and _field(part, "content-id") == start]
    return next(iter(named or parts), None)


def _page(part: Message, item: str, *, url: str | None = None, given: tuple[tuple[str, str], ...] = ()) -> Page:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data.strip():
        raise NotAnArticle("is empty", hint=_SAVE_AGAIN)
    charset = items.charset(data, str(part.get_param("charset") or "") or None)
    if looks_like_markup(data, part.get_content_type().replace("application/xhtml+xml", "text/html")):
        return Page(data, "text/html", file=item, url=url, encoding=charset, given=given)
    return Page(_unwrapped(data), "text/plain", file=item, url=url, encoding=charset, given=given)


def _unwrapped(data: bytes) -> bytes:
    """The text with one line a paragraph, where its lines were broken to fit a narrow window."""
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    if max(map(len, lines), default=0) > _WRAPPED + 20:
        return data
    return re.sub(rb"(?<=\S)[ \t]*\n(?=[^\s>*-])", b" ", b"\n".join(line.rstrip() for line in lines))


def _field(part: Message, name: str) -> str | None:
    """A header field's words, decoded; None where it has none."""
    from email.errors import MessageError
    from email.header import decode_header

    raw = str(part.get(name, ""))[:_MOST_HEADER]
    try:
        pieces = decode_header(raw)
        words = "".join(
            one if isinstance(one, str) else one.decode(code or "latin-1", "replace") for one, code in pieces
        )
    except (MessageError, LookupError, ValueError):
        words = raw
    return items.short(words.replace("<", "").replace(">", "")) or None


def _date(message: Message) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(str(message.get("date", ""))[:100]).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
