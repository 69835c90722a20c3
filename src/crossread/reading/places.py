"""Places: where in the page's source the words of each block stand.

The source is laid out as one stream of its visible letters and digits: without tags, comments, scripts, white space and
punctuation, entities undone. Blocks are laid out the same way and sought in the stream, in the page's order. So neither
what markup does inside a word nor what reading does to white space matters.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

Place = tuple[int, int]
"""A half-open range: of code points in the decoded source, or of letters in the stream."""

_UNREAD: Final = ("script", "style", "noscript", "template", "svg", "math", "iframe", "object")
_NEXT = re.compile(rf"(?:^|>)(?P<text>[^<>]*\w[^<]*)|<(?P<unread>{'|'.join(_UNREAD)})\b|<!--", re.IGNORECASE)
_ENDS: Final = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in _UNREAD}
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_WORD_OR_ENTITY = re.compile(r"&(?:#\d+;?|#[xX][\da-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)|\w+")
_EDGES: Final = (24, 10)  # letters at either end by which a block is found whose middle reads otherwise in the source
_ROOM: Final = 2_000  # letters of the source that may stand in a block beyond its own
_TRIES: Final = 50  # places at which a short block is looked at before it is given up
_GLUED: Final = 12  # letters that are no chance, even where they begin or end within a word


@dataclass(frozen=True, slots=True)
class Stream:
    """The visible letters of a source, and for each stretch of its text where it begins in them and where it stands."""

    source: str
    markup: bool
    letters: str
    begins: list[int]
    stretches: list[Place]

    def place(self, found: Place) -> Place:
        """The range of the source that holds these letters."""
        return self._at(found[0])[0], self._at(found[1] - 1)[1]

    def _at(self, index: int) -> Place:
        """Where one letter stands in the source: an entity takes all of its characters."""
        stretch = bisect_right(self.begins, index) - 1
        left = index - self.begins[stretch]
        pattern = _WORD_OR_ENTITY if self.markup else _WORD
        for match in pattern.finditer(self.source, *self.stretches[stretch]):
            here = _letters(match[0], self.markup)
            if left < len(here):
                written = match.end() - match.start()
                at = match.end() - len(here) + left
                return (at, at + 1) if match[0].endswith(here) else (match.start(), match.start() + written)
            left -= len(here)
        raise IndexError(index)


def find(source: str, blocks: Sequence[str], *, markup: bool, titled: bool) -> tuple[Place | None, ...]:
    """For each block, given by its words, the range of the source that holds them; None where it does not.

    `titled`: the first block is the title, which may stand anywhere above the others, or nowhere.
    """
    stream = lay_out(source, markup=markup)
    return tuple(None if found is None else stream.place(found) for found in _sought(stream, blocks, titled))


def within(
    source: str, blocks: Sequence[str], *, block: int, start: int, end: int, markup: bool, titled: bool
) -> Place | None:
    """The range of the source that holds the characters `start:end` of one block; the whole block's where only that
    can be told, None where not even that."""
    stream = lay_out(source, markup=markup)
    found = _sought(stream, blocks, titled)[block]
    if found is None:
        return None
    before, words = (_letters(part, False) for part in (blocks[block][:start], blocks[block][start:end]))
    if not words:
        return None
    at = stream.letters.find(words, found[0] + len(before), found[1])
    return stream.place(found if at < 0 else (at, at + len(words)))


def lay_out(source: str, *, markup: bool) -> Stream:
    """The stream of the source's letters."""
    stretches = list(_texts(source)) if markup else [match.span() for match in _LINE.finditer(source)]
    parts = [_letters(source[start:end], markup) for start, end in stretches]
    begins = list(accumulate(map(len, parts), initial=0))
    return Stream(source, markup, "".join(parts), begins[:-1], stretches)


def _texts(source: str) -> Iterator[Place]:
    """The stretches of text between the tags of a page."""
    at = 0
    while match := _NEXT.search(source, at):
        at = match.end()
        if match["text"] is not None:
            yield match.span("text")
        else:
            at = _behind(source, at, match["unread"])


def _behind(source: str, at: int, unread: str | None) -> int:
    """Where a comment or an element that is not read ends: at the bracket that closes it, else with the page."""
    if unread is None:
        end = source.find("-->", at)
        return len(source) if end < 0 else end + 2
    match = _ENDS[unread.casefold()].search(source, at)
    return match.end() if match else len(source)


def _letters(text: str, markup: bool) -> str:
    return "".join(_WORD.findall(html.unescape(text) if markup and "&" in text else text))


def _sought(stream: Stream, blocks: Sequence[str], titled: bool) -> list[Place | None]:
    """The letters of each block in the stream."""
    found: list[Place | None] = []
    at = 0
    for text in blocks[titled:]:
        place = _seek(stream, text, at) or _seek(stream, text, 0)
        at = place[1] if place else at
        found.append(place)
    if not titled or not blocks:
        return found
    top = next((place[0] for place in found if place), len(stream.letters))
    return [_last_before(stream, blocks[0], top) or _seek(stream, blocks[0], 0), *found]


def _seek(stream: Stream, text: str, at: int) -> Place | None:
    """The first place from `at` on that holds the block; where it stands nowhere as it is, one that has its beginning,
    its end, and all its words between them."""
    letters = _letters(text, False)
    if not letters:
        return None
    start = at - 1
    for _ in range(_TRIES):
        start = stream.letters.find(letters, start + 1)
        if start < 0:
            break
        if start == at or len(letters) >= _GLUED or _is_whole(stream, (start, start + len(letters))):
            return start, start + len(letters)
    edges = (_seek_by_edges(stream, text, at, edge) for edge in _EDGES if len(letters) >= 2 * edge)
    return next((found for found in edges if found), None)


def _seek_by_edges(stream: Stream, text: str, at: int, edge: int) -> Place | None:
    letters = _letters(text, False)
    start = stream.letters.find(letters[:edge], at)
    if start < 0:
        return None
    tail = stream.letters.find(letters[-edge:], start + edge, start + len(letters) + _ROOM)
    end = tail + edge
    return (start, end) if tail >= 0 and _in_order(_WORD.findall(text), stream.letters[start:end]) else None


def _in_order(words: Sequence[str], letters: str) -> bool:
    at = 0
    for word in words:
        at = letters.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def _last_before(stream: Stream, text: str, top: int) -> Place | None:
    """The last place above `top` that holds the text: the headline, not the name of the browser's tab."""
    letters = _letters(text, False)
    start = stream.letters.rfind(letters, 0, top) if letters else -1
    place = (start, start + len(letters))
    return place if start >= 0 and _is_whole(stream, place) else None


def _is_whole(stream: Stream, found: Place) -> bool:
    """Whether the letters begin and end where words do."""
    start, end = stream.place(found)
    around = stream.source[max(0, start - 1) : start], stream.source[end : end + 1]
    return not any(_WORD.match(letter) for letter in around)
