"""Which words of an account no other account of the same claim has."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
# words that carry no news by themselves: a difference in them is none that a reader looks for
FUNCTION_WORDS = frozenset(
    WORD.findall(
        """a about after all also an and any are as at be because been before being between but by can could did do does
    for from had has have he her him his how i if in into is it its itself just may me might more most my no nor of off
    on one only or other our out over own said says she should so some such than that the their them themselves then
    there these they this those through to too under until up upon us was we were what when where which while who whom
    whose why will with within would yet you your it's he's she's they're we're i'm"""
    )
)


def stems(text: str) -> set[str]:
    """The words of the text in a form in which spellings of one word meet: no case, no possessive, no plural s."""
    return {_stem(found[0]) for found in WORD.finditer(text)}


def novel(words: str, others: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """The ranges of `words` that hold content words which none of the other texts has; none if there are no others."""
    known = [stems(other) for other in others]
    if not known:
        return ()
    old = set().union(*known)
    ranges: list[tuple[int, int]] = []
    for found in WORD.finditer(words):
        stem = _stem(found[0])
        if stem in old or stem in FUNCTION_WORDS:
            continue
        if ranges and not words[ranges[-1][1] : found.start()].strip():
            ranges[-1] = (ranges[-1][0], found.end())
        else:
            ranges.append((found.start(), found.end()))
    return tuple(ranges)


def _stem(word: str) -> str:
    stem = word.casefold().replace("’", "'").removesuffix("'s")
    if "." in stem and not any(character.isdigit() for character in stem):
        stem = stem.replace(".", "")  # U.S. is US
    return stem[:-1] if len(stem) > 3 and stem.endswith("s") and not stem.endswith("ss") else stem
