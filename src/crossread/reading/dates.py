"""Dates as pages write them: stamps in metadata and lines such as "Jul 4, 2019 3:08 PM PDT"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier januar enero gennaio janeiro januari",
            "february feb février fevrier februar febrero febbraio fevereiro februari",
            "march mar mars märz maerz marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juin juni junio giugno junho",
            "july jul juillet juli julio luglio julho",
            "august aug août aout agosto augustus",
            "september sep sept septembre septiembre settembre setembro",
            "october oct octobre oktober octubre ottobre outubro okt",
            "november nov novembre noviembre novembro",
            "december dec décembre decembre dezember diciembre dicembre dezembro dez",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>[A-Za-zéûäç]{3,10})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:[\s,/|·•–—-]*(?:at\s+)?(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?\s?m\.?)?"
    r"\s*(?:\(?(?P<zone>[A-Z]{2,5}|[+-]\d{2}:?\d{2})\b\)?)?)?"
)
_SHAPES: Final = tuple(
    re.compile(rf"(?<![\w/.:-]){_WEEKDAY}{shape}{_TIME}(?![\w/])", re.IGNORECASE)
    for shape in (
        r"(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})T?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?(?P<year>(?:19|20)\d{{2}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}})",
        r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d{2})",
    )
)
_OFFSETS: Final = {
    **dict.fromkeys(("gmt", "utc", "wet", "z"), 0),
    **dict.fromkeys(("bst", "cet", "west"), 1),
    **dict.fromkeys(("cest", "eet", "sast"), 2),
    **dict.fromkeys(("eest", "msk", "trt"), 3),
    "jst": 9,
    "aest": 10,
    "aedt": 11,
    "edt": -4,
    "est": -5,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
"""Hours ahead of UTC of the abbreviations with one usual meaning. CST and IST have several and are left out."""

_GENERIC: Final = {"et": -5, "ct": -6, "mt": -7, "pt": -8}


def stamp(value: str) -> str | None:
    """An ISO date, or date-time with offset, from a stamp in metadata; None where it cannot be told.

    A time without a zone is left off: it could not be compared with any other.
    """
    text = value.strip()
    iso = re.match(
        r"^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
        text,
        re.IGNORECASE,
    )
    if iso:
        return _from_iso(*iso.groups())
    if re.match(r"^(?:19|20)\d{6}$", text):
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    if re.match(r"^1\d{9}(?:\d{3})?$", text):
        return dt.datetime.fromtimestamp(int(text[:10]), dt.UTC).isoformat()
    rfc = re.match(r"^(?:\w{3},\s)?(\d{1,2} \w{3} \d{4}) (\d{2}:\d{2}(?::\d{2})?) (GMT|UTC|Z|[+-]\d{4})$", text)
    if rfc:
        found = visible(f"{rfc[1]} {rfc[2]} {rfc[3]}")
        return found[0] if found else None
    found = visible(text)
    return found[0] if found else None


def _from_iso(day: str, clock: str | None, seconds: str | None, zone: str | None) -> str | None:
    try:
        date = dt.date.fromisoformat(day)
        if not 1700 <= date.year <= 2200:  # "0001-01-01" stands for none
            return None
        if clock is None or zone is None:
            return date.isoformat()
        offset = "+00:00" if zone.upper() in {"Z", "UTC", "GMT"} else _offset(zone)
        return dt.datetime.fromisoformat(f"{day}T{clock}{seconds or ':00'}{offset}").isoformat()
    except ValueError:
        return None


def _offset(zone: str) -> str:
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def visible(text: str) -> tuple[str, str] | None:
    """The first full date in the text as an ISO value, and the words that give it; None if there is none.

    "03/04/2025" may be two days and is none.
    """
    for shape in _SHAPES:
        if match := shape.search(text):
            value = _value(match)
            if value:
                return value, match[0].strip(" ,/|·•–—-")
    return None


def _value(match: re.Match[str]) -> str | None:
    month = _month(match)
    if month is None:
        return None
    day = _day(int(match["year"]), *month)
    if day is None or not match["hour"]:
        return day
    zone = match["zone"]
    offset = _zone_offset(zone, dt.date.fromisoformat(day)) if zone else None
    hour = _hour(int(match["hour"]), match["half"])
    if offset is None or hour is None or int(match["minute"]) > 59:
        return day
    return f"{day}T{hour:02d}:{int(match['minute']):02d}:00{offset}"


def _month(match: re.Match[str]) -> tuple[int, int] | None:
    """The month and the day; None for "03/04", which may be either way round."""
    month, day = match["month"].casefold().rstrip("."), int(match["day"])
    if not month.isdigit():
        number = _MONTHS.get(month)
        return (number, day) if number else None
    number = int(month)
    if "-" in match[0][:8] or day > 12 or number == day:
        return number, day
    return (day, number) if number > 12 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _hour(hour: int, half: str | None) -> int | None:
    if not half:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _zone_offset(zone: str, day: dt.date) -> str | None:
    if zone[0] in "+-":
        return _offset(zone)
    name = zone.casefold()
    hours = _OFFSETS.get(name)
    if hours is None and name in _GENERIC:
        hours = _GENERIC[name] + _american_summer_time(day)
    return None if hours is None else f"{'-' if hours < 0 else '+'}{abs(hours):02d}:00"


def _american_summer_time(day: dt.date) -> int:
    """1 while American clocks are an hour ahead: second Sunday of March to first Sunday of November (since 2007)."""
    march, november = dt.date(day.year, 3, 8), dt.date(day.year, 11, 1)
    begins = march + dt.timedelta(days=(6 - march.weekday()) % 7)
    ends = november + dt.timedelta(days=(6 - november.weekday()) % 7)
    return int(begins <= day < ends)


_ANNOUNCED = re.compile(r"^(?:first )?(?:posted|published|publié|created|issued|filed|released|date)\b", re.IGNORECASE)
_MOST_WORDS_BESIDE: Final = 12
_STAMP = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b|\s+[A-Z]{2,4}\b|$)|\b(?:updated|published|posted|last modified)\b.*\d",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\b[ap]\.m)[.!?][\"”']?$|[:;,]$")
_UPDATED = re.compile(r"\b(?:updated|modified|last update|mis à jour|aktualisiert)\b", re.IGNORECASE)


def date_line(text: str) -> tuple[str, str] | None:
    """The date of a line that is there to give it ("Own report — Wednesday, March 6, 2019"): the ISO value and
    the words. None for a sentence that mentions a date, and where the only date is that of an update."""
    if len(text) > 160:
        return None
    found = visible(text)
    if not found:
        return None
    at = text.find(found[1])
    before, after = text[:at], text[at + len(found[1]) :]
    if _UPDATED.search(before) and not re.search(r"publi|posted", before, re.IGNORECASE):
        return None
    beside = len((before + after).split())
    sentence = _SENTENCE_END.search(text) and beside >= 2 and not _ANNOUNCED.match(text)
    return found if beside <= _MOST_WORDS_BESIDE and not sentence else None


def is_stamp(line: str) -> bool:
    """Whether the line is there for a date or a clock time, be it that of an update or one without a year."""
    return len(line.split()) <= _MOST_WORDS_BESIDE and bool(_STAMP.search(line)) and not _SENTENCE_END.search(line)


def is_update(line: str) -> bool:
    """Whether a stamp is that of an update and no other."""
    return bool(_UPDATED.search(line))


def beside(line: str, date: str) -> str | None:
    """Who is named beside the date on its line ("Tidewater Wire - Saturday, …" gives "Tidewater Wire"), or None."""
    rest = re.sub(r"^[\s|,•·/–—-]+|[\s|,•·/–—-]+$", "", line.replace(date, " ").split("  ")[0])
    named = re.fullmatch(r"[A-Z][\w.&'’-]*(?:\s[A-Z][\w.&'’-]*){0,4}(?:\s(?:reports?|staff|desk))?", rest)
    return rest if named and not re.search(r"publi|posted|updated|last|by$", rest, re.IGNORECASE) else None
