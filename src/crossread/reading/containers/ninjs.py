"""IPTC ninjs: an item of news as a JSON object, in the spellings of versions 1 to 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from crossread.errors import NotAnArticle
from crossread.records import Page

from . import items
from .values import Record, first, prose

_SIGNS: Final = frozenset(("versioncreated", "bodies", "pubstatus", "bodytext", "bodyxhtml", "bodyhtml", "infosources"))
_WITHDRAWN: Final = ("canceled", "cancelled", "withheld")
_HINT: Final = "try: an item of text"


def is_item(record: Record) -> bool:
    """Whether the object is a ninjs item: it has a `uri` and what only such items have."""
    return "uri" in record and not _SIGNS.isdisjoint(map(_key, record))


def _key(name: str) -> str:
    return name.casefold().replace("_", "")


def page(record: Record, item: str) -> Page:
    """The item's text as a page. Raises `NotAnArticle` where it is no text, or one that its provider has withdrawn."""
    found = {_key(name): value for name, value in record.items()}
    if str(found.get("pubstatus")).rpartition(":")[2] in _WITHDRAWN:
        raise NotAnArticle("its provider has withdrawn it", hint=_HINT)
    body = prose(found, "bodyxhtml", "bodyhtml", "bodytext") or _longest(found.get("bodies"))
    if body is None:
        raise NotAnArticle("has no text", hint=_HINT)
    return items.page(
        body,
        item,
        title=first(found, "headline", "title") or _longest(found.get("headlines")),
        outlet=first(found, "infosource", "copyrightholder", "provider") or _source(found.get("infosources")),
        byline=first(found, "byline", "by"),
        published=first(found, "versioncreated", "contentcreated", "firstcreated"),
        url=first(found, "uri"),
        language=first(found, "language"),
    )


def _longest(found: Any) -> str | None:
    """The longest of several forms of a text: the main one, not the one cut for a small screen."""
    forms = [one.get("value") for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
    return max((form for form in forms if isinstance(form, str)), key=len, default=None)


def _source(found: Any) -> str | None:
    named = (one for one in found if isinstance(one, Mapping)) if isinstance(found, list) else ()
    return next((name for one in named if (name := first(one, "name", "literal"))), None)
