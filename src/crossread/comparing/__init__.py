"""Comparing: a story becomes a comparison. The verb is `compare`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.records import AnnotatedArticle, Claim, Comparison, Difference, Story
from crossread.settings import Settings

from . import differences, identities, origins, timeline, wording
from .aligning import Row, align
from .claims import accounts
from .witnesses import sources

__all__ = ["compare"]


def compare(story: Story, settings: Settings = Settings()) -> Comparison:  # noqa: B008  (Settings is frozen)
    """The story laid side by side: who says what, from whom, where accounts differ, what one alone tells.

    The same articles give the same comparison in whatever order they came. Articles that are not annotated are shown
    and take no part; a story of one article gives its claims with nothing to compare them to.
    """
    articles, entities = identities.merge(story)
    readable = tuple(a for a in articles if a.annotated)
    rows = align(readable, {a.article.id: accounts(a) for a in readable})
    claims = tuple(_claim(f"c{n}", row, readable) for n, row in enumerate(rows, 1))
    claims, origins_ = origins.trace(rows, claims, sources(readable, entities, story.reprints, story.passages))
    found = differences.find(readable, entities, claims)
    return Comparison(
        story=story.id,
        articles=articles,
        entities=entities,
        attributions=tuple(q for a in articles for q in a.attributions),
        claims=_judged(claims, found),
        differences=found,
        origins=origins_,
        reprints=origins.of_reprints(story.reprints, claims),
        wording=wording.contrasts(readable, entities, claims),
        timeline=timeline.draw(readable, claims),
        settings=settings.digest_of,
    )


def _claim(id: str, row: Row, articles: Sequence[AnnotatedArticle]) -> Claim:
    told = {account.article for account in row.accounts}
    silent = (a.article.id for a in articles if a.article.captured == "full" and a.article.id not in told)
    return Claim(
        id=id,
        text=row.clearest.span,
        status="shared" if len(told) > 1 else "single",
        accounts=row.accounts,
        silent=tuple(silent),
    )


def _judged(claims: Sequence[Claim], found: Sequence[Difference]) -> tuple[Claim, ...]:
    """The claims, those that a conflict touches marked as disputed."""
    disputed = {id for difference in found if difference.relation == "conflict" for id in difference.claims}
    return tuple(replace(claim, status="disputed") if claim.id in disputed else claim for claim in claims)
