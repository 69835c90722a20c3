"""Mentions and entities of one article: names, descriptions and pronouns, and whom they mean.

Finding and linking are apart: `names`, `descriptions` and `appositions` find, `linking` and `coreference` link.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.records import Article, Entity, Mention, MentionKind, Sentence, Span

from . import appositions, coreference, descriptions, linking, names
from .coreference import Resolved
from .definites import Reader
from .descriptions import Description, body_class
from .linking import Referent
from .names import Name
from .tokens import lines as take_apart


def find(article: Article, sentences: Sequence[Sentence]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """All mentions and entities of the article, both in the order of the text.

    A mention's entity is None where nobody, or more than one, fits. Mentions may lie inside each other: 'the union's
    leader' holds 'the union'.
    """
    lines = take_apart(article, sentences)
    named = names.find(lines)
    described = _apart_from_names(descriptions.find(lines), named)
    referents, chosen = linking.link(named, lines, article.text)
    apposed = appositions.find(named, described, lines)
    reader = Reader(lines, referents, article.text, article.outlet or "")
    reader.named_before = {(n.line, n.until): r for n, r in chosen.items() if r is not None and not n.possessive}
    resolved = coreference.resolve(reader, chosen, described, apposed)
    return _records(article, referents, chosen, resolved)


def _apart_from_names(found: Sequence[Description], named: Sequence[Name]) -> list[Description]:
    """The descriptions whose head is no word of a name and that are neither the role before one nor part of what
    it is called ('the state Supreme Court')."""
    taken = {at for name in named for at in range(name.start, name.end)}
    roles = {at for name in named if name.role for at in range(*name.role)}
    return [
        d
        for d in found
        if d.end - 1 not in taken | roles and not (d.end + 1 in taken and body_class(d.head) == "state")
    ]


def _records(
    article: Article, referents: list[Referent], chosen: dict[Name, Referent | None], resolved: Sequence[Resolved]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    spans: list[tuple[Span, MentionKind, Referent | None]] = [
        (article.span(name.start, name.end), "name", referent) for name, referent in chosen.items()
    ]
    spans += [
        (article.span(r.start, r.end), "pronoun" if r.kind == "pronoun" else "description", r.referent)
        for r in resolved
    ]
    spans.sort(key=lambda item: (item[0].start, -item[0].end))
    order: dict[int, str] = {}
    for _, _, referent in spans:
        if referent is not None:
            order.setdefault(id(referent), f"e{len(order) + 1}")
    mentions = tuple(Mention(span, kind, None if r is None else order[id(r)]) for span, kind, r in spans)
    known = sorted((r for r in referents if id(r) in order), key=lambda r: int(order[id(r)][1:]))
    return mentions, tuple(_entity(article, r, order[id(r)], spans) for r in known)


def _entity(
    article: Article, referent: Referent, id_: str, spans: Sequence[tuple[Span, MentionKind, Referent | None]]
) -> Entity:
    fullest = _fullest(referent, article)
    return Entity(
        id_,
        referent.kind,
        fullest,
        _distinct([fullest, *referent.spellings]),
        tuple(article.span(*range_) for range_ in sorted(set(referent.descriptions))),
        tuple(span for span, _, r in spans if r is referent),
    )


def _distinct(spellings: Sequence[str]) -> tuple[str, ...]:
    """Each spelling once; 'The Mirror' and 'the Mirror' are one."""
    first: dict[str, str] = {}
    for spelling in spellings:
        first.setdefault("the " + spelling[4:] if spelling.startswith("The ") else spelling, spelling)
    return tuple(first.values())


def _fullest(referent: Referent, article: Article) -> str:
    """The spelling with most words, of a name; among equals the longest, then the first."""
    plain = [article.text[name.start : name.end] for name in referent.names] or referent.spellings[:1]
    return max(plain, key=lambda s: (len(s.split()), len(s)))
