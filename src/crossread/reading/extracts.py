"""Plain-text page extracts: what a crawler left of a page, one line a paragraph, the furniture among them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crossread.errors import NotAnArticle
from crossread.records import BlockKind, Dropped, Page, Published
from crossread.settings import Settings

from . import captions, dates, furniture, metadata
from .lines import Draft, key, tidy

_ENDED = re.compile(r"""[.!?…]["'”’»)\]*]*$""")


def read(text: str, page: Page, settings: Settings) -> Draft:
    """The article in a plain-text extract, as a draft."""
    raw = [line for line in text.splitlines() if tidy(line)]
    lines = [tidy(line) for line in raw]
    prose = [
        i for i, line in enumerate(lines) if len(line.split()) >= 12 and _ENDED.search(line) and not _set_apart(line)
    ]
    if not prose:
        raise NotAnArticle("no running text was found in it", item=page.name, hint="try: save the text of one article")
    return _Reader(raw, lines, prose[0], prose[-1]).run()


def _set_apart(line: str) -> bool:
    return bool(furniture.reason(line) or captions.split(line) or captions.is_dated_scene(line))


@dataclass(slots=True)
class _Reader:
    raw: list[str]
    lines: list[str]
    first: int
    last: int
    draft: Draft = field(default_factory=Draft)

    def run(self) -> Draft:
        draft = self.draft
        draft.outlet = self._outlet()
        title = self._title()
        if title is not None:
            draft.title = metadata.without_outlet(self.lines[title], draft.outlet)
            draft.blocks.append(("title", draft.title))
        for index, line in enumerate(self.lines):
            if index != title:
                self._line(index, line)
        return draft

    def _outlet(self) -> str | None:
        for line in self.lines[: self.first]:
            if match := re.match(r"^[-–|] ([A-Z].{2,40})$", line):
                return match[1]
        for line in self.lines[: self.first]:
            _, tail = metadata.split_title(line)
            if tail and any(key(other).startswith(key(tail)[:9]) for other in self.lines if other != line):
                return tail
        return self.lines[0] if len(self.lines[0].split()) <= 5 else None

    def _title(self) -> int | None:
        best, where = 0.0, None
        for index, line in enumerate(self.lines[: self.first]):
            count = len(line.split())
            if (
                count < 4
                or count > 30
                or _set_apart(line)
                or furniture.byline(line)
                or dates.date_line(line)
                or furniture.is_menu(self.raw[index])
            ):
                continue
            score = min(count, 10) - 5 * line.endswith(".") - 0.1 * index
            if score > best:
                best, where = score, index
        return where

    def _line(self, index: int, line: str) -> None:
        draft = self.draft
        if index < self.first:
            self._above(index, line)
        elif index > self.last:
            if furniture.is_footnote(line):
                draft.blocks.append(("footnote", line))
            elif furniture.is_correction(line):
                draft.blocks.append(("correction", line))
            elif furniture.is_staff_credit(line):
                draft.blocks.append(("credit", line))
            else:
                draft.dropped.append(Dropped(line, furniture.reason(line) or "below the article"))
        elif furniture.is_staff_credit(line):
            draft.blocks.append(("credit", line))
        elif furniture.is_correction(line):
            draft.blocks.append(("correction", line))
        elif furniture.is_footnote(line):
            draft.blocks.append(("footnote", line))
        elif (rule := furniture.reason(line)) or not (_ENDED.search(line) or len(line) > 100):
            draft.dropped.append(Dropped(line, rule or "not a sentence"))
        else:
            draft.blocks.append(("paragraph", line))

    def _above(self, index: int, line: str) -> None:
        draft = self.draft
        if found := dates.date_line(line):
            if draft.published.value is None:
                draft.published = Published(found[0], "text", f"a line above the text says {found[1]}")
            draft.dropped.append(Dropped(line, "date line"))
        elif who := furniture.byline(line):
            draft.byline = draft.byline or who
            draft.dropped.append(Dropped(line, "byline"))
        elif parts := captions.split(line):
            kinds: tuple[BlockKind, BlockKind] = ("caption", "credit")
            draft.blocks.extend((kind, part) for kind, part in zip(kinds, parts, strict=True) if part)
        elif captions.is_dated_scene(line):
            draft.blocks.append(("caption", line))
        else:
            draft.dropped.append(Dropped(line, furniture.reason(line) or "above the article"))
