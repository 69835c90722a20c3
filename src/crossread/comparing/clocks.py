"""The time of day that words give, whether or not the day is known: "9:40 p.m.", "21.40", "ten to two"."""

from __future__ import annotations

import re

HALF_DAY = 720
"""Minutes; which half of the day a clock means is often left to the reader, so times are compared within one."""

_HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_MINUTES |= {word: n for n, word in enumerate(_HOURS) if n} | {"twelve": 12}

_ISO = re.compile(r"T(\d\d):(\d\d)")
_HOUR = rf"(?P<hour>{'|'.join(_HOURS)}|\d{{1,2}})"
_FIGURES = re.compile(r"\b(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?!\d|\.\d)")
_MINUTE = rf"(?P<minute>{'|'.join(sorted(_MINUTES, key=len, reverse=True))}|\d{{1,2}})"
_TO_OR_PAST = re.compile(rf"\b{_MINUTE}(?: minutes?)? (?P<way>to|past) {_HOUR}\b", re.I)
_FULL = re.compile(rf"\b{_HOUR} ?(?:o['’]clock|[ap]\.?m\b)", re.I)


def clock(words: str, value: str | None = None) -> int | None:
    """Minutes since noon or midnight, whichever came last, by the first time of day in the words, or by the ISO
    `value` where that is known."""
    if value and (match := _ISO.search(value)):
        return (60 * int(match[1]) + int(match[2])) % HALF_DAY
    if match := _FIGURES.search(words):
        return (60 * int(match["hour"]) + int(match["minute"])) % HALF_DAY
    if match := _TO_OR_PAST.search(words):
        minutes = _MINUTES.get(match["minute"].casefold()) or int(match["minute"])
        return (60 * _hour(match["hour"]) + (minutes if match["way"].casefold() == "past" else -minutes)) % HALF_DAY
    if match := _FULL.search(words):
        return 60 * _hour(match["hour"]) % HALF_DAY
    return None


def _hour(word: str) -> int:
    low = word.casefold()
    return _HOURS.index(low) if low in _HOURS else int(low)
