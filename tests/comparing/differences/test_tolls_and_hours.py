"""Figures and hours of the event itself, told in sentences that have nothing else in common."""

from __future__ import annotations

import pytest
from marked import marked, merged

from crossread.comparing.differences import find
from crossread.records import Difference

FILLER = "A goat crossed the bridge. Children sang in the square. Rain is expected. Bread costs more."
MORNING, EVENING, NEXT_DAY = "2025-03-01T08:00:00+00:00", "2025-03-01T20:00:00+00:00", "2025-03-02T20:00:00+00:00"


def told(*texts: str) -> list[tuple[str, str, list[str]]]:
    """Kind, relation and values of each difference; the articles came out one after the other."""
    times = (MORNING, EVENING, NEXT_DAY)
    articles = [
        marked(f"{text} {FILLER}", outlet=f"Outlet {n}", published=times[n])
        for n, text in enumerate((*texts, "Nothing else was said.")[: max(2, len(texts))])
    ]
    found: tuple[Difference, ...] = find(articles, merged(*articles), ())
    return [(d.kind, d.relation, sorted(v.value for v in d.values)) for d in found]


TOLLS = {
    "told in other ways": (
        ("[#9: Nine] [of: pilgrims] dead in Orme slide.", "The toll on the hill road has risen to [#12: 12]."),
        ("number", "update", ["12", "9"]),
    ),
    "a series is one difference": (
        (
            "[#9: Nine] [of: people] died under the snow.",
            "Orme mourns [#12: 12] [of: dead].",
            "The number of people killed when the roof fell has risen to [#15: 15].",
        ),
        ("number", "update", ["12", "15", "9"]),
    ),
    "words put in between": (
        (
            "[#9: Nine] [of: persons], most of them bakers, were killed.",
            "The flood claimed [#12: 12] [of: lives].",
        ),
        ("number", "update", ["12", "9"]),
    ),
    "a later and lower one": (
        ("[#12: Twelve] [of: people] were injured.", "[#9: Nine] [of: people] were hurt, the mayor says."),
        ("number", "conflict", ["12", "9"]),
    ),
    "fewer are missing": (
        ("[#19: 19] [of: people] are missing.", "[#14: Fourteen] [of: people] are unaccounted for."),
        ("number", "update", ["14", "19"]),
    ),
}


@pytest.mark.parametrize("name", TOLLS)
def test_main_tolls_come_together(name: str) -> None:
    texts, difference = TOLLS[name]
    assert told(*texts) == [difference]


NO_TOLLS = {
    "feared": ("[#30: Thirty] [of: people] are feared dead.", "[#12: Twelve] [of: people] died."),
    "already": ("[#10: Ten] [of: people] were already dead.", "[#12: Twelve] [of: people] died."),
    "a part": ("[#3: Three] [of: children] died.", "[#12: Twelve] [of: people] died."),
    "other tolls": ("[#30: Thirty] [of: people] were hurt.", "[#12: Twelve] [of: people] died."),
    "another year": ("[#12: Twelve] [of: people] died.", "In [@1994: 1994] [#40: 40] [of: people] died there."),
    "another order of size": ("[#2: Two] [of: people] died.", "Floods killed [#900: 900] [of: people] on the coast."),
}


@pytest.mark.parametrize("name", NO_TOLLS)
def test_tolls_that_may_be_of_different_things_do_not(name: str) -> None:
    assert told(*NO_TOLLS[name]) == []


SIDES = {
    "not the other figure": (
        (
            "[#31: 31] [of: people] and not [#26: 26] were in the pit, the guild says.",
            "There were [#26: 26] [of: people] on the list.",
        ),
        ("number", "conflict", ["26", "31"]),
    ),
    "two speakers": (
        (
            "[s e1: [#23: 23] [of: people] were hurt], the police say. "
            "The guild says that [#120: 120] [of: people] were injured.",
        ),
        ("number", "conflict", ["120", "23"]),
    ),
    "bare figures side by side": (
        ("The ministry says [#77: 77] and the village says [#94: 94].",),
        ("number", "conflict", ["77", "94"]),
    ),
    "the only figure for a noun": (
        (
            "The walkout left [#3100: 3,100] [of: crates] on the wrong side.",
            "They sued over [#2300: 2,300] [of: crates].",
        ),
        ("number", "conflict", ["2300", "3100"]),
    ),
    "put right": (
        (
            "[e1: Oda Lunde] sold [#50: 50] [of: boats] in Orme.",
            "The Bell previously reported that [e1: Lunde] sold [#50: 50] [of: boats] in Orme. It is [#70: 70].",
        ),
        ("number", "update", ["50", "70"]),
    ),
    "a vote in words": (
        ("The board voted by five to four to sell the barn.", "The board voted by a clear majority to sell the barn."),
        ("number", "conflict", ["5-4", "clear majority"]),
    ),
    "not unanimous": (
        ("The court found by two votes to one that it must go.", "The court found unanimously that it must go."),
        ("number", "conflict", ["2-1", "unanimous"]),
    ),
}


@pytest.mark.parametrize("name", SIDES)
def test_figures_set_against_each_other_are_a_difference(name: str) -> None:
    texts, difference = SIDES[name]
    assert told(*texts) == [difference]


NO_SIDES = {
    "a vote with no loser": (
        "The board voted by seven to two to sell the barn.",
        "The board voted by a clear majority to sell the barn.",
    ),
    "hours are no votes": ("The board met at ten to five.", "The board met for a vote; it was unanimous."),
    "a figure nobody gives": ("[#31: 31] [of: people] and not [#26: 26] came.", "Some [#31: 31] [of: people] came."),
    "the sum of a noun of its own": (
        "The fine is [#2900000: 2.9 million] [of: crowns]. They bear costs, which clerks put at [#900000: 900,000].",
    ),
}


@pytest.mark.parametrize("name", NO_SIDES)
def test_figures_that_go_together_are_none(name: str) -> None:
    assert told(*NO_SIDES[name]) == []


def test_hours_of_one_event_differ() -> None:
    assert told(
        "A slide hit Orme. The slope gave way at 4:20 p.m. above the slide.",
        "A slide hit Orme. She says that the slide came at ten to five.",
    ) == [("date", "conflict", ["4:20", "4:50"])]


NO_HOURS = {
    "one time": (
        "A slide hit Orme. The slope gave way at 4:50 p.m. above the slide.",
        "A slide hit Orme. She says that the slide came at ten to five.",
    ),
    "what is to come": (
        "A slide hit Orme. The slope gave way at 4:20 p.m. above the slide.",
        "A slide hit Orme. Machines to clear the slide will come at ten to five.",
    ),
    "hours apart": (
        "A slide hit Orme. The slope gave way at 4:20 p.m. above the slide.",
        "A slide hit Orme. A second slide came at ten to eight.",
    ),
}


@pytest.mark.parametrize("name", NO_HOURS)
def test_other_hours_do_not(name: str) -> None:
    assert told(*NO_HOURS[name]) == []
