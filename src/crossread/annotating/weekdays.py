"""Days told from the day of writing: "on Thursday", "yesterday", "last night", "Christmas Day"."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from .calendar import WEEKDAYS, day, later, nearest, weekday_near
from .folding import either, pattern
from .lexicon import table
from .readings import PART, PHASE, Place, Reading, Rule, date, standing

_WEEKDAY = either(WEEKDAYS)
_DEICTIC = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_PARTS_AWAY = {"last": -1, "previous": -1, "next": 1, "following": 1}


_NOUN = re.compile(r" +(?!(?:of|in|on|at|before|after|and|when|that|was|is|to|he|she|they|it|or|but)\b)[a-z]+")


def _weekday(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    if not place.capital(match, "day"):
        return ()
    number = WEEKDAYS.index(match["day"])
    if match["every"] or (match["plural"] and not match["part"]):
        return (Reading(match.start(), match.end(), "set", f"XXXX-WXX-{number + 1}"),)
    if match["article"] and not _NOUN.match(place.after(match.end())):  # "on the Saturday", "it was a Friday"
        return _unknown_day(match, match["part"])
    found = place.written and _of_week(place.written, number, match["which"], match, place)
    return date(match, found.isoformat() if found else None, part=match["part"])


def _of_week(written: dt.date, number: int, which: str | None, match: re.Match[str], place: Place) -> dt.date | None:
    match which:
        case "last" | "this past":
            return weekday_near(written - dt.timedelta(days=1), number, "past")
        case "next" | "this coming":
            return weekday_near(written + dt.timedelta(days=1), number, "future")
        case "this":
            return weekday_near(written, number, "past" if place.tense(match) == "past" else "future")
        case _:
            return weekday_near(written, number, place.tense(match))


def _deictic(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    found = place.written and later(place.written, days=_DEICTIC[match["word"]])
    part = "night" if match["word"] == "tonight" else match["part"]
    return date(match, found.isoformat() if found else None, part=part)


def _part_of_day(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "this morning" and "last night" from the day of writing; "that night", "the next morning" from the focus."""
    if match["which"] in {"this", "last"}:
        base = place.written
    else:
        stands = standing(place.focus)
        base = stands[0] if stands and stands[1] == "day" else None
    found = base and later(base, days=_PARTS_AWAY.get(match["which"], 0))
    return date(match, found.isoformat() if found else None, part=match["part"])


def _holiday(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    if place.before(match.start()).endswith("like "):
        return date(match, None)
    part = "night" if match["name"].endswith("night") else None
    rule = table("holidays")[re.sub(" +", " ", match["name"])]
    if not rule or (place.written is None and not match["year"]):
        return _unknown_day(match, part)
    if match["year"]:
        found = _on(rule, int(match["year"]))
    else:
        assert place.written is not None
        days = [_on(rule, place.written.year + step) for step in (-1, 0, 1)]
        past = match["which"] == "last"
        found = nearest(place.written, days, "past" if past else place.tense(match))
    return date(match, found.isoformat() if found else None)


def _on(rule: str, year: int) -> dt.date | None:
    """The day on which a holiday falls in a year: "12-25" or, the fourth Thursday of November, "11-thursday-4"."""
    month, second, *which = rule.split("-", 2)
    if not which:
        return day(year, int(month), int(second))
    first = day(year, int(month), 1)
    if first is None:
        return None
    days = [first + dt.timedelta(days=(WEEKDAYS.index(second) - first.weekday()) % 7 + 7 * week) for week in range(5)]
    inside = [each for each in days if each.month == first.month]
    return inside[int(which[0]) - (int(which[0]) > 0)]


def _unknown_day(match: re.Match[str], part: str | None) -> tuple[Reading, ...]:
    return (Reading(match.start(), match.end(), "date", None, part=part, day=""),)


def _vague(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    return date(match, None)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of this module; the list of holidays is read when they are first needed."""
    return (
        Rule(
            pattern(
                rf"{PHASE}(?P<every>every |each )?(?P<article>the |an? )?"
                rf"(?:(?P<which>last|next|this(?: past| coming)?) )?"
                rf"(?P<day>{_WEEKDAY})(?P<plural>s)?(?: (?P<part>{PART})s?)?"
            ),
            _weekday,
            ("day",),
        ),
        Rule(
            pattern(rf"{PHASE}(?P<word>{either(_DEICTIC)})(?: (?P<part>{PART}))?"),
            _deictic,
            ("today", "tonight", "yesterday", "tomorrow"),
        ),
        Rule(
            pattern(rf"{PHASE}(?:the )?(?P<which>this|last|that|next|following|previous|same) (?P<part>{PART})"),
            _part_of_day,
            tuple(PART[3:-1].split("|")),
        ),
        Rule(
            pattern(
                rf"(?:(?P<which>last|this|next) )?(?P<name>{either(table('holidays'))})(?:,? (?P<year>(?:19|20)\d\d))?"
            ),
            _holiday,
        ),
        Rule(
            pattern(
                r"now|currently|recently|soon(?! as)|the future|at present|nowadays|at the moment|overnight"
                r"|the past(?! \w+ (?:day|week|month|year|decade|hour))"
            ),
            _vague,
        ),
    )
