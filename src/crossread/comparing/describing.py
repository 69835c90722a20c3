"""What outlets call one person or body, and what befell them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from crossread.records import Entity, Mention, Span, Wording

from .grounds import Ground
from .naming_events import colours
from .tellings import Telling
from .uses import Use, use, wording
from .vocabulary import Word, stem, words

LEADING = re.compile(r"^(?:(?:the|a|an|its|his|her|their|our|then)\s+)+", re.IGNORECASE)
POSSESSIVE = re.compile(r"^[\w.’'&-]+(?: [\w.’'&-]+){0,3}['’]s?\s+(?=\w)")
TRAILING = re.compile(
    r",|\s(?:who|which|that|whose|since|behind|in|on|from|at|with|after|by)\s|\s\(|\s(?:Dr|Mr|Mrs|Ms)\b"
)
AFTER_NAME = re.compile(r"(?:['’]s)?[\s,]*")
AGED = re.compile(r"^\d+-year-old\s+")
AGE = re.compile(r"^\d+(?:-year-old)?$")
LONGEST = 6  # words of a description that is shown
WINDOW = 8  # words before a mention in which the act that befell it is looked for
BESIDE = 3  # words between a verb and its object
TOLD = {"death": "the death of", "end of a job": "the end of the job of", "loss of freedom": "what was done to"}
LEAVING = frozenset(stem(word) for word in ("leave", "resign", "quit", "depart"))
AUXILIARY = frozenset(["was", "were", "is", "been", "had", "has", "have", "being", "be", "also", "then", "reportedly"])


def acts(ground: Ground) -> Iterator[Wording]:
    """ "The killing of X", "X's death", "X was murdered": what outlets call what befell one person or body."""
    uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for telling in ground.tellings:
        for mention in telling.annotated.mentions:
            if mention.entity is not None:
                for word, label in (*_before(telling, mention), *_after(telling, mention)):
                    uses[label, mention.entity].append(use(telling, word.start, word.end))
    for (label, entity), found in sorted(uses.items()):
        if entity in ground.entity and ground.entity[entity].kind != "place":
            yield from wording(f"{TOLD[label]} {ground.entity[entity].name}", found, entity)


def _label(word: Word) -> str | None:
    return next((label for label in colours().get(word.stem, ()) if label in TOLD), None)


def _before(telling: Telling, mention: Mention) -> Iterator[tuple[Word, str]]:
    """Words for an act that stand before the one it befell: "the killing of X", "they killed X"."""
    sentence = telling.sentence_at(mention.span)
    if sentence is None:
        return
    found = words(telling.text[sentence.start : mention.span.start], sentence.start)[-WINDOW:]
    for i, word in enumerate(found):
        rest = [w.lower for w in found[i + 1 :]]
        verb = word.lower.endswith(("ed", "ing", "slew", "shot")) and len(rest) <= BESIDE and "by" not in rest
        label = _label(word)
        if label is not None and (rest[:1] == ["of"] or verb):
            yield word, label


def _after(telling: Telling, mention: Mention) -> Iterator[tuple[Word, str]]:
    """Words for an act that stand after the one it befell: "X's murder", "X was killed", "X resigned"."""
    sentence = telling.sentence_at(mention.span)
    if sentence is None:
        return
    found = words(telling.text[mention.span.end : sentence.end], mention.span.end)[:6]
    owned = re.search(r"['’]s?$", telling.words(mention.span)) or re.match(
        r"['’]s?\b", telling.text[mention.span.end :]
    )
    for i, word in enumerate(found):
        rest = [w.lower for w in found[:i] if w.lower != "s"]
        label = _label(word)
        if label is None:
            continue
        passive = bool(rest) and all(r in AUXILIARY for r in rest) and word.lower.endswith(("ed", "slain", "shot"))
        left = word.stem in LEAVING and all(r in AUXILIARY for r in rest) and not _has_object(found, i)
        died = word.stem == stem("die") and all(r in AUXILIARY for r in rest)
        if (owned and not rest) or passive or left or died:
            yield word, label


def _has_object(found: tuple[Word, ...], i: int) -> bool:
    """Whether a determiner or name follows: who "left the bridge" did not leave a job."""
    following = found[i + 1] if i + 1 < len(found) else None
    return following is not None and (
        following.lower in ("the", "a", "an", "his", "her", "their", "its") or following.text[0].isupper()
    )


def descriptions(ground: Ground) -> Iterator[Wording]:
    """The descriptions that outlets give of one person or body, name forms and ages left out."""
    for entity in ground.entities:
        spans = [_bare(ground.telling[span.article], span, entity) for span in _described(ground, entity)]
        uses = [use(ground.telling[s.article], s.start, s.end) for s in spans if s is not None]
        yield from wording(entity.name, uses, entity.id)


def _described(ground: Ground, entity: Entity) -> list[Span]:
    """The spans that describe an entity, without those that lie inside a longer one."""
    spans = set(entity.descriptions)
    for telling in ground.tellings:
        spans |= {m.span for m in telling.annotated.mentions if m.entity == entity.id and m.kind == "description"}
    return sorted(s for s in spans if not any(other != s and other.covers(s) for other in spans))


def _bare(telling: Telling, span: Span, entity: Entity) -> Span | None:
    """A description without articles, owners, names and what trails behind; None where nothing is left."""
    start, end = _without_names(telling, span)
    for lead in (POSSESSIVE, LEADING):
        match = lead.match(telling.text[start:end])
        start += match.end() if match else 0
    aged = AGED.match(telling.text[start:end])
    start += aged.end() if aged else 0
    cut = TRAILING.search(telling.text[start:end])
    end = start + cut.start() if cut else end
    text = telling.text[start:end].strip()
    own = {w.stem for name in entity.names for w in words(name)}
    found = words(text)
    if not found or AGE.match(text) or len(found) > LONGEST or all(w.stem in own for w in found):
        return None
    if text.split()[0].lower() in ("who", "which", "that", "whose") or telling.sentence_at(span) is None:
        return None
    return Span(span.article, start, start + len(telling.text[start:end].rstrip()))


def _without_names(telling: Telling, span: Span) -> tuple[int, int]:
    """The span without names of others before the description ("Weavers' Guild treasurer") and its own after it."""
    start, end = span.start, span.end
    for mention in telling.mentions_in(span):
        if mention.kind != "name" or mention.span == span:
            continue
        if mention.span.start == start:
            start = mention.span.end
        elif mention.span.end == end:
            end = mention.span.start
    match = AFTER_NAME.match(telling.text, start, end)
    return (match.end() if match else start), end
