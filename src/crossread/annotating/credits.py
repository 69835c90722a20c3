"""The agencies and outlets that an article as a whole is credited to: dateline, byline, credit and copyright lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.records import Article, Block, Via

from . import via
from .datelines import NAME, dateline

_CLOSING = re.compile(rf"\((?P<name>{NAME})\)[.\s]*$")
_REPORTING = re.compile(
    rf"(?i:(?:additional|further|with) (?:reporting|material|information|files|(?:agency )?inputs) "
    rf"(?:by|from)) (?P<rest>.{{2,120}})"
    rf"|^(?i:(?:source|from|via|credit)s?): ?(?P<source>{NAME})"
)
_COPYRIGHT = re.compile(rf"(?i:(?:©|\(c\)|copyright)\s*){{1,2}}(?:\d{{4}}\s*)?(?P<name>{NAME})")
_FIRST, _LAST = 3, 4  # blocks at the top in which a dateline, at the end in which a credit stands


def carried(article: Article) -> tuple[Via, ...]:
    """The agencies and outlets, other than the article's own, that the article as a whole is credited to.

    Credits of photographs do not count: they say nothing about the words.
    """
    found: dict[str, Via] = {}
    own = aliases(article)
    for name, start, end, known in _credits(article):
        role = via.role_of(name) or ("agency" if known else None)
        again = any(via.is_own(other.name, name) for other in found.values())
        if role is not None and not again and name not in own and not via.is_own(article.outlet, name):
            found.setdefault(name.casefold(), Via(name, role, article.span(start, end)))
    return tuple(found.values())


def aliases(article: Article) -> tuple[str, ...]:
    """The initials that an agency's own reports carry in their datelines: "(WAQ)" in those of Orme News Agency."""
    if via.role_of(article.outlet or "") != "agency":
        return ()
    lines = (dateline(article, block) for block in article.blocks if block.kind in {"standfirst", "paragraph"})
    named = {name for line in lines if line is not None for name in line.groupdict().values() if name}
    return tuple(sorted(name for name in named if name.isupper()))


def _credits(article: Article) -> Iterator[tuple[str, int, int, bool]]:
    """Names in the places of credits, each with whether the place alone shows it to be an agency."""
    body = [block for block in article.blocks if block.kind in {"standfirst", "paragraph"}]
    for block in body[:_FIRST]:
        yield from _matched(article, dateline(article, block), True)
    for block in body[-_LAST:]:
        if block.end - block.start < 300:
            yield from _in_line(article, block)
        yield from _matched(article, _CLOSING.search(article.text, max(block.start, block.end - 60), block.end), False)
    for index, block in enumerate(article.blocks):
        if block.kind == "footnote" or (block.kind == "credit" and not _of_a_picture(article, index)):
            yield from _in_line(article, block)
    yield from _in_byline(article)


def _of_a_picture(article: Article, index: int) -> bool:
    """Whether the credit is that of the picture whose caption stands right before or after it."""
    beside = article.blocks[max(0, index - 1) : index + 2]
    return any(block.kind == "caption" for block in beside)


def _matched(article: Article, match: re.Match[str] | None, known: bool) -> Iterator[tuple[str, int, int, bool]]:
    if match is not None:
        for group, name in match.groupdict().items():
            if name:
                yield name, match.start(group), match.end(group), known


def _is_photo(text: str) -> bool:
    return re.search(r"(?i)\b(?:photo|image|picture|getty|video|file)", text) is not None


def _in_line(article: Article, block: Block) -> Iterator[tuple[str, int, int, bool]]:
    text = article.text[block.start : min(block.end, block.start + 400)]
    if _is_photo(text):
        return
    for match in _REPORTING.finditer(text):
        group = "rest" if match["rest"] else "source"
        for name in re.finditer(NAME, match[group]):
            at = block.start + match.start(group) + name.start()
            yield name.group(), at, at + len(name.group()), False
    for match in _COPYRIGHT.finditer(text):
        yield match["name"], block.start + match.start("name"), block.start + match.end("name"), False


def _in_byline(article: Article) -> Iterator[tuple[str, int, int, bool]]:
    """Names in the byline that are no person's: an agency's, or one of a single word. The span is empty where the
    text itself does not repeat it."""
    for part in re.split(r"\s*(?:/|;|\band\b|\bwith\b)\s*", article.byline or ""):
        name = part.partition(",")[0].strip()
        if name and name[0].isupper() and (via.role_of(name) == "agency" or " " not in name):
            at = max(article.text.find(name), 0)
            yield name, at, at + len(name) if article.text.startswith(name, at) else at, True
