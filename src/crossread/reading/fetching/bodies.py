"""The body of an answer, unpacked, and never larger than it may be."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from crossread.errors import FetchError, UnsafePage

_GZIP = 31  # zlib's number for gzip with its header


def gathered(chunks: Iterable[bytes], coding: str, most: int) -> bytes:
    """The chunks in one, unpacked as the Content-Encoding `coding` says.

    Raises `UnsafePage` as soon as there is more than `most`, packed or unpacked; `FetchError` where the coding is
    none that was asked for, or broken.
    """
    if coding in {"", "identity"}:
        return _joined(chunks, most)
    if coding in {"gzip", "x-gzip"}:
        return _joined(_unzipped(_bounded(chunks, most), most), most)
    raise FetchError(f"the site packs the page in a way that was not asked for ({coding[:40]})")


def too_large(most: int) -> UnsafePage:
    """The error for a page of more than `most` bytes."""
    return UnsafePage(f"is larger than {most / 1_000_000:g} MB", hint="try: raise largest_page_megabytes")


def _bounded(chunks: Iterable[bytes], most: int) -> Iterable[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise too_large(most)
        yield chunk


def _joined(chunks: Iterable[bytes], most: int) -> bytes:
    return b"".join(_bounded(chunks, most))


def _unzipped(chunks: Iterable[bytes], most: int) -> Iterable[bytes]:
    """Pieces of at most `most` + 1 bytes each, so that a small chunk never becomes an endless one."""
    unzip = zlib.decompressobj(_GZIP)
    begun = False
    try:
        for chunk in chunks:
            while chunk:
                if unzip.eof:
                    unzip = zlib.decompressobj(_GZIP)
                yield unzip.decompress(chunk, most + 1)
                begun = True
                chunk = unzip.unused_data if unzip.eof else unzip.unconsumed_tail
    except zlib.error as error:
        raise FetchError(f"what the site sent cannot be unpacked ({error})", temporary=True) from error
    if begun and not unzip.eof:
        raise FetchError("the site ended the page before it was whole", temporary=True)
