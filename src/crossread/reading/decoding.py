"""Bytes to text, and what kind of text it is."""

from __future__ import annotations

import re

from crossread.errors import NotAnArticle
from crossread.records import Page

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""")
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|article|main|div|p|br|h[1-6]|span)\b[^<>]*>", re.IGNORECASE
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LATIN = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""As browsers do: who says Latin-1 means Windows-1252."""

_WIDE = re.compile(r"u(?:tf|cs|nicode)[-_]?(?:16|32|2|4)", re.IGNORECASE)
"""Encodings in which markup is half null bytes: a page without any is in none of them, whatever is declared."""

_WESTERN_SHARE = 0.04  # of the bytes; French has about .03 beyond ASCII, Polish .07, Russian .5
_SAMPLE_BYTES = 50_000  # enough for a guess of the encoding; the detector is slow on more


def decode(page: Page) -> str:
    """The page's text. Tries the byte order mark, what the page declares, UTF-8, and then guesses.

    Raises `NotAnArticle` for bytes that are no text.
    """
    data = page.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for name in _declared(page):
        if (text := _strictly(data, name)) is not None:
            return text
    if _looks_binary(data):
        raise NotAnArticle("this is binary data, not text", item=page.name, hint="try: save the page as HTML or text")
    return data.decode(_guess(data), "replace")


def is_markup(text: str) -> bool:
    """Whether the text is HTML, whatever it is called: a page of plain text has no two tags near its start."""
    head = text[:20_000]
    return sum(1 for _ in zip(_MARKUP.finditer(head), range(3), strict=False)) >= 3 or bool(
        re.match(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", head, re.IGNORECASE)
    )


def _declared(page: Page) -> list[str]:
    head = page.data[:4096]
    found = [
        match[1].decode("ascii") for pattern in (_XML_DECLARED, _DECLARED) for match in [pattern.search(head)] if match
    ]
    names = [*([page.encoding] if page.encoding else []), "utf-8", *found]
    return names if b"\x00" in head else [name for name in names if not _WIDE.match(name)]


def _strictly(data: bytes, encoding: str) -> str | None:
    """The text if every byte is valid in the encoding, and the encoding is known and gives text."""
    name = _LATIN.get(encoding.casefold(), encoding)
    try:
        text = data.decode(name)
    except (LookupError, ValueError):
        return None
    return None if not isinstance(text, str) or "\x00" in text[:1000] else text


def _looks_binary(data: bytes) -> bool:
    head = data[:4096]
    odd = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return odd > max(2, len(head) // 50)


def _guess(data: bytes) -> str:
    """The likeliest encoding. Few letters beyond ASCII mean a Western text, where detectors mistake ø for ř."""
    sample = data[:_SAMPLE_BYTES]
    if sum(byte > 127 for byte in sample) < _WESTERN_SHARE * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def looks_like_markup(data: bytes, media: str | None) -> bool:
    """Whether bytes hold HTML, from their start; where that is unclear, what the file's name promises (`media`)."""
    head = data[:20_000]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            text = head.decode(encoding, "replace")
            break
    else:
        text = head.decode("latin-1")
    return is_markup(text) or (
        media == "text/html" and "<" in text and bool(re.search(r"</?[a-zA-Z][^<>]{0,200}>", text))
    )
