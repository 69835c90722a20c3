"""What a user may name: a file, a folder, a pattern, "-"; each gives pages, or says why not."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from crossread.records import Outcome, OutcomeReason, Page, digest
from crossread.settings import Settings

from .decoding import looks_like_markup

SUFFIXES: Final = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".md": "text/plain",
}


def pages(sources: Iterable[str | os.PathLike[str]], settings: Settings) -> Iterator[Page | Outcome]:
    """A page for each file that the sources name, and an outcome for each source or file that gives none.

    A source is a file, a folder (its files with a known suffix, at any depth, sorted), a pattern ("saved/*.html", "**"
    for any depth) or "-" for standard input. A file named twice is read once; one with the same bytes as an earlier
    one is dropped as its duplicate.
    """
    seen: dict[str, str] = {}
    named: set[str] = set()
    for source in sources:
        for found in _files(os.fspath(source)):
            if isinstance(found, Outcome):
                yield found
                continue
            real = os.path.realpath(found) if found != "-" else "-"
            if real in named:
                continue
            named.add(real)
            page = _read(found, settings)
            yield _once(page, seen) if isinstance(page, Page) else page


def _once(page: Page, seen: dict[str, str]) -> Page | Outcome:
    same = digest(page.data, length=64)
    if same in seen:
        return Outcome(page.name, "dropped", "duplicate", f"byte for byte the same as {seen[same]}")
    seen[same] = page.name
    return page


def _files(source: str) -> Iterator[str | Outcome]:
    """The files that one source names, sorted."""
    if source == "-":
        yield source
        return
    path = Path(source)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError) as error:
        yield _problem(source, "unreadable", f"cannot be looked up ({error})", "check the name")
        return
    if is_folder:
        endings = ", ".join(SUFFIXES)
        yield from sorted(_within(path)) or (
            _problem(source, "not found", f"holds no file that ends in {endings}", "name a file in it"),
        )
    elif exists:
        yield source
    elif glob.has_magic(source):
        yield from sorted(match for match in glob.iglob(source, recursive=True) if os.path.isfile(match)) or (
            _problem(source, "not found", "no file matches the pattern", "quote the pattern, or list the files"),
        )
    else:
        yield _problem(source, "not found", "there is no such file or folder", "check the path; patterns need quotes")


def _within(folder: Path) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (
            os.path.join(here, name)
            for name in files
            if Path(name).suffix.casefold() in SUFFIXES and not name.startswith(".")
        )


def _read(name: str, settings: Settings) -> Page | Outcome:
    most = int(settings.largest_page_megabytes * 1_000_000)
    try:
        if name == "-":
            data = sys.stdin.buffer.read(most + 1)
        else:
            path = Path(name)
            if not path.is_file():
                return _problem(name, "unreadable", "is not a regular file", "name an HTML or text file")
            if path.stat().st_size > most:
                return _too_large(name, settings)
            with path.open("rb") as file:
                data = _bounded(file, most)
    except OSError as error:
        return _problem(name, "unreadable", f"cannot be read ({error.strerror or error})", "check who may read it")
    if len(data) > most:
        return _too_large(name, settings)
    if not data.strip():
        return _problem(name, "not an article", "is empty", "save the page again")
    media = SUFFIXES.get(Path(name).suffix.casefold())
    return Page(data, "text/html" if looks_like_markup(data, media) else "text/plain", file=name)


def _bounded(file: BinaryIO, most: int) -> bytes:
    """The file's bytes, at most one more than `most`: it may have grown since its size was asked."""
    return file.read(most + 1)


def _too_large(name: str, settings: Settings) -> Outcome:
    most = settings.largest_page_megabytes
    return _problem(
        name, "unsafe", f"is larger than {most:g} MB", "save the article alone, or raise largest_page_megabytes"
    )


def _problem(item: str, reason: OutcomeReason, detail: str, hint: str) -> Outcome:
    return Outcome(item, "quarantined", reason, detail, f"try: {hint}")
