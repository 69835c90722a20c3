"""crossread's reading and that of other extractors, in one form: the bytes of a page in, what was read out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from typing import Any

from crossread.errors import ReadingError
from crossread.reading import read
from crossread.records import Page

BODY = ("paragraph", "heading", "list", "standfirst")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a page: the body, one block a line, and what it says of the article; "" for nothing."""

    body: str = ""
    title: str = ""
    outlet: str = ""
    date: str = ""


Reader = Callable[[bytes], Reading]


def installed() -> dict[str, Reader]:
    """crossread, and each of its peers that is installed (the extra `peers`), by name."""
    return {"crossread": partial(crossread, media="text/html")} | {
        name: reader for name, (module, reader) in PEERS.items() if find_spec(module)
    }


def absent() -> list[str]:
    """The peers that are not installed."""
    return [name for name, (module, _) in PEERS.items() if not find_spec(module)]


def crossread(data: bytes, *, media: str) -> Reading:
    try:
        article = read(Page(data, media))
    except ReadingError:
        return Reading()
    body = "\n".join(article.words(block) for block in article.blocks if block.kind in BODY)
    return Reading(body, article.title or "", article.outlet or "", article.published.value or "")


def trafilatura(data: bytes, *, precision: bool) -> Reading:
    from trafilatura import bare_extraction

    found = bare_extraction(data, favor_precision=precision, include_comments=False, with_metadata=True)
    if found is None:
        return Reading()
    return Reading(found.text or "", found.title or "", found.sitename or "", found.date or "")


def newspaper(data: bytes) -> Reading:
    from newspaper import Article

    article = Article("http://localhost/", fetch_images=False)
    try:
        article.download(input_html=data.decode("utf-8", "replace"))
        article.parse()
    except Exception:  # a peer's fault on one page is a page it lost
        return Reading()
    date = article.publish_date.isoformat() if article.publish_date else ""
    return Reading(article.text, article.title, article.meta_site_name or "", date)


def readability(data: bytes) -> Reading:
    from lxml import html
    from readability import Document

    try:
        document = Document(data.decode("utf-8", "replace"))
        return Reading("\n".join(lines_of(html.fromstring(document.summary()))), document.short_title())
    except Exception:  # as above
        return Reading()


def lines_of(root: Any) -> Iterator[str]:
    """The paragraphs, items and headings of a cleaned tree."""
    for node in root.iter("p", "li", "h2", "h3", "h4", "blockquote", "pre"):
        if node.find(".//p") is None:
            yield " ".join(node.text_content().split())


PEERS: dict[str, tuple[str, Reader]] = {
    "trafilatura": ("trafilatura", partial(trafilatura, precision=False)),
    "trafilatura, precision": ("trafilatura", partial(trafilatura, precision=True)),
    "newspaper4k": ("newspaper", newspaper),
    "readability-lxml": ("readability", readability),
}
"""The module that each needs, and the reader."""
