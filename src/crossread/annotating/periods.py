"""Weeks, months, seasons, quarters and years told from the day of writing: "last month", "this summer", "that year"."""

from __future__ import annotations

import datetime as dt
import re

from .calendar import SHIFTS, Tense, at_grain, day, later, moved, nearest, weekday_near
from .folding import either, pattern
from .readings import PHASE, Place, Reading, Rule, date, standing

SEASONS = {"spring": (3, "SP"), "summer": (6, "SU"), "autumn": (9, "FA"), "fall": (9, "FA"), "winter": (12, "WI")}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_FROM_FOCUS = {"that", "same", "previous", "following"}
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d:%]|[.,]\d)"


def _period(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "this week", "last month", "next year"; with "that", "same" and their like, from what was spoken of before."""
    which, unit = match["which"], match["unit"]
    from_focus = which in _FROM_FOCUS or bool(match["the"] and unit == "day")
    if (unit == "day" and not from_focus) or (which == "past" and unit != "weekend"):
        return ()
    if match["the"] and which in {"last", "next"} and unit != "day":  # "the last week" is a length of time
        return ()
    anchor = _focus_for(unit, place) if from_focus else place.written
    found = anchor and moved(anchor, unit, SHIFTS[which])
    return date(match, at_grain(found, unit) if found else None)


def _focus_for(unit: str, place: Place) -> dt.date | None:
    """The day from which "that week" is told; None where what was spoken of before is no day."""
    stands = standing(place.focus)
    if stands is None or (stands[1] != "day" and unit in {"day", "week", "weekend"}):
        return None
    return stands[0]


def _season(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    month, code = SEASONS[match["season"]]
    which = match["which"]
    if match["year"]:
        return date(match, f"{match['year']}-{code}")
    if which is None:
        return ()
    middle = place.written and later(place.written, days=-45)
    if place.written is None or middle is None:
        return date(match, None)
    starts = [day(place.written.year + step, month, 1) for step in (-2, -1, 0, 1)]
    if which == "last":
        starts = [each for each in starts if each and (later(each, days=92) or each) <= place.written]
    elif which == "next":
        starts = [each for each in starts if each and each > place.written]
    found = nearest(middle, starts, None)
    return date(match, f"{found.year}-{code}" if found else None)


def _quarter(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    number = _QUARTERS.get(match["number"].strip("- ")) or int(match["number"][1])
    if match["year"]:
        return date(match, f"{match['year']}-Q{number}")
    if place.written is None:
        return date(match, None)
    if match["era"]:
        return date(match, f"{place.written.year + SHIFTS[match['era']]:04}-Q{number}")
    starts = [day(place.written.year + step, 3 * number - 2, 1) for step in (-1, 0, 1)]
    found = nearest(place.written, starts, None)
    return date(match, at_grain(found, "quarter") if found else None)


def _fiscal(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    return date(match, match["year"])


def _this_quarter(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "the quarter", "the year-ago quarter": the quarter that was spoken of before, else the last that has ended."""
    quarter = place.focus if place.focus and "-Q" in place.focus else None
    if quarter is None and place.written and match.group().endswith("quarter"):
        ended = later(place.written, months=-3)
        quarter = at_grain(ended, "quarter") if ended else None
    if quarter is None:
        return date(match, None) if match["which"] else ()
    year, number = quarter.split("-Q")
    ago = (match["which"] or "").startswith(("year", "comparable"))
    return date(match, f"{int(year) - 1:04}-Q{number}" if ago else quarter)


def _weekend(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    tense: Tense = "past" if place.tense(match) != "future" else "future"
    saturday = place.written and weekday_near(place.written, 5, tense)
    return date(match, at_grain(saturday, "weekend") if saturday else None)


RULES = (
    Rule(
        pattern(
            rf"{PHASE}(?P<the>the |that )?(?P<which>{either(SHIFTS)}) "
            r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)"
        ),
        _period,
    ),
    Rule(
        pattern(rf"{PHASE}(?:the )?(?:(?P<which>this|last|next) )?(?P<season>{either(SEASONS)})(?:(?: of)? {_YEAR})?"),
        _season,
        tuple(SEASONS),
    ),
    Rule(
        pattern(
            r"(?:the )?(?:fiscal(?: |-))?"
            r"(?P<number>first(?:-| )|second(?:-| )|third(?:-| )|fourth(?:-| )|q[1-4])(?:(?<=\d)|quarter)"
            rf"(?:,? (?:of )?(?:fiscal )?{_YEAR}|(?: of)? (?P<era>this|last|next) year)?"
        ),
        _quarter,
        ("quarter", "q"),
    ),
    Rule(
        pattern(
            r"(?:the )?(?P<which>latest|(?:comparable )?year-(?:ago|earlier)) (?:quarter|period)"
            r"|the quarter(?! (?:of|to|past|final))"
        ),
        _this_quarter,
        ("quarter", "period"),
    ),
    Rule(pattern(r"(?:the|this) weekend"), _weekend, ("weekend",)),
    Rule(pattern(rf"(?:the )?(?:fiscal|financial)(?: year)? {_YEAR}"), _fiscal, ("fiscal", "financial")),
)
