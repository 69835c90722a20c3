"""Pages kept on disk, so that a site can answer "not changed" instead of sending one again.

One file a page, named by the digest of its address: a line of JSON, then the body as it was unpacked. A page is
used only after the site has said that it still holds, so nothing here goes stale. A file that is not whole is no file.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from crossread.records import digest
from crossread.settings import Settings

from .connections import Answer

_KEPT_HEADERS: Final = ("content-type", "etag", "last-modified")
_SUFFIX: Final = ".page"


class Cache:
    """The pages kept under one folder; `folder` None keeps nothing. `agent` is a part of what a page is kept under."""

    def __init__(self, folder: Path | None, *, most_bytes: int, agent: str) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._agent = agent

    def find(self, url: str) -> Answer | None:
        """The answer kept for the address, or None."""
        path = self._path(url)
        if path is None:
            return None
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            kept = json.loads(head)
            if kept["url"] != url or kept["digest"] != digest(body, length=64):
                return None
            headers = {str(name): str(value) for name, value in kept["headers"].items()}
            os.utime(path)  # used now: removed last
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return Answer(200, headers, body)

    def keep(self, url: str, answer: Answer) -> None:
        """Keep the answer, unless the site forbids it or gives nothing to ask by later; forget an earlier one then.

        A folder that cannot be written to is no fault: the page is there all the same.
        """
        path = self._path(url)
        if path is None:
            return
        headers = {name: answer.headers[name] for name in _KEPT_HEADERS if name in answer.headers}
        with suppress(OSError):
            if not _may_be_kept(answer) or len(answer.body) > self._most_bytes:
                path.unlink(missing_ok=True)
                return
            head = {"url": url, "digest": digest(answer.body, length=64), "headers": headers}
            _write(path, json.dumps(head).encode("ascii") + b"\n" + answer.body)
            self._make_room(path)

    def forget(self, url: str) -> None:
        """Keep nothing for the address any more."""
        path = self._path(url)
        if path is not None:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _path(self, url: str) -> Path | None:
        return None if self._folder is None else self._folder / (digest(url, self._agent, length=40) + _SUFFIX)

    def _make_room(self, newest: Path) -> None:
        """Remove the pages not used for longest until the rest fits; never the one just kept."""
        files = [(entry.stat(), entry) for entry in newest.parent.glob("*" + _SUFFIX)]
        total = sum(stat.st_size for stat, _ in files)
        for stat, path in sorted(files, key=lambda file: (file[0].st_mtime_ns, file[1].name)):
            if total <= self._most_bytes:
                return
            if path != newest:
                path.unlink(missing_ok=True)
                total -= stat.st_size


def conditions(kept: Answer | None) -> dict[str, str]:
    """The headers that ask a site for a page only if it is not the one kept."""
    if kept is None:
        return {}
    asked = {"If-None-Match": kept.headers.get("etag"), "If-Modified-Since": kept.headers.get("last-modified")}
    return {name: value for name, value in asked.items() if value and value.isascii() and value.isprintable()}


def folder_of(settings: Settings) -> Path | None:
    """Where pages are kept under these settings: None where they are not kept."""
    if not settings.fetch_cache:
        return None
    if settings.fetch_cache_folder:
        return Path(settings.fetch_cache_folder).expanduser()
    base = _system_folder()
    return None if base is None else base / "crossread" / "pages"


def _system_folder() -> Path | None:
    """The user's folder for what can be made again; None where the user has no home."""
    try:
        if sys.platform == "win32":
            local = os.environ.get("LOCALAPPDATA")
            return Path(local) if local else Path.home() / "AppData" / "Local"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches"
        named = os.environ.get("XDG_CACHE_HOME", "")
        return Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        return None


def _may_be_kept(answer: Answer) -> bool:
    asked = {part.strip().casefold().partition("=")[0] for part in answer.headers.get("cache-control", "").split(",")}
    return (
        answer.status == 200
        and "no-store" not in asked
        and "*" not in answer.headers.get("vary", "")
        and ("etag" in answer.headers or "last-modified" in answer.headers)
    )


def _write(path: Path, data: bytes) -> None:
    """Write the whole file or nothing, readable by its owner alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
