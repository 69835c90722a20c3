"""Dates that are told from where the writer stands: "on Thursday", "yesterday", "last month", "three days ago"."""

from __future__ import annotations

import datetime as dt
import re

from .calendar import WEEKDAYS, Tense, at_grain, day, later, nearest, weekday_near
from .folding import either, pattern
from .numerals import NUMBER, parse
from .readings import Place, Reading, Rule, date

_PART = r"(?:morning|afternoon|evening|night|midday|lunchtime)"
_PHASE = r"(?:(?:early|earlier|late|later|mid)(?:-| )(?:on )?)?"
_WEEKDAY = either(WEEKDAYS)
_UNIT = r"(?P<unit>day|week|month|year|decade|century|centurie)s?"
_COUNT = rf"(?P<count>{NUMBER}|a|an|a couple of|several|a few|many)"
_ABOUT = r"(?:(?:about|around|nearly|almost|over|more than|less than|just over|some|roughly|at least|exactly|only) )?"
_SHIFT = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "that": 0,
    "same": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}
SEASONS = {"spring": (3, "SP"), "summer": (6, "SU"), "autumn": (9, "FA"), "fall": (9, "FA"), "winter": (12, "WI")}


def moved(anchor: dt.date, unit: str, count: float) -> dt.date | None:
    """The day that lies so many units after the anchor."""
    if unit in _MONTHS_IN:
        return later(anchor, months=int(count * _MONTHS_IN[unit])) if abs(count) < 1e4 else None
    return later(anchor, days=count * (7 if unit in {"week", "weekend"} else 1)) if abs(count) < 1e6 else None


def standing(focus: str | None) -> tuple[dt.date, str] | None:
    """The first day of the period that a value names, and its grain; None for a value that is no calendar date."""
    if focus is None or not (match := re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$", focus)):
        return None
    found = day(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    return (found, "day" if match[3] else "month" if match[2] else "year") if found else None


def _weekday(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    if not place.capital(match, "day") or (match["the"] and re.match(r" (?:of|in|before|after)\b", place.after(match))):
        return ()
    if match["every"] or (match["plural"] and not match["part"]):
        return (Reading(match.start(), match.end(), "set", f"XXXX-WXX-{WEEKDAYS.index(match['day']) + 1}"),)
    found = place.written and _named_day(place.written, WEEKDAYS.index(match["day"]), match["which"], match, place)
    return date(match, found.isoformat() if found else None, part=match["part"])


def _named_day(written: dt.date, weekday: int, which: str | None, match: re.Match[str], place: Place) -> dt.date | None:
    match which:
        case "last":
            return weekday_near(written - dt.timedelta(days=1), weekday, "past")
        case "next":
            return weekday_near(written + dt.timedelta(days=1), weekday, "future")
        case "this":
            return weekday_near(written, weekday, "past" if place.tense(match) == "past" else "future")
        case _:
            return weekday_near(written, weekday, place.tense(match))


_DEICTIC = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


def _deictic(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    found = place.written and later(place.written, days=_DEICTIC[match["word"]])
    return date(
        match, found.isoformat() if found else None, part="night" if match["word"] == "tonight" else match["part"]
    )


def _part_of_day(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "this morning" and "last night" from the date of writing; "that night", "the next morning" from the focus."""
    which = match["which"]
    if which in {"this", "last"}:
        base = place.written
    else:
        stands = standing(place.focus)
        base = stands[0] if stands and stands[1] == "day" else None
    found = base and later(base, days={"last": -1, "next": 1, "following": 1, "previous": -1}.get(which, 0))
    return date(match, found.isoformat() if found else None, part=match["part"])


def _period(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "this week", "last month", "next year"; with "the", or "that" or "same", from what was spoken of before."""
    which, unit = match["which"], match["unit"]
    if which == "past" and unit != "weekend":
        return ()
    from_focus = which in {"that", "same", "previous", "following"} or (match["the"] and unit == "day")
    stands = standing(place.focus) if from_focus else None
    anchor = stands[0] if stands else None if from_focus else place.written
    if from_focus and stands and stands[1] != "day" and unit in {"day", "week"}:
        anchor = None
    if unit == "day" and not from_focus:
        return ()
    if match["the"] and which in {"last", "next"} and unit != "day":
        return ()
    found = anchor and moved(anchor, unit, _SHIFT[which])
    return date(match, at_grain(found, unit) if found else None)


def _season(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    month, code = SEASONS[match["season"]]
    if match["year"]:
        return date(match, f"{match['year']}-{code}")
    if not place.written or not match["which"]:
        return date(match, None) if match["which"] else ()
    starts = [day(place.written.year + step, month, 1) for step in (-2, -1, 0, 1)]
    tense: Tense | None = {"last": "past", "next": "future"}.get(match["which"])  # type: ignore[assignment]
    if match["which"] == "this":
        middle = [each for each in starts if each]
        found = min(middle, key=lambda each: abs((later(each, days=45) or each) - place.written))  # type: ignore[operator]
    else:
        anchor = later(place.written, days=-60 if tense == "past" else 0)
        found = nearest(anchor or place.written, starts, tense)  # type: ignore[assignment]
    return date(match, f"{found.year}-{code}" if found else None)


def _ago(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    unit, count = match["unit"], _count(match["count"])
    if place.written is None or count is None:
        return date(match, None)
    found = moved(place.written, unit, -count)
    exact = match["exact"] or unit == "day"
    grain = "day" if exact else "year" if unit in {"decade", "century", "centurie"} else unit
    return date(match, at_grain(found, grain) if found else None)


def _count(words: str) -> float | None:
    return 1.0 if words in {"a", "an"} else 2.0 if words == "a couple of" else parse(words)


def _from_focus(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "two days later", "a year earlier": counted from the date that was spoken of before."""
    stands, unit, count = standing(place.focus), match["unit"], _count(match["count"])
    if stands is None or count is None:
        return date(match, None)
    found = moved(stands[0], unit, count if match["way"] in {"later", "afterwards"} else -count)
    grain = min(("day", "month", "year").index(stands[1]), 2)
    fine = ("day", "month", "year")[max(grain, {"day": 0, "week": 0, "month": 1 if grain else 0}.get(unit, grain))]
    return date(match, at_grain(found, fine) if found else None)


def _ahead(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "in three days", where the clause looks ahead."""
    count, unit = _count(match["count"]), match["unit"]
    if place.written is None or count is None or place.tense(match) != "future":
        return ()
    found = moved(place.written, unit, count)
    grain = "year" if unit in {"decade", "century", "centurie"} else unit
    start = match.start("count")
    return (Reading(start, match.end(), "date", at_grain(found, grain) if found else None),)


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _quarter(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    number = _QUARTERS.get(match["number"].strip("- ")) or int(match["number"][1])
    if match["year"]:
        return date(match, f"{match['year']}-Q{number}")
    if place.written is None:
        return date(match, None)
    if match["era"]:
        return date(match, f"{place.written.year + _SHIFT[match['era']]:04}-Q{number}")
    starts = [day(place.written.year + step, 3 * number - 2, 1) for step in (-1, 0, 1)]
    found = nearest(place.written, starts, None)
    return date(match, at_grain(found, "quarter") if found else None)


def _fiscal(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    return date(match, match["year"])


def _vague(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    return date(match, None)


_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d:%]|[.,]\d)"
RULES = (
    Rule(
        pattern(
            rf"{_PHASE}(?P<every>every |each )?(?P<the>the )?(?:(?P<which>last|next|this|this past|this coming) )?"
            rf"(?P<day>{_WEEKDAY})(?P<plural>s)?(?: (?P<part>{_PART})s?)?"
        ),
        _weekday,
    ),
    Rule(pattern(rf"{_PHASE}(?P<word>{either(_DEICTIC)})(?: (?P<part>{_PART}))?"), _deictic),
    Rule(
        pattern(rf"{_PHASE}(?:the )?(?P<which>this|last|that|next|following|previous|same) (?P<part>{_PART})"),
        _part_of_day,
    ),
    Rule(
        pattern(
            rf"{_PHASE}(?P<the>the |that )?(?P<which>{either(_SHIFT)}) "
            r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)"
        ),
        _period,
    ),
    Rule(
        pattern(rf"{_PHASE}(?:the )?(?:(?P<which>this|last|next) )?(?P<season>{either(SEASONS)})(?:(?: of)? {_YEAR})?"),
        _season,
    ),
    Rule(pattern(rf"{_ABOUT}{_COUNT} {_UNIT} ago(?P<exact>,? today| to the day)?"), _ago),
    Rule(pattern(rf"{_ABOUT}{_COUNT} {_UNIT} (?P<way>later|earlier|before|afterwards|previously)"), _from_focus),
    Rule(pattern(rf"in {_ABOUT}{_COUNT} {_UNIT}(?! (?:ago|of|or))"), _ahead),
    Rule(
        pattern(
            r"(?:the )?(?:fiscal )?"
            r"(?P<number>first(?:-| )|second(?:-| )|third(?:-| )|fourth(?:-| )|q[1-4])(?:(?<=\d)|quarter)"
            rf"(?:,? (?:of )?(?:fiscal )?{_YEAR}|(?: of)? (?P<era>this|last|next) year)?"
        ),
        _quarter,
    ),
    Rule(pattern(rf"(?:the )?(?:fiscal|financial)(?: year)? {_YEAR}"), _fiscal),
    Rule(
        pattern(
            r"now|currently|recently|soon|the future|the past(?! \w+ (?:day|week|month|year|decade|hour))|at present"
            r"|in recent (?:days|weeks|months|years)|recent (?:days|weeks|months|years)|nowadays|at the moment"
        ),
        _vague,
    ),
)
