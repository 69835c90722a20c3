"""Named days that an article tells from its own day of writing: "tomorrow, August 25", "three weeks ago to the day"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossread.records import Article, Sentence

from .calendar import later
from .clues import told_days
from .folding import pattern
from .named_days import NamedDay, Place, sentence_at
from .numerals import COUNT, parse

REACH = 70  # code points before a date within which a word of death tells what happened on it


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


def find(article: Article, folded: str, sentences: Sequence[Sentence], named: Sequence[NamedDay]) -> list[Anchor]:
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
        weekdays = told_days(article, folded, [sentence_at(match.start(), sentences)], named)
        if len({each.weekday for each in weekdays}) == 1:
            at = (min(weekdays[0].at[0], match.start()), max(weekdays[0].at[1], match.end()))
            yield Anchor(at, death, days=int(match["count"]), slack=1, weekday=weekdays[0].weekday)


def _of_death(named: NamedDay, folded: str, sentences: Sequence[Sentence]) -> bool:
    start = sentence_at(named.at[0], sentences).span.start
    return _DEATH.search(folded, max(start, named.at[0] - REACH), named.at[0]) is not None
