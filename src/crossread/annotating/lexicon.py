"""Word lists, kept as text files in `lexicons/`: one entry a line, `#` begins a comment, a tab parts an entry from
what is said about it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath("lexicons", f"{name}.txt").read_text(encoding="utf-8")
    return [line for raw in text.splitlines() if (line := raw.partition("#")[0].rstrip())]


@cache
def entries(name: str) -> frozenset[str]:
    """All entries of the list, in lower case."""
    return frozenset(line.partition("\t")[0].casefold() for line in _lines(name))


@cache
def table(name: str) -> dict[str, str]:
    """Each entry of the list, as written, with what stands behind its tab ("" where nothing does)."""
    return {key: value.strip() for key, _, value in (line.partition("\t") for line in _lines(name))}


def words(text: str) -> frozenset[str]:
    """The words of a short list that stands in the code."""
    return frozenset(text.split())


@cache
def body_words() -> frozenset[str]:
    """The words that head the names of bodies."""
    return entries("organisation_words") | entries("organisation_names")
