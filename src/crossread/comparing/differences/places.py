"""Where one thing is or happened: two named places for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from crossread.comparing.facts import Fact
from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Telling
from crossread.comparing.vocabulary import entries, kin, meanings, stem, words
from crossread.records import Difference, Span

from .sides import difference, listed

NAME = r"(?P<name>(?:[A-Z][\w'’.-]+ ){0,3}[A-Z][\w'’.-]+)"
FORMS = (
    re.compile(
        rf"\b(?:an?|the|its|their|his|her) (?:[a-z-]+ )?(?P<noun>[a-z][a-z-]+) (?:on|in|at) (?:the )?{NAME}"
    ),  # a depot on Weir Lane
    re.compile(rf"\b{NAME} (?P<noun>[a-z][a-z-]+)\b"),  # the Canal Street depot
)
SAME = 0.08  # likeness of the sentences from which on the thing is one


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing, the street or square it is said to be in, and the words that say so."""

    noun: str
    name: str
    fact: Fact
    sentence: frozenset[str]


def place(ground: Ground) -> Iterator[Difference]:
    """Differences over the street, square or road in which one thing is."""
    found = [p for telling in ground.tellings for p in _of(telling)]
    for noun in dict.fromkeys(p.noun for p in found):
        here = [p for p in found if p.noun == noun]
        names = dict.fromkeys(p.name for p in here)
        by_article = {
            a: {p.name for p in here if p.fact.span.article == a} for a in (p.fact.span.article for p in here)
        }
        if len(names) != 2 or any(len(named) > 1 for named in by_article.values()):
            continue  # an article that gives both knows two such things
        if any(p.name != q.name and ground.likeness(p.sentence, q.sentence) >= SAME for p, q in combinations(here, 2)):
            yield difference(
                "place", "conflict", f"where the {noun} is", [p.fact for p in here],
                f"It is placed at {listed(list(names))}.",
            )  # fmt: skip


def _of(telling: Telling) -> Iterator[Placed]:
    for sentence in telling.sentences:
        for form in FORMS:
            for match in form.finditer(telling.text, sentence.start, sentence.end):
                street = match["name"].split()[-1].strip(".").lower()
                if (
                    match["noun"] in entries("stop.txt")
                    or street not in entries("streets.txt")
                    or len(match["name"].split()) < 2
                ):
                    continue
                span = Span(telling.id, match.start(), match.end())
                yield Placed(
                    kin(stem(match["noun"])),
                    match["name"],
                    Fact(match["name"], span),
                    meanings(words(telling.words(sentence))),
                )
