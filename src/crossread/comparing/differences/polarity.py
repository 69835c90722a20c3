"""What one account says and another denies: "has conceded" and "has not conceded"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from crossread.comparing.clauses import is_verb, verbs
from crossread.comparing.facts import Fact
from crossread.comparing.tellings import RARE, Clause, Ground, Telling
from crossread.comparing.updates import later
from crossread.comparing.vocabulary import meanings, plain, words
from crossread.records import Attribution, Difference, DifferenceRelation, Span

from .disputes import disputes
from .sides import difference, short

REPORT = re.compile(
    r"\b(?:report|claim|allegation|rumou?r|accusation|suggestion|story|charge)s?\b[^.;]{0,60}?\bthat (?P<that>.+)",
    re.DOTALL,
)
NO_SUCH = re.compile(r"\b(?:no such|nothing of the (?:kind|sort)|never happened|did not happen)\b", re.IGNORECASE)
DENYING = frozenset(
    ["denied", "denies", "deny", "denying", "rejected", "rejects", "dismissed", "dismisses", "disputed", "disputes"]
)
HELD = 0.7  # share of a denial's words, by weight, that a statement must hold to be what is denied
HELD_OF_ONE = 0.4  # the same where both have one subject
NEGATIVE = frozenset(["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"])
REACH = 6  # words between a negation and the verb that it denies
CLOSE = 0.30  # likeness of two clauses from which on the one denies what the other says
NEAR = 2  # sentences between two statements that one article sets side by side


@dataclass(frozen=True)
class Statement:
    """A clause, who makes it, and whether it is made or denied."""

    telling: Telling
    clause: Clause
    span: Span
    denied: bool
    attribution: Attribution | None

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
        found = words(self.telling.words(self.span), self.span.start)
        kept = tuple(w for w in found if not any(n.start <= w.start < n.end for n in named))
        return meanings(kept) - DENYING

    @cached_property
    def denied_verbs(self) -> frozenset[str]:
        """Those of its verbs that are denied: all where it is a denial, else those shortly after a negation."""
        if not self.clause.negated:
            return self.verbs
        found = self.clause.words
        near: set[str] = set()
        for i, word in enumerate(found):
            if word.lower in NEGATIVE | DENYING or word.lower.endswith("n't"):
                near |= meanings(found[i : i + REACH])
        return self.verbs & near or (self.verbs if _is_denial(self.telling, self.attribution) else frozenset())

    @cached_property
    def subject(self) -> str | None:
        """The entity of which it speaks: the first one mentioned, if that is before the verb."""
        inside = self.telling.mentions_in(self.span)
        verbs = [w.start for i, w in enumerate(self.clause.words) if is_verb(self.clause.words, i)]
        return inside[0].entity if inside and verbs and inside[0].span.start < verbs[0] else None

    @property
    def fact(self) -> Fact:
        """The statement as one side of a difference."""
        return Fact("denied" if self.denied else "said", self.span)


def polarity(ground: Ground) -> Iterator[Difference]:
    """Differences over whether something is so."""
    for dispute in disputes(ground):
        words_ = ground.words(dispute.marker)
        yield _difference(
            ground, "conflict", Fact("said", dispute.said), Fact("disputed", dispute.contradicted),
            f"The article itself sets the two statements against each other (“{words_}”).",
        )  # fmt: skip
    said = tuple(s for telling in ground.tellings for s in statements(telling))
    yield from _denied_reports(ground)
    denials = [s for s in said if s.denied]
    for denial in denials:
        other = _best(ground, denial, [s for s in said if not s.denied])
        if other is not None:
            first, second = (other, denial)
            yield _difference(
                ground, _relation(first, second), first.fact, second.fact,
                "One account says what the other says is not so.",
            )  # fmt: skip


def statements(telling: Telling) -> Iterator[Statement]:
    """The clauses of an article as statements, questions left out."""
    before = ""
    for clause in telling.clauses:
        follows_denial, before = before in DENYING, clause.words[-1].lower if clause.words else ""
        sentence = telling.sentences[clause.sentence]
        if telling.words(sentence).rstrip("”\"'’ ").endswith("?"):
            continue
        attribution = telling.attribution_at(clause.span) or _content_in(telling, clause.span)
        span = clause.span
        denied = clause.negated or follows_denial or _is_denial(telling, attribution)
        yield Statement(telling, clause, span, denied, attribution)


def _content_in(telling: Telling, span: Span) -> Attribution | None:
    """The attribution most of whose content lies in the clause ("The mayor denied that …")."""
    inside = [(-piece.overlap(span), a.id, a) for a in telling.annotated.attributions for piece in a.content]
    best = min(inside, default=None)
    return best[2] if best is not None and -best[0] > len(span) // 3 else None


def _is_denial(telling: Telling, attribution: Attribution | None) -> bool:
    return attribution is not None and any(
        word in DENYING for cue in attribution.cue for word in plain(telling.words(cue)).split()
    )


def _best(ground: Ground, denial: Statement, others: Sequence[Statement]) -> Statement | None:
    """The statement that a denial most surely denies, if any."""
    rated = [(score, -i) for i, s in enumerate(others) if (score := _clash(ground, s, denial))]
    return others[-max(rated)[1]] if rated else None


def _clash(ground: Ground, statement: Statement, denial: Statement) -> float:
    """How surely the one statement denies the other: 0 where it does not.

    The verb that is denied must be one of the statement's, and the statement must hold what the denial speaks of:
    "no operations on children were put off" does not deny that operations were.
    """
    shared = statement.verbs & denial.denied_verbs
    one = statement.telling is denial.telling
    if not shared or (one and (statement.clause is denial.clause or statement.speaker == denial.speaker)):
        return 0.0
    if one and abs(statement.clause.sentence - denial.clause.sentence) > NEAR:
        return 0.0
    covered = ground.weight(denial.meanings & statement.meanings) / (ground.weight(denial.meanings) or 1.0)
    near = ground.likeness(statement.meanings, denial.meanings)
    if one and _answers(statement, denial) and ground.weight(shared) >= RARE:
        return near + 1
    if statement.subject is not None and statement.subject == denial.subject:
        return near + covered if covered >= HELD_OF_ONE and ground.weight(shared) >= RARE else 0.0
    return near if covered >= HELD and near >= CLOSE and len(denial.meanings & statement.meanings) >= 2 else 0.0


def _answers(statement: Statement, denial: Statement) -> bool:
    """Whether the next sentence of an article has another speaker deny what the one before said."""
    side_by_side = abs(statement.clause.sentence - denial.clause.sentence) <= 1
    both = statement.attribution is not None and denial.attribution is not None
    return side_by_side and both and statement.attribution is not denial.attribution


def _relation(said: Statement, denied: Statement) -> DifferenceRelation:
    """Update where the affirmation comes later than a "not yet"."""
    yet = re.search(r"\b(?:not|n't) yet\b|\byet to\b|\bso far\b", plain(denied.telling.words(denied.span)))
    return "update" if yet and later(denied.telling.published, said.telling.published) else "conflict"


def _denied_reports(ground: Ground) -> Iterator[Difference]:
    """A report and its denial in one sentence, with the words of the denial that follow."""
    for telling in ground.tellings:
        for number, sentence in enumerate(telling.sentences):
            text = telling.words(sentence)
            found = REPORT.search(text)
            before = plain(text[: found.start()]).split()[-4:] if found else []
            following = telling.sentences[number + 1 : number + 2]
            if found is None or not DENYING & set(before) or not following:
                continue
            if NO_SUCH.search(telling.words(following[0])):
                start = sentence.start + found.start("that")
                report = Span(telling.id, start, sentence.start + len(text.rstrip('.”"')))
                yield _difference(
                    ground, "conflict", Fact("reported", report), Fact("denied", following[0]),
                    "The report and its denial stand side by side.",
                )  # fmt: skip


def _difference(ground: Ground, how: DifferenceRelation, said: Fact, denied: Fact, why: str) -> Difference:
    return difference("polarity", how, f"whether “{short(ground.words(said.span))}”", (said, denied), why)
