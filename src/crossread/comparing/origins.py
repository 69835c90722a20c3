"""Where each account comes from in the end, and how many independent origins stand behind a claim.

An account comes from the speaker or document it is attributed to, whoever printed it; from the agency or outlet whose
text it is; or, in the outlet's own voice, from wherever the words around it say. Where nothing shows it the origin is
unknown, and what is unknown never counts as one more witness: independence has to be shown. So all accounts of a
claim without a shown origin share one unknown origin, and it is counted only where there is no other. Background is
the exception: an age, an office or a year long past every newsroom looks up for itself, unless its words or its
sources are another's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import combinations

from crossread.records import Claim, Origin, OriginKind, Reprint

from .aligning import Row
from .witnesses import Sources, Witness

__all__ = ["of_reprints", "trace"]


def one_witness(left: Witness, right: Witness, known: Sources) -> bool:
    """Whether two accounts of one claim rest on the same origin, as far as can be shown."""
    text = known.texts.get(left.article)
    if text is not None and text == known.texts.get(right.article):
        return True
    if known.shares_words(left, right):
        return True
    if "unknown" in {left.key[0], right.key[0]}:
        return False
    if _cites(left, right) or _cites(right, left):
        return True
    if left.heard and right.heard and left.heard != right.heard:
        return False
    return left.key == right.key or _speaks_for(left, right, known) or _speaks_for(right, left, known)


def _cites(citing: Witness, cited: Witness) -> bool:
    """Whether the one has it, or may well have it, from the other's article or agency."""
    if cited.article in citing.media or (cited.key[0] == "medium" and cited.key[1] in citing.media):
        return True
    if citing.key[0] == "medium" and citing.key[1] in {cited.article, cited.heard}:
        return True
    return citing.heard == cited.article != citing.article


def _speaks_for(person: Witness, body: Witness, known: Sources) -> bool:
    """Whether the one is a person and the other a body that can speak through persons, on one and the same claim; of
    a person who is told to belong to other bodies it cannot."""
    speaker, other = (known.entities.get(w.entity or "") for w in (person, body))
    if speaker is None or other is None or speaker.kind != "person" or other.kind != "organisation":
        return False
    bodies = known.bodies(speaker)
    return not bodies or other.id in bodies


def trace(rows: Sequence[Row], claims: Sequence[Claim], known: Sources) -> tuple[tuple[Claim, ...], tuple[Origin, ...]]:
    """The claims with the origin of each account and the number of independent ones, and all the origins.

    Origins are numbered o1, o2, … in the order of the claims; one origin serves all claims that rest on it.
    """
    ledger = _Ledger()
    traced = tuple(_traced(row, claim, known, ledger) for row, claim in zip(rows, claims, strict=True))
    return traced, tuple(ledger.origins.values())


def _traced(row: Row, claim: Claim, known: Sources, ledger: _Ledger) -> Claim:
    witnesses = [
        known.witness(account, [r for r in row.repeats if r.article == account.article]) for account in row.accounts
    ]
    groups = sorted(_grouped(witnesses, known), key=lambda group: group[0])
    ids = {}
    for group, members in groups:
        ids.update(dict.fromkeys(group, ledger.enter(members)))
    shown = [group for group, members in groups if any(w.kind != "unknown" for w in members)]
    accounts = tuple(replace(account, origin=ids[i]) for i, account in enumerate(claim.accounts))
    return replace(claim, accounts=accounts, origins=max(1, len(shown)))


def _grouped(witnesses: Sequence[Witness], known: Sources) -> Iterator[tuple[list[int], list[Witness]]]:
    """The witnesses, with their indices, in groups that rest on one origin each.

    Those that show an origin, or are of one text, come together first. One that shows none then joins the one group
    it leans on; where it leans on two, it could be either's and joins neither. What is left and tells background are
    as many origins as outlets; the rest, who knows where from, are one.
    """
    groups = _joined(witnesses, known)
    hidden = [group for group in groups if {witnesses[i].key[0] for i in group} == {"unknown"}]
    shown = [group for group in groups if group not in hidden]
    homes = [[home for home in shown if _leans(group, home, witnesses)] for group in hidden]
    for group, candidates in zip(hidden, homes, strict=True):
        if len(candidates) == 1:
            candidates[0].extend(group)
    left = [group for group, candidates in zip(hidden, homes, strict=True) if len(candidates) != 1]
    looked_up = [group for group in left if all(_is_looked_up(i, group, left, witnesses) for i in group)]
    alone = [i for group in left if group not in looked_up for i in group]
    yield from ((sorted(group), [witnesses[i] for i in sorted(group)]) for group in [*shown, alone] if group)
    yield from ((sorted(group), [known.outlet(witnesses[min(group)].article)]) for group in looked_up)


def _is_looked_up(i: int, group: Sequence[int], others: Sequence[Sequence[int]], witnesses: Sequence[Witness]) -> bool:
    """Whether it is background that the outlet need not have from where another of these has it."""
    rivals = [witnesses[j] for other in others if other is not group for j in other]
    return witnesses[i].background and not any(_share_a_medium(witnesses[i], rival) for rival in rivals)


def _share_a_medium(left: Witness, right: Witness) -> bool:
    """Whether one names the other's outlet, or both a third, as where they have something from."""
    return not (left.media | {left.article}).isdisjoint(right.media | {right.article})


def _joined(witnesses: Sequence[Witness], known: Sources) -> list[list[int]]:
    group_of = list(range(len(witnesses)))
    for i, j in combinations(range(len(witnesses)), 2):
        if group_of[i] != group_of[j] and one_witness(witnesses[i], witnesses[j], known):
            old, new = group_of[j], group_of[i]
            group_of = [new if g == old else g for g in group_of]
    return [[i for i, g in enumerate(group_of) if g == group] for group in dict.fromkeys(group_of)]


def _leans(hidden: Sequence[int], shown: Sequence[int], witnesses: Sequence[Witness]) -> bool:
    """Whether an account without an origin names the speaker of the others, or a medium they have it from."""
    pairs = [(witnesses[i], witnesses[j]) for i in hidden for j in shown]
    return any(other.entity in one.named or _cites(one, other) or _cites(other, one) for one, other in pairs)


@dataclass(slots=True)
class _Ledger:
    """The origins met so far, by what makes them one."""

    origins: dict[tuple[str, ...], Origin] = field(default_factory=dict)

    def enter(self, witnesses: Sequence[Witness]) -> str:
        """The id of the origin behind these witnesses, which are one; its evidence grows with each."""
        best = min(witnesses, key=_rank)
        key = _identity(best, witnesses)
        found = self.origins.get(key) or Origin(f"o{len(self.origins) + 1}", best.kind, best.name, best.entity)
        evidence = sorted({*found.evidence, *(span for w in witnesses for span in w.evidence)})
        self.origins[key] = replace(found, evidence=tuple(evidence))
        return found.id


def _identity(best: Witness, witnesses: Sequence[Witness]) -> tuple[str, ...]:
    """What makes the origin the same one in another claim; a document without an issuer only by the same words."""
    if best.kind == "unknown":
        return ("unknown", *sorted({w.article for w in witnesses}))
    if best.key[0] == "document":
        return (*best.key, (best.name or "").casefold())
    return (*best.key, next((w.heard for w in witnesses if w.heard), ""))


_RANKS: tuple[OriginKind, ...] = (
    "statement",
    "document",
    "broadcast",
    "agency",
    "outlet",
    "own reporting",
    "unknown",
)


def _rank(witness: Witness) -> tuple[int, bool, tuple[str, str], str]:
    return (_RANKS.index(witness.kind), not witness.heard, witness.key, witness.article)


CARRIERS = frozenset({"agency", "document", "broadcast"})
"""The kinds of origin that a text as a whole can come from. A speaker gives statements, not texts; and that two outlets
print one text does not show which of them wrote it."""


def of_reprints(reprints: Iterable[Reprint], claims: Sequence[Claim], origins: Iterable[Origin]) -> tuple[Reprint, ...]:
    """The reprints, each with the agency, broadcast or document that most of the claims its articles share rest on, of
    those that rest on one at all; None where there is none."""
    carriers = {origin.id for origin in origins if origin.kind in CARRIERS}
    return tuple(replace(reprint, origin=_commonest(reprint, claims, carriers)) for reprint in reprints)


def _commonest(reprint: Reprint, claims: Sequence[Claim], carriers: AbstractSet[str]) -> str | None:
    counts: dict[str, int] = {}
    for claim in claims:
        inside = {a.origin for a in claim.accounts if a.article in reprint.articles and a.origin}
        if len(inside) == 1 and inside <= carriers and sum(a.article in reprint.articles for a in claim.accounts) > 1:
            (origin,) = inside
            counts[origin] = counts.get(origin, 0) + 1
    return min(counts, key=lambda id: (-counts[id], id), default=None)
