"""Times of day: "2:10 p.m.", "5.50am", "ten o'clock", "eight minutes to two", "noon", "seven" in "seven on Friday
morning"."""

from __future__ import annotations

import re

from .calendar import WEEKDAYS
from .folding import either, pattern
from .numerals import parse
from .readings import Clock, Meridiem, Place, Reading, Rule

_HOURS = either(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
_HOUR = rf"(?:{_HOURS}|1[0-2]|0?[1-9])"
_MERIDIEM = r"(?P<half>[ap]\.(?: )?m\.|[ap](?:\.(?: )?)?m\b)"
_ZONES = r"(?:[ecmp][sd]?t|gmt|bst|cet|cest|utc)"
_ZONE = rf"(?: {_ZONES}(?!\w))?"
_PART = r"(?:morning|afternoon|evening|night)"
_IN_PART = r"(?: (?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night)))?"
_MINUTES = (
    r"(?:quarter|half|[1-5]?\d|twenty(?:-| )five|five|ten|twenty|one|two|three|four|six|seven|eight|nine|eleven|twelve)"
)


def _half_of(match: re.Match[str]) -> Meridiem | None:
    groups = match.groupdict()
    if groups.get("half"):
        return "am" if groups["half"][0] == "a" else "pm"
    return half_of_part(groups.get("part") or groups.get("night"))


def half_of_part(part: str | None) -> Meridiem | None:
    """The half of the day that a part of it lies in."""
    return None if part is None else "am" if part == "morning" else "pm"


def _reading(match: re.Match[str], hour: int, minute: int, half: Meridiem | None) -> tuple[Reading, ...]:
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return ()
    end = match.end()
    return (Reading(match.start(), end, "time", None, clock=Clock(hour % 24, minute, half)),)


def _figures(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    half = _half_of(match) or ("am" if match["hour"].startswith("0") else None)  # "06:00" is of the dial of 24
    return _reading(match, int(match["hour"]), int(match["minute"] or 0), half)


def _words(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    hour = parse(match["hour"])
    return () if hour is None else _reading(match, int(hour), 0, _half_of(match))


def _past_or_to(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    hour, minutes = parse(match["hour"]), match["minutes"]
    count = {"quarter": 15.0, "half": 30.0}.get(minutes, parse(minutes))
    if hour is None or count is None or not 0 < count < 60:
        return ()
    if match["way"] == "past":
        return _reading(match, int(hour), int(count), _half_of(match))
    return _reading(match, int(hour - 1) or 12, 60 - int(count), _half_of(match))


def _noon(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """Noon is a time; midnight bounds two days, so that it is a time without a value of its own."""
    noon = match["word"] != "midnight"
    return (Reading(match.start(), match.end(), "time", None, clock=Clock(12, 0, "pm") if noon else None),)


_DAY_FOLLOWS = (
    rf"(?=,? (?:(?:early |late )?(?:on )?(?:{either(WEEKDAYS)})|yesterday|tomorrow|tonight|last night|at night"
    rf"|(?:this|that|in the|on the|the next|the following|the same) {_PART}|on \w+ night))"
)
_SAID_AT = re.compile(r"\b(?:at|by|until|till|since|from|before|after|around|about|to|and|between|nearly|or) $")


def _bare(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "seven" in "until seven on Friday morning"."""
    return _words(match, place) if _SAID_AT.search(place.before(match.start())) else ()


RULES = (
    Rule(pattern(rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?:-| )?{_MERIDIEM}{_ZONE}"), _figures),
    Rule(
        pattern(rf"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![:.]?\d){_IN_PART}{_ZONE}"),
        _figures,
    ),
    Rule(pattern(rf"(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d) {_ZONES}"), _figures),
    Rule(pattern(rf"(?P<hour>{_HOUR}) o'clock{_IN_PART}"), _words),
    Rule(
        pattern(rf"(?:an? )?(?P<minutes>{_MINUTES})(?: minutes?)? (?P<way>past) (?P<hour>{_HOUR}){_IN_PART}"),
        _past_or_to,
        (" to ", " past "),
    ),
    Rule(
        pattern(rf"(?P<minutes>{_MINUTES}) minutes? (?P<way>to) (?P<hour>{_HOUR}){_IN_PART}"),
        _past_or_to,
        (" to ", " past "),
    ),
    Rule(
        pattern(rf"(?:an? )?(?P<minutes>quarter) (?P<way>to) (?P<hour>{_HOUR}){_IN_PART}"),
        _past_or_to,
        (" to ", " past "),
    ),
    Rule(pattern(rf"(?P<hour>{_HOUR}){_IN_PART}{_DAY_FOLLOWS}"), _bare),
    Rule(pattern(rf"(?P<hour>{_HOUR}) (?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))"), _bare),
    Rule(pattern(rf"(?:shortly|just|soon) (?:before|after) (?P<hour>{_HOUR})(?! [a-z]+s\b)"), _words),
    Rule(
        pattern(r"(?:shortly |just |soon )?(?:before |after )?(?P<word>noon|midday|midnight)"),
        _noon,
        ("noon", "midday", "midnight"),
    ),
)
