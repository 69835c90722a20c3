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

_ENDED = re.compile(r"[.!?:][\"'”’)]*$")
_MOST_CLOSING_LINES = 10
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


def _where(index: int, begin: int, region: regions.Region) -> str:
    """Where a line that is not part of the text stands: between headline and text, among the text, or right after."""
    if begin <= index < region.first:
        return "headline"
    if region.first <= index <= region.last:
        return "body"
    return "after" if region.last < index <= region.last + _LINES_AFTER else ""


_LINES_AFTER = 6  # lines behind the text in which its corrections and staff credits are looked for


@dataclass(slots=True)
class _Reader:
    lines: list[Line]
    about: metadata.Metadata
    draft: Draft = field(default_factory=Draft)
    seen: set[str] = field(default_factory=set)
    headline: int | None = None
    closing: dict[int, str] = field(default_factory=dict)
    pointing: bool = False

    def run(self) -> None:
        about, draft = self.about, self.draft
        draft.outlet = self._outlet()
        draft.title = self._title()
        draft.url, draft.language, draft.published = about.url, about.language, about.published
        draft.byline = " and ".join(about.authors) or None
        rules = regions.places(self.lines)
        headline = self.headline = self._headline_index()
        begin = 0 if headline is None else headline + 1
        region = self._region(rules, begin)
        if region is None:
            return
        self._close(sorted(region.inside))
        for index, (line, rule) in enumerate(zip(self.lines, rules, strict=True)):
            if index in self.closing:
                self._drop(line.text, self.closing[index])
            elif index in region.inside and not rule:
                self._inside(line)
            else:
                self._outside(index, line, rule, _where(index, begin, region))
        while draft.blocks and draft.blocks[-1][0] == "heading":
            self._drop(draft.blocks.pop()[1], "heading with nothing under it")
        if draft.published.value is None:
            self._date_from_lines(headline)
        if draft.title:
            draft.blocks.insert(0, ("title", draft.title))

    def _close(self, inside: list[int]) -> None:
        """Mark the notes about the author and the like at the end: from the last line up to the last of the text."""
        for index in reversed(inside[-_MOST_CLOSING_LINES:]):
            text = self.lines[index].text
            if rule := furniture.closing_reason(text):
                self.closing[index] = rule
            elif not (furniture.reason(text) or furniture.is_staff_credit(text) or furniture.is_footnote(text)):
                if not furniture.is_correction(text) and len(text.split()) > 3:
                    return

    def _region(self, rules: list[str | None], begin: int) -> regions.Region | None:
        """Where the text stands: below the headline, unless little of the page's text does."""
        below, anywhere = (regions.region(self.lines, rules, start) for start in (begin, 0))
        if below is None or anywhere is None:
            return anywhere
        sizes = [sum(regions.weight(self.lines[i]) for i in region.inside) for region in (below, anywhere)]
        return below if sizes[0] >= 0.4 * sizes[1] else anywhere

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

    def _headline_index(self) -> int | None:
        wanted = key(self.draft.title or "")
        found = [i for i, line in enumerate(self.lines) if wanted and key(line.text) == wanted]
        heads = [i for i in found if any(e.tag == "h1" for e in self.lines[i].ancestors()[:3])]
        return next(iter(heads or found), None)

    def _date_from_lines(self, headline: int | None) -> None:
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

    def _outside(self, index: int, line: Line, rule: str | None, where: str) -> None:
        """A line that is not part of the text: a caption, a standfirst, a correction, or furniture."""
        text = line.text
        if not where or line.link_share > 0.5:
            self._drop(text, rule or "outside the article")
        elif furniture.is_correction(text):
            self._keep("correction", text)
        elif furniture.is_staff_credit(text):
            self._keep("credit", text)
        elif where != "after" and not rule and regions.is_caption(line):
            self._caption(line)
        elif where == "headline" and rule in (None, "page details") and self._may_be_standfirst(line, index):
            self._keep("standfirst", text)
        else:
            self._drop(text, rule or "outside the article")

    def _may_be_standfirst(self, line: Line, index: int) -> bool:
        text = line.text
        if furniture.reason(text) or furniture.byline(text) or dates.date_line(text) or len(text.split()) < 4:
            return False
        described = key(text) and key(text)[:60] == key(self.about.description or "")[:60]
        return (
            bool(described)
            or regions.is_standfirst(line)
            or (line.element.tag in {"h2", "h3"} and self.headline == index - 1)
        )

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
        if kind := self._kind(line):
            self.seen.add(key(text))
            self._keep(kind, text)

    def _kind(self, line: Line) -> BlockKind | None:
        """What a line in the text is; None where it has been dropped or kept in another way."""
        text = line.text
        if self.pointing and not (regions.is_prose(text) and line.element.tag != "li" and line.link_share < 0.5):
            self._drop(text, "under a heading for other articles")
            return None
        self.pointing = furniture.opens_pointers(text)
        if regions.is_caption(line):
            self._caption(line) if line.link_share < 0.5 else self._drop(text, "link to other pages")
            return None
        if key(text) == key(self.draft.title or "") or (key(text) in self.seen and len(text.split()) >= 12):
            self._drop(text, "repeated line")
        elif furniture.is_correction(text):
            return "correction"
        elif furniture.is_staff_credit(text) or captions.is_credit(text):
            return "credit"
        elif rule := furniture.reason(text):
            self._drop(text, rule)
        elif (who := furniture.byline(text)) and line.element.tag not in _HEADINGS:
            self.draft.byline = self.draft.byline or who
            self._drop(text, "byline")
        elif dates.date_line(text) and not text.startswith(("—", "–", "-")):
            self._drop(text, "date line")
        elif any(kind == "paragraph" for kind, _ in self.draft.blocks):
            if not regions.is_teaser(line):
                return self._running(line)
            self._drop(text, "teaser")
        elif regions.is_standfirst(line):
            return "standfirst"
        else:
            return self._running(line)
        return None

    def _running(self, line: Line) -> BlockKind | None:
        text = line.text
        tags = {element.tag for element in line.ancestors()[:4]}
        if line.link_share > 0.8 and (line.link_share > 0.95 or not regions.is_prose(text)) and len(text.split()) < 25:
            self._drop(text, "link to other pages")
        elif tags & _HEADINGS:
            return "heading"
        elif furniture.is_footnote(text):
            return "footnote"
        elif "li" in tags or "tr" in tags:
            return "list"
        elif (
            "p" in tags
            or "blockquote" in tags
            or regions.is_prose(text)
            or _ENDED.search(text)
            or len(text.split()) > 12
        ):
            return "paragraph"
        else:
            self._drop(text, "not a sentence")
        return None
