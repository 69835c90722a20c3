"""Lines: what a page or an extract is cut into before it is known which of them are the article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crossread.records import BlockKind, Dropped, Found, Published

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_UNSEEN = {
    **{code: None for code in range(0x20) if chr(code) not in "\t\n\v\f\r"},
    **{code: None for code in range(0x7F, 0xA0) if code != 0x85},
    **dict.fromkeys((173, 8203, 8206, 8207, 8288, 65279, 1564)),
    **dict.fromkeys(range(8234, 8239)),
    **dict.fromkeys(range(8294, 8298)),
    **dict.fromkeys(range(55296, 57344), 65533),
}
"""Control characters, soft hyphens and marks of direction, which no reader sees, go; lone surrogates are replaced."""


def tidy(text: str) -> str:
    """The text without unseen characters, every run of white space folded to one space."""
    return _SPACE.sub(" ", text.translate(_UNSEEN)).strip()


def words(text: str) -> list[str]:
    """The words of a text, case folded, for comparing texts with each other."""
    return _WORD.findall(text.casefold())


def key(text: str) -> str:
    """The same key for texts that differ only in case, punctuation and white space."""
    return " ".join(words(text))


def is_web_address(url: str) -> bool:
    """Whether an address is one of the web; one of another kind ("javascript:", "file:") is never an article's."""
    return url[:8].casefold().startswith(("http://", "https://"))


_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_LETTERS_A_WORD = 2  # of Chinese and Japanese, and near enough of Thai: none of them parts words with blanks


def count(text: str) -> int:
    """How many words there are in the text, also where nothing stands between them."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // _LETTERS_A_WORD


@dataclass(slots=True)
class Draft:
    """An article in the making: its blocks in order, what was left out, and what the page says about itself."""

    blocks: list[tuple[BlockKind, str]] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: Published = field(default_factory=Published)
    url: str | None = None
    language: str | None = None  # what the page says, a hint only
    partial: str = ""  # why the article is not there whole, if it is known not to be
    doubtful: str = ""  # why it may not be there whole
    found: list[Found] = field(default_factory=list)  # what is stated about it, by trust within each field
