"""Lengths of time and repetitions: "nine days", "48-hour", "two decades"; "annual", "every month"."""

from __future__ import annotations

import re

from .folding import either, pattern
from .numerals import COUNT, parse
from .readings import Place, Reading, Rule

UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "10Y", "century": "100Y", "centurie": "100Y", "night": "N", "weekend": "WE",
}  # fmt: skip
_COUNTABLE = either([unit for unit in UNITS if unit not in {"quarter", "night", "weekend"}])
_LESS = {"hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24), "year": ("month", 12)}
_HEDGES = (
    *("just over", "just under", "more than", "less than", "at least", "at most", "up to", "about", "around"),
    *("nearly", "almost", "over", "under", "some", "roughly", "as many as", "a further", "only", "another"),
)
_ABOUT = rf"(?:{either(_HEDGES)} )?"
_WHICH = (
    r"(?:(?:the|his|her|its|their|this|these) )?(?:(?:past|last|next|first|coming|final|previous|following|latest) )?"
)
_MORE = r"(?:(?:more|full|whole|straight|consecutive|long|working|additional|solid) )?"
_VAGUE = r"(?:several|a few|many|some|recent|coming|a couple of)"
_FEW = {"a couple of": 2.0}
_SPAN_WORDS = re.compile(
    r"\b(?:for|within|over|in|after|than|about|nearly|almost|lasts?|lasted|takes?|took|quite|half|spent|only|just|of"
    r"|waited|every|by|another|once|the|past|last|next|least|under|around|before|during) $"
)
_RATE = re.compile(
    r"(?:[$£€]\S+|\d+p|euros?|dollars?|pounds?|cents?|yen|million|billion|times|once|twice|miles|hours|days|%) $"
)


def period(count: float, unit: str) -> str:
    """A length of time as ISO 8601 writes it: (2.5, "year") is "P2Y6M"."""
    code = UNITS[unit]
    if code[0].isdigit():
        count, code = count * int(code[:-1]), "Y"
    whole, rest = int(count), count - int(count)
    if not rest:
        return f"PT{whole}{code[1]}" if code[0] == "T" else f"P{whole}{code}"
    if unit not in _LESS:
        return f"P{count:g}{code}"
    smaller, factor = _LESS[unit]
    tail = period(round(rest * factor), smaller)
    return _joined(period(whole, unit), tail) if whole else tail


def _joined(first: str, second: str) -> str:
    """Two periods as one: "PT1H" and "PT41M" is "PT1H41M"."""
    return first + (second[2:] if "T" in first and second.startswith("PT") else second[1:])


def _length(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    count = _FEW.get(match["count"], parse(match["count"]))
    if count is None or count > 1e6:
        return ()
    if match["half"]:
        count += 0.5
    value = period(count, match["unit"])
    if match["second"]:
        more = parse(match["second"])
        value = value if more is None else _joined(value, period(more, match["smaller"]))
    return (Reading(match.start(), match.end(), "duration", value),)


def _single(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    """ "a week": a length of time after "for" and its like, a repetition after an amount ("38 euros a week")."""
    before = place.before(match.start())
    unit = match["unit"]
    if _RATE.search(before) and match["article"] != "the":
        return (Reading(match.start(), match.end(), "set", period(1, unit)),)
    if match["article"] == "the" or not (match["half"] or match["hedge"] or _SPAN_WORDS.search(before)):
        return ()
    return (Reading(match.start(), match.end(), "duration", period(1.5 if match["half"] else 1, unit)),)


def _half(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    return (Reading(match.start(), match.end(), "duration", period(0.5, match["unit"])),)


def _unsaid(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    code = UNITS[match["unit"]]
    code = {"10Y": "DE", "100Y": "CE"}.get(code, code)
    value = f"PTX{code[1]}" if code[0] == "T" else f"PX{code}"
    return (Reading(match.start("span"), match.end("span"), "duration", value),)


def _past(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    return (Reading(match.start(), match.end(), "duration", period(1, match["unit"])),)


_SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y",
}  # fmt: skip


def _set_word(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    if place.capital(match, "word"):
        return ()
    return (Reading(match.start(), match.end(), "set", _SETS[match["word"]]),)


def _every(match: re.Match[str], place: Place) -> tuple[Reading, ...]:
    count = parse(match["count"]) if match["count"] else 2.0 if match["other"] else 1.0
    return (Reading(match.start(), match.end(), "set", period(count, match["unit"])),) if count else ()


_UNIT_HINTS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "centur")
RULES = (
    Rule(
        pattern(
            rf"{_ABOUT}{_WHICH}{_ABOUT}(?P<count>{COUNT}|a couple of)(?:-| ){_MORE}(?P<unit>{_COUNTABLE})s?"
            rf"(?: and (?:(?P<half>a half)|(?P<second>{COUNT}) (?P<smaller>hour|minute|second|month|day)s?))?"
            r"(?!(?:-| |s-|s )old)(?!')"
        ),
        _length,
        _UNIT_HINTS,
    ),
    Rule(
        pattern(
            rf"(?P<hedge>{_ABOUT})(?P<article>a|an|one|the|per|each)(?:-| ){_MORE}"
            rf"(?P<unit>{_COUNTABLE})(?P<half> and a half)?(?!(?:-| )(?:old|ago))"
        ),
        _single,
        _UNIT_HINTS,
    ),
    Rule(pattern(rf"{_ABOUT}half (?:a|an) (?P<unit>{_COUNTABLE})"), _half, ("half",)),
    Rule(
        pattern(
            rf"(?:for|in|over|of|after|takes?|took|last|within|lasted) (?P<span>(?:{_VAGUE} )?(?P<unit>{_COUNTABLE})s)"
        ),
        _unsaid,
        _UNIT_HINTS,
    ),
    Rule(pattern(rf"(?P<span>{_WHICH}{_VAGUE}(?:-| )(?P<unit>{_COUNTABLE})s?)"), _unsaid, _UNIT_HINTS),
    Rule(pattern(rf"the (?:past|last|coming|next|whole|entire|full) (?P<unit>{_COUNTABLE})"), _past, ("the ",)),
    Rule(pattern(rf"(?P<word>{either(_SETS)})"), _set_word),
    Rule(
        pattern(rf"(?:every|each) (?:(?P<other>other )|(?P<count>{COUNT}) )?(?P<unit>{_COUNTABLE})s?"),
        _every,
        ("every", "each"),
    ),
)
