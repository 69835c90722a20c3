"""Boxes: what an element's tag and names say about the text in it."""

from __future__ import annotations

from functools import cache
from typing import Final

from . import captions, lexicon
from .markup import Element, Line

_TAGS: Final = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "page footer",
    "aside": "aside",
    "form": "form",
    "dialog": "dialog",
    "address": "address",
}
_KINDS: Final = frozenset(("article", "caption", "credit", "standfirst", "standfirst of another article"))
_LONGEST_CAPTION: Final = 500  # characters; what stands under a picture and is longer is text


def rule_of_tag(element: Element) -> str | None:
    """The rule by which an element is furniture, whatever its names."""
    return "hidden" if element.hidden else _TAGS.get(element.tag)


@cache
def _ranks() -> dict[str, tuple[int, str]]:
    """For each name that makes an element furniture the place of its rule in the lexicon, and the rule."""
    heads = [head for head, _ in lexicon.sections("boxes") if head not in _KINDS]
    found: dict[str, tuple[int, str]] = {}
    for rank, head in enumerate(heads):
        for name in lexicon.entries("boxes", head):
            found.setdefault(name, (rank, head))
    return found


def rule_of_names(names: frozenset[str]) -> str | None:
    """The rule by which an element with these names is furniture: the first in the lexicon that knows one of them."""
    ranks = _ranks()
    known = [ranks[name] for name in names if name in ranks]
    return min(known)[1] if known else None


def _is(line: Line, kind: str, levels: int) -> bool:
    known = lexicon.entries("boxes", kind)
    return any(not known.isdisjoint(element.names) for element in line.ancestors()[:levels])


def holds_article(line: Line) -> bool:
    """Whether a box around the line is named as the one that holds an article's text."""
    return _is(line, "article", 6)


def is_caption(line: Line) -> bool:
    """Whether the line stands where captions stand, or behind a picture and reads like one."""
    if line.image and len(line.text) < _LONGEST_CAPTION and captions.is_likely(line.text):
        return True
    return any(element.tag in {"figure", "figcaption"} for element in line.ancestors()[:6]) or _is(line, "caption", 6)


def is_credit(line: Line) -> bool:
    """Whether the line stands where credits of pictures stand."""
    return _is(line, "credit", 2)


def is_standfirst(line: Line) -> bool:
    """Whether the line stands where standfirsts stand."""
    return _is(line, "standfirst", 3)


def is_teaser(line: Line) -> bool:
    """Whether the line, standing behind the first paragraph, is the standfirst of another article."""
    return _is(line, "standfirst of another article", 3)
