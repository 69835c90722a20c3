"""What a person decided about a story, which goes before what was found by rule.

A place in an article is named by its words, copied as they stand, or by article, start and end. As a TOML file:

    [[one_claim]]
    accounts = ["the pier was shut", "boats lost their berths"]

    [[two_claims]]
    accounts = [{article = "lantern.html", words = "40 boats"}, {article = "tern.html", start = 120, end = 141}]

    [[speaker]]
    statement = "Nobody asked us"
    name = "Joss Varga"

    [[no_difference]]
    accounts = ["61", "63"]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crossread.errors import ComparingError
from crossread.records import AnnotatedArticle, Article, Decision, DecisionKind, Difference, Entity, Span

KINDS: dict[str, DecisionKind] = {
    "one_claim": "one claim",
    "two_claims": "two claims",
    "speaker": "speaker",
    "no_difference": "no difference",
}
"""The tables of a corrections file, and what each decides."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article, by its words or by offsets; the article by id, file name or outlet, None for any."""

    article: str | None = None
    words: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision: about two places, or about the speaker of the statement at one."""

    kind: DecisionKind
    places: tuple[Place, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that a person decided about a story, in the order of the file."""

    made: tuple[Correction, ...] = ()


NONE = Corrections()


def parse(values: Mapping[str, Any], *, where: str = "corrections") -> Corrections:
    """The corrections that a TOML or JSON file gives; raises `ComparingError` that lists every fault in it."""
    faults: list[str] = [f"unknown table '{name}'" for name in values if name not in KINDS]
    made: list[Correction] = []
    for table, kind in KINDS.items():
        entries = values.get(table, [])
        for n, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
            try:
                made.append(_correction(kind, entry))
            except ValueError as error:
                faults.append(f"{table} {n}: {error}")
    if faults:
        raise ComparingError("; ".join(faults), item=where, hint=f"try: the tables are {', '.join(KINDS)}")
    return Corrections(tuple(made))


def _correction(kind: DecisionKind, entry: Any) -> Correction:
    if not isinstance(entry, Mapping):
        raise ValueError("is not a table")
    if kind == "speaker":
        name = entry.get("name")
        if not isinstance(name, str) or not name.strip():
            raise ValueError("'name' says whose the statement is")
        return Correction(kind, (_place(entry.get("statement")),), name)
    accounts = entry.get("accounts")
    if not isinstance(accounts, list) or len(accounts) != 2:
        raise ValueError("'accounts' names two places")
    return Correction(kind, tuple(map(_place, accounts)))


def _place(value: Any) -> Place:
    if isinstance(value, str) and value.strip():
        return Place(words=value)
    if not isinstance(value, Mapping):
        raise ValueError("a place is the article's words, or a table with article, start and end")
    article, words, start, end = (value.get(key) for key in ("article", "words", "start", "end"))
    if isinstance(words, str) and words.strip():
        return Place(article=article, words=words)
    if not isinstance(article, str) or not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        raise ValueError("a place without words has an article, a start and an end")
    return Place(article, start=start, end=end)


def located(corrections: Corrections, articles: Sequence[AnnotatedArticle]) -> tuple[Decision, ...]:
    """The corrections with the spans that they speak of; raises `ComparingError` that lists those not found."""
    faults: list[str] = []
    decisions: list[Decision] = []
    texts = [a.article for a in articles]
    for correction in corrections.made:
        try:
            spans = tuple(_span(place, texts) for place in correction.places)
            decisions.append(Decision(correction.kind, spans, correction.name))
        except ValueError as error:
            faults.append(f"{correction.kind}: {error}")
    if faults:
        hint = "try: copy the words exactly as one article has them, or name the article too"
        raise ComparingError("; ".join(faults), item="corrections", hint=hint)
    return tuple(decisions)


def _span(place: Place, articles: Sequence[Article]) -> Span:
    meant = [a for a in articles if place.article is None or place.article in {a.id, a.file, a.outlet, a.name}]
    if not meant:
        raise ValueError(f"there is no article '{place.article}'")
    if place.words is None:
        if place.start is None or place.end is None or place.end > len(meant[0].text):
            raise ValueError(f"'{place.article}' has no characters {place.start} to {place.end}")
        return meant[0].span(place.start, place.end)
    found = [span for article in meant for span in _occurrences(place.words, article)]
    if len(found) != 1:
        raise ValueError(f"'{place.words}' stands {len(found)} times in the articles, not once")
    return found[0]


def _occurrences(words: str, article: Article) -> Iterator[Span]:
    at = article.text.find(words)
    while at >= 0:
        yield article.span(at, at + len(words))
        at = article.text.find(words, at + 1)


def pairs(decisions: Sequence[Decision], kind: DecisionKind) -> list[tuple[Span, Span]]:
    """The two places of each decision of a kind."""
    return [(d.spans[0], d.spans[1]) for d in decisions if d.kind == kind]


def with_speakers(
    articles: Sequence[AnnotatedArticle], entities: Sequence[Entity], decisions: Sequence[Decision]
) -> tuple[tuple[AnnotatedArticle, ...], tuple[Entity, ...]]:
    """The articles with the speakers that were decided; who is not yet an entity becomes one."""
    named = list(entities)
    speakers: dict[Span, str] = {}
    for decision in decisions:
        if decision.kind == "speaker" and decision.name:
            speakers[decision.spans[0]] = _entity(decision.name, named)
    return tuple(_with_speakers(article, speakers) for article in articles), tuple(named)


def _entity(name: str, entities: list[Entity]) -> str:
    """The id of the entity of that name; a new one where none has it."""
    folded = name.strip().casefold()
    known = [e for e in entities if folded in {other.casefold() for other in (e.name, *e.names)}]
    if known:
        return known[0].id
    entities.append(Entity(f"e{len(entities) + 1}", "person", name.strip(), (name.strip(),)))
    return entities[-1].id


def _with_speakers(article: AnnotatedArticle, speakers: Mapping[Span, str]) -> AnnotatedArticle:
    told = {
        attribution.id: id
        for attribution in article.attributions
        for span, id in speakers.items()
        if any(span.overlap(content) for content in attribution.content)
    }
    if not told:
        return article
    attributions = tuple(replace(a, speaker=told.get(a.id, a.speaker)) for a in article.attributions)
    return replace(article, attributions=attributions)


def agreeing(differences: Sequence[Difference], decisions: Sequence[Decision]) -> tuple[Difference, ...]:
    """The differences without those that a person holds to be none; of several values the two become one."""
    found = list(differences)
    for left, right in pairs(decisions, "no difference"):
        found = [merged for difference in found if (merged := _without(difference, left, right)) is not None]
    return tuple(replace(difference, id=f"d{n}") for n, difference in enumerate(found, 1))


def _without(difference: Difference, left: Span, right: Span) -> Difference | None:
    ours = [v for v in difference.values if any(a.overlap(left) or a.overlap(right) for a in v.accounts)]
    if len(ours) < 2:
        return difference
    joined = replace(ours[0], accounts=tuple(sorted({span for value in ours for span in value.accounts})))
    values = tuple(joined if v is ours[0] else v for v in difference.values if v is ours[0] or v not in ours)
    return replace(difference, values=values) if len(values) > 1 else None
