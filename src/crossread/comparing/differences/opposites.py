"""Two tellings of one person's act that cannot both be right: "resigned" and "was dismissed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crossread.comparing.facts import Fact
from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Clause, Telling
from crossread.comparing.vocabulary import lines, stem
from crossread.records import Difference, Span

from .sides import difference, listed


@dataclass(frozen=True, slots=True)
class Told:
    """Whom an act is about, which pair of opposites it belongs to, its side, and the clause."""

    entity: str
    pair: int
    side: int
    word: str
    span: Span


@cache
def _sides() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each first stem: the pairs and sides it stands on."""
    made: dict[str, list[tuple[int, int]]] = {}
    for pair, line in enumerate(lines("opposites.txt")):
        for side, half in enumerate(line.split("|")):
            for entry in half.split(","):
                made.setdefault(" ".join(stem(w) for w in entry.split()), []).append((pair, side))
    return {key: tuple(dict.fromkeys(value)) for key, value in made.items()}


def other(ground: Ground) -> Iterator[Difference]:
    """Differences over how something came about."""
    told: dict[tuple[str, int], list[Told]] = {}
    for telling in ground.tellings:
        for one in _of(telling):
            told.setdefault((one.entity, one.pair), []).append(one)
    for (entity, _), found in sorted(told.items()):
        words_ = {one.side: one.word for one in reversed(found)}
        if len(words_) < 2:
            continue
        name = ground.entity[entity].name if entity in ground.entity else words_[0]
        shown = [words_[side] for side in dict.fromkeys(one.side for one in found)]
        yield difference(
            "other", "conflict", f"{name}: {listed(shown, 'or')}", [Fact(words_[t.side], t.span) for t in found],
            f"The accounts say {listed([f'“{word}”' for word in shown])}, which cannot both be right.",
        )  # fmt: skip


def _of(telling: Telling) -> Iterator[Told]:
    for clause in telling.clauses:
        if clause.negated:
            continue
        found = tuple(w for w in clause.words if not w.lower.endswith("ly"))
        for i, word in enumerate(found):
            two = f"{word.stem} {found[i + 1].stem}" if i + 1 < len(found) else ""
            if i and found[i - 1].lower == "to":
                continue
            for pair, side in _sides().get(two, ()) + _sides().get(word.stem, ()):
                subject = _subject(telling, _with_subject(telling, clause), word.start)
                if subject is not None:
                    said = found[i + 1].text if two in _sides() else word.text
                    yield Told(subject, pair, side, said, clause.span)


def _with_subject(telling: Telling, clause: Clause) -> Span:
    """The clause, with what comes before it in the sentence where it goes on with "and"."""
    goes_on = bool(clause.words) and clause.words[0].lower in ("and", "but", "then")
    start = telling.sentences[clause.sentence].start if goes_on else clause.span.start
    return Span(telling.id, start, clause.span.end)


def _subject(telling: Telling, clause: Span, at: int) -> str | None:
    """The person the act is about: the nearest one mentioned before it in the clause."""
    persons = {e.id for e in telling.annotated.entities if e.kind in ("person", "organisation")}
    before = [m for m in telling.mentions_in(clause) if m.entity in persons and m.span.end <= at]
    return before[-1].entity if before else None
