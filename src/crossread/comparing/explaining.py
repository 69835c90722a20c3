"""Why a row of the comparison is as it is: what joined its accounts and what nearly did, its origins, what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from crossread.errors import ComparingError
from crossread.records import Account, Claim, DecisionKind, Difference, Origin, OriginKind, Span, Story
from crossread.settings import Settings

from .aligning import Row
from .corrections import NONE, Corrections
from .joining import LEAST_LIKENESS
from .likeness import SIGNALS, WEIGHTS, comparable, opposition, signals
from .profiles import Profile, placed
from .working import Workings, work

MOST_NEIGHBOURS = 5

_WHY: dict[OriginKind, str] = {
    "statement": "the words are attributed to this speaker",
    "document": "the words are attributed to this document",
    "broadcast": "the outlet has it from this broadcast",
    "agency": "the text is credited to this agency",
    "outlet": "it is taken from this outlet, or is background that every outlet can look up",
    "own reporting": "the outlet says that it saw, heard or counted for itself",
    "unknown": "no article shows where it comes from",
}


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that the likelihood rests on: `value` from 0 to 1 (a speaker: from -1), times `weight`."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that two accounts both tell, and the words by which each tells it."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Join:
    """Two accounts of the claim: how likely they were held to be one, by what, and what they share.

    `decided` says that a person joined them.
    """

    left: Account
    right: Account
    likelihood: float
    signals: tuple[Signal, ...]
    shared: tuple[Shared, ...]
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An account of another claim that is like one of this claim's, and why it is not in the row."""

    account: Account
    claim: str | None
    like: Account
    likelihood: float
    why: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """An origin of the claim, the accounts that rest on it, and what shows it."""

    origin: Origin
    accounts: tuple[Account, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that a row rests on. `repeats` are the accounts in which an article says it again."""

    claim: Claim
    joins: tuple[Join, ...]
    repeats: tuple[Account, ...]
    neighbours: tuple[Neighbour, ...]
    origins: tuple[Provenance, ...]
    differences: tuple[Difference, ...]


def explain(
    story: Story,
    claim: str,
    settings: Settings = Settings(),  # noqa: B008  (Settings is frozen)
    corrections: Corrections = NONE,
) -> Explanation:
    """What the claim with this id rests on; raises `ComparingError` where the comparison has no such claim."""
    worked = work(story, settings, corrections)
    found = {c.id: (c, row) for c, row in zip(worked.comparison.claims, worked.alignment.rows, strict=True)}
    if claim not in found:
        raise ComparingError(f"there is no claim '{claim}'", hint=f"try: c1 to c{len(found)}, as the report names them")
    row = found[claim][1]
    return Explanation(
        claim=found[claim][0],
        joins=tuple(_joins(row, worked)),
        repeats=row.repeats,
        neighbours=_neighbours(row, worked),
        origins=tuple(_provenances(found[claim][0], worked)),
        differences=tuple(d for d in worked.comparison.differences if claim in d.claims),
    )


def _joins(row: Row, worked: Workings) -> Iterator[Join]:
    """Every two accounts of the row, the likeliest first."""
    profile, judge = worked.alignment.profiles, worked.alignment.likeness
    likely = [(judge(profile[a.span], profile[b.span]), a, b) for a, b in combinations(row.accounts, 2)]
    for likelihood, left, right in sorted(likely, key=lambda entry: (-entry[0], entry[1].span, entry[2].span)):
        by_person = _decided("one claim", left.span, right.span, worked)
        told = _signals(profile[left.span], profile[right.span], worked)
        yield Join(left, right, likelihood, told, tuple(_shared(left, right, worked)), by_person)


def _decided(kind: DecisionKind, left: Span, right: Span, worked: Workings) -> bool:
    """Whether a person decided so about accounts at these two places."""
    places = [d.spans for d in worked.comparison.decisions if d.kind == kind]
    return any(left.overlap(a) and right.overlap(b) for pair in places for a, b in (pair, pair[::-1]))


def _signals(left: Profile, right: Profile, worked: Workings) -> tuple[Signal, ...]:
    """The signals that count for or against, the weightiest first."""
    values = signals(left, right, worked.alignment.rarity)
    told = [Signal(name, value, weight) for name, value, weight in zip(SIGNALS, values, WEIGHTS, strict=True) if value]
    return tuple(sorted(told, key=lambda signal: (-abs(signal.value * signal.weight), signal.name)))


def _shared(left: Account, right: Account, worked: Workings) -> Iterator[Shared]:
    """What both tell, in the order of the first."""
    ours, theirs = (dict(reversed([*placed(worked.known.articles[a.article], a.span)])) for a in (left, right))
    both = sorted((ours[feature], theirs[feature]) for feature in ours.keys() & theirs.keys())
    yield from (Shared(*pair) for pair in dict.fromkeys(both))


def _neighbours(row: Row, worked: Workings) -> tuple[Neighbour, ...]:
    """The likeliest accounts of articles' other claims, with why they are not in the row."""
    inside = {account.span for account in (*row.accounts, *row.repeats)}
    claim_of = {a.span: c.id for c in worked.comparison.claims for a in c.accounts}
    near = [
        _neighbour(profile, row, claim_of.get(span), worked)
        for span, profile in worked.alignment.profiles.items()
        if span not in inside
    ]
    ranked = sorted(near, key=lambda n: (-n.likelihood, n.account.span))
    return tuple(n for n in ranked[:MOST_NEIGHBOURS] if n.likelihood >= LEAST_LIKENESS / 2)


def _neighbour(other: Profile, row: Row, claim: str | None, worked: Workings) -> Neighbour:
    judge = worked.alignment.likeness
    ours = [worked.alignment.profiles[a.span] for a in row.accounts if a.article != other.article]
    likely = [(judge(p, other) if comparable(p, other) else 0.0, p.account) for p in ours]
    likelihood, like = max(likely, key=lambda entry: (entry[0], entry[1].span), default=(0.0, row.accounts[0]))
    return Neighbour(other.account, claim, like, likelihood, _why_not(other, like, likelihood, row, worked))


def _why_not(other: Profile, like: Account, likelihood: float, row: Row, worked: Workings) -> str:
    if _decided("two claims", other.account.span, like.span, worked):
        return "a person decided so"
    against = opposition(worked.alignment.profiles[like.span], other)
    if against:
        return against
    clash = _clash(other, row, worked)
    if clash:
        return f"beside another account of this claim, {clash}"
    return "too little in common" if likelihood < LEAST_LIKENESS else "it is more like the accounts of its own claim"


def _clash(other: Profile, row: Row, worked: Workings) -> str | None:
    """Why some account of the row cannot stand beside the other, None where all can."""
    against = (opposition(worked.alignment.profiles[a.span], other) for a in row.accounts)
    return next((why for why in against if why), None)


def _provenances(claim: Claim, worked: Workings) -> Iterator[Provenance]:
    origins = {origin.id: origin for origin in worked.comparison.origins}
    by_origin: dict[str, list[Account]] = {}
    for account in claim.accounts:
        by_origin.setdefault(account.origin or "", []).append(account)
    for id, accounts in by_origin.items():
        if id in origins:
            yield Provenance(_narrowed(origins[id], accounts), tuple(accounts), _WHY[origins[id].kind])


def _narrowed(origin: Origin, accounts: Sequence[Account]) -> Origin:
    """The origin with the evidence of these accounts' articles only."""
    articles = {account.article for account in accounts}
    return Origin(
        origin.id,
        origin.kind,
        origin.name,
        origin.entity,
        tuple(span for span in origin.evidence if span.article in articles),
    )
