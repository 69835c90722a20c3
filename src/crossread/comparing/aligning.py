"""Which accounts, over all articles, carry one claim: one row of the comparison for each."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.records import Account, AnnotatedArticle, Span

from .likeness import HandWeighed, Likeness, Rarity, comparable, opposed
from .profiles import Profile, profiles

LEAST_LIKENESS = 0.2
"""Two groups of accounts become one claim only through a pair of at least this likelihood …"""

LEAST_AVERAGE = 0.15
"""… and if all their pairs have at least this one on average."""

CLEAR_CHARACTERS = 160
"""An account longer than this is not the clearest of a claim if there is a shorter one."""

LEAST_REPEAT = 0.5
"""An article says one thing twice (headline and lead) only if the two are at least so alike in what they tell."""

UNLIKELY = 0.01
"""The likelihood for two accounts that share nothing telling: of no help, and no bar either."""

RAREST_FEATURES = 10
"""Two accounts are only weighed against each other if they share one of their so many rarest features."""


@dataclass(frozen=True, slots=True)
class Row:
    """The accounts of one claim, one an article; `clearest` is the one that a reader is shown for the claim.

    `repeats` are those in which an article says it again.
    """

    accounts: tuple[Account, ...]
    clearest: Account
    repeats: tuple[Account, ...] = ()


def align(
    articles: Sequence[AnnotatedArticle],
    accounts: Mapping[str, Sequence[Account]],
    weigh: Callable[[Rarity], Likeness] = HandWeighed,
) -> tuple[Row, ...]:
    """The accounts (by article id) in rows, one for each claim, at most one account an article.

    Accounts within a row are in the order of the articles; rows in the order of their first accounts. `weigh` makes
    the judge of two accounts from the rarity of what the story's accounts tell.
    """
    all_profiles = [p for a in articles for p in profiles(a, accounts.get(a.article.id, ()))]
    rarity = Rarity(all_profiles)
    groups = _joined(all_profiles, rarity, weigh(rarity))
    order = {a.article.id: n for n, a in enumerate(articles)}
    rows = [_row([all_profiles[i] for i in group], rarity, order) for group in groups]
    return tuple(sorted(rows, key=lambda row: (order[row.accounts[0].article], row.accounts[0].span)))


class _Weighing:
    """The likeness of any two profiles (by index), each pair weighed once."""

    def __init__(self, all_profiles: Sequence[Profile], rarity: Rarity, likeness: Likeness) -> None:
        self._profiles = all_profiles
        self._rarity = rarity
        self._likeness = likeness
        self._known: dict[tuple[int, int], float] = {}

    def pair(self, i: int, j: int) -> float:
        """The likeness of two profiles; 0 where they are opposed."""
        key = (i, j) if i < j else (j, i)
        if key not in self._known:
            self._known[key] = self._weigh(self._profiles[key[0]], self._profiles[key[1]])
        return self._known[key]

    def _weigh(self, left: Profile, right: Profile) -> float:
        if opposed(left, right) or left.account.span.overlap(right.account.span):
            return 0.0  # an aside is told apart from the clause around it because it tells something else
        if left.article != right.article or left.label != right.label:
            return self._likeness(left, right) if comparable(left, right) else UNLIKELY
        cosine = self._rarity.cosine(left.features, right.features)
        return cosine if cosine >= LEAST_REPEAT else 0.0

    def groups(self, left: Sequence[int], right: Sequence[int]) -> float:
        """The average likeness between two groups; 0 where any two of them are opposed."""
        pairs = [self.pair(i, j) for i in left for j in right]
        return math.fsum(pairs) / len(pairs) if all(pairs) else 0.0


def _joined(all_profiles: Sequence[Profile], rarity: Rarity, likeness: Likeness) -> list[list[int]]:
    """Groups of profiles (by index), joined from the likeliest pair on, never two that are opposed."""
    weighing = _Weighing(all_profiles, rarity, likeness)
    group_of = {i: [i] for i in range(len(all_profiles))}
    labels = {i for i, profile in enumerate(all_profiles) if profile.label}
    waiting = [(len(labels & {i, j}), -weighing.pair(i, j), i, j) for i, j in _candidates(all_profiles, rarity)]
    for _, _, i, j in sorted(entry for entry in waiting if -entry[1] >= LEAST_LIKENESS):
        left, right = group_of[i], group_of[j]
        if left is not right and weighing.groups(left, right) >= LEAST_AVERAGE:
            joined = sorted(left + right)
            group_of.update(dict.fromkeys(joined, joined))
    return [group for i, group in group_of.items() if group[0] == i]


def _candidates(all_profiles: Sequence[Profile], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs worth weighing, by a shared rare feature; each once, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(all_profiles):
        rare = sorted(profile.features, key=lambda f: (-rarity(f), f))[:RAREST_FEATURES]
        yield from ((i, j) for i in sorted({i for feature in rare for i in holders[feature]}))
        for feature in rare:
            holders[feature].append(j)


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
    likeness = sum(rarity.cosine(profile.features, p.features) for p in group if p.article != profile.article)
    return (profile.label, -round(likeness, 9), len(profile.account.span), profile.account.span)
