"""Groups of accounts that carry one claim, joined from the likeliest pair on.

The likelihood of every pair of a large story would never be known in time. Accounts in the same words are weighed as
one; each is weighed only against those few it shares its rarest features with; and of two large groups a sample
answers for the rest.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .likeness import Likeness, Rarity, comparable, opposed
from .profiles import Profile

Member = TypeVar("Member")

LEAST_LIKENESS = 0.2
"""Two groups of accounts become one claim only through a pair of at least this likelihood …"""

LEAST_AVERAGE = 0.15
"""… and if all their pairs have at least this one on average."""

LEAST_REPEAT = 0.5
"""An article says one thing twice (headline and lead) only if the two are at least so alike in what they tell."""

UNLIKELY = 0.01
"""The likelihood for two accounts that share nothing telling: of no help, and no bar either."""

RAREST_FEATURES = 10
"""Two accounts are only weighed against each other if they share one of their so many rarest features."""

MOST_CANDIDATES = 60
"""An account is weighed against no more than so many of those before it, the ones it shares most with."""

MOST_HOLDERS = 400
"""A feature that more accounts have brings only the last so many together."""

SAMPLE = 8
"""Of a group larger than this so many, evenly spread, stand for all."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of profiles (by index) that a person has decided about: one claim, or not one."""

    same: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()


NO_TIES = Ties()


def join(all_profiles: Sequence[Profile], rarity: Rarity, likeness: Likeness, ties: Ties = NO_TIES) -> list[list[int]]:
    """Groups of profiles (by index), never two that are opposed in one; what the texts tell is joined first, and a
    headline then finds its row."""
    copies = _copies(all_profiles, ties)
    weighing = _Weighing(all_profiles, copies, rarity, likeness, ties)
    firsts = [all_profiles[copy[0]] for copy in copies]
    groups = _Groups(len(copies))
    for i, j in weighing.decided(ties.same):
        groups.merge(i, j)
    pairs = ((i, j, weighing.pair(i, j)) for i, j in _candidates(firsts, rarity))
    waiting = ((firsts[i].label + firsts[j].label, -likely, i, j) for i, j, likely in pairs if likely >= LEAST_LIKENESS)
    for _, _, i, j in sorted(waiting):
        left, right = groups.of(i), groups.of(j)
        if left is not right and weighing.groups(left, right) >= LEAST_AVERAGE:
            groups.merge(i, j)
    return [sorted(member for i in group for member in copies[i]) for group in groups.all()]


class _Groups:
    """Which of the numbers up to `size` belong together; each alone to begin with."""

    def __init__(self, size: int) -> None:
        self._of = {i: [i] for i in range(size)}

    def of(self, i: int) -> list[int]:
        """The group of one, sorted."""
        return self._of[i]

    def merge(self, i: int, j: int) -> None:
        """Makes the groups of the two one."""
        if self._of[i] is not self._of[j]:
            joined = sorted(self._of[i] + self._of[j])
            self._of.update(dict.fromkeys(joined, joined))

    def all(self) -> list[list[int]]:
        """Every group, by its least member."""
        return [group for i, group in self._of.items() if group[0] == i]


class _Weighing:
    """The likelihood that two texts, each told by one account or by several in the same words, carry one claim."""

    def __init__(
        self,
        all_profiles: Sequence[Profile],
        copies: Sequence[Sequence[int]],
        rarity: Rarity,
        likeness: Likeness,
        ties: Ties,
    ) -> None:
        self._copies = [[all_profiles[i] for i in copy] for copy in copies]
        self._home = {i: n for n, copy in enumerate(copies) for i in copy}
        self._articles = [frozenset(p.article for p in copy) for copy in self._copies]
        self._rarity = rarity
        self._likeness = likeness
        self._apart = {tuple(sorted(pair)) for pair in self.decided(ties.apart)}
        self._known: dict[tuple[int, int], float] = {}

    def decided(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The pairs of profiles as pairs of texts."""
        return [(self._home[i], self._home[j]) for i, j in pairs]

    def pair(self, i: int, j: int) -> float:
        """The likelihood for two texts; 0 where they cannot be one claim."""
        key = (i, j) if i < j else (j, i)
        if key not in self._known:
            self._known[key] = 0.0 if key in self._apart else self._weigh(*key)
        return self._known[key]

    def _weigh(self, i: int, j: int) -> float:
        left, right = self._copies[i][0], self._copies[j][0]
        if opposed(left, right):
            return 0.0
        in_both = self._articles[i] & self._articles[j]
        if in_both and not self._may_repeat(i, j, in_both):
            return 0.0
        if left.label == right.label and len(self._articles[i] | self._articles[j]) == 1:
            return self._rarity.cosine(left.features, right.features)
        return self._likeness(left, right) if comparable(left, right) else UNLIKELY

    def _may_repeat(self, i: int, j: int, articles: frozenset[str]) -> bool:
        """Whether an article that tells both can say one thing by them; an aside tells another than its clause."""
        left, right = ([p for p in self._copies[n] if p.article in articles] for n in (i, j))
        if any(a.account.span.overlap(b.account.span) for a in left for b in right):
            return False
        if left[0].label != right[0].label:
            return True
        return self._rarity.cosine(left[0].features, right[0].features) >= LEAST_REPEAT

    def groups(self, left: Sequence[int], right: Sequence[int]) -> float:
        """The average likelihood between two groups; 0 where any two of them are opposed."""
        pairs = [self.pair(i, j) for i in sample(left) for j in sample(right)]
        return math.fsum(pairs) / len(pairs) if all(pairs) else 0.0


def sample(group: Sequence[Member]) -> Sequence[Member]:
    """Those members of a large group that stand for all; of a small one, all."""
    return group if len(group) <= SAMPLE else [group[n * len(group) // SAMPLE] for n in range(SAMPLE)]


def _copies(all_profiles: Sequence[Profile], ties: Ties) -> list[list[int]]:
    """The profiles (by index) that say the same in the same words, together; one decided about stays alone."""
    decided = {i for pair in (*ties.same, *ties.apart) for i in pair}
    found: dict[object, list[int]] = defaultdict(list)
    for i, p in enumerate(all_profiles):
        alone = i if i in decided else -1
        found[alone, p.words, p.features, p.times, p.amounts, p.label].append(i)
    return list(found.values())


def _candidates(texts: Sequence[Profile], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs worth weighing (by index), each once: those that share most in rare features."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(texts):
        rare = sorted(profile.features, key=lambda f: (-rarity(f), f))[:RAREST_FEATURES]
        shared: dict[int, float] = defaultdict(float)
        for feature in rare:
            weight = rarity(feature)
            for i in holders[feature][-MOST_HOLDERS:]:
                shared[i] += weight
        best = sorted(shared, key=lambda i: (-shared[i], i))[:MOST_CANDIDATES]
        yield from ((i, j) for i in best)
        for feature in rare:
            holders[feature].append(j)
