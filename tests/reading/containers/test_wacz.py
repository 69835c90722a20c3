from __future__ import annotations

import io
import json
import struct
import zipfile
from pathlib import Path

import pytest
from reading.containers.holding import SHORT, held, page

pytest.importorskip("warcio")

from reading.containers.recording import Response, answers, warc


def wacz(members: dict[str, bytes], *, listed: tuple[str, ...] = (), compression: int = zipfile.ZIP_STORED) -> bytes:
    """A WACZ file of these members, with a list of pages if any are listed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        archive.writestr("datapackage.json", "{}")
        if listed:
            lines = [{"format": "json-pages-1.0"}, *({"url": url, "title": "…"} for url in listed)]
            archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return file.getvalue()


ARCHIVE = {"archive/data.warc.gz": warc(answers("A", "B", "C"), packed=True)}


def test_the_pages_that_it_lists_are_read(tmp_path: Path) -> None:
    found = held(tmp_path / "a.wacz", wacz(ARCHIVE, listed=("https://lamp.example/B",)))
    assert found.urls == ["https://lamp.example/B"]
    assert found.pages[0].name.startswith(f"{tmp_path / 'a.wacz'}#archive/data.warc.gz#")
    assert not found.outcomes


def test_a_listed_page_that_redirects_leads_to_the_page(tmp_path: Path) -> None:
    moved = Response("http://lamp.example/b", b"", status="301 Moved", fields=(("Location", "/B"),))
    again = Response("http://lamp.example/B", b"", status="308 Moved", fields=(("Location", "https://lamp.example/B"),))
    archive = {"archive/data.warc": warc([moved, again, *answers("A", "B")])}
    assert held(tmp_path / "a.wacz", wacz(archive, listed=(moved.url,))).urls == ["https://lamp.example/B"]


@pytest.mark.parametrize("listed", [(), ("https://lamp.example/never-recorded",)])
def test_without_a_list_that_helps_every_page_is_read(tmp_path: Path, listed: tuple[str, ...]) -> None:
    members = {**ARCHIVE, "archive/more.warc": warc(answers("D")), "indexes/index.cdx.gz": b"x", "other.warc": b"x"}
    found = held(tmp_path / "a.wacz", wacz(members, listed=listed, compression=zipfile.ZIP_DEFLATED))
    assert found.urls == [f"https://lamp.example/{title}" for title in "ABCD"]


def test_a_damaged_member_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    members = {"archive/a.warc": b"nothing of the kind", "archive/b.warc": warc(answers("B"))}
    data = wacz(members).replace(b"nothing of the kind", b"nothing of the Kind")
    found = held(tmp_path / "a.wacz", data)
    assert found.urls == ["https://lamp.example/B"]
    assert "archive/a.warc" in found.told


def test_another_zip_archive_is_told_from_it(tmp_path: Path) -> None:
    assert "unpack it" in held(tmp_path / "a.zip", wacz({"page.html": page()})).told


@pytest.mark.parametrize(
    "name", ["../archive/a.warc", "/archive/a.warc", "x/../../archive/a.warc", "C:/archive/a.warc"]
)
def test_a_member_whose_name_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    found = held(tmp_path / "a.wacz", wacz({name: warc(answers("Evil")), **ARCHIVE}))
    assert found.urls == [f"https://lamp.example/{title}" for title in "ABC"]
    assert found.reasons == ["unsafe"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.wacz"]


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    members = {"archive/a.warc": bytes(5_000_000), **ARCHIVE}
    found = held(tmp_path / "a.wacz", wacz(members, compression=zipfile.ZIP_DEFLATED), SHORT)
    assert found.reasons == ["unsafe"]
    assert len(found.pages) == 3


def test_members_on_top_of_each_other_are_refused(tmp_path: Path) -> None:
    whole = wacz({f"archive/{name}.warc": warc(answers("A")) for name in "ab"})
    second = whole.find(b"PK\x01\x02", whole.find(b"archive/a.warc", whole.find(b"PK\x01\x02")))
    overlapping = bytearray(whole)
    struct.pack_into("<I", overlapping, second + 42, whole.find(b"PK\x03\x04", 20))
    found = held(tmp_path / "a.wacz", bytes(overlapping))
    assert found.reasons == ["unsafe"]
    assert "overlap" in found.told


def test_a_list_of_members_without_end_is_not_read(tmp_path: Path) -> None:
    whole = bytearray(wacz(ARCHIVE))
    struct.pack_into("<I", whole, whole.rfind(b"PK\x05\x06") + 12, 4_000_000_000)
    assert held(tmp_path / "a.wacz", bytes(whole)).reasons == ["unsafe"]


@pytest.mark.parametrize("cut", [10, 100, 1_000])
def test_one_that_is_cut_off_says_so(tmp_path: Path, cut: int) -> None:
    found = held(tmp_path / "a.wacz", wacz(ARCHIVE)[:-cut])
    assert found.reasons == ["unreadable"]
    assert "damaged" in found.told
