"""Datelines: "PORT HALM, May 3 (HNA) - " at the head of a report, with the agency they name."""

from __future__ import annotations

import re

from crossread.records import Article, Block

_PART = r"[A-Z](?:[\w&’'-]|\.(?=\w))*"
NAME = rf"{_PART}(?:(?: (?:of|for|de|la))? {_PART}){{0,5}}"
_PLACE = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40}(?:/[A-ZÀ-Þ.'’ -]{2,40})?|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})"
_DASH = r" ?[-–—―]{1,2} "
_DATELINE = re.compile(
    rf"{_PLACE}(?:, [\w.' -]{{1,30}}){{0,3}} ?\((?P<name>{NAME}(?: \d+)?)\)(?:{_DASH}|: )"
    rf"|\((?P<alone>{NAME})\){_DASH}"
    rf"|[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{{2,40}}(?:, [A-Z][\w.' -]{{1,30}}){{0,2}} ?(?:[–—―]|--?) "
)
_HEAD = 160  # characters at the beginning of a block in which a dateline stands
_FIRST = 4  # paragraphs


def dateline(article: Article, block: Block) -> re.Match[str] | None:
    """The dateline at the beginning of the block, with the agency as its group "name" or "alone"."""
    return _DATELINE.match(article.text, block.start, min(block.end, block.start + _HEAD))


def body_start(article: Article, index: int) -> int:
    """Where the words proper of a block begin: after its dateline, in one of the first paragraphs."""
    block = article.blocks[index]
    earlier = sum(other.kind in {"standfirst", "paragraph"} for other in article.blocks[:index])
    found = dateline(article, block) if earlier < _FIRST else None
    return block.start if found is None else found.end()
