"""Whether two names can be of one person, body or place: folded for comparison, with no article in sight."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from crossread.records import EntityKind

from .vocabulary import sets

SPELLING_LIKENESS = 0.8
"""Least edit likeness (0 to 1) of two spellings of one name part: 'Aslan' and 'Asslan' have .91."""

_SMALL = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "al",
        "el",
        "von",
        "van",
        "der",
        "den",
        "di",
        "da",
    ]
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "gen",
        "general",
        "col",
        "lt",
        "maj",
        "capt",
        "sgt",
        "mayor",
        "minister",
        "president",
        "senator",
        "sen",
        "rep",
        "justice",
        "judge",
        "chief",
        "officer",
    ]
)
_PLACE_ENDINGS = frozenset(["county", "city", "town", "village", "street", "road", "valley", "state", "district"])
_SOUNDS = (
    ("ph", "f"),
    ("kh", "h"),
    ("gh", "g"),
    ("ck", "k"),
    ("q", "k"),
    ("w", "v"),
    ("j", "i"),
    ("y", "i"),
    ("ou", "u"),
)
_DOUBLED = re.compile(r"(.)\1+")
_POSSESSIVE = re.compile(r"['’]s$")
_PART = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


@dataclass(frozen=True, eq=True)
class Name:
    """A name as written, and its parts folded: no case, accents, hyphens, apostrophes, titles or small words."""

    written: str
    kind: EntityKind

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The folded parts that tell names apart, in order."""
        found = tuple(_PART.findall(fold(self.written)))
        telling = tuple(part for part in found if part not in _SMALL and not (self.person and part in _TITLES))
        return telling or found

    @cached_property
    def joined(self) -> str:
        """All parts without spaces: 'Grey Finch' and 'GreyFinch' are one."""
        return "".join(self.parts)

    @cached_property
    def bag(self) -> frozenset[str]:
        """The parts without their order: 'Ministry of Health' and 'Health Ministry' are one."""
        return frozenset(_singular(part) for part in self.parts)

    @cached_property
    def initials(self) -> str:
        """The first letters of the parts as they would stand in an acronym."""
        return "".join(part[0] for part in _PART.findall(fold(_CAMEL.sub(" ", self.written))) if part not in _SMALL)

    @property
    def person(self) -> bool:
        """Whether it is a person's."""
        return self.kind == "person"

    @cached_property
    def acronym(self) -> str | None:
        """The letters, if the name is written as an acronym ('FNM', 'U.N.')."""
        letters = self.written.replace(".", "").removeprefix("the ").removeprefix("The ")
        return letters.casefold() if 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper() else None


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text without case, accents, apostrophes or a possessive ending."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS).replace("’", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"'s\b|'(?=\s|$)", "", plain).replace("'", "")


def same(left: Name, right: Name) -> bool:
    """Whether the two are one full name, in whatever spelling or order of parts."""
    if left.person != right.person:
        return False
    if left.joined == right.joined or (not left.person and left.bag == right.bag):
        return True
    if left.person:
        return _same_person(left.parts, right.parts)
    return (
        min(len(left.joined), len(right.joined)) >= 8
        and len(left.parts) == len(right.parts)
        and _all_alike(left, right)
    )


def short_for(short: Name, full: Name) -> bool:
    """Whether `short` could be the short form of `full`: a family name, an acronym, a part of a body's name."""
    if short.person != full.person and short.acronym is None:
        return False
    if short.acronym and not full.person and len(full.parts) >= 2:
        return short.acronym in {full.initials, "".join(part[0] for part in full.parts)}
    if short.person:
        return _short_person(short.parts, full.parts)
    if short.kind == "place" and full.kind == "organisation" and _POSSESSIVE.search(short.written):
        return full.parts[: len(short.parts)] == short.parts  # "St. Ursula's" for "St. Ursula's Hospital"
    if short.kind != full.kind or short.kind == "place" or short.parts[-1] in _PLACE_ENDINGS:
        return False
    return len(short.parts) < len(full.parts) and short.bag < full.bag


def _same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Given names alike, or one an initial or a short form of the other, and family names alike; a middle name may be
    missing."""
    if len(left) < 2 or len(right) < 2:
        return len(left) == len(right) == 1 and len(left[0]) >= 5 and alike(left[0], right[0])
    if not (alike(left[0], right[0]) or _shortened(*sorted((left[0], right[0]), key=len))):
        return False
    if len(left) == len(right):
        return all(alike(a, b) for a, b in zip(left[1:], right[1:], strict=True))
    shorter, longer = sorted((left, right), key=len)
    return all(any(alike(part, other) for other in longer[1:]) for part in shorter[1:])


def _shortened(short: str, full: str) -> bool:
    """Whether a given name is an initial or the beginning of the other ("Ed" for "Edvard"), or its nickname."""
    return full.startswith(short) or short in sets("nicknames.txt").get(full, ())


def _short_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """A family name (the last parts), or a given name alone, of the full one."""
    if len(short) >= len(full):
        return False
    family = full[-len(short) :]
    return all(alike(a, b) for a, b in zip(short, family, strict=True)) or (len(short) == 1 and short[0] == full[0])


def _all_alike(left: Name, right: Name) -> bool:
    return all(alike(a, b) for a, b in zip(left.parts, right.parts, strict=True))


@lru_cache(maxsize=16384)
def alike(left: str, right: str) -> bool:
    """Whether two folded name parts are spellings of one: they sound the same, or are a letter or so apart."""
    if left == right or (min(len(left), len(right)) >= 3 and _sound(left) == _sound(right)):
        return True
    if min(len(left), len(right)) < 4 or left[0] != right[0] or left.isdigit() or right.isdigit():
        return False
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(left, right)) >= SPELLING_LIKENESS


def _sound(part: str) -> str:
    """The part with the letters that transliterations vary brought together: 'Yusef' and 'Jussef' are one."""
    for letters, one in _SOUNDS:
        part = part.replace(letters, one)
    return _DOUBLED.sub(r"\1", part)


def _singular(part: str) -> str:
    return part[:-1] if len(part) > 4 and part.endswith("s") and not part.endswith("ss") else part
