from __future__ import annotations

import textwrap
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.containers.holding import SHORT, TEXT, held, page
from reading.support import BODY, words


def mhtml(*parts: tuple[str, bytes], start: str | None = None, snapshot: str | None = None) -> bytes:
    """A page saved as one file: each part a location and HTML."""
    message = MIMEMultipart("related", type="text/html", **({"start": start} if start else {}))
    message["From"] = "<Saved by a browser>"
    if snapshot:
        message["Snapshot-Content-Location"] = snapshot
    for number, (location, data) in enumerate(parts, 1):
        part = MIMEText(data.decode(), "html", "utf-8")
        part["Content-Location"] = location
        part["Content-ID"] = f"<part{number}@browser>"
        message.attach(part)
    return message.as_bytes()


PAGE = ("https://lamp.example/ferry", page())
FRAME = ("https://adverts.example/frame", page("Buy a boat"))


def test_the_page_is_read_and_not_the_frames_beside_it(tmp_path: Path) -> None:
    found = held(tmp_path / "a.mhtml", mhtml(PAGE, FRAME, snapshot="https://lamp.example/ferry"))
    assert found.urls == ["https://lamp.example/ferry"]
    assert found.article.title == "Ferry to Osk stops in May"


def test_the_part_named_as_the_start_is_the_page(tmp_path: Path) -> None:
    assert held(tmp_path / "a.mht", mhtml(FRAME, PAGE, start="<part2@browser>")).urls == [PAGE[0]]


def test_the_location_may_stand_in_the_archives_own_header(tmp_path: Path) -> None:
    found = held(tmp_path / "a.mht", mhtml(("cid:frame-1", page()), snapshot="https://lamp.example/ferry"))
    assert found.urls == ["https://lamp.example/ferry"]


def test_names_of_parts_lead_nowhere(tmp_path: Path) -> None:
    for location in ("../../../etc/passwd", "file:///etc/passwd", "javascript:alert(1)"):
        found = held(tmp_path / "a.mhtml", mhtml((location, page())))
        assert found.urls == [None]
    assert [p.name for p in tmp_path.iterdir()] == ["a.mhtml"]


def test_an_archive_without_a_page_and_a_broken_one_are_told(tmp_path: Path) -> None:
    assert held(tmp_path / "a.mht", mhtml()).reasons == ["not an article"]
    assert held(tmp_path / "a.mht", mhtml(PAGE)[:300]).reasons == ["not an article"]
    assert held(tmp_path / "b.mht", mhtml((PAGE[0], page() + b"x" * 40_000)), SHORT).reasons == ["unsafe"]


def test_parts_within_parts_without_end_are_refused(tmp_path: Path) -> None:
    nested = "".join(f"Content-Type: multipart/related; boundary={n}\n\n--{n}\n" for n in range(5_000))
    assert held(tmp_path / "a.mht", "MIME-Version: 1.0\n" + nested).reasons == ["unsafe"]


# ── mail ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def mail(subject: str = "Ferry to Osk stops in May", *, text: str = TEXT, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "The Lamp <news@lamp.example>"
    message["Subject"] = subject
    message["Date"] = "Mon, 07 Apr 2031 08:30:00 +0200"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_a_mail_is_an_article_of_its_subject_and_date(tmp_path: Path) -> None:
    article = held(tmp_path / "a.eml", mail("Fähre nach Osk hält an").as_bytes()).article
    assert article.title == "Fähre nach Osk hält an"
    assert article.published.value == "2031-04-07T08:30:00+02:00"
    assert words(article, "paragraph") == list(BODY)


def test_of_two_forms_the_one_with_markup_is_read(tmp_path: Path) -> None:
    found = held(tmp_path / "a.eml", mail(text="See the other part.", html=page().decode()).as_bytes())
    assert found.pages[0].media == "text/html"
    assert words(found.article, "paragraph")[1:] == list(BODY)


@pytest.mark.parametrize("before", ["Fwd: ", "WG: ", "Re: Fwd: "])
def test_what_was_passed_on_has_not_the_date_of_that(tmp_path: Path, before: str) -> None:
    article = held(tmp_path / "a.eml", mail(before + "Ferry to Osk stops").as_bytes()).article
    assert (article.title, article.published.value) == ("Ferry to Osk stops", None)


def test_lines_broken_to_fit_a_window_are_made_whole(tmp_path: Path) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in BODY)
    article = held(tmp_path / "a.eml", mail(text=wrapped).as_bytes()).article
    assert words(article, "paragraph") == list(BODY)


def test_what_is_attached_is_not_the_article(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(page("Attached").decode(), subtype="html", filename="../../x.html")
    assert held(tmp_path / "a.eml", message.as_bytes()).pages[0].media == "text/plain"


def test_a_mail_is_known_by_its_header_and_a_text_about_mail_is_none(tmp_path: Path) -> None:
    assert held(tmp_path / "mail.txt", mail().as_bytes()).article.title == "Ferry to Osk stops in May"
    assert held(tmp_path / "text.txt", "Subject: the ferry\n\n" + TEXT).pages[0].given == ()


@pytest.mark.parametrize("charset", ["utf-8", "no-such-charset", "punycode", "utf-16", "x\x00y"])
def test_a_charset_that_lies_costs_nothing(tmp_path: Path, charset: str) -> None:
    raw = mail().as_bytes().replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    text = TEXT.replace("Edda", "Édda").encode()
    raw = raw.split(b"\n\n")[0].replace(b"7bit", b"8bit") + b"\n\n" + text
    assert "Édda" in held(tmp_path / "a.eml", raw).article.text


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_mail_whatever_raises(tmp_path_factory: pytest.TempPathFactory, junk: bytes) -> None:
    held(tmp_path_factory.mktemp("mail") / "a.eml", b"MIME-Version: 1.0\nSubject: " + junk + b"\n\n" + TEXT.encode())


def test_a_long_and_crooked_header_is_cut(tmp_path: Path) -> None:
    found = held(
        tmp_path / "a.eml", b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?" * 200_000 + b"\n\n" + TEXT.encode()
    )
    assert len(found.article.title or "") <= 2_000


@pytest.mark.parametrize(
    "lines",
    [
        b"\n" + b"--b\n\n" * 30_000,
        b"\n" + b"A:\n" * 150_000,
        b"a=b;" * 2_000 + b"\n",
        b"\n" + b"Content-Type: message/rfc822\n\n" * 30,
    ],
    ids=["parts", "fields", "parameters", "messages"],
)
def test_what_would_take_long_to_take_apart_is_refused(tmp_path: Path, lines: bytes) -> None:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b;"
    assert held(tmp_path / "a.mht", head + lines).reasons == ["unsafe"]
