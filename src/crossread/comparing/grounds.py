"""The common ground of a story: its tellings, entities and claims, and how rare each word is among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from crossread.records import AnnotatedArticle, Claim, Entity, Span

from .tellings import Telling
from .vocabulary import meanings, words

RARE = 0.5  # rarity from which on a word is telling: in a story of 150 sentences, one that stands in 15 at most
FEWEST_SENTENCES = 2  # in fewer every word is as rare as any other


@dataclass(frozen=True)
class Ground:
    """All articles of a story, the entities and claims that run through them, and how rare each word is among them."""

    tellings: tuple[Telling, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]

    @cached_property
    def entity(self) -> dict[str, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def telling(self) -> dict[str, Telling]:
        """The tellings by id of article."""
        return {telling.id: telling for telling in self.tellings}

    @cached_property
    def _seen(self) -> Counter[str]:
        """In how many sentences each meaning occurs."""
        return Counter(m for t in self.tellings for s in t.sentences for m in meanings(words(t.words(s))))

    @cached_property
    def _sentences(self) -> int:
        return sum(len(t.sentences) for t in self.tellings)

    def rarity(self, meaning: str) -> float:
        """How telling a word is in this story: 1 for one that stands in one sentence, 0 for one that is in all."""
        return self._rarities.get(meaning, 1.0)

    @cached_property
    def _rarities(self) -> dict[str, float]:
        all_ = self._sentences
        if all_ < FEWEST_SENTENCES:
            return {}
        return {m: log((1 + all_) / (1 + here)) / log((1 + all_) / 2) for m, here in self._seen.items()}

    def weight(self, found: Iterable[str]) -> float:
        """The rarities of some meanings, summed up."""
        return sum(self.rarity(m) for m in sorted(found))

    def likeness(self, left: frozenset[str], right: frozenset[str]) -> float:
        """How much of the weightier meanings two stretches share: 0 to 1, 1 where the words are the same."""
        union = self.weight(left | right)
        return self.weight(left & right) / union if union else 0.0

    def words(self, span: Span) -> str:
        """The words under a span, in whichever article."""
        return self.telling[span.article].words(span)

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which a span begins; the span itself outside title and body."""
        return self.telling[span.article].sentence_at(span) or span

    def neighbourhood_of(self, span: Span) -> Span:
        """The sentence in which a span begins, with the one before it and the one after."""
        telling = self.telling[span.article]
        clause = telling.clause_at(span)
        if clause is None:
            return span
        last = min(clause.sentence + 1, len(telling.sentences) - 1)
        return Span(span.article, telling.sentences[max(0, clause.sentence - 1)].start, telling.sentences[last].end)

    def span_of(self, span: Span) -> Span:
        """The span as it is."""
        return span

    def claims_over(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The ids of the claims that have an account where one of the spans is, in the claims' order."""
        wanted = tuple(spans)
        return tuple(c.id for c in self.claims if any(a.span.overlap(s) for a in c.accounts for s in wanted))


def ground(articles: Sequence[AnnotatedArticle], entities: Sequence[Entity], claims: Sequence[Claim]) -> Ground:
    """The common ground of a story; articles in the order of publication, whatever order they come in."""
    ordered = sorted(articles, key=lambda a: (a.article.published.value or "~", a.article.outlet or "", a.article.id))
    return Ground(tuple(Telling(a) for a in ordered), tuple(entities), tuple(claims))
