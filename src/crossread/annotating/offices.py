"""Offices and titles among capitalised words: 'Superintendent of Police', 'Chief Minister', 'Vice President Design'."""

from __future__ import annotations

from .lexicon import body_words, entries, table, words
from .runs import is_possessive
from .tokens import Line

_OFFICES = words(
    "minister officer executive director secretary inspector commissioner superintendent president governor engineer "
    "constable editor manager adviser advisor prosecutor attaché coordinator spokesman spokeswoman auditor treasurer"
)
OFFICE_WORDS = words(
    "health general executive deputy assistant senior chief foreign prime finance interior defence defense "
    "justice education vice staff transport water labour labor environment energy trade home"
)


def stands_after_name(line: Line, start: int, end: int) -> bool:
    """Whether a run between commas is a degree or an office, and names nobody new: 'Ida Holm, PhD, Head of Design'."""
    if line.text(start - 1) != "," or start < 2 or not line.tokens[start - 2].is_capitalised:
        return False
    if all(line.lower(at) in table("word_classes")["post_nominals"].split() for at in range(start, end)):
        return True
    closed = line.text(end) in (",", ".", ")", "") or line.lower(end) in entries("reporting_verbs") | {
        "of",
        "for",
        "at",
    }
    known = any(line.lower(at) in entries("given_names") for at in range(start, end))
    return closed and not known and end - start > 1 and _is_role(line, start) and not _addresses(line, start, end)


def _is_role(line: Line, at: int) -> bool:
    return role_at(line, at) or line.lower(at) in OFFICE_WORDS


def _addresses(line: Line, start: int, end: int) -> bool:
    """Whether a title stands right before two words or more, which are then a person's name: 'Judge Ida Holm'."""
    titles = 0
    while start + titles < end and _is_role(line, start + titles):
        titles += 1
    return end - start - titles > 1


def after_office(line: Line, start: int, end: int) -> int | None:
    """Where the person's name begins after an office with 'of' in it: 'Superintendent of Police | Ida Holm'."""
    if line.lower(start - 1) not in ("of", "for") or start < 2 or not role_at(line, start - 2):
        return None
    at = start
    while at < end and (line.lower(at) in body_words() or line.lower(at) in OFFICE_WORDS or is_ordinary(line, at)):
        at += 1
    return at if start < at < end - 1 else None


def office_inside(line: Line, start: int, end: int) -> int | None:
    """Where the person's name begins after an office that the run begins with: 'Secretary of State | Ida Holm'; `end`
    where the run is the office alone, None where it holds none."""
    of = next((at for at in range(start + 1, end - 1) if line.lower(at) == "of" and role_at(line, at - 1)), None)
    if of is None or line.lower(of - 1) in body_words():
        return None
    at = of + 1
    while at < end and (line.lower(at) in body_words() or line.lower(at) in OFFICE_WORDS or line.lower(at) == "the"):
        at += 1
    return at if at > of + 1 and end - at != 1 else None


def is_ordinary(line: Line, at: int) -> bool:
    """Whether the word is a common one, which has its capital from where it stands."""
    return line.lower(at) in entries("function_words") or line.lower(at) in entries("common_words")


def role_at(line: Line, at: int) -> bool:
    """Whether the word is a role or a title: "director", "Gen"."""
    word = line.lower(at)
    return word in entries("roles") or word in entries("titles")


def after_role(line: Line, start: int, end: int) -> int | None:
    """The index where the person's name begins after a title or role inside the run, None if there is none."""
    if line.lower(end - 1) in body_words() or line.lower(end - 1) in entries("place_words"):
        return None
    for at in range(end - 2, start - 1, -1):
        if not role_at(line, at) or is_possessive(line, at):
            continue
        if at > start and line.lower(at - 1) in entries("given_names") and line.lower(at) not in entries("titles"):
            continue
        after = at + 1 + (line.text(at + 1) == ".")
        if all(line.lower(i) in _OFFICES for i in range(after, end)):
            return None  # Chief Minister
        if after < end and line.tokens[after].is_word and line.text(after) not in ("of", "for", "and"):
            return after
    return None


def is_only_role(line: Line, start: int, end: int) -> bool:
    """Whether a run is a role and names nobody: 'Chief Minister'."""
    last = line.lower(end - 1)
    if not role_at(line, end - 1) or last in body_words():
        return False
    return end - start == 1 or line.lower(end - 2) not in entries("given_names")
