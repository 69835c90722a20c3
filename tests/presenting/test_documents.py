"""The comparison document keeps its schema and says what the comparison says."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest
from factories import annotated
from presenting.ferry import comparison

from crossread.presenting.documents import document, dumps, schema
from crossread.records import Comparison

CHECK = jsonschema.Draft202012Validator(schema())


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_a_full_comparison_keeps_the_schema() -> None:
    assert [error.message for error in CHECK.iter_errors(document(comparison(), version="1.2.3"))] == []


def test_a_comparison_in_which_nothing_was_found_keeps_the_schema() -> None:
    empty = Comparison("s", (annotated("One report."), annotated("Another report.")))
    assert [error.message for error in CHECK.iter_errors(document(empty))] == []


def test_json_gives_the_document_back() -> None:
    assert json.loads(dumps(comparison(), version="1")) == document(comparison(), version="1")


def test_the_document_says_what_made_it() -> None:
    made_by = document(comparison(), version="1.2.3")["made_by"]
    assert made_by == {"crossread": "1.2.3", "models": {}, "settings": "sha256:" + "0" * 64}


def test_every_text_is_the_words_under_its_span() -> None:
    said = document(comparison())
    texts = {article["id"]: article["text"] for article in said["articles"]}
    for claim in said["claims"]:
        span = claim["span"]
        assert claim["text"] == texts[span["article"]][span["start"] : span["end"]]
    for entity in said["entities"]:
        for one in entity["descriptions"]:
            assert one["text"] == texts[one["article"]][one["start"] : one["end"]]


def test_an_account_in_the_outlets_own_voice_has_no_attribution() -> None:
    accounts = [account for claim in document(comparison())["claims"] for account in claim["accounts"]]
    assert {(account["attribution"] is None, account["voice"]) for account in accounts} == {
        (True, "own"),
        (False, "quoted"),
    }


def paths(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every key in the document, through the first item of every list."""
    if isinstance(value, dict):
        return [found for key, child in value.items() for found in ((*at, key), *paths(child, (*at, key)))]
    return paths(value[0], (*at, 0)) if isinstance(value, list) and value else []


ADDED = {"story", "annotated", "captured_why", "carried", "span", "voice"}  # ours, over and above the contract


@pytest.mark.parametrize("path", paths(document(comparison())), ids=lambda path: ".".join(map(str, path)))
def test_a_document_without_a_key_of_the_contract_breaks_the_schema(path: tuple[str | int, ...]) -> None:
    broken = copy.deepcopy(document(comparison()))
    holder = broken
    for step in path[:-1]:
        holder = holder[step]  # type: ignore[index]
    del holder[path[-1]]  # type: ignore[arg-type]
    assert CHECK.is_valid(broken) == (bool(ADDED & set(map(str, path))) and path != ("wording", 0, "terms", 0, "voice"))


def test_added_keys_do_not_break_the_schema() -> None:
    said = document(comparison())
    said["added"] = said["articles"][0]["added"] = said["claims"][0]["accounts"][0]["added"] = 1
    assert CHECK.is_valid(said)
