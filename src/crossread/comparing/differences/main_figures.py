"""The main figure of each article for one toll: "12 dead" in the one's lead, "has risen to 15" in the other's.

Tolls are told in sentences that have nothing else in common, so likeness of words does not bring them together; that
an article opens with one does. What an article says first about those killed, hurt or detained is its figure for the
event, unless the words narrow it to a part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Telling

from .counts import PEOPLE, Count
from .tolls import OF_PEOPLE

LEAD_SENTENCES = 5  # titles among them
PARTS = frozenset(
    ("child", "police", "soldier", "firefighter", "tourist", "foreigner", "national", "fighter", "driver", "baby")
)
"""Those of whom a count is seldom the whole toll: "three children" among the dead."""
FAR = 5  # further apart than by this factor, and two tolls are not of one event
FEARED = re.compile(r"\b(?:fear(?:s|ed)?|presumed|believed|already|remaining|may|might|could|would)\b", re.IGNORECASE)
LONGEST = 3  # words for those counted; a longer run is no noun phrase
OF_EVENT = OF_PEOPLE - {"aboard", "homeless", "treat", "admit", "sick"}


def main_figures(ground: Ground, found: Sequence[Count]) -> list[list[Count]]:
    """For each toll, the main figures of the articles, in the order of publication, where two or more give one.

    Each stands with the other places in its article that give the same value for the toll.
    """
    made = []
    for toll in sorted(OF_EVENT):
        mains = [m for t in ground.tellings if (m := _main(t, toll, [c for c in found if c.telling is t]))]
        if any(_leads(m) for m in mains):
            mains = _of_one_event(mains)
            made.append(mains if len(mains) > 1 else [])
    return [mains for mains in made if mains]


def _main(telling: Telling, toll: str, here: Sequence[Count]) -> Count | None:
    """What an article first says of a toll; None where that is a part, or another event's."""
    own = sorted((c for c in here if toll in c.tolls and _may_be_whole(c, toll)), key=lambda c: c.span)
    return next((c for c in own if _leads(c) or c.head in PEOPLE), None)


def again(main: Count, found: Sequence[Count]) -> list[Count]:
    """The other counts in the same article of the same value, that may be of the same toll."""
    return [
        c
        for c in found
        if c.telling is main.telling
        and c is not main
        and c.amount.value == main.amount.value
        and c.quantity.kind == main.quantity.kind
        and (c.tolls & main.tolls or (not c.tolls and c.head in PEOPLE))
    ]


def _may_be_whole(count: Count, toll: str) -> bool:
    """Whether it counts people, and all of them, as far as its words say."""
    if count.quantity.kind != "count" or count.scoped or count.persons or count.amount.value != int(count.amount.value):
        return False
    if count.head in PARTS or len(count.tolls & OF_PEOPLE) > 1 or count.qualifiers:
        return False
    if (count.other and toll == "die") or feared(count):
        return False
    if count.quantity.counted is not None and len(count.telling.words(count.quantity.counted).split()) > LONGEST:
        return False
    return count.amount.value > 1 or count.amount.value == 0


def feared(count: Count) -> bool:
    """Whether it is no count yet, or of the rest only: "30 are feared dead", "the remaining 46"."""
    return FEARED.search(count.telling.words(count.clause.span)) is not None


def _leads(count: Count) -> bool:
    """Whether it stands in the title or in the first sentences."""
    return count.clause.sentence < LEAD_SENTENCES


def _of_one_event(mains: Sequence[Count]) -> list[Count]:
    """The figures that another article's comes near to; none at all is near to any."""
    near = [m for m in mains if any(_one_size(m, other) for other in mains if other is not m)]
    return near if any(_leads(m) for m in near) else []


def _one_size(one: Count, other: Count) -> bool:
    low, high = sorted((one.amount.value, other.amount.value))
    return low == 0 or high <= FAR * low
