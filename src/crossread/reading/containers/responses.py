"""HTTP responses as an archive keeps them: status line, fields, body, perhaps still packed as it was sent."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from crossread.errors import SourceUnreadable, UnsafePage
from crossread.reading.decoding import looks_like_markup

from .extras import needed

PAGES: Final = ("text/html", "application/xhtml+xml", "text/plain")
MOST_HEAD: Final = 65_536
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a response's body: its status, and its fields by lower-case name."""

    status: int
    fields: Mapping[str, str]
    length: int  # bytes, the blank line included

    @property
    def media(self) -> str:
        """The media type without parameters; empty where the response has none."""
        return self.fields.get("content-type", "").partition(";")[0].strip().casefold()

    @property
    def charset(self) -> str | None:
        """The encoding that the response declares."""
        match = _CHARSET.search(self.fields.get("content-type", ""))
        return match[1] if match else None

    @property
    def is_page(self) -> bool:
        """Whether a page may follow: status 200, and HTML, plain text or what is not said."""
        return self.status == 200 and self.media in {*PAGES, ""}


def head(block: bytes) -> Head | None:
    """The head of the response at the start of the bytes; None where they do not start with one."""
    status = _STATUS.match(block)
    end = re.search(rb"\r?\n\r?\n", block[:MOST_HEAD])
    if status is None or end is None:
        return None
    return Head(int(status[1]), fields(block[status.end() : end.start()]), end.end())


def fields(text: bytes) -> dict[str, str]:
    """Header fields by lower-case name, the first of each; a line that begins with a blank goes on with the last."""
    found: dict[str, str] = {}
    unfolded = re.sub(r"\r?\n[ \t]+", " ", text.decode("utf-8", "replace"))
    for line in unfolded.splitlines():
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().casefold(), value.strip())
    return found


def body(head: Head, sent: bytes, most: int) -> tuple[bytes, str]:
    """The body, unpacked, and why it is not all there (empty if it is).

    Archives often keep the fields of a packed response and not the packing: what is plainly unpacked is left alone.
    Raises `UnsafePage` where more than `most` bytes come out.
    """
    data, cut = sent, ""
    if "chunked" in head.fields.get("transfer-encoding", "").casefold():
        data, cut = _unchunked(data)
    for coding in reversed(head.fields.get("content-encoding", "").casefold().split(",")):
        if looks_like_markup(data[:2_000], None):
            break
        data, cut = _unpacked(coding.strip(), data, most, cut)
    return data, cut


_CUT: Final = "the recording of the response stops before its end"


def _unchunked(data: bytes) -> tuple[bytes, str]:
    """The chunks joined; the bytes as they are where they do not begin with one."""
    chunks: list[bytes] = []
    at = 0
    while match := _CHUNK.match(data, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(chunks), ""
        chunks.append(data[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if data[at : at + 2] == b"\r\n" else 1 if data[at : at + 1] == b"\n" else 0
    return (b"".join(chunks), _CUT) if chunks else (data, "")


def _unpacked(coding: str, data: bytes, most: int, cut: str) -> tuple[bytes, str]:
    if coding in {"gzip", "x-gzip"} and data[:2] == b"\x1f\x8b":
        return _inflated(zlib.decompressobj(wbits=31), data, most)
    if coding == "deflate":
        return _inflated(zlib.decompressobj(wbits=15 if data[:1] == b"\x78" else -15), data, most)
    if coding in {"br", "zstd"}:
        return _by_library(coding, data, most), cut
    return data, cut


def _inflated(unpacker: zlib._Decompress, data: bytes, most: int) -> tuple[bytes, str]:
    try:
        found = unpacker.decompress(data, most + 1)
    except zlib.error as error:
        raise SourceUnreadable("the response's packed bytes are damaged", hint="try: record the page again") from error
    if len(found) > most:
        raise _too_large(most)
    return found, "" if unpacker.eof else _CUT


def _by_library(coding: str, data: bytes, most: int) -> bytes:
    from io import BytesIO

    with needed("warc", "a response packed as " + coding):
        from fastwarc.stream_io import BrotliReader, ZstdReader
    reader = (BrotliReader if coding == "br" else ZstdReader)(BytesIO(data))
    try:
        found = reader.read(most + 1)
    except (OSError, ValueError) as error:
        raise SourceUnreadable("the response's packed bytes are damaged", hint="try: record the page again") from error
    if len(found) > most:
        raise _too_large(most)
    return bytes(found)


def _too_large(most: int) -> UnsafePage:
    return UnsafePage(
        f"the response unpacks to more than {most / 1_000_000:g} MB", hint="try: raise largest_page_megabytes"
    )
