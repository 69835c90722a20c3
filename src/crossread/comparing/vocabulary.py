"""Words and what they have in common: stems, stop words, and groups of words that news uses for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[.'’-][^\W\d_]+)*")


class Word(NamedTuple):
    """A word, where it stands in its article, its stem, and itself in small letters with straight apostrophes."""

    text: str
    start: int
    end: int
    stem: str
    lower: str


@cache
def _lower(word: str) -> str:
    return plain(word)


def plain(text: str) -> str:
    """The text in small letters, with straight quotation marks and apostrophes."""
    return text.translate(_STRAIGHT).casefold()


_STRAIGHT = str.maketrans("’‘“”", "''\"\"")


def words(text: str, start: int = 0) -> tuple[Word, ...]:
    """The words and numbers of a text; offsets count from `start`."""
    found = _words(text)
    return found if start == 0 else tuple(Word(w[0], start + w[1], start + w[2], w[3], w[4]) for w in found)


@lru_cache(maxsize=8192)  # the same sentences are read again and again
def _words(text: str) -> tuple[Word, ...]:
    return tuple(Word(m[0], m.start(), m.end(), stem(m[0]), _lower(m[0])) for m in WORD.finditer(text))


@cache
def stem(word: str) -> str:
    """A word without its inflection: "killing", "killed" and "kills" are one, and so are "broke" and "broken"."""
    low = plain(word).removesuffix("'s").removesuffix("'")
    bare = _without_ending(low)
    return _irregular().get(low) or _bases().get(bare, bare)


def _without_ending(low: str) -> str:
    if (low.endswith("ies") and len(low) > 4) or (low.endswith("ied") and len(low) > 4):
        low = low[:-3] + "y"
    elif low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        low = low[:-2]
    elif low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    elif low.endswith("eed"):
        pass
    elif low.endswith("ed") and len(low) > 4:
        low = _undoubled(low[:-2])
    elif low.endswith("ing") and len(low) > 5 and re.search("[aeiouy]", low[:-3]):
        low = _undoubled(low[:-3])
    return low[:-1] if low.endswith("e") and len(low) > 3 else low


def _undoubled(low: str) -> str:
    return low[:-1] if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "lsz" else low


@cache
def _irregular() -> dict[str, str]:
    return {form: forms[0] for forms in (line.split() for line in lines("irregular.txt")) for form in forms}


@cache
def _bases() -> dict[str, str]:
    """Base forms of irregular words by what is left of them without an ending: "taking" comes to "take"."""
    return {_without_ending(line.split()[0]): line.split()[0] for line in lines("irregular.txt")}


@cache
def groups(file: str) -> dict[str, str]:
    """For each stem in a lexicon of groups (`name: word, word, …`), the name of its group. Words of several parts are
    keyed by their stems, joined by blanks."""
    return {" ".join(stem(part) for part in entry.split()): name for name, entries in _named(file) for entry in entries}


@cache
def sets(file: str) -> dict[str, tuple[str, ...]]:
    """The groups of a lexicon as written: name, then its words."""
    return dict(_named(file))


def _named(file: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in lines(file):
        name, _, rest = line.partition(":")
        yield name.strip(), tuple(entry.strip() for entry in rest.split(",") if entry.strip())


@cache
def lines(file: str) -> tuple[str, ...]:
    """The entries of a lexicon, without comments and empty lines."""
    raw = (resources.files(__package__) / "lexicons" / file).read_text(encoding="utf-8")
    return tuple(line for line in (part.partition("#")[0].strip() for part in raw.splitlines()) if line)


@cache
def entries(file: str) -> frozenset[str]:
    """The words of a lexicon that is nothing but words."""
    return frozenset(word for line in lines(file) for word in line.split())


@cache
def stems_in(file: str) -> frozenset[str]:
    """The stems of the words of a lexicon that is nothing but words."""
    return frozenset(stem(word) for word in entries(file))


def kin(stem_: str) -> str:
    """What a stem stands for where words of one meaning count as the same: the name of its group, else itself."""
    return groups("kindred.txt").get(stem_, stem_)


def content(found: tuple[Word, ...]) -> tuple[Word, ...]:
    """Those words that carry meaning: neither stop words nor numbers."""
    stop = entries("stop.txt")
    return tuple(w for w in found if w.lower not in stop and not w.text[0].isdigit())


def senses(found: tuple[Word, ...]) -> tuple[tuple[str, Word], ...]:
    """What each content word stands for; a verb of two parts ("gave out") is one, at its first word."""
    kindred, stop, firsts = groups("kindred.txt"), entries("stop.txt"), _firsts()
    made: list[tuple[str, Word]] = []
    skip = -1
    for i, word in enumerate(found):
        if i == skip:
            continue
        pair = f"{word.stem} {found[i + 1].stem}" if word.stem in firsts and i + 1 < len(found) else ""
        if pair in kindred:
            made.append((kindred[pair], word))
            skip = i + 1
        elif word.lower not in stop and not word.text[0].isdigit():
            made.append((kindred.get(word.stem, word.stem), word))
    return tuple(made)


@cache
def _firsts() -> frozenset[str]:
    """The first words of those that have two parts."""
    return frozenset(key.split(" ")[0] for key in groups("kindred.txt") if " " in key)


def meanings(found: tuple[Word, ...]) -> frozenset[str]:
    """What the content words stand for, as a set."""
    return frozenset(meaning for meaning, _ in senses(found))
