"""Fields: the raw statements in a page's head, its meta tags and JSON-LD, and the values in them as plain text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from .lines import tidy

_ARTICLE_TYPES: Final = ("article", "posting", "report", "review", "webpage")
LONGEST_VALUE: Final = 1_000  # characters of a value that are looked at


def metas(root: etree._Element) -> dict[str, str]:
    """The first value of each <meta>, by its lower-case name or property; itemprop metas as "itemprop:…"."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        value = tidy((meta.get("content") or "")[:LONGEST_VALUE])
        if not value:
            continue
        for attribute, prefix in (("property", ""), ("name", ""), ("itemprop", "itemprop:")):
            if name := meta.get(attribute):
                found.setdefault(prefix + name.strip().casefold(), value)
    return found


def linked_data(root: etree._Element) -> Iterator[dict[str, Any]]:
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


def article(things: list[dict[str, Any]]) -> dict[str, Any]:
    """The object that describes the article: by its type, and the one that says most of it."""

    def rank(thing: dict[str, Any]) -> tuple[bool, int]:
        kinds = " ".join(strings(thing.get("@type"))).casefold()
        return (
            any(kind in kinds for kind in _ARTICLE_TYPES[:-1]),
            sum(name in thing for name in ("headline", "datePublished", "author", "articleBody", "publisher")),
        )

    known = [
        thing
        for thing in things
        if any(kind in " ".join(strings(thing.get("@type"))).casefold() for kind in _ARTICLE_TYPES)
    ]
    return max(known, key=rank, default={})


def strings(value: object) -> list[str]:
    """The strings in a value that may be one, or a list that holds some."""
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


_TAG = re.compile(r"<[^<>]{1,200}>")


def text(value: object) -> str | None:
    """A string value, its entities decoded and tags removed."""
    texts = strings(value)
    return (tidy(_TAG.sub(" ", html.unescape(texts[0][:LONGEST_VALUE]))) or None) if texts else None


def number(value: object) -> int | None:
    """A count, however it is written; None where it has no digits."""
    digits = re.sub(r"\D", "", str(value))[:7] if isinstance(value, (int, str)) else ""
    return int(digits) if digits else None


def names(value: object) -> list[str]:
    """The names in a value that may be a string, an object with a name, or a list of such."""
    if isinstance(value, str):
        name = text(value)
        return [name] if name and not name.startswith(("http:", "https:", "/", "@")) else []
    if isinstance(value, dict):
        return names(value.get("name"))
    return [name for item in value for name in names(item)] if isinstance(value, list) else []
