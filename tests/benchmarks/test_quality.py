"""The quality command: floors hold and rise, errors can be read, and what was not scored is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import floors, quality
from benchmarks.errors import errors, show_errors
from benchmarks.marks import Mark, figures

MARKS = [
    Mark("conflict", "gold", False, "number: of geese", ""),
    Mark("quotation", "gold", True, "a: the geese were counted"),
    Mark("quotation", "said", True, "a: the geese were counted"),
    Mark("speaker", "gold", False, "a: the geese were counted", "quotation missed"),
    Mark("speaker", "gold", False, "a: nobody counts geese", "Ada Fell, told nobody"),
]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command writes its figures and floors into an empty folder."""
    monkeypatch.setattr(quality, "keep", lambda table: None)
    monkeypatch.setattr(floors, "load", dict)
    return tmp_path


def test_a_figure_below_its_floor_is_named_with_both() -> None:
    assert list(floors.below(figures(MARKS), {"quotation": 1.0, "speaker": 0.5})) == [("speaker", 0.0, 0.5)]


def test_a_measure_that_has_vanished_is_below_its_floor() -> None:
    assert [name for name, *_ in floors.below(figures([]), {"via": 0.1})] == ["via"]


@given(st.floats(0, 1), st.floats(0, 1))
def test_floors_only_rise_and_never_above_the_figure_or_the_old_floor(floor: float, value: float) -> None:
    right = round(value * 100)
    told = figures([Mark("only", "gold", place < right) for place in range(100)])
    raised = floors.raised({"only": floor}, told)["only"]
    assert raised == max(floor, right / 100)


def test_a_share_of_what_was_found_has_no_floor_since_it_may_fall_when_more_is_found() -> None:
    assert "relation" not in floors.raised({}, figures([Mark("relation", "gold", True)]))


def test_errors_that_follow_from_another_one_are_not_shown_twice() -> None:
    assert [mark.words for mark in errors(MARKS, "speaker", "gold")] == ["a: nobody counts geese"]


def test_errors_are_shown_story_by_story_worst_kind_first(capsys: pytest.CaptureFixture[str]) -> None:
    show_errors({"geese": MARKS}, most=5)
    shown = capsys.readouterr().out
    assert shown.index("geese") < shown.index("missed conflicts and updates: 1") < shown.index("wrong speakers: 1")
    assert "[Ada Fell, told nobody]" in shown


def test_figures_of_a_set_that_is_absent_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "quality.json"
    quality.keep({"development": {"sheet": 0.61}, "bundled": {"sheet": 0.5}}, file)
    quality.keep({"bundled": {"sheet": 0.7}}, file)
    assert json.loads(file.read_text()) == {"development": {"sheet": 0.61}, "bundled": {"sheet": 0.7}}


@pytest.mark.usefixtures("kept")
def test_without_development_stories_the_bundled_ones_are_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quality.main(["--eval", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "bundled: ferry, museum" in shown
    assert "development" not in shown


@pytest.mark.usefixtures("kept")
def test_a_fallen_figure_fails_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floors, "load", lambda: {"bundled": {"sheet": 1.01}})
    assert quality.main(["--eval", str(tmp_path)]) == 1
    assert "below the floor: bundled, sheet" in capsys.readouterr().err


@pytest.mark.usefixtures("kept")
def test_a_crash_on_one_story_fails_the_command_and_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(files: Any) -> dict[str, Any]:
        if "museum" in str(next(iter(files))):
            raise KeyError("geese")
        return {"articles": []}

    monkeypatch.setattr(quality, "compared", crash)
    assert quality.main(["--eval", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "crashed, so nothing is kept: museum" in told.err
    assert "bundled: ferry, museum" in told.out
