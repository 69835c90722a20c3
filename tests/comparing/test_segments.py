"""Where a sentence is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.comparing.segments import asides, clauses


def cut(sentence: str) -> list[str]:
    return [sentence[start:end] for start, end in clauses(sentence, 0, len(sentence))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board closed the pier on Monday | and the boats moved to the basin",
        "The storm tore the roof off the hall, | which had stood for ninety years",
        "A fire swept through the yard, | destroying six boats | and injuring 14 people",
        "The firm lost 2.1 million crowns, | about a third of its capital, | in a fraud it noticed on May 2",
        "The lead had shrunk to 40 in the first count | and to 12 after the second one",
        "The ferry sank in shallow water; | divers reached it within an hour",
        "The gang is blamed for nine raids, | including the one on a bank in Velle, | the theft of a tram in Osk",
        "When the siren sounded at noon, | the crowd had already left the square",
    ],
)
def test_a_sentence_is_cut_where_a_claim_of_its_own_begins(sentence: str) -> None:
    marked = sentence.replace("| ", "|")
    assert cut(marked.replace("|", "")) == [part.strip(" ,;|") for part in marked.split("|")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Names, berths, dates and fares were taken",
        "The pier was shut on May 2, 2024 for good",
        "The men who moved the boats were paid on Friday",
        "The count went on until after the polls closed",
        "The mayor, in a letter to the board, asked for time",
        "At the harbour, on a cold Monday, the pier stood empty",
    ],
)
def test_what_carries_one_claim_stays_whole(sentence: str) -> None:
    assert cut(sentence) == [sentence]


def test_an_aside_is_told_with_the_name_it_is_about() -> None:
    found = cut("Mayor Ilja Varga, 54, opened the new basin on Sunday morning before a large crowd")
    assert found[1:] == ["Mayor Ilja Varga, 54"]


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("Ilja Varga, 54", ["Ilja Varga, 54"]),
        ("Ilja Varga, a retired pilot", ["Ilja Varga, a retired pilot"]),
        ("Ilja Varga, who teaches law in Osk", ["Ilja Varga, who teaches law in Osk"]),
        ("Ilja Varga", []),
    ],
)
def test_asides_of_a_name(phrase: str, told: list[str]) -> None:
    assert [phrase[start:end] for start, end in asides(phrase, 0, len(phrase))] == told


PIECES = ["The board", " closed", " and", " which", ", ", "; ", " 40 ", " (", ")", " – ", "saying", " Ilja Varga", "."]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_clauses_lie_inside_the_sentence(sentence: str) -> None:
    found = list(clauses(sentence, 0, len(sentence)))
    assert all(0 <= start < end <= len(sentence) for start, end in found)


@given(st.text(max_size=200))
def test_any_text_can_be_cut(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in clauses(text, 0, len(text)))
