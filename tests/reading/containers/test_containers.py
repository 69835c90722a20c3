"""What all containers have in common, and what a folder gives."""

from __future__ import annotations

import builtins
import gzip
import io
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading.containers.holding import SHORT, TEXT, bomb, held, page
from reading.containers.test_feeds import WHOLE, rss

from crossread import pipeline
from crossread.reading.containers import ENDINGS, FORMATS, ending, is_known
from crossread.reading.containers.packing import Gzip
from crossread.reading.containers.streams import Plain, Stream
from crossread.reading.sources import pages
from crossread.records import Outcome, Page
from crossread.settings import Settings


@given(st.binary(max_size=400), st.sampled_from([*ENDINGS, ".xml", ".json", ".gz", ""]))
@example(b"PK\x03\x04", ".wacz")
@example(b"%PDF-", ".pdf")
@example(b"\x1f\x8b\x08", ".gz")
@example(b"\x28\xb5\x2f\xfd", ".zst")
@example(b"<!--" * 50, ".xml")
@example(b"<!DOCTYPE a [", ".xml")
@settings(max_examples=150, deadline=None)
def test_no_file_whatever_raises(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    found = held(tmp_path_factory.mktemp("any") / f"a{ending}", data)
    assert len(found.pages) + len(found.outcomes) >= 1 or ending in {".jsonl", ".ndjson"}
    assert "failed" not in found.reasons, found.told


def test_a_page_may_be_packed(tmp_path: Path) -> None:
    found = held(tmp_path / "a.html.gz", gzip.compress(page()))
    assert (found.pages[0].data, found.pages[0].media) == (page(), "text/html")
    assert held(tmp_path / "b.txt.gz", gzip.compress(TEXT.encode())).pages[0].media == "text/plain"
    assert held(tmp_path / "c.html.gz", gzip.compress(page())[:-30]).reasons == ["unreadable"]


@pytest.mark.parametrize(("name", "known"), [("a.WARC.GZ", True), ("a.html", True), ("a.gz", False), ("a.json", False)])
def test_endings_tell_which_of_a_folders_files_are_taken(name: str, known: bool) -> None:
    assert is_known(name) is known


@pytest.mark.parametrize(("library", "data"), [("feedparser", rss(WHOLE).encode()), ("pypdf", b"%PDF-1.4")])
def test_where_an_extra_is_missing_its_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, data: bytes
) -> None:
    import_ = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".")[0] == library:
            raise ImportError(name)
        return import_(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    found = held(tmp_path / "a.bin", data)
    assert found.reasons == ["unreadable"]
    assert "pip install 'crossread[" in found.told


def test_a_fault_in_a_reader_costs_one_outcome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> Any:
        raise ZeroDivisionError("nobody expected this")

    monkeypatch.setattr("crossread.reading.containers.values.json.loads", fails)
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.jsonl").write_text('{"text": 1}')
    told, kept = pages([tmp_path], Settings())
    assert isinstance(told, Outcome)
    assert (told.reason, "ZeroDivisionError" in told.detail) == ("failed", True)
    assert isinstance(kept, Page)


def test_a_file_of_nothing_but_broken_items_is_given_up(tmp_path: Path) -> None:
    line = '{"text": "It was so."}\n'
    found = held(tmp_path / "a.jsonl", "{}\n" * 9_999 + line + "{}\n" * 11_000 + line)
    assert len(found.pages) == 1
    assert len(found.outcomes) == 9_999 + 10_000 + 1
    assert "in a row" in found.told
    assert len(held(tmp_path / "b.xml", "<newsMessage>" + "<newsItem/>" * 11_000 + "</newsMessage>").outcomes) == 10_001


def test_every_format_has_a_name_and_its_endings_are_its_own() -> None:
    assert len({format.name for format in FORMATS}) == len(FORMATS)
    assert len(set(ENDINGS)) == len(ENDINGS)
    assert all(ending(f"a{one}.gz") == one for one in ENDINGS)


# ── what a browser saves beside a page ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A folder as a browser leaves it, and what only looks like it."""
    for name in ("ferry.html", "ferry_files/frame.html", "ferry_files/deep/more.htm", "ferry_notes/own.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(page(name))
    (tmp_path / "Fähre.htm").write_bytes(page("b"))
    (tmp_path / "Fähre-Dateien").mkdir()
    (tmp_path / "Fähre-Dateien" / "frame.html").write_bytes(page("c"))
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "page.html").write_bytes(page("d"))
    return tmp_path


@pytest.mark.parametrize("pattern", ["", "**/*.htm*"])
def test_frames_saved_beside_a_page_are_no_articles(saved: Path, pattern: str) -> None:
    found = [Path(p.name).relative_to(saved).as_posix() for p in pages([saved / pattern], Settings())]  # type: ignore[union-attr]
    assert sorted(found) == ["Fähre.htm", "ferry.html", "ferry_notes/own.html", "other_files/page.html"]


def test_a_frame_that_is_named_is_read(saved: Path) -> None:
    assert held(saved / "ferry_files" / "frame.html").pages


# ── streams ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.lists(st.binary(max_size=30), max_size=6), st.integers(1, 40))
@settings(max_examples=80, deadline=None)
def test_packed_parts_read_as_the_whole_they_were(parts: list[bytes], size: int) -> None:
    packed = b"".join(map(gzip.compress, parts)) or gzip.compress(b"")
    stream = Stream(Gzip(Stream(Plain(io.BytesIO(packed))), 1_000_000))
    assert b"".join(iter(lambda: stream.read(size), b"")) == b"".join(parts)
    assert stream.fault is None


@given(st.lists(st.binary(max_size=30).filter(lambda line: b"\n" not in line)), st.integers(0, 40))
@settings(max_examples=80, deadline=None)
def test_lines_are_those_of_the_file(lines: list[bytes], most: int) -> None:
    stream = Stream(Plain(io.BytesIO(b"".join(line + b"\n" for line in lines))))
    assert list(stream.lines(most)) == [line if len(line) <= most else None for line in lines]


@given(st.binary(max_size=200), st.binary(min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_a_mark_is_found_where_it_stands(data: bytes, mark: bytes) -> None:
    stream = Stream(Plain(io.BytesIO(data)))
    assert stream.find(mark) is (mark in data)
    assert stream.read(len(data)) == (data[data.index(mark) :] if mark in data else b"")


def test_a_bomb_is_given_up_before_it_has_unfolded() -> None:
    import tracemalloc

    packed = bomb(200_000_000)
    tracemalloc.start()
    stream = Stream(Gzip(Stream(Plain(io.BytesIO(packed))), 100_000))
    stream.skip(10**9)
    assert stream.fault is not None
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_standard_input_may_be_a_container(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"title": "a", "text": "b"}\n' * 2)))
    first = next(pages(["-"], SHORT))
    assert isinstance(first, Page)
    assert first.name == "-#1"


def test_articles_of_one_container_are_compared(tmp_path: Path) -> None:
    import json

    records = [{"text": TEXT, "publisher": "The Lamp"}, {"text": "It is over. " + TEXT, "publisher": "The Bell"}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records) + "{}\n")
    result = pipeline.compare([tmp_path / "a.jsonl"])
    assert sorted(str(a.article.outlet) for a in result.comparison.articles) == ["The Bell", "The Lamp"]
    assert [o.item.rpartition("#")[2] for o in result.outcomes] == ["1", "2", "3"]
