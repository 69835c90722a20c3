"""HTML pages: which of their lines are the article, and what each of those is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from lxml import etree

from crossread.errors import NotAnArticle
from crossread.records import BlockKind, Dropped, Page, Published
from crossread.settings import Settings

from . import (
    boxes,
    captions,
    completeness,
    dates,
    furniture,
    given,
    markup,
    metadata,
    outlets,
    provenance,
    regions,
    titles,
)
from .lines import Draft, key
from .markup import Line

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HOLDERS: Final = frozenset(("p", "li", "tr", "blockquote", "div", "section", "article", "main", "body"))
_ENDED = re.compile(r"[.!?:][\"'”’)]*$")
_MOST_CLOSING_LINES: Final = 10
_LEAST_BELOW_HEADLINE: Final = 0.4  # of the text found anywhere; with less the headline was not the article's
_LINES_AFTER: Final = 6  # lines behind the text in which its corrections and staff credits are looked for
_LINES_TO_HEADLINE: Final = 5  # lines above the headline in which the date may stand
_REPEATED_WORDS: Final = 12  # a shorter line may well come twice: a question, a heading
_LINKS_OF_FRONT_PAGE: Final = 8
_FREE_WORDS: Final = 200  # a page said not to be free, with fewer words than this, is what non-subscribers see

Where = Literal["above", "below the headline", "among", "behind", "elsewhere"]


def read(text: str, page: Page, settings: Settings) -> Draft:
    """The article on an HTML page, as a draft."""
    root = markup.parse(text, deepest=settings.deepest_nesting, name=page.name)
    lines = markup.lines(root, deepest=settings.deepest_nesting, name=page.name)
    reader = _Reader(lines, _about(root, page), cut=_is_cut(text), address=page.url)
    reader.run()
    if not reader.draft.blocks or reader.is_front_page:
        why = "it is a list of links to articles" if reader.draft.blocks else "no running text was found on it"
        hint = "try: a page of one article, not a front page"
        raise NotAnArticle(why, item=page.name, hint=hint)
    return reader.draft


def _about(root: etree._Element, page: Page) -> metadata.Metadata:
    """What the page says about itself, and above it what its source says."""
    about, said = metadata.collect(root), given.about(page)
    about.titles[:0] = [said.title] if said.title else []
    about.outlet = said.outlet or about.outlet
    about.url = said.url or about.url
    return about


def _is_cut(text: str) -> bool:
    """Whether the file stops before the page does."""
    tail = text[-5_000:].casefold()
    return "<body" in text[:100_000].casefold() and "</body" not in tail and "</html" not in tail


@dataclass(slots=True)
class _Reader:
    """One pass over the lines of a page."""

    lines: list[Line]
    about: metadata.Metadata
    cut: bool
    address: str | None
    draft: Draft = field(default_factory=Draft)
    seen: set[str] = field(default_factory=set)
    headline: int | None = None
    closing: dict[int, str] = field(default_factory=dict)
    pointing: bool = False
    links: int = 0  # lines among the text that are links to other pages

    def run(self) -> None:
        """Fill the draft from the lines of the page."""
        about, draft = self.about, self.draft
        draft.url, draft.language, draft.published = about.url, about.language, about.published
        draft.found += about.found
        draft.outlet = self._outlet()
        draft.title = titles.choose(about, self.lines, draft.outlet)
        draft.byline = about.byline
        draft.found += titles.stated(about, self.lines)
        self.headline = titles.position(draft.title, self.lines)
        layout = regions.layout(self.lines)
        region = self._region(layout)
        if region is None:
            return
        self._close(sorted(region.inside))
        for index, (line, rule) in enumerate(zip(self.lines, layout.rules, strict=True)):
            where = self._where(index, region)
            self.links += where == "among" and _is_link(line)
            if index in self.closing:
                self._drop(line.text, self.closing[index])
            elif where == "among" and index in region.inside and not rule:
                self._inside(index, line)
            else:
                self._outside(index, line, rule, where)
        self._finish(region)

    @property
    def is_front_page(self) -> bool:
        """Whether the page is a list of articles: among its text stand half as many links to others as paragraphs."""
        paragraphs = sum(kind == "paragraph" for kind, _ in self.draft.blocks)
        return self.links >= max(_LINKS_OF_FRONT_PAGE, paragraphs // 2) and not self.about.is_article

    # ── the page as a whole ─────────────────────────────────────────────────────────────────────────────────────────

    def _outlet(self) -> str | None:
        about = self.about
        tail = outlets.split_suffix(about.page_title or "")[1]
        heads = [key(line.text) for line in self.lines if line.element.tag == "h1"]
        in_tab = None if any(head.endswith(key(tail or "")) for head in heads) else tail
        of_host = outlets.of_address(about.url or self.address)
        self.draft.found += provenance.outlets_beside((in_tab, "<title>"), (of_host, "the page's address"))
        return about.outlet or in_tab or of_host

    def _region(self, layout: regions.Layout) -> regions.Region | None:
        """Where the text stands: below the headline, unless little of the page's text does."""
        anywhere = regions.region(layout, 0)
        if self.headline is None or anywhere is None:
            return anywhere
        below = regions.region(layout, self.headline + 1)
        if below is None:
            return anywhere
        size, most = (sum(layout.weights[index] for index in found.inside) for found in (below, anywhere))
        return below if size >= _LEAST_BELOW_HEADLINE * most else anywhere

    def _close(self, inside: list[int]) -> None:
        """Mark the notes about the author and the like at the end: from the last line up to the last of the text."""
        for index in reversed(inside[-_MOST_CLOSING_LINES:]):
            text = self.lines[index].text
            if rule := furniture.closing_reason(text):
                self.closing[index] = rule
            elif len(text.split()) > 3 and not furniture.is_apart(text):
                return

    def _where(self, index: int, region: regions.Region) -> Where:
        if index < region.first:
            return "above" if self.headline is None or index <= self.headline else "below the headline"
        if index <= region.last:
            return "among"
        return "behind" if index <= region.last + _LINES_AFTER else "elsewhere"

    def _finish(self, region: regions.Region) -> None:
        draft = self.draft
        while draft.blocks and draft.blocks[-1][0] == "heading":
            self._drop(draft.blocks.pop()[1], "heading with nothing under it")
        self._look_around(region)
        self._judge(region)
        if draft.blocks and draft.title:
            draft.blocks.insert(0, ("title", draft.title))

    def _look_around(self, region: regions.Region) -> None:
        """Date and byline from the lines about the headline, where the metadata has none."""
        draft = self.draft
        start = max(0, (region.first if self.headline is None else self.headline) - _LINES_TO_HEADLINE)
        near = [line.text for line in self.lines[start : region.first + 3]]
        draft.found += provenance.near_headline(near)
        for line in self.lines[start : region.first + 3]:
            found = dates.date_line(line.text)
            if found and draft.published.value is None:
                draft.published = Published(found[0], "text", f"a line by the headline says “{found[1]}”")
            draft.byline = draft.byline or furniture.byline(line.text)
        if draft.published.value is None:
            draft.published = metadata.published_by_url(self.about.url or self.address)

    def _judge(self, region: regions.Region) -> None:
        """Say why the article may not be there whole."""
        draft, about = self.draft, self.about
        texts = [text for kind, text in draft.blocks if kind in {"paragraph", "list", "heading"}]
        count = sum(len(text.split()) for text in texts)
        last = next((text for kind, text in reversed(draft.blocks) if kind == "paragraph"), "")
        after = [line.text for line in self.lines[region.last + 1 :] if not line.element.hidden][:15]
        if line := completeness.stub(after):
            draft.partial = f"the page asks: “{line[:80]}”"
        elif completeness.is_cut(last):
            draft.partial = "the text ends in an ellipsis"
        elif about.word_count and count < 0.6 * about.word_count:
            draft.partial = f"the page's metadata counts {about.word_count} words, {count} are there"
        elif self.cut and completeness.is_unfinished(last):
            draft.partial = "the file stops in the middle of a sentence"
        elif about.paywalled and count < _FREE_WORDS:
            draft.partial = f"the page says it is not free to read, and {count} words are there"
        elif line := next((line for line in after[:2] if completeness.elsewhere(line)), None):
            draft.doubtful = f"the page leads on: “{line[:80]}”"
        elif completeness.is_unfinished(last):
            draft.doubtful = "the text ends in the middle of a sentence"
        elif self.cut:
            draft.doubtful = "the file stops before the page's end"

    # ── what each line is ───────────────────────────────────────────────────────────────────────────────────────────

    def _outside(self, index: int, line: Line, rule: str | None, where: Where) -> None:
        """A line that is not part of the text: a caption, a standfirst, a correction, or furniture."""
        text = line.text
        if where in {"above", "elsewhere"} or line.link_share > 0.5:
            self._drop(text, rule or "outside the article")
        elif furniture.is_correction(text):
            self._keep("correction", text)
        elif furniture.is_staff_credit(text):
            self._keep("credit", text)
        elif where != "behind" and not rule and boxes.is_caption(line):
            self._caption(line)
        elif where == "below the headline" and rule in {None, "page details"} and self._is_standfirst(index, line):
            self._keep("standfirst", text)
        elif where == "below the headline" and (who := furniture.byline(text)):
            self._signed(text, who)
        else:
            self._drop(text, rule or "outside the article")

    def _is_standfirst(self, index: int, line: Line) -> bool:
        text = line.text
        if len(text.split()) < 4 or furniture.is_apart(text) or furniture.byline(text) or dates.date_line(text):
            return False
        if key(text)[:60] == key(self.about.description or "")[:60] or boxes.is_standfirst(line):
            return True
        return line.element.tag in {"h2", "h3"} and self.headline == index - 1

    def _signed(self, text: str, who: str) -> None:
        """Leave out a byline, but keep it as a credit where it names an agency or a desk: it shows the origin."""
        self.draft.byline = self.draft.byline or who
        if furniture.names_body(who) and not (self.draft.outlet and outlets.same(who, self.draft.outlet)):
            self._keep("credit", text)
        else:
            self._drop(text, "byline")

    def _caption(self, line: Line) -> None:
        parts = captions.split_place(line.text)
        if parts is None:
            self._keep("credit" if boxes.is_credit(line) else "caption", line.text)
            return
        if parts[0]:
            self._keep("caption", parts[0])
        self._keep("credit", parts[1])

    def _inside(self, index: int, line: Line) -> None:
        """A line that stands where the text stands."""
        text = line.text
        running = regions.is_prose(text) and line.element.tag != "li" and line.link_share < 0.5
        if self.pointing and not running:
            self._drop(text, "under a heading for other articles")
            return
        self.pointing = furniture.opens_pointers(text)
        if boxes.is_caption(line):
            self._caption(line) if line.link_share < 0.5 else self._drop(text, "link to other pages")
        elif key(text) == key(self.draft.title or "") or self._is_repeated(text):
            self._drop(text, "repeated line")
        elif furniture.is_correction(text) or self._follows_correction_label(line):
            self._keep("correction", text)
        elif furniture.is_staff_credit(text) or captions.is_credit(text):
            self._keep("credit", text)
        elif rule := furniture.reason(text):
            self._drop(text, rule)
        elif (who := furniture.byline(text)) and line.element.tag not in _HEADINGS:
            self._signed(text, who)
        elif dates.date_line(text) and not text.startswith(("—", "–", "-")):
            self._drop(text, "date line")
        else:
            self._running(index, line)

    def _is_repeated(self, text: str) -> bool:
        return len(text.split()) >= _REPEATED_WORDS and key(text) in self.seen

    def _follows_correction_label(self, line: Line) -> bool:
        kind, text = self.draft.blocks[-1] if self.draft.blocks else ("", "")
        return kind == "heading" and furniture.heads_correction(text) and line.element.tag not in _HEADINGS

    def _running(self, index: int, line: Line) -> None:
        """A line of the running text that no rule took away."""
        text = line.text
        tags = {element.tag for element in line.ancestors()[:4]}
        nearest = next((element.tag for element in line.ancestors() if element.tag in _HOLDERS), "")
        begun = any(kind == "paragraph" for kind, _ in self.draft.blocks)
        if not begun and (boxes.is_standfirst(line) or (tags & {"h2", "h3"} and self.headline == index - 1)):
            self._keep("standfirst", text)
        elif begun and boxes.is_teaser(line):
            self._drop(text, "teaser")
        elif _is_link(line):
            self._drop(text, "link to other pages")
        elif tags & _HEADINGS:
            self._keep("heading", text)
        elif furniture.is_footnote(text):
            self._keep("footnote", text)
        elif nearest in {"li", "tr"}:
            self._keep("list", text)
        elif nearest in {"p", "blockquote"} or regions.is_prose(text) or _ENDED.search(text) or len(text.split()) > 12:
            self._keep("paragraph", text)
        else:
            self._drop(text, "not a sentence")

    def _keep(self, kind: BlockKind, text: str) -> None:
        self.seen.add(key(text))
        self.draft.blocks.append((kind, text))

    def _drop(self, text: str, rule: str) -> None:
        self.draft.dropped.append(Dropped(text, rule))


def _is_link(line: Line) -> bool:
    """Whether the line is nothing but a link: the headline of another article, a button."""
    if len(line.text.split()) >= 25:
        return False
    return line.link_share > 0.95 or (line.link_share > 0.8 and not regions.is_prose(line.text))
