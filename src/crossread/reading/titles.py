"""The title of an HTML page: the headline, not what the browser's tab shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from crossread.records import Found

from . import outlets
from .lines import key
from .markup import Line
from .metadata import Metadata

_HEADS: Final = 2


def choose(about: Metadata, lines: Sequence[Line], outlet: str | None) -> str | None:
    """The page's headline: as the metadata gives it, in the page's own spelling; else its <h1>; else its <title>."""
    heads = [line.text for line in lines if _is_h1(line)]
    for stated in about.titles:
        title = outlets.without_outlet(stated, outlet)
        return next((head for head in heads if _completes(head, title)), title)
    if len(heads) == 1:
        return heads[0]
    if about.page_title is None:
        return heads[0] if heads else None
    bare = outlets.without_outlet(about.page_title, outlet)
    stem = outlets.split_suffix(about.page_title)[0]
    return next((head for head in heads if key(head) in {key(bare), key(stem)}), bare)


def position(title: str | None, lines: Sequence[Line]) -> int | None:
    """The index of the line that is the headline: an <h1> if one has its words."""
    wanted = key(title or "")
    if not wanted:
        return None
    found = [index for index, line in enumerate(lines) if key(line.text) == wanted]
    heads = [index for index in found if _is_h1(lines[index])]
    return next(iter(heads or found), None)


def stated(about: Metadata, lines: Sequence[Line]) -> list[Found]:
    """The titles that the page shows beside those of its metadata: its first headings, and the browser's tab."""
    heads = [Found("title", line.text, "<h1>") for line in lines if _is_h1(line)][:_HEADS]
    return [*heads, Found("title", about.page_title, "<title>")] if about.page_title else heads


def _is_h1(line: Line) -> bool:
    return any(element.tag == "h1" for element in line.ancestors()[:3])


def _completes(head: str, title: str) -> bool:
    """Whether the heading is the title, or the whole of a title that the metadata cut off."""
    return key(head) == key(title) or (len(head) > len(title) > 40 and head.startswith(title.rstrip(".… ")))
