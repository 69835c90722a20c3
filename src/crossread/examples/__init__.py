"""The bundled stories: fiction, written for crossread, each a folder of saved reports with its gold sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

_SHEET = "gold.json"


def names() -> tuple[str, ...]:
    """The names of the bundled stories, in the order in which they are offered."""
    folder = files(__name__)
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.joinpath(_SHEET).is_file()))


def summary(name: str) -> str:
    """One line on what happened in a bundled story."""
    return str(json.loads(files(__name__).joinpath(name, _SHEET).read_text(encoding="utf-8"))["story"])


@contextmanager
def reports(name: str) -> Iterator[tuple[Path, ...]]:
    """The saved reports of a bundled story as files on disk, for as long as the context lasts."""
    with as_file(files(__name__).joinpath(name)) as folder:
        yield tuple(path for path in sorted(folder.iterdir()) if path.suffix in {".html", ".txt"})
