"""What is kept on disk, and what a site is then spared."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading.fetching.sites import ARTICLE, Site, on_loopback, redirect, reply, settings, site

from crossread.reading.fetching import fetch
from crossread.reading.fetching.caching import Cache, folder_of
from crossread.reading.fetching.connections import Answer
from crossread.records import Outcome, Page
from crossread.settings import Settings

URL = "https://paper.example/story"
TAGGED = Answer(200, {"etag": '"1"', "content-type": "text/html"}, ARTICLE)


@pytest.fixture
def paper() -> Iterator[Site]:
    with site() as running:
        yield running


def visit(paper: Site, folder: Path, path: str = "/story", **values: object) -> Page | Outcome:
    kept = settings(fetch_cache=True, fetch_cache_folder=str(folder), **values)
    (found,) = fetch([paper.url(path)], kept, resolver=on_loopback)
    return found


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def last(paper: Site) -> dict[str, str]:
    return paper.asked[-1].headers


def test_an_unchanged_page_is_not_sent_again(paper: Site, tmp_path: Path) -> None:
    changed = "Mon, 02 Jun 2025 08:00:00 GMT"
    paper.answers["/story"] = [
        reply(ARTICLE, media="text/html; charset=utf-8", ETag='"7"', Last_Modified=changed),
        reply(status=304, media=None),
    ]
    first = visit(paper, tmp_path)
    assert "if-none-match" not in last(paper)
    again = visit(paper, tmp_path)
    assert isinstance(first, Page)
    assert again == first
    assert (last(paper)["if-none-match"], last(paper)["if-modified-since"]) == ('"7"', changed)


def test_a_changed_page_takes_the_place_of_the_kept_one(paper: Site, tmp_path: Path) -> None:
    newer = ARTICLE.replace(b"Monday", b"Tuesday")
    paper.answers["/story"] = [reply(ARTICLE, ETag='"1"'), reply(newer, ETag='"2"'), reply(status=304, media=None)]
    visit(paper, tmp_path)
    visit(paper, tmp_path)
    third = visit(paper, tmp_path)
    assert last(paper)["if-none-match"] == '"2"'
    assert isinstance(third, Page)
    assert third.data == newer
    assert len(files(tmp_path)) == 1


def test_a_redirected_page_is_kept_under_its_last_address(paper: Site, tmp_path: Path) -> None:
    paper.answers |= {
        "/old": redirect("/story"),
        "/story": [reply(ARTICLE, ETag='"1"'), reply(status=304, media=None)],
    }
    assert visit(paper, tmp_path, "/old") == visit(paper, tmp_path, "/story")


@pytest.mark.parametrize(
    "headers",
    [
        {"ETag": '"1"', "Cache_Control": "no-store"},
        {"ETag": '"1"', "Cache_Control": "max-age=0, No-Store"},
        {"ETag": '"1"', "Vary": "*"},
        {},
    ],
)
def test_what_may_not_or_need_not_be_kept_is_not(paper: Site, tmp_path: Path, headers: dict[str, str]) -> None:
    paper.answers["/story"] = reply(ARTICLE, **headers)
    assert isinstance(visit(paper, tmp_path), Page)
    assert files(tmp_path) == []


def test_a_page_that_may_no_longer_be_kept_is_removed(paper: Site, tmp_path: Path) -> None:
    paper.answers["/story"] = [reply(ARTICLE, ETag='"1"'), reply(ARTICLE, ETag='"1"', Cache_Control="no-store")]
    visit(paper, tmp_path)
    visit(paper, tmp_path)
    assert files(tmp_path) == []


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_taken_down_is_removed(paper: Site, tmp_path: Path, status: int) -> None:
    paper.answers["/story"] = [reply(ARTICLE, ETag='"1"'), reply(status=status)]
    visit(paper, tmp_path)
    assert isinstance(visit(paper, tmp_path), Outcome)
    assert files(tmp_path) == []


def test_a_page_is_never_taken_from_disk_without_asking(paper: Site, tmp_path: Path) -> None:
    paper.answers["/story"] = [reply(ARTICLE, ETag='"1"', Cache_Control="max-age=3600"), reply(status=500)]
    visit(paper, tmp_path)
    assert isinstance(visit(paper, tmp_path), Outcome)


def test_nothing_is_kept_where_keeping_is_off(paper: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    paper.answers["/story"] = reply(ARTICLE, ETag='"1"')
    list(fetch([paper.url()], settings(), resolver=on_loopback))
    assert files(tmp_path) == []


def test_a_folder_that_cannot_be_written_to_is_no_fault(paper: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    paper.answers["/story"] = reply(ARTICLE, ETag='"1"')
    assert isinstance(visit(paper, tmp_path / "file" / "pages"), Page)


@pytest.mark.parametrize("harm", [b"", b"{}\n", b"not json\nbody", b"[1]\nx", b"null\n", b'{"url": 1}\n\xff'])
def test_a_file_that_is_not_whole_is_no_file(tmp_path: Path, harm: bytes) -> None:
    cache = Cache(tmp_path, most_bytes=10**6, agent="a")
    cache.keep(URL, TAGGED)
    (path,) = files(tmp_path)
    path.write_bytes(harm)
    assert cache.find(URL) is None


def test_a_body_that_was_changed_on_disk_is_not_used(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most_bytes=10**6, agent="a")
    cache.keep(URL, TAGGED)
    (path,) = files(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"Monday", b"Sunday"))
    assert cache.find(URL) is None


def test_a_page_kept_for_one_visitor_is_not_given_to_another(tmp_path: Path) -> None:
    Cache(tmp_path, most_bytes=10**6, agent="a").keep(URL, TAGGED)
    assert Cache(tmp_path, most_bytes=10**6, agent="b").find(URL) is None


def test_the_pages_not_used_for_longest_make_room(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most_bytes=int(len(ARTICLE) * 3.5), agent="a")
    for number in range(3):
        cache.keep(f"{URL}/{number}", TAGGED)
    for age, number in ((40, 2), (30, 1), (20, 0)):
        (path,) = [path for path in files(tmp_path) if f"{URL}/{number}".encode() in path.read_bytes()]
        os.utime(path, (1_000_000_000 - age, 1_000_000_000 - age))
    assert cache.find(f"{URL}/2") is not None
    cache.keep(f"{URL}/3", TAGGED)
    assert [cache.find(f"{URL}/{number}") is not None for number in range(4)] == [True, False, True, True]


def test_a_page_larger_than_all_the_room_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most_bytes=10, agent="a")
    cache.keep(URL, TAGGED)
    assert files(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_what_is_kept_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "crossread" / "pages"
    Cache(folder, most_bytes=10**6, agent="a").keep(URL, TAGGED)
    (path,) = files(folder)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/caches"}, "/caches/crossread/pages"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/ida/.cache/crossread/pages"),
        ("linux", {}, "/home/ida/.cache/crossread/pages"),
        ("darwin", {}, "/home/ida/Library/Caches/crossread/pages"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/crossread/pages"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths are written otherwise there")
def test_pages_are_kept_where_the_system_means_them_to_be(
    platform: str, variables: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/ida", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("crossread.reading.fetching.caching.sys.platform", platform)
    assert folder_of(Settings()) == Path(folder)
