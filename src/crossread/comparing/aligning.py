"""Which accounts, over all articles, carry one claim: one row of the comparison for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from crossread.records import Account, AnnotatedArticle

from .likeness import HandWeighed, Likeness, Profile, Rarity, opposed, profiles

LEAST_LIKENESS = 0.5
"""Two groups of accounts become one claim while they are, on average, more likely one than two."""

RAREST_FEATURES = 10
"""Two accounts are only weighed against each other if they share one of their so many rarest features."""

Row = tuple[Account, ...]


def align(articles: Sequence[AnnotatedArticle], accounts: Mapping[str, Sequence[Account]]) -> tuple[Row, ...]:
    """The accounts (by article id) in rows, one for each claim, at most one account an article.

    Accounts within a row are in the order of the articles; rows in the order of their first accounts. An account that
    repeats another one of its own article is left out: it adds nothing to the row.
    """
    all_profiles = [p for a in articles for p in profiles(a, accounts.get(a.article.id, ()))]
    rarity = Rarity(all_profiles)
    groups = _joined(all_profiles, rarity, HandWeighed(rarity))
    order = {a.article.id: n for n, a in enumerate(articles)}
    rows = [_row([all_profiles[i] for i in group], rarity, order) for group in groups]
    return tuple(sorted(rows, key=lambda row: (order[row[0].article], row[0].span)))


@dataclass(slots=True)
class _Group:
    members: list[int]
    likeness: dict[int, float]


def _joined(all_profiles: Sequence[Profile], rarity: Rarity, likeness: Likeness) -> list[list[int]]:
    """Groups of profiles (by index), joined from the likeliest pair on, never two that are opposed."""
    groups = {i: _Group([i], {}) for i in range(len(all_profiles))}
    for i, j in _candidates(all_profiles, rarity):
        groups[i].likeness[j] = groups[j].likeness[i] = likeness(all_profiles[i], all_profiles[j])
    waiting = [_entry(groups, i, j) for i, group in groups.items() for j in group.likeness if i < j]
    waiting = [entry for entry in waiting if -entry[0] >= LEAST_LIKENESS]
    heapify(waiting)
    while waiting:
        minus, i, j = heappop(waiting)
        if i not in groups or j not in groups or _entry(groups, i, j)[0] != minus:
            continue
        if any(opposed(all_profiles[a], all_profiles[b]) for a in groups[i].members for b in groups[j].members):
            continue
        _absorb(groups, i, j)
        for other in groups[i].likeness:
            entry = _entry(groups, min(i, other), max(i, other))
            if -entry[0] >= LEAST_LIKENESS:
                heappush(waiting, entry)
    return [sorted(group.members) for group in groups.values()]


def _entry(groups: dict[int, _Group], i: int, j: int) -> tuple[float, int, int]:
    size = len(groups[i].members) * len(groups[j].members)
    return -groups[i].likeness.get(j, 0.0) / size, i, j


def _absorb(groups: dict[int, _Group], home: int, gone: int) -> None:
    other = groups.pop(gone)
    groups[home].members += other.members
    mine = groups[home].likeness
    mine.pop(gone, None)
    for third, likeness in other.likeness.items():
        if third != home:
            mine[third] = groups[third].likeness[home] = mine.get(third, 0.0) + likeness
            groups[third].likeness.pop(gone, None)


def _candidates(all_profiles: Sequence[Profile], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs worth weighing, by a shared rare feature; each once, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(all_profiles):
        rare = sorted(profile.features, key=lambda f: (-rarity(f), f))[:RAREST_FEATURES]
        yield from ((i, j) for i in sorted({i for feature in rare for i in holders[feature]}))
        for feature in rare:
            holders[feature].append(j)


def _row(group: Sequence[Profile], rarity: Rarity, order: Mapping[str, int]) -> Row:
    """The group's best account of each article: the one most like those of the others, the narrower of two equals."""
    best: dict[str, tuple[float, int, Account]] = {}
    for profile in group:
        others = [rarity.cosine(profile.features, p.features) for p in group if p.article != profile.article]
        key = (-sum(others), len(profile.account.span), profile.account)
        if profile.article not in best or key[:2] < best[profile.article][:2]:
            best[profile.article] = key
    return tuple(best[article][2] for article in sorted(best, key=lambda article: order[article]))
