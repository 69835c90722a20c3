"""WACZ files: a zip archive with WARC files in it and the list of the pages that somebody meant to keep.

Nothing is unpacked to the disk, so a member's name leads nowhere; one that would is refused all the same.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from crossread.errors import ReadingError, SourceUnreadable, UnsafePage
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import items, warc
from .packing import MOST_RATIO, unpack
from .streams import Plain, Stream
from .values import text, value

_ARCHIVE = re.compile(r"(?:.*/)?archive/[^/]+\.warc(?:\.gz|\.zst)?", re.IGNORECASE)
_LISTS: Final = ("pages/pages.jsonl", "pages/extraPages.jsonl")
MOST_DIRECTORY: Final = 20_000_000  # bytes of the list of members; each takes ten times as much in memory

_SAVE_AGAIN: Final = "try: save it again"


def pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The pages that a WACZ file lists, from the WARC files in it; all of these where it lists none that is there."""
    most = int(settings.largest_page_megabytes * 1_000_000)
    file = stream.file or BytesIO(stream.whole(most))
    try:
        with _opened(file) as archive:
            yield from _pages(archive, name, settings, most)
    except (BadZipFile, NotImplementedError, struct.error, EOFError, RuntimeError) as error:
        raise SourceUnreadable(f"is a damaged zip archive ({items.short(str(error))})", hint=_SAVE_AGAIN) from error


def _pages(archive: ZipFile, name: str, settings: Settings, most: int) -> Iterator[Page | Outcome]:
    members = sorted((m for m in archive.infolist() if _ARCHIVE.fullmatch(m.filename)), key=lambda m: m.filename)
    if not members:
        raise SourceUnreadable(
            "is a zip archive without WARC files in it", hint="try: unpack it and name the folder, or a page in it"
        )
    _require_apart(members)
    wanted = _listed(archive, most)
    found = 0
    for item in _from(archive, members, name, settings, wanted):
        found += isinstance(item, Page)
        yield item
    if wanted is not None and not found:
        yield from _from(archive, members, name, settings, None)


def _from(
    archive: ZipFile, members: list[ZipInfo], name: str, settings: Settings, wanted: set[str] | None
) -> Iterator[Page | Outcome]:
    for member in members:
        item = items.name(name, member.filename)
        try:
            _require_safe(member, int(settings.largest_page_megabytes * 1_000_000))
            with archive.open(member) as file:
                yield from warc.pages(unpack(Stream(Plain(file)), settings), item, settings, wanted)
        except ReadingError as error:
            yield items.problem_of(error, item)
        except (BadZipFile, NotImplementedError, struct.error, EOFError, RuntimeError, OSError) as error:
            yield items.problem_of(SourceUnreadable(f"is damaged ({items.short(str(error))})", hint=_SAVE_AGAIN), item)


def _listed(archive: ZipFile, most: int) -> set[str] | None:
    """The addresses in the archive's lists of pages; None where there are none."""
    found: set[str] = set()
    for name in _LISTS:
        try:
            member = archive.getinfo(name)
            _require_safe(member, most)
            with archive.open(member) as file:
                found |= set(_addresses(Stream(Plain(file)).whole(most)))
        except (KeyError, ReadingError, BadZipFile):
            continue
    return found or None


def _addresses(lines: bytes) -> Iterator[str]:
    for line in lines.splitlines():
        said = value(line)
        if isinstance(said, dict) and (url := items.address(text(said.get("url")))):
            yield url


# ── what a hostile archive may try ──────────────────────────────────────────────────────────────────────────────────


def _opened(file: BinaryIO) -> ZipFile:
    file.seek(0, 2)
    file.seek(max(0, file.tell() - 65_557))
    if _directory_bytes(file.read()) > MOST_DIRECTORY:
        raise UnsafePage("lists too many members", hint=_SAVE_AGAIN)
    file.seek(0)
    return ZipFile(file)


def _directory_bytes(tail: bytes) -> int:
    """How long the list of members is, as the records at the archive's end say."""
    at = tail.rfind(b"PK\x05\x06")
    large = tail.rfind(b"PK\x06\x06")
    sizes = [0]
    if 0 <= at <= len(tail) - 22:
        sizes.append(struct.unpack_from("<I", tail, at + 12)[0] % 0xFFFFFFFF)  # all ones: see the other record
    if 0 <= large <= len(tail) - 56:
        sizes.append(struct.unpack_from("<Q", tail, large + 40)[0])
    return max(sizes)


def _require_apart(members: list[ZipInfo]) -> None:
    """Refuse members that lie on top of each other: a few bytes that are unpacked many times over."""
    end = 0
    for member in sorted(members, key=lambda m: m.header_offset):
        if member.header_offset < end:
            raise UnsafePage("holds members that overlap", hint=_SAVE_AGAIN)
        end = member.header_offset + member.compress_size


def _require_safe(member: ZipInfo, most: int) -> None:
    if member.filename.startswith("/") or ".." in re.split(r"[/\\]", member.filename) or ":" in member.filename:
        raise UnsafePage("has a name that leads out of the archive", hint=_SAVE_AGAIN)
    if member.file_size > max(most, MOST_RATIO * member.compress_size):
        raise UnsafePage(f"unpacks to more than {MOST_RATIO} times its size", hint=_SAVE_AGAIN)
