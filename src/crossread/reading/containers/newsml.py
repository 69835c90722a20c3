"""IPTC NewsML-G2 and NITF: items of news as XML, as agencies deliver them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from lxml import etree

from crossread.errors import NotAnArticle, ReadingError
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import items
from .markup import local, parse
from .streams import Stream

_BLOCKS: Final = {"p": "p", "hl1": "h1", "hl2": "h2", "h1": "h1", "h2": "h2", "h3": "h3", "li": "li", "blockquote": "p"}
_WITHDRAWN: Final = ("canceled", "cancelled", "withheld")
_HINT: Final = "try: an item of text"


def pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The text items of a NewsML-G2 message or item, or of a NITF document; pictures and packages are passed over."""
    root = parse(stream.whole(int(settings.largest_page_megabytes * 1_000_000)))
    found = [node for node in root.iter() if local(node) == "newsItem"] or [root]
    texts = [node for node in found if _is_text(node)]
    if not texts:
        raise NotAnArticle("holds no item of text", hint=_HINT)
    for number, node in enumerate(texts, 1):
        item = items.name(name, number) if len(found) > 1 else name
        try:
            yield _nitf(node, item) if local(node) == "nitf" else _news_item(node, item)
        except ReadingError as error:
            yield items.problem_of(error, item)


def _is_text(node: etree._Element) -> bool:
    kind = next((one.get("qcode", "") for one in node.iter() if local(one) == "itemClass"), "")
    return local(node) == "nitf" or kind.rpartition(":")[2] in {"text", ""}


def _news_item(node: etree._Element, item: str) -> Page:
    if _code(node, "pubStatus") in _WITHDRAWN:
        raise NotAnArticle("its provider has withdrawn it", hint=_HINT)
    return items.page(
        _content(node),
        item,
        title=_words(node, "headline"),
        outlet=_words(node, "provider") or _words(node, "copyrightHolder") or _words(node, "infoSource"),
        byline=_words(node, "by") or _words(node, "creator"),
        published=_words(node, "versionCreated") or _words(node, "contentCreated"),
        url=next((one.get("href") for one in node.iter() if local(one) == "link" and one.get("href")), None),
        language=_attribute(node, "language", "tag"),
    )


def _nitf(node: etree._Element, item: str) -> Page:
    issued = _attribute(node, "date.issue", "norm") or _attribute(node, "story.date", "norm")
    return items.page(
        _content(node),
        item,
        title=_words(node, "hl1") or _words(node, "title"),
        outlet=_words(node, "distributor") or _attribute(node, "doc.copyright", "holder"),
        byline=_words(node, "byline"),
        published=issued,
    )


def _content(node: etree._Element) -> str:
    """The item's text: its XHTML or NITF as plain HTML paragraphs, or its plain text."""
    blocks = [
        f"<{_BLOCKS[local(one)]}>{escape(words)}</{_BLOCKS[local(one)]}>"
        for body in _bodies(node)
        for one in body.iter()
        if local(one) in _BLOCKS and (words := _inline(one))
    ]
    if blocks:
        return "<html><body><article>" + "\n".join(blocks) + "</article></body></html>"
    data = next((one for one in node.iter() if local(one) == "inlineData"), None)
    if data is None or not (words := _raw(data)):
        raise NotAnArticle("has no text in it", hint="try: the item with its content, not a reference to it")
    return words


def _bodies(node: etree._Element) -> list[etree._Element]:
    """The elements that hold the text: `body.content` of NITF, else XHTML's `body`, else what stands inline."""
    for name in ("body.content", "body", "inlineXML"):
        if found := [one for one in node.iter() if local(one) == name]:
            return found
    return []


def _inline(block: etree._Element) -> str:
    """The words of a block without those of the blocks inside it."""
    if any(local(one) in _BLOCKS for one in block.iterdescendants()):
        return items.plain(escape(block.text or ""))
    return _raw(block)


def _raw(node: etree._Element) -> str:
    return "".join(map(str, node.itertext())).strip()


def _words(node: etree._Element, name: str) -> str | None:
    """What the first element of the name says: its own words, its name, or what it is called by."""
    for one in node.iter():
        if local(one) == name:
            named = next((inner for inner in one.iterdescendants() if local(inner) == "name"), None)
            said = _raw(one if named is None else named) or one.get("literal") or _after_colon(one.get("qcode"))
            if said:
                return said
    return None


def _after_colon(code: str | None) -> str | None:
    return code.rpartition(":")[2] if code else None


def _code(node: etree._Element, name: str) -> str:
    return next((_after_colon(one.get("qcode")) or "" for one in node.iter() if local(one) == name), "")


def _attribute(node: etree._Element, name: str, attribute: str) -> str | None:
    return next((one.get(attribute) for one in node.iter() if local(one) == name and one.get(attribute)), None)
