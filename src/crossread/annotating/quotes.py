"""Where quotation marks open and close: doubles, singles and guillemets, within one paragraph and over several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossread.records import Article, Block

CLOSERS = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "‘": "’'", "'": "'’", "‹": "›", "‟": "”", "''": "''", "``": "''"}
_MARK = re.compile(r"''|``|[“”„«»‟\"‘’'‹›]")
_SINGLE = frozenset("‘’'")
_CLIPPED = re.compile(r"['’](?:\d\ds?|em|tis|twas|til|cause|n|round|bout)\b", re.IGNORECASE)
_CLOSES_LATER = re.compile(r"[^\sA-Za-z]?[’'](?!\w)|\s[‘'](?=\w)")
_CLOSES_SOMEWHERE = re.compile(r"\S['’](?!\w)")
_DEEPEST = 6  # quotations within quotations
_FAR = 1_000  # characters looked ahead for a single mark that closes: longer than any quotation in one paragraph


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch of one block: `start:end` with its marks, `inner_start:inner_end` without.

    `closed` is False where the mark is never closed in the block: the quotation goes on in the next paragraph, or the
    mark is missing. `goes_on` says that the quotation of the paragraph before continues here. `inside` holds the
    stretches quoted within it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    mark: str
    closed: bool = True
    goes_on: bool = False
    inside: tuple[Quoted, ...] = ()


def find(article: Article) -> tuple[tuple[Quoted, ...], ...]:
    """For each block of the article, the outermost quoted stretches in it, in order."""
    found: list[tuple[Quoted, ...]] = []
    pending: str | None = None  # the opening mark of a quotation that the paragraph before left open
    for block in article.blocks:
        here = stretches(article.text, block)
        if here and pending is not None and _opens(article.text, here[0], block) and here[0].mark == pending:
            here = (replace(here[0], goes_on=True), *here[1:])
        pending = here[-1].mark if here and not here[-1].closed else None
        found.append(here)
    return tuple(found)


def _opens(text: str, quoted: Quoted, block: Block) -> bool:
    return not text[block.start : quoted.start].strip()


def stretches(text: str, block: Block) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of one block, each with those inside it."""
    return tuple(_nest(list(_pairs(text, block))))


def _pairs(text: str, block: Block) -> Iterator[Quoted]:
    """All pairs of marks, the inner ones before the outer, and the marks left open."""
    open_marks: list[re.Match[str]] = []
    for mark in _MARK.finditer(text, block.start, block.end):
        if (depth := _closes(text, mark, open_marks, block)) is not None:
            yield _stretch(text, open_marks[depth].start(), mark.end(), open_marks[depth].group(), closed=True)
            del open_marks[depth:]
        elif len(open_marks) < _DEEPEST and _may_open(text, mark, open_marks, block):
            open_marks.append(mark)
    for mark in open_marks[:1]:
        if mark.group() not in _SINGLE:
            yield _stretch(text, mark.start(), _open_end(text, mark.start(), block), mark.group(), closed=False)


def _stretch(text: str, start: int, end: int, mark: str, *, closed: bool) -> Quoted:
    return Quoted(start, end, start + len(mark), end - len(mark) if closed else end, mark, closed)


def _open_end(text: str, start: int, block: Block) -> int:
    """An unclosed quotation that begins its paragraph fills it; another ends with its line."""
    line = text.find("\n", start, block.end)
    return block.end if line < 0 else line


def _closes(text: str, mark: re.Match[str], open_marks: list[re.Match[str]], block: Block) -> int | None:
    """The index of the open mark that this one closes, None where it closes nothing."""
    char = mark.group()
    for depth in range(len(open_marks) - 1, -1, -1):
        opened = open_marks[depth].group()
        if char in CLOSERS[opened] and len(char) == len(opened):
            if char in _SINGLE:
                return depth if _single_closes(text, mark, block) else None
            return None if char == opened and _only_opens(text, mark, block) else depth
        if opened not in _SINGLE:
            return None  # a single mark never reaches over a double one
    return None


def _before(text: str, at: int, block: Block) -> str:
    return text[at - 1] if at > block.start else " "


def _after(text: str, at: int, block: Block) -> str:
    return text[at] if at < block.end else " "


def _only_opens(text: str, mark: re.Match[str], block: Block) -> bool:
    """Whether a straight mark can only be an opening one: a space before it and none after it."""
    return _before(text, mark.start(), block).isspace() and not _after(text, mark.end(), block).isspace()


def _single_closes(text: str, mark: re.Match[str], block: Block) -> bool:
    before, after = _before(text, mark.start(), block), _after(text, mark.end(), block)
    if before.isspace() or after.isalnum():
        return False
    if before != "s" or not after.isspace():
        return True
    # "the workers' pay": a possessive, if the quotation is closed further on before another opens
    later = _CLOSES_LATER.search(text, mark.end(), min(block.end, mark.end() + _FAR))
    return later is None or later.group()[0].isspace()


def _may_open(text: str, mark: re.Match[str], open_marks: list[re.Match[str]], block: Block) -> bool:
    char = mark.group()
    before, after = _before(text, mark.start(), block), _after(text, mark.end(), block)
    if char in "”»›" or (char == "“" and any(m.group() == "„" for m in open_marks)):
        return False
    if char in {'"', "''"}:
        return not before.isdigit() and (not before.isalnum() or after.isalnum()) and not after.isspace()
    if char not in _SINGLE:
        return True
    if char == "’" or before.isalnum() or after.isspace() or _CLIPPED.match(text, mark.start()):
        return False
    if any(m.group() in _SINGLE for m in open_marks):
        return False
    return _CLOSES_SOMEWHERE.search(text, mark.end(), min(block.end, mark.end() + _FAR)) is not None


def _nest(pairs: list[Quoted]) -> list[Quoted]:
    """The outermost stretches, each with the rest that lies inside it."""
    outermost: list[tuple[Quoted, list[Quoted]]] = []
    for quoted in sorted(pairs, key=lambda q: (q.start, -q.end)):
        if not outermost or quoted.start >= outermost[-1][0].end:
            outermost.append((quoted, []))
        elif quoted.end <= outermost[-1][0].end:
            outermost[-1][1].append(quoted)
    return [replace(outer, inside=tuple(inner)) for outer, inner in outermost]
