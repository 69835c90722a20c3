"""The claims as rows: who tells each, in which words, from how many origins, and who is silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crossread.records import Account, Claim, Comparison, Span

from .legible import distinct
from .lookups import KINDS, Lookup, origin_label
from .novelty import novel
from .reports import Alone, Row, Source, Told

NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w")  # a capital that does not begin a sentence
FRAGMENT = 5  # words; an account of fewer says little by itself
UNKNOWN = "unknown"  # stands for all origins of one claim that are not shown


def ranked(claims: Iterable[Claim], look: Lookup) -> tuple[list[Claim], list[Claim]]:
    """The claims of several articles, first what most tell, from most origins, high up; and those of one alone, by
    column, first what most weighs."""

    def rank(claim: Claim) -> tuple[int, int, float, Span]:
        articles = {account.article for account in claim.accounts}
        depth = sum(look.depth(account.span) for account in claim.accounts) / len(claim.accounts)
        return -len(articles), -claim.origins, depth, claim.text

    ranked = sorted(claims, key=rank)
    several = [claim for claim in ranked if len({account.article for account in claim.accounts}) > 1]
    alone = [claim for claim in claims if len({account.article for account in claim.accounts}) == 1]
    return several, sorted(alone, key=lambda claim: _weight(claim.accounts[0], look))


def everywhere(claim: Claim, comparison: Comparison) -> bool:
    """Whether all articles that could be annotated tell the claim."""
    telling = {account.article for account in claim.accounts}
    return all(one.article.id in telling for one in comparison.articles if one.annotated)


def _weight(account: Account, look: Lookup) -> tuple[int, float, Span]:
    """Where an account stands among those that its outlet alone tells: named voices, numbers, names and the top of
    the article weigh; fragments do not."""
    words = look.excerpt(account.span).words
    said = look.said(account.attribution)
    marks = (
        said is not None and said.speaker is not None,
        any(character.isdigit() for character in words),
        NAME.search(words) is not None,
        len(words.split()) >= FRAGMENT,
    )
    return look.places[account.article], look.depth(account.span) - sum(marks) / 2, account.span


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
        told=tuple(_told(account, accounts, look) for account in accounts),
        outlets=distinct(look.labels[account.article] for account in accounts),
        origins=claim.origins,
        sources=_sources(accounts, look),
        silent=tuple(look.labels[id] for id in sorted(claim.silent, key=lambda id: look.places[id])),
        unseen=tuple(look.labels[id] for id in unseen),
        disputes=disputes,
    )


def _told(account: Account, accounts: Sequence[Account], look: Lookup) -> Told:
    others = [look.articles[one.article].words(one.span) for one in accounts if one.article != account.article]
    excerpt = look.excerpt(account.span)
    chain = look.chain(look.said(account.attribution))
    return Told(excerpt, chain, _origin(account, look), novel(excerpt.words, others))


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
