"""Disputes that an article itself points out: "His brother tells a different story"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Telling
from crossread.comparing.vocabulary import lines
from crossread.records import Attribution, Span

FEWEST_WORDS = 3  # a shorter stretch is no statement
SAYS = re.compile(r"\b(?:says|said|claims|claimed|insists|insisted|maintains|maintained|alleges)(?: that)? ")
BACK, ON = 3, 2  # sentences before and after the marker in which the two statements are looked for


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two statements that an article sets against each other, who makes them, and the words that say so."""

    said: Span
    contradicted: tuple[Span, ...]
    marker: Span
    first: str | None
    second: str | None


@cache
def _marker() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in lines("disputes.txt"))
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


def disputes(ground: Ground) -> Iterator[Dispute]:
    """The disputes that the articles point out, in order."""
    for telling in ground.tellings:
        for number, sentence in enumerate(telling.sentences):
            match = _marker().search(telling.text, sentence.start, sentence.end)
            if match is not None:
                yield from _at(telling, number, Span(telling.id, match.start(), match.end()))


def _at(telling: Telling, number: int, marker: Span) -> Iterator[Dispute]:
    if _quoted(telling, marker):
        return
    after = _after(telling, number, marker)
    before = None if after is None else _before(telling, number, marker, after[1])
    if after is not None and before is not None:
        more = _going_on(telling, number, after)
        yield Dispute(before[0], (after[0], *more), marker, _speaker(before[1]), _speaker(after[1]))


def _quoted(telling: Telling, marker: Span) -> bool:
    """Whether the marker stands in a quotation: then it is what somebody says, not what the article points out."""
    before = telling.text[telling.block_of(marker).start : marker.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _speaker(attribution: Attribution | None) -> str | None:
    return None if attribution is None else attribution.speaker


def _after(telling: Telling, number: int, marker: Span) -> tuple[Span, Attribution | None] | None:
    """The statement that follows the marker: one that is attributed, else the next sentence."""
    reach = telling.sentences[number : number + ON + 1]
    if telling.text[marker.end : marker.end + 2] == ": ":
        return Span(telling.id, marker.end + 2, telling.sentences[number].end), None
    block = telling.block_of(marker)
    for sentence in reach:
        for attribution in telling.annotated.attributions:
            piece = attribution.content[0]
            starts_here = sentence.start <= piece.start < sentence.end and piece.start >= marker.end
            if starts_here and len(telling.words(piece).split()) >= FEWEST_WORDS:
                return (piece, attribution) if block.covers(piece) else None
    following = reach[1:2]
    return (following[0], None) if following and block.covers(following[0]) else None


def _going_on(telling: Telling, number: int, after: tuple[Span, Attribution | None]) -> tuple[Span, ...]:
    """What the same speaker goes on to say in the same paragraph, shortly after."""
    piece, attribution = after
    if attribution is None or attribution.speaker is None:
        return ()
    end = telling.sentences[min(number + ON + 1, len(telling.sentences) - 1)].end
    block = telling.block_of(piece)
    return tuple(
        other
        for a in telling.annotated.attributions
        for other in a.content
        if a.speaker == attribution.speaker and piece.end < other.start < end and block.covers(other)
    )


def _before(
    telling: Telling, number: int, marker: Span, against: Attribution | None
) -> tuple[Span, Attribution | None] | None:
    """The statement that is contradicted: one in the marker's own sentence, else the nearest sentence before it that
    another speaker, or the article itself, is behind."""
    own = _said_inside(telling, telling.sentences[number], marker)
    if own is not None:
        return own, None
    for sentence in reversed(telling.sentences[max(0, number - BACK) : number]):
        here = [
            (len(piece), piece, a)
            for piece, a in telling.contents_in(sentence)
            if len(telling.words(piece).split()) >= FEWEST_WORDS
        ]
        others = [h for h in here if not _same(h[2], against)]
        if others:
            return max(others, key=lambda h: h[0])[1:]
        if not here and telling.annotated.article.block_at(sentence.start) is not None:
            return sentence, None
    return None


def _said_inside(telling: Telling, sentence: Span, marker: Span) -> Span | None:
    """What somebody is made to say in the same sentence, before the marker ("the firm, which the mayor says …")."""
    found = SAYS.search(telling.text, sentence.start, marker.start)
    if found is None:
        return None
    start, end = found.end(), marker.start
    while end > start and not telling.text[end - 1].isalnum():
        end -= 1
    comma = telling.text.rfind(",", start, end + 1)
    end = comma if comma > start else end
    span = Span(telling.id, start, end)
    return span if len(telling.words(span).split()) >= FEWEST_WORDS else None


def _same(a: Attribution, b: Attribution | None) -> bool:
    return b is not None and (a is b or (a.speaker is not None and a.speaker == b.speaker))
