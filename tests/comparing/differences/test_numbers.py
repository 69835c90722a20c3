"""Numbers of the same thing, given differently."""

from __future__ import annotations

import pytest
from marked import marked, merged

from crossread.comparing.differences import find
from crossread.records import Difference

FILLER = "A goat crossed the bridge. Children sang in the square. Rain is expected. Bread costs more."
MORNING, EVENING = "2025-03-01T08:00:00+00:00", "2025-03-01T20:00:00+00:00"


def numbers(left: str, right: str) -> tuple[Difference, ...]:
    articles = [
        marked(f"{left} {FILLER}", outlet="A", published=MORNING),
        marked(f"{right} {FILLER}", outlet="B", published=EVENING),
    ]
    return find(articles, merged(*articles), ())


CONFLICTS = {
    "tolls": ("The flood killed [#12: 12] [of: people].", "The flood killed [#9: nine] [of: people]."),
    "other words": ("It destroyed [#47: 47] [of: homes] in Orme.", "[#31: Thirty-one] [of: houses] in Orme are gone."),
    "a rare noun": (
        "Clerks opened [#211: 211] [of: late parcels] in the barn.",
        "They brought a cart of [#219: 219] [of: late parcels].",
    ),
    "shares": (
        "[#66%: 66 per cent] of bakers closed their shops today.",
        "[#52%: 52 per cent] of bakers closed their shops today.",
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_two_numbers_of_one_thing_are_a_conflict(name: str) -> None:
    (difference,) = numbers(*CONFLICTS[name])
    assert (difference.kind, difference.relation) == ("number", "conflict")


UPDATES = {
    "a later and higher toll": (
        "The flood killed [#9: nine] [of: people].",
        "The flood killed [#12: 12] [of: people].",
    ),
    "hedged and much higher": (
        "It destroyed [#41 at least: at least 41] [of: homes].",
        "It destroyed [#70: 70] [of: homes].",
    ),
    "said to have risen": (
        "[#15: Fifteen] [of: frauds] were reported.",
        "Reported frauds have risen to [#48: 48] from [#15: 15] on Tuesday.",
    ),
    "area burnt": ("The fire burned [#900 acres: 900 acres].", "The fire burned [#5200 acres: 5,200 acres]."),
}


@pytest.mark.parametrize("name", UPDATES)
def test_a_later_figure_is_an_update(name: str) -> None:
    assert [d.relation for d in numbers(*UPDATES[name])] == ["update"]


SAME = {
    "the same": ("It killed [#9: nine] [of: people].", "[#9: 9] [of: people] died."),
    "nearly": ("It killed [#50 nearly: nearly 50] [of: people].", "It killed [#48: 48] [of: people]."),
    "at least": ("It killed [#11 at least: at least 11] [of: people].", "It killed [#12: 12] [of: people]."),
    "about": ("About it: [#300 about: about 300] [of: goats] fled.", "[#315: 315] [of: goats] fled."),
    "round": ("It cost [#1200000: 1.2 million] [of: crowns].", "It cost [#1230000: 1.23 million] [of: crowns]."),
    "converted": (
        "The fire burned [#5200 acres: 5,200 acres].",
        "The fire burned [#2100 hectares: 2,100 hectares].",
    ),
    "other fate": ("The flood killed [#9: 9] [of: people].", "The flood injured [#30: 30] [of: people]."),
    "other area": (
        "The fire burned [#5200 acres: 5,200 acres].",
        "The county evacuated [#200 acres: 200 acres].",
    ),
    "other thing": ("It has [#12: 12] [of: lamps].", "It has [#9: nine] [of: doors]."),
    "part and whole": (
        "Of [#211: 211] [of: parcels] [#140: 140] [of: parcels] were for Oda.",
        "[#211: 211] [of: parcels] were opened.",
    ),
    "denied": (
        "The flood killed [#9: nine] [of: people], not [#30: 30] [of: people].",
        "It killed [#9: 9] [of: people].",
    ),
    "long ago": (
        "The flood killed [#9: nine] [of: people].",
        "In [@1994: 1994] a flood killed [#200: 200] [of: people].",
    ),
    "part of it": ("[#9: Nine] of the [#40: 40] [of: people] died.", "The flood killed [#40: 40] [of: people]."),
    "converted in passing": ("It cost $1,000 ([#900 euros: 900 euros]).", "It cost [#1200 euros: 1,200 euros]."),
    "others": ("They took [#3: three] other [of: rifles] in Orme.", "They took [#7: seven] [of: rifles] in Orme."),
    "two persons": (
        "[e1: Oda Lunde] caught [#39: 39] [of: eels] at Orme.",
        "[e2: Ilja Varga] caught [#12: 12] [of: eels] at Orme.",
    ),
    "several numbers": (
        "She sold [#5: five] [of: lamps] and [#9: nine] [of: doors] in Orme.",
        "She sold [#6: six] [of: lamps] and [#7: seven] [of: doors] in Orme.",
    ),
    "corrected": (
        "An earlier version of this article gave [#5000 acres: 5,000 acres] as burned.",
        "The fire burned [#900 acres: 900 acres].",
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_what_may_both_be_right_is_no_difference(name: str) -> None:
    assert numbers(*SAME[name]) == ()


RIVALS = {
    "police and organisers": "The town counted [#400: 400] [of: dancers]. The choir claimed [#1500: 1,500].",
    "many times": "The town counted [#800: 800] [of: singers]; the choir boasted of some four times as many.",
    "shares": "The firm said [s -: [#31%: 31 per cent] of staff were out]. The guild claims [#78: 78].",
    "its own figure": "The watchdog counted [#2600: 2,600] [of: letters]. "
    "The lender stood by its own figure of [#1800: 1,800].",
}


@pytest.mark.parametrize("name", RIVALS)
def test_two_sides_in_one_article_are_a_conflict(name: str) -> None:
    (difference,) = numbers(RIVALS[name], "Nothing else was said.")
    assert difference.relation == "conflict"


NO_RIVALS = {
    "elsewhere": "The ministry said [#31%: 31 per cent] of staff were out. "
    "The guild counted [#64%: 64 per cent] there.",
    "other order of size": "The town counted [#800: 800] [of: singers]. A man said [#8: eight].",
    "one speaker": "[s e1: [#300: 300] [of: goats] fled]. [s e1: He claims [#280: 280]].",
}


@pytest.mark.parametrize("name", NO_RIVALS)
def test_figures_of_other_things_side_by_side_are_none(name: str) -> None:
    assert numbers(NO_RIVALS[name], "Nothing else was said.") == ()


def test_votes_of_one_court_differ() -> None:
    (difference,) = numbers(
        "The Orme court ruled by 4-3 that the barn must go.", "The court ruled on the barn. The vote was 5-2."
    )
    assert {v.value for v in difference.values} == {"4-3", "5-2"}
