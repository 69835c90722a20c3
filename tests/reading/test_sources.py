from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from reading.support import BODY, html

from crossread.reading.sources import pages
from crossread.records import Outcome, Page
from crossread.settings import Settings


def outcome(*sources: str | Path, settings: Settings | None = None) -> Outcome:
    (found,) = pages(sources, settings or Settings())
    assert isinstance(found, Outcome)
    return found


def names(*sources: str | Path) -> list[str]:
    return [os.path.basename(found.name) for found in pages(sources, Settings()) if isinstance(found, Page)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    for name in ("b.txt", "a.html", "c.md", "deep/d.HTM", "deep/deeper/e.txt", "notes.log", ".hidden.txt"):
        (tmp_path / name).write_text(name + " " + BODY[0], encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_pages_at_any_depth_in_order(folder: Path) -> None:
    assert names(folder) == ["a.html", "b.txt", "c.md", "d.HTM", "e.txt"]


def test_a_pattern_gives_what_matches_in_order(folder: Path) -> None:
    assert names(f"{folder}/*.txt") == ["b.txt"]
    assert names(f"{folder}/**/*.txt") == ["b.txt", "e.txt"]


def test_a_file_may_have_any_name_if_it_is_named(folder: Path) -> None:
    assert names(folder / "notes.log") == ["notes.log"]
    odd = folder / "what [1].txt"
    odd.write_text(BODY[1])
    assert names(odd) == ["what [1].txt"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder / "b.txt", folder, folder / "b.txt") == ["b.txt", "a.html", "c.md", "d.HTM", "e.txt"]


def test_the_same_bytes_twice_are_a_duplicate(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(BODY[0])
    kept, dropped = pages([tmp_path], Settings())
    assert isinstance(kept, Page)
    assert isinstance(dropped, Outcome)
    assert (dropped.status, dropped.reason) == ("dropped", "duplicate")
    assert "one.txt" in dropped.detail
    assert "two.txt" in dropped.item


@pytest.mark.parametrize("source", ["nowhere.txt", "nowhere/*.txt", "a\0b"])
def test_what_is_not_there_is_told_with_a_way_out(source: str) -> None:
    found = outcome(source)
    assert found.item == source
    assert found.reason in {"not found", "unreadable"}
    assert (found.hint or "").startswith("try: ")


def test_an_empty_folder_and_an_empty_file_are_told(tmp_path: Path) -> None:
    assert outcome(tmp_path).reason == "not found"
    (tmp_path / "empty.txt").write_text(" \n")
    assert outcome(tmp_path).reason == "not an article"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(3_000_000_000)  # a hole: takes no room on the disk
    found = outcome(large)
    assert found.reason == "unsafe"
    assert "20 MB" in found.detail


def test_a_device_is_not_read() -> None:
    assert outcome("/dev/zero").reason == "unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_without_the_right_to_read_it_is_told(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(BODY[0])
    secret.chmod(0)
    assert outcome(secret).reason == "unreadable"


@pytest.mark.parametrize(
    ("name", "text", "media"),
    [
        ("page.txt", html(f"<p>{BODY[0]}</p>"), "text/html"),
        ("page.html", BODY[0], "text/plain"),
        ("fragment.html", f"<h2>Ferry</h2> {BODY[0]}", "text/html"),
        ("sums.txt", f"{BODY[0]} If a < b and c > d, then so be it.", "text/plain"),
    ],
)
def test_what_a_file_holds_decides_and_not_its_name(tmp_path: Path, name: str, text: str, media: str) -> None:
    (tmp_path / name).write_text(text)
    (page,) = pages([tmp_path / name], Settings())
    assert isinstance(page, Page)
    assert page.media == media


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(html(BODY[0]).encode())))
    (page,) = pages(["-"], Settings())
    assert isinstance(page, Page)
    assert (page.name, page.media) == ("-", "text/html")


def test_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * 1_000)))
    assert outcome("-", settings=Settings(largest_page_megabytes=0.0005)).reason == "unsafe"
