"""Whose the words are that no verb of saying gives to anybody: labels, quotations that go on, talk in turns."""

from __future__ import annotations

import pytest
from annotating_steps import found_in
from factories import article

from crossread.annotating import mentions
from crossread.annotating.sentences import split
from crossread.records import Article

LABELLED = {  # text: what is said, the source
    "Dr Ida Holm, who runs the ward: We have forty beds.": ("We have forty beds", "Dr Ida Holm, who runs the ward"),
    "Governor Omar Sarraf: “The bridge is a graveyard.”": ("The bridge is a graveyard", "Governor Omar Sarraf"),
    "And a bus driver at the depot: It was dark.": ("It was dark", "a bus driver at the depot"),
    "The mayor’s answer: Nobody knew of it.": ("Nobody knew of it", "The mayor’s answer"),
    "“We are full.” — Ida Holm, nurse": ("We are full", "Ida Holm, nurse"),
    "SARRAF: Well, nobody asked me.": ("Well, nobody asked me", "SARRAF"),
}
UNLABELLED = [
    "The result: The pier fell.",
    "Two-week rate: 6.00 per cent.",
    "Photo: The pier at noon.",
    "She had one wish: The pier should stand.",
]


def spoken(made: Article) -> list[tuple[str, str | None]]:
    """What is said and the name of the speaker, in order."""
    _, entities = mentions.find(made, split(made))
    names = {entity.id: entity.name for entity in entities}
    return [(made.words(found.content[0]), names.get(found.speaker or "")) for found in found_in(made)]


@pytest.mark.parametrize("text", LABELLED)
def test_a_colon_after_somebody_gives_the_words_to_them(text: str) -> None:
    made = article(text)
    (found,) = found_in(made)
    assert (made.words(found.content[0]), made.words(found.source[0])) == LABELLED[text]


@pytest.mark.parametrize("text", UNLABELLED)
def test_a_colon_after_a_thing_makes_nobody_speak(text: str) -> None:
    assert found_in(article(text)) == ()


def test_a_turn_of_talk_runs_to_the_end_of_its_paragraph() -> None:
    made = article("SARRAF: Well, nobody asked me. I was at sea.\n\nIt rained.")
    assert [made.words(found.content[0]) for found in found_in(made)] == ["Well, nobody asked me. I was at sea"]


def test_a_paragraph_of_nothing_but_a_quotation_goes_on_with_the_last_one() -> None:
    made = article('"It was late," said Ida Holm.\n\n"The boat was full."\n\n"And it rained."')
    assert [name for _, name in spoken(made)] == ["Ida Holm"] * 3


def test_a_question_may_stand_between_two_answers() -> None:
    made = article('"It was late," said Ida Holm.\n\nAnd the boat?\n\n"It was full."')
    assert spoken(made)[-1] == ("It was full", "Ida Holm")


def test_another_paragraph_between_two_quotations_parts_them() -> None:
    made = article('"It was late," said Ida Holm.\n\nThe boat sank off Orme.\n\n"It was full."')
    assert spoken(made)[-1] == ("It was full", None)


def test_a_quotation_is_said_by_the_one_person_of_the_sentence_before_it() -> None:
    made = article('Ida Holm shook her head. "It was never full."')
    assert spoken(made) == [("It was never full", "Ida Holm")]


def test_of_two_persons_in_the_sentence_before_nobody_speaks() -> None:
    made = article('Ida Holm looked at Omar Sarraf. "It was never full."')
    assert spoken(made) == [("It was never full", None)]


def test_what_is_said_to_be_so_is_said_by_nobody() -> None:
    made = article("Ida Holm came. The captain is said to have slept.")
    assert spoken(made) == [("to have slept", None)]


def test_a_bulletin_in_capitals_is_read_as_any_other() -> None:
    made = article("THE PORT OFFICE ADVISES ALL SHIPS TO STAY AT THEIR MOORINGS.")
    (found,) = found_in(made)
    assert made.words(found.source[0]) == "THE PORT OFFICE"
    assert made.words(found.content[0]) == "ALL SHIPS TO STAY AT THEIR MOORINGS"
