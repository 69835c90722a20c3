"""IPTC NewsML-G2 and NITF: items of news as XML, as agencies deliver them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
_MOST_NAMED: Final = 5  # elements of one name that are asked for words
_HINT: Final = "try: an item of text"


Named = Mapping[str, list[etree._Element]]
"""The elements of an item by their names, each list in the order of the document."""


def pages(stream: Stream, name: str, settings: Settings) -> Iterator[Page | Outcome]:
    """The text items of a NewsML-G2 message or item, or of a NITF document; pictures and packages are passed over."""
    root = parse(stream.whole(int(settings.largest_page_megabytes * 1_000_000)))
    several = local(root) == "newsMessage"
    texts = filter(_is_text, map(_named, _items(root)))
    number = 0
    for number, named in enumerate(texts, 1):
        item = items.name(name, number) if several else name
        try:
            yield _news_item(named, item) if "newsItem" in named else _nitf(named, item)
        except ReadingError as error:
            yield items.problem_of(error, item)
    if not number:
        raise NotAnArticle("holds no item of text", hint=_HINT)


def _items(root: etree._Element) -> Iterator[etree._Element]:
    """The items in a message, in order, none inside another; what is no message is itself one."""
    ahead = [root]
    while ahead:
        node = ahead.pop()
        if local(node) in {"newsItem", "nitf"}:
            yield node
        elif local(node):
            ahead.extend(reversed(node))


def _named(node: etree._Element) -> Named:
    found: dict[str, list[etree._Element]] = {}
    for one in node.iter():
        found.setdefault(local(one), []).append(one)
    return found


def _is_text(named: Named) -> bool:
    return _code(named, "itemClass") in {"text", ""}


def _news_item(named: Named, item: str) -> Page:
    if _code(named, "pubStatus") in _WITHDRAWN:
        raise NotAnArticle("its provider has withdrawn it", hint=_HINT)
    return items.page(
        _content(named),
        item,
        title=_words(named, "headline"),
        outlet=_words(named, "provider") or _words(named, "copyrightHolder") or _words(named, "infoSource"),
        byline=_words(named, "by") or _words(named, "creator"),
        published=_words(named, "versionCreated") or _words(named, "contentCreated"),
        url=_attribute(named, "link", "href"),
        language=_attribute(named, "language", "tag"),
    )


def _nitf(named: Named, item: str) -> Page:
    return items.page(
        _content(named),
        item,
        title=_words(named, "hl1") or _words(named, "title"),
        outlet=_words(named, "distributor") or _attribute(named, "doc.copyright", "holder"),
        byline=_words(named, "byline"),
        published=_attribute(named, "date.issue", "norm") or _attribute(named, "story.date", "norm"),
    )


# ── the text ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _content(named: Named) -> str:
    """The item's text: its XHTML or NITF as plain HTML paragraphs, or its plain text."""
    # `body.content` is NITF's, `body` XHTML's; else it stands in the item as it is
    bodies = named.get("body.content") or named.get("body") or named.get("inlineXML") or []
    if blocks := [block for body in bodies[:1] for block in _blocks(body)]:
        return "<html><body><article>" + "\n".join(blocks) + "</article></body></html>"
    words = next((words for data in named.get("inlineData", ()) if (words := _raw(data))), None)
    if words is None:
        raise NotAnArticle("has no text in it", hint="try: the item with its content, not a reference to it")
    return words


def _blocks(body: etree._Element) -> Iterator[str]:
    for one in body.iter():
        tag = _BLOCKS.get(local(one))
        if tag and (words := _inline(one)):
            yield f"<{tag}>{escape(words)}</{tag}>"


def _inline(block: etree._Element) -> str:
    """The words of a block without those of the blocks inside it."""
    if any(local(one) in _BLOCKS for one in block.iterdescendants()):
        return (block.text or "").strip()
    return _raw(block)


def _raw(node: etree._Element) -> str:
    return "".join(map(str, node.itertext())).strip()


# ── what is said of it ──────────────────────────────────────────────────────────────────────────────────────────────


def _words(named: Named, name: str) -> str | None:
    """What the first element of the name says: its own words, its name, or what it is called by."""
    for one in named.get(name, [])[:_MOST_NAMED]:
        inner = next((inner for inner in one.iterdescendants() if local(inner) == "name"), one)
        if said := _raw(inner) or one.get("literal") or _after_colon(one.get("qcode")):
            return said
    return None


def _after_colon(code: str | None) -> str:
    return (code or "").rpartition(":")[2]


def _code(named: Named, name: str) -> str:
    return next((_after_colon(one.get("qcode")) for one in named.get(name, ())), "")


def _attribute(named: Named, name: str, attribute: str) -> str | None:
    return next((value for one in named.get(name, ()) if (value := one.get(attribute))), None)
