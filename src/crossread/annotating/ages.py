"""How old people are: "61-year-old", "Harper, 62,", "aged 44", "a woman of 80", "he was 78"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.records import Article, Quantity, Sentence

from .counting import counted
from .folding import pattern
from .numerals import COUNT, parse

_NAME = r"(?:[A-Z][\w'’.&-]*|(?:al|el)-[A-Z]\w+|de|da|di|van|von|der|bin|bint|la|le|du)"
_NAMED = re.compile(rf"(?:{_NAME} +){{0,4}}(?:[A-Z]|al-|el-)[\w'’-]+")
_BETWEEN_COMMAS = re.compile(r"(?<=[\w'’.]), (?P<age>\d{1,3})(?=[,;.)—–:]| and | of | from | who | –| -|\Z)")
_IN_BRACKETS = re.compile(r"(?<=\w) \((?P<age>\d{1,3})\)")
_OLD = pattern(rf"(?P<age>{COUNT})(?:-| )(?P<unit>year|month|week|day)s?(?:-| )olds?")
_AGED = pattern(rf"(?:aged?|ages|age (?:of|as|at|was|is)) (?P<age>{COUNT})(?!(?: to | and | or |-)\d)")
_OF = pattern(
    r"(?:a|an|the) (?:[a-z]+ )?(?P<noun>man|woman|boy|girl|child|pensioner|youth|patient)"
    rf" of (?P<age>{COUNT})(?! \w+s\b)"
)
_WAS = pattern(
    rf"(?P<who>he|she|who) (?:was|is|turned|turns|had turned|were|just) (?P<age>\d{{1,3}}|{COUNT})"
    r"(?=(?: )?[.,;!?\"”)]| and | when | at the time|$)"
)
OLDEST = 120


def ages(article: Article, folded: str, sentence: Sentence) -> Iterator[Quantity]:
    """The ages told in the sentence; what is counted is the person's name, or the noun for the person, beside it."""
    text, start, end = article.text, sentence.span.start, sentence.span.end
    for match in _OLD.finditer(folded, start, end):
        whose = _apposed(text, match.start(), start) or counted(text, match.end(), end, one=True)
        yield from _age(match, match["unit"], whose, match.span(), article)
    for found in (_BETWEEN_COMMAS, _IN_BRACKETS):
        for match in found.finditer(text, start, end):
            if name := _name_before(text, match.start(), start):
                yield from _age(match, "year", name, match.span("age"), article)
    for match in _AGED.finditer(folded, start, end):
        before = text[start : match.start()].rstrip(", (")
        yield from _age(match, "year", _name_before(text, start + len(before), start), match.span("age"), article)
    for match in _OF.finditer(folded, start, end):
        yield from _age(match, "year", match.span("noun"), match.span("age"), article)
    for match in _WAS.finditer(folded, start, end):
        yield from _age(match, "year", match.span("who"), match.span("age"), article)


def _age(
    match: re.Match[str], unit: str, whose: tuple[int, int] | None, at: tuple[int, int], article: Article
) -> Iterator[Quantity]:
    value = parse(match["age"])
    if value is not None and 0 < value <= OLDEST and value == int(value):
        yield Quantity(article.span(*at), "age", value, unit, counted=article.span(*whose) if whose else None)


def _name_before(text: str, end: int, bound: int) -> tuple[int, int] | None:
    """The name that ends at `end`."""
    begin = max(bound, end - 60)
    found = None
    for match in _NAMED.finditer(text, begin, end):
        found = match
    return found.span() if found and found.end() == end else None


def _apposed(text: str, start: int, bound: int) -> tuple[int, int] | None:
    """The name before "NAME, a 61-year-old"."""
    before = re.search(r"(?<=[\w'’]), (?:an?|the|then) \Z", text[max(bound, start - 10) : start])
    return _name_before(text, max(bound, start - 10) + before.start(), bound) if before else None
