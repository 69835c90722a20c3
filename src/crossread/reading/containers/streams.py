"""Bytes read forward, once, in bounded memory: what every container is read from.

A file is one part; a gzip file has a part for each of its members, and goes on behind one that is damaged. A part
that ends before its time has a `fault`, which is not raised at once, since what came before it is good.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, BinaryIO, Final, Protocol

from crossread.errors import ReadingError, UnsafePage

CHUNK: Final = 65_536


class Parts(Protocol):
    """Where a stream's bytes come from, part by part."""

    fault: ReadingError | None
    """Why the current part has ended before its time; None while it has not."""
    offset: int
    """Where in the file the current part begins."""

    def read(self, size: int) -> bytes:
        """The next bytes of the current part, at most `size`; none at its end."""

    def advance(self) -> bool:
        """Go to the next part; False where there is none."""


class Plain:
    """A file as it is: one part."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.fault: ReadingError | None = None
        self.offset = 0

    def read(self, size: int) -> bytes:
        """The file's next bytes."""
        return self._file.read(size)

    def advance(self) -> bool:
        """There is no other part."""
        return False


class Stream:
    """Bytes with a look ahead, over all parts; it stops behind one that has a fault, until `next_part` is called.

    `size` is the file's, where it is known; `file` is the file itself, where one may jump about in it. Where `apart`
    is set, it stops before each part that begins so, too.
    """

    def __init__(self, parts: Parts, *, size: int | None = None, file: BinaryIO | None = None) -> None:
        self._parts = parts
        self._ahead = b""
        self._at = 0  # in _ahead: what stands before it has been read
        self._offset = 0  # in the file: of the part that was begun last
        self._passed = 0  # bytes that have been read since
        self._waiting: bytes | None = None  # the beginning of the next part, where the stream has stopped before one
        self.size = size
        self.file = file
        self.apart = b""

    @property
    def fault(self) -> ReadingError | None:
        """Why the part has ended before its time; None at a good end, and before it."""
        return None if self._at < len(self._ahead) or self._waiting is not None else self._parts.fault

    @property
    def place(self) -> str:
        """Where one stands: the offset in the file, and behind a plus the bytes unpacked from there."""
        if isinstance(self._parts, Plain):
            return str(self._passed)
        return f"{self._offset}+{self._passed}" if self._passed else str(self._offset)

    def _fill(self, size: int) -> None:
        """Have at least `size` bytes ahead, fewer only where the stream stops."""
        missing = size - (len(self._ahead) - self._at)
        if missing <= 0:
            return
        chunks = [self._ahead[self._at :]]
        while missing > 0 and (chunk := self._more(max(missing, CHUNK))):
            chunks.append(chunk)
            missing -= len(chunk)
        self._ahead, self._at = b"".join(chunks), 0

    def _more(self, size: int) -> bytes:
        """The next bytes, be they in this part or the next; none where the stream stops."""
        if self._waiting is not None:
            return b""
        while not (chunk := self._parts.read(size)):
            if self._parts.fault or not self._parts.advance():
                return b""
            begin = self._begin()
            if self.apart and (begin.startswith(self.apart) or (self._parts.fault and not begin)):
                self._waiting = begin
                return b""
            if begin:
                return begin
        return chunk

    def _begin(self) -> bytes:
        """The first bytes of a part, enough of them to tell whether it stands apart."""
        begin = b""
        while len(begin) < len(self.apart) and (more := self._parts.read(CHUNK)):
            begin += more
        return begin

    def peek(self, size: int) -> bytes:
        """The next bytes, fewer than `size` only where the stream stops, without going on."""
        self._fill(size)
        return self._ahead[self._at : self._at + size]

    def read(self, size: int) -> bytes:
        """The next bytes, fewer than `size` only where the stream stops."""
        data = self.peek(size)
        self._pass(len(data))
        return data

    def _pass(self, size: int) -> None:
        self._at += size
        self._passed += size

    def tell(self) -> int:
        """How many bytes have been read of a file that is not packed."""
        return self._passed

    def unread(self, data: bytes) -> None:
        """Put back bytes that have just been read."""
        self._ahead, self._at = data + self._ahead[self._at :], 0
        self._passed -= len(data)

    def skip(self, size: int) -> int:
        """Pass over bytes; how many there were before the stream stopped."""
        passed = 0
        while passed < size and (data := self.read(min(CHUNK, size - passed))):
            passed += len(data)
        return passed

    def find(self, mark: bytes) -> bool:
        """Go to where `mark` next stands; where it does not, False, and to where the stream stops."""
        while True:
            data = self.peek(CHUNK)
            found = data.find(mark)
            if found >= 0:
                self._pass(found)
                return True
            if len(data) < CHUNK:
                self._pass(len(data))
                return False
            self._pass(len(data) - len(mark) + 1)

    def next_part(self) -> bool:
        """Go on where the stream has stopped; False where there is nothing more."""
        if self._waiting is None and not self._parts.advance():
            return False
        self._ahead, self._at, self._waiting = self._waiting or b"", 0, None
        self._offset, self._passed = self._parts.offset, 0
        return True

    def whole(self, most: int) -> bytes:
        """All bytes. Raises `UnsafePage` where there are more than `most`, and the fault of a part that has one."""
        large = UnsafePage(
            f"is larger than {most / 1_000_000:g} MB",
            hint="try: save the article alone, or raise largest_page_megabytes",
        )
        if self.size is not None and self.size > most:
            raise large
        found = self.read(most + 1)
        if len(found) > most:
            raise large
        if self.fault:
            raise self.fault
        return found

    def lines(self, most: int) -> Iterator[bytes | None]:
        """Each line without its end, None for one longer than `most`; raises the fault of a part that has one."""
        ended = True
        while ended:
            line, ended = self._line(most)
            if line != b"" or ended:
                yield line

    def _line(self, most: int) -> tuple[bytes | None, bool]:
        """The rest of the line, and whether there was a line's end behind it."""
        found = bytearray()
        large, end = False, -1
        while end < 0:
            self._fill(1)
            end = self._ahead.find(b"\n", self._at)
            data = self._ahead[self._at : end + 1 or None]
            self._pass(len(data))
            large = large or len(found) + len(data) > most + 1
            if large:
                found.clear()
            else:
                found += data
            if not data and self.fault:
                raise self.fault
            if not data:
                break
        return (None if large else bytes(found).removesuffix(b"\n")), end >= 0
