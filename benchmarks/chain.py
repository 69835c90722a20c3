"""The chain as a user runs it: the files of one story in, its comparison document out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any


def documents(files: Iterable[Path]) -> dict[str, Any]:
    """The comparison document of the articles in the files, taken as one story."""
    raise NotImplementedError
