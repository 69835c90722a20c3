"""The comparison of a story, together with what it was worked out by, so that it can be explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.records import Account, AnnotatedArticle, Claim, Comparison, Decision, Difference, Entity, Span, Story
from crossread.settings import Settings

from . import corrections as decided
from . import differences, identities, origins, timeline, wording
from .aligning import Alignment, Row, align
from .claims import accounts
from .corrections import Corrections
from .witnesses import Sources, sources


@dataclass(frozen=True)
class Workings:
    """A comparison and what stands behind it: the rows that became its claims, in their order, and the sources."""

    comparison: Comparison
    alignment: Alignment
    known: Sources
    entities: Mapping[str, Entity]


def work(story: Story, settings: Settings, corrections: Corrections = decided.NONE) -> Workings:
    """Everything about a story that `compare` and `explain` tell from."""
    articles, entities = identities.merge(story)
    decisions = decided.located(corrections, articles)
    articles, entities = decided.with_speakers(articles, entities, decisions)
    readable = tuple(a for a in articles if a.annotated)
    alignment = _aligned(readable, decisions)
    claims = tuple(_claim(f"c{n}", row, readable) for n, row in enumerate(alignment.rows, 1))
    known = sources(readable, entities, story.reprints, story.passages)
    claims, origins_ = origins.trace(alignment.rows, claims, known)
    found = decided.agreeing(differences.find(readable, entities, claims), decisions)
    comparison = Comparison(
        story=story.id,
        articles=articles,
        entities=entities,
        attributions=tuple(q for a in articles for q in a.attributions),
        claims=_judged(claims, found),
        differences=found,
        origins=origins_,
        reprints=origins.of_reprints(story.reprints, claims, origins_),
        wording=wording.contrasts(readable, entities, claims),
        timeline=timeline.draw(readable, claims),
        settings=settings.digest_of,
        decisions=tuple(_touching(decision, claims) for decision in decisions),
    )
    return Workings(comparison, alignment, known, {e.id: e for e in entities})


def _aligned(articles: Sequence[AnnotatedArticle], decisions: Sequence[Decision]) -> Alignment:
    told = {a.article.id: accounts(a) for a in articles}
    one, two = (decided.pairs(decisions, kind) for kind in ("one claim", "two claims"))
    at: dict[Span, Span] = {}
    for place in [span for pair in (*one, *two) for span in pair]:
        account = _account_at(place, told.get(place.article, ()))
        at[place] = account.span
        if account not in told.get(place.article, ()):
            told[place.article] = (*told.get(place.article, ()), account)
    ties = [[(at[left], at[right]) for left, right in pairs] for pairs in (one, two)]
    return align(articles, told, one=ties[0], two=ties[1])


def _account_at(place: Span, told: Sequence[Account]) -> Account:
    """The account that is most nearly these words; an account of their own where none is."""
    near = [account for account in told if 2 * account.span.overlap(place) >= min(len(account.span), len(place))]
    return min(near, key=lambda a: (abs(len(a.span) - len(place)), a.span), default=Account(place))


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


def _touching(decision: Decision, claims: Sequence[Claim]) -> Decision:
    """The decision with the claims that it touches."""
    touched = (c.id for c in claims if any(a.span.overlap(s) for a in c.accounts for s in decision.spans))
    return replace(decision, claims=tuple(touched))
