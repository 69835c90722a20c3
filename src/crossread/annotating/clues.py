"""What an article says about the year and the week it was written in: years told from it, weekdays that the news is
told by, dates that lie before it or after it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.records import Article, Sentence

from . import tenses, timexes
from .calendar import WEEKDAYS, day, later
from .folding import either, pattern
from .named_days import NamedDay, Place, sentence_at
from .numerals import COUNT, parse


@dataclass(frozen=True, slots=True)
class YearClue:
    """Words that tell the year of writing."""

    at: Place
    year: int


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A weekday (0 is Monday) of the past that the news is told by."""

    at: Place
    weekday: int


@dataclass(frozen=True, slots=True)
class Bound:
    """A date of any precision that lies before the day of writing, or after it: the first, or last, day it can mean."""

    at: Place
    day: dt.date


_YEARS_AGO = pattern(
    rf"(?P<year>(?:1[0-9]|20)\d\d),? (?:some )?(?P<count>{COUNT}) years ago"
    rf"|(?P<count2>{COUNT}) years ago,? in (?P<year2>(?:1[0-9]|20)\d\d)"
)
_BEGUN = pattern(
    r"(?:founded|established|created|formed|opened|built|launched|started|incorporated|born) in "
    r"(?P<year>(?:1[0-9]|20)\d\d)"
)
_JUBILEES = {
    "centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "sesquicentennial": 150,
    "golden jubilee": 50, "silver jubilee": 25,
}  # fmt: skip
_JUBILEE = pattern(
    rf"(?:(?P<count>\d{{1,3}})(?:st|nd|rd|th) (?:anniversary|birthday|jubilee)|(?P<name>{either(_JUBILEES)}))"
    r"(?: [\w']+){0,4} this year"
)


def years(folded: str, sentences: Sequence[Sentence]) -> Iterator[YearClue]:
    """Words that tell the year of writing from another: "1987, 38 years ago", "founded in 1925" with "its
    centenary this year"."""
    for sentence in sentences:
        bounds = (sentence.span.start, sentence.span.end)
        for match in _YEARS_AGO.finditer(folded, *bounds):
            count = parse(match["count"] or match["count2"])
            if count and count == int(count):
                yield YearClue(match.span(), int(match["year"] or match["year2"]) + int(count))
        jubilee, begun = _JUBILEE.search(folded, *bounds), _BEGUN.search(folded, *bounds)
        if jubilee and begun:
            count = int(jubilee["count"]) if jubilee["count"] else _JUBILEES[jubilee["name"]]
            at = (min(jubilee.start(), begun.start()), max(jubilee.end(), begun.end()))
            yield YearClue(at, int(begun["year"]) + count)


_WEEKDAY = re.compile(rf"(?<![\w-]){either(WEEKDAYS)}(?![\w-])")
_OTHER_WEEK = re.compile(r"\b(?:every|each|the|an?|last|next|previous|following|that|like|of) +\Z")
_FROM_TODAY = pattern(r"today|yesterday|tonight|this (?:morning|afternoon|evening)|last night")


def told_days(article: Article, folded: str, sentences: Sequence[Sentence], named: Sequence[NamedDay]) -> list[ToldDay]:
    """The weekdays, without a date, that the article tells its news by in the past tense."""
    found = []
    dated = {offset for each in named for offset in range(*each.at)}
    for sentence in sentences:
        bounds = (sentence.span.start, sentence.span.end)
        for match in _WEEKDAY.finditer(folded, *bounds):
            alone = article.text[match.start()].isupper() and match.start() not in dated
            before = folded[max(bounds[0], match.start() - 12) : match.start()]
            if alone and not _OTHER_WEEK.search(before) and tenses.tense(article.text, *match.span(), bounds) == "past":
                found.append(ToldDay(match.span(), WEEKDAYS.index(match.group())))
    return found


def told_from_today(folded: str) -> bool:
    """Whether the article tells its news by "today" or "yesterday", so that no weekday in it need be its own."""
    return _FROM_TODAY.search(folded) is not None


def bounds(article: Article, sentences: Sequence[Sentence]) -> tuple[list[Bound], list[Bound]]:
    """The dates with a year that lie before the day of writing, and those that lie after it."""
    before, after = [], []
    for timex in timexes.find(article, sentences, None):
        if timex.type not in {"date", "time"} or not timex.value:
            continue
        span = timex.span
        sentence = sentence_at(span.start, sentences).span
        tense = tenses.tense(article.text, span.start, span.end, (sentence.start, sentence.end))
        first, last = _ends(timex.value)
        if tense == "past" and first:
            before.append(Bound((span.start, span.end), first))
        elif tense == "future" and last:
            after.append(Bound((span.start, span.end), last))
    return before, after


def _ends(value: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of a year, month or day."""
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$", value)
    if not match:
        return None, None
    first = day(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    months = 0 if match[3] else 1 if match[2] else 12
    following = first and later(first, months=months)
    return first, (later(following, days=-1) if following and months else following)
