"""Appositions: names and descriptions that stand side by side and mean the same ('the mayor, Ida Holm', 'Ida Holm, 61,
who runs the ferry')."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .descriptions import Description, body_class
from .lexicon import entries, words
from .names import Name
from .tokens import APOSTROPHES, Line

_LONGEST_COMPLEMENT = 8  # tokens of 'for the water board' between a role and the comma
_LONGEST_HOME = 6  # tokens
_LONGEST_CLAUSE = 30  # tokens of 'who …'
_ENDS = frozenset([",", ".", ";", ":", "!", "?", ")", "”", '"', "—", "–", "("])
_RELATIVES = words("who whose which that")
_NAMING = words("called named dubbed")
_NAMED_BY_OF = words("firm town city village county state borough parish island department")
_AFTER_NAME = words("has had is was will would who whose which in at on and")


@dataclass(frozen=True, slots=True)
class Apposition:
    """`start:end` says who or what `name` is; `description` is the noun phrase it is built on, if it is one."""

    name: Name
    start: int
    end: int
    description: Description | None = None
    age: str | None = None


def find(names: Sequence[Name], descriptions: Sequence[Description], lines: Sequence[Line]) -> tuple[Apposition, ...]:
    """The appositions in the order of the names. None crosses a sentence's end."""
    by_start = {(d.line, d.at): d for d in descriptions}
    by_name = {(n.line, at): n for n in names for at in (n.at, n.first)}
    found = [a for name in names for a in _after(name, by_start, lines[name.line])]
    found += [a for d in descriptions for a in _before(d, by_name, lines[d.line])]
    return tuple(sorted(found, key=lambda a: (a.name.start, a.start)))


def _after(name: Name, by_start: Mapping[tuple[int, int], Description], line: Line) -> Iterator[Apposition]:
    """What follows a name after a comma: an age, a noun phrase, a relative clause."""
    at = _after_home(line, name.until)
    if line.text(at) in APOSTROPHES:
        return
    if line.text(at) != ",":
        if line.lower(at) in ("is", "was") and (found := by_start.get((name.line, at + 1))) and found.article != "none":
            yield Apposition(name, found.start, found.end, found)
        return
    at += 1
    if line.text(at).isdigit() and line.text(at + 1) in _ENDS | {"and"}:
        yield Apposition(name, line.tokens[at].start, line.tokens[at].end, age=line.text(at))
        at += 2
    found = by_start.get((name.line, at)) or by_start.get((name.line, at + 1) if line.lower(at) == "then" else (-1, -1))
    if found is not None and not _speaks(line, found.until):
        yield Apposition(name, found.start, line.tokens[_clause_end(line, at) - 1].end, found)
    elif line.lower(at) in ("who", "whose", "which"):
        yield Apposition(name, line.tokens[at].start, line.tokens[_clause_end(line, at) - 1].end)


def _speaks(line: Line, at: int) -> bool:
    """Whether a reporting verb comes next: '…, the mayor said' is no apposition."""
    at += line.lower(at) in ("also", "then", "later", "has", "had")
    return line.lower(at) in entries("reporting_verbs")


def _after_home(line: Line, at: int) -> int:
    """The token after 'of Larch Bay', which may stand between a name and the comma; `at` where it does not."""
    end = at + 1
    while end - at < _LONGEST_HOME and line.text(end)[:1].isupper():
        end += 1
    return end if line.lower(at) in ("of", "from", "in") and end > at + 1 and line.text(end) == "," else at


def _clause_end(line: Line, at: int) -> int:
    """The token after the last of the phrase or clause that begins at `at`."""
    end, relative = at + 1, line.lower(at) in _RELATIVES
    while end < len(line.tokens) and end - at < _LONGEST_CLAUSE and line.text(end) not in _ENDS:
        relative = relative or line.lower(end) in _RELATIVES
        if not relative and line.text(end) in entries("reporting_verbs") - entries("document_words"):
            break
        end += 1
    return end


def _before(found: Description, by_name: Mapping[tuple[int, int], Name], line: Line) -> Iterator[Apposition]:
    """The name that follows a description: at once, or after a comma ('a clerk at the port, Ida Holm, said')."""
    at = found.until
    if line.lower(at) == "calling" and line.lower(at + 1) == "itself":
        at += 2
    elif line.lower(at) in _NAMING or (line.lower(at) == "of" and found.head in _NAMED_BY_OF):
        at += 1
    name = by_name.get((found.line, at))
    if (
        name is not None
        and found.sort != "group"
        and not name.titled
        and body_class(found.head) != "state"
        and (at > found.until or (found.sort != "person" and found.article != "none"))
    ):
        yield Apposition(name, found.start, found.end, found)
        return
    at = found.until
    if line.lower(at) in ("of", "for", "at", "from", "to", "with"):
        while at < len(line.tokens) and at - found.until < _LONGEST_COMPLEMENT and line.text(at) not in _ENDS:
            at += 1
    if line.text(at) != ",":
        return
    name = by_name.get((found.line, at + 1 + (line.lower(at + 1) == "the")))
    if name is None:
        return
    closed = line.text(name.until) in _ENDS | {""}
    if closed or (found.at == 0 and line.lower(name.until) in entries("reporting_verbs") | _AFTER_NAME):
        yield Apposition(name, found.start, line.tokens[at - 1].end, found)
