"""Where the clauses of a sentence begin and end: what is said of one subject, with one verb of its own.

By rules, without a parser. A sentence is cut at strong marks (semicolon, dash, colon), and at commas and conjunctions
that stand between two stretches each of which holds a verb. Words between quotation marks are never cut off from the
clause that quotes them, unless they hold clauses of their own.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from crossread.records import Span

from .vocabulary import Word, entries, kin, lines, plain, senses, stems_in, words

STRONG = re.compile(r"[;:](?=\s)|\s[–—-]{1,2}\s|—|\n")
DETERMINERS = entries("determiners.txt")


def split(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The clauses of the sentence `start:end` of a text, as offsets; together they hold all its words."""
    found = words(text[start:end], start)
    cuts = {start, end}
    cuts |= {start + m.start() for m in STRONG.finditer(text[start:end])}
    cuts |= _weak(text, found, sorted(cuts))
    edges = sorted(cuts)
    pieces = (_trimmed(text, a, b) for a, b in pairwise(edges))
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def _weak(text: str, found: tuple[Word, ...], strong: list[int]) -> set[int]:
    """Cuts at commas and conjunctions with a verb on either side."""
    at = [i for i, word in enumerate(found) if is_verb(found, i)]
    cuts: set[int] = set()
    left = 0  # index of the first word of the clause that is being read
    for i, word in enumerate(found[1:], 1):
        if any(found[i - 1].end <= cut <= word.start for cut in strong):
            left = i
            continue
        if word.lower == "and" and found[i - 1].lower in ("hundred", "thousand"):
            continue  # "a hundred and twenty"
        comma = "," in text[found[i - 1].end : word.start]
        if not (comma or word.lower in entries("openers.txt")) or not any(left <= v < i for v in at):
            continue
        reach = i + (7 if word.lower in entries("openers.txt") else 5)
        if any(i <= v < reach for v in at):
            cuts.add(word.start)
            left = i
    return cuts


def verbs(found: tuple[Word, ...]) -> frozenset[str]:
    """What the verbs among some words stand for, the colourless ones left out."""
    at = {word.start for i, word in enumerate(found) if is_verb(found, i)}
    after = {a.start: b.start for a, b in pairwise(found)}
    return frozenset(
        meaning
        for meaning, word in senses(found)
        if (word.start in at or (meaning != kin(word.stem) and after.get(word.start) in at))
        and meaning not in stems_in("colourless.txt")
    )


def is_verb(found: tuple[Word, ...], i: int) -> bool:
    """Whether the word looks like a verb that can carry a clause."""
    low = found[i].lower
    before = found[i - 1].lower if i else ""
    if low in entries("auxiliaries.txt"):
        return True
    if before in DETERMINERS:
        return False
    return low in _past_forms() or (low.endswith("ed") and len(low) > 4)


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(
        form
        for forms in (line.split() for line in lines("irregular.txt"))
        for form in forms[1:]
        if form not in ("people", "persons", "men", "women", "children", "feet", "lives", "wives", "halves", "born")
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n\t,;:–—-()":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:–—-(":
        end -= 1
    return start, end


def around(text: str, sentence: Span, inner: Span) -> Span:
    """The clause, or run of clauses, of the sentence that holds the inner span."""
    pieces = [p for p in split(text, sentence.start, sentence.end) if p[0] < inner.end and inner.start < p[1]]
    if not pieces:
        return sentence
    return Span(sentence.article, pieces[0][0], pieces[-1][1])


NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without (?:ever )?\w+ing|denie[sd]|deny|denying|"
    r"false|falsely|untrue|"
    r"\w+n't)\b"
)


def negated(text: str) -> bool:
    """Whether the clause says that something is not so."""
    return NEGATION.search(plain(text).replace("not only", "").replace("no doubt", "")) is not None
