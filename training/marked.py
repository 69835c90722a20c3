"""The corpus's marked articles, read into text with stand-off annotation. See `corpus/GUIDELINES.md`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

KINDS = ("title", "standfirst", "heading", "p", "list", "caption", "credit", "footnote", "correction", "x")
MARKS = ("q", "s", "c", "v", "z", "m", "t", "n")
ENTITY_KINDS = ("person", "organisation", "place", "group", "work")
ROLES = ("agency", "outlet", "broadcaster", "document", "person")
HEDGES = ("least", "most", "about", "nearly", "over", "under")

TAG = re.compile(r"<(/?)([a-z])((?:\s+[a-z]+=(?:\"[^\"<>]*\"|[^\s<>\"]+))*)\s*>")
KEY = re.compile(r"([a-z]+)=(?:\"([^\"]*)\"|(\S+))")


class MarkingError(ValueError):
    """A marked article breaks the format; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its name, its keys, and the half-open range of code points in the text of its article."""

    name: str
    keys: dict[str, str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One block, furniture included, as a half-open range into the article's text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article without its marks, and the marks. Blocks are joined by blank lines, furniture (`x`) included."""

    id: str
    head: dict[str, str]
    text: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]

    def words(self, mark: Mark | Line) -> str:
        """The words under a mark."""
        return self.text[mark.start : mark.end]

    def of(self, name: str) -> list[Mark]:
        """All marks of one name, in the order of the text."""
        return [mark for mark in self.marks if mark.name == name]


@dataclass(slots=True)
class Said:
    """One attribution, put together from its marks."""

    number: str
    content: list[Mark] = field(default_factory=list)
    cue: list[Mark] = field(default_factory=list)
    source: list[Mark] = field(default_factory=list)
    via: list[Mark] = field(default_factory=list)

    @property
    def speaker(self) -> str | None:
        """The entity key of the speaker, None for nobody."""
        key = next((mark.keys["e"] for mark in self.content if "e" in mark.keys), "?")
        return None if key == "?" else key


def read(path: Path) -> MarkedArticle:
    """The marked article in a file; raises `MarkingError` with file and line."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    pairs = dict(re.findall(r"^(\w+):[ \t]*(.*?)\s*$", head, re.M))
    text, lines, marks, at = "", [], [], 0
    for number, raw in enumerate(body.splitlines(), head.count("\n") + 3):
        if not raw.strip():
            continue
        kind, colon, rest = raw.partition(":")
        if not colon or kind not in KINDS:
            raise MarkingError(
                f"{path}:{number}: a block begins with one of {', '.join(KINDS)} and a colon: {raw[:60]!r}"
            )
        plain, found = rest.strip(), list[Mark]()
        if kind != "x" or TAG.search(plain):  # a bare angle bracket is common in menus
            plain, found = _unmark(plain, f"{path}:{number}")
        if text:
            text += "\n\n"
        at = len(text)
        text += plain
        lines.append(Line(kind, at, len(text)))
        marks += [Mark(m.name, m.keys, m.start + at, m.end + at) for m in found]
    marks.sort(key=lambda m: (m.start, -m.end, MARKS.index(m.name)))
    return MarkedArticle(path.stem, pairs, text, tuple(lines), tuple(marks))


def _unmark(raw: str, where: str) -> tuple[str, list[Mark]]:
    plain, marks, open_, at = "", [], [], 0
    for tag in TAG.finditer(raw):
        plain += raw[at : tag.start()]
        at = tag.end()
        closing, name, keys = tag.group(1), tag.group(2), tag.group(3)
        if name not in MARKS:
            raise MarkingError(f"{where}: there is no mark <{name}>")
        if not closing:
            open_.append((name, {k: a or b for k, a, b in KEY.findall(keys)}, len(plain)))
            continue
        if not open_ or open_[-1][0] != name:
            raise MarkingError(
                f"{where}: </{name}> closes {'<' + open_[-1][0] + '>' if open_ else 'nothing'} near {plain[-30:]!r}"
            )
        opened, pairs, start = open_.pop()
        if plain[start:] != plain[start:].strip() or start == len(plain):
            raise MarkingError(f"{where}: <{opened}> begins or ends with a blank, or is empty: {plain[start:]!r}")
        marks.append(Mark(opened, pairs, start, len(plain)))
    plain += raw[at:]
    if open_:
        raise MarkingError(f"{where}: <{open_[-1][0]}> is never closed")
    if "<" in plain or ">" in plain:
        raise MarkingError(f"{where}: a stray angle bracket near {plain[max(0, plain.find('<') - 20) :][:60]!r}")
    return plain, marks


def attributions(article: MarkedArticle) -> list[Said]:
    """The attributions of an article, in the order of their first stretch of content."""
    said: dict[str, Said] = {}
    rows = {"q": "content", "c": "cue", "s": "source", "v": "via"}
    for mark in article.marks:
        if mark.name in rows:
            for number in mark.keys.get("a", "").split(","):
                getattr(said.setdefault(number, Said(number)), rows[mark.name]).append(mark)
    for one in said.values():
        one.via.sort(key=lambda mark: (int(mark.keys.get("h", "1")), mark.start))
    return sorted(said.values(), key=lambda one: one.content[0].start if one.content else 0)


def entities(folder: Path) -> dict[str, tuple[str, str, str]]:
    """The entities of a story: key to kind, fullest name, and "f", "m" or "-"."""
    found = {}
    for number, line in enumerate((folder / "entities.txt").read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        parts = [part.strip() for part in line.split("\t")]
        if len(parts) not in (3, 4) or parts[1] not in ENTITY_KINDS:
            raise MarkingError(f"{folder}/entities.txt:{number}: not 'key TAB kind TAB name [TAB f|m|-]': {line!r}")
        found[parts[0]] = (parts[1], parts[2], parts[3] if len(parts) == 4 else "-")
    return found
