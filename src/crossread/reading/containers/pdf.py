"""PDF files: their text, read with pypdf (the extra `pdf`), put together from lines into paragraphs.

A PDF file knows where words stand and not what they are. Lines as close to each other as is usual in the file, or
closer, are one paragraph; where all stand alike, an indent or a short line that ends a sentence ends a paragraph.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final

from crossread.errors import CrossreadError, NotAnArticle, SourceUnreadable, UnsafePage
from crossread.reading.lines import tidy
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import items
from .extras import needed
from .streams import Stream

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES: Final = 100
MOST_CHARACTERS: Final = 2_000_000
MOST_SECONDS: Final = 30.0  # a page may draw one thing over and over, so that no count of bytes bounds the work
_MOST_TOKENS: Final = 500_000  # in one stream of drawing instructions
_ALONE: Final = "try: save the article alone"
_EDGE_LINES: Final = 2  # lines at a page's head and foot that may be the running title or the page's number
_WIDE: Final = 1.25  # of the usual distance between lines; a wider one stands between paragraphs
_INDENT: Final = 5.0  # points
_FULL: Final = 0.8  # of the usual length; a shorter line that ends a sentence ends a paragraph
_USUAL: Final = 0.8  # of the lines are no longer than what is taken for the usual length
_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BROKEN = re.compile(r"(?<=[^\W\d_A-Z])-$")
_NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, and where it begins, in points from the page's lower left corner."""

    text: str
    x: float
    y: float
    sheet: int


def pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The text of a PDF file as one page of plain text, a paragraph a line."""
    data = stream.whole(int(settings.largest_page_megabytes * 1_000_000))
    sheets = _sheets(data)
    text = "\n\n".join(_paragraphs(list(_without_edges(sheets))))
    if not text:
        raise NotAnArticle(
            f"its {len(sheets)} pages hold no text, only pictures of it" if sheets else "has no pages",
            hint="try: run text recognition (OCR) over it, or save the article as HTML or text",
        )
    cut = f"only its first {MOST_PAGES} pages are read" if len(sheets) >= MOST_PAGES else None
    yield items.page(text, name, media="text/plain", partial=cut)


def _sheets(data: bytes) -> list[list[Line]]:
    """The lines of each page of the file."""
    import logging

    with needed("pdf", "a PDF file"):
        from pypdf import PdfReader, apply_configuration
        from pypdf.errors import LimitReachedError
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told as its outcome
    try:
        with apply_configuration(stream_parsing_work_maximum_count=_MOST_TOKENS):
            return _read(PdfReader(BytesIO(data)))
    except CrossreadError:
        raise
    except LimitReachedError as error:
        raise UnsafePage(f"unfolds to too much ({items.short(str(error))[:100]})", hint=_ALONE) from error
    except Exception as error:  # the library raises whatever a broken file makes it stumble over
        detail = items.short(str(error))[:100] or type(error).__name__
        raise SourceUnreadable(f"is a damaged PDF file ({detail})", hint="try: save it again") from error


def _read(reader: PdfReader) -> list[list[Line]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceUnreadable("is locked with a password", hint="try: save it without one")
    until = time.monotonic() + MOST_SECONDS
    found: list[list[Line]] = []
    size = 0
    for number, sheet in enumerate(islice(reader.pages, MOST_PAGES)):
        found.append(_lines(sheet, number, until))
        size += sum(len(line.text) for line in found[-1])
        if size > MOST_CHARACTERS:
            raise UnsafePage(f"holds more than {MOST_CHARACTERS:,} characters", hint=_ALONE)
    return found


def _lines(sheet: PageObject, number: int, until: float) -> list[Line]:
    """The lines of a page in its own order, put together from the pieces in which it is drawn."""
    found: list[Line] = []
    pieces: list[str] = []
    begin: tuple[float, float] = (0.0, 0.0)

    def end_line() -> None:
        if words := tidy("".join(pieces).translate(_LIGATURES)):
            found.append(Line(words, *begin, number))
        pieces.clear()

    def visit(text: str, user: Sequence[float], matrix: Sequence[float], font: Any, size: float) -> None:
        nonlocal begin
        for index, piece in enumerate(text.split("\n")):
            if index:
                end_line()
            if piece.strip() and not "".join(pieces).strip():
                begin = _position(user, matrix)
            pieces.append(piece)

    def mind_the_time(*_: Any) -> None:
        if time.monotonic() > until:
            raise UnsafePage(f"takes more than {MOST_SECONDS:g} seconds to read", hint=_ALONE)

    sheet.extract_text(visitor_text=visit, visitor_operand_before=mind_the_time)
    end_line()
    return found


def _position(user: Sequence[float], matrix: Sequence[float]) -> tuple[float, float]:
    """Where text is drawn, from the two matrices that PDF has for it (ISO 32000-1, 9.4.4)."""
    x, y = matrix[4], matrix[5]
    return x * user[0] + y * user[2] + user[4], x * user[1] + y * user[3] + user[5]


# ── paragraphs ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    breaks = _Breaks(lines)
    found = [lines[0].text] if lines else []
    for line, after in pairwise(lines):
        if breaks.between(line, after):
            found.append(after.text)
        else:
            found[-1] = _joined(found[-1], after.text)
    return found


class _Breaks:
    """Where one paragraph ends and the next begins, by what is usual in the file."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.length = sorted(len(line.text) for line in lines)[int(_USUAL * len(lines))] if lines else 0
        gaps = [(self._gap(one, next_), self._is_full(one)) for one, next_ in pairwise(lines)]
        within = sorted(gap for gap, full in gaps if gap > 0 and full)  # behind a full line a paragraph mostly goes on
        self.gap = within[len(within) // 2] if within else 0.0
        self.are_spaced = any(gap > _WIDE * self.gap for gap, _ in gaps)

    def _is_full(self, line: Line) -> bool:
        return len(line.text) >= _FULL * self.length

    @staticmethod
    def _gap(one: Line, after: Line) -> float:
        return one.y - after.y if one.sheet == after.sheet else 0.0

    def between(self, one: Line, after: Line) -> bool:
        """Whether a paragraph ends with the one line, and the other begins the next."""
        gap = self._gap(one, after)
        ended = bool(_ENDED.search(one.text))
        if gap <= 0 or not self.gap:  # a new page or column
            goes_on = self._is_full(one) and abs(after.x - one.x) <= _INDENT
            return not goes_on and not after.text[:1].islower()
        if gap > _WIDE * self.gap:
            return True
        if ended and after.x - one.x > _INDENT:
            return True
        return not self.are_spaced and ended and not self._is_full(one)


def _joined(text: str, line: str) -> str:
    """The text with a line put behind it; a word broken at the line's end made whole."""
    if _BROKEN.search(text) and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}"


def _without_edges(sheets: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """The lines without those at head and foot that stand on several pages, and without the pages' numbers."""
    seen = Counter(key for sheet in sheets for key in {_same(line) for line in _edges(sheet)})
    for sheet in sheets:
        edges = _edges(sheet)
        for line in sheet:
            running = len(sheets) > 1 and seen[_same(line)] > len(sheets) / 2
            if line not in edges or not (running or _NUMBER.match(line.text)):
                yield line


def _edges(sheet: Sequence[Line]) -> list[Line]:
    return [*sheet[:_EDGE_LINES], *sheet[-_EDGE_LINES:]]


def _same(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())
