"""What a page says about itself: title, outlet, byline, publication time, address, section, language.

Order of trust, the first that answers wins:

    title      JSON-LD headline, og:title, twitter:title, the first <h1>, <title>; without the outlet's name behind it
    outlet     og:site_name, JSON-LD publisher, application-name, what follows the title in <title>
    byline     JSON-LD author, meta author, byl; else the visible byline (found with the text)
    published  JSON-LD datePublished, article:published_time, itemprop datePublished, other date metas,
               <time datetime> before the body; then a visible date line; then the address
    updated    JSON-LD dateModified, article:modified_time, other date metas
    section    JSON-LD articleSection, article:section, other metas
    url        <link rel=canonical>, og:url, JSON-LD; else where the page came from
    language   <html lang>, og:locale: a hint only

Above all of these stands what the source says beside the page (`given`). Every statement is kept, with where it
stands, in `Metadata.found`: where two disagree a reader sees both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, cast

from lxml import etree

from crossread.records import Found, FoundField, Published

from . import dates, fields, lexicon
from .lines import is_web_address, tidy, words

_DATE_METAS: Final = (
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "dcterms.date",
    "date.issued",
    "cxenseparse:recs:publishtime",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "publication-date",
    "citation_publication_date",
    "originalpublicationdate",
    "article_date_original",
    "displaydate",
    "dat",
    "ptime",
    "date",
)


_UPDATE_METAS: Final = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
)
_SECTION_METAS: Final = ("article:section", "og:article:section", "parsely-section", "section", "dc.subject")
_AUTHOR_METAS: Final = (
    *("author", "byl", "article:author", "parsely-author"),
    *("sailthru.author", "dc.creator", "og:article:author"),
)
_LONGEST_VALUE: Final = fields.LONGEST_VALUE
_DATED = etree.XPath("//*[contains(@itemprop, 'datePublished')]")
_MARKED = etree.XPath("//*[@itemprop='author'] | //a[@rel='author']")


@dataclass(slots=True)
class Metadata:
    """What the page's head says, as far as it says it; `found` is every statement, by trust within each field."""

    titles: list[str] = field(default_factory=list)  # by trust
    page_title: str | None = None  # <title>, with whatever the outlet adds
    outlet: str | None = None
    byline: str | None = None
    published: Published = field(default_factory=Published)
    url: str | None = None
    language: str | None = None
    description: str | None = None
    paywalled: bool = False
    is_article: bool = False  # says so itself
    word_count: int | None = None
    found: list[Found] = field(default_factory=list)


def collect(root: etree._Element) -> Metadata:
    """What the page's metadata says."""
    metas = fields.metas(root)
    article = fields.article(list(fields.linked_data(root)))
    page_title = root.find(".//title")
    stated = list(dict.fromkeys(_statements(root, metas, article)))
    found = Metadata(found=stated)
    found.page_title = tidy((page_title.text or "")[:_LONGEST_VALUE]) if page_title is not None else None
    found.titles = [one.value for one in stated if one.field == "title"]
    found.outlet = next((_bare_name(one.value) for one in stated if one.field == "outlet"), None)
    found.byline = next((one.value for one in stated if one.field == "byline"), None)
    found.published = next((_published(one) for one in stated if one.field == "published"), Published())
    found.url = next((one.value for one in stated if one.field == "url"), None)
    found.language = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or metas.get("og:locale")
    )
    found.description = (
        metas.get("og:description") or metas.get("description") or fields.text(article.get("description"))
    )
    found.word_count = fields.number(article.get("wordCount"))
    found.is_article = bool(article.get("headline")) or metas.get("og:type") == "article"
    found.paywalled = str(article.get("isAccessibleForFree", "")).casefold() == "false"
    return found


Stated = Iterator[tuple[str, str | None]]
"""Where something is stated, and what; None where it is not."""


def _statements(root: etree._Element, metas: dict[str, str], article: dict[str, Any]) -> Iterator[Found]:
    """Everything that the page states about itself in a form to take, by field and trust."""
    each: tuple[tuple[FoundField, Stated], ...] = (
        ("title", _titles(metas, article)),
        ("outlet", ((where, name) for where, name in _outlets(metas, article) if name and _bare_name(name))),
        ("byline", _bylines(root, metas, article)),
        ("published", ((where, value) for where, value in _stamps(root, metas, article) if _is_stamp(value))),
        ("updated", ((where, value) for where, value in _updates(metas, article) if _is_stamp(value))),
        ("section", _sections(metas, article)),
        ("url", ((where, url) for where, url in _urls(root, metas, article) if url and is_web_address(url))),
        ("copyright", (("JSON-LD copyrightHolder", name) for name in fields.names(article.get("copyrightHolder")))),
    )
    for name, stated in each:
        for where, value in stated:
            if value:
                yield Found(name, tidy(value[:_LONGEST_VALUE]), where)


def _meta(names: tuple[str, ...], metas: dict[str, str]) -> Stated:
    for name in names:
        yield f"meta {name}", metas.get(name) or metas.get("itemprop:" + name)


def _titles(metas: dict[str, str], article: dict[str, Any]) -> Stated:
    yield "JSON-LD headline", fields.text(article.get("headline"))
    yield from _meta(("og:title", "twitter:title", "dc.title"), metas)


def _outlets(metas: dict[str, str], article: dict[str, Any]) -> Stated:
    yield from _meta(("og:site_name",), metas)
    for name in fields.names(article.get("publisher"))[:1]:
        yield "JSON-LD publisher", name
    yield from _meta(("application-name",), metas)


def _bare_name(value: str) -> str | None:
    """The name without a slogan; None where it is an address, an account or the head of a section."""
    name = re.split(r"\s[|•·]\s", value)[0].strip()
    section = lexicon.entries("sections", "section").issuperset(words(name))
    return None if not name or section or name.startswith(("http:", "https:", "@")) else name


_BY = re.compile(r"^by\s+", re.IGNORECASE)


def _bylines(root: etree._Element, metas: dict[str, str], article: dict[str, Any]) -> Stated:
    for name in ("author", "creator"):
        yield (
            f"JSON-LD {name}",
            " and ".join(dict.fromkeys(_BY.sub("", one) for one in fields.names(article.get(name)))),
        )
    for where, value in _meta(_AUTHOR_METAS, metas):
        if value and not value.startswith(("http", "/", "@")):
            yield where, _BY.sub("", value)
    marked = (tidy("".join(map(str, node.itertext()))) for node in _nodes(_MARKED, root))
    named = dict.fromkeys(name for name in marked if 0 < len(name.split()) <= 5 and not name.startswith("http"))
    yield "the name marked up as author", " and ".join(named)


def _nodes(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    return [node for node in cast(list[object], path(root))[:5] if isinstance(node, etree._Element)]


def _is_stamp(value: str | None) -> bool:
    return bool(value) and dates.stamp(value or "") is not None


def _published(stated: Found) -> Published:
    return Published(dates.stamp(stated.value), "metadata", f"the page's {stated.where} says {stated.value[:60]}")


def _stamps(root: etree._Element, metas: dict[str, str], article: dict[str, Any]) -> Stated:
    for name in ("datePublished", "dateCreated", "uploadDate"):
        yield f"JSON-LD {name}", fields.text(article.get(name))
    yield from _meta(("article:published_time",), metas)
    for node in _nodes(_DATED, root):
        yield "itemprop datePublished", node.get("content") or node.get("datetime") or node.text
    yield from _meta(_DATE_METAS, metas)
    for node in root.iter("time"):
        stamp = node.get("datetime")
        if stamp and (node.get("pubdate") is not None or len(stamp) > 9):
            yield "first <time>", stamp
            return


def _updates(metas: dict[str, str], article: dict[str, Any]) -> Stated:
    yield "JSON-LD dateModified", fields.text(article.get("dateModified"))
    yield from _meta(_UPDATE_METAS, metas)


def _sections(metas: dict[str, str], article: dict[str, Any]) -> Stated:
    for name in fields.strings(article.get("articleSection"))[:5]:
        yield "JSON-LD articleSection", fields.text(name)
    yield from _meta(_SECTION_METAS, metas)


def _urls(root: etree._Element, metas: dict[str, str], article: dict[str, Any]) -> Stated:
    for link in root.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical":
            yield "link canonical", link.get("href")
    yield from _meta(("og:url",), metas)
    for name in ("url", "mainEntityOfPage"):
        for url in fields.strings(article.get(name)):
            yield f"JSON-LD {name}", url


_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)")


def published_by_url(url: str | None) -> Published:
    """The date in the page's address ("/2019/03/06/…"), if there is one."""
    match = _URL_DATE.search(url or "")
    value = dates.stamp(f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}") if match else None
    return (
        Published(value, "metadata", f"the page's address holds {match[0].strip('/_.-')}")
        if match and value
        else Published()
    )
