"""Floors under the figures: a figure that falls below its floor fails the run, and floors only rise."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from .marks import AMONG_FOUND, Figures, headline

FILE = Path(__file__).with_name("floors.json")

Floors = dict[str, float]


def load(path: Path = FILE) -> dict[str, Floors]:
    """The floors of each set of stories; none where the file is absent."""
    if not path.exists():
        return {}
    loaded: dict[str, Floors] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def save(floors: Mapping[str, Floors], path: Path = FILE) -> None:
    """Write the floors."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def heads(figures: Figures) -> Floors:
    """The one figure of each measure that has a floor and something to count, and `sheet`, their mean."""
    measures = (name for name in figures if name not in ("sheet", *AMONG_FOUND))
    found = {name: headline(figures[name]) for name in measures} | {"sheet": figures["sheet"]}
    return {name: value for name, value in found.items() if value is not None}


def below(figures: Figures, floors: Floors) -> Iterator[tuple[str, float, float]]:
    """Each measure that lies below its floor, with its figure and the floor."""
    told = heads(figures)
    for name, floor in sorted(floors.items()):
        value = told.get(name, 0.0)
        if value < floor:
            yield name, value, floor


def raised(floors: Floors, figures: Figures) -> Floors:
    """The floors, each lifted to its figure rounded down to two digits where that is higher."""
    told = {name: rounded_down(value) for name, value in heads(figures).items()}
    return {name: max(floors.get(name, 0.0), told.get(name, 0.0)) for name in {*floors, *told}}


def rounded_down(value: float) -> float:
    """Two digits, never above the value."""
    return math.floor(value * 100 + 1e-9) / 100
