"""Scoring of what was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import extracts, reading
from benchmarks.bodies import agreement, figures
from benchmarks.readers import Reading

GOLD = "The ferry to Osk stops in May.\nNobody will insure the boat, the board said on Monday."


def test_the_same_words_agree_wholly_whatever_stands_between_them() -> None:
    page = agreement(GOLD, GOLD.replace("\n", " – "))
    assert (page.precision, page.recall, page.exact, page.clean) == (1.0, 1.0, True, True)


def test_a_foreign_line_costs_precision_and_a_missing_one_recall() -> None:
    more = agreement(GOLD, GOLD + "\nSign up for our daily letter from the islands")
    less = agreement(GOLD, GOLD.splitlines()[1])
    assert (more.recall, more.clean) == (1.0, False)
    assert more.precision < 1.0
    assert (less.precision, less.clean) == (1.0, True)
    assert less.recall < 1.0


def test_a_page_read_empty_is_lost_and_not_clean() -> None:
    row = figures([agreement(GOLD, "")])
    assert (row["F1"], row["lost"], row["clean"]) == (0.0, 1.0, 0.0)


@pytest.mark.parametrize(("told", "right"), [("2031-05-09T18:00", True), ("2031-05-10", False), ("", False)])
def test_a_date_is_right_to_the_day(told: str, right: bool) -> None:
    row = {"title": "Ferry", "published": "2031-05-09", "first": "The ferry", "last": "Monday."}
    assert dict(reading.verdicts(row, Reading(GOLD, "ferry", "", told)))["date"] is right


def test_an_undated_article_must_be_given_no_date() -> None:
    row = {"title": "Ferry", "published": None, "first": "The ferry", "last": "Monday."}
    assert dict(reading.verdicts(row, Reading(GOLD, date="2031-05-09")))["date"] is False


def test_a_marked_article_is_laid_out_without_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.marked"
    path.write_text(
        "outlet: The Osk Bell\npublished: -\n---\nx: The Osk Bell\n"
        "title: <m e=f>Ferry</m> stops\np: It <c a=1>said</c> so.\n",
        encoding="utf-8",
    )
    marked = extracts.load(path)
    assert marked.about["outlet"] == "The Osk Bell"
    assert marked.lines == [("x", "The Osk Bell"), ("title", "Ferry stops"), ("p", "It said so.")]
    assert extracts.figures([path])["title"] in {0.0, 1.0}


def test_a_figure_below_its_floor_fails_the_run_and_floors_only_rise(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    assert reading.keep({"stories": {"crossread": {"title": 0.987}}}, raise_floors=True, path=path) == 0
    assert reading.keep({"stories": {"crossread": {"title": 0.95}}}, raise_floors=True, path=path) == 1
    assert reading.keep({"stories": {"crossread": {"title": 0.98}}}, raise_floors=False, path=path) == 0
