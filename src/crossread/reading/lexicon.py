"""The word lists of this step, kept as text files: sections with a head in brackets, one entry a line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lexicons")
_HEAD = re.compile(r"^\[(?P<head>[\w' -]+)\](?: (?P<scope>[\w' ]+))?$")


@cache
def sections(name: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """The entries of lexicons/`name`.txt by head and scope: "[advertisement] at the end" is its own section."""
    found: dict[tuple[str, str], list[str]] = {}
    here: list[str] = []
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if head := _HEAD.match(line):
            here = found.setdefault((head["head"], head["scope"] or ""), [])
        elif line.strip() and line != "#" and not line.startswith("# "):
            here.append(line)
    return {head: tuple(entries) for head, entries in found.items()}


@cache
def entries(name: str, head: str) -> frozenset[str]:
    """The words and phrases of one section; in the file, commas part those that share a line."""
    lines = sections(name)[head, ""]
    return frozenset(entry.strip() for line in lines for entry in line.split(",") if entry.strip())
