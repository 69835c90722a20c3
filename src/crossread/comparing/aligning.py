"""Which accounts, over all articles, carry one claim: one row of the comparison for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from crossread.records import Account, AnnotatedArticle, Span

from .joining import Ties, join, sample
from .likeness import HandWeighed, Likeness, Rarity
from .profiles import Profile, profiles

CLEAR_CHARACTERS = 160
"""An account longer than this is not the clearest of a claim if there is a shorter one."""


@dataclass(frozen=True, slots=True)
class Row:
    """The accounts of one claim, one an article; `clearest` is the one that a reader is shown for the claim.

    `repeats` are those in which an article says it again.
    """

    accounts: tuple[Account, ...]
    clearest: Account
    repeats: tuple[Account, ...] = ()


@dataclass(frozen=True)
class Alignment:
    """The rows of a story, and all that they were made by: what each account tells, by its span, and the judge."""

    rows: tuple[Row, ...]
    profiles: Mapping[Span, Profile]
    rarity: Rarity
    likeness: Likeness


def align(
    articles: Sequence[AnnotatedArticle],
    accounts: Mapping[str, Sequence[Account]],
    weigh: Callable[[Rarity], Likeness] = HandWeighed,
    *,
    one: Sequence[tuple[Span, Span]] = (),
    two: Sequence[tuple[Span, Span]] = (),
) -> Alignment:
    """The accounts (by article id) in rows, one for each claim, at most one account an article.

    Accounts within a row are in the order of the articles; rows in the order of their first accounts. `weigh` makes
    the judge of two accounts from the rarity of what the story's accounts tell. The accounts at each two spans in
    `one` are one claim whatever the judge says, those in `two` are two.
    """
    all_profiles = [p for a in articles for p in profiles(a, accounts.get(a.article.id, ()))]
    rarity = Rarity(all_profiles)
    likeness = weigh(rarity)
    index = {p.account.span: i for i, p in enumerate(all_profiles)}
    same, apart = (tuple((index[left], index[right]) for left, right in pairs) for pairs in (one, two))
    groups = join(all_profiles, rarity, likeness, Ties(same, apart))
    order = {a.article.id: n for n, a in enumerate(articles)}
    rows = [_row([all_profiles[i] for i in group], rarity, order) for group in groups]
    ordered = sorted(rows, key=lambda row: (order[row.accounts[0].article], row.accounts[0].span))
    return Alignment(tuple(ordered), {p.account.span: p for p in all_profiles}, rarity, likeness)


def _row(group: Sequence[Profile], rarity: Rarity, order: Mapping[str, int]) -> Row:
    """The group's best account of each article: of the text rather than a label, most like the others', narrowest."""
    ranked = sorted(group, key=lambda profile: _rank(profile, group, rarity))
    best: dict[str, Account] = {}
    for profile in ranked:
        best.setdefault(profile.article, profile.account)
    chosen = tuple(best[article] for article in sorted(best, key=lambda article: order[article]))
    repeats = sorted((p.account for p in group if p.account not in chosen), key=lambda a: (order[a.article], a.span))
    readable = [p.account for p in ranked if p.account in chosen and len(p.account.span) <= CLEAR_CHARACTERS]
    return Row(chosen, clearest=(readable or [ranked[0].account])[0], repeats=tuple(repeats))


def _rank(profile: Profile, group: Sequence[Profile], rarity: Rarity) -> tuple[bool, float, int, Span]:
    others = [p for p in sample(group) if p.article != profile.article]
    likeness = sum(rarity.cosine(profile.features, p.features) for p in others)
    return (profile.label, -round(likeness, 9), len(profile.account.span), profile.account.span)
