"""What a user may name: a file, a folder, a pattern, an address, "-"; each gives pages, or says why not."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from crossread.records import Outcome, Page, digest
from crossread.settings import Settings

from . import containers, fetching
from .containers.items import problem
from .containers.streams import Plain, Stream

_BESIDE: Final = re.compile(
    r"[_ .-](?:files?|dateien|fichiers|archivos|arquivos|bestanden|pliki|filer|tiedostot|soubory|dosyalar)",
    re.IGNORECASE,
)
"""What browsers put behind a page's name for the folder of what the page embeds, in their several languages."""


def pages(sources: Iterable[str | os.PathLike[str]], settings: Settings) -> Iterator[Page | Outcome]:
    """Every page that the sources hold, one at a time, and an outcome for each source, file or item that gives none.

    A source is a file, a folder (its files with a known ending, at any depth, sorted), a pattern ("saved/*.html", "**"
    for any depth), a web address (fetched once the files are read) or "-" for standard input. A file is one page, or
    holds several in one of the formats of `containers`. What a browser saved beside a page, in a folder of its own, is
    part of that page and not read. A file named twice is read once; a page with the same bytes as an earlier one is
    dropped as its duplicate.
    """
    seen: dict[str, str] = {}
    named: set[str] = set()
    addresses: list[str] = []
    for source in (os.fspath(source) for source in sources):
        if fetching.is_address(source):
            addresses.append(source)
            continue
        for found in _files(source):
            if isinstance(found, Outcome):
                yield found
                continue
            real = os.path.realpath(found) if found != "-" else "-"
            if real in named:
                continue
            named.add(real)
            for page in _read(found, settings):
                yield _once(page, seen) if isinstance(page, Page) else page
    for page in fetching.fetch(addresses, settings):
        yield _once(page, seen) if isinstance(page, Page) else page


def _once(page: Page, seen: dict[str, str]) -> Page | Outcome:
    # the same words that their source gives to another outlet are another page: a reprint
    same = digest(page.data, *(part for pair in page.given for part in pair), length=32)
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
        yield problem(source, "unreadable", f"cannot be looked up ({error})", "check the name")
        return
    if is_folder:
        endings = ", ".join(containers.ENDINGS)
        yield from sorted(_within(path)) or (
            problem(source, "not found", f"holds no file that ends in {endings}", "name a file in it"),
        )
    elif exists:
        yield source
    elif glob.has_magic(source):
        matches = (match for match in glob.iglob(source, recursive=True) if os.path.isfile(match))
        yield from sorted(match for match in matches if not _is_embedded(match)) or (
            problem(source, "not found", "no file matches the pattern", "quote the pattern, or list the files"),
        )
    else:
        yield problem(source, "not found", "there is no such file or folder", "check the path; patterns need quotes")


def _within(folder: Path) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_beside(name, files)]
        yield from (os.path.join(here, name) for name in files if containers.is_known(name) and name[:1] != ".")


def _is_beside(folder: str, files: Iterable[str]) -> bool:
    """Whether the folder holds what a browser saved along with one of these pages: "x_files" beside "x.html"."""
    stems = {Path(name).stem for name in files if Path(name).suffix.casefold() in {".html", ".htm", ".xhtml"}}
    return any(folder.startswith(stem) and _BESIDE.fullmatch(folder[len(stem) :]) for stem in stems)


def _is_embedded(path: str) -> bool:
    """Whether the file stands, at any depth, in a folder that a browser saved beside a page."""
    return any(
        _BESIDE.search(folder.name) and _is_beside(folder.name, os.listdir(folder.parent))
        for folder in Path(path).parents
        if folder.name
    )


def _read(name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """What one file holds, or standard input."""
    if name == "-":
        yield from containers.pages(Stream(Plain(sys.stdin.buffer)), name, settings)
        return
    if not Path(name).is_file():
        yield problem(name, "unreadable", "is not a regular file", "name a file")
        return
    try:
        with Path(name).open("rb") as file:
            stream = Stream(Plain(file), size=os.fstat(file.fileno()).st_size, file=file)
            yield from containers.pages(stream, name, settings)
    except OSError as error:
        yield problem(name, "unreadable", f"cannot be read ({error.strerror or error})", "check who may read it")
