"""The measures: a document without a fault scores one, and each fault costs where it should and nowhere else."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from goldsheets import STORIES, gold_of
from hypothesis import given
from hypothesis import strategies as st
from oracle import Oracle

from benchmarks.marks import Mark, figures, headline, of
from benchmarks.scoring import same_date, score
from benchmarks.sheets import At, dice, fold, folded, same_name, touch

GOLD = [gold_of(story) for story in STORIES]
PERFECT = [Oracle(gold, story).document() for gold, story in zip(GOLD, STORIES, strict=True)]


def marks_of(documents: list[dict[str, Any]]) -> list[Mark]:
    return [mark for gold, doc in zip(GOLD, documents, strict=True) for mark in score(gold, doc)]


def lowered(**changed: Any) -> set[str]:
    """The measures that fall below one when keys of the first story's document are replaced."""
    documents = copy.deepcopy(PERFECT)
    documents[0] |= changed
    table = figures(marks_of(documents))
    return {name for name, row in table.items() if name != "sheet" and headline(row) != 1.0}


def test_a_document_that_says_what_the_sheets_say_scores_one_everywhere() -> None:
    assert [mark for mark in marks_of(PERFECT) if not mark.right] == []
    assert lowered() == set()
    assert figures(marks_of(PERFECT))["sheet"] == 1.0


def test_an_empty_document_scores_nothing_but_the_traps_it_avoids() -> None:
    empty = [{"articles": []} for _ in GOLD]
    table = figures(marks_of(empty))
    scored = {name for name, row in table.items() if name != "sheet" and headline(row)}
    assert scored == {"traps avoided"}


@pytest.mark.parametrize(
    ("key", "measures"),
    [
        ("attributions", {"quotation", "speaker", "via"}),
        ("claims", {"links", "origin", "origin count", "only"}),
        ("differences", {"conflict"}),
        ("reprints", {"reprint"}),
        ("wording", {"wording"}),
        ("timeline", {"timeline"}),
        ("entities", {"speaker", "names"}),
    ],
)
def test_a_part_that_is_missing_costs_its_own_measures(key: str, measures: set[str]) -> None:
    assert lowered(**{key: []}) == measures


def test_a_wrong_speaker_costs_the_speaker_alone() -> None:
    attributions = copy.deepcopy(PERFECT[0]["attributions"])
    attributions[0]["speaker"] = "Fenella Strand"
    assert lowered(attributions=attributions) == {"speaker"}


def test_a_quotation_that_is_not_in_the_sheet_costs_precision() -> None:
    text = PERFECT[0]["articles"][0]["text"]
    title = {"article": "a", "start": 0, "end": text.index("\n")}
    extra = {"content": [title], "speaker": None, "via": []}
    documents = [{**PERFECT[0], "attributions": [*PERFECT[0]["attributions"], extra]}, *PERFECT[1:]]
    row = figures(marks_of(documents))["quotation"]
    assert row["recall"] == 1.0
    assert row["precision"] < 1.0


def test_an_update_told_as_a_conflict_is_found_with_the_wrong_relation() -> None:
    differences = [{**row, "relation": "conflict"} for row in PERFECT[0]["differences"]]
    assert lowered(differences=differences) == {"relation"}


def test_a_difference_over_a_look_alike_springs_the_trap() -> None:
    oracle = Oracle(GOLD[0], STORIES[0])
    snippets = GOLD[0]["not_conflicts"][0]["snippets"]
    values = [{"value": "?", "accounts": [oracle.span(s["article"], s["snippet"])]} for s in snippets]
    sprung = {"kind": "number", "relation": "conflict", "about": "?", "values": values}
    assert lowered(differences=[*PERFECT[0]["differences"], sprung]) == {"conflict", "traps avoided"}


def test_articles_in_another_order_under_other_ids_score_the_same() -> None:
    documents = copy.deepcopy(PERFECT)
    for doc in documents:
        rename_articles(doc, {row["id"]: f"x{row['id']}" for row in doc["articles"]})
        doc["articles"].reverse()
    assert figures(marks_of(documents))["sheet"] == 1.0


def rename_articles(part: Any, ids: dict[str, str]) -> None:
    if isinstance(part, list):
        for place, item in enumerate(part):
            if isinstance(item, str) and item in ids:
                part[place] = ids[item]
            rename_articles(item, ids)
    elif isinstance(part, dict):
        for key, item in part.items():
            if key in {"article", "id"} and item in ids:
                part[key] = ids[item]
            rename_articles(item, ids)


def test_marks_of_a_tally_are_recall_and_precision() -> None:
    marks = [Mark("links", "gold", True), Mark("links", "gold", False), Mark("links", "said", True)]
    row = figures(marks)["links"]
    assert (row["recall"], row["precision"], round(row["f1"], 3)) == (0.5, 1.0, 0.667)
    assert len(of(marks, "links")) == 3


@pytest.mark.parametrize(
    ("gold", "told", "same"),
    [
        ("Edvard Quill", "Quill", True),
        ("Edvard Quill", "Captain Edvard Quill", True),
        ("Edvard Quill", "Liv Quill", False),
        ("Varrow Coastguard", "the coastguard", True),
        ("the hospital", "Royal Infirmary", False),
    ],
)
def test_a_name_is_the_same_by_its_last_word_or_by_half_of_all(gold: str, told: str, same: bool) -> None:
    assert same_name(gold, [told]) is same


@pytest.mark.parametrize(
    ("wanted", "told", "same"),
    [
        ("2025-03-07T21:12:00+00:00", "2025-03-07T21:12", True),
        ("2025-03-07T21:12:00+00:00", "2025-03-07", True),
        ("2025-03-07", "2025-03", False),
        ("2011", "2011", True),
        ("2025-03-07", "2025-03-08", False),
    ],
)
def test_a_date_may_be_told_less_precisely_down_to_the_day(wanted: str, told: str, same: bool) -> None:
    assert same_date(wanted, told) is same


@given(st.text(alphabet="ab \n\u00a0\u2019\u2014"))
def test_folded_characters_know_where_they_came_from(text: str) -> None:
    plain, offsets = folded(text)
    assert plain.strip() == fold(text)
    assert all(fold(text[offset]) == character.strip() for character, offset in zip(plain, offsets, strict=True))


@given(*[st.tuples(st.integers(0, 50), st.integers(1, 50)) for _ in range(2)])
def test_likeness_of_spans_is_mutual(one: tuple[int, int], other: tuple[int, int]) -> None:
    a, b = (At("a", start, start + length) for start, length in (one, other))
    assert dice(a, b) == dice(b, a) <= 1.0
    assert touch(a, b) == touch(b, a)
    assert dice(a, a) == 1.0
