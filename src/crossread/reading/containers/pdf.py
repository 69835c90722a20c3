"""PDF files: their text, read with pypdf (the extra `pdf`), put together from lines into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from crossread.errors import CrossreadError, NotAnArticle, SourceUnreadable
from crossread.reading.lines import tidy
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import items
from .extras import needed
from .streams import Stream

_MOST_PAGES: Final = 100
_MOST_CHARACTERS: Final = 2_000_000
_EDGE_LINES: Final = 2  # lines at a page's head and foot that may be the running title or the page's number
_USUAL: Final = 0.8  # of the lines are no longer than what is taken for the usual length
_FULL: Final = 0.8  # of the usual length; a shorter line that ends a sentence ends a paragraph
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BROKEN = re.compile(r"(?<=[a-zäöüßéèáíóú])-$")
_NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)


def pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The text of a PDF file as one page of plain text, a paragraph a line."""
    data = stream.whole(int(settings.largest_page_megabytes * 1_000_000))
    sheets = _sheets(data)
    text = "\n\n".join(_paragraphs(sheets))
    if not text:
        raise NotAnArticle(
            f"its {len(sheets)} pages hold no text, only pictures of it" if sheets else "has no pages",
            hint="try: run text recognition (OCR) over it, or save the article as HTML or text",
        )
    cut = f"only its first {_MOST_PAGES} pages are read" if len(sheets) >= _MOST_PAGES else None
    yield items.page(text, name, media="text/plain", partial=cut)


def _sheets(data: bytes) -> list[list[str]]:
    """The lines of each page of the file."""
    import logging

    with needed("pdf", "a PDF file"):
        from pypdf import PdfReader
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told as its outcome
    found: list[list[str]] = []
    size = 0
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceUnreadable("is locked with a password", hint="try: save it without one")
        for sheet in reader.pages:
            lines = [words for line in sheet.extract_text().splitlines() if (words := tidy(line))]
            size += sum(map(len, lines))
            found.append(lines)
            if len(found) >= _MOST_PAGES or size > _MOST_CHARACTERS:
                break
    except CrossreadError:
        raise
    except Exception as error:  # the library raises whatever a broken file makes it stumble over
        detail = items.short(str(error))[:100] or type(error).__name__
        raise SourceUnreadable(f"is a damaged PDF file ({detail})", hint="try: save it again") from error
    return found


def _paragraphs(sheets: Sequence[Sequence[str]]) -> list[str]:
    lines = [line for sheet in _without_edges(sheets) for line in sheet]
    usual = sorted(map(len, lines))[int(_USUAL * len(lines))] if lines else 0
    found: list[str] = []
    open_ = False
    for index, line in enumerate(lines):
        if open_:
            found[-1] = _joined(found[-1], line)
        else:
            found.append(line)
        after = lines[index + 1] if index + 1 < len(lines) else ""
        open_ = _goes_on(line, after, usual)
    return found


def _goes_on(line: str, after: str, usual: int) -> bool:
    """Whether the next line belongs to the same paragraph: this one is full, or stops within a sentence."""
    if len(line) >= _FULL * usual:
        return True
    return not _ENDED.search(line) and after[:1].islower()


def _joined(text: str, line: str) -> str:
    """The text with a line put behind it; a word broken at the line's end made whole."""
    if _BROKEN.search(text) and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}"


def _without_edges(sheets: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The pages without the lines at head and foot that stand on several of them, and without their numbers."""
    seen = Counter(key for sheet in sheets for key in {_same(line) for line in _edges(sheet)})
    for sheet in sheets:
        edges = set(_edges(sheet))
        yield [
            line
            for line in sheet
            if line not in edges
            or not (_NUMBER.match(line) or (len(sheets) > 1 and seen[_same(line)] > len(sheets) / 2))
        ]


def _edges(sheet: Sequence[str]) -> list[str]:
    return [*sheet[:_EDGE_LINES], *sheet[-_EDGE_LINES:]]


def _same(line: str) -> str:
    return re.sub(r"\d+", "0", line.casefold())
