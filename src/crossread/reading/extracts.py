"""Plain-text page extracts: what a crawler left of a page, one line a paragraph, the furniture among them.

Nothing tells here what a line is but its words, its length and its neighbours. So the lines that are surely running
text are found first; the title is sought above them; and what remains is judged by where it stands: above the title,
between title and text, among the text, or below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from crossread.errors import NotAnArticle
from crossread.records import BlockKind, Dropped, Found, Page, Published
from crossread.settings import Settings

from . import captions, completeness, dates, furniture, given, headlines, outlets, provenance
from .lines import Draft, key, tidy

_ENDED = re.compile(r"""[.!?…]["'”’»)\]*†]*$""")
_LONG_WORDS: Final = 12  # a full sentence of so many words is running text wherever it stands
_STANDFIRST_LINES: Final = 6  # behind the title in which bullets and standfirsts stand
_ENTRIES: Final = 3  # clock times alone on a line that make a live page
_TAIL_SHARE: Final = 0.2  # of the running text may stand below the line that closes an article
_LINES_AFTER: Final = 6  # lines behind the text in which a notice of rights is a credit
_ABOVE_LINES: Final = 40  # lines from the top in which the title may stand
_MARKDOWN = re.compile(r"^(?:#{1,6}\s+|>\s?|[*+]\s+(?=\S))")
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")


def read(text: str, page: Page, settings: Settings) -> Draft:
    """The article in a plain-text extract, as a draft."""
    if (page.file or "").casefold().endswith(".md"):
        text = "\n".join(_MARKDOWN.sub("", _MARKDOWN_LINK.sub(r"\1", line)) for line in text.splitlines())
    raw = [line for line in text.splitlines() if tidy(line)]
    lines = [tidy(line) for line in raw]
    if not any(map(_is_running, lines)):
        raise NotAnArticle("no running text was found in it", item=page.name, hint="try: save the text of one article")
    return _Reader(raw, lines, given.about(page)).run()


def _is_running(line: str) -> bool:
    """Whether the line is surely a paragraph: a long full sentence that nothing sets apart."""
    return len(line.split()) >= _LONG_WORDS and bool(_ENDED.search(line)) and not _is_set_apart(line)


def _is_set_apart(line: str) -> bool:
    return bool(furniture.is_apart(line) or captions.split(line) or captions.is_dated_scene(line))


@dataclass(slots=True)
class _Reader:
    """One pass over the lines of an extract. `first` and `last` bound the running text."""

    raw: list[str]
    lines: list[str]
    said: given.Given = field(default_factory=given.Given)
    draft: Draft = field(default_factory=Draft)
    seen: set[str] = field(default_factory=set)
    first: int = 0
    last: int = 0
    logged: bool = False  # whether it is the log of a live page, its entries headed by clock times

    def run(self) -> Draft:
        """The article of the extract, taken line by line."""
        draft = self.draft
        running = [index for index, line in enumerate(self.lines) if _is_running(line)]
        above = self.raw[: running[1] if len(running) > 1 else running[0]]
        named = outlets.find(self.lines, above)
        draft.outlet = self.said.outlet or named
        draft.found += provenance.outlets_beside((named, "the lines around the text"))
        title = self._title(running)
        self.first = next((index for index in running if title is None or index > title), running[0])
        self.last = self._end(running)
        self.logged = sum(map(furniture.is_clock, self.lines[self.first : self.last])) >= _ENTRIES
        if self.said.title and title is None:
            self.first = 0  # the title stands beside the text, and all of the text below it
        if title is not None:
            draft.found.append(Found("title", self.lines[title], "a line above the text"))
        if stated := self.said.title or (None if title is None else self.lines[title]):
            draft.title = self._without_suffix(stated)
            self._keep("title", draft.title)
        for index, line in enumerate(self.lines):
            if index != title:
                self._line(index, line, title)
        self._judge()
        draft.found += provenance.near_headline(self.lines[: self.first])
        return draft

    # ── title and end ───────────────────────────────────────────────────────────────────────────────────────────────

    def _title(self, running: list[int]) -> int | None:
        """The line that is the title, if one is.

        Where the source gives the title it is the line that repeats it, if one does.
        """
        if self.said.title:
            wanted = {key(self.said.title), key(self._without_suffix(self.said.title))}
            above = range(min(len(self.lines), _ABOVE_LINES))
            return next((i for i in above if key(self._without_suffix(self.lines[i])) in wanted), None)
        limit = running[1] if len(running) > 1 else running[0] + 1
        text = [self.lines[index] for index in running]
        return headlines.choose(self.lines, self.raw, limit=limit, running=text, outlet=self.draft.outlet)

    def _without_suffix(self, title: str) -> str:
        """The title without the outlet behind it. A suffix that the text itself speaks of is part of the title."""
        return outlets.without_outlet(title, self.draft.outlet)

    def _end(self, running: list[int]) -> int:
        """The last line of the text: the last surely running one above the tail, with the short sentences after it."""
        sure = set(running)
        total = below = sum(len(self.lines[index]) for index in running)
        last = running[0]
        for index in range(running[0], len(self.lines)):
            if index in sure:
                below -= len(self.lines[index])
                last = index
            elif below < _TAIL_SHARE * total and index > self.first and _closes(self.lines[index]):
                break
        while last + 1 < len(self.lines) and self._goes_on(self.lines[last + 1]):
            last += 1
        return last

    def _goes_on(self, line: str) -> bool:
        return len(line.split()) >= 3 and bool(_ENDED.search(line)) and not _is_set_apart(line)

    # ── what each line is ───────────────────────────────────────────────────────────────────────────────────────────

    def _line(self, index: int, line: str, title: int | None) -> None:
        if self._anywhere(index, line):
            return
        if index < self.first:
            self._above(index, line, title)
        elif index <= self.last:
            self._within(index, line)
        else:
            self._drop(line, furniture.reason(line) or "below the article")

    def _anywhere(self, index: int, line: str) -> bool:
        """Deal with the lines that are the same wherever they stand; False for all others."""
        if self._is_repeated(line):
            self._drop(line, "repeated line")
        elif furniture.is_staff_credit(line):
            self._keep("credit", line)
        elif furniture.is_correction(line):
            self._keep("correction", line)
        elif index > self.first and furniture.is_footnote(line):
            self._keep("footnote", line)
        elif index <= self.last and (parts := self._caption(index, line)):
            kinds: tuple[BlockKind, BlockKind] = ("caption", "credit")
            for kind, part in zip(kinds, parts, strict=True):
                if part:
                    self._keep(kind, part)
        elif index > self.last and furniture.reason(line) == "copyright line" and index <= self.last + _LINES_AFTER:
            self._keep("credit", line)
        else:
            return False
        return True

    def _is_repeated(self, line: str) -> bool:
        """Whether the line has stood before, perhaps now with the outlet's name behind it."""
        bare = key(self._without_suffix(line))
        return len(bare.split()) >= 4 and bare in self.seen

    def _caption(self, index: int, line: str) -> tuple[str, str] | None:
        parts = captions.split(line, self.draft.outlet)
        if index < self.first:
            return parts or ((line, "") if captions.is_dated_scene(line) else None)
        return parts if parts and (not parts[0] or len(line.split()) < 60) and captions.is_glued(line, parts) else None

    def _above(self, index: int, line: str, title: int | None) -> None:
        draft = self.draft
        if found := dates.date_line(line):
            if draft.published.value is None:
                draft.published = Published(found[0], "text", f"a line above the text says “{found[1]}”")
            self._signed(line, dates.beside(line, found[1]), "date line")
        elif who := furniture.byline(line) or furniture.desk(line):
            self._signed(line, who, "byline")
        elif rule := furniture.reason(line):
            self._drop(line, rule)
        elif title is not None and index > title and self._is_standfirst(index, line, title):
            self._keep("standfirst", line)
        else:
            self._drop(line, "menu" if furniture.is_menu(self.raw[index]) else "above the article")

    def _signed(self, line: str, who: str | None, rule: str) -> None:
        """Leave out a byline, but keep it as a credit where it names an agency or a desk: it shows the origin."""
        self.draft.byline = self.draft.byline or who
        if who and furniture.names_body(who) and not (self.draft.outlet and outlets.same(who, self.draft.outlet)):
            self._keep("credit", line)
        else:
            self._drop(line, rule)

    def _is_standfirst(self, index: int, line: str, title: int) -> bool:
        """Whether a line between title and text sums the article up: some words, right behind the title."""
        before = [kind for kind, _ in self.draft.blocks]
        close = index <= title + _STANDFIRST_LINES and before[-1:] in (["title"], ["standfirst"])
        label = furniture.is_menu(self.raw[index]) or furniture.is_shout(line) or headlines.is_slogan(line)
        label = label or " | " in line or dates.is_stamp(line)
        return close and len(line.split()) >= 5 and not label

    def _within(self, index: int, line: str) -> None:
        if self.logged and furniture.is_clock(line):
            self._keep("heading", line)
        elif rule := furniture.reason(line):
            self._drop(line, rule)
        elif furniture.is_menu(self.raw[index]):
            self._drop(line, "menu")
        elif _ENDED.search(line) or line.endswith(":") or len(line.split()) >= 20:
            self._keep("paragraph", line)
        elif _is_other_headline(line):
            self._drop(line, "headline of another article")
        elif len(line.split()) <= 10 and index < self.last:
            self._keep("heading", line)
        else:
            self._drop(line, "not a sentence")

    # ── the whole ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _judge(self) -> None:
        """Say why the article may not be there whole."""
        draft = self.draft
        after = self.lines[self.last + 1 :]
        last = next((text for kind, text in reversed(draft.blocks) if kind == "paragraph"), "")
        if line := completeness.stub(after[:10]):
            draft.partial = f"the page asks: “{line[:80]}”"
        elif completeness.is_cut(last):
            draft.partial = "the text ends in an ellipsis"
        elif completeness.is_unfinished(last):
            draft.partial = "the text ends in the middle of a sentence"
        elif after and (line := next((line for line in after[:2] if completeness.elsewhere(line)), None)):
            draft.doubtful = f"the page leads on: “{line[:80]}”"

    def _keep(self, kind: BlockKind, text: str) -> None:
        self.seen.add(key(text))
        self.draft.blocks.append((kind, text))

    def _drop(self, text: str, rule: str) -> None:
        self.draft.dropped.append(Dropped(text, rule))


def _closes(line: str) -> bool:
    """Whether the line opens what stands below an article: comments, rights, other articles."""
    return furniture.reason(line) in {"comments", "copyright line", "share bar"} or furniture.opens_pointers(line)


def _is_other_headline(line: str) -> bool:
    """Whether a line among the paragraphs reads like another article's headline: long, and Capitalised Like One."""
    parts = [part for part in re.findall(r"[^\W\d_][\w’'-]*", line) if len(part) > 3]
    return len(line.split()) >= 6 and len(parts) >= 4 and all(part[0].isupper() for part in parts)
