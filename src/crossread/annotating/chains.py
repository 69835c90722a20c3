"""How statements hang together: which lies within which, who speaks on, and through whom the words came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..records import Article, Entity, Mention, Span, Via
from . import via
from .coreference import speaker_of
from .drafts import Draft

_PRESENT = frozenset({"s", "base"})


@dataclass(frozen=True, slots=True)
class Who:
    """Whom words refer to, as far as the mentions of the article tell."""

    article: Article
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]

    def entity(self, span: Span) -> str | None:
        """The id of the entity that a source names, None where that is not clear."""
        return speaker_of(self.article, span, self.mentions, self.entities)

    def named(self, start: int, end: int) -> tuple[str | None, str | None]:
        """The id and name of the entity that the characters `start:end` refer to."""
        id = self.entity(self.article.span(start, end))
        return id, next((entity.name for entity in self.entities if entity.id == id), None)


def outer(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft, the index of the one whose content holds it closest, None where it lies in no other."""
    found: list[int | None] = []
    for index, draft in enumerate(drafts):
        holders = [
            (other.content[-1].end - other.content[0].start, at)
            for at, other in enumerate(drafts[max(0, index - 20) : index + 20], max(0, index - 20))
            if at != index and other.unit == draft.unit and _holds(other, draft)
        ]
        found.append(min(holders)[1] if holders else None)
    return found


def _holds(other: Draft, draft: Draft) -> bool:
    """Whether the other's content covers the draft with its cue."""
    if not draft.cue or not other.cue:
        return False
    parts = (*draft.content, *draft.cue)
    return all(any(span.covers(part) for span in other.content) for part in parts) and not any(
        cover.covers(cue) for cover in draft.content for cue in other.cue
    )


def speakers(drafts: Sequence[Draft], who: Who) -> list[str | None]:
    """The speaker of each draft. A quotation without a cue has that of the statement before it."""
    found: list[str | None] = []
    for index, draft in enumerate(drafts):
        if draft.source:
            found.append(who.entity(draft.source[0]))
        else:
            before = _continued(drafts, index)
            found.append(None if before is None else found[before])
    return found


def _continued(drafts: Sequence[Draft], index: int) -> int | None:
    """The statement that a quotation without a cue carries on: the last before it, in its paragraph or the one before,
    that is not itself reported within another."""
    draft = drafts[index]
    for at in range(index - 1, -1, -1):
        before = drafts[at]
        if draft.block - before.block > 1:
            return None
        if before.unit != draft.unit or before.content[-1].end <= draft.content[0].start:
            nested = any(_holds(other, before) for other in drafts[max(0, at - 5) : at + 5] if other is not before)
            if not nested:
                return at
    return None


def hops(
    article: Article, drafts: Sequence[Draft], spoke: Sequence[str | None], held: Sequence[int | None], who: Who
) -> list[tuple[Via, ...]]:
    """Through whom each draft's words came, nearest the speaker first."""
    found: list[tuple[Via, ...]] = []
    for index in range(len(drafts)):
        own = _own_hops(article, drafts, index, who)
        if not own and (before := _same_occasion(drafts, spoke, index)) is not None:
            own = [hop for hop in found[before] if hop.role != "person"]
        found.append(tuple(own))
    return [tuple(_with_outer(article, drafts, spoke, held, found, index, who)) for index in range(len(drafts))]


def _own_hops(article: Article, drafts: Sequence[Draft], index: int, who: Who) -> list[Via]:
    draft = drafts[index]
    if draft.statement is None:
        return []
    found = list(via.addressed(article, draft.words, draft.statement.addressee, who.named))
    taken = [
        stretch
        for other in drafts
        if other.statement is not None and other.words is draft.words
        for stretch in (*other.statement.content, *((other.statement.source,) if other.statement.source else ()))
    ]
    if draft.statement.addressee is not None:
        taken.append(draft.statement.addressee)
    return [*found, *via.beside(article, draft.words, taken, who.named)]


def _same_occasion(drafts: Sequence[Draft], spoke: Sequence[str | None], index: int) -> int | None:
    """The statement before this one, if the same speaker goes straight on: without a cue, or as "she said"."""
    draft = drafts[index]
    before = _continued(drafts, index)
    if before is None or not draft.source:
        return before
    pronoun = draft.source and len(draft.source[0]) <= 4
    return before if pronoun and spoke[index] is not None and spoke[index] == spoke[before] else None


def _with_outer(
    article: Article,
    drafts: Sequence[Draft],
    spoke: Sequence[str | None],
    held: Sequence[int | None],
    own: Sequence[tuple[Via, ...]],
    index: int,
    who: Who,
) -> list[Via]:
    """The draft's own way, then those who report it: "the aide said the mayor had told him"."""
    hops, at = list(own[index]), index
    for _ in range(5):
        holder = held[at]
        if holder is None:
            break
        hop = _reporter(article, drafts[holder], spoke[holder], who)
        if hop is not None and spoke[holder] != (spoke[index] or ""):
            hops = [*hops, hop]
        hops += [other for other in own[holder] if other not in hops]
        at = holder
    return _unique(hops)


def _reporter(article: Article, draft: Draft, speaker: str | None, who: Who) -> Via | None:
    if not draft.source:
        return None
    span = draft.source[0]
    said = article.words(span)
    name = next((entity.name for entity in who.entities if entity.id == speaker), None)
    role = via.role_of(said) or (via.role_of(name) if name else None)
    if role is not None and (via.is_own(article, said) or (name is not None and via.is_own(article, name))):
        return None
    return Via(name or said, role or "person", span, speaker)


def _unique(hops: Sequence[Via]) -> list[Via]:
    first: dict[str, Via] = {}
    for hop in hops:
        first.setdefault(hop.name.casefold(), hop)
    return list(first.values())
