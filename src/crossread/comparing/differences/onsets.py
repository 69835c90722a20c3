"""The hour at which the event of a story set in, given differently: "gave way at 4:20", "it came at ten to five".

Clauses about the one moment seldom share words. That each article tells when the event set in does bring them
together: the first time of day that an article gives for something that struck, fell, broke out or happened.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.comparing.clocks import HALF_DAY, clock
from crossread.comparing.facts import Fact
from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Clause, Telling
from crossread.comparing.vocabulary import entries, kin, lines, meanings, stem, words
from crossread.records import Difference

from .sides import difference, listed, short

LEAD_SENTENCES = 4  # titles among them: what the story is about is named there
SAME = 7  # minutes: "about 5:40" and "a quarter to six" are one time
FARTHEST = 100  # minutes; further apart, and two events are told of
ZONE = re.compile(r"\b(?:GMT|UTC|local time in|[A-Z]{1,3}ST)\b")
AHEAD = re.compile(r"\b(?:will|shall|due|next|tomorrow|plans?|expected|until|till|by|since)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Onset:
    """A clause that says at what hour the event set in; minutes count from noon or midnight."""

    minutes: int
    clause: Clause
    telling: Telling

    @property
    def fact(self) -> Fact:
        """The hour, as a clock shows it, and the clause that gives it."""
        hour, minute = divmod(self.minutes, 60)
        return Fact(f"{hour or 12}:{minute:02d}", self.clause.span)


def onsets_apart(ground: Ground) -> Iterator[Difference]:
    """One difference, if the articles give different hours for the beginning of the event."""
    about = _subject_matter(ground)
    mains = [main for telling in ground.tellings if (main := next(_onsets(telling, about), None))]
    if not mains:
        return
    kept = [m for m in mains if any(_apart(m, other) <= FARTHEST for other in mains if other is not m)]
    kept = [m for m in kept if not _told_elsewhere(m, kept)]
    facts: list[Fact] = []
    for main in kept:
        same = next((f for f, m in zip(facts, kept, strict=False) if _apart(m, main) <= SAME), None)
        facts.append(Fact(same.value if same else main.fact.value, main.fact.span))
    values = list(dict.fromkeys(fact.value for fact in facts))
    if len(values) > 1:
        yield difference(
            "date", "conflict", f"when “{short(ground.words(facts[0].span))}”", facts,
            f"The hour is given as {listed(values)}.",
        )  # fmt: skip


def _apart(a: Onset, b: Onset) -> int:
    gap = abs(a.minutes - b.minutes)
    return min(gap, HALF_DAY - gap)


def _told_elsewhere(main: Onset, mains: Sequence[Onset]) -> bool:
    """Whether its article gives another one's different hour too: then the two may be of different moments."""
    hours = {c for s in main.telling.sentences if (c := clock(main.telling.words(s))) is not None}
    return any(_apart(main, other) > SAME and other.minutes in hours for other in mains)


def _subject_matter(ground: Ground) -> frozenset[str]:
    """The telling words that two articles or more have in their titles and first sentences."""
    seen = Counter(
        meaning
        for telling in ground.tellings
        for meaning in {m for s in telling.sentences[:LEAD_SENTENCES] for m in meanings(words(telling.words(s)))}
    )
    return frozenset(meaning for meaning, often in seen.items() if often > 1)


def _onsets(telling: Telling, about: frozenset[str]) -> Iterator[Onset]:
    for clause in telling.clauses:
        wide = telling.with_when(clause)
        text = telling.text[wide.span.start : wide.span.end + 1]
        minutes = clock(text)
        if minutes is None or ZONE.search(text) or AHEAD.search(text) or telling.is_heading(clause.span):
            continue
        if _sets_in(telling, wide, about):
            yield Onset(minutes, wide, telling)


def _sets_in(telling: Telling, clause: Clause, about: frozenset[str]) -> bool:
    """Whether the clause says that something happened, or that what the story is about set in."""
    acts = _acts(clause)
    always, of_event = _verbs()
    if acts & always:
        return True
    near = meanings(words(telling.words(telling.sentences[clause.sentence])))
    return bool(acts & of_event) and bool(near & about)


def _acts(clause: Clause) -> frozenset[str]:
    """What its words stand for, one by one and by twos, nouns left out ("before the slide", not "the slide at")."""
    determiners, found = entries("determiners.txt"), clause.words
    after = [*(word.lower for word in found[1:]), ""]
    free = [i for i in range(len(found)) if not i or found[i - 1].lower not in determiners or after[i] == "at"]
    ones = frozenset(kin(found[i].stem) for i in free)
    return ones | {f"{found[i].stem}_{found[i + 1].stem}" for i in free if i + 1 < len(found)}


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """The verbs that say by themselves that something happened, and those that do so of what the story is about."""
    text = " ".join(lines("onsets.txt"))
    of_event, always = (
        frozenset(w if w == kin(w) and "_" not in w else "_".join(stem(p) for p in w.split("_")) for w in part.split())
        for part in text.split("---")
    )
    return always, of_event | {kin(w) for w in of_event}
