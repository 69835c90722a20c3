"""What one account says and another denies: "has apologised" and "has not apologised"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.comparing.facts import Fact
from crossread.comparing.grounds import RARE, Ground
from crossread.comparing.updates import later
from crossread.comparing.vocabulary import plain
from crossread.records import Difference, DifferenceRelation

from .denials import denials
from .disputes import disputes
from .sides import difference, short
from .statements import RULED_OUT, Statement, is_denial, statements

HELD = 0.8  # share of a denial's words, by weight, that a statement must hold to be what is denied
HELD_OF_ONE = 0.4  # the same where both have one subject
VERY_RARE = 0.6  # rarity of the verb from which on a bare denial, of whomever, is of the one it is told of
BARE = 6  # words of a bare denial, at most
CLOSE = 0.30  # likeness of two clauses from which on the one denies what the other says
NEAR = 2  # sentences between two statements that one article sets side by side
BACKWARD = re.compile(r"\b(?:the place|there|the scene|any such|anything of the (?:kind|sort))\b")
NOT_YET = re.compile(r"\b(?:not|n't) yet\b|\byet to\b|\bso far\b|\bno longer\b")


def polarity(ground: Ground) -> Iterator[Difference]:
    """Differences over whether something is so."""
    said = tuple(s for telling in ground.tellings for s in statements(telling))
    pointed_out = list(disputes(ground))
    for denial in denials(ground, said):
        answers = [d for d in pointed_out if any(d.said.overlap(span) for span in denial.denied)]
        pointed_out = [d for d in pointed_out if d not in answers]
        told = (*denial.said, *(span for d in answers for span in d.contradicted))
        facts = [Fact("said", span) for span in told] + [Fact("denied", span) for span in denial.denied]
        yield _difference(ground, "conflict", facts, denial.why)
    affirmed = [s for s in said if not s.denied]
    for statement in (s for s in said if s.denied):
        other = _best(ground, statement, affirmed)
        if other is not None:
            why = "One account says what the other says is not so."
            yield _difference(ground, _relation(other, statement), (other.fact, statement.fact), why)
    for dispute in pointed_out:
        why = f"The article itself sets the two statements against each other (“{ground.words(dispute.marker)}”)."
        facts = [Fact("said", dispute.said), *(Fact("disputed", span) for span in dispute.contradicted)]
        yield _difference(ground, "conflict", facts, why)


def _best(ground: Ground, denial: Statement, others: Sequence[Statement]) -> Statement | None:
    """The statement that a denial most surely denies, if any; what its own article says too is judged there alone."""
    known = {s.meanings for s in others if s.telling is denial.telling}
    rated = [
        (score, -i)
        for i, s in enumerate(others)
        if (s.telling is denial.telling or s.meanings not in known) and (score := _clash(ground, s, denial))
    ]
    return others[-max(rated)[1]] if rated else None


def _clash(ground: Ground, statement: Statement, denial: Statement) -> float:
    """How surely the one statement denies the other: 0 where it does not.

    What is denied must be in the statement, and the statement must hold what the denial speaks of: "no sailings with
    children were put off" does not deny that sailings were.
    """
    if statement.telling is denial.telling and _denied_next(statement, denial):
        return 0.5
    shared = statement.meanings & denial.denied_words
    one = statement.telling is denial.telling
    if statement.supposed != denial.supposed:
        return 0.0
    if not shared or (one and _one_voice(statement, denial)):
        return 0.0
    covered = ground.weight(denial.meanings & statement.meanings) / (ground.weight(denial.meanings) or 1.0)
    near = ground.likeness(statement.meanings, denial.meanings)
    telling = ground.weight(shared) >= RARE
    if one and telling and _answers(statement, denial):
        return near + 1
    if statement.subject is not None and statement.subject == denial.subject:
        return near + covered if covered >= HELD_OF_ONE and telling else 0.0
    if _bare(denial) and _of_a_person(ground, statement) and ground.weight(shared & statement.verbs) >= VERY_RARE:
        return near + covered if covered >= HELD_OF_ONE else 0.0
    if None not in (statement.subject, denial.subject) and statement.subject != denial.subject:
        return 0.0
    held = covered >= HELD and bool(shared & statement.verbs)
    return near if held and near >= CLOSE and len(denial.meanings & statement.meanings) >= 2 else 0.0


def _bare(denial: Statement) -> bool:
    """Whether a denial is little more than its verb ("The bishop has not apologised"), of nobody known."""
    first = denial.clause.words[0].lower if denial.clause.words else ""
    return denial.subject is None and first in ("he", "she", "the") and len(denial.clause.words) <= BARE


def _of_a_person(ground: Ground, statement: Statement) -> bool:
    entity = ground.entity.get(statement.subject or "")
    return entity is not None and entity.kind == "person"


def _one_voice(statement: Statement, denial: Statement) -> bool:
    """Whether one speaker says both, or they stand too far apart in one article to be set against each other."""
    apart = abs(statement.clause.sentence - denial.clause.sentence)
    return statement.clause is denial.clause or apart > NEAR or statement.speaker == denial.speaker


def _answers(statement: Statement, denial: Statement) -> bool:
    """Whether the next sentence of an article has another speaker deny what the one before said."""
    side_by_side = abs(statement.clause.sentence - denial.clause.sentence) <= 1
    both = statement.attribution is not None and denial.attribution is not None
    if not (side_by_side and both) or statement.attribution is denial.attribution:
        return False
    return bool(statement.verbs & denial.denied_words)


def _denied_next(statement: Statement, denial: Statement) -> bool:
    """Whether the next sentence has somebody deny something of a person of whom the one before told."""
    follows = denial.clause.sentence == statement.clause.sentence + 1 and statement.attribution is not None
    if not follows or not is_denial(denial.telling, denial.attribution) or not BACKWARD.search(denial.text):
        return False
    persons = [s.telling.entities_in(s.clause.span) & s.telling.persons for s in (statement, denial)]
    return bool(persons[0] & persons[1]) and statement.attribution is not denial.attribution


def _relation(said: Statement, denied: Statement) -> DifferenceRelation:
    """Update where something happens that was "not yet" so, or had been ruled out, or is no longer so."""
    before, after = denied.telling.published, said.telling.published
    text = plain(denied.text)
    came = later(before, after) and (RULED_OUT.search(text) or NOT_YET.search(text))
    went = later(after, before) and "no longer" in text
    return "update" if came or went else "conflict"


def _difference(ground: Ground, how: DifferenceRelation, facts: Sequence[Fact], why: str) -> Difference:
    return difference("polarity", how, f"whether “{short(ground.words(facts[0].span))}”", facts, why)
