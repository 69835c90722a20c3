"""The claims as rows: who tells each, in which words, from how many origins, and who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from crossread.records import Account, Claim, Comparison, Span

from .legible import distinct
from .lookups import KINDS, Lookup, origin_label
from .novelty import novel
from .reports import Alone, Row, Source, Told
from .telling import goes_on, tier
from .telling import rank as most_telling

UNKNOWN = "unknown"  # stands for all origins of one claim that are not shown


def ranked(
    claims: Iterable[Claim], disputes: Mapping[str, tuple[int, ...]], look: Lookup
) -> tuple[list[Claim], list[Claim]]:
    """The claims of several articles, first what most tell, from most origins, high up; and those of one alone, by
    column, first what is most telling; `disputes` are the numbers of those that touch a claim, by its id."""

    def rank(claim: Claim) -> tuple[int, int, float, Span]:
        articles = {account.article for account in claim.accounts}
        depth = sum(look.depth(account.span) for account in claim.accounts) / len(claim.accounts)
        return -len(articles), -claim.origins, depth, claim.text

    def column(claim: Claim) -> tuple[int, bool, int, float, Span]:
        account = claim.accounts[0]
        weighed = most_telling(account, bool(disputes.get(claim.id)), look)
        return look.places[account.article], claim.id in held, *weighed  # parts of another claim behind it

    ranked = sorted(claims, key=rank)
    several = [claim for claim in ranked if len({account.article for account in claim.accounts}) > 1]
    alone = [claim for claim in claims if len({account.article for account in claim.accounts}) == 1]
    held = _held(alone, look)
    return several, _spread(sorted(alone, key=column), held, look)


def _spread(alone: Sequence[Claim], held: Set[str], look: Lookup) -> list[Claim]:
    """The claims with the second of a sentence, and every further one, behind the first of all sentences."""
    seen: set[Span] = set()
    places: dict[str, tuple[int, bool, int, bool]] = {}
    for claim in alone:
        sentence = look.sentence(claim.accounts[0].span)
        span = claim.accounts[0].span
        places[claim.id] = look.places[span.article], claim.id in held, tier(span, look), sentence in seen
        seen.add(sentence)
    return sorted(alone, key=lambda claim: places[claim.id])


def _held(alone: Iterable[Claim], look: Lookup) -> set[str]:
    """The ids of the claims whose words are part of another's: a reader has them there already."""
    found, last = set(), None
    accounts = ((one.accounts[0].span, one.id) for one in alone)
    for span, id in sorted(accounts, key=lambda pair: (look.places[pair[0].article], pair[0].start, -pair[0].end)):
        if last is not None and last.covers(span):
            found.add(id)
        else:
            last = span
    return found


def everywhere(claim: Claim, comparison: Comparison) -> bool:
    """Whether all articles that could be annotated tell the claim."""
    telling = {account.article for account in claim.accounts}
    return all(one.article.id in telling for one in comparison.articles if one.annotated)


def row(claim: Claim, number: int, disputes: tuple[int, ...], look: Lookup) -> Row:
    """The claim with its accounts in the order of the columns, its origins, and who does not tell it."""
    accounts = sorted(claim.accounts, key=lambda account: look.order(account.span))
    telling = {account.article for account in accounts}
    unseen = [
        one.article.id
        for one in look.comparison.articles
        if one.annotated and one.article.id not in telling and one.article.id not in claim.silent
    ]
    return Row(
        id=claim.id,
        number=number,
        told=tuple(_told(account, accounts, look) for account in _once(accounts, look)),
        outlets=distinct(look.labels[account.article] for account in accounts),
        origins=claim.origins,
        sources=_sources(accounts, look),
        silent=tuple(look.labels[id] for id in sorted(claim.silent, key=lambda id: look.places[id])),
        unseen=tuple(look.labels[id] for id in unseen),
        disputes=disputes,
    )


def _once(accounts: Sequence[Account], look: Lookup) -> list[Account]:
    """The accounts without those of one article that lie in a sentence of which it has a longer one in the row."""
    kept: list[Account] = []
    for account in sorted(accounts, key=lambda one: (-len(one.span), one.span)):
        same = (one for one in kept if one.article == account.article and one.attribution == account.attribution)
        if not any(look.sentence(one.span) == look.sentence(account.span) for one in same):
            kept.append(account)
    return sorted(kept, key=lambda one: look.order(one.span))


def _told(account: Account, accounts: Sequence[Account], look: Lookup) -> Told:
    others = [look.articles[one.article].words(one.span) for one in accounts if one.article != account.article]
    excerpt = look.excerpt(account.span)
    chain = look.chain(look.said(account.attribution))
    return Told(excerpt, chain, _origin(account, look), novel(excerpt.words, others), goes_on(account, look))


def _origin(account: Account, look: Lookup) -> str | None:
    """The id of the account's origin; one for all those that nothing shows."""
    origin = look.origins.get(account.origin or "")
    return None if origin is None else UNKNOWN if origin.kind == "unknown" else origin.id


def _sources(accounts: Iterable[Account], look: Lookup) -> tuple[Source, ...]:
    outlets: dict[str, list[str]] = {}
    for account in accounts:
        id = _origin(account, look)
        if id is not None:
            outlets.setdefault(id, []).append(look.labels[account.article])
    return tuple(_source(id, distinct(names), look) for id, names in outlets.items())


def _source(id: str, outlets: tuple[str, ...], look: Lookup) -> Source:
    if id == UNKNOWN:
        return Source(id, KINDS[id], "unknown", outlets)
    return Source(id, origin_label(look.origins[id]), look.origins[id].kind, outlets)


def alone(rows: Sequence[Row], look: Lookup) -> tuple[Alone, ...]:
    """Per outlet, in the order of the columns, what it alone tells."""
    found = []
    for id, label in look.labels.items():
        own = tuple(one for one in rows if one.told[0].excerpt.span.article == id)
        if own:
            found.append(Alone(label, id, own))
    return tuple(found)
