"""Clauses as statements: who makes them, and what in them is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from crossread.comparing.clauses import is_verb, verbs
from crossread.comparing.facts import Fact
from crossread.comparing.tellings import Clause, Telling
from crossread.comparing.vocabulary import Word, content, entries, kin, meanings, plain, stems_in
from crossread.records import Attribution

DENYING = frozenset(
    ("denied", "denies", "deny", "denying", "rejected", "rejects", "dismissed", "dismisses", "disputed", "disputes")
)
NEGATIVE = frozenset(["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"])
SUPPOSING = frozenset(["would", "could", "might", "may", "should", "if", "whether", "unless", "will", "shall"])
BEING = frozenset(["is", "are", "was", "were", "am", "been", "being", "isn't", "aren't", "wasn't", "weren't"])
RULED_OUT = re.compile(r"\b(?:ruled|rules|ruling) out\b|\brefus(?:ed|es) to\b|\bfailed to\b", re.IGNORECASE)
REACH = 6  # words between a negation and the verb that it denies


@dataclass(frozen=True)
class Statement:
    """A clause, who makes it, and whether what it holds is said or denied."""

    telling: Telling
    clause: Clause
    denied: bool
    attribution: Attribution | None

    @property
    def text(self) -> str:
        """Its words."""
        return self.telling.words(self.clause.span)

    @property
    def speaker(self) -> str | None:
        """The entity that makes or denies it; None in the article's own voice, or where unknown."""
        return None if self.attribution is None else self.attribution.speaker

    @cached_property
    def verbs(self) -> frozenset[str]:
        """What its verbs stand for, the colourless ones left out."""
        return verbs(self.clause.words)

    @cached_property
    def meanings(self) -> frozenset[str]:
        """What its words stand for, names aside."""
        named = [m.span for m in self.telling.mentions_in(self.clause.span) if m.kind == "name"]
        kept = tuple(w for w in self.clause.words if not any(n.start <= w.start < n.end for n in named))
        return meanings(kept) - {kin(word) for word in DENYING} - DENYING

    @cached_property
    def denied_words(self) -> frozenset[str]:
        """What is denied in it: its verbs where it is a denial, else what follows a negation shortly.

        After "was not" that is the next word that carries meaning ("was not awake"), else verbs ("did not pay").
        """
        if not self.denied:
            return frozenset()
        near: set[str] = set()
        found = self.clause.words
        for i in range(len(found)):
            if _negates(found, i):
                near |= _after_negation(found, i)
        return frozenset(near) if near else self.verbs if not self.clause.negated else frozenset()

    @cached_property
    def supposed(self) -> bool:
        """Whether it speaks of what would, may or might be so."""
        return any(word.lower in SUPPOSING for word in self.clause.words)

    @cached_property
    def subject(self) -> str | None:
        """The entity of which it speaks: the last one mentioned before the verb."""
        inside = self.telling.mentions_in(self.clause.span)
        first = next((w.start for i, w in enumerate(self.clause.words) if is_verb(self.clause.words, i)), None)
        before = [m for m in inside if first is not None and m.span.start < first]
        return before[-1].entity if before else None

    @property
    def fact(self) -> Fact:
        """The statement as one side of a difference."""
        return Fact("denied" if self.denied else "said", self.clause.span)


def _negates(found: tuple[Word, ...], i: int) -> bool:
    low = found[i].lower
    two = f"{low} {found[i + 1].lower}" if i + 1 < len(found) else low
    if low == "without":
        return any(word.lower.endswith("ing") for word in found[i + 1 : i + 3])
    return low in NEGATIVE | DENYING or low.endswith("n't") or RULED_OUT.fullmatch(two) is not None


def _after_negation(found: tuple[Word, ...], i: int) -> frozenset[str]:
    """What the negation at `i` denies."""
    being = found[i].lower in BEING or (i > 0 and found[i - 1].lower in BEING)
    after = found[i + 1 : i + REACH]
    if being:
        return meanings(content(after)[:1]) - stems_in("colourless.txt")
    acts = tuple(word for k, word in enumerate(after) if _is_act(word, after[k - 1] if k else found[i]))
    before = verbs(found[max(0, i - 1) : i])  # "paid neither a fine nor …"
    return (verbs(found[i : i + REACH]) | before | meanings(acts)) - DENYING


def _is_act(word: Word, before: Word) -> bool:
    """Whether a word is the -ing form of a verb that is denied: "ruled out resigning", not "the evening"."""
    form = word.lower.endswith("ing") and len(word.lower) > 5
    return form and before.lower not in entries("determiners.txt")


def statements(telling: Telling) -> Iterator[Statement]:
    """The clauses of an article as statements, questions left out."""
    sentence, denying = -1, False
    for clause in telling.clauses:
        if clause.sentence != sentence:
            sentence, denying = clause.sentence, False
        if telling.words(telling.sentences[sentence]).rstrip("”\"'’ ").endswith("?"):
            continue
        attribution = telling.attribution_at(clause.span) or content_in(telling, clause)
        opens = clause.words[:1] and clause.words[0].lower == "that"
        negated = clause.negated or RULED_OUT.search(telling.words(clause.span)) is not None
        denied = negated or bool(opens and denying) or is_denial(telling, attribution)
        yield Statement(telling, clause, denied, attribution)
        denying = denying or any(word.lower in DENYING for word in clause.words)


def content_in(telling: Telling, clause: Clause) -> Attribution | None:
    """The attribution most of whose content lies in the clause ("The mayor denied that …")."""
    inside = [(-piece.overlap(clause.span), a.id, a) for piece, a in telling.contents_in(clause.span)]
    best = min(inside, default=None)
    return best[2] if best is not None and -best[0] > len(clause.span) // 3 else None


def is_denial(telling: Telling, attribution: Attribution | None) -> bool:
    """Whether the cue of an attribution says that its content is not so."""
    return attribution is not None and any(
        word in DENYING for cue in attribution.cue for word in plain(telling.words(cue)).split()
    )
