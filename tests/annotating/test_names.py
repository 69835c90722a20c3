from __future__ import annotations

import pytest
from factories import article

from crossread.annotating import names
from crossread.annotating.sentences import split
from crossread.annotating.tokens import lines

FOUND = [  # the names are in square brackets
    "They saw union spokesman Brig. Gen. [Omar Sarraf] and [Ida Holm] leave.",
    "He spoke for the [Federation of Cooks and Bakers] in [Larch Bay].",
    "She works at the [Food and Water Agency], not for [Holm & Lee].",
    "It was the [Cooks' Guild] and the [St. Anne's Hospital] that paid.",
    "They met [Ludwig van der Meer], [Abu Nasr al-Hadi] and [Marie de la Tour].",
    "On Monday in May the former [Larch Power] of [Orme] was sold.",
    "The [Gazette of Orme] wrote so, not the [Bank of Orme].",
    "[Quay County] Sheriff [Wade Orbell] left, city clerk [Nora Aske] said.",
    "It belongs to [Larch Bank]'s owner, and [Iran]'s [Hezbor] denied that.",
    "He told [The Quay Mirror] so.",
    "Police in [Orme] said so.",
    "Larger boats came. Nobody in [Orme] saw larger boats.",
    "[Quillon] said it knew. Grass was green.",
    "Former teacher [Ida Holm] came.",
    "[Torvald Ekman], PhD, Vice President Design, left.",
    "[Saga Lindt], Chief Executive Officer of [Larch Power], left.",
    "The Chief Minister met the Secretary of State in [Orme].",
    "It cost Rs 20 a day.",
    "She spoke for the [Harbour and Dock Workers' Union] in [Orme].",
]


@pytest.mark.parametrize("marked", FOUND)
def test_names_are_told_from_words_with_a_capital(marked: str) -> None:
    made = article(marked.replace("[", "").replace("]", ""))
    text = made.text
    for name in reversed(names.find(lines(made, split(made)))):
        text = text[: name.start] + "[" + text[name.start : name.end] + "]" + text[name.end :]
    assert text == marked


ROLES = [  # the words that say what somebody is are in round brackets
    "They saw (union spokesman Brig. Gen.) Omar Sarraf.",
    "It was (Quay County Sheriff) Wade Orbell who left.",
    "So (county emergency manager) Ida Holm said.",
    "(Former teacher) Ida Holm came.",
    "It was (Superintendent of Police) Anjuli Tarkas who left.",
    "They met (Secretary of State) Corin Mabe.",
    "It was (Mama) Corin who left.",
    "They met (two-term Mayor) Ida Holm.",
    "They met Mr Holm.",
]


@pytest.mark.parametrize("marked", ROLES)
def test_titles_and_roles_before_a_name_are_no_part_of_it(marked: str) -> None:
    made = article(marked.replace("(", "").replace(")", ""))
    roles = [made.text[slice(*n.role)] for n in names.find(lines(made, split(made))) if n.role]
    assert roles == ([marked[marked.index("(") + 1 : marked.index(")")]] if "(" in marked else [])


def test_a_headline_in_title_case_gives_only_names_that_the_article_bears_out() -> None:
    made = article("A storm held Ida Holm up in Orme.", title="Terrible Storm Keeps Brave Ida Holm Waiting All Night")
    found = [made.text[n.start : n.end] for n in names.find(lines(made, split(made)))]
    assert found == ["Ida Holm", "Ida Holm", "Orme"]


def test_words_in_capitals_are_no_name() -> None:
    made = article("ADVERTISEMENT\n\nThe FNO met.", title="COUNT THEM ALL NOW")
    assert [n.words for n in names.find(lines(made, split(made)))] == [("FNO",)]
