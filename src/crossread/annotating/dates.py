"""Dates that are named: "January 3, 2020", "16 October", "16/10/2024", "March", "in 2009", "the 1980s"."""

from __future__ import annotations

import datetime as dt
import re

from .calendar import (
    MONTH_FORMS,
    MONTHS,
    WEEKDAY_FORMS,
    Tense,
    at_grain,
    day,
    nearest,
    yearless,
)
from .folding import either, pattern
from .lexicon import entries
from .numerals import UNDER_HUNDRED, parse
from .readings import Place, Reading, Rule, at, date

_MONTH = either(MONTH_FORMS)
_FULL_MONTH = either(MONTHS)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_WEEKDAY = rf"(?:(?P<weekday>{either(WEEKDAY_FORMS)})(?:,| the|,? the)? )?"
_PHASE = r"(?:(?:the )?(?:early|late|mid)(?:-| )(?:in )?|(?:the )?(?:end|beginning|start|middle) of )?"
_TO = r"(?:-| - | to | and | or | through | & )"
_NO_NUMBER = r"(?![\d%]|[:.,]\d)"

_ERA = {"this": 0, "last": -1, "next": 1}


def _year_of(match: re.Match[str], place: Place) -> int | None:
    """The year that a match names in figures or as "last year"."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("era") and place.written:
        return place.written.year + _ERA[groups["era"]]
    return None


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _day_value(match: re.Match[str], place: Place, number: str, tense: Tense | None) -> str | None:
    month, figure = MONTH_FORMS[match["month"]], _number(match[number])
    weekday = WEEKDAY_FORMS[match["weekday"]] if match["weekday"] and number == "day" else None
    year = _year_of(match, place)
    found = (
        day(year, month, figure) if year else place.written and yearless(place.written, month, figure, tense, weekday)
    )
    return found.isoformat() if found else None


def _month_day(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    if not place.capital(match, "month"):
        return ()
    tense = None if _year_of(match, place) else place.tense(match)
    value = _day_value(match, place, "day", tense)
    if not match["to"]:
        return date(match, value)
    second = Reading(match.start("to"), match.end(), "date", _day_value(match, place, "to", tense))
    return (Reading(match.start(), match.end("day"), "date", value), second)


def _month_year(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    if not place.capital(match, "month"):
        return ()
    year = _year_of(match, place)
    return date(match, f"{year:04}-{MONTH_FORMS[match['month']]:02}" if year else None)


def _month(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    if not place.capital(match, "month") or not (_is_time(match, place) or _stands_alone(match, place)):
        return ()
    if place.written is None:
        return date(match, None)
    month = MONTH_FORMS[match["month"]]
    found = _month_near(place.written, month, match["which"], place.tense(match))
    return date(match, at_grain(found, "month") if found else None)


def _is_time(match: re.Match[str], place: Place) -> bool:
    """Whether "May" or "March" is a month here: a word before it says so."""
    return bool(
        match["which"]
        or match.group().split()[0] != match["month"]
        or re.search(r"\b(?:in|since|until|till|by|of|from|for|to|last|next|and|during) $", place.before(match.start()))
    )


def _stands_alone(match: re.Match[str], place: Place) -> bool:
    """Whether nothing around the month makes it a name or a verb: "June Harper", "March on", "May it"."""
    return match["month"] not in {"may", "march"} and not re.match(
        r" +[A-Z][a-z]", place.text[match.end() : match.end() + 8]
    )


def _month_near(written: dt.date, month: int, which: str | None, tense: Tense | None) -> dt.date | None:
    """The first day of the month of that name that is meant in a sentence written on `written`."""
    this = written.replace(day=1)
    years = [day(this.year + step, month, 1) for step in (-1, 0, 1)]
    match which:
        case "this":
            return years[1]
        case "last":
            return nearest(this, [each for each in years if each and each < this], "past")
        case "next":
            return nearest(this, [each for each in years if each and each > this], "future")
        case _:
            return nearest(this, years, tense)


_COUNTED = re.compile(r" +(?:people|men|women|children|troops|soldiers|police|others|homes|votes)\b")
_MARKED = re.compile(r"(?:[$£€#/:.]|\d[ ,]?) *\Z")
_RIGHTS = re.compile(r"©|\bcopyright\b")  # the year of a page or picture's rights tells of no event
_OF_A_TIME = re.compile(r"\b(?:in|since|of|until|from|by|between|year) +\Z")
_ATTRIBUTE = re.compile(r"\b(?:in|of|since|the|by|from|his|her|its|their|a) +\Z|'s +\Z")
_LAST_WORD = re.compile(r"([a-z.]+) +\Z")


def _year(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    return date(match, match["year"]) if _is_year(match, place) else ()


def _is_year(match: re.Match[str], place: Place) -> bool:
    """Whether four figures are a year, and no sum, label or count."""
    before = place.before(match.start())
    label = _LAST_WORD.search(before)
    if _MARKED.search(before) or _RIGHTS.search(before) or (label and label[1] in entries("labels")):
        return False
    if not 1500 <= int(match["year"]) <= 2099 and not _OF_A_TIME.search(before):
        return False
    return not _COUNTED.match(place.after(match.end())) or bool(_ATTRIBUTE.search(before))


def _years(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    first, second = match["first"], match["second"]
    second = first[: 4 - len(second)] + second
    if not int(first) < int(second) <= int(first) + 200:
        return ()
    return (at(match, "first", first), at(match, "second", second))


def _decade(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    if match["short"]:
        return date(match, f"{20 if int(match['short']) < 2 else 19}{match['short']}X")
    return date(match, match["long"][:3] + "X")


def _century(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    number = int(match["number"])
    return date(match, f"{number - 1:02}") if 1 <= number <= 30 else ()


def _spoken_year(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    century, rest = parse(match["century"]), parse(match["rest"])
    return date(match, f"{int(century):02}{int(rest):02}") if century and rest and rest >= 10 else ()


def _slashes(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """Day and month where their order is beyond doubt, else a date without a value."""
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    options = {each for each in (day(year, second, first), day(year, first, second)) if each}
    if not options:
        return ()
    return date(match, options.pop().isoformat() if len(options) == 1 else None)


def _iso(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    found = day(int(match["year"]), int(match["month"]), int(match["day"]))
    return date(match, found.isoformat()) if found else ()


_TAIL = rf"(?:(?:,|, of| of)? (?P<year>{_YEAR})(?![\d:%]|[.,]\d)|,? (?P<era>this|last|next) year)?"

_MONTH_HINTS = tuple(month[:3] for month in MONTHS)
MONTH_FIRST = pattern(
    rf"{_WEEKDAY}(?P<month>{_MONTH}) (?P<day>{_DAY}){_NO_NUMBER}(?:{_TO}(?P<to>{_DAY}){_NO_NUMBER})?{_TAIL}"
)
DAY_FIRST = pattern(rf"{_WEEKDAY}(?P<day>{_DAY})(?:{_TO}(?P<to>{_DAY}))?(?: of)? (?P<month>{_MONTH}){_TAIL}")
RULES = (
    Rule(MONTH_FIRST, _month_day, _MONTH_HINTS),
    Rule(DAY_FIRST, _month_day, _MONTH_HINTS),
    Rule(
        pattern(
            rf"{_PHASE}(?P<month>{_MONTH})"
            rf"(?:(?:,| of|, of)? (?P<year>{_YEAR}){_NO_NUMBER}| (?:of )?(?P<era>this|last|next) year)"
        ),
        _month_year,
        _MONTH_HINTS,
    ),
    Rule(pattern(rf"{_PHASE}(?:(?P<which>this|last|next) )?(?P<month>{_FULL_MONTH})(?! \d)"), _month, _MONTH_HINTS),
    Rule(pattern(rf"{_PHASE}(?P<year>{_YEAR}){_NO_NUMBER}(?!-\d)"), _year),
    Rule(pattern(rf"(?P<first>{_YEAR})(?:-|/)(?P<second>{_YEAR}|\d\d){_NO_NUMBER}(?!-\d)"), _years, ("-", "/")),
    Rule(pattern(rf"{_PHASE}(?:(?P<long>{_YEAR[:-2]}0)'?s|(?:the )?'(?P<short>\d)0s)"), _decade, ("0s", "0's")),
    Rule(pattern(r"(?:the )?(?P<number>\d\d?)(?:st|nd|rd|th)(?:-| )century"), _century, ("century",)),
    Rule(
        pattern(rf"(?P<century>nineteen|eighteen|seventeen|twenty) (?P<rest>{UNDER_HUNDRED})"),
        _spoken_year,
        ("nineteen", "eighteen", "seventeen", "twenty"),
    ),
    Rule(pattern(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)"), _slashes, ("/",)),
    Rule(pattern(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"), _iso, ("-",)),
)
