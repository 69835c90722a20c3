"""Linking names: which spellings in one article name the same person, body or place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from crossread.records import EntityKind

from . import kinds
from .descriptions import body_class
from .lexicon import body_words, entries, table, words
from .names import Name
from .runs import PARTICLES
from .tokens import Line

_SMALL = PARTICLES | frozenset(["of", "the", "for", "and", "&", "in"])
_TITLES_OF_SPELLINGS = words(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady rev rev. gen gen. general col col. lt "
    "lt. maj maj. capt capt. sgt sgt. mayor minister president senator sen sen. rep rep. justice judge chief"
)  # so common that the name is often written with them
_SAME_GIVEN_NAME = 0.8  # likeness at which two given names before one surname are one, spelt twice


@dataclass(slots=True)
class Referent:
    """What one or more names stand for, while an article is being read: it becomes an `Entity`."""

    kind: EntityKind
    names: list[Name] = field(default_factory=list)
    key: tuple[str, ...] = ()
    gender: str = ""
    heads: dict[str, set[str]] = field(default_factory=dict)  # what it is called: noun, with words that go with it
    spellings: list[str] = field(default_factory=list)
    descriptions: list[tuple[int, int]] = field(default_factory=list)

    def call(self, head: str, words: Iterable[str] = ()) -> None:
        """Note that it is described by a noun and the words around it."""
        self.heads.setdefault(head, set()).update(words)


def fold(word: str) -> str:
    """The word small, without accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")


def link(names: Sequence[Name], lines: Sequence[Line], text: str) -> tuple[list[Referent], dict[Name, Referent | None]]:
    """The referents of all names, in the order of the text, and for each name its referent, None where two fit."""
    groups: dict[tuple[str, ...], list[Name]] = {}
    for name in names:
        groups.setdefault(_folded(name.key), []).append(name)
    referents: list[Referent] = []
    chosen: dict[Name, Referent | None] = {}
    defined = _definitions(groups, lines)
    for key in sorted(groups, key=lambda key: (-_fullness(key), groups[key][0].start)):
        group = groups[key]
        kind = kinds.kind(group, lines)
        fits = _fitting(key, kind, group, referents, defined.get(key))
        if not fits:
            fits = [Referent(kind, key=key)]
            referents += fits
        for name in group:
            owner = fits[0] if len(fits) == 1 else _by_gender(name, fits)
            chosen[name] = owner
            if owner is not None:
                owner.names.append(name)
                owner.gender = owner.gender or name.gender
    _give_offices(referents, chosen, lines, text)
    for referent in referents:
        _settle(referent, text)
    referents = sorted((r for r in referents if r.names), key=lambda r: r.names[0].start)
    return referents, chosen


def _give_offices(
    referents: list[Referent], chosen: dict[Name, Referent | None], lines: Sequence[Line], text: str
) -> None:
    """Give an acronym to the person whose office it is short for: 'Chief of Police Ida Holm …, the CP said'."""
    people = [(_office(name, text), r) for r in referents if r.kind == "person" for name in r.names if name.role]
    for short in [r for r in referents if len(r.key) == 1 and r.kind == "organisation"]:
        if not all(n.words[0].isupper() and lines[n.line].lower(n.at - 1) == "the" for n in short.names):
            continue
        holders = {id(r): r for office, r in people if len(office) > 1 and office == short.key[0]}
        if len(holders) == 1:
            (holder,) = holders.values()
            holder.names += short.names
            chosen.update(dict.fromkeys(short.names, holder))
            short.names = []


def _office(name: Name, text: str) -> str:
    """The initials of the capitalised words of the role before a name, small."""
    said = text[slice(*name.role)].split() if name.role else []
    return "".join(word[0] for word in said if word[0].isupper()).casefold()


def _folded(key: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(word).rstrip(".") or word for word in key)


def _fullness(key: tuple[str, ...]) -> int:
    return len([word for word in key if word not in _SMALL]) * 2 - (len(key) == 1 and len(key[0]) <= 4)


def _definitions(
    groups: dict[tuple[str, ...], list[Name]], lines: Sequence[Line]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Short forms given in brackets right after a long one: 'the Guild of Bakers (GB)'."""
    at = {(name.line, name.until): key for key, group in groups.items() for name in group}
    found = {}
    for key, group in groups.items():
        for name in group:
            line = lines[name.line]
            long = at.get((name.line, name.at - 1))
            if (
                line.text(name.at - 1) == "("
                and line.text(name.until) == ")"
                and long is not None
                and _initials_fit(key, long)
            ):
                found[key] = long
    return found


def _initials_fit(short: tuple[str, ...], long: tuple[str, ...], *, loosely: bool = False) -> bool:
    """Whether an acronym is made of the long form's initials; `loosely`, it may have a letter more in front."""
    letters = "".join(short).replace(".", "")
    initials = "".join(word[:1] for word in long if word not in _SMALL)
    every = "".join(word[:1] for word in long)
    if loosely and len(initials) > 1 and letters.endswith(initials):
        return True
    return len(letters) > 1 and letters in (initials, every) and len(long) > 1


def _fitting(
    key: tuple[str, ...],
    kind: EntityKind,
    group: list[Name],
    referents: list[Referent],
    defined: tuple[str, ...] | None,
) -> list[Referent]:
    """The referents that a spelling may belong to: none for a new one, several where names must be told one by one."""
    by_definition = [r for r in referents if defined is not None and r.key == defined]
    if by_definition:
        return by_definition
    fits = [(_fit(key, kind, group, r), r) for r in referents]
    best = max((fit for fit, _ in fits), default=0.0)
    return [r for fit, r in fits if fit == best] if best > 0 else []


def _fit(key: tuple[str, ...], kind: EntityKind, group: list[Name], referent: Referent) -> float:
    """How well a spelling fits as a form of the referent's name; 0 where it cannot be one."""
    long = referent.key
    if len(key) == 1 and any(name.words[0].isupper() for name in group) and _initials_fit(key, long):
        return 3.0 if kind != "place" and referent.kind in ("organisation", "person") else 0.0
    if referent.kind == "person":
        may = (
            kind != "group"
            and " ".join(key) not in entries("places")
            and not (len(key) > 1 and key[-1] in body_words())
        )
        return _fit_of_person(key, long) if may else 0.0
    if referent.kind == "organisation":
        surname = kind == "person" and (
            len(key) > 1 or key[0] in entries("given_names") or any(n.titled for n in group)
        )
        return 0.0 if surname else _fit_of_body(key, kind, long)
    return 3.0 if referent.kind == kind and key == long else 0.0


def _fit_of_person(key: tuple[str, ...], long: tuple[str, ...]) -> float:
    """A surname fits best, then a part of a double one, then a given name."""
    if len(key) == 1:
        if key[0] == long[-1]:
            return 3.0
        if key[0] in long[-1].split("-"):
            return 2.0
        return 1.0 if len(long) > 1 and key[0] in long[:-1] else 0.0
    if " ".join(key).replace("-", " ") == " ".join(long).replace("-", " ") or key == long[-len(key) :]:
        return 3.0
    one_surname = key[-1] == long[-1] or key[-1] in long[-1].split("-") or long[-1] in key[-1].split("-")
    return 2.0 if one_surname and _alike(key[0], long[0]) else 0.0


def _alike(given: str, other: str) -> bool:
    """Whether two given names are one: in another spelling, or as an initial."""
    if min(len(given), len(other)) == 1:
        return given[0] == other[0]
    return SequenceMatcher(None, given, other).ratio() >= _SAME_GIVEN_NAME


def _fit_of_body(key: tuple[str, ...], kind: EntityKind, long: tuple[str, ...]) -> float:
    """The same words turned round fit best ('Health Ministry'), then the name without the sort of body ('Larch' for
    'Larch Power') or with nothing else ('the Mirror'); the fewer words are left out, the better."""
    if set(key) - _SMALL == set(long) - _SMALL:
        return 3.0
    if len(key) >= len(long):
        return 0.0
    rest = long[len(key) :]
    shortened = key == long[: len(key)] and kind != "place" and "of" not in rest and bool(body_words() & set(rest))
    headed = bool(body_words() & set(key)) and (key == long[-len(key) :] or key == (_head(long),))
    return 2.0 - 0.1 * len(rest) if shortened or headed else 0.0


def _by_gender(name: Name, candidates: list[Referent]) -> Referent | None:
    """The one of several that a title fits, None where more than one does."""
    fitting = [r for r in candidates if name.gender and name.gender == (r.gender or given_gender(r.key))]
    return fitting[0] if len(fitting) == 1 else None


def given_gender(key: Sequence[str]) -> str:
    """The gender a given name tells, "" where it tells none."""
    return table("given_names").get(key[0], "") if len(key) > 1 else ""


def _settle(referent: Referent, text: str) -> None:
    """Fill in what the names themselves tell: spellings, gender, descriptions, what it may be called."""
    referent.names.sort(key=lambda name: name.start)
    for name in referent.names:
        referent.spellings += [text[name.start : name.end], *_with_title(name, text), *_with_article(name, text)]
        if name.role:
            _tell_role(referent, name.role, text)
    if referent.kind == "person":
        referent.gender = referent.gender or given_gender(referent.key)
    elif referent.kind in ("organisation", "place"):
        for name in referent.names:
            key = _folded(name.key)
            if _head(key) in body_words() | entries("place_words"):
                referent.call(_head(key), key)


def _tell_role(referent: Referent, role: tuple[int, int], text: str) -> None:
    referent.descriptions.append(role)
    said = [fold(word) for word in text[slice(*role)].replace(".", " ").split()]
    for word in said:
        if word in entries("roles") or word in entries("titles"):
            referent.call(word, said)


def _with_article(name: Name, text: str) -> list[str]:
    """The name of a paper, or a lone common noun, with the article the text gives it: 'the Mirror'."""
    article = text[max(0, name.start - 4) : name.start]
    is_press = body_class(name.key[-1]) == "press" or (len(name.key) == 1 and name.key[0] in body_words())
    return [article + text[name.start : name.end]] if is_press and article in ("the ", "The ") else []


def _with_title(name: Name, text: str) -> list[str]:
    """The name with the common titles right before it: 'Dr. Holm' where the text has 'Superintendent Dr. Holm'."""
    if name.title is None:
        return []
    titles = text[name.title[0] : name.start].split()
    common = len(titles)
    while common and fold(titles[common - 1]) in _TITLES_OF_SPELLINGS:
        common -= 1
    if common == len(titles) or (common and fold(titles[common - 1]) in ("attorney", "surgeon", "secretary")):
        return []
    return [" ".join([*titles[common:], text[name.start : name.end]])]


def _head(key: tuple[str, ...]) -> str:
    """The word of a body's name that says what sort of body: the last, or the one before 'of' or 'for'."""
    joint = next((i for i, word in enumerate(key) if word in ("of", "for") and i), len(key))
    return key[joint - 1]
