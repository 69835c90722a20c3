"""Who is meant where one article gives an office ("the guards' spokesman said") and another the name that goes with it.

A statement whose source is such a description gets the one person whom any article of the story describes by the same
office of the same body. Two persons it could be, or bodies that are not one, mean nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.records import AnnotatedArticle, Attribution, Entity, Span

from .lookups import Lookup
from .vocabulary import content, stem, words

_OFFICES = {
    "ambassador", "archbishop", "bishop", "boss", "captain", "chair", "chairman", "chairwoman", "chancellor", "chief",
    "clerk", "coach", "commander", "commissioner", "conductor", "coroner", "curator", "dean", "director", "governor",
    "head", "headteacher", "leader", "manager", "marshal", "mayor", "minister", "owner", "premier", "president",
    "principal", "prosecutor", "registrar", "secretary", "sheriff", "superintendent", "treasurer", "warden",
}  # fmt: skip
_VOICES = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokesperson": "spokesperson"}
"""A body has many who may speak for it, so these take a body that is named."""

_INDEFINITE = re.compile(r"(?:a|an|another|one|some|several|two|three|many)\b", re.I)
_AFTER_HEAD = re.compile(r",|\b(?:for|of|at|in|to|from|who|whose|on)\b")
_PAST = re.compile(r"\b(?:former|ex|late|then|deputy|acting|vice)\b", re.I)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as words describe it: what it is, the words beside it, and the bodies and places it belongs to."""

    head: str
    beside: frozenset[str]
    bodies: frozenset[str]
    past: bool

    def is_of(self, other: Office) -> bool:
        """Whether the two can be one office, and are told to be: by a body or a word beside it that both have."""
        if self.head != other.head or self.past != other.past:
            return False
        if self.bodies and other.bodies:
            return not self.bodies.isdisjoint(other.bodies)
        return not self.beside.isdisjoint(other.beside) or (not self.beside and self.head in _OFFICES)


def resolve(
    articles: Sequence[AnnotatedArticle], entities: Sequence[Entity]
) -> tuple[tuple[AnnotatedArticle, ...], tuple[Entity, ...]]:
    """The articles with the speaker found for each source that describes exactly one named person, and the entities
    with these descriptions. Ids are taken to hold for all articles."""
    found = {a.article.id: Lookup(a) for a in articles}
    bodies = {e.id for e in entities if e.kind in {"organisation", "group", "place"}}
    held = [(office, e.id) for e in entities if e.kind == "person" for office in _held(e, found, bodies)]
    more: dict[str, list[Span]] = defaultdict(list)
    resolved = tuple(_resolved(article, found, bodies, held, more) for article in articles)
    return resolved, tuple(_described(entity, more) for entity in entities)


def _held(person: Entity, found: Mapping[str, Lookup], bodies: set[str]) -> Iterator[Office]:
    for span in person.descriptions:
        office = _office(span, found[span.article], bodies)
        if office is not None:
            yield office


def _resolved(
    article: AnnotatedArticle,
    found: Mapping[str, Lookup],
    bodies: set[str],
    held: Sequence[tuple[Office, str]],
    more: dict[str, list[Span]],
) -> AnnotatedArticle:
    speakers = {}
    for attribution in article.attributions:
        source = _description(attribution, found[article.article.id])
        office = _office(source, found[article.article.id], bodies) if source else None
        holders = {id for other, id in held if office and office.is_of(other)}
        if source and len(holders) == 1:
            (speakers[attribution.id],) = holders
            more[speakers[attribution.id]].append(source)
    if not speakers:
        return article
    told = (replace(a, speaker=speakers.get(a.id, a.speaker)) for a in article.attributions)
    return replace(article, attributions=tuple(told))


def _description(attribution: Attribution, found: Lookup) -> Span | None:
    """The one source of the statement, where nobody is named in it and nobody was found for it."""
    if attribution.speaker is not None or len(attribution.source) != 1:
        return None
    (source,) = attribution.source
    named = any(m.entity and m.kind == "name" and m.span == source for m in found.mentions(source))
    return None if named or _INDEFINITE.match(found.words(source)) else source


def _office(span: Span, found: Lookup, bodies: set[str]) -> Office | None:
    """The office that a description gives; None where it gives none ("52", "a neighbour")."""
    text = found.words(span)
    cut = _AFTER_HEAD.search(text)
    front = [word.lower for word in words(text[: cut.start()] if cut else text)]
    heads = [word for word in front if word in _OFFICES or word in _VOICES]
    if not heads:
        return None
    named = {m.entity for m in found.mentions(span) if m.entity in bodies}
    beside = {word.stem for word in content(words(text)) if word.lower not in heads}
    return Office(
        head=_VOICES.get(heads[-1], stem(heads[-1])),
        beside=frozenset(beside),
        bodies=frozenset(id for id in named if id),
        past=_PAST.search(text) is not None,
    )


def _described(entity: Entity, more: Mapping[str, Sequence[Span]]) -> Entity:
    found = more.get(entity.id, ())
    if not found:
        return entity
    return replace(
        entity,
        descriptions=tuple(dict.fromkeys((*entity.descriptions, *found))),
        mentions=tuple(sorted({*entity.mentions, *found})),
    )
