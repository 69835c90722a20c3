"""What a page says about itself: title, outlet, byline, publication time, address, language.

Order of trust, the first that answers wins:

    title      JSON-LD headline, og:title, twitter:title, the first <h1>, <title>; without the outlet's name behind it
    outlet     og:site_name, JSON-LD publisher, application-name, what follows the title in <title>
    byline     JSON-LD author, meta author, byl; else the visible byline (found with the text)
    published  JSON-LD datePublished, article:published_time, itemprop datePublished, other date metas,
               <time datetime> before the body; then a visible date line; then the address
    url        <link rel=canonical>, og:url, JSON-LD; else where the page came from
    language   <html lang>, og:locale: a hint only

Above all of these stands what the source says beside the page (`given`).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from lxml import etree

from crossread.records import Published

from . import dates, lexicon
from .lines import tidy, words

_ARTICLE_TYPES: Final = ("article", "posting", "report", "review", "webpage")
_LONGEST_VALUE: Final = 1_000  # characters of a value that are looked at
_DATE_METAS: Final = (
    "article:published_time",
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


@dataclass(slots=True)
class Metadata:
    """What the page's head says, as far as it says it."""

    titles: list[str] = field(default_factory=list)  # by trust
    page_title: str | None = None  # <title>, with whatever the outlet adds
    outlet: str | None = None
    authors: list[str] = field(default_factory=list)
    published: Published = field(default_factory=Published)
    url: str | None = None
    language: str | None = None
    description: str | None = None
    paywalled: bool = False
    is_article: bool = False  # says so itself
    word_count: int | None = None


def collect(root: etree._Element) -> Metadata:
    """What the page's metadata says."""
    metas = _metas(root)
    things = list(_linked_data(root))
    article = _article(things)
    found = Metadata()
    page_title = root.find(".//title")
    found.page_title = tidy((page_title.text or "")[:_LONGEST_VALUE]) if page_title is not None else None
    found.titles = [
        title
        for title in (
            _text(article.get("headline")),
            metas.get("og:title"),
            metas.get("twitter:title"),
            metas.get("dc.title"),
        )
        if title
    ]
    found.outlet = _outlet(metas, article)
    found.authors = _authors(article.get("author") or article.get("creator")) or _meta_authors(metas) or _marked(root)
    found.published = _published(root, metas, article)
    found.url = _url(root, metas, article)
    found.language = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or metas.get("og:locale")
    )
    found.description = metas.get("og:description") or metas.get("description") or _text(article.get("description"))
    found.word_count = _number(article.get("wordCount"))
    found.is_article = bool(article.get("headline")) or metas.get("og:type") == "article"
    found.paywalled = str(article.get("isAccessibleForFree", "")).casefold() == "false"
    return found


def _metas(root: etree._Element) -> dict[str, str]:
    """The first value of each <meta>, by its lower-case name or property; itemprop metas as "itemprop:…"."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        value = tidy((meta.get("content") or "")[:_LONGEST_VALUE])
        if not value:
            continue
        for attribute, prefix in (("property", ""), ("name", ""), ("itemprop", "itemprop:")):
            if name := meta.get(attribute):
                found.setdefault(prefix + name.strip().casefold(), value)
    return found


def _linked_data(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD scripts, outer ones first; scripts that are not JSON are passed over."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").casefold() or not script.text:
            continue
        try:
            queue = [json.loads(_json_text(script.text), strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(2_000):
            if not queue:
                break
            thing = queue.pop(0)
            if isinstance(thing, list):
                queue.extend(thing)
            elif isinstance(thing, dict):
                yield thing
                queue.extend(thing[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in thing)


def _json_text(text: str) -> str:
    return re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|;)\s*$", "", text.strip())


def _article(things: list[dict[str, Any]]) -> dict[str, Any]:
    """The object that describes the article: by its type, and the one that says most of it."""

    def rank(thing: dict[str, Any]) -> tuple[bool, int]:
        kinds = " ".join(_strings(thing.get("@type"))).casefold()
        return (
            any(kind in kinds for kind in _ARTICLE_TYPES[:-1]),
            sum(name in thing for name in ("headline", "datePublished", "author", "articleBody", "publisher")),
        )

    known = [
        thing
        for thing in things
        if any(kind in " ".join(_strings(thing.get("@type"))).casefold() for kind in _ARTICLE_TYPES)
    ]
    return max(known, key=rank, default={})


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


_TAG = re.compile(r"<[^<>]{1,200}>")


def _text(value: object) -> str | None:
    """A string value, its entities decoded and tags removed."""
    texts = _strings(value)
    return (tidy(_TAG.sub(" ", html.unescape(texts[0][:_LONGEST_VALUE]))) or None) if texts else None


def _number(value: object) -> int | None:
    digits = re.sub(r"\D", "", str(value))[:7] if isinstance(value, (int, str)) else ""
    return int(digits) if digits else None


def _names(value: object) -> list[str]:
    """The names in a value that may be a string, an object with a name, or a list of such."""
    if isinstance(value, str):
        name = _text(value)
        return [name] if name and not name.startswith(("http:", "https:", "/", "@")) else []
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [name for item in value for name in _names(item)] if isinstance(value, list) else []


_BY = re.compile(r"^by\s+", re.IGNORECASE)


def _authors(value: object) -> list[str]:
    return list(dict.fromkeys(_BY.sub("", name) for name in _names(value)))


def _meta_authors(metas: dict[str, str]) -> list[str]:
    for name in (
        "author",
        "byl",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "og:article:author",
    ):
        value = _BY.sub("", metas.get(name, ""))
        if value and not value.startswith(("http", "/", "@")):
            return [value]
    return []


def _marked(root: etree._Element) -> list[str]:
    """The authors that the page marks up among its text, by itemprop or rel."""
    marked = (node for node in root.iter() if isinstance(node.tag, str) and _is_author(node))
    names = (tidy("".join(map(str, node.itertext()))) for node in islice(marked, 5))
    return list(dict.fromkeys(name for name in names if 0 < len(name.split()) <= 5 and not name.startswith("http")))


def _is_author(node: etree._Element) -> bool:
    return node.get("itemprop") == "author" or (node.tag == "a" and node.get("rel") == "author")


def _outlet(metas: dict[str, str], article: dict[str, Any]) -> str | None:
    """The first name that is one: not an address, an account or the head of a section, and without a slogan."""
    stated = (metas.get("og:site_name"), *_names(article.get("publisher"))[:1], metas.get("application-name"))
    return next((name for value in stated if value and (name := _bare_name(value))), None)


def _bare_name(value: str) -> str | None:
    name = re.split(r"\s[|•·]\s", value)[0].strip()
    section = lexicon.entries("sections", "section").issuperset(words(name))
    return None if not name or section or name.startswith(("http:", "https:", "@")) else name


def _published(root: etree._Element, metas: dict[str, str], article: dict[str, Any]) -> Published:
    for where, value in _stamps(root, metas, article):
        if value and (iso := dates.stamp(value)):
            return Published(iso, "metadata", f"{where} says {tidy(value)[:60]}")
    return Published()


def _stamps(root: etree._Element, metas: dict[str, str], article: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """The fields that may hold the publication time, by trust, and their values."""
    for name in ("datePublished", "dateCreated", "uploadDate"):
        yield f"the page's JSON-LD {name}", _text(article.get(name))
    yield "the page's meta article:published_time", metas.get("article:published_time")
    for node in root.iter():
        if isinstance(node.tag, str) and "datePublished" in (node.get("itemprop") or "").split():
            yield "the page's itemprop datePublished", node.get("content") or node.get("datetime") or node.text
    for name in _DATE_METAS[1:]:
        yield f"the page's meta {name}", metas.get(name) or metas.get("itemprop:" + name)
    for node in root.iter("time"):
        stamp = node.get("datetime")
        if stamp and (node.get("pubdate") is not None or len(stamp) > 9):
            yield "the first <time> on the page", stamp
            return


def _url(root: etree._Element, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical" and (link.get("href") or "").startswith("http"):
            return tidy(link.get("href") or "")
    stated = [metas.get("og:url"), *_strings(article.get("url")), *_strings(article.get("mainEntityOfPage"))]
    return next((url for url in stated if url and url.startswith("http")), None)


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
