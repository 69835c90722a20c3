"""What docs/sources.md promises, held to the code."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from reading.containers.holding import held

from crossread.reading import containers
from crossread.reading.containers import feeds, jsons, mime, packing, pdf, wacz
from crossread.settings import Settings

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")


def test_every_ending_is_documented_and_no_other() -> None:
    column = re.findall(r"^\|[^|]+\| ((?:`\.\w+` ?)+)\|", PAGE, re.MULTILINE)
    assert sorted(re.findall(r"\.\w+", " ".join(column))) == sorted(containers.ENDINGS)


def test_every_extra_is_documented() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(re.findall(r"crossread\[(\w+)\]", PAGE)) == set(project["optional-dependencies"]) - {"dev", "peers"}


def test_every_name_of_a_field_is_documented() -> None:
    rows = re.findall(r"^\| \w+ \| ((?:`\w+`(?:, )?)+) \|", PAGE, re.MULTILINE)
    assert [tuple(re.findall(r"\w+", row)) for row in rows] == list(jsons.FIELDS.values())


@pytest.mark.parametrize(
    "limit",
    [
        f"{Settings().largest_page_megabytes:g} MB (`largest_page_megabytes`)",
        f"{packing.MOST_RATIO} times their size",
        f"layers of packing | {packing.MOST_PACKED} ",
        f"{feeds.MOST_MEGABYTES:g} MB, {feeds.MOST_ITEMS:,} items",
        f"first {pdf.MOST_PAGES} pages, as partial; {pdf.MOST_SECONDS:g} seconds, {pdf.MOST_CHARACTERS:,} characters",
        f"{mime.MOST_PARTS:,}, nested {mime.MOST_NESTED} deep",
        f"members of a WACZ file | {wacz.MOST_DIRECTORY / 1_000_000:g} MB",
        f"one behind the other | {containers.MOST_BROKEN:,} ",
    ],
)
def test_limits_are_documented_as_they_are(limit: str) -> None:
    assert limit in PAGE


def test_the_example_is_read_as_it_says(tmp_path: Path) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert len([json.loads(line) for line in example.splitlines()]) == 2
    lamp, bell = (dict(page.given) for page in held(tmp_path / "a.jsonl", example).pages)
    assert (lamp["outlet"], bell["outlet"]) == ("The Lamp", "The Bell")
    assert (lamp["published"], bell["published"]) == ("2031-04-07T08:30:00+02:00", "2031-04-07")
