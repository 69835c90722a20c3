"""Units, currencies and hedges: the wordings of each, and the short form that stands for all of them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from crossread.records import Hedge, QuantityKind

from .lexicon import table

CURRENCIES = {
    "$": "USD", "us$": "USD", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₪": "ILS", "₩": "KRW", "₺": "TRY",
}  # fmt: skip


class Unit(NamedTuple):
    """A unit's short form ("ft", "EUR", "percent") and the kind of quantity that is told in it."""

    kind: QuantityKind
    name: str


@cache
def units() -> dict[str, Unit]:
    """Every wording of a unit, in small letters, with the unit."""
    lines = ((unit, *forms.split(":")) for unit, forms in table("units").items())
    return {
        form.strip(): Unit(cast(QuantityKind, kind), unit) for unit, kind, forms in lines for form in forms.split(",")
    }


@cache
def hedges() -> dict[str, Hedge]:
    """Every wording of a hedge, in small letters, with the hedge."""
    return {word.strip(): cast(Hedge, hedge) for hedge, words in table("hedges").items() for word in words.split(",")}
