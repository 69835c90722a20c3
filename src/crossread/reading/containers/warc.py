"""WARC files (ISO 28500): the pages among the responses that a crawler or a browser recorded.

Of each file the `response` records of status 200 with an HTML or plain-text body are read, one at a time. A record
that is cut off, damaged, too large or of another length than it says becomes an outcome, and the next one is sought.
The sequence of records is read here and not by a library, since those at hand stop silently at a truncated record,
raise at a damaged one, and read on into the next where the length is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crossread.errors import ReadingError, SourceUnreadable, UnsafePage
from crossread.reading.decoding import looks_like_markup
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import items, responses
from .streams import Stream

_BEGIN: Final = b"WARC/"
_NEXT: Final = b"\r\n\r\n" + _BEGIN
_MOST_HEADER: Final = 65_536
_MOST_BLANK: Final = 64  # bytes looked at for the blank lines between two records
_HINT: Final = "try: record the page again"


@dataclass(frozen=True, slots=True)
class Record:
    """A response: the record's fields by lower-case name, and its block."""

    fields: dict[str, str]
    block: bytes
    place: str

    @property
    def url(self) -> str | None:
        """The address that was asked for."""
        return items.address(self.fields.get("warc-target-uri", "").strip("<>"))


@dataclass(frozen=True, slots=True)
class Broken:
    """A place at which there is no whole record, and why."""

    error: ReadingError
    place: str


def pages(stream: Stream, name: str, settings: Settings, wanted: set[str] | None = None) -> Iterator[Page | Outcome]:
    """The pages of a WARC file, in its order; only those of the `wanted` addresses, where these are given.

    The address that a wanted one redirects to is added to `wanted`.
    """
    most = int(settings.largest_page_megabytes * 1_000_000)
    found = False
    for record in records(stream, most):
        item = items.name(name, record.place)
        try:
            made = _page(record, item, most, wanted) if isinstance(record, Record) else record.error
        except ReadingError as error:
            made = error
        if made is not None:
            found = True
            yield made if isinstance(made, Page) else items.problem_of(made, item)
    if not found and wanted is None:
        detail = "none of its records is a page: a response of status 200 with an HTML or text body"
        yield items.problem(name, "not an article", detail, "record the pages themselves, not only what they embed")


def _page(record: Record, item: str, most: int, wanted: set[str] | None) -> Page | None:
    """The page in a response; None where it holds something else."""
    head = responses.head(record.block)
    if head is None or (wanted is not None and not _is_wanted(record, head, wanted)) or not head.is_page:
        return None
    data, cut = responses.body(head, record.block[head.length :], most)
    if not data.strip() or (not head.media and not looks_like_markup(data, None)):
        return None
    if why := record.fields.get("warc-truncated"):
        cut = f"the archive cut the page off ({items.short(why)})"
    media = "text/html" if looks_like_markup(data, head.media.replace("application/xhtml+xml", "text/html")) else None
    return Page(
        data,
        media or "text/plain",
        file=item,
        url=record.url,
        encoding=items.charset(data, head.charset),
        given=(("partial", cut),) if cut else (),
    )


def _is_wanted(record: Record, head: responses.Head, wanted: set[str]) -> bool:
    if record.url not in wanted:
        return False
    if 300 <= head.status < 400 and (target := head.fields.get("location")):
        from urllib.parse import urljoin

        wanted.add(urljoin(record.url or "", target))
    return True


# ── the sequence of records ─────────────────────────────────────────────────────────────────────────────────────────


def records(stream: Stream, most: int) -> Iterator[Record | Broken]:
    """Every response in the file, and each stretch in which there is no whole record."""
    stream.apart = _BEGIN
    lost = False  # that records are missing here has been told
    while True:
        blank = stream.peek(_MOST_BLANK)
        stream.skip(len(blank) - len(blank.lstrip(b"\r\n")))
        place = stream.place
        try:
            if not stream.peek(1):
                if stream.fault:
                    raise stream.fault
                if not stream.next_part():
                    return
                continue
            fields = _header(stream)
            lost = False
            block = _block(stream, fields, most)
            if block is not None:
                yield Record(fields, block, place)
        except ReadingError as error:
            if not lost:
                yield Broken(error, place)
            lost = True
            if stream.peek(len(_BEGIN)) != _BEGIN and not stream.find(_NEXT) and not stream.next_part():
                return


def _header(stream: Stream) -> dict[str, str]:
    """The fields of the record that begins here, which are passed over."""
    if stream.peek(len(_BEGIN)) != _BEGIN:
        raise SourceUnreadable("no WARC record begins there", hint=_HINT)
    for size in (4_096, _MOST_HEADER):
        header, end, _ = stream.peek(size).partition(b"\r\n\r\n")
        if end:
            stream.skip(len(header) + len(end))
            return responses.fields(header)
    stream.skip(1)
    raise stream.fault or SourceUnreadable("the WARC record's header does not end", hint=_HINT)


def _block(stream: Stream, fields: dict[str, str], most: int) -> bytes | None:
    """The block of a response, None for other records, passed over; raises where it is not as long as it says."""
    length = _length(fields)
    is_response = fields.get("warc-type", "").casefold() == "response"
    if is_response and length <= most + responses.MOST_HEAD:
        return _whole(stream, length)
    head = responses.head(stream.peek(responses.MOST_HEAD)) if is_response else None
    _passed(stream, length)
    if head is not None and head.is_page:
        raise UnsafePage(f"is larger than {most / 1_000_000:g} MB", hint="try: raise largest_page_megabytes")
    return None


def _length(fields: dict[str, str]) -> int:
    value = fields.get("content-length", "")
    if not re.fullmatch(r"[0-9]{1,15}", value):
        raise SourceUnreadable("the WARC record does not say how long it is", hint=_HINT)
    return int(value)


def _whole(stream: Stream, length: int) -> bytes:
    """The block, which ends before the next record, whatever length it claims."""
    block = stream.read(length)
    if len(block) == length and _is_at_end(stream):
        return block
    if (at := block.find(_NEXT)) >= 0:
        stream.unread(block[at:])
    elif stream.fault:
        raise stream.fault
    elif len(block) < length and not stream.next_part():
        raise SourceUnreadable(f"the WARC record is cut off: {len(block)} of {length} bytes are there", hint=_HINT)
    raise SourceUnreadable(f"the WARC record is not {length} bytes long, as it says", hint=_HINT)


def _passed(stream: Stream, length: int) -> None:
    is_there = stream.skip(length) == length
    if stream.fault:
        raise stream.fault
    if not is_there or not _is_at_end(stream):
        raise SourceUnreadable(f"the WARC record is not {length} bytes long, as it says", hint=_HINT)


def _is_at_end(stream: Stream) -> bool:
    """Whether a record may end here: two line ends follow, or, of careless writers, fewer and the next record."""
    after = stream.peek(_MOST_BLANK)
    rest = after.lstrip(b"\r\n")
    return not rest or after.startswith(b"\r\n\r\n") or (rest != after and rest.startswith(_BEGIN))
