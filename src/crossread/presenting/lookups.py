"""What the views look up in a comparison by id or by place, made ready once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from crossread.records import AnnotatedArticle, Article, Attribution, Comparison, Origin, Span

from .labels import labels
from .legible import CLAUSE, folded, line, shortened
from .novelty import WORD
from .reports import Chain, Excerpt
from .telling import Marks

CONTEXT = 220  # characters of the sentence shown on either side of an excerpt
LONGEST = 160  # characters of a clause shown for a time …
BEFORE = 120  # … and of them so many before the end of the time
BLANK = re.compile(r"\s+")
PRONOUNS = frozenset(
    WORD.findall("i we you he she it they who which that this these those one some others")
)  # they name no source
# words for saying that only say that it was said, with what stands around them
PLAIN = frozenset(
    WORD.findall(
        """say says said saying tell tells told telling add adds added adding according to per quoted cited note notes
        noted has have had is was were who he she it they also later earlier then now again as in on at a an the and
        that statement interview reporters this"""
    )
)
# what words are that are not part of the running text
FUNCTIONS = {
    "title": "headline",
    "heading": "subheading",
    "caption": "caption",
    "credit": "credit line",
    "footnote": "footnote",
    "correction": "correction",
}
KINDS = {
    "own reporting": "own reporting",
    "outlet": "outlet",
    "agency": "agency",
    "statement": "statement",
    "document": "document",
    "broadcast": "broadcast",
    "unknown": "origin not shown",
}


class Lookup:
    """A comparison's articles, attributions, entities and origins by id, and the sentences by place."""

    def __init__(self, comparison: Comparison) -> None:
        articles = [one.article for one in comparison.articles]
        self.comparison = comparison
        self.articles = {article.id: article for article in articles}
        self.places = {article.id: index for index, article in enumerate(articles)}
        self.labels = dict(zip(self.articles, labels(list(self.articles.values())), strict=True))
        self.marks = Marks(comparison)
        self.entities = {entity.id: entity for entity in comparison.entities}
        self.attributions = {attribution.id: attribution for attribution in comparison.attributions}
        self.origins = {origin.id: origin for origin in comparison.origins}
        self._sentences = {one.article.id: _sentences(one) for one in comparison.articles}
        self._timexes = {one.article.id: one.timexes for one in comparison.articles}
        self._said: dict[str, list[Attribution]] = defaultdict(list)
        for attribution in comparison.attributions:
            self._said[attribution.article].append(attribution)
        self._origins: dict[str, set[str]] = defaultdict(set)
        for claim in comparison.claims:
            for account in claim.accounts:
                if account.attribution is not None and account.origin is not None:
                    self._origins[account.attribution].add(account.origin)

    def order(self, span: Span) -> tuple[int, int, int]:
        """Where the span stands: by column, then in the text."""
        return self.places[span.article], span.start, span.end

    def depth(self, span: Span) -> float:
        """How far down its article the span begins, from 0 to 1."""
        return span.start / max(1, len(self.articles[span.article].text))

    def excerpt(self, span: Span) -> Excerpt:
        """The words under the span, within their sentence."""
        article = self.articles[span.article]
        start, end = self._around(span)
        return Excerpt(
            span,
            line(article.words(span)),
            shortened(folded(article.text[start : span.start]).lstrip(), CONTEXT, keep_end=True),
            shortened(folded(article.text[span.end : end]).rstrip(), CONTEXT),
            self.labels[span.article],
            self.function(span),
        )

    def function(self, span: Span) -> str:
        """What the words are on their page, "caption" or "headline", say; nothing in running text."""
        block = self.articles[span.article].block_at(span.start)
        return "" if block is None else FUNCTIONS.get(block.kind, "")

    def sentence(self, span: Span) -> Span:
        """The sentence, or sentences, that hold the span."""
        return Span(span.article, *self._around(span))

    def _around(self, span: Span) -> tuple[int, int]:
        """Start and end of the sentence, or sentences, that hold the span; of its block where there are none."""
        starts, ends = self._sentences[span.article]
        index = bisect_right(starts, span.start) - 1
        start = starts[index] if index >= 0 and span.start < ends[index] else span.start
        index = max(bisect_right(starts, span.end - 1) - 1, 0)
        end = max(ends[index], span.end) if starts and starts[index] < span.end else span.end
        return start, end

    def around_time(self, span: Span, date: str) -> Span:
        """The span; of a long one the part around the time expression that stands for the date."""
        if len(span) <= LONGEST:
            return span
        times = [
            timex.span
            for timex in self._timexes[span.article]
            if span.covers(timex.span)
            and timex.value
            and (timex.value.startswith(date) or date.startswith(timex.value))
        ]
        time = times[0] if times else Span(span.article, span.start, span.start)
        text = self.articles[span.article].text
        breaks = [found.end() for found in CLAUSE.finditer(text, span.start, span.end)]
        start = min((at for at in (span.start, *breaks) if time.end - BEFORE <= at <= time.start), default=None)
        start = self._word(time.end - BEFORE, span) if start is None else start
        ends = (
            [at - 2 for at in breaks if time.end < at - 2 <= start + LONGEST]
            if start + LONGEST < span.end
            else [span.end]
        )
        end = max(ends, default=self._word(start + LONGEST, span))
        return Span(span.article, start, end)

    def _word(self, at: int, span: Span) -> int:
        """The end of the blank after the word at the place, or the span's own end."""
        found = BLANK.search(self.articles[span.article].text, max(at, span.start), span.end)
        return found.end() if found else span.end

    def speaker(self, attribution: Attribution) -> tuple[str | None, bool]:
        """Who says it, and whether that is known by name; else the article's words for the source."""
        if attribution.speaker is not None and attribution.speaker in self.entities:
            return line(self.entities[attribution.speaker].name), True
        words = [line(self.articles[span.article].words(span)) for span in attribution.source]
        return " … ".join(words) or None, False

    def cue(self, attribution: Attribution) -> str:
        """The article's words for the saying, where they say more than that it was said."""
        words = " ".join(line(self.articles[span.article].words(span)) for span in attribution.cue)
        return "" if all(found[0].casefold() in PLAIN for found in WORD.finditer(words)) else words

    def chain(self, attribution: Attribution | None) -> Chain | None:
        """Through whom the words reached the outlet; None in the outlet's own voice."""
        if attribution is None:
            return None
        name, named = self.speaker(attribution)
        if not named and (name or "").casefold() in PRONOUNS:
            name = None
        return Chain(name, named, self.cue(attribution), tuple(line(via.name) for via in attribution.via))

    def said(self, id: str | None) -> Attribution | None:
        """The attribution with this id, if there is one."""
        return None if id is None else self.attributions.get(id)

    def said_at(self, span: Span) -> Attribution | None:
        """The innermost attribution whose content holds the span, or at least half of it."""
        holders = [
            (not content.covers(span), len(content), attribution.id, attribution)
            for attribution in self._said[span.article]
            for content in attribution.content
            if 2 * content.overlap(span) >= len(span) > 0
        ]
        return min(holders, key=lambda holder: holder[:3])[3] if holders else None

    def origins_of(self, attributions: Iterable[Attribution]) -> int | None:
        """The number of origins behind the claims in these attributions, None if no claim says."""
        found: set[str] = set().union(*(self._origins.get(one.id, set()) for one in attributions))
        return len(found) or None

    def shown(self, id: str | None) -> str | None:
        """How a reader is told the origin; None where nothing shows it."""
        origin = self.origins.get(id or "")
        return None if origin is None or origin.kind == "unknown" else origin_label(origin)


def origin_label(origin: Origin) -> str:
    """The origin's name with its kind, where the name does not say it all: "Norpress", "own reporting of the Post"."""
    if origin.name is None:
        return KINDS[origin.kind]
    name = line(origin.name)
    return f"{name}, own reporting" if origin.kind == "own reporting" else name


def _sentences(one: AnnotatedArticle) -> tuple[list[int], list[int]]:
    spans = [(s.span.start, s.span.end) for s in one.sentences] or _blocks(one.article)
    return [start for start, _ in spans], [end for _, end in spans]


def _blocks(article: Article) -> list[tuple[int, int]]:
    return [(block.start, block.end) for block in article.blocks]
