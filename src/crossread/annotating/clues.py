"""What the words of an article say about the day it was written on: days told from that day, years told from that
year, weekdays that the news is told by, dates that lie before it or after it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossread.records import Article, Sentence

from . import tenses, timexes
from .calendar import MONTH_FORMS, WEEKDAY_FORMS, WEEKDAYS, Tense, day, later
from .dates import DAY_FIRST, MONTH_FIRST
from .folding import either, pattern
from .numerals import COUNT, parse

Place = tuple[int, int]  # start and end of words in the article's text
REACH = 70  # code points before a date within which a word of death tells what happened on it


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of the month as the article names it, with its year and weekday (0 is Monday) where it gives them."""

    at: Place
    month: int
    number: int
    year: int | None
    weekday: int | None
    tense: Tense | None
    pictured: bool  # in a caption, of a picture that is not from the archive

    def within(self, year: int) -> dt.date | None:
        """The day in that year; None where its own year or weekday says otherwise."""
        found = day(year, self.month, self.number)
        agrees = found is not None and self.year in {None, year} and self.weekday in {None, found.weekday()}
        return found if agrees else None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A named day told from the day of writing, which lies `days` and `years` after it, give or take `slack` days;
    `weekday` is the day of writing's own."""

    at: Place
    named: NamedDay
    days: int = 0
    years: int = 0
    slack: int = 0
    weekday: int | None = None

    def candidates(self, year: int) -> Iterator[dt.date]:
        """The days of writing that fit, with the named day in the year."""
        base = self.named.within(year)
        middle = base and later(base, days=self.days, months=12 * self.years)
        for off in range(-self.slack, self.slack + 1):
            found = middle and later(middle, days=off)
            if found and self.weekday in {None, found.weekday()}:
                yield found


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


# ── named days ───────────────────────────────────────────────────────────────────────────────────────────────────────

_ARCHIVE = re.compile(r"\b(?:file|archive|archival|undated)\b", re.IGNORECASE)


def named_days(article: Article, folded: str, sentences: Sequence[Sentence]) -> list[NamedDay]:
    """The days that the article names by month and day, in order."""
    found: list[NamedDay] = []
    taken: set[int] = set()  # offsets
    for sentence in sentences:
        for form in (MONTH_FIRST, DAY_FIRST):
            for match in form.finditer(folded, sentence.span.start, sentence.span.end):
                if article.text[match.start("month")].isupper() and taken.isdisjoint(range(*match.span())):
                    found.append(_named(match, article, sentence))
                    taken.update(range(*match.span()))
    return sorted(found, key=lambda named: named.at)


def _named(match: re.Match[str], article: Article, sentence: Sentence) -> NamedDay:
    bounds = (sentence.span.start, sentence.span.end)
    return NamedDay(
        match.span(),
        MONTH_FORMS[match["month"]],
        int(re.sub(r"\D", "", match["day"])),
        int(match["year"]) if match["year"] else None,
        WEEKDAY_FORMS[match["weekday"]] if match["weekday"] else None,
        tenses.tense(article.text, *match.span(), bounds),
        bool(match["year"]) and _pictured(match, article, sentence),
    )


def _pictured(match: re.Match[str], article: Article, sentence: Sentence) -> bool:
    """Whether the date is that of a picture: in a caption, or at the end of a paragraph of one sentence, after a comma,
    as captions have it; and the picture is not from the archive."""
    block = article.blocks[sentence.block]
    alone = article.words(block).strip() == article.words(sentence.span)
    after, before = article.text[match.end() : block.end], article.text[block.start : match.start()]
    captioned = block.kind == "caption" or (alone and before.endswith(", ") and not after.strip(" ."))
    return captioned and not _ARCHIVE.search(article.words(block))


# ── days told from the day of writing ────────────────────────────────────────────────────────────────────────────────

_UNIT = r"(?P<unit>day|week|year)s?"
_COUNT = rf"(?P<count>{COUNT}|an?)"
_EXACT = r"(?P<exact>,? today|,? to the day)?"
_AGO_BEFORE = pattern(rf"{_COUNT} {_UNIT} ago{_EXACT},? (?:on )?\Z")
_AGO_AFTER = re.compile(rf",? +(?:exactly +)?{_COUNT} +{_UNIT} +ago{_EXACT}".replace(",? to the", ",? +to the"))
_AHEAD_BEFORE = pattern(rf"in {_COUNT} {_UNIT}(?P<exact>),? (?:on )?\Z")
_WORD_BEFORE = pattern(r"(?P<word>today|yesterday|tomorrow),? (?:on )?\Z")
_WORDS = {"yesterday": 1, "today": 0, "tomorrow": -1}  # days from the named day to the day of writing
_DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}, \Z")
_AFTER_DATELINE = re.compile(r" *(?:\(|[-–—])")


def anchors(article: Article, folded: str, sentences: Sequence[Sentence], named: Sequence[NamedDay]) -> list[Anchor]:
    """The named days that the article tells from its own day of writing."""
    found = [anchor for each in named if (anchor := _anchor(each, article, folded))]
    return [*found, *_anniversaries(folded, sentences, named), *_nth_days(article, folded, sentences, named)]


def _anchor(named: NamedDay, article: Article, folded: str) -> Anchor | None:
    start, end = named.at
    block = article.block_at(start)
    before = folded[max(block.start if block else 0, start - 60) : start]
    for match, sign in ((_AGO_BEFORE.search(before), 1), (_AHEAD_BEFORE.search(before), -1)):
        if match and (told := _told_from(match, named, sign)):
            return replace(told, at=(start - len(match.group()), end))
    if word := _WORD_BEFORE.search(before):
        return Anchor((start - len(word.group()), end), named, _WORDS[word["word"]])
    if (match := _AGO_AFTER.match(folded, end)) and (told := _told_from(match, named, 1)):
        return replace(told, at=(start, match.end()))
    if block and _DATELINE.fullmatch(article.text[block.start : start]) and _AFTER_DATELINE.match(folded, end):
        return Anchor(named.at, named)
    return None


def _told_from(match: re.Match[str], named: NamedDay, sign: int) -> Anchor | None:
    """An exact distance: so many days, or weeks or years to the day."""
    count = 1.0 if match["count"] in {"a", "an"} else parse(match["count"])
    if count is None or count != int(count) or count > 1000 or not (match["exact"] or match["unit"] == "day"):
        return None
    if match["unit"] == "year":
        return Anchor(named.at, named, years=sign * int(count))
    return Anchor(named.at, named, days=sign * int(count) * (7 if match["unit"] == "week" else 1))


_TO_THE_DAY = pattern(rf"(?P<count>{COUNT}) years to the day(?! ago)")
_TODAY = pattern(r"today|this (?:morning|afternoon|evening)|tonight")


def _anniversaries(folded: str, sentences: Sequence[Sentence], named: Sequence[NamedDay]) -> Iterator[Anchor]:
    """ "today … for fifteen years to the day", with the one full date that can be meant."""
    full = [each for each in named if each.year and each.tense != "future"]
    if len({(each.year, each.month, each.number) for each in full}) != 1:
        return
    for sentence in sentences:
        if match := _TO_THE_DAY.search(folded, sentence.span.start, sentence.span.end):
            count = parse(match["count"])
            if count and count == int(count) and _TODAY.search(folded, sentence.span.start, sentence.span.end):
                yield Anchor(match.span(), full[0], years=int(count))


_NTH_DAY = pattern(
    r"(?P<count>\d{1,3})(?:st|nd|rd|th) day (?:after|since|following|of) (?:his|her|their|its|the) (?:\w+ )?"
    r"(?:death|killing|murder|assassination|passing|martyrdom|execution)"
)
_DEATH = re.compile(r"\b(?:killed|died|death|killing|assassinat\w+|murder\w*|slain|executed|martyred)\b")


def _nth_days(
    article: Article, folded: str, sentences: Sequence[Sentence], named: Sequence[NamedDay]
) -> Iterator[Anchor]:
    """ "on Thursday, the 40th day after her death", with the one day on which somebody is said to have died. Whether
    the day of death itself is counted differs, so that the day before and the day after fit too."""
    deaths = {(each.month, each.number): each for each in named if _of_death(each, folded, sentences)}
    if len(deaths) != 1:
        return
    (death,) = deaths.values()
    for match in _NTH_DAY.finditer(folded):
        weekdays = told_days(article, folded, [_around(match.start(), sentences)], named)
        if len({each.weekday for each in weekdays}) == 1:
            at = (min(weekdays[0].at[0], match.start()), max(weekdays[0].at[1], match.end()))
            yield Anchor(at, death, days=int(match["count"]), slack=1, weekday=weekdays[0].weekday)


def _of_death(named: NamedDay, folded: str, sentences: Sequence[Sentence]) -> bool:
    start = _around(named.at[0], sentences).span.start
    return _DEATH.search(folded, max(start, named.at[0] - REACH), named.at[0]) is not None


def _around(offset: int, sentences: Sequence[Sentence]) -> Sentence:
    """The sentence that holds the offset."""
    return sentences[bisect_right(sentences, offset, key=lambda sentence: sentence.span.start) - 1]


# ── the year ─────────────────────────────────────────────────────────────────────────────────────────────────────────

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


# ── weekdays and bounds ──────────────────────────────────────────────────────────────────────────────────────────────

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
        sentence = _around(span.start, sentences).span
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
