"""When two amounts can both be right."""

from __future__ import annotations

import pytest

from crossread.comparing.facts import amount, written
from crossread.records import Hedge, Quantity, QuantityKind, Span

AT = Span("a", 0, 1)


def of(value: float, kind: QuantityKind = "count", unit: str | None = None, hedge: Hedge | None = None) -> Quantity:
    return Quantity(AT, kind, value, unit, hedge)


MEET = [
    (of(48), of(50, hedge="nearly")),
    (of(12), of(11, hedge="at least")),
    (of(78, "percent", "percent"), of(80, "percent", "percent", "nearly")),
    (of(5200, "area", "acres"), of(2100, "area", "hectares")),
    (of(68, "temperature", "F"), of(20.1, "temperature", "°C")),
    (of(1_200_000), of(1_230_000)),
    (of(7.3, "percent", "percent"), of(7, "percent", "percent")),
    (of(60, "length", "miles"), of(97, "length", "km")),
    (Quantity(AT, "count", 25, low=20, high=30), of(28)),
    (of(500, hedge="over"), of(512)),
]
APART = [
    (of(47), of(70)),
    (of(48), of(60, hedge="nearly")),
    (of(10), of(11, hedge="at least")),
    (of(5200, "area", "acres"), of(4000, "area", "hectares")),
    (of(1500, hedge="about"), of(1800, hedge="about")),
    (of(1_100_000), of(1_700_000)),
    (of(211), of(219)),
    (Quantity(AT, "count", 25, low=20, high=30), of(40)),
]


@pytest.mark.parametrize(("left", "right"), MEET)
def test_hedged_rounded_and_converted_amounts_meet(left: Quantity, right: Quantity) -> None:
    assert amount(left).meets(amount(right))
    assert amount(right).meets(amount(left))


@pytest.mark.parametrize(("left", "right"), APART)
def test_other_amounts_do_not(left: Quantity, right: Quantity) -> None:
    assert not amount(left).meets(amount(right))
    assert not amount(right).meets(amount(left))


@pytest.mark.parametrize(("value", "text"), [(62.0, "62"), (1.2e6, "1200000"), (7.3, "7.3")])
def test_values_are_written_to_compare(value: float, text: str) -> None:
    assert written(value) == text
