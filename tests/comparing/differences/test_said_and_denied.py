"""Who did it, where, whether, and how: what one account says and another denies."""

from __future__ import annotations

import pytest
from marked import marked, merged

from crossread.comparing.differences import find
from crossread.records import Difference

FILLER = "A goat crossed the bridge. Children sang in the square. Rain is expected. Bread costs more."


def found(left: str, right: str = "") -> tuple[Difference, ...]:
    articles = [
        marked(f"{left} {FILLER}", outlet="A", published="2025-03-10"),
        marked(f"{right} {FILLER}", outlet="B", published="2025-03-11"),
    ]
    return find(articles, merged(*articles), ())


DIFFER = {
    "responsible, in one article": (
        "actor",
        "The army claims the general was responsible for the May 7 bridge attack. "
        "Officers said that bandits, and not his men, were responsible for the May 7 attack.",
        "",
    ),
    "responsible, in two": (
        "actor",
        "Police blamed poachers for the bridge fire.",
        "The bridge fire was caused by lightning.",
    ),
    "turned round": (
        "actor",
        "It was the guild, the minister said, that had walked out. "
        "The guild tells it the other way round: it was the minister’s people who had left, it said.",
        "",
    ),
    "two streets": ("place", "It burst at the Canal Street depot.", "A pipe burst at a depot on Weir Lane."),
    "conceded or not": (
        "polarity",
        "[e1: Oda Lunde] apologised to the weavers.",
        "[e1: Lunde] has not apologised.",
    ),
    "denied": (
        "polarity",
        "The firm paid a ransom to the thieves.",
        "The firm [cue0] denied that it had paid a ransom.".replace("[cue0] ", ""),
    ),
    "a report and its denial": (
        "polarity",
        "The bishop denied a report that the bells had been sold. “No such sale took place,” he said.",
        "",
    ),
    "a different story": (
        "polarity",
        "[s e1: The nets were cut at night], [cue: said] the fisher. The harbour master tells a different story. "
        "[s e2: They were torn by a seal], he said.",
        "",
    ),
    "denied in one sentence": (
        "polarity",
        "Rain fell. The minister is said to be thinking of staying away from the fair. Her office denies it.",
        "",
    ),
    "dead or fled": (
        "other",
        "[e1: Oda Lunde] was among the dead.",
        "[e1: Lunde] jumped out and ran away.",
    ),
    "dismissed or left": (
        "other",
        "[e1: Oda Lunde] resigned for personal reasons.",
        "[e1: Lunde] was dismissed by letter.",
    ),
}


@pytest.mark.parametrize("name", DIFFER)
def test_accounts_that_cannot_both_be_right_differ(name: str) -> None:
    kind, left, right = DIFFER[name]
    assert [d.kind for d in found(left, right)] == [kind]


AGREE = {
    "denied in a quotation": ("Rain fell. The barn burned down. “Nobody denies it,” she said.", ""),
    "both fled": ("[e1: Oda Lunde] fled.", "[e1: Lunde] ran away."),
    "another act": ("Police blamed poachers for the bridge fire.", "The flood was caused by rain."),
    "the same doer": ("Police blamed poachers for the bridge fire.", "The bridge fire was caused by poachers."),
    "two depots, both known": (
        "A pipe burst at the Canal Street depot, not at the Weir Lane depot.",
        "A pipe burst at the Weir Lane depot.",
    ),
    "part of it": (
        "The line put off 40 sailings.",
        "The guild denied that sailings with children had been put off.",
    ),
    "another verb": ("[e1: Oda Lunde] apologised.", "[e1: Lunde] has not slept."),
    "not only": ("The firm paid a ransom to thieves.", "The firm not only paid a ransom to thieves, it thanked them."),
    "a question": ("The firm paid a ransom to thieves.", "Had the firm not paid a ransom to thieves?"),
    "two persons": ("[e1: Oda Lunde] resigned.", "[e2: Ilja Varga] was dismissed."),
    "in a quotation": ("“My brother tells a different story,” she said. Rain fell on Orme.", ""),
}


@pytest.mark.parametrize("name", AGREE)
def test_accounts_that_can_both_be_right_do_not(name: str) -> None:
    assert found(*AGREE[name]) == ()
