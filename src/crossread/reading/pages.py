"""HTML pages: which of their lines are the article, and what each of those is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crossread.errors import NotAnArticle
from crossread.records import BlockKind, Dropped, Page, Published
from crossread.settings import Settings

from . import captions, dates, furniture, markup, metadata, regions
from .lines import Draft, key
from .markup import Line

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


def read(text: str, page: Page, settings: Settings) -> Draft:
    """The article on an HTML page, as a draft."""
    root = markup.parse(text, deepest=settings.deepest_nesting, name=page.name)
    lines = markup.lines(root, deepest=settings.deepest_nesting, name=page.name)
    about = metadata.collect(root)
    reader = _Reader(lines, about)
    reader.run()
    if not reader.draft.blocks:
        raise NotAnArticle(
            "no running text was found on it", item=page.name, hint="try: a page of one article, not a front page"
        )
    return reader.draft


@dataclass(slots=True)
class _Reader:
    lines: list[Line]
    about: metadata.Metadata
    draft: Draft = field(default_factory=Draft)
    seen: set[str] = field(default_factory=set)

    def run(self) -> None:
        about, draft = self.about, self.draft
        draft.outlet = self._outlet()
        draft.title = self._title()
        draft.url, draft.language, draft.published = about.url, about.language, about.published
        draft.byline = " and ".join(about.authors) or None
        total = regions.weigh(self.lines)
        cache: dict[int, str | None] = {}
        places = [regions.furniture(line, total, cache) for line in self.lines]
        body = regions.container([line for line, rule in zip(self.lines, places, strict=True) if rule is None])
        if body is None:
            return
        inside = [body in line.ancestors() for line in self.lines]
        headline = self._headline_index(inside)
        first = inside.index(True)
        begin = headline + 1 if headline is not None else first
        for index, (line, place) in enumerate(zip(self.lines, places, strict=True)):
            self._line(line, place, inside[index], index, begin)
        if draft.published.value is None:
            self._date_from_lines(headline, inside)
        if draft.title:
            draft.blocks.insert(0, ("title", draft.title))

    def _title(self) -> str | None:
        about = self.about
        heads = [
            line.text
            for line in self.lines
            if line.element.tag == "h1" or any(e.tag == "h1" for e in line.ancestors()[:3])
        ]
        stated = [metadata.without_outlet(title, self.draft.outlet) for title in about.titles]
        for title in stated:
            longer = next(
                (head for head in heads if head.startswith(title.rstrip(".… ")) and len(head) > len(title)), None
            )
            return longer or title
        if heads and len(heads) == 1:
            return heads[0]
        if about.page_title:
            head, _ = metadata.split_title(about.page_title)
            return next((h for h in heads if key(h) == key(head)), None) or metadata.without_outlet(
                about.page_title, self.draft.outlet
            )
        return heads[0] if heads else None

    def _outlet(self) -> str | None:
        about = self.about
        if about.outlet:
            return about.outlet
        if about.page_title:
            return metadata.split_title(about.page_title)[1]
        return None

    def _headline_index(self, inside: list[bool]) -> int | None:
        wanted = key(self.draft.title or "")
        return next((i for i, line in enumerate(self.lines) if wanted and key(line.text) == wanted), None)

    def _date_from_lines(self, headline: int | None, inside: list[bool]) -> None:
        start = max(0, (headline or 0) - 5)
        for line in self.lines[start : start + 25]:
            if found := dates.date_line(line.text):
                self.draft.published = Published(found[0], "text", f"a line near the headline says {found[1]}")
                return
        self.draft.published = metadata.published_by_url(self.about.url)

    def _drop(self, text: str, rule: str) -> None:
        self.draft.dropped.append(Dropped(text, rule))

    def _keep(self, kind: BlockKind, text: str) -> None:
        self.draft.blocks.append((kind, text))

    def _line(self, line: Line, place: str | None, inside: bool, index: int, begin: int) -> None:
        text = line.text
        if regions.is_caption(line) and (inside or index >= begin):
            self._caption(line)
            return
        if place and not (inside and furniture.is_correction(text)):
            self._drop(text, place)
            return
        if not inside:
            if (
                index >= begin
                and regions.is_standfirst(line)
                and not any(k == "paragraph" for k, _ in self.draft.blocks)
            ):
                self._keep("standfirst", text)
            else:
                self._drop(text, "outside the article")
            return
        if index < begin:
            self._drop(text, "above the headline")
            return
        self._inside(line)

    def _caption(self, line: Line) -> None:
        parts = captions.split(line.text)
        if parts is None:
            self._keep("credit" if regions.is_credit(line) else "caption", line.text)
            return
        if parts[0]:
            self._keep("caption", parts[0])
        self._keep("credit", parts[1])

    def _inside(self, line: Line) -> None:
        text = line.text
        if key(text) in self.seen or key(text) == key(self.draft.title or ""):
            self._drop(text, "repeated line")
            return
        self.seen.add(key(text))
        if furniture.is_correction(text):
            self._keep("correction", text)
        elif furniture.is_footnote(text):
            self._keep("footnote", text)
        elif furniture.is_staff_credit(text):
            self._keep("credit", text)
        elif rule := furniture.reason(text):
            self._drop(text, rule)
        elif who := furniture.byline(text):
            self.draft.byline = self.draft.byline or who
            self._drop(text, "byline")
        elif dates.date_line(text):
            self._drop(text, "date line")
        elif regions.is_standfirst(line) and not any(k == "paragraph" for k, _ in self.draft.blocks):
            self._keep("standfirst", text)
        elif any(e.tag in _HEADINGS for e in line.ancestors()[:3]):
            self._keep("heading", text)
        elif line.link_share > 0.8 and not re.search(r"[.!?][\"'”’]?$", text):
            self._drop(text, "link to other pages")
        elif line.element.tag == "li":
            self._keep("list", text)
        elif regions.is_prose(text) or re.search(r"[.!?:][\"'”’)]*$", text) or len(text) > 80:
            self._keep("paragraph", text)
        else:
            self._drop(text, "not a sentence")
