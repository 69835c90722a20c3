"""In the texts, words in square brackets are mentions: those with one number mean the same, '?' means nobody known."""

from __future__ import annotations

import re

import pytest
from factories import article
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotating import mentions
from crossread.annotating.sentences import split
from crossread.records import Article, Entity, Mention

_MARK = re.compile(r"\[(\d|\?): ([^\]]*)\]")

LINKED = {
    "a surname": "[1: Ida Holm] left. [1: Holm] was tired.",
    "a surname with a title": "Gen. [1: Ida Holm] left. Ms [1: Holm] was tired.",
    "half of a double surname": "[1: Inès Abel-Coste] left, and [1: Abel] slept.",
    "two of one surname": "[1: Ida Holm] and [2: Jon Holm] left. [?: Holm] was tired.",
    "two of one surname, told by a title": "[1: Ida Holm] and [2: Jon Holm] left. Mr [2: Holm] was tired.",
    "an acronym in brackets": "The [1: Guild of Orme Bakers] ([1: GOB]) met. The [1: GOB] voted.",
    "an acronym of a name": "The [1: Office of Water Supply] met. The [1: OWS] voted.",
    "a name without the sort of body": "[1: Larch Power] paid. [1: Larch] said nothing.",
    "a name turned round": "The [1: Ministry of Health] paid. The [1: Health Ministry] said nothing.",
    "a paper by its last word": "The [1: Quay Valley Mirror] wrote so. The [1: Mirror] had seen it.",
    "a place is not the paper of the place": "In [1: Quay Valley] it rained, the [2: Quay Valley Mirror] wrote.",
    "the noun of a name": "The [1: Federation of Cooks] met. [1: The federation] denied it.",
    "what an apposition says": "[1: The utility], [1: Larch Power], paid. [1: The utility] said so.",
    "what a role says": "Sheriff [1: Wade Orbell] came. [1: The sheriff] said so.",
    "a role after the name": "[1: Nora Aske], [1: the city clerk], came. [1: The clerk] said so.",
    "another role": "Health minister [1: Ida Holm] met the press. [?: The defence minister] said nothing.",
    "two of one role": "Justice [1: Ida Holm] and Justice [2: Jon Lee] sat. [?: The justice] wrote so.",
    "somebody not named": "[1: Ida Holm], an aide, came. [2: An officer] left, and [2: the officer] said so.",
    "a source who is to stay unknown": "[1: Ida Holm] came. [?: An official] left, and [?: the official] said so.",
    "two who are not named": "[?: A nurse] came. [?: Another nurse] left. It was late, [?: the nurse] said.",
    "a stranger who is spoken of once": "[?: A welder] said so. [1: Ida Holm] came.",
    "a document that speaks": "It fell, according to [1: the safety audit]. [1: The audit] says more.",
    "a body that is described": "[1: An independent panel] of experts found nothing. It rained.",
    "something new told of the only one": '"Rain," said [1: Ida Holm]. [1: The retired teacher] said she was wet.',
    "an age": "[1: Ida Holm], 44, came. It was late, [1: the 44-year-old] said.",
    "any firm": "[1: Larch Bank] closed. [1: The company] said so.",
    "two firms": "[1: Larch Bank] and [2: Orme Power] closed. It was over, [?: the company] said.",
    "he and she": "[1: Ida Holm] met [2: Jon Lee]. [1: She] was late. [2: He] was not.",
    "a pronoun with two to mean": "[1: Kit Holm] and [2: Kim Lee] came. It was late, [?: he] said.",
    "a pronoun of a body": "[1: Larch Bank] denied it. Nothing was taken, [1: it] added.",
    "the weather": "[1: Larch Bank] closed. [?: It] was raining.",
    "who speaks on": '"Rain," said [1: Ida Holm]. "More rain," [1: she] said.',
    "in passing": "Sheriff [1: Wade Orbell] came. A man had died, [1: he] said.",
    "police": "[1: Police] came late. Nobody was there, [1: police] said.",
    "people in general": "[?: Residents] said so, and [?: officials] agreed.",
    "a body without a name": "[1: The port authority] said so. Rain fell. [1: The port authority] was right.",
    "a statement is its issuer's": "[1: Larch Bank] said so in [?: a statement]. [1: The statement] said more.",
    "a noun that only looks like a verb's": "The [1: Health Ministry] met. [1: The ministry] estimates 20.",
}


def read(marked: str) -> tuple[Article, tuple[Mention, ...], tuple[Entity, ...], list[tuple[str, int, int]]]:
    """The article, what was found in it, and the marks: label, start, end."""
    text, marks, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        marks.append((mark[1], len(text), len(text) + len(mark[2])))
        text, at = text + mark[2], mark.end()
    made = article(text + marked[at:])
    found, entities = mentions.find(made, split(made))
    return made, found, entities, marks


@pytest.mark.parametrize("name", LINKED)
def test_mentions_of_one_are_brought_together(name: str) -> None:
    _, found, _, marks = read(LINKED[name])
    by_span = {(m.span.start, m.span.end): m.entity for m in found}
    meant = {label: by_span.get((start, end)) for label, start, end in marks if label != "?"}
    assert None not in meant.values()
    assert len(set(meant.values())) == len(meant)
    expected = [(start, end, None if label == "?" else meant[label]) for label, start, end in marks]
    assert [(start, end, by_span.get((start, end))) for _, start, end in marks] == expected


KINDS = [
    ("Dr. Omar Sarraf left.", "Omar Sarraf", "person"),
    ("Corin Mabe, a nurse, left.", "Corin Mabe", "person"),
    ("They paid Larch Bank.", "Larch Bank", "organisation"),
    ("They spoke to the news agency Agence Larche.", "Agence Larche", "organisation"),
    ("They live in Skelby.", "Skelby", "place"),
    ("They live in Quay County.", "Quay County", "place"),
    ("ORME (QNA) — It rained.", "ORME", "place"),
    ("They met the Norwegians.", "Norwegians", "group"),
    ("A harbour log obtained by the Mirror says so.", "harbour log", "work"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_an_entity_is_of_the_kind_that_the_words_around_it_tell(text: str, name: str, kind: str) -> None:
    made = article(text)
    _, entities = mentions.find(made, split(made))
    assert {e.name: e.kind for e in entities}[name] == kind


def test_titles_are_no_part_of_the_name_and_tell_who_it_is() -> None:
    made = article("Union spokesman Brig. Gen. Omar Sarraf, a father of five, left. Gen. Sarraf was tired.")
    _, (entity,) = mentions.find(made, split(made))
    assert entity.name == "Omar Sarraf"
    assert entity.names == ("Omar Sarraf", "Gen. Omar Sarraf", "Sarraf", "Gen. Sarraf")
    assert [made.words(d) for d in entity.descriptions] == ["Union spokesman Brig. Gen.", "a father of five", "Gen."]


def test_a_relative_clause_tells_who_somebody_is() -> None:
    made = article("Ida Holm, 61, who runs the ferry, left.")
    _, (entity,) = mentions.find(made, split(made))
    assert [made.words(d) for d in entity.descriptions] == ["61", "who runs the ferry"]


WORDS = st.sampled_from(
    ["Ida Holm", "said", "he", "the", "of", "Larch Bank", "'s", ",", ".", '"', "“", "”", "(", ")", "it", "The", "\n\n"]
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_mentions_inside_it_and_entities_with_mentions(text: str) -> None:
    made = article(text)
    found, entities = mentions.find(made, split(made))
    assert all(0 <= m.span.start < m.span.end <= len(made.text) for m in found)
    assert [m.span for m in found] == sorted((m.span for m in found), key=lambda s: (s.start, -s.end))
    assert {m.entity for m in found} - {None} == {e.id for e in entities}
    for entity in entities:
        assert entity.mentions == tuple(m.span for m in found if m.entity == entity.id)
        assert entity.name in entity.names


def test_a_text_read_twice_gives_the_same() -> None:
    made = article("Ida Holm met Jon Lee. She was late, he said. The ministry denied it.")
    assert mentions.find(made, split(made)) == mentions.find(made, split(made))
