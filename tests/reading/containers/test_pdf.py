from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.containers.holding import SHORT, held
from reading.support import BODY, words

pytest.importorskip("pypdf")
fpdf = pytest.importorskip("fpdf")

LONG = [f"{paragraph} {BODY[(n + 1) % 3]}" for n, paragraph in enumerate(BODY)]


def pdf(*sheets: list[str], title: str | None = None, password: str | None = None) -> bytes:
    """A PDF file of these pages, each with a running title at its head and its number at its foot."""
    file = fpdf.FPDF(unit="pt", format=(420, 595))
    file.set_font("Times", size=11)
    file.set_auto_page_break(False)
    if password:
        file.set_encryption(owner_password="owner", user_password=password)
    for number, paragraphs in enumerate(sheets, 1):
        file.add_page()
        if title:
            file.cell(text=title, new_x="LMARGIN", new_y="NEXT")
            file.ln(12)
        for paragraph in paragraphs:
            file.multi_cell(0, 13, paragraph, new_x="LMARGIN", new_y="NEXT")
            file.ln(6)
        if title:
            file.set_y(-40)
            file.cell(text=f"Page {number} of {len(sheets)}")
    return bytes(file.output())


def test_lines_are_put_together_into_paragraphs(tmp_path: Path) -> None:
    article = held(tmp_path / "a.pdf", pdf(["Ferry to Osk stops in May", *LONG])).article
    assert article.title == "Ferry to Osk stops in May"
    assert words(article, "paragraph") == LONG


def test_running_titles_and_page_numbers_are_no_text_and_paragraphs_go_over_pages(tmp_path: Path) -> None:
    begin, end = LONG[1].split(" called ")
    sheets = ([LONG[0], begin], ["called " + end, LONG[2]], [LONG[0].replace("May", "June")])
    found = held(tmp_path / "a.pdf", pdf(*sheets, title="The Lamp - Evening edition"))
    assert "Evening edition" not in found.article.text
    assert "Page 2" not in found.article.text
    assert LONG[1] in words(found.article, "paragraph")


def test_words_broken_at_the_end_of_a_line_are_made_whole(tmp_path: Path) -> None:
    broken = [LONG[0].replace("insure the boat. Captain", "insure the boat. Cap-\ntain"), *LONG[1:]]
    text = held(tmp_path / "a.pdf", pdf(broken)).article.text
    assert "Cap-" not in text.replace("Cap-\n", "")


def test_a_file_of_pictures_says_that_it_has_no_text(tmp_path: Path) -> None:
    found = held(tmp_path / "a.pdf", pdf([], []))
    assert found.reasons == ["not an article"]
    assert "its 2 pages hold no text" in found.told
    assert "OCR" in found.told


def test_a_locked_file_and_a_large_one_are_told(tmp_path: Path) -> None:
    assert "password" in held(tmp_path / "a.pdf", pdf(LONG, password="secret")).told
    assert held(tmp_path / "a.pdf", pdf(LONG) + bytes(30_000), SHORT).reasons == ["unsafe"]


@pytest.mark.parametrize("cut", [100, 700, 1_200])
def test_a_file_that_is_cut_off_is_read_or_told(tmp_path: Path, cut: int) -> None:
    found = held(tmp_path / "a.pdf", pdf(LONG)[:-cut])
    assert len(found.pages) + len(found.outcomes) == 1
    assert "failed" not in found.reasons


def drawn(*streams: bytes) -> bytes:
    """A PDF file of one page that draws the first stream; each may draw the next, as X."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
    ]
    for number, stream in enumerate(streams, 5):
        about = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % number
        packed = zlib.compress(stream)
        objects.append(b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (about, len(packed), packed))
    data, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, data.index(b"xref"))


def test_a_page_that_unfolds_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = held(tmp_path / "a.pdf", drawn(b"(a)Tj " * 400_000))
    assert found.reasons == ["unsafe"]
    assert "too much" in found.told
    monkeypatch.setattr("crossread.reading.containers.pdf.MOST_SECONDS", 0.0)
    assert "seconds" in held(tmp_path / "a.pdf", drawn(*[b"/X Do /X Do"] * 30, b"")).told


WHOLE = pdf(LONG)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.binary(min_size=1, max_size=8)), max_size=5))
@settings(max_examples=25, deadline=None)
def test_no_damage_raises(tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, bytes]]) -> None:
    data = bytearray(WHOLE)
    for at, junk in damage:
        data[at : at + len(junk)] = junk
    data[:5] = b"%PDF-"
    assert "failed" not in held(tmp_path_factory.mktemp("pdf") / "a.pdf", bytes(data)).reasons
