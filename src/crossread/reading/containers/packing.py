"""Packed files, unpacked on the way: gzip member by member, Zstandard as a whole."""

from __future__ import annotations

import re
import zlib
from typing import Final

from crossread.errors import ReadingError, SourceUnreadable, UnsafePage
from crossread.settings import Settings

from .extras import needed
from .streams import CHUNK, Stream

GZIP: Final = b"\x1f\x8b\x08"
_SAVE_AGAIN: Final = "try: save it again"
MOST_RATIO: Final = 100  # text shrinks to a tenth, tables of it to a thirtieth; a bomb to a thousandth
MOST_PACKED: Final = 2  # times that a file may be packed
_ZSTANDARD = re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18")


def unpack(stream: Stream, settings: Settings) -> Stream:
    """The stream that stands in a packed one; a packed one may hold another, and no more."""
    most = int(settings.largest_page_megabytes * 1_000_000)
    for _ in range(MOST_PACKED + 1):
        begin = stream.peek(4)
        if begin.startswith(GZIP):
            stream = Stream(Gzip(stream, most))
        elif _ZSTANDARD.match(begin):
            stream = Stream(Zstandard(stream, most))
        else:
            return stream
    raise UnsafePage("is packed more than twice", hint="try: unpack it by itself")


class Gzip:
    """A gzip file, unpacked member by member.

    A member that unpacks to more than `most` bytes and more than a hundred times its size is given up as a bomb.
    Behind a damaged member the next one is looked for by its first three bytes.
    """

    def __init__(self, packed: Stream, most: int) -> None:
        self._packed, self._most = packed, most
        self._held = b""  # packed bytes read and not yet unpacked
        self._at = 0  # where in the file they begin
        self._begin()

    def _begin(self) -> None:
        self._unpacker = zlib.decompressobj(wbits=31)
        self._given = 0
        self.fault: ReadingError | None = None
        self.offset = self._at

    def read(self, size: int) -> bytes:
        """The member's next bytes, unpacked."""
        while not (self._unpacker.eof or self.fault):
            self._held = self._held or self._packed.read(CHUNK)
            ended = not self._held
            try:
                data = self._unpacker.decompress(self._held, size)
            except zlib.error:
                self.fault = SourceUnreadable("its packed bytes are damaged", hint=_SAVE_AGAIN)
                break
            self._hold(self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail)
            self._given += len(data)
            if self._given > max(self._most, MOST_RATIO * (self._at - self.offset)):
                self.fault = UnsafePage(f"unpacks to more than {MOST_RATIO} times its size", hint=_SAVE_AGAIN)
            elif data:
                return data
            elif ended and not self._unpacker.eof:
                self.fault = SourceUnreadable("its packed bytes are cut off", hint=_SAVE_AGAIN)
        return b""

    def _hold(self, rest: bytes) -> None:
        self._at += len(self._held) - len(rest)
        self._held = rest

    def advance(self) -> bool:
        """Go to the next member; what stands before it and is none is passed over."""
        if self._at == self.offset:
            self._hold(self._held[1:])  # not this one again
        while (found := self._held.find(GZIP)) < 0:
            self._hold(self._held[-2:])
            more = self._packed.read(CHUNK)
            if not more:
                if not GZIP.startswith(self._held or b"-"):
                    return False
                break  # a member that is cut off in its first bytes
            self._held += more
        else:
            self._hold(self._held[found:])
        self._begin()
        return True


class Zstandard:
    """A file packed with Zstandard: one part, unpacked by the library of the extra `warc`."""

    def __init__(self, packed: Stream, most: int) -> None:
        with needed("warc", "a file packed with Zstandard"):
            from fastwarc.stream_io import ZstdReader
        self._packed, self._most = packed, most
        self._reader = ZstdReader(packed)  # type: ignore[arg-type]  # it reads and asks where it is, and no more
        self._given = 0
        self.fault: ReadingError | None = None
        self.offset = 0

    def read(self, size: int) -> bytes:
        """The next bytes, unpacked."""
        if self.fault:
            return b""
        try:
            data = bytes(self._reader.read(size))
        except (OSError, ValueError):
            self.fault = SourceUnreadable("its packed bytes are damaged", hint=_SAVE_AGAIN)
            return b""
        self._given += len(data)
        if self._given > max(self._most, MOST_RATIO * self._packed.tell()):
            self.fault = UnsafePage(f"unpacks to more than {MOST_RATIO} times its size", hint=_SAVE_AGAIN)
            return b""
        return data

    def advance(self) -> bool:
        """There is no other part."""
        return False
