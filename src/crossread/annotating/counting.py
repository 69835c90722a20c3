"""The noun phrase that follows a number: "38 homes", "109 US service members", "two of the tubs"."""

from __future__ import annotations

import re
from functools import cache

from .folding import fold
from .lexicon import entries

_WORD = re.compile(r" +([^\W\d_](?:[\w'’.&]|-(?=\w))*)")
_OF = re.compile(
    r" +of(?: all)?(?: +(?:the|its|his|her|their|our|your|these|those))?"
    r"(?: +[\w.-]+(?:['’]s|s['’]))?(?: +\d[\d,.]*)?(?= )"
)
_POSSESSIVE = re.compile(r"(?:'s|s')$")
_BEFORE_NOUN = frozenset({"more", "other", "further", "additional", "new", "different"})
LONGEST = 6  # words; a longer run is no single noun phrase of news prose


@cache
def _ends() -> frozenset[str]:
    return entries("stop_words") | entries("past_verbs")


def counted(text: str, start: int, end: int, *, one: bool = False) -> tuple[int, int] | None:
    """Where the words for what a number counts stand, the number ending at `start` and the sentence at `end`.

    They run to the first plural (`one`: to the last noun), or as far as the noun phrase does; None where there is no
    noun at all.
    """
    of = _OF.match(text, start, end)
    at = of.end() if of else start
    words: list[tuple[int, int]] = []
    while len(words) < LONGEST and (match := _WORD.match(text, at, end)):
        word = fold(match[1]).rstrip(".")
        if (word in _ends() and not _acronym(match[1])) or word.endswith("n't"):
            break
        at = match.start(1) + len(word)
        if word in _BEFORE_NOUN and not words:
            continue
        if one and words and plural(word):  # no noun of one thing: the verb
            break
        words.append((match.start(1), at))
        if not one and plural(word) and not (word in entries("irregular_plurals") and _plural_follows(text, at, end)):
            return words[0][0], words[-1][1]
    return _without_verb(text, words)


def _plural_follows(text: str, at: int, end: int) -> bool:
    """Whether the next word is the true head: "four staff members"."""
    following = _WORD.match(text, at, end)
    return following is not None and plural(fold(following[1])) and fold(following[1]) not in _ends()


def _acronym(word: str) -> bool:
    """Whether a word is spelt in capitals: "US", that is not "us"."""
    return len(word) > 1 and word.isupper()


def plural(word: str) -> bool:
    """Whether a folded word looks like a plural noun."""
    if word in entries("irregular_plurals"):
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "su'i" and not _POSSESSIVE.search(word)


def _without_verb(text: str, words: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The words up to the first that looks like a verb or an adverb."""
    for index, (start, end) in enumerate(words):
        if re.search(r"(?:ed|ly|ing)$", text[start:end]) and not (index == 0 and len(words) > 1):
            words = words[:index]
            break
    return (words[0][0], words[-1][1]) if words else None
