"""Who speaks in the words of a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from crossread.records import Article, Entity, Mention, Span

from .lexicon import entries, words
from .tokens import tokenise

_CLAUSE = re.compile(r",?\s+(?:who|whose|whom|which|where|that)\s|\s+(?:obtained|seen|reviewed|published|issued)\s")
_GOVERNS = words("of for to by with from at near under against in on about after between among")
_OWNS = re.compile(r"['’]s?\s+(?:own\s+)?")


def speaker_of(article: Article, span: Span, mentions: Sequence[Mention], entities: Iterable[Entity]) -> str | None:
    """The id of the entity that speaks in a source: 'the mayor, Ida Holm' gives Ida Holm, 'she' whom she means,
    'the union's figures' the union. None where nobody or more than one is named, as in 'an aide to the mayor'.
    """
    kinds = {entity.id: entity.kind for entity in entities}
    head = _without_clause(article, span)
    inside = [m for m in mentions if head.covers(m.span)]
    people = {
        m.entity
        for m in inside
        if m.kind == "name" and m.entity and kinds[m.entity] == "person" and _stands_alone(article, head, m, inside)
    }
    if people:
        return people.pop() if len(people) == 1 else None
    first = next((m for m in inside if not _is_governed(article, head, m)), None)
    if first is None:
        return None
    bodies = [m for m in inside if m.entity and kinds[m.entity] == "organisation"]
    issuer = _issuer(article, span, first, mentions, kinds)
    if issuer is not None:
        return issuer
    owner = _owner_of_document(article, head, first, inside)
    if owner is None and first.entity is not None and kinds[first.entity] == "work":
        owner = _spoken_for(article, head, first, bodies)
    return owner or first.entity or _spoken_for(article, head, first, bodies)


def _without_clause(article: Article, span: Span) -> Span:
    found = _CLAUSE.search(article.text, span.start, span.end)
    return span if found is None or found.start() == span.start else article.span(span.start, found.start())


def _stands_alone(article: Article, head: Span, mention: Mention, inside: Sequence[Mention]) -> bool:
    if any(other.kind == "description" and other.span.covers(mention.span) for other in inside):
        return False  # 'a Holm appointee' is not Holm
    return not _is_governed(article, head, mention) and not _OWNS.match(article.text, mention.span.end, head.end)


def _is_governed(article: Article, head: Span, mention: Mention) -> bool:
    """Whether a preposition before the mention makes it part of something else: 'an aide to minister Ida Holm'."""
    for token in reversed(tokenise(article.text, head.start, mention.span.start)):
        if not token.is_word and token.text != ".":
            return False
        if token.text.casefold() in _GOVERNS:
            return True
    return False


_POSSESSIVES = words("its their his her")
_SPOKESPEOPLE = words("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen")
_COLLECTIVES = _SPOKESPEOPLE | words(
    "chiefs officials organizers organisers executives leaders managers bosses authorities"
)


def _spoken_for(article: Article, head: Span, first: Mention, bodies: Sequence[Mention]) -> str | None:
    """The body that an unnamed spokesperson, or its officials together, speak for: 'a spokeswoman for the port'."""
    tokens = tokenise(article.text, first.span.start, first.span.end)
    noun = tokens[-1].text.casefold()
    own = {m.entity for m in bodies if first.span.covers(m.span)}
    if noun in _COLLECTIVES and own:
        return own.pop() if len(own) == 1 else None
    after = _FOR.match(article.text, first.span.end, head.end)
    if noun not in _COLLECTIVES | entries("document_words") or after is None:
        return None
    return next((m.entity for m in bodies if m.span.start == after.end()), None)


_ISSUED = re.compile(
    r"\s+(?:circulated|issued|released|sent|posted|put out|signed|written|distributed)\s+by\s+(?:the\s+)?"
)


def _issuer(
    article: Article, span: Span, first: Mention, mentions: Sequence[Mention], kinds: Mapping[str, str]
) -> str | None:
    """Who issued the document that a source speaks of: 'a note circulated by the harbour police'."""
    issued = _ISSUED.match(article.text, first.span.end, span.end)
    if issued is None:
        return None
    by = next((m for m in mentions if m.span.start >= issued.end() - 4 and m.span.end <= span.end), None)
    near = by is not None and by.span.start <= issued.end()
    return by.entity if by is not None and near and by.entity and kinds[by.entity] != "place" else None


_FOR = re.compile(r"\s+(?:for|of|at)\s+(?:the\s+(?=[A-Z]))?")


def _owner_of_document(article: Article, head: Span, first: Mention, inside: Sequence[Mention]) -> str | None:
    """The entity that owns the document or figures a source speaks of: 'Holm's diary', 'the union's own count'."""
    possessor = inside[0] if inside and inside[0].kind == "pronoun" and inside[0].span.start == head.start else None
    if possessor is not None and article.words(possessor.span).casefold() in _POSSESSIVES:
        rest = [t.text.casefold() for t in tokenise(article.text, possessor.span.end, head.end)]
        return possessor.entity if rest and rest[-1] in entries("document_words") else None
    for mention in inside:
        owns = _OWNS.match(article.text, mention.span.end, head.end)
        if owns is None or mention.span.start > first.span.start + 4 or mention.entity is None:
            continue
        rest = [t.text.casefold() for t in tokenise(article.text, owns.end(), head.end)]
        if rest and rest[-1] in entries("document_words"):
            return mention.entity
    return None
