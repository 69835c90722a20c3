"""Through whom words reached the reader: agencies, other outlets and broadcasters named beside a statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from ..records import Article, Via, ViaRole
from .lexicon import entries, table
from .phrases import Range, Words
from .words import DETERMINERS, Word, is_time

_ROLES: tuple[tuple[str, ViaRole], ...] = (
    ("agencies", "agency"),
    ("broadcasters", "broadcaster"),
    ("outlets", "outlet"),
)
_BEFORE_MEDIUM = frozenset(["by", "on", "with", "to", "in", "via", "through", "from", "for"])
_LONGEST_NAME = 8  # words

Who = Callable[[int, int], tuple[str | None, str | None]]
"""The entity id and name that the characters `start:end` refer to, None where that is not known."""


@cache
def _names() -> dict[str, ViaRole]:
    return {name: role for lexicon, role in _ROLES for name in table(lexicon)}


def role_of(words: str) -> ViaRole | None:
    """What kind of medium the words name or describe, None where they show none.

    "the Halm News Agency" and "state television" show it by themselves; "Reuters" is known from a list.
    """
    bare = re.sub(r"^(?:the|The|a|an|its|his|her|our)\s+", "", words.replace("’", "'")).removesuffix("'s")
    if (known := _names().get(bare) or _names().get("The " + bare)) is not None:
        return known
    parts = re.findall(r"[\w-]+", bare.split(",")[0])
    capitals = [part for part in parts if part[0].isupper()]
    media = table("medium_words")
    for part in reversed(parts):
        if part in media and (part[0].islower() or len(capitals) > 1 or bare != words):
            return _as_role(media[part], parts)
    return None


def _as_role(word: str, parts: Sequence[str]) -> ViaRole:
    lowered = {part.lower() for part in parts}
    if "agency" in lowered or "newswire" in lowered or "wire" in lowered:
        return "agency" if lowered & {"news", "press", "newswire", "wire"} else "outlet"
    return "agency" if word == "agency" else "broadcaster" if word == "broadcaster" else "outlet"


def is_own(article: Article, name: str) -> bool:
    """Whether the name is the article's own outlet, as its pages call it: "the Gazette", "this newspaper"."""
    low = name.casefold()
    if re.match(r"(?:this|our) (?:newspaper|paper|magazine|website|site|programme|reporter)", low):
        return True
    own = set(re.findall(r"\w+", (article.outlet or "").casefold())) - {"the", "of"}
    here = set(re.findall(r"\w+", low.replace("'s", "").replace("’s", ""))) - {"the", "of"}
    initials = "".join(word[0] for word in re.findall(r"\w+", article.outlet or ""))
    return bool(here) and (here <= own or low.removeprefix("the ") == initials.casefold())


def addressed(article: Article, words: Words, spoken_to: Range | None, who: Who) -> Iterator[Via]:
    """The medium somebody spoke to: "told the Halm News Agency"."""
    if spoken_to is not None:
        interview = [word.low for word in words[spoken_to[1] : spoken_to[1] + 3]] == ["in", "an", "interview"]
        yield from _hop(article, words, spoken_to, who, surely=interview)


def beside(article: Article, words: Words, taken: Sequence[Range], who: Who) -> Iterator[Via]:
    """The media named in the unit outside of `taken`: "said in a speech broadcast on state television"."""
    at = 0
    while at < len(words) - 1:
        stop = next((end for start, end in taken if start <= at < end), None)
        if stop is not None:
            at = stop
            continue
        if words[at].low in _BEFORE_MEDIUM:
            end = _name_end(words, at + 1, taken)
            if end > at + 1:
                surely = words[at].low == "with" and at > 0 and words[at - 1].low == "interview"
                yield from _hop(article, words, (at + 1, end), who, surely=surely)
        at += 1


def _name_end(words: Words, at: int, taken: Sequence[Range]) -> int:
    """Where the name or description that begins at `at` ends."""
    end = at
    while end < len(words) and end - at < _LONGEST_NAME and _goes_on(words[end], end == at):
        if any(start <= end < stop for start, stop in taken):
            break
        end += 1
    return end


def _goes_on(word: Word, first: bool) -> bool:
    if word.quoted is not None or word.is_mark or is_time(word):
        return False
    return (
        word.is_name
        or (first and word.low in DETERMINERS)
        or word.low in entries("medium_words")
        or (word.low in {"news", "state", "local", "public", "same", "national", "press", "of"})
    )


def _hop(article: Article, words: Words, span: Range, who: Who, *, surely: bool) -> Iterator[Via]:
    start, end = words[span[0]].start, words[span[1] - 1].end
    said = article.text[start:end]
    entity, name = who(start, end)
    role = role_of(said) or (role_of(name) if name else None)
    if role is None and surely and words[span[0]].is_name:
        role = "outlet"
    if role is None or is_own(article, said) or (name is not None and is_own(article, name)):
        return
    yield Via(name or _bare(said), role, article.span(start, end), entity)


def _bare(said: str) -> str:
    """The words without a possessive ending or a lower-case article before a name."""
    said = re.sub(r"['’]s$", "", said)
    return re.sub(r"^(?:the|a|an) (?=[A-Z])", "", said)
