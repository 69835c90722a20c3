"""Which words two articles share: passages, and reprints of one text.

The measure is containment, the share of the *shorter* body that the other holds too. The usual Jaccard index
punishes a reprint that was cut or continued; over real reprint pairs containment ranks far better.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from crossread.records import Article, Passage, Reprint, Span

SHINGLE_WORDS = 5
"""Five words in the same order are rarely chance, and survive light editing."""

UNQUOTED_PART = 0.5
"""How much of `reprint_share` must also be reached outside quotation marks. Two reporters who heard the same speech
print the same sentences; only those who had the same text share the words between the quotations."""

FEWEST_SHINGLES = 8
"""A body with fewer shingles than this is too short to be called a reprint of anything."""

BODY = frozenset({"standfirst", "heading", "paragraph", "list"})

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_OPENS_OR_CLOSES = re.compile(r"[“”\"«»]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a body: folded for comparison, with its place and whether it stands in quotation marks."""

    folded: str
    start: int
    end: int
    block: int
    quoted: bool


Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The body of an article as words and shingles. `places` are the word offsets of each shingle's first showing, and
    `again` those of the later ones."""

    article: str
    words: tuple[Word, ...]
    places: dict[Shingle, int]
    again: dict[Shingle, list[int]]
    unquoted: frozenset[Shingle]


def fingerprint(article: Article) -> Fingerprint:
    """The words and shingles of the article's body, titles, captions and credits left out."""
    words = tuple(_body_words(article))
    places: dict[Shingle, int] = {}
    again: dict[Shingle, list[int]] = defaultdict(list)
    unquoted: set[Shingle] = set()
    for i in range(len(words) - SHINGLE_WORDS + 1):
        run = words[i : i + SHINGLE_WORDS]
        shingle = tuple(word.folded for word in run)
        if places.setdefault(shingle, i) != i:
            again[shingle].append(i)
        if not all(word.quoted for word in run):
            unquoted.add(shingle)
    return Fingerprint(article.id, words, places, dict(again), frozenset(unquoted))


def passages(fingerprints: Sequence[Fingerprint]) -> tuple[Passage, ...]:
    """Every maximal run of at least five words that two articles share, none running over the end of a block."""
    ordered = sorted(fingerprints, key=lambda f: f.article)
    return tuple(
        passage
        for left, right in combinations(ordered, 2)
        if not left.places.keys().isdisjoint(right.places.keys())
        for passage in _runs(left, right)
    )


def reprints(fingerprints: Sequence[Fingerprint], least_share: float) -> tuple[Reprint, ...]:
    """Groups of articles whose bodies are mostly one text, each connected through pairs of `least_share` or more."""
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for left, right in combinations(fingerprints, 2):
        share = shared(left, right, least_share)
        if share is not None:
            links[left.article][right.article] = links[right.article][left.article] = share
    groups = sorted(_connected(links))
    return tuple(Reprint(group, round(min(max(links[id].values()) for id in group), 3)) for group in groups)


def shared(left: Fingerprint, right: Fingerprint, least_share: float) -> float | None:
    """The share of the shorter body that the other holds, or None where the two are no reprints of one text."""
    share = _coverage(*sorted((left, right), key=lambda f: (len(f.words), f.article)))
    if share < least_share or _containment(left.unquoted, right.unquoted) < least_share * UNQUOTED_PART:
        return None
    return share


def _coverage(shorter: Fingerprint, longer: Fingerprint) -> float:
    """The share of the shorter body's words that stand in a run of five or more that the longer has, too."""
    if len(shorter.places) < FEWEST_SHINGLES:
        return 0.0
    covered = bytearray(len(shorter.words))
    for shingle in shorter.places.keys() & longer.places.keys():
        for at in (shorter.places[shingle], *shorter.again.get(shingle, ())):
            covered[at : at + SHINGLE_WORDS] = b"\x01" * SHINGLE_WORDS
    return sum(covered) / len(covered)


def _containment(left: AbstractSet[Shingle], right: AbstractSet[Shingle]) -> float:
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter >= FEWEST_SHINGLES else 0.0


def _body_words(article: Article) -> Iterator[Word]:
    for index, block in enumerate(article.blocks):
        if block.kind in BODY:
            quoted = _quoted_ranges(article.text, block.start, block.end)
            at = 0
            for match in _WORD.finditer(article.text, block.start, block.end):
                while at < len(quoted) and quoted[at][1] <= match.start():
                    at += 1
                inside = at < len(quoted) and quoted[at][0] <= match.start()
                yield Word(_fold(match[0]), match.start(), match.end(), index, inside)


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'")


def _quoted_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a block that stand in double quotation marks; one left open lasts to the block's end."""
    ranges, opened = [], None
    for match in _OPENS_OR_CLOSES.finditer(text, start, end):
        if opened is None and match[0] not in "”»":
            opened = match.end()
        elif opened is not None:
            ranges.append((opened, match.start()))
            opened = None
    return ranges if opened is None else [*ranges, (opened, end)]


def _runs(left: Fingerprint, right: Fingerprint) -> Iterator[Passage]:
    """Shared runs in the order of the left article; none begins inside another."""
    free = 0
    for at, there in _meetings(left, right):
        if at < free:
            continue
        length = _common(left.words, at, right.words, there)
        if length >= SHINGLE_WORDS:
            yield Passage(_span(left, at, length), _span(right, there, length))
        free = at + max(1, length)


def _meetings(left: Fingerprint, right: Fingerprint) -> list[tuple[int, int]]:
    """The word offsets of each shingle of the left article that the right one has, and where it first has it."""
    common = left.places.keys() & right.places.keys()
    return sorted((at, right.places[s]) for s in common for at in (left.places[s], *left.again.get(s, ())))


def _common(left: tuple[Word, ...], i: int, right: tuple[Word, ...], j: int) -> int:
    """How many words the two have in common from here on, within one block of each."""
    length = 0
    while (
        i + length < len(left)
        and j + length < len(right)
        and left[i + length].folded == right[j + length].folded
        and left[i + length].block == left[i].block
        and right[j + length].block == right[j].block
    ):
        length += 1
    return length


def _span(side: Fingerprint, at: int, length: int) -> Span:
    return Span(side.article, side.words[at].start, side.words[at + length - 1].end)


def _connected(links: dict[str, dict[str, float]]) -> Iterator[tuple[str, ...]]:
    seen: set[str] = set()
    for start in sorted(links):
        group, waiting = set(), [start] if start not in seen else []
        while waiting:
            id = waiting.pop()
            if id not in group:
                group.add(id)
                waiting.extend(links[id])
        seen |= group
        if group:
            yield tuple(sorted(group))
