"""Who says what: the attributions by speaker, near-identical wordings of several outlets as one statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from crossread.records import Attribution

from .alike import Bag, bag, clusters, one_statement
from .legible import distinct, line
from .lookups import PRONOUNS, Lookup
from .reports import Carrier, Speaker, Statement

TITLE = 60  # characters; a description that is longer is more than a title
PASSED_ON = 0.6  # share of the words of a statement that another's words are; the rest tells when and where


def speakers(look: Lookup) -> tuple[Speaker, ...]:
    """All speakers, those whom most outlets carry first; sources not resolved to a name go by the words for them."""
    groups: dict[tuple[str, str], list[Attribution]] = defaultdict(list)
    relays = _relays(look)
    for attribution in look.comparison.attributions:
        if attribution.id in relays:
            continue
        groups[_whose(attribution, look)].append(attribution)
    found = [_speaker(group, look) for _, group in sorted(groups.items())]
    return tuple(sorted(found, key=lambda one: _rank(one, look)))


def _relays(look: Lookup) -> set[str]:
    """The ids of attributions that only pass on what another one holds: an agency that says that somebody said.

    The words stand under the one who said them, through the agency; under the agency they would stand twice.
    """
    inner: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in look.comparison.attributions:
        if attribution.within is not None:
            inner[attribution.within].append(attribution)
    return {
        outer
        for outer, inside in inner.items()
        if outer in look.attributions and _passed_on(look.attributions[outer], inside, look)
    }


def _passed_on(outer: Attribution, inside: Iterable[Attribution], look: Lookup) -> bool:
    """Whether most of the words are said by those through whom the outer speaker is named as the way."""
    spans = [
        span
        for one in inside
        if _through(one, outer, look)
        for span in (*one.content, *one.cue, *one.source, *(v.span for v in one.via))
    ]
    held = sum(span.overlap(content) for content in outer.content for span in spans)
    return held >= PASSED_ON * sum(map(len, outer.content))


def _through(inner: Attribution, outer: Attribution, look: Lookup) -> bool:
    name = (look.speaker(outer)[0] or "").casefold()
    return any(
        via.entity == outer.speaker if via.entity and outer.speaker else line(via.name).casefold() == name
        for via in inner.via
    )


def _whose(attribution: Attribution, look: Lookup) -> tuple[str, str]:
    if attribution.speaker is not None and attribution.speaker in look.entities:
        return "named", attribution.speaker
    words = (look.speaker(attribution)[0] or "").casefold()
    return "unnamed", "" if words in PRONOUNS else words


def _rank(speaker: Speaker, look: Lookup) -> tuple[bool, bool, int, int, float, str]:
    first = min(look.depth(s.parts[0].span) for s in speaker.statements)
    unclear = not speaker.named and not speaker.name
    return unclear, not speaker.named, -len(speaker.outlets), -len(speaker.statements), first, speaker.name


def _speaker(group: Sequence[Attribution], look: Lookup) -> Speaker:
    name, named = look.speaker(group[0])
    if not named and (name or "").casefold() in PRONOUNS:
        name = None
    statements = tuple(_statement(one, look) for one in _alike(group, look))
    ranked = sorted(statements, key=lambda s: (-len(s.carriers), look.depth(s.parts[0].span), s.parts[0].span))
    return Speaker(
        name or "",
        named,
        _descriptions(group[0], look) if named else (),
        distinct(_outlets(group, look)),
        tuple(ranked),
    )


def _outlets(group: Iterable[Attribution], look: Lookup) -> list[str]:
    return [look.labels[one.article] for one in sorted(group, key=lambda one: look.order(one.content[0]))]


def _descriptions(attribution: Attribution, look: Lookup) -> tuple[str, ...]:
    """The articles' words for who the speaker is: titles before clauses, what most say before what one says."""
    entity = look.entities[attribution.speaker or ""]
    counts = Counter(look.excerpt(span).words for span in entity.descriptions)
    kept: list[str] = []
    for one in sorted(counts, key=lambda words: (_bare(words), _long(words), -counts[words], -len(words), words)):
        if any(map(str.isalpha, one)) and not any(one.casefold() in other.casefold() for other in kept):
            kept.append(one)
    return tuple(kept)


def _bare(description: str) -> bool:
    """Whether it is a form of address alone, "Dr.", that does not say who somebody is."""
    return description.endswith(".") and len(description.split()) == 1


def _long(description: str) -> bool:
    """Whether it is a clause more than a title."""
    return len(description) > TITLE or description.casefold().startswith(("who ", "which ", "whose "))


def _alike(group: Sequence[Attribution], look: Lookup) -> list[list[Attribution]]:
    """The speaker's attributions, near-identical ones together, the fullest wording of each first."""
    worded = [(one, _bag(one, look)) for one in group]
    worded.sort(key=lambda pair: (-pair[1].total(), look.order(pair[0].content[0])))
    return clusters(worded, one_statement)


def _bag(attribution: Attribution, look: Lookup) -> Bag:
    """The words said, with what the saying is called: who denies a thing does not say what another says."""
    words = [look.articles[span.article].words(span) for span in attribution.content]
    return bag(" ".join((*words, look.cue(attribution))))


def _statement(members: Sequence[Attribution], look: Lookup) -> Statement:
    first = min(members, key=lambda one: (one.form != "direct", members.index(one)))
    carriers = [
        Carrier(look.excerpt(one.content[0]), tuple(line(via.name) for via in one.via))
        for one in sorted(members, key=lambda one: look.order(one.content[0]))
    ]
    return Statement(
        tuple(look.excerpt(span) for span in first.content),
        first.form == "direct",
        look.cue(first),
        tuple(carriers),
        look.origins_of(members),
    )
