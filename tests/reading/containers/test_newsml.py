from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.containers.holding import held
from reading.containers.test_feeds import LAUGHS
from reading.support import BODY, words

from crossread.reading import read

XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
    "</head><body>" + "".join(f"<p>{paragraph}</p>" for paragraph in BODY) + "</body></html></inlineXML>"
)
NITF = (
    '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>'
    "<body.head><hedline><hl1>Other</hl1></hedline></body.head><body.content>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    + "</body.content></body></nitf></inlineXML>"
)
PLAIN = '<inlineData contenttype="text/plain">' + "\n".join(BODY) + "</inlineData>"


def item(content: str = XHTML, *, kind: str = "text", status: str = "usable") -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:fiction:7" version="1"><itemMeta>'
        f'<itemClass qcode="ninat:{kind}"/><provider qcode="nprov:TW"><name>Tidewater Wire</name></provider>'
        f'<versionCreated>2031-04-07T08:30:00+02:00</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>'
        '<contentMeta><by>Ida Brandt</by><language tag="en"/><headline>Ferry to Osk stops</headline></contentMeta>'
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def message(*items: str) -> str:
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>'
        + "".join(items)
        + "</itemSet></newsMessage>"
    )


@pytest.mark.parametrize("content", [XHTML, NITF, PLAIN], ids=["xhtml", "nitf", "plain"])
def test_an_item_is_an_article_with_its_provider_as_outlet(tmp_path: Path, content: str) -> None:
    article = held(tmp_path / "item.xml", item(content)).article
    assert (article.title, article.outlet, article.byline) == ("Ferry to Osk stops", "Tidewater Wire", "Ida Brandt")
    assert (article.published.value, article.language) == ("2031-04-07T08:30:00+02:00", "en")
    assert words(article, "paragraph") == list(BODY)


def test_each_text_of_a_message_is_an_item_and_pictures_are_none(tmp_path: Path) -> None:
    found = held(
        tmp_path / "m.xml", message(item(kind="picture", content=""), item(), item(NITF.replace("Osk", "Ark")))
    )
    assert [page.name.rpartition("#")[2] for page in found.pages] == ["1", "2"]
    assert not found.outcomes


def test_an_item_withdrawn_or_empty_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = held(tmp_path / "m.xml", message(item(status="canceled"), item(""), item()))
    assert (found.reasons, len(found.pages)) == (["not an article"] * 2, 1)
    assert "withdrawn" in found.told
    assert "no text" in found.told
    assert held(tmp_path / "n.xml", message(item(kind="picture"))).reasons == ["not an article"]


def test_nitf_by_itself_is_read(tmp_path: Path) -> None:
    text = (
        '<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf><head><docdata><date.issue norm="20310407T083000+0200"/></docdata>'
        "</head><body><body.head><hedline><hl1>Ferry to Osk stops</hl1></hedline>"
        "<distributor>Tidewater Wire</distributor></body.head><body.content><block>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
        + "</block></body.content></body></nitf>"
    )
    article = held(tmp_path / "a.xml", text).article
    assert (article.title, article.outlet) == ("Ferry to Osk stops", "Tidewater Wire")
    assert words(article, "paragraph") == list(BODY)


# ── hostile items ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_billion_laughs_are_not_laughed(tmp_path: Path) -> None:
    assert held(tmp_path / "a.xml", LAUGHS + item().replace("Ferry", "&i;")).reasons == ["unsafe"]


def test_no_other_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(" ".join(BODY))
    reference = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{tmp_path}/secret.txt" parse="text"/>'
    found = held(tmp_path / "a.xml", item(XHTML.replace("<body>", f"<body><p>{reference}</p>")))
    assert read(found.pages[0]).text.count(BODY[0]) == 1


def test_elements_within_elements_without_end_are_told(tmp_path: Path) -> None:
    found = held(tmp_path / "a.xml", item("<inlineXML>" + "<p>" * 100_000))
    assert found.reasons in (["not an article"], ["unreadable"])


@given(st.text(max_size=100), st.integers(0, 1_500))
@settings(max_examples=60, deadline=None)
def test_no_damage_raises(tmp_path_factory: pytest.TempPathFactory, junk: str, at: int) -> None:
    text = message(item())
    found = held(tmp_path_factory.mktemp("newsml") / "a.xml", (text[:at] + junk + text[at:]).encode("utf-8", "replace"))
    assert "failed" not in found.reasons
