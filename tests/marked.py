"""Annotated articles for tests, from text in which what was found is marked.

    [e1: Ilja Varga]           a mention of entity e1 (he, she, they and it are pronouns; small letters a description)
    [#38: 38] [of: homes]      a quantity and what it counts; [#38 at least: at least 38], [#78%: 78 per cent],
                               [#9400 acres: 9,400 acres]
    [@2025-01-03: Jan. 3]      a time expression and its value
    [q e1: …] [s e1: …]        content of a direct quotation, of an indirect statement, and its speaker ("-" for none)
    [cue: said]                the cue of the statement marked before it

Marks may stand inside each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from factories import article

from crossread.records import (
    AnnotatedArticle,
    Attribution,
    Entity,
    EntityKind,
    Mention,
    MentionKind,
    Quantity,
    QuantityKind,
    Sentence,
    Span,
    Timex,
)

MARK = re.compile(r"\[(of|cue|q|s|#|@|e\d+)(?: ?([^\]\[:]*(?::\d\d)?))?: |\]")
UNITS: dict[str, QuantityKind] = {"acres": "area", "hectares": "area", "miles": "length", "euros": "money"}
PRONOUNS = {"he", "she", "it", "they"}


@dataclass
class _Found:
    mentions: list[Mention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)


def marked(text: str, **fields: str | None) -> AnnotatedArticle:
    """The annotated article that a marked-up text describes; `fields` go to the article."""
    plain, marks = _parse("\n\n".join(part.strip() for part in text.strip().split("\n\n")))
    made = article(plain, **fields)  # type: ignore[arg-type]
    found = _Found()
    for tag, value, start, end in sorted(marks, key=lambda m: (m[2], -m[3])):
        _record(found, tag, value, Span(made.id, start, end), plain[start:end])
    entities = tuple(dict.fromkeys(m.entity for m in found.mentions if m.entity))
    return AnnotatedArticle(
        made,
        _sentences(made.id, plain, [(b.start, b.end) for b in made.blocks]),
        tuple(sorted(found.mentions, key=lambda m: m.span)),
        tuple(Entity(e, "person", e, (e,)) for e in entities),
        tuple(found.attributions),
        tuple(found.timexes),
        tuple(found.quantities),
    )


def merged(*articles: AnnotatedArticle, kinds: dict[str, EntityKind] | None = None) -> tuple[Entity, ...]:
    """One entity for each id over all articles."""
    mentions: dict[str, list[tuple[Span, str, MentionKind]]] = {}
    for a in articles:
        for m in a.mentions:
            if m.entity is not None:
                mentions.setdefault(m.entity, []).append((m.span, a.article.words(m.span), m.kind))
    return tuple(
        Entity(
            id,
            (kinds or {}).get(id, "person"),
            max((w for _, w, k in found if k == "name"), key=len, default=id),
            tuple(dict.fromkeys(w for _, w, k in found if k == "name")) or (id,),
            tuple(s for s, _, k in found if k == "description"),
            tuple(s for s, _, _ in found),
        )
        for id, found in sorted(mentions.items())
    )


def _parse(text: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text without its marks, and each mark as tag, value, start and end."""
    plain, open_, marks, at = "", [], [], 0
    for match in MARK.finditer(text):
        plain += text[at : match.start()]
        at = match.end()
        if match[0] == "]":
            tag, value, start = open_.pop()
            marks.append((tag, value, start, len(plain)))
        else:
            open_.append((match[1], (match[2] or "").strip(), len(plain)))
    assert not open_, f"a mark is left open: {open_}"
    return plain + text[at:], marks


def _record(found: _Found, tag: str, value: str, span: Span, words: str) -> None:
    if tag == "of":
        found.quantities[-1] = replace(found.quantities[-1], counted=span)
    elif tag == "#":
        found.quantities.append(_quantity(value, span))
    elif tag == "@":
        found.timexes.append(Timex(span, "time" if "T" in value else "date", value))
    elif tag in ("q", "s"):
        speaker = None if value in ("", "-") else value
        number = f"q{len(found.attributions) + 1}"
        form = "direct" if tag == "q" else "indirect"
        found.attributions.append(Attribution(number, form, (span,), speaker=speaker))  # type: ignore[arg-type]
    elif tag == "cue":
        found.attributions[-1] = replace(found.attributions[-1], cue=(span,))
    else:
        kind: MentionKind = (
            "pronoun" if words.lower() in PRONOUNS else "name" if words.split()[-1][0].isupper() else "description"
        )
        found.mentions.append(Mention(span, kind, tag))


def _quantity(value: str, span: Span) -> Quantity:
    number, _, rest = value.partition(" ")
    if number.endswith("%"):
        return Quantity(span, "percent", float(number[:-1]), "percent", rest or None)  # type: ignore[arg-type]
    if rest in UNITS:
        return Quantity(span, UNITS[rest], float(number), rest)
    return Quantity(span, "count", float(number), None, rest or None)  # type: ignore[arg-type]


def _sentences(id: str, text: str, blocks: list[tuple[int, int]]) -> tuple[Sentence, ...]:
    made = []
    for index, (start, end) in enumerate(blocks):
        for match in re.finditer(r"\S.*?(?:(?<![A-Z])(?<!\b[ap]\.m)(?<!Jan)[.!?][”\"]?(?=\s|$)|$)", text[start:end]):
            made.append(Sentence(Span(id, start + match.start(), start + match.end()), index))
    return tuple(made)
