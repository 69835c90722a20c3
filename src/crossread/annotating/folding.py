"""Text in one case, with one kind of apostrophe, dash and space, at unchanged offsets: what the patterns read."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ALIKE = str.maketrans(
    dict.fromkeys("’‘ʼ′", "'") | dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00a0\u202f\u2009\t\n\r", " ")
)


def fold(text: str) -> str:
    """The text in lower case with typographic variants made alike, character for character."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when lowered
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return low.translate(_ALIKE)


def pattern(fragment: str) -> re.Pattern[str]:
    """A pattern over folded text that matches whole words only; each space in it stands for one or more."""
    return re.compile(rf"(?<![\w$£€])(?:{fragment})(?!\w)".replace(" ", " +"))


def either(words: Iterable[str]) -> str:
    """A fragment that matches any of the words, the longest that fits."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", " ") for word in longest_first) + ")"
