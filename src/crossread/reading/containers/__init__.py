"""Containers: files that hold pages in another form than as HTML or plain text. One small reader a format.

What a file is its first bytes say, and its name only where these leave it open. `FORMATS` lists the formats;
`pages` is the one way in. A format's reader is called with the file's bytes, its name and the settings, and gives a
page or an outcome for each item; it raises `ReadingError` where the file as a whole cannot be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from crossread.errors import ReadingError
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import feeds, items, jsons, mime, newsml, pdf, plain, wacz, warc
from .heads import HEAD, Head
from .packing import unpack
from .streams import Stream

Reader = Callable[[Stream, str, Settings], Iterator[Page | Outcome]]

MOST_BROKEN: Final = 10_000  # items without a page, one behind the other
_PACKED: Final = frozenset((".gz", ".zst"))


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the endings its name may have, its reader, and the first bytes or the head that tell it."""

    name: str
    endings: tuple[str, ...]
    read: Reader
    begins: bytes = b""
    holds: Callable[[Head], bool] = lambda head: False


FORMATS: Final = (
    Format("WARC", (".warc",), warc.pages, begins=b"WARC/"),
    Format("WACZ", (".wacz",), wacz.pages, begins=b"PK\x03\x04"),
    Format("PDF", (".pdf",), pdf.pages, begins=b"%PDF-"),
    Format("MHTML", (".mht", ".mhtml"), mime.archive_pages, holds=lambda head: "multipart/related" in head.fields),
    Format("mail", (".eml",), mime.mail_pages, holds=lambda head: bool(head.fields)),
    Format("feed", (".rss", ".atom"), feeds.pages, holds=lambda head: head.root in {"rss", "feed", "RDF"}),
    Format("news item", (), newsml.pages, holds=lambda head: head.root in {"newsMessage", "newsItem", "nitf"}),
    Format("JSON lines", (".jsonl", ".ndjson"), jsons.line_pages, holds=lambda head: head.is_json_lines),
    Format("JSON", (), jsons.document_pages, holds=lambda head: head.is_json),
    Format("page", tuple(plain.MEDIA), plain.pages, holds=lambda head: True),
)
"""In the order in which they are tried."""

ENDINGS: Final = tuple(ending for format in FORMATS for ending in format.endings)
"""The endings of names by which a folder's files are taken. JSON and XML may be anything, and must be named."""


def is_known(name: str) -> bool:
    """Whether the file's name has an ending of one of the formats, packed or not."""
    return ending(name) in ENDINGS


def ending(name: str) -> str:
    """The ending of the name in lower case, without those that say that the file is packed."""
    path = PurePath(name.casefold())
    return path.with_suffix("").suffix if path.suffix in _PACKED else path.suffix


def pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """Every page that the file holds, and an outcome for the file or each item of it that gives none."""
    try:
        unpacked = unpack(stream, settings)
        yield from _while_worth_it(_format(unpacked, name).read(unpacked, name, settings), name)
    except ReadingError as error:
        yield items.problem_of(error, name)
    except OSError as error:
        yield items.problem(name, "unreadable", f"cannot be read ({error.strerror or error})", "check who may read it")
    except Exception as error:  # a file is hostile until proven otherwise; the others must not suffer
        detail = f"reading met {type(error).__name__}: {items.short(str(error))}"
        yield items.problem(name, "failed", detail, "report it with the file")


def _while_worth_it(found: Iterator[Page | Outcome], name: str) -> Iterator[Page | Outcome]:
    """The items, until very many in a row were broken: a file may be made of nothing else."""
    broken = 0
    for one in found:
        yield one
        broken = 0 if isinstance(one, Page) else broken + 1
        if broken == MOST_BROKEN:
            detail = f"{broken:,} of its items in a row give no page; the rest is not read"
            yield items.problem(name, "unsafe", detail, "mend the file, or name a part of it")
            return


def _format(stream: Stream, name: str) -> Format:
    """What the file is. No more is read of a WARC file here than its first bytes: the rest goes record by record."""
    begin = stream.peek(8)
    for format in FORMATS:
        if format.begins and begin.startswith(format.begins):
            return format
    head = Head(stream.peek(HEAD), ending(name))
    return next(format for format in FORMATS if format.holds(head))
