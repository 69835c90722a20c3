"""Sites that behave and sites that do not: every fault is an outcome, and the other pages are fetched all the same."""

from __future__ import annotations

import gzip
import socket
import struct
import threading
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from reading.fetching.sites import ARTICLE, Site, Speak, on_loopback, redirect, reply, settings, site

from crossread.reading import sources
from crossread.reading.fetching import fetch, is_address
from crossread.records import Outcome, Page


@pytest.fixture
def paper() -> Iterator[Site]:
    with site() as running:
        yield running


def got(paper: Site, *paths: str, **values: object) -> list[Page | Outcome]:
    return list(fetch([paper.url(path) for path in paths or ("/story",)], settings(**values), resolver=on_loopback))


def outcome(paper: Site, path: str = "/story", **values: object) -> Outcome:
    (found,) = got(paper, path, **values)
    assert isinstance(found, Outcome), found
    return found


def page(paper: Site, path: str = "/story", **values: object) -> Page:
    (found,) = got(paper, path, **values)
    assert isinstance(found, Page), found
    return found


# ── what is given ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_page_comes_with_its_address_and_encoding(paper: Site) -> None:
    paper.answers["/story"] = reply(ARTICLE, media='text/html; charset="windows-1252"')
    assert page(paper) == Page(ARTICLE, "text/html", url=paper.url("/story"), encoding="windows-1252")


def test_plain_text_is_text(paper: Site) -> None:
    paper.answers["/story"] = reply(b"The ferry ran aground on Monday.", media="text/plain")
    assert page(paper).media == "text/plain"


@pytest.mark.parametrize("media", [None, "application/octet-stream"])
def test_a_page_without_a_kind_is_known_by_its_looks(paper: Site, media: str | None) -> None:
    paper.answers["/story"] = reply(ARTICLE, media=media)
    assert page(paper).media == "text/html"


def test_a_charset_that_the_bytes_belie_is_not_believed(paper: Site) -> None:
    paper.answers["/story"] = reply(ARTICLE + "é".encode(), media="text/html; charset=iso-8859-1")
    assert page(paper).encoding == "utf-8"


FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Tollen Paper</title>
<item><title>Ferry aground</title><link>https://paper.example/1</link>
<description>A ferry ran aground.</description></item>
<item><title>Ferry afloat</title><description>The ferry is afloat again.</description></item>
</channel></rss>"""


@pytest.mark.parametrize("media", ["application/rss+xml", "text/xml; charset=utf-8"])
def test_a_feed_gives_the_pages_that_stand_in_it(paper: Site, media: str) -> None:
    pytest.importorskip("feedparser")
    paper.answers["/feed"] = reply(FEED, media=media)
    pages = got(paper, "/feed", shortest_article_words=3)
    assert [(found.file, found.url) for found in pages if isinstance(found, Page)] == [
        (None, "https://paper.example/1"),
        (None, paper.url("/feed") + "#2"),
    ]


@pytest.mark.parametrize("media", ["application/pdf", "application/octet-stream"])
def test_a_pdf_is_left_to_what_reads_pdfs(paper: Site, media: str) -> None:
    paper.answers["/story"] = reply(b"%PDF-1.7 and nothing more", media=media)
    found = outcome(paper)
    assert (found.item, found.reason) == (paper.url(), "unreadable")
    assert "PDF" in found.detail


@pytest.mark.parametrize("charset", ["punycode", "IDNA", "utf\udc80", '"; drop'])
def test_a_charset_that_no_page_is_written_in_is_not_taken(paper: Site, charset: str) -> None:
    head = f"HTTP/1.1 200 X\r\nContent-Type: text/html; charset={charset}\r\nContent-Length: {len(ARTICLE)}\r\n\r\n"
    paper.answers["/story"] = head.encode("utf-8", "surrogateescape") + ARTICLE
    assert page(paper).encoding is None


def test_a_packed_page_is_unpacked(paper: Site) -> None:
    paper.answers["/story"] = reply(gzip.compress(ARTICLE), Content_Encoding="gzip")
    assert page(paper).data == ARTICLE


def test_a_page_packed_in_several_parts_is_unpacked_whole(paper: Site) -> None:
    parts = gzip.compress(ARTICLE[:100]) + gzip.compress(ARTICLE[100:])
    paper.answers["/story"] = reply(parts, Content_Encoding="gzip")
    assert page(paper).data == ARTICLE


def test_a_chunked_page_is_put_together(paper: Site) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (ARTICLE[:50], ARTICLE[50:]))
    head = b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    paper.answers["/story"] = head + chunks + b"0\r\n\r\n"
    assert page(paper).data == ARTICLE


def test_pages_come_in_the_order_asked_and_one_fault_stays_one(paper: Site) -> None:
    paper.answers |= {"/one": reply(ARTICLE), "/three": reply(ARTICLE + b" ")}
    first, second, third = got(paper, "/one", "/two", "/three")
    assert (first.url, third.url) == (paper.url("/one"), paper.url("/three"))
    assert isinstance(second, Outcome)
    assert (second.item, second.status, second.reason) == (paper.url("/two"), "quarantined", "not found")


def test_a_page_named_twice_is_fetched_once(paper: Site) -> None:
    paper.answers["/story"] = reply(ARTICLE)
    assert len(got(paper, "/story", "/story#comments")) == 1
    assert paper.paths() == ["/story"]


def test_nothing_is_asked_for_where_nothing_is_named() -> None:
    assert list(fetch([], settings())) == []


@pytest.mark.parametrize("source", ["http://paper.example", " HTTPS://paper.example/x", "https:/paper.example"])
def test_an_address_is_told_from_a_file(source: str) -> None:
    assert is_address(source)


@pytest.mark.parametrize("source", ["story.html", "https.txt", "folder/http://x", "-", "ftp://paper.example"])
def test_a_file_is_no_address(source: str) -> None:
    assert not is_address(source)


def test_an_address_is_a_source_like_a_file(paper: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossread.reading.fetching.addresses.system_resolver", on_loopback)
    file = tmp_path / "saved.html"
    saved = ARTICLE.replace(b"Larkspur", b"Lark")
    file.write_bytes(saved)
    paper.answers["/story"] = reply(ARTICLE)
    first, second, third = sources.pages([paper.url("/none"), paper.url("/story"), str(file)], settings())
    assert (first, third) == (Page(saved, "text/html", file=str(file)), Page(ARTICLE, "text/html", url=paper.url()))
    assert isinstance(second, Outcome)
    assert (second.item, second.reason) == (paper.url("/none"), "not found")


# ── what is sent ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_site_is_told_who_asks_and_nothing_about_the_user(paper: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    paper.answers["/story"] = reply(ARTICLE, Set_Cookie="id=1")
    paper.answers["/next"] = reply(ARTICLE + b" ", Set_Cookie="id=1")
    got(paper, "/story", "/next")
    for asked in paper.asked:
        assert asked.headers.pop("user-agent").startswith("crossread/")
        assert asked.headers.keys() == {"host", "accept", "accept-encoding", "connection"}
        assert asked.headers["host"] == f"paper.test:{paper.port}"


def test_a_user_may_say_who_asks(paper: Site) -> None:
    paper.answers["/robots.txt"] = reply(b"User-agent: ourdesk\nDisallow: /\n")
    found = outcome(paper, fetch_agent="ourdesk/1.0 (desk@paper.example)")
    assert found.reason == "forbidden by robots"
    assert paper.asked[0].headers["user-agent"] == "ourdesk/1.0 (desk@paper.example)"


# ── redirects ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_leads_to_the_page_under_its_last_address(paper: Site, status: int) -> None:
    paper.answers |= {"/old": redirect("/a/new?x=1#top", status), "/a/new?x=1": reply(ARTICLE)}
    assert page(paper, "/old").url == paper.url("/a/new?x=1")


def test_a_redirect_to_another_host_asks_that_host_s_robots_first(paper: Site) -> None:
    paper.answers |= {"/old": redirect(paper.url("/new", "gazette.test")), "/new": reply(ARTICLE)}
    assert page(paper, "/old").url == paper.url("/new", "gazette.test")
    hosts = [(one.headers["host"].partition(":")[0], one.path) for one in paper.asked]
    assert hosts == [
        ("paper.test", "/robots.txt"),
        ("paper.test", "/old"),
        ("gazette.test", "/robots.txt"),
        ("gazette.test", "/new"),
    ]


def test_a_circle_of_redirects_ends(paper: Site) -> None:
    paper.answers |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert "circle" in outcome(paper, "/a").detail
    assert paper.paths() == ["/a", "/b"]


def test_redirects_without_end_are_given_up(paper: Site) -> None:
    paper.answers |= {f"/{n}": redirect(f"/{n + 1}") for n in range(50)}
    assert "more than 10 times" in outcome(paper, "/0").detail
    assert len(paper.paths()) == 11


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/secret",
        "http://[::1]:{port}/secret",
        "http://[::ffff:127.0.0.1]:{port}/secret",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433:{port}/secret",
        "http://0x7f.0.0.1:{port}/secret",
        "http://0:{port}/secret",
        "http://inside.test:{port}/secret",
        "//inside.test:{port}/secret",
        "file:///etc/passwd",
        "ftp://paper.test/secret",
        "http://user:secret@paper.test:{port}/secret",
        "http://paper.test:{port}\\secret",
    ],
)
def test_a_redirect_to_where_nobody_may_go_is_refused(paper: Site, target: str) -> None:
    paper.answers |= {"/story": redirect(target.format(port=paper.port)), "/secret": reply(ARTICLE)}
    found = outcome(paper)
    assert found.reason == "refused"
    assert "redirects" in found.detail
    assert "allow_hosts" not in (found.hint or "")
    assert "/secret" not in [one.path for one in paper.asked]


def test_a_redirect_without_a_location_is_no_page(paper: Site) -> None:
    paper.answers["/story"] = reply(status=302)
    assert outcome(paper).reason == "fetch failed"


# ── addresses ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("number", ["127.0.0.1", "10.0.0.5", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fe80::1"])
def test_a_name_that_leads_to_a_private_address_is_refused(paper: Site, number: str) -> None:
    url = paper.url(host="innocent.test")
    (found,) = fetch([url], settings(), resolver=lambda host, port: ("8.8.8.8", number))
    assert isinstance(found, Outcome)
    assert (found.reason, found.status) == ("refused", "quarantined")
    assert "allow_hosts=innocent.test" in (found.hint or "")
    assert not paper.asked


def test_a_name_is_looked_up_once_for_each_connection_and_the_answer_is_what_is_connected_to(paper: Site) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    paper.answers["/story"] = reply(ARTICLE)
    (found,) = fetch([paper.url()], settings(), resolver=rebinding)
    assert isinstance(found, Page)
    assert asked == ["paper.test"] * len(paper.asked) == ["paper.test"] * 2


def test_a_name_that_turns_private_between_two_requests_is_refused(paper: Site) -> None:
    numbers = iter([("127.0.0.1",), ("10.0.0.1",)])
    paper.answers["/story"] = reply(ARTICLE)
    seen: list[str] = []

    def reachable(address: object, allowed: object, resolver: object) -> tuple[str, ...]:
        from crossread.errors import AddressRefused

        (number,) = next(numbers)
        seen.append(number)
        if number != "127.0.0.1":
            raise AddressRefused("is not on the public internet")
        return (number,)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crossread.reading.fetching.connections.reachable", reachable)
        assert outcome(paper).reason == "refused"
    assert seen == ["127.0.0.1", "10.0.0.1"]
    assert [one.path for one in paper.asked] == ["/robots.txt"]


def test_the_next_number_of_a_host_is_tried_where_one_does_not_answer(paper: Site) -> None:
    paper.answers["/story"] = reply(ARTICLE)
    (found,) = fetch([paper.url()], settings(), resolver=lambda host, port: ("::1", "127.0.0.1"))
    assert isinstance(found, Page)


def test_a_name_that_takes_too_long_to_look_up_is_given_up(paper: Site) -> None:
    held = threading.Event()

    def slow(host: str, port: int) -> tuple[str, ...]:
        held.wait(10)
        return ()

    (found,) = fetch([paper.url()], settings(fetch_connect_seconds=0.05), resolver=slow)
    held.set()
    assert isinstance(found, Outcome)
    assert (found.reason, found.status) == ("fetch failed", "retry")


@pytest.mark.parametrize("url", ["http://ed:secret@paper.test/x", "https://ed:secret@paper.test\\x"])
def test_a_password_in_an_address_is_neither_sent_nor_shown(url: str) -> None:
    (found,) = fetch([url], settings(), resolver=on_loopback)
    assert isinstance(found, Outcome)
    assert found.reason == "refused"
    assert "secret" not in repr(found)


# ── what a site may answer instead of a page ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("status", "reason", "outcome_status"),
    [
        (404, "not found", "quarantined"),
        (410, "not found", "quarantined"),
        (401, "access denied", "quarantined"),
        (403, "access denied", "quarantined"),
        (451, "access denied", "quarantined"),
        (204, "fetch failed", "quarantined"),
        (206, "fetch failed", "quarantined"),
        (304, "fetch failed", "quarantined"),
        (400, "fetch failed", "quarantined"),
        (408, "fetch failed", "retry"),
        (429, "fetch failed", "retry"),
        (500, "fetch failed", "retry"),
        (503, "fetch failed", "retry"),
    ],
)
def test_a_status_other_than_200_is_an_outcome(paper: Site, status: int, reason: str, outcome_status: str) -> None:
    body = b"" if status in {204, 304} else ARTICLE
    paper.answers["/story"] = reply(body, status=status, Retry_After="0")
    found = outcome(paper)
    assert (found.reason, found.status) == (reason, outcome_status)
    assert str(status) in found.detail


def test_a_busy_site_is_asked_again(paper: Site) -> None:
    paper.answers["/story"] = [
        reply(status=503, Retry_After="0"),
        reply(status=429, Retry_After=format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)),
        reply(ARTICLE),
    ]
    assert page(paper).data == ARTICLE
    assert len(paper.paths()) == 3


def test_a_site_that_stays_busy_is_given_up(paper: Site) -> None:
    paper.answers["/story"] = reply(status=503)
    assert outcome(paper, fetch_retries=1).status == "retry"
    assert len(paper.paths()) == 2


def test_a_site_that_asks_for_a_long_wait_is_left_alone_with_all_its_pages(paper: Site) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    paper.answers |= {"/story": reply(status=429, Retry_After=later), "/other": reply(ARTICLE)}
    first, second = got(paper, "/story", "/other", fetch_at_once=1)
    assert isinstance(first, Outcome)
    assert isinstance(second, Outcome)
    assert first.status == second.status == "retry"
    assert "another 3" in first.detail
    assert paper.paths() == ["/story"]


@pytest.mark.parametrize(
    "wait", ["soon", "-5", "9" * 400, "٣", "Mon, 01 Jan 99999 00:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 +999999999999"]
)
def test_a_wait_asked_for_in_odd_ways_does_no_harm(paper: Site, wait: str) -> None:
    raw = b"HTTP/1.1 503 X\r\nContent-Length: 0\r\nRetry-After: " + wait.encode() + b"\r\n\r\n"
    paper.answers["/story"] = raw
    assert outcome(paper, fetch_longest_wait_seconds=0.01).status == "retry"


@pytest.mark.parametrize(
    "media", ["image/jpeg", "application/json", "application/xml", "text/css", "video/mp4", "audio/mpeg"]
)
def test_what_is_no_text_is_no_article(paper: Site, media: str) -> None:
    paper.answers["/story"] = reply(b"<data>and so on</data>", media=media)
    found = outcome(paper)
    assert found.reason == "not an article"
    assert media in found.detail
    assert (found.hint or "").startswith("try: ")


def test_an_empty_page_is_no_article(paper: Site) -> None:
    paper.answers["/story"] = reply(b" \n")
    assert outcome(paper).reason == "not an article"


# ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def dripping(paper: Site, head: bytes) -> Speak:
    """A byte at a time, each soon enough, and never the last."""

    def speak(connection: socket.socket) -> None:
        connection.sendall(head)
        while not paper.ended.wait(0.02):
            connection.sendall(b"a")

    return speak


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n", b"HTTP/1.1 200 X\r\nX-Slow: "], ids=["body", "head"]
)
def test_a_page_that_drips_is_given_up(paper: Site, head: bytes) -> None:
    paper.answers["/story"] = dripping(paper, head)
    found = outcome(paper, fetch_page_seconds=0.3)
    assert (found.reason, found.status) == ("fetch failed", "retry")
    assert "took longer than 0.3 s" in found.detail


def test_a_site_that_says_nothing_is_given_up(paper: Site) -> None:
    paper.answers["/story"] = lambda connection: paper.ended.wait(10) and None
    found = outcome(paper, fetch_read_seconds=0.1)
    assert (found.reason, found.status) == ("fetch failed", "retry")
    assert "did not answer in time" in found.detail


def test_provisional_answers_without_end_are_given_up(paper: Site) -> None:
    def speak(connection: socket.socket) -> None:
        while not paper.ended.is_set():
            connection.sendall(b"HTTP/1.1 102 X\r\n\r\n" * 100)

    paper.answers["/story"] = speak
    assert outcome(paper, fetch_page_seconds=0.3).status == "retry"


def test_a_page_that_ends_too_soon_is_not_taken_for_the_whole(paper: Site) -> None:
    paper.answers["/story"] = reply(ARTICLE, Content_Length=str(len(ARTICLE) + 1))
    found = outcome(paper)
    assert (found.reason, found.status) == ("fetch failed", "retry")


def test_a_packed_page_that_ends_too_soon_is_not_taken_for_the_whole(paper: Site) -> None:
    paper.answers["/story"] = reply(gzip.compress(ARTICLE)[:-20], Content_Encoding="gzip")
    found = outcome(paper)
    assert (found.reason, found.status) == ("fetch failed", "retry")


def test_bytes_after_the_page_are_left_out(paper: Site) -> None:
    paper.answers["/story"] = reply(ARTICLE + b"SMUGGLED", Content_Length=str(len(ARTICLE)))
    assert page(paper).data == ARTICLE


@pytest.mark.parametrize("length", [3_000_000, 10**18])
def test_a_page_that_says_it_is_too_large_is_not_read(paper: Site, length: int) -> None:
    paper.answers["/story"] = reply(b"", Content_Length=str(length))
    assert outcome(paper, largest_page_megabytes=1).reason == "unsafe"


def test_a_page_that_does_not_say_how_large_it_is_is_cut_off(paper: Site) -> None:
    sent: list[int] = []

    def speak(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n")
        while not paper.ended.is_set():
            sent.append(connection.send(b"a" * 65536))

    paper.answers["/story"] = speak
    assert outcome(paper, largest_page_megabytes=1).reason == "unsafe"


def bomb(megabytes: int) -> bytes:
    zipper = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(zipper.compress(bytes(1_000_000)) for _ in range(megabytes)) + zipper.flush()


def test_a_packed_bomb_is_refused_before_it_goes_off(paper: Site) -> None:
    packed = bomb(50)
    assert len(packed) < 1_000_000
    paper.answers["/story"] = reply(packed, Content_Encoding="gzip")
    assert outcome(paper, largest_page_megabytes=1).reason == "unsafe"


@pytest.mark.parametrize("coding", ["br", "gzip, gzip", "deflate", "zstd"])
def test_a_packing_that_was_not_asked_for_is_refused(paper: Site, coding: str) -> None:
    paper.answers["/story"] = reply(ARTICLE, Content_Encoding=coding)
    assert coding in outcome(paper).detail


def test_what_is_not_packed_as_it_says_is_a_fault(paper: Site) -> None:
    paper.answers["/story"] = reply(ARTICLE, Content_Encoding="gzip")
    assert "cannot be unpacked" in outcome(paper).detail


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def half(connection: socket.socket) -> None:
    connection.sendall(reply(ARTICLE)[:200])
    reset(connection)


@pytest.mark.parametrize(
    "speak",
    [
        reset,
        half,
        lambda connection: None,
        lambda connection: connection.sendall(b"220 mail.test ESMTP ready\r\n"),
        lambda connection: connection.sendall(b"HTTP/1.1 200 X\r\nbad header\x00: 1\r\n\r\n"),
        lambda connection: connection.sendall(b"HTTP/1.1 200 X\r\n" + b"X-Long: " + b"a" * 300_000 + b"\r\n\r\n"),
        lambda connection: connection.sendall(b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    ],
    ids=["reset", "half", "hung up", "mail server", "bad header", "endless header", "bad chunk"],
)
def test_a_broken_connection_is_an_outcome(paper: Site, speak: Speak) -> None:
    paper.answers["/story"] = speak
    found = outcome(paper)
    assert (found.reason, found.status) == ("fetch failed", "retry")


def test_a_port_where_nobody_listens_is_an_outcome() -> None:
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        url = f"http://paper.test:{unheard.getsockname()[1]}/"
        (found,) = fetch([url], settings(), resolver=on_loopback)
    assert isinstance(found, Outcome)
    assert (found.reason, found.status) == ("fetch failed", "retry")


# ── robots.txt and turns ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "robots",
    [
        b"User-agent: *\nDisallow: /story\n",
        b"\xef\xbb\xbfUser-agent: crossread\nDisallow: /\n\nUser-agent: *\nAllow: /\n",
        b"User-agent: *\nDisallow: /*ory$\n",
    ],
)
def test_a_page_that_robots_txt_forbids_is_not_asked_for(paper: Site, robots: bytes) -> None:
    paper.answers |= {"/robots.txt": reply(robots, media="text/plain"), "/story": reply(ARTICLE)}
    found = outcome(paper)
    assert (found.reason, found.status) == ("forbidden by robots", "quarantined")
    assert paper.paths() == []


@pytest.mark.parametrize(
    "robots",
    [
        reply(b"User-agent: *\nDisallow: /private\n", media="text/plain"),
        reply(b"User-agent: otherbot\nDisallow: /\n", media="text/plain"),
        reply(b"", media="text/plain"),
        reply(b"\x00\xff" * 1000, media="text/plain"),
        reply(b"<html>not found</html>"),
        reply(status=404),
        reply(status=403),
    ],
)
def test_a_page_that_robots_txt_does_not_forbid_is_fetched(paper: Site, robots: bytes) -> None:
    paper.answers |= {"/robots.txt": robots, "/story": reply(ARTICLE)}
    assert page(paper).data == ARTICLE


@pytest.mark.parametrize(
    ("robots", "status"),
    [
        (reply(status=500), "retry"),
        (reply(status=429), "retry"),
        (reset, "retry"),
        (reply(b"#" * 600_000), "quarantined"),
        (redirect("/robots.txt"), "quarantined"),
    ],
)
def test_nothing_is_fetched_where_robots_txt_cannot_be_read(paper: Site, robots: bytes | Speak, status: str) -> None:
    paper.answers |= {"/robots.txt": robots, "/a": reply(ARTICLE), "/b": reply(ARTICLE)}
    for found in got(paper, "/a", "/b", fetch_retries=0):
        assert isinstance(found, Outcome)
        assert (found.reason, found.status) == ("fetch failed", status)
    assert paper.paths() == []
    assert len(paper.asked) == 1


def test_a_page_that_ran_out_of_time_over_robots_txt_does_not_spoil_the_next(paper: Site) -> None:
    drip = dripping(paper, b"HTTP/1.1 200 X\r\n\r\n")
    paper.answers |= {"/robots.txt": [drip, reply(status=404)], "/a": reply(ARTICLE), "/b": reply(ARTICLE)}
    first, second = got(paper, "/a", "/b", fetch_page_seconds=1, fetch_at_once=1)
    assert isinstance(first, Outcome)
    assert isinstance(second, Page)


def test_robots_txt_is_read_once_a_site_and_followed_where_it_leads(paper: Site) -> None:
    paper.answers |= {
        "/robots.txt": redirect("/rules.txt"),
        "/rules.txt": reply(b"User-agent: *\nDisallow: /b\n", media="text/plain"),
        "/a": reply(ARTICLE),
        "/c": reply(ARTICLE),
    }
    first, second, third = got(paper, "/a", "/b", "/c")
    assert isinstance(first, Page)
    assert isinstance(second, Outcome)
    assert isinstance(third, Page)
    assert sorted(one.path for one in paper.asked) == ["/a", "/c", "/robots.txt", "/rules.txt"]


def test_a_site_is_asked_one_thing_at_a_time(paper: Site) -> None:
    def unhurried(body: bytes) -> Speak:
        return lambda connection: paper.ended.wait(0.02) or connection.sendall(reply(body))

    paper.answers |= {f"/{n}": unhurried(ARTICLE + b" " * n) for n in range(8)}
    pages = got(paper, *(f"/{n}" for n in range(8)), fetch_at_once=8)
    assert [found.url for found in pages if isinstance(found, Page)] == [paper.url(f"/{n}") for n in range(8)]
    assert paper.most_at_once == 1


def test_two_sites_are_asked_at_the_same_time(paper: Site) -> None:
    both = threading.Barrier(2, timeout=5)

    def speak(connection: socket.socket) -> None:
        both.wait()
        connection.sendall(reply(ARTICLE))

    paper.answers["/story"] = speak
    urls = [paper.url(), paper.url(host="gazette.test")]
    assert all(isinstance(found, Page) for found in fetch(urls, settings(), resolver=on_loopback))


def test_whoever_stops_asking_does_not_wait_for_the_rest(paper: Site) -> None:
    paper.answers |= {"/first": reply(ARTICLE), "/second": dripping(paper, b"HTTP/1.1 200 X\r\n\r\n")}
    pages = fetch([paper.url("/first"), paper.url("/second")], settings(fetch_page_seconds=60), resolver=on_loopback)
    assert isinstance(next(pages), Page)
    pages.close()  # type: ignore[attr-defined]
