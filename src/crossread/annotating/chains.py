"""How statements hang together: which lies within which, who speaks on, and through whom the words came."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.records import Article, Entity, Mention, Span, Via, ViaRole

from . import via
from .coreference import speaker_of
from .drafts import Draft
from .lexicon import entries
from .phrases import Range
from .words import SUBJECT_PRONOUNS

_COME_BY = frozenset({"obtained", "seen", "leaked", "published", "broadcast", "posted", "reviewed", "shared", "quoted"})
_MARKS = " \n\t\"'“”‘’«»„([—–-.?!"  # between a sentence and the quotation after it
_STOPS = re.compile(r"[.!?][\"'”’»)]*\s+(?=\S)")
_NEAR = 20  # drafts before and after among which those of one unit are looked for
_DEEPEST = 5  # reports within reports


@dataclass(frozen=True, slots=True)
class Who:
    """Whom words refer to, as far as the mentions of the article tell."""

    article: Article
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]

    def entity(self, span: Span) -> Entity | None:
        """The entity that a source names, None where that is not clear."""
        id = self.speaker(span)
        return next((entity for entity in self.entities if entity.id == id), None)

    def speaker(self, span: Span) -> str | None:
        """The id of the entity that a source names, None where that is not clear."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.span.start)
        return speaker_of(self.article, span, self.mentions[first:last], self.entities)

    def person_before(self, block: int, at: int) -> str | None:
        """The id of the one person named or meant in the sentence that ends right before `at`, in its paragraph."""
        begins = self.article.blocks[block].start
        end = begins + len(self.article.text[begins:at].rstrip(_MARKS))
        start = max((stop.end() for stop in _STOPS.finditer(self.article.text, begins, end)), default=begins)
        first = bisect_left(self.mentions, start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, end, key=lambda mention: mention.span.start)
        kinds = {entity.id: entity.kind for entity in self.entities}
        people = {m.entity for m in self.mentions[first:last] if m.entity and kinds[m.entity] == "person"}
        return people.pop() if len(people) == 1 else None


def outer(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft, the index of the one whose content holds it closest, None where it lies in no other."""
    found: list[int | None] = []
    for index, draft in enumerate(drafts):
        holders = [
            (other.content[-1].end - other.content[0].start, at)
            for at, other in enumerate(drafts[max(0, index - _NEAR) : index + _NEAR], max(0, index - _NEAR))
            if at != index and other.block == draft.block and _holds(other, draft)
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
    """The speaker of each draft. A quotation without a cue has that of the statement before it, else it is said by
    the person whom the sentence before it is about."""
    found: list[str | None] = []
    for index, draft in enumerate(drafts):
        if draft.source:
            found.append(who.speaker(draft.source[0]))
            continue
        if draft.cue:  # "is said to be": by nobody in particular
            found.append(None)
            continue
        before = _continued(drafts, index)
        if before is None and _stands_alone(draft, who.article):
            before = _paragraph_before(drafts, index, who.article)
        found.append(who.person_before(draft.block, draft.content[0].start) if before is None else found[before])
    return found


def _stands_alone(draft: Draft, article: Article) -> bool:
    """Whether the quotation is all of its paragraph."""
    block = article.blocks[draft.block]
    around = article.text[block.start : draft.content[0].start] + article.text[draft.content[-1].end : block.end]
    return draft.form == "direct" and not any(char.isalnum() for char in around)


def _paragraph_before(drafts: Sequence[Draft], index: int, article: Article) -> int | None:
    """The quotation that a paragraph of nothing but a quotation carries on: the last of the paragraph before. A
    question may stand between the two."""
    draft, before = drafts[index], index - 1
    while before >= 0 and _reported(drafts, before):
        before -= 1
    if before < 0 or drafts[before].form != "direct" or draft.block == drafts[before].block:
        return None
    between = article.blocks[drafts[before].block + 1 : draft.block]
    return before if all(article.words(block).rstrip().endswith("?") for block in between) else None


def _reported(drafts: Sequence[Draft], at: int) -> bool:
    """Whether the draft lies within another one near it."""
    return any(_holds(other, drafts[at]) for other in drafts[max(0, at - 5) : at + 5] if other is not drafts[at])


def _continued(drafts: Sequence[Draft], index: int) -> int | None:
    """The statement that a quotation without a cue carries on: the last before it in its paragraph that is not itself
    reported within another. One of an earlier paragraph is carried on if that left the quotation open."""
    draft = drafts[index]
    far = 1 if draft.goes_on or draft.source else 0
    for at in range(index - 1, max(-1, index - _NEAR), -1):
        before = drafts[at]
        if draft.block - before.block > far:
            return None
        earlier = before.unit != draft.unit or before.content[-1].end <= draft.content[0].start
        if earlier and not _reported(drafts, at):
            return at
    return None


def hops(
    drafts: Sequence[Draft], spoke: Sequence[str | None], held: Sequence[int | None], media: via.Media, who: Who
) -> list[tuple[Via, ...]]:
    """Through whom each draft's words came, nearest the speaker first."""
    media = media.knowing([hop for index in range(len(drafts)) for hop in _own_hops(drafts, index, media)])
    own: list[tuple[Via, ...]] = []
    named: list[Via] = []
    for index in range(len(drafts)):
        hops = [_named_before(hop, named) for hop in _own_hops(drafts, index, media)]
        if not hops and (before := _same_occasion(drafts, spoke, index)) is not None:
            hops = list(own[before])
        named += [hop for hop in hops if hop.name[:1].isupper()]
        own.append(tuple(hops))
    return [tuple(_with_outer(drafts, spoke, held, own, index, media, who)) for index in range(len(drafts))]


def _named_before(hop: Via, named: Sequence[Via]) -> Via:
    """The hop under its name, if it is only described ("the radio station") and one with its role was named before."""
    if hop.name[:1].isupper():
        return hop
    same = {other.name: other for other in named if other.role == hop.role}
    if len(same) != 1:
        return hop
    (other,) = same.values()
    return replace(hop, name=other.name, entity=other.entity)


def _own_hops(drafts: Sequence[Draft], index: int, media: via.Media) -> list[Via]:
    draft = drafts[index]
    if draft.statement is None:
        return []
    told = draft.statement.addressee
    taken = [
        stretch
        for other in drafts[max(0, index - _NEAR) : index + _NEAR]
        if other.statement is not None and other.words is draft.words
        for stretch in (*other.statement.content, _source_head(other))
        if stretch is not None and not stretch[0] <= draft.statement.cue[0] < stretch[1]
    ]
    found = list(via.addressed(media, draft.words, told))
    return [*found, *via.beside(media, draft.words, [*taken, *([told] if told else [])])]


def _source_head(draft: Draft) -> Range | None:
    """The source without what says how it was come by: "pages | leaked to the Halm Courier"."""
    source = draft.statement.source if draft.statement is not None else None
    if source is None:
        return None
    come_by = (at for at in range(source[0] + 1, source[1]) if draft.words[at].low in _COME_BY)
    return (source[0], next(come_by, source[1]))


def _same_occasion(drafts: Sequence[Draft], spoke: Sequence[str | None], index: int) -> int | None:
    """The statement before this one, if the same speaker goes straight on: without a cue, or as "she said"."""
    draft = drafts[index]
    before = _continued(drafts, index)
    if before is None or not draft.source:
        return before
    pronoun = draft.statement is not None and _is_pronoun(draft)
    return before if pronoun and spoke[index] is not None and spoke[index] == spoke[before] else None


def _is_pronoun(draft: Draft) -> bool:
    """Whether the source is a pronoun, which names nobody by itself."""
    source = draft.statement.source if draft.statement is not None else None
    return source is not None and all(word.low in SUBJECT_PRONOUNS for word in draft.words[source[0] : source[1]])


def _with_outer(
    drafts: Sequence[Draft],
    spoke: Sequence[str | None],
    held: Sequence[int | None],
    own: Sequence[tuple[Via, ...]],
    index: int,
    media: via.Media,
    who: Who,
) -> list[Via]:
    """The draft's own way, then those who report it: "the aide said the mayor had told him"."""
    hops, holder = list(own[index]), held[index]
    for _ in range(_DEEPEST):
        if holder is None:
            break
        reporter = _reporter(drafts[holder], spoke[holder], media, who)
        if reporter is not None and (reporter.role != "person" or _is_passed_on(drafts[index], drafts[holder])):
            hops += [reporter] if spoke[holder] is None or spoke[holder] != spoke[index] else []
        hops += own[holder]
        holder = held[holder]
    return _unique(hops)


def _is_passed_on(inner: Draft, outer: Draft) -> bool:
    """Whether the outer speaker passes the inner words on. Not so if he denies them, nor if the article puts them in
    by itself, in the present: "the bank said it learnt of it a week after the regulator says it did"."""
    if inner.statement is None or outer.statement is None or not inner.cue:
        return False
    return outer.statement.lemma not in {"deny", "dispute"} and not inner.statement.present


def _reporter(draft: Draft, speaker: str | None, media: via.Media, who: Who) -> Via | None:
    if not draft.source or (speaker is None and _is_pronoun(draft)):
        return None
    span = draft.source[0]
    said = who.article.words(span)
    name = next((entity.name for entity in who.entities if entity.id == speaker), None)
    role = via.role_of(_head(said)) or (via.role_of(name) if name else None) or _document(said) or "person"
    if any(media.is_own(known) for known in (said, name) if known):
        return None
    named = (
        via.bare(said) if role in {"agency", "outlet", "broadcaster"} else _head(said) if role == "document" else said
    )
    return Via(name or named, role, span, speaker)


_HEAD = re.compile(r"^.*?(?=,? (?:who|which|that|obtained|seen|by|for|in|on|from|to|at|with)\b|$)", re.DOTALL)


def _head(said: str) -> str:
    """The source up to its first preposition or clause: "a log | obtained by the paper"."""
    found = _HEAD.match(said)
    return found.group() if found is not None else said


def _document(said: str) -> ViaRole | None:
    words = _head(said).casefold().split()
    return "document" if words and words[-1] in entries("document_words") else None


def _unique(hops: Sequence[Via]) -> list[Via]:
    first: dict[str, Via] = {}
    for hop in hops:
        first.setdefault(hop.name.casefold(), hop)
    return list(first.values())
