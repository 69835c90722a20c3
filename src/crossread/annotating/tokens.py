"""Words, numbers and marks, with where they stand in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.records import Article, BlockKind, Sentence

from .quotes import stretches

APOSTROPHES = "'’"
HYPHENS = "-‐‑"

_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                                    # U.S., a.m.
    | \d+(?:-[^\W\d_]+)+                                   # 44-year-old
    | \d+(?:[.,:]\d+)*                                      # 1,200  4.5  8:10
    | [^\W\d_]+(?:(?:['’‐‑-]|&(?=\w))[^\W_]+|\d)*   # O'Dara, co-op, B2B
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


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence taken apart: its tokens, and for each whether it stands inside quotation marks.

    `headline` is True where capital letters tell nothing, since most words have one: a title in title case, a line in
    capitals.
    """

    index: int
    block: int
    kind: BlockKind
    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]
    headline: bool

    def text(self, at: int) -> str:
        """The token at the index, "" where there is none."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def lower(self, at: int) -> str:
        """The token at the index in lower case without a possessive ending, "" where there is none."""
        return bare(self.text(at)).casefold()


BODY: frozenset[BlockKind] = frozenset({"standfirst", "paragraph", "list"})
_POSSESSIVE = re.compile(r"['’]s$")


def bare(word: str) -> str:
    """The word without a possessive ending: "Marta" for "Marta's"."""
    return _POSSESSIVE.sub("", word)


def lines(article: Article, sentences: Sequence[Sentence]) -> tuple[Line, ...]:
    """The sentences of the article, taken apart."""
    marks = [[(q.start, q.inner_end) for q in stretches(article.text, block)] for block in article.blocks]
    found = []
    for index, sentence in enumerate(sentences):
        tokens = tokenise(article.text, sentence.span.start, sentence.span.end)
        ranges = marks[sentence.block]
        quoted = _inside(tokens, ranges)
        kind = article.blocks[sentence.block].kind
        found.append(Line(index, sentence.block, kind, tokens, quoted, _is_headline(tokens)))
    return tuple(found)


def _inside(tokens: Sequence[Token], ranges: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    """For each token whether it lies in one of the ranges, which are in order."""
    starts = [start for start, _ in ranges]
    holders = (bisect_left(starts, token.start) - 1 for token in tokens)
    return tuple(at >= 0 and token.start < ranges[at][1] for token, at in zip(tokens, holders, strict=True))


_LONG_WORD = 4  # letters; shorter words stay small in title case


def _is_headline(tokens: Sequence[Token]) -> bool:
    if tokens and tokens[-1].text in ".”\"’'":
        return False
    words = [token for token in tokens[1:] if token.is_word and len(token.text) >= _LONG_WORD]
    capitals = sum(token.is_capitalised for token in words)
    return len(words) > 2 and capitals >= 0.75 * len(words)
