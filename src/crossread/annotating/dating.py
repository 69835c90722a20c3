"""When an article without a date was written, from its own words; unknown unless they leave exactly one day.

Each clue (see `anchors` and `clues`) says something about the day of writing. Days told from it ("tomorrow, August
25") give one day a year; the year is told from another ("six years ago, in 2019"), or a weekday or a date before or
after leaves only one. Without such a day, a dated caption and the weekday that the news is told by give the first such
weekday after it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.records import Article, Published, Sentence

from . import anchors, clues
from .anchors import Anchor
from .calendar import MONTHS, WEEKDAYS, later
from .clues import Bound, ToldDay, YearClue
from .folding import fold
from .named_days import NamedDay, Place, named_days

EARLIEST, LATEST = 1900, 2100  # years that an article can be of
NEWS_DAYS = 7  # a weekday without a date is of the week before the day of writing


def date(article: Article, sentences: Sequence[Sentence]) -> Published:
    """The day on which the article was written, worked out from its words, with the words and the reason.

    `Published()`, which is unknown, where they leave no day or more than one.
    """
    evidence = _gather(article, sentences)
    answer = _from_anchors(evidence) or _from_picture(evidence)
    if answer is None:
        return Published()
    spans = tuple(sorted({article.span(*at) for at in answer.places if not _inside_another(at, answer.places)}))
    return Published(answer.day.isoformat(), "inferred", answer.why, spans)


@dataclass(frozen=True, slots=True)
class _Evidence:
    article: Article
    named: list[NamedDay]
    anchors: list[Anchor]
    years: list[YearClue]
    told: list[ToldDay]
    before: list[Bound]
    after: list[Bound]
    from_today: bool

    def words(self, at: Place) -> str:
        """The words of the article there, in quotation marks."""
        return f"“{' '.join(self.article.text[at[0] : at[1]].split())}”"


@dataclass(frozen=True, slots=True)
class _Answer:
    day: dt.date
    why: str
    places: tuple[Place, ...]


def _gather(article: Article, sentences: Sequence[Sentence]) -> _Evidence:
    folded = fold(article.text)
    named = named_days(article, folded, sentences)
    before, after = clues.bounds(article, sentences)
    return _Evidence(
        article,
        named,
        anchors.find(article, folded, sentences, named),
        list(clues.years(folded, sentences)),
        clues.told_days(article, folded, sentences, named),
        before,
        after,
        clues.told_from_today(folded),
    )


# ── a day told from the day of writing ───────────────────────────────────────────────────────────────────────────────


def _from_anchors(evidence: _Evidence) -> _Answer | None:
    if not evidence.anchors:
        return None
    days = _fitting_all(evidence.anchors)
    places = [place for anchor in evidence.anchors for place in (anchor.at, anchor.named.at)]
    reasons = [_told_by(evidence.anchors[0], evidence)]
    for narrow in (_by_year, _by_bounds, _by_full_date, _by_told_day):
        if len(days) == 1:
            break
        kept, reason, at = narrow(days, evidence)
        if kept != days:
            days, places, reasons = kept, [*places, *at], [*reasons, reason]
    if len(days) != 1 or not _possible(days[0], evidence):
        return None
    return _Answer(days[0], f"{'; '.join(reasons)}: {_written(days[0])}.", tuple(places))


def _told_by(anchor: Anchor, evidence: _Evidence) -> str:
    apart = not anchor.at[0] <= anchor.named.at[0] < anchor.at[1]
    counted = f", counted from {evidence.words(anchor.named.at)}," if apart else ""
    return f"{evidence.words(anchor.at)}{counted} tells the day"


def _fitting_all(anchors: Sequence[Anchor]) -> list[dt.date]:
    """The days, of any year, that fit every anchor."""
    sets = [{found for year in range(EARLIEST, LATEST) for found in anchor.candidates(year)} for anchor in anchors]
    return sorted(set.intersection(*sets))


_Narrowed = tuple[list[dt.date], str, list[Place]]


def _by_year(days: list[dt.date], evidence: _Evidence) -> _Narrowed:
    told = {clue.year for clue in evidence.years}
    kept = [each for each in days if each.year in told] if len(told) == 1 else days
    at = [clue.at for clue in evidence.years]
    return kept, f"{evidence.words(at[0])} tells the year" if at else "", at[:1]


def _by_bounds(days: list[dt.date], evidence: _Evidence) -> _Narrowed:
    """The days after the latest date told as past and before the earliest told as to come, where there are both."""
    first = max(evidence.before, key=lambda bound: bound.day, default=None)
    last = min(evidence.after, key=lambda bound: bound.day, default=None)
    if first is None or last is None:
        return days, "", []
    kept = [each for each in days if first.day <= each <= last.day]
    return kept, f"it lies between {evidence.words(first.at)} and {evidence.words(last.at)}", [first.at, last.at]


def _by_full_date(days: list[dt.date], evidence: _Evidence) -> _Narrowed:
    """The days within the year after a full date that the article also names without its year: what is told without a
    year is no older than that."""
    short = {(named.month, named.number) for named in evidence.named if named.year is None}
    past = [named for named in evidence.named if named.year and named.tense == "past"]
    full = [named for named in past if (named.month, named.number) in short]
    latest = max(full, key=lambda named: (named.year or 0, named.month, named.number), default=None)
    start = latest.within(latest.year or 0) if latest else None
    end = later(start, months=12) if start else None
    if latest is None or start is None or end is None:
        return days, "", []
    kept = [found for found in days if start <= found < end]
    return kept, f"{evidence.words(latest.at)} tells the year", [latest.at]


def _by_told_day(days: list[dt.date], evidence: _Evidence) -> _Narrowed:
    """The days of the weekday that the latest news is told by."""
    latest = _latest_told(evidence)
    if latest is None:
        return days, "", []
    kept = [each for each in days if each.weekday() == latest.weekday]
    return kept, f"its latest news is of a {WEEKDAYS[latest.weekday].capitalize()}", [latest.at]


def _latest_told(evidence: _Evidence) -> ToldDay | None:
    """The last of the weekdays that the news is told by: the one before the longest run of days without news."""
    if evidence.from_today or not evidence.told:
        return None
    told = sorted({each.weekday for each in evidence.told})
    gaps = [((following - this) % 7 or 7, this) for this, following in zip(told, [*told[1:], told[0]], strict=True)]
    longest = max(gaps)[0]
    last = [weekday for gap, weekday in gaps if gap == longest]
    return next(each for each in evidence.told if each.weekday == last[0]) if len(last) == 1 else None


# ── a dated picture ──────────────────────────────────────────────────────────────────────────────────────────────────


def _from_picture(evidence: _Evidence) -> _Answer | None:
    """The first of the weekday that the news is told by, from the latest dated picture on."""
    pictured = [(day, each) for each in evidence.named if each.pictured and (day := each.within(each.year or 0))]
    latest = _latest_told(evidence)
    if not pictured or latest is None:
        return None
    start, picture = max(pictured, key=lambda pair: pair[0])
    found = later(start, days=(latest.weekday - start.weekday()) % NEWS_DAYS)
    if found is None or not _possible(found, evidence):
        return None
    why = (
        f"a caption is dated {evidence.words(picture.at)} and the latest news is of a"
        f" {WEEKDAYS[latest.weekday].capitalize()}; the first from then on: {_written(found)}."
    )
    return _Answer(found, why, (picture.at, latest.at))


def _possible(found: dt.date, evidence: _Evidence) -> bool:
    """Whether nothing that the article tells as past lies after the day, and no year it tells is another."""
    return all(bound.day <= found for bound in evidence.before) and all(
        clue.year == found.year for clue in evidence.years
    )


def _inside_another(at: Place, places: Sequence[Place]) -> bool:
    return any(other[0] <= at[0] and at[1] <= other[1] and other != at for other in places)


def _written(found: dt.date) -> str:
    weekday, month = WEEKDAYS[found.weekday()].capitalize(), MONTHS[found.month - 1].capitalize()
    return f"{weekday} {found.day} {month} {found.year}"
