"""Days, weeks, months and years: arithmetic that a reader does in the head, and how TIMEX3 writes the results."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

Tense = Literal["past", "future"]

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTH_FORMS = {
    form: n for n, name in enumerate(MONTHS, 1) for form in (name, name[:3], name[:3] + ".")
} | dict.fromkeys(("sept", "sept."), 9)
WEEKDAY_FORMS = {form: n for n, name in enumerate(WEEKDAYS) for form in (name, name[:3], name[:3] + ".")} | {
    "tues": 1,
    "tues.": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
    "thurs.": 3,
}
SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "that": 0, "same": 0, "current": 0, "next": 1, "coming": 1,
    "following": 1,
}  # fmt: skip
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}


def day(year: int, month: int, number: int) -> dt.date | None:
    """The day of the calendar, or None where there is no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def later(start: dt.date, *, days: float = 0, months: int = 0) -> dt.date | None:
    """The day so many days and months after (before, if negative); the month's last where it is too short."""
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= years <= 9999:
        return None
    last = 31
    while (moved := day(years, month + 1, min(start.day, last))) is None:
        last -= 1
    try:
        return moved + dt.timedelta(days=days)
    except OverflowError:
        return None


def moved(anchor: dt.date, unit: str, count: float) -> dt.date | None:
    """The day that lies so many units after the anchor; None beyond the calendar."""
    if abs(count) > 1e6:
        return None
    if unit in _MONTHS_IN:
        return later(anchor, months=int(count * _MONTHS_IN[unit]))
    return later(anchor, days=count * (7 if unit in {"week", "weekend"} else 1))


def weekday_near(anchor: dt.date, weekday: int, tense: Tense | None) -> dt.date | None:
    """The day of that name (0 is Monday) that a sentence written on `anchor` means: the anchor itself or, in the
    past tense or none, the last one before it; in the future tense, the next one after it."""
    back = (anchor.weekday() - weekday) % 7
    return later(anchor, days=(7 - back) % 7 if tense == "future" else -back)


TENSE_DAYS = 200  # how much nearer a date against the tense must be than one with it; tuned on dated news reports


def nearest(anchor: dt.date, days: Iterable[dt.date | None], tense: Tense | None) -> dt.date | None:
    """The one of the days that is nearest the anchor, where a day against the tense counts as further off."""

    def distance(each: dt.date) -> int:
        against = each > anchor if tense == "past" else each < anchor if tense else False
        return abs((each - anchor).days) + TENSE_DAYS * against

    return min((each for each in days if each), key=lambda each: (distance(each), each), default=None)


def yearless(
    anchor: dt.date, month: int, number: int, tense: Tense | None, weekday: int | None = None
) -> dt.date | None:
    """The day that "3 January", or "Friday 3 January", means in a sentence written on `anchor`."""
    days = [day(anchor.year + step, month, number) for step in (-1, 0, 1)]
    return nearest(anchor, [each for each in days if each and each.weekday() == weekday] or days, tense)


def week(of: dt.date) -> str:
    """The ISO week of the day: "2020-W07"."""
    year, number, _ = of.isocalendar()
    return f"{year:04}-W{number:02}"


def at_grain(of: dt.date, grain: str) -> str:
    """The decade, year, month, week or day that the day lies in, as TIMEX3 writes it."""
    match grain:
        case "decade":
            return f"{of.year // 10:03}X"
        case "year":
            return f"{of.year:04}"
        case "quarter":
            return f"{of.year:04}-Q{(of.month + 2) // 3}"
        case "month":
            return f"{of.year:04}-{of.month:02}"
        case "century" | "centurie":
            return f"{of.year // 100:02}"
        case "week":
            return week(of)
        case "weekend":
            return week(of) + "-WE"
        case _:
            return of.isoformat()
