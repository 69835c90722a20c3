"""Provenance: what lines of the page itself state about the article, beside its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, get_args

from crossread.records import Found, FoundField, Page

from . import dates, furniture, outlets
from .lines import Draft, is_web_address, tidy

_ORDER: Final = {name: rank for rank, name in enumerate(get_args(FoundField))}
_PARAGRAPHS_OF_DATELINE: Final = 2
_PLACE = r"[A-ZÀ-Þ][\w.'’/-]*(?: [A-ZÀ-Þ][\w.'’/-]*){0,3}(?:, [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)?)?"
_AGENCY = r"\((?P<agency>[A-Z][\w&.'’ -]{1,40})\)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?:,? [\w.]{{3,10}} \d{{1,2}}(?:, \d{{4}})?)? ?{_AGENCY} ?(?:[-–—―]{{1,2}} |: )"
    rf"|(?P<capitals>[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{{2,40}})(?:, [A-ZÀ-Þ][\w.'’ -]{{1,30}})? ?(?:[–—―]|--?) "
)


def near_headline(lines: Iterable[str]) -> Iterator[Found]:
    """What lines near the headline say: who wrote it, when it was published and when updated."""
    for line in lines:
        if date := dates.date_line(line):
            yield Found("published", date[1], "a line by the headline")
        elif dates.is_stamp(line) and dates.is_update(line):
            yield Found("updated", tidy(line), "a line by the headline")
        if who := furniture.byline(line) or furniture.desk(line):
            yield Found("byline", who, "a line by the headline")


def outlets_beside(*named: tuple[str | None, str]) -> Iterator[Found]:
    """The outlet as other places than the metadata name it: each name, or None, with the place."""
    for name, where in named:
        if name:
            yield Found("outlet", name, where)


def complete(draft: Draft, page: Page) -> tuple[Found, ...]:
    """Everything stated about the article, sorted by field: what its source says, the page's metadata, its lines."""
    stated = [*_given(page), *draft.found, *_dateline(draft), *_rights(draft), *_address(page)]
    return tuple(sorted(dict.fromkeys(stated), key=lambda found: _ORDER[found.field]))


def _given(page: Page) -> Iterator[Found]:
    fields = {name: name for name in get_args(FoundField)}
    for name, value in page.given:
        if name in fields and tidy(value) and (name != "url" or is_web_address(value)):
            yield Found(fields[name], tidy(value), "given by the source")


def _dateline(draft: Draft) -> Iterator[Found]:
    paragraphs = [text for kind, text in draft.blocks if kind == "paragraph"]
    for text in paragraphs[:_PARAGRAPHS_OF_DATELINE]:
        if match := _DATELINE.match(text[:160]):
            yield Found("place", (match["place"] or match["capitals"]).strip(), "the dateline")
            if match["agency"]:
                yield Found("agency", match["agency"], "the dateline")
            return


def _rights(draft: Draft) -> Iterator[Found]:
    credits = [text for kind, text in draft.blocks if kind == "credit"]
    notices = [line.text for line in draft.dropped if line.rule in {"copyright line", "disclaimer", "page footer"}]
    for line in (*credits, *notices):
        if name := outlets.of_rights(line):
            yield Found("copyright", name, "a notice of rights")


def _address(page: Page) -> Iterator[Found]:
    if page.url and is_web_address(page.url):
        yield Found("url", page.url, "where it was fetched from")
