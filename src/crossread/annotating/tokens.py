"""Words, numbers and marks, with where they stand in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

APOSTROPHES = "'’"
HYPHENS = "-‐‑"

_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                                    # U.S., a.m.
    | \d+(?:[.,:]\d+)*                                      # 1,200  4.5  8:10
    | [^\W\d_]+(?:(?:['’‐‑-]|&(?=\w))[^\W_]+|\d)*   # Prud'homme, co-op, B2B
    | [^\w\s]                                               # one mark
    | _+
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark: `text` is `source[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokenise(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:end]` in order; offsets count from the beginning of `text`.

    A possessive ending ("Marta's") stays with its word; a full stop is its own token, but for letters with stops
    ("U.S.").
    """
    return tuple(
        Token(found.group(), found.start(), found.end())
        for found in _TOKEN.finditer(text, start, len(text) if end is None else end)
    )
