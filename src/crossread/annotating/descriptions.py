"""Descriptions: noun phrases that say what somebody is ('the health minister', 'a 44-year-old nurse', 'police')."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .lexicon import entries, table, words
from .tokens import APOSTROPHES, Line, bare

Sort = Literal["person", "organisation", "group", "document"]
Article = Literal["definite", "indefinite", "owned", "none"]

_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_INDEFINITE = words("a an another one two three four five several some many any no each every both")
_NUMBERS = words("one two three four five several some many any no each every both")
_OWNERS = words("his her its their my our your")
_MODIFIERS = words(
    "managing former retired acting late ex interim outgoing incoming top main old young new chief first second third "
    "big senior junior own other same local national federal state small major big great long little whole "
    "next last early"
)
_LONGEST = 8  # tokens before the head
_LISTS: tuple[tuple[str, Sort], ...] = (
    ("roles", "person"),
    ("group_words", "group"),
    ("organisation_words", "organisation"),
    ("document_words", "document"),
)


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase as it stands in the text, its determiner included.

    `head` is the noun it is built on, `modifiers` the words between determiner and head. Of the tokens, `at` is the
    first, `noun` the first noun, and `until` comes after the last. `owner` are the offsets of a possessive before the
    head ("the bank's" chief).
    """

    start: int
    end: int
    line: int
    at: int
    until: int
    sort: Sort
    article: Article
    head: str
    modifiers: tuple[str, ...]
    noun: int
    owner: tuple[int, int] | None = None
    plural: bool = False

    @property
    def words(self) -> frozenset[str]:
        """Its content words, small."""
        return frozenset([self.head, *self.modifiers])


def find(lines: Sequence[Line]) -> tuple[Description, ...]:
    """The descriptions in the order of the text. Titles and roles right before a name are not among them."""
    return tuple(description for line in lines for description in _in_sentence(line))


def _in_sentence(line: Line) -> Iterator[Description]:
    at = 0
    while at < len(line.tokens):
        sort = _sort(line, at)
        if sort is None:
            at += 1
            continue
        end = at + 1
        while (step := _noun_after(line, end)) and not _owns(line, end - 1):
            end += step
        sort = _sort(line, end - 1) or sort
        found = _phrase(line, at, end, sort)
        if found is not None:
            yield found
        at = end


def _noun_after(line: Line, at: int) -> int:
    """How many tokens from `at` on carry the compound on to its next noun, 0 if it ends: 'chief operating officer'."""
    if _sort(line, at) is not None:
        return 0 if _is_verb(line, at) else 1
    if line.lower(at - 1) != "chief":
        return 0
    officer = next((i for i in range(at, at + 4) if line.lower(i) == "officer"), None)
    return 0 if officer is None else officer - at + 1


def _is_verb(line: Line, at: int) -> bool:
    """Whether a noun for a document is here a verb: 'the ministry estimates 20', not 'the ministry estimates show'."""
    word, following = line.text(at), line.lower(at + 1)
    both = word in entries("reporting_verbs") and word in entries("document_words")
    return both and following not in entries("reporting_verbs") | entries("finite_verbs")


def _owns(line: Line, at: int) -> bool:
    return bare(line.text(at)) != line.text(at) or (
        line.text(at).endswith("s") and line.text(at + 1) in APOSTROPHES and at + 1 < len(line.tokens)
    )


def _sort(line: Line, at: int) -> Sort | None:
    """What the noun at the token stands for; None if it is no noun of the lists."""
    word = line.lower(at)
    if word.endswith("-year-old"):
        return "person"
    if not word or not line.tokens[at].is_word or _reports(line, at):
        return None
    for name, sort in _LISTS:
        if word in entries(name):
            return sort
    if word.endswith("s") and word[:-1] in entries("roles"):
        return "group"
    if word.endswith("s") and word[:-1] in entries("organisation_words"):
        return "group"
    return None


def _reports(line: Line, at: int) -> bool:
    """Whether a plural that is a verb as well follows a name that owns nothing: 'the Quay Mirror reports'."""
    word, before = line.text(at), line.text(at - 1)
    verb = word.endswith("s") and word in entries("reporting_verbs") and word in entries("document_words")
    return verb and before[:1].isupper() and at > 1 and not _owns(line, at - 1)


def _phrase(line: Line, first: int, end: int, sort: Sort) -> Description | None:
    """The phrase whose nouns are `first:end`, with what stands before them; None if it is not one."""
    start, owner = first, None
    while start > 0 and first - start < _LONGEST and _modifies(line, start - 1):
        start -= 1
        if _owns(line, start):
            owner = start
    determiner = line.lower(start - 1) if start else ""
    if determiner == "that" and start < first:
        return None  # 'said that customer data'
    article = _article(determiner)
    if article != "none":
        start -= 1
    elif sort == "group":
        start = _without_verbs(line, start, first)
    if determiner in _NUMBERS and sort in ("document", "organisation"):
        return None
    head = end - 1
    if not _is_whole(line, head, sort) or (article == "none" and _has_no_footing(line, start, first, sort)):
        return None
    low = start + (article != "none")
    modifiers = tuple(line.lower(i) for i in range(low, head) if line.tokens[i].text[0].isalnum())
    last = line.tokens[head]
    return Description(
        line.tokens[start].start,
        last.start + len(bare(last.text)),
        line.index,
        start,
        end,
        sort,
        article,
        line.lower(head),
        modifiers,
        first,
        owner=None if owner is None else (line.tokens[low].start, line.tokens[owner].end),
        plural=sort == "group",
    )


def _without_verbs(line: Line, start: int, first: int) -> int:
    """Where a bare plural begins: with capitalised words right before it, or with itself ("lend staff")."""
    while first > start and line.tokens[first - 1].is_capitalised:
        first -= 1
    return first


def _article(determiner: str) -> Article:
    if determiner in _DEFINITE:
        return "definite"
    if determiner in _INDEFINITE:
        return "indefinite"
    return "owned" if determiner in _OWNERS else "none"


def _modifies(line: Line, at: int) -> bool:
    token = line.tokens[at]
    word = bare(token.text).casefold()
    if token.text in APOSTROPHES and line.text(at - 1).endswith("s"):
        return True
    if word in _MODIFIERS or ("-" in word and len(word) > 1):
        return True
    if not token.is_word:
        return False
    if word in entries("function_words") or word in entries("calendar"):
        return False
    if word in entries("reporting_verbs") and not (at and line.lower(at - 1) in _DEFINITE | _INDEFINITE | _OWNERS):
        return False
    return not word.endswith(("ed", "ing", "ly"))


_VERB_ENDINGS = ("s", "ed")


def _is_whole(line: Line, head: int, sort: Sort) -> bool:
    """Whether the phrase ends with its head: what follows is no further noun."""
    if sort in ("person", "group") or head + 1 >= len(line.tokens):
        return True
    following = line.tokens[head + 1]
    word = following.text.casefold()
    if not following.is_word or following.is_capitalised or _owns(line, head):
        return True
    return (
        word in entries("function_words")
        or word in entries("reporting_verbs")
        or word.endswith(("ed", "ly"))
        or (word.endswith("s") and not word.endswith("ss"))
        or len(word) <= 3
    )


def _has_no_footing(line: Line, start: int, first: int, sort: Sort) -> bool:
    """Whether a phrase without determiner says too little: a lone noun for no people that begins no apposition."""
    if sort == "group" or line.lower(first) == "police":
        return False
    named = any(line.tokens[i].is_capitalised for i in range(start, first)) and start > 0
    apposed = sort == "person" and line.text(start - 1) == ","
    return not (named or apposed or start < first)


def gender(description: Description) -> str:
    """The gender that the head tells, "" where it tells none."""
    return table("roles").get(description.head, "")


def body_class(head: str) -> str:
    """The class of body that a noun stands for ("firm" for "bank"), "" for none."""
    return table("organisation_words").get(head) or table("organisation_names").get(head, "")
