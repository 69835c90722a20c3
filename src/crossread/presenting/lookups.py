"""What the views look up in a comparison by id or by place, made ready once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from crossread.records import AnnotatedArticle, Article, Attribution, Comparison, Origin, Span

from .legible import folded, line, shortened, told_apart
from .novelty import WORD
from .reports import Chain, Excerpt

CONTEXT = 140  # characters of the sentence shown on either side of an excerpt
# words for saying that only say that it was said, with what stands around them
PLAIN = frozenset(
    WORD.findall(
        """say says said saying tell tells told telling add adds added adding according to per quoted cited note notes
        noted has have had is was were who he she it they also later earlier then now again as in on at a an the and
        that statement interview reporters this"""
    )
)
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
        names = told_apart([_name(article) for article in articles])
        self.labels = dict(zip(self.articles, names, strict=True))
        self.entities = {entity.id: entity for entity in comparison.entities}
        self.attributions = {attribution.id: attribution for attribution in comparison.attributions}
        self.origins = {origin.id: origin for origin in comparison.origins}
        self._sentences = {one.article.id: _sentences(one) for one in comparison.articles}
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
        )

    def _around(self, span: Span) -> tuple[int, int]:
        """Start and end of the sentence, or sentences, that hold the span; of its block where there are none."""
        starts, ends = self._sentences[span.article]
        index = bisect_right(starts, span.start) - 1
        start = starts[index] if index >= 0 and span.start < ends[index] else span.start
        index = max(bisect_right(starts, span.end - 1) - 1, 0)
        end = max(ends[index], span.end) if starts and starts[index] < span.end else span.end
        return start, end

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
        return Chain(
            *self.speaker(attribution), self.cue(attribution), tuple(line(via.name) for via in attribution.via)
        )

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


def _name(article: Article) -> str:
    """The article's outlet, else the last part of its file or address."""
    place = (article.file or article.url or article.id).rstrip("/\\")
    return line(article.outlet or re.split(r"[/\\]", place)[-1]) or article.id


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
