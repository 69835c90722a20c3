"""Times told by how far off they are: "three days ago", "in two weeks", "a year earlier", "six minutes later"."""

from __future__ import annotations

import re

from .calendar import at_grain, moved
from .folding import either, pattern
from .numerals import COUNT, parse
from .readings import Place, Reading, Rule, date, standing

_COUNT = rf"(?P<count>{COUNT}|an?|a couple of|several|a few|many)"
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade|century|centurie)s?"
_SHORT = r"(?P<unit>hour|minute|second)s?"
_ABOUT = r"(?:(?:about|around|nearly|almost|over|more than|less than|just over|some|roughly|at least|exactly|only) )?"
_LONG = {"decade", "century", "centurie"}
_GRAINS = ("day", "month", "quarter", "year")
_MINUTES = {"hour": 60.0, "minute": 1.0, "second": 1 / 60}


def _count(words: str) -> float | None:
    return 1.0 if words in {"a", "an"} else 2.0 if words == "a couple of" else parse(words)


def _ago(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    unit, count = match["unit"], _count(match["count"])
    if place.written is None or count is None:
        return date(match, None)
    found = moved(place.written, unit, -count)
    if unit == "year" and count == 1 and place.focus and "-Q" in place.focus:  # a quarter's figures and the year before
        return date(match, at_grain(found, "year") + place.focus[4:] if found else None)
    grain = "day" if match["exact"] else "year" if unit in _LONG else unit
    return date(match, at_grain(found, grain) if found else None)


def _ahead(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "in three days", where the clause looks ahead."""
    count, unit = _count(match["count"]), match["unit"]
    if place.written is None or count is None or place.tense(match) != "future":
        return ()
    found = moved(place.written, unit, count)
    value = at_grain(found, "year" if unit in _LONG else unit) if found else None
    return (Reading(match.start("distance"), match.end(), "date", value),)


def _from_focus(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "two days later", "a year earlier": counted from the date that was spoken of before."""
    stands, unit, count = standing(place.focus), match["unit"], _count(match["count"])
    if stands is None or count is None:
        return date(match, None)
    found = moved(stands[0], unit, count if match["way"] in {"later", "afterwards"} else -count)
    finest = "month" if unit == "month" else "year" if unit in _LONG else "day"
    grain = max(stands[1], finest, key=_GRAINS.index)
    return date(match, at_grain(found, grain) if found else None)


def _short_ago(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    return (Reading(match.start(), match.end(), "time", None),)


def _short(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "six minutes later": counted from the time of day that was spoken of before."""
    count = _count(match["count"])
    if count is None:
        return (Reading(match.start(), match.end(), "time", None),)
    minutes = count * _MINUTES[match["unit"]] * (1 if match["way"] in {"later", "afterwards"} else -1)
    return (Reading(match.start(), match.end(), "time", None, shift=minutes),)


_WAYS = ("later", "afterwards", "earlier", "before", "previously")
_WAY = (
    rf"(?P<way>{either(_WAYS)})"
    r"(?! (?:than|the|a|an|that|this|he|she|they|it|anyone|somebody|[a-z]+ing|\w+ \d))"
)
RULES = (
    Rule(pattern(rf"{_ABOUT}{_COUNT} {_UNIT} ago(?P<exact>,? today| to the day)?"), _ago, (" ago",)),
    Rule(pattern(rf"{_ABOUT}{_COUNT} {_SHORT} ago"), _short_ago, (" ago",)),
    Rule(pattern(rf"{_ABOUT}{_COUNT} {_UNIT} {_WAY}"), _from_focus, _WAYS),
    Rule(pattern(rf"{_ABOUT}{_COUNT} {_SHORT} {_WAY}"), _short, _WAYS),
    Rule(pattern(rf"in (?P<distance>{_ABOUT}{_COUNT} {_UNIT})(?! (?:ago|of|or))"), _ahead, ("in ",)),
)
