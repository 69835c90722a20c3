from __future__ import annotations

import gzip
import io
import re
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.containers.holding import SHORT, bomb, held, page

pytest.importorskip("warcio")

from reading.containers.recording import HTML, Response, answers, records, warc

from crossread.reading import read
from crossread.reading.containers import pages as pages_in
from crossread.reading.containers.streams import Plain, Stream
from crossread.reading.sources import pages
from crossread.records import Outcome, Page
from crossread.settings import Settings

BOTH = pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
TITLES = ("Ferry stops", "Ferry goes on", "Board resigns", "Captain retires")


@BOTH
def test_each_page_keeps_its_address_and_its_place_in_the_file(tmp_path: Path, packed: bool) -> None:
    parts = records(answers(*TITLES), packed=packed)
    found = held(tmp_path / "crawl.warc", b"".join(parts))
    assert not found.outcomes
    assert found.urls == [f"https://lamp.example/{title}" for title in TITLES]
    offsets = [str(sum(map(len, parts[: index + 1]))) for index in range(len(TITLES))]
    assert [p.file for p in found.pages] == [f"{tmp_path / 'crawl.warc'}#{offset}" for offset in offsets]
    article = read(found.pages[0])
    assert (article.title, article.url) == ("Ferry stops", "https://lamp.example/Ferry stops")
    assert article.file == found.pages[0].file


def test_only_pages_that_were_served_are_read(tmp_path: Path) -> None:
    wanted = Response("https://lamp.example/page", page())
    text = Response("https://lamp.example/text", page("Plain words").replace(b"<", b" "), media="text/plain")
    bare = Response("https://lamp.example/bare", page("Unsaid"), media="")
    others = [
        Response("https://lamp.example/picture", b"\x89PNG....", media="image/png"),
        Response("https://lamp.example/nameless", b"\x89PNG....", media=""),
        Response("https://lamp.example/gone", page("Gone"), status="404 Not Found"),
        Response("https://lamp.example/moved", page("Moved"), status="302 Found"),
        Response("https://lamp.example/empty", b""),
        Response("https://lamp.example/asked", b"", kind="request"),
    ]
    found = held(tmp_path / "a.warc", warc([*others, wanted, text, bare]))
    assert found.urls == [wanted.url, text.url, bare.url]
    assert [p.media for p in found.pages] == ["text/html", "text/plain", "text/html"]
    assert not found.outcomes


def test_a_file_without_pages_says_so_once(tmp_path: Path) -> None:
    found = held(tmp_path / "a.warc", warc([Response("https://lamp.example/p", b"\x89PNG", media="image/png")] * 3))
    assert found.reasons == ["not an article"]
    assert "status 200" in found.told


def test_it_is_known_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    assert len(held(tmp_path / "what.bin", warc(answers("A"))).pages) == 1
    assert len(held(tmp_path / "what.txt", warc(answers("B"), packed=True)).pages) == 1
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.warc.gz").write_bytes(warc(answers("C"), packed=True))
    assert len([p for p in pages([tmp_path / "folder"], Settings()) if isinstance(p, Page)]) == 1


def test_a_file_packed_as_a_whole_is_read_too(tmp_path: Path) -> None:
    found = held(tmp_path / "a.warc.gz", gzip.compress(warc(answers(*TITLES))))
    assert len(found.pages) == len(TITLES)
    assert re.search(r"#0\+\d+$", found.pages[1].name)


def test_a_file_packed_with_zstandard_is_read(tmp_path: Path) -> None:
    stream_io = pytest.importorskip("fastwarc.stream_io")
    file = io.BytesIO()
    with stream_io.ZstdWriter(file) as writer:
        writer.write(warc(answers(*TITLES)))
    packed = file.getvalue()
    assert len(held(tmp_path / "a.warc.zst", packed).pages) == len(TITLES)
    assert held(tmp_path / "a.warc.zst", packed[:-50]).reasons[-1] == "unreadable"


def test_it_comes_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(warc(answers("A", "B"), packed=True))))
    assert [p.name.partition("#")[0] for p in pages(["-"], Settings())] == ["-", "-"]  # type: ignore[union-attr]


# ── broken files: each broken record one outcome, and the rest goes on ──────────────────────────────────────────────


@BOTH
@pytest.mark.parametrize("cut", [30, 300, 700])
def test_a_file_that_is_cut_off_says_so(tmp_path: Path, packed: bool, cut: int) -> None:
    parts = records(answers(*TITLES), packed=packed)
    end = len(b"".join(parts[:-1])) + min(cut, len(parts[-1]) - 20)
    found = held(tmp_path / "a.warc", b"".join(parts)[:end])
    assert len(found.pages) == len(TITLES) - 1
    assert found.reasons == ["unreadable"]
    assert "cut off" in found.told or "does not end" in found.told


@BOTH
def test_a_damaged_record_is_told_and_the_next_is_read(tmp_path: Path, packed: bool) -> None:
    parts = records(answers(*TITLES), packed=packed)
    parts[2] = (parts[2][:150] if packed else b"") + b"\xff" * 200 + (parts[2][350:] if packed else parts[2][200:])
    found = held(tmp_path / "a.warc", b"".join(parts))
    assert found.urls == [f"https://lamp.example/{TITLES[i]}" for i in (0, 2, 3)]
    assert found.reasons == ["unreadable"]
    assert f"#{len(parts[0] + parts[1])}" in found.told


@BOTH
@pytest.mark.parametrize("lie", [b"7", b"900000", b"99999999999", b"-5", b"many", b"\xd9\xa3"])
def test_a_record_of_another_length_than_it_says_costs_only_itself(tmp_path: Path, packed: bool, lie: bytes) -> None:
    parts = records(answers(*TITLES))
    parts[2] = re.sub(rb"Content-Length: \d+", b"Content-Length: " + lie, parts[2], count=1)
    if packed:
        parts = [gzip.compress(part) for part in parts]
    found = held(tmp_path / "a.warc", b"".join(parts))
    expected = [TITLES[0], TITLES[2], TITLES[3]] if lie != b"99999999999" or packed else [TITLES[0]]
    assert found.urls == [f"https://lamp.example/{title}" for title in expected]
    assert found.reasons == ["unreadable"]


def test_one_that_says_it_is_a_little_longer_does_not_swallow_the_next(tmp_path: Path) -> None:
    parts = records(answers(*TITLES))
    length = int(re.search(rb"Content-Length: (\d+)", parts[2])[1])  # type: ignore[index]
    parts[2] = parts[2].replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + 500), 1)
    found = held(tmp_path / "a.warc", b"".join(parts))
    assert found.urls == [f"https://lamp.example/{TITLES[i]}" for i in (0, 2, 3)]
    assert found.reasons == ["unreadable"]


def test_a_page_about_warc_files_is_a_page(tmp_path: Path) -> None:
    body = page().replace(b"</body>", b"<pre>\r\n\r\nWARC/1.0\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n</pre></body>")
    found = held(tmp_path / "a.warc", warc([Response("https://lamp.example/warc", body), *answers("B")]))
    assert len(found.pages) == 2
    assert not found.outcomes


# ── hostile files ───────────────────────────────────────────────────────────────────────────────────────────────────


@BOTH
def test_a_page_that_is_too_large_is_told_and_a_film_is_passed_over(tmp_path: Path, packed: bool) -> None:
    large = Response("https://lamp.example/large", page() + b" " * 100_000)
    film = Response("https://lamp.example/film", b"0123456789abcdef" * 8_000, media="video/mp4")
    found = held(tmp_path / "a.warc", warc([large, film, *answers("B")], packed=packed), SHORT)
    assert found.urls == ["https://lamp.example/B"]
    assert found.reasons == ["unsafe"]


def test_a_bomb_is_given_up_and_the_next_record_is_read(tmp_path: Path) -> None:
    parts = records([Response("https://lamp.example/bomb", bytes(30_000_000)), *answers("B")], packed=True)
    found = held(tmp_path / "a.warc.gz", b"".join(parts), SHORT)
    assert found.urls == ["https://lamp.example/B"]
    assert found.reasons == ["unsafe"]
    assert "100 times" in found.told


def test_a_body_that_is_a_bomb_is_refused(tmp_path: Path) -> None:
    inner = Response("https://lamp.example/bomb", bomb(3_000_000), fields=(("Content-Encoding", "gzip"),))
    found = held(tmp_path / "a.warc", warc([inner, *answers("B")]), SHORT)
    assert found.reasons == ["unsafe"]
    assert len(found.pages) == 1


def test_many_small_packed_pieces_are_read_without_haste_or_harm(tmp_path: Path) -> None:
    whole = warc(answers("A"))
    pieces = b"".join(gzip.compress(whole[i : i + 7]) for i in range(0, len(whole), 7))
    assert len(held(tmp_path / "a.warc.gz", pieces).pages) == 1


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"

    def peak(count: int) -> int:
        body = b"".join(b"<p>%032x</p>" % (n**9) for n in range(1_000))
        path.write_bytes(
            warc((Response(f"https://lamp.example/{n}", b"<html>%d" % n + body) for n in range(count)), packed=True)
        )
        with path.open("rb") as file:
            tracemalloc.start()
            read_ = sum(isinstance(p, Page) for p in pages_in(Stream(Plain(file)), "a", Settings()))
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        assert read_ == count
        return most

    assert peak(60) < 1.5 * peak(6)


WHOLE = {packed: warc(answers(*TITLES), packed=packed) for packed in (False, True)}


@given(st.booleans(), st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=9)), max_size=4), st.integers(0))
@settings(max_examples=60, deadline=None)
def test_no_damage_whatever_raises_or_goes_untold(packed: bool, damage: list[tuple[int, bytes]], cut: int) -> None:
    data = bytearray(WHOLE[packed])
    for at, junk in damage:
        data[at % len(data) : at % len(data) + len(junk)] = junk
    del data[len(data) - cut % 3_000 :]
    found = list(pages_in(Stream(Plain(io.BytesIO(bytes(data)))), "a", Settings()))
    assert found
    assert all(isinstance(one, Outcome) or one.data for one in found)


# ── what was sent ───────────────────────────────────────────────────────────────────────────────────────────────────


def body_of(tmp_path: Path, response: Response) -> Page:
    (found,) = held(tmp_path / "a.warc", warc([response])).pages
    return found


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "none"])
def test_a_body_is_unpacked_and_one_that_the_archive_has_unpacked_is_left(tmp_path: Path, coding: str) -> None:
    import zlib

    sent = page()
    if coding == "br":
        sent = pytest.importorskip("brotli").compress(page())
        pytest.importorskip("fastwarc")
    elif coding != "none":
        sent = gzip.compress(page()) if coding == "gzip" else zlib.compress(page())
    fields = (("Content-Encoding", "gzip" if coding == "none" else coding),)
    assert body_of(tmp_path, Response("https://lamp.example/", sent, fields=fields)).data == page()


def test_chunks_are_joined_and_missing_ones_are_told(tmp_path: Path) -> None:
    sent = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (page()[:100], page()[100:]))
    fields = (("Transfer-Encoding", "chunked"),)
    assert body_of(tmp_path, Response("https://lamp.example/", sent + b"0\r\n\r\n", fields=fields)).data == page()
    cut = body_of(tmp_path, Response("https://lamp.example/", sent[:-40], fields=fields))
    assert read(cut).captured == "partial"
    assert body_of(tmp_path, Response("https://lamp.example/", page(), fields=fields)).data == page()


def test_a_page_that_the_archive_cut_off_is_partial(tmp_path: Path) -> None:
    article = read(body_of(tmp_path, Response("https://lamp.example/", page(), record={"WARC-Truncated": "length"})))
    assert article.captured == "partial"
    assert "length" in article.captured_why


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "iso-8859-1"), ("cp1252", "windows-1252"), ("utf-8", "punycode"), ("utf-8", "no-such"), ("utf-8", "")],
)
def test_a_charset_is_believed_unless_the_bytes_belie_it(tmp_path: Path, encoding: str, declared: str) -> None:
    body = page().decode().replace("Edda Moll", "Édda Möll").encode(encoding)
    found = body_of(tmp_path, Response("https://lamp.example/", body, media=f"text/html; charset={declared}"))
    assert "Captain Édda Möll" in read(found).text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://a.example/x", "https://" + "a" * 3_000])
def test_only_addresses_of_the_web_are_kept(tmp_path: Path, url: str) -> None:
    assert body_of(tmp_path, Response(url, page())).url is None


def test_media_types_may_be_written_in_any_case(tmp_path: Path) -> None:
    assert body_of(tmp_path, Response("https://lamp.example/", page(), media=HTML.upper())).media == "text/html"
