"""Through whom words reached the reader: agencies, other outlets and broadcasters named beside a statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from crossread.records import Article, Entity, Span, Via, ViaRole

from .lexicon import entries, table
from .phrases import Range, Words
from .words import COORDINATORS, DETERMINERS, POSSESSIVES, PREPOSITIONS, Word, is_time

_ROLES: tuple[tuple[str, ViaRole], ...] = (
    ("agencies", "agency"),
    ("broadcasters", "broadcaster"),
    ("outlets", "outlet"),
)
_BEFORE_MEDIUM = frozenset(["by", "on", "with", "to", "in", "via", "through", "from", "for"])
_TO_REPORTERS = ("in an interview", "by telephone", "by phone", "by email", "over the phone", "on condition of")
_LONGEST_NAME = 8  # words
_INITIALS = range(2, 6)  # letters

Who = Callable[[Span], Entity | None]
"""The entity that a span refers to, None where that is not known."""


@dataclass(frozen=True, slots=True)
class Media:
    """What is known of the media around one article: its own outlet, and those that it is credited to."""

    article: Article
    own: str | None
    carried: tuple[Via, ...]
    who: Who
    aliases: tuple[str, ...] = ()  # what its own outlet goes by as well, as an agency does in its datelines

    def is_own(self, name: str) -> bool:
        """Whether the name is that of the article's own outlet."""
        return name in self.aliases or is_own(self.own, name)

    def credited(self, name: str) -> ViaRole | None:
        """The role of the agency or outlet that the article is credited to under this name."""
        low = name.casefold()
        return next((via.role for via in self.carried if low in via.name.casefold().split(" and ")), None)

    def knowing(self, hops: Sequence[Via]) -> Media:
        """The same, with these hops known as media by their names."""
        return replace(self, carried=(*self.carried, *hops))


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
    media = table("medium_words")
    if parts and parts[-1][0].islower():
        return _as_role(media[parts[-1]], parts) if parts[-1] in media else None
    named = [part for part in parts if part in media and (part[0].islower() or len(parts) > 1 or bare != words)]
    return _as_role(media[named[-1]], parts) if named else None


def _as_role(role: str, parts: Sequence[str]) -> ViaRole | None:
    """The role a word shows; "agency" alone may be any office, "news agency" is one of news."""
    lowered = {part.lower() for part in parts}
    if "agency" in lowered:
        named = "agency" in parts and any(part[0].isupper() for part in parts[parts.index("agency") + 1 :])
        return "agency" if named or lowered & {"news", "press", "wire", "information"} else None
    if role == "agency" or lowered & {"newswire", "wire"} or ("service" in lowered and lowered & {"news", "press"}):
        return "agency"
    return "broadcaster" if role == "broadcaster" else "outlet"


def is_own(own: str | None, name: str) -> bool:
    """Whether the name is that of the article's own outlet `own`, as its pages call it: "the Gazette", "this paper"."""
    low = re.sub(r"['’]s?$|\s(?:reporters?|journalists?|staff|correspondents?)$", "", name.casefold())
    if re.match(r"(?:this|our) (?:newspaper|paper|magazine|website|site|programme|reporter)", low):
        return True
    ours = re.findall(r"\w+", (own or "").casefold())
    here = set(re.findall(r"\w+", low.replace("'s", "").replace("’s", ""))) - {"the", "of"}
    initials = "".join(word[0] for word in ours)
    return bool(here) and (here <= set(ours) or (len(initials) > 1 and here == {initials}))


def addressed(media: Media, words: Words, spoken_to: Range | None) -> Iterator[Via]:
    """The medium somebody spoke to: "told the Halm News Agency"."""
    if spoken_to is not None:
        after = " ".join(word.low for word in words[spoken_to[1] : spoken_to[1] + 3])
        surely = after.startswith(_TO_REPORTERS) or _is_acronym(words[slice(*spoken_to)])
        yield from _hop(media, words, spoken_to, surely=surely)


def _is_acronym(said: Sequence[Word]) -> bool:
    """Whether somebody spoke to initials: "told HNA", which is a medium unless its long form tells otherwise."""
    return len(said) == 1 and said[0].text.isupper() and len(said[0].text) in _INITIALS


def beside(media: Media, words: Words, taken: Sequence[Range]) -> Iterator[Via]:
    """The media named in the unit outside of `taken`: "said in a speech broadcast on state television"."""
    at = 0
    while at < len(words) - 1:
        stop = next((end for start, end in taken if start <= at < end), None)
        if stop is not None:
            at = stop
            continue
        if words[at].low == "through" and (spokesman := _spokesman(media, words, at + 1)) is not None:
            yield spokesman
        elif words[at].low in _BEFORE_MEDIUM:
            end = _name_end(words, at + 1, taken)
            if end > at + 1 and not _is_compound(words, end):
                surely = words[at].low == "with" and at > 0 and words[at - 1].low == "interview"
                yield from _hop(media, words, (at + 1, end), surely=surely)
        at += 1


def _spokesman(media: Media, words: Words, at: int) -> Via | None:
    """Somebody whom the speaker let speak: "has denied through his lawyer"."""
    if at + 1 >= len(words) or words[at].low not in POSSESSIVES or words[at + 1].low not in entries("roles"):
        return None
    span = media.article.span(words[at].start, words[at + 1].end)
    entity = media.who(span)
    name = media.article.words(span) if entity is None else entity.name
    return Via(name, "person", span, None if entity is None else entity.id)


def _name_end(words: Words, at: int, taken: Sequence[Range]) -> int:
    """Where the name or description that begins at `at` ends."""
    end = at
    while end < len(words) and end - at < _LONGEST_NAME and _goes_on(words[end], end == at):
        if any(start <= end < stop for start, stop in taken):
            break
        end += 1
    return end


def _is_compound(words: Words, end: int) -> bool:
    """Whether the description goes on with another noun and names no medium: "a blog | post"."""
    after = words[end] if end < len(words) else None
    lower = words[end - 1].text.islower() and after is not None and after.text.isalpha() and after.text.islower()
    return (
        lower
        and after is not None
        and not (after.low in PREPOSITIONS or after.low in COORDINATORS or after.low == "as")
    )


def _goes_on(word: Word, first: bool) -> bool:
    if word.quoted is not None or word.is_mark or is_time(word):
        return False
    return (
        word.is_name
        or (first and word.low in DETERMINERS)
        or word.text in table("medium_words")
        or (word.low in {"news", "state", "local", "public", "same", "national", "press", "of"})
    )


def _hop(media: Media, words: Words, at: Range, *, surely: bool) -> Iterator[Via]:
    span = media.article.span(words[at[0]].start, words[at[1] - 1].end)
    said, entity = media.article.words(span), media.who(span)
    if entity is not None and entity.kind == "person":
        return
    names = [said] if entity is None else [said, entity.name]
    role = next((role for name in names if (role := role_of(name)) is not None), None) or media.credited(bare(said))
    if role is None and surely and words[at[0]].is_name and (entity is None or entity.name in said):
        role = "outlet"
    if role is not None and not any(media.is_own(name) for name in names):
        yield Via(bare(said) if entity is None else entity.name, role, span, None if entity is None else entity.id)


def bare(said: str) -> str:
    """The name in the words, without what describes it: "the blog Harbour Talk's" is "Harbour Talk"."""
    said = re.sub(r"['’]s$", "", said)
    name = re.search(r"(?<!\S)[A-ZÀ-Þ\d].*", said)
    return (
        name.group()
        if name and role_of(name.group()) == role_of(said)
        else re.sub(r"^(?:the|a|an) (?=[A-Z])", "", said)
    )
