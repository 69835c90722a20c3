from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from reading.containers.holding import SHORT, held
from reading.support import BODY, words

from crossread.reading import read

pytest.importorskip("feedparser")

FULL = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)


def rss(*items: str, title: str = "Coast news") -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{title}</title><language>en</language>'
        + "".join(f"<item>{item}</item>" for item in items)
        + "</channel></rss>"
    )


HEAD = (
    "<title>Ferry to Osk &amp; back stops</title><link>https://lamp.example/ferry</link>"
    "<dc:creator>Ida Brandt</dc:creator><pubDate>Mon, 07 Apr 2031 08:30:00 +0200</pubDate>"
)
WHOLE = HEAD + f"<description>In short.</description><content:encoded><![CDATA[{FULL}]]></content:encoded>"
DESCRIBED = HEAD + f"<description>{escape(FULL)}</description>"


def test_the_full_text_is_read_with_what_the_feed_says_of_it(tmp_path: Path) -> None:
    article = held(tmp_path / "feed.xml", rss(WHOLE)).article
    assert (article.title, article.outlet, article.byline) == ("Ferry to Osk & back stops", "Coast news", "Ida Brandt")
    assert (article.url, article.published.value) == ("https://lamp.example/ferry", "2031-04-07T08:30:00+02:00")
    assert words(article, "paragraph") == list(BODY)
    assert (article.captured, article.file) == ("full", f"{tmp_path / 'feed.xml'}#1")


def test_the_publisher_that_an_item_names_is_the_outlet(tmp_path: Path) -> None:
    item = '<source url="https://bell.example/feed">The Bell</source>' + WHOLE
    assert held(tmp_path / "feed.xml", rss(item)).article.outlet == "The Bell"


def test_a_description_may_be_the_whole_and_may_be_not(tmp_path: Path) -> None:
    assert held(tmp_path / "feed.xml", rss(DESCRIBED)).article.captured == "unknown"


@pytest.mark.parametrize("item", ["<link>https://lamp.example/2</link>", HEAD + "<description>In short.</description>"])
def test_an_item_with_little_more_than_a_link_says_what_to_do(tmp_path: Path, item: str) -> None:
    found = held(tmp_path / "feed.xml", rss(WHOLE, item))
    assert len(found.pages) == 1
    assert found.reasons == ["not an article"]
    assert "feed.xml#2" in found.told
    assert "name the page itself: https://lamp.example/" in found.told


ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Lamp</title>
<entry><title>Whole</title><link href="https://lamp.example/1"/><published>2031-04-07T08:30:00+02:00</published>
<author><name>Ida Brandt</name></author><summary>In short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{FULL}</div></content></entry>
<entry><title>Short</title><link href="https://lamp.example/2"/><updated>2031-04-08T08:30:00Z</updated>
<summary>{BODY[0]} {BODY[1]}</summary></entry></feed>"""


def test_an_atom_feed_tells_a_summary_from_the_whole(tmp_path: Path) -> None:
    whole, short = (read(page) for page in held(tmp_path / "atom.xml", ATOM).pages)
    assert (whole.captured, short.captured) == ("full", "partial")
    assert words(whole, "paragraph") == list(BODY)
    assert (whole.outlet, whole.byline) == ("The Lamp", "Ida Brandt")
    assert whole.published.value == "2031-04-07T08:30:00+02:00"
    assert short.published.value is None  # when it was changed last is not when it appeared


def test_rss_of_the_old_kind_is_read(tmp_path: Path) -> None:
    text = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        f"<channel><title>The Lamp</title></channel><item>{DESCRIBED.replace('dc:creator', 'author')}</item></rdf:RDF>"
    )
    assert held(tmp_path / "feed.rdf", text).article.title == "Ferry to Osk & back stops"


def test_a_feed_is_known_by_its_root_whatever_stands_before(tmp_path: Path) -> None:
    text = "<!-- made by hand -->\n<!DOCTYPE rss>\n" + rss(WHOLE).partition("?>")[2]
    assert len(held(tmp_path / "what.txt", text).pages) == 1


def test_scripts_in_an_item_are_not_its_text(tmp_path: Path) -> None:
    item = WHOLE.replace("<p>", "<script>alert(1)</script><p onclick='x()'>", 1)
    article = held(tmp_path / "feed.xml", rss(item)).article
    assert "alert" not in article.text


# ── broken and hostile feeds ────────────────────────────────────────────────────────────────────────────────────────


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    found = held(tmp_path / "feed.xml", rss(WHOLE, WHOLE)[:-40] + " & <")
    assert found.pages
    assert read(found.pages[0]).title == "Ferry to Osk & back stops"


def test_an_empty_feed_and_one_that_is_too_large_say_so(tmp_path: Path) -> None:
    assert held(tmp_path / "feed.xml", rss()).reasons == ["not an article"]
    assert held(tmp_path / "feed.xml", rss(WHOLE * 50), SHORT).reasons == ["unsafe"]
    assert held(tmp_path / "feed.xml", rss(*["<title/>"] * 10_001)).reasons == ["unsafe"]


LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_billion_laughs_are_not_laughed(tmp_path: Path, encoding: str) -> None:
    text = LAUGHS + rss(WHOLE.replace("Ferry", "&i;")).partition("?>")[2]
    found = held(tmp_path / "feed.xml", text.encode(encoding))
    assert found.reasons == ["unsafe"]
    assert not found.pages


def test_a_file_or_an_address_that_a_feed_speaks_of_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    text = f'<!DOCTYPE rss [<!ENTITY s SYSTEM "{secret.as_uri()}">]>' + rss(WHOLE.replace("Ferry", "&s;"))
    found = held(tmp_path / "feed.xml", text)
    assert found.reasons == ["unsafe"]
