"""One item of a container: its page, or what became of it."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from crossread.errors import ReadingError
from crossread.reading.lines import tidy
from crossread.records import Outcome, OutcomeReason, Page

_LONGEST_VALUE: Final = 1_000
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def problem(item: str, reason: OutcomeReason, detail: str, hint: str) -> Outcome:
    """The outcome of an item that gives no page, with a way out."""
    return Outcome(item, "quarantined", reason, detail, f"try: {hint}")


def problem_of(error: ReadingError, item: str) -> Outcome:
    """The outcome of an item at which reading failed."""
    # every class in the tree names a reason from the closed list
    reason: OutcomeReason = error.reason  # type: ignore[assignment]
    return Outcome(error.item or item, "quarantined", reason, error.message, error.hint)


def name(container: str, place: object) -> str:
    """How a message names an item: the file and the item's place in it."""
    return f"{container}#{tidy(str(place))[:100]}"


def address(value: str | None) -> str | None:
    """The value if it is the address of a page on the web; else None."""
    found = tidy(value or "")
    return found if re.match(r"https?://[^\s/]", found, re.IGNORECASE) and len(found) <= 2_000 else None


def charset(data: bytes, declared: str | None) -> str | None:
    """What the source declares the encoding to be, unless its bytes belie it by being valid, non-ASCII UTF-8."""
    if not declared or not re.fullmatch(r"[A-Za-z0-9_.:-]{2,40}", declared):
        return None
    if declared.casefold() in {"punycode", "idna"}:
        return None  # no encodings of pages, and slow to decode
    if data.isascii():
        return declared
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return declared
    return "utf-8"


def page(text: str, item: str, *, media: str | None = None, url: str | None = None, **said: str | None) -> Page:
    """A page of text that stands inside another format, with what that format says of it (see `Page.given`).

    `media` is that of the text, told from its tags where it is None.
    """
    link = address(url)
    given = tuple((key, cut) for key, value in (*said.items(), ("url", link)) if (cut := short(value)))
    media = media or ("text/html" if _TAG.search(text) else "text/plain")
    return Page(text.encode("utf-8", "replace"), media, file=item, url=link, encoding="utf-8", given=given)


def short(value: str | None) -> str:
    """The value as one line without tags, cut where it is too long to be metadata."""
    return plain((value or "")[: 2 * _LONGEST_VALUE])[:_LONGEST_VALUE]


def plain(text: str) -> str:
    """The text without tags, entities decoded."""
    return tidy(unescape(_TAG.sub(" ", text)))
