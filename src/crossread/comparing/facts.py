"""Values that accounts give, in a form in which they can be compared, and when two of them cannot both be right."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, inf, log10

from crossread.records import Hedge, Quantity, Span

METRES, HECTARES, KILOGRAMS, KMH, MINUTES, DAYS = "m", "ha", "kg", "km/h", "min", "day"

SCALES: dict[str, tuple[str, float]] = {  # unit as written, in small letters: base unit, and how many of it
    "m": (METRES, 1), "metre": (METRES, 1), "meter": (METRES, 1), "km": (METRES, 1000),
    "kilometre": (METRES, 1000), "kilometer": (METRES, 1000), "cm": (METRES, 0.01), "centimetre": (METRES, 0.01),
    "centimeter": (METRES, 0.01), "mm": (METRES, 0.001), "mile": (METRES, 1609.34), "foot": (METRES, 0.3048),
    "feet": (METRES, 0.3048), "ft": (METRES, 0.3048), "inch": (METRES, 0.0254), "inche": (METRES, 0.0254),
    "yard": (METRES, 0.9144), "acre": (HECTARES, 0.404686), "hectare": (HECTARES, 1), "ha": (HECTARES, 1),
    "square kilometre": (HECTARES, 100), "square kilometer": (HECTARES, 100), "sq km": (HECTARES, 100),
    "square mile": (HECTARES, 258.999), "square metre": (HECTARES, 0.0001), "kg": (KILOGRAMS, 1),
    "kilogram": (KILOGRAMS, 1), "kilo": (KILOGRAMS, 1), "gram": (KILOGRAMS, 0.001), "tonne": (KILOGRAMS, 1000),
    "ton": (KILOGRAMS, 1000), "pound": (KILOGRAMS, 0.453592), "lb": (KILOGRAMS, 0.453592),
    "mph": (KMH, 1.60934), "mile per hour": (KMH, 1.60934), "miles per hour": (KMH, 1.60934), "km/h": (KMH, 1),
    "kph": (KMH, 1), "kmh": (KMH, 1), "kilometres per hour": (KMH, 1), "kilometers per hour": (KMH, 1),
    "knot": (KMH, 1.852), "second": (MINUTES, 1 / 60), "minute": (MINUTES, 1), "hour": (MINUTES, 60),
    "day": (DAYS, 1), "week": (DAYS, 7), "fortnight": (DAYS, 14), "nautical mile": (METRES, 1852),
}  # fmt: skip
CELSIUS = frozenset({"c", "°c", "celsius", "degrees celsius", "degree celsius", "centigrade"})
FAHRENHEIT = frozenset({"f", "°f", "fahrenheit", "degrees fahrenheit", "degree fahrenheit"})

OVER = 0.34  # "more than two dozen" may stand for 32
EXCHANGED = 0.025  # sums are often given in another currency, at the rate of the day
LOOSE = 0.07  # "about 300" may stand for anything from 280 to 320
CONVERTED = 0.05  # a converted unit is rounded: 5,200 acres are given as 2,100 hectares


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that an article gives, and the words that give it."""

    value: str
    span: Span
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with the range of what it may truly stand for, both in `unit`, a unit that can be compared."""

    value: float
    unit: str | None
    low: float
    high: float

    def meets(self, other: Amount) -> bool:
        """Whether both may be right at once."""
        return self.low <= other.high and other.low <= self.high


def amount(quantity: Quantity) -> Amount:
    """What a quantity says, with room for its hedge, for rounding and for a converted unit."""
    value, unit, converted = _base(quantity.value, quantity.unit, quantity.kind)
    if quantity.low is not None and quantity.high is not None:
        low, high = (_base(x, quantity.unit, quantity.kind)[0] for x in (quantity.low, quantity.high))
        return Amount(value, unit, low, high)
    whole = 1.0 if quantity.value == floor(quantity.value) else 0.1
    step = whole if quantity.kind == "percent" else _rounding(quantity.value)
    slack = step / 2 * (value / quantity.value if quantity.value else 0)
    if quantity.kind == "money":
        slack = max(slack, EXCHANGED * abs(value))
    if converted:
        slack = max(slack, CONVERTED * abs(value))
    low, high = _room(value, quantity.hedge, slack)
    return Amount(value, unit, low, high)


def _room(value: float, hedge: Hedge | None, slack: float) -> tuple[float, float]:
    loose = max(LOOSE * abs(value), slack)
    if hedge == "at least":
        return value, inf
    if hedge == "at most":
        return -inf, value
    if hedge == "about":
        return value - loose, value + loose
    if hedge in ("nearly", "under"):
        return value - loose, value
    if hedge == "over":
        return value, value + max(OVER * abs(value), slack)
    return value - slack, value + slack


def _base(value: float, unit: str | None, kind: str) -> tuple[float, str | None, bool]:
    """The value in a base unit, and whether it had to be converted."""
    if unit is None:
        return value, None, False
    low = unit.casefold().strip(".")
    if kind == "temperature":
        scale = "°F" if low in FAHRENHEIT else "°C" if low in CELSIUS else "°"
        return ((value - 32) / 1.8, "°C", True) if scale == "°F" else (value, scale, scale == "°C")
    base, factor = SCALES.get(low) or SCALES.get(low.removesuffix("s")) or (low, 1.0)
    return value * factor, base, base != low


def _rounding(value: float) -> float:
    """The place a number is rounded to: 100 for 5,200 and 8,700, nothing for 52 and 87."""
    if value != floor(value) or abs(value) < 1000:
        return 0.0
    digits = str(int(abs(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10**zeros) if zeros >= 2 and log10(abs(value)) >= 3 else 0.0


def written(value: float) -> str:
    """A number in a form to compare: "62", "1200000", "7.3"."""
    return str(int(value)) if value == floor(value) and abs(value) < 1e15 else repr(round(value, 4))
