"""What happened when: one entry for each date that the articles give, with the clauses that say what happened then."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from crossread.records import AnnotatedArticle, BlockKind, Claim, Event, EventPrecision, Span, Timex

from .clauses import around

TELLING: frozenset[BlockKind] = frozenset({"title", "standfirst", "heading", "paragraph", "list"})
DATELINE = re.compile(r"[^.!?\n]{0,90}?(?:\)\s*[-–—:]|[-–—])\s")
DATED = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?(T\d{2}:\d{2})?")


def draw(articles: Sequence[AnnotatedArticle], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """The events in order of time; accounts of one date, whichever article gives them, are one event."""
    dated: dict[str, set[Span]] = defaultdict(set)
    for article in articles:
        for timex in article.timexes:
            when = moment(timex)
            if when is not None and not _is_stamp(article, timex.span):
                dated[when].add(_account(article, timex.span))
    return tuple(
        Event(when, precision(when), spans, _claims_over(spans, claims))
        for when, spans in ((when, _longest(dated[when])) for when in sorted(dated))
    )


def moment(timex: Timex) -> str | None:
    """The date or minute a time expression stands for, in ISO 8601; None for durations, sets and vague times."""
    if timex.type not in ("date", "time") or timex.value is None:
        return None
    match = DATED.match(timex.value)
    if match is None or "W" in timex.value or "Q" in timex.value:
        return None
    year, month, day, minute = match.groups()
    return year + (month or "") + ((day or "") + (minute or "" if day else "") if month else "")


def precision(when: str) -> EventPrecision:
    """How precise an ISO date is."""
    return {4: "year", 7: "month", 10: "day"}.get(len(when), "minute")  # type: ignore[return-value]


def _is_stamp(article: AnnotatedArticle, span: Span) -> bool:
    """Whether the time is the article's own date line, or stands where nothing is told (a caption, a credit)."""
    block = article.article.block_at(span.start)
    if block is None or block.kind not in TELLING:
        return True
    if any(span.overlap(words) for words in article.article.published.evidence):
        return article.article.published.basis != "inferred"
    stamp = DATELINE.match(article.article.text, block.start, block.end)
    return stamp is not None and span.end <= stamp.end() and _shouts(article.article.text[block.start : span.start])


def _shouts(text: str) -> bool:
    """Whether the words before a date are a date line's: a place in capitals, or nothing."""
    letters = [ch for ch in text if ch.isalpha()]
    return sum(ch.isupper() for ch in letters) >= 0.7 * len(letters)


def _account(article: AnnotatedArticle, span: Span) -> Span:
    sentence = next((s.span for s in article.sentences if s.span.covers(span)), None)
    return span if sentence is None else around(article.article.text, sentence, span)


def _longest(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, without those that lie inside another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.article, s.start, -s.end)):
        if not (kept and kept[-1].covers(span)):
            kept.append(span)
    return tuple(kept)


def _claims_over(spans: Sequence[Span], claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(c.id for c in claims if any(a.span.overlap(span) for a in c.accounts for span in spans))
