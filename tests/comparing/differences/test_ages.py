"""The age of one person, given differently."""

from __future__ import annotations

import pytest
from marked import marked, merged

from crossread.comparing.differences import find


def ages(*texts: str) -> list[set[str]]:
    articles = [marked(text, outlet=f"Outlet {n}") for n, text in enumerate(texts)]
    found = find(articles, merged(*articles), ())
    assert all(d.kind == "age" and d.relation == "conflict" for d in found)
    return [{v.value for v in d.values} for d in found]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("[e1: Ilja Varga], 62, kept the lighthouse.", "[e1: The 61-year-old father of five] kept the lighthouse."),
        ("[e1: Ilja Varga], aged 62, kept the lamp.", "[e1: Varga] (61) kept the lamp."),
        ("[e1: Ilja Varga], a 62-year-old keeper, slept.", "61-year-old [e1: Varga] slept."),
        ("[e1: Ilja Varga], 62, slept.", "[e1: He] was 61."),
    ],
)
def test_two_ages_of_one_person_differ(left: str, right: str) -> None:
    assert ages(left, right) == [{"62", "61"}]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("[e1: Ilja Varga], 62, slept.", "[e1: Varga], 62, slept."),
        ("[e1: Ilja Varga], 62, slept.", "[e2: Oda Lunde], 61, slept."),
        ("[e1: Ilja Varga], 62, slept.", "[e1: Varga] left with 61 sheep, and 70 goats."),
        ("A 30-year-old man sold bread.", "A 33-year-old man drove off in a stolen tram."),
        (
            "The 35-year-old deputy drowned in the Tarn gorge at dusk.",
            "A 33-year-old baker drowned in the Tarn gorge at dusk.",
        ),
        ("[e1: Ilja Varga], 62, slept. [e1: The 30-year-old] woke.", "[e1: Varga], 61, slept."),
        ("A girl of 8 sang. An 8-year-old girl fell into the Tarn gorge.", "An 8-year-old boy fell into the gorge."),
    ],
)
def test_other_persons_and_other_numbers_do_not(left: str, right: str) -> None:
    assert ages(left, right) == []


def test_an_unnamed_person_told_of_in_like_words_is_one() -> None:
    left = "A 71-year-old man drowned in the harbour basin at Sundvik. The band played on. Nobody danced."
    right = "A 74-year-old man drowned in the harbour basin at Sundvik, police said. The mayor wept."
    assert ages(left, right) == [{"71", "74"}]


def test_every_account_of_an_age_is_shown() -> None:
    a = marked("[e1: Ilja Varga], 62, slept. Later [e1: Varga], 62, woke.", outlet="A")
    b = marked("[e1: Varga], 61, slept.", outlet="B")
    (difference,) = find([a, b], merged(a, b), ())
    assert sorted(len(v.accounts) for v in difference.values) == [1, 2]
    assert difference.about == "age of Ilja Varga"
    assert difference.why == "The age of Ilja Varga is given as 61 and 62."
