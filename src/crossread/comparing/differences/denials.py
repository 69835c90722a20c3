"""Denials that take up what was just told without repeating it: "no such request exists", "three of them did not"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crossread.comparing.grounds import RARE, Ground
from crossread.comparing.vocabulary import kin, meanings, plain, stem, words
from crossread.records import Span

from .statements import BEING, DENYING, Statement

REPORT = re.compile(
    r"\b(?:report|claim|allegation|rumou?r|accusation|suggestion|story|charge)s?\b[^.;]{0,60}?\bthat (?P<that>.+)",
    re.DOTALL,
)
FLAT = re.compile(
    r"(?:[\w'’.-]+,? ){1,5}(?:who [^,]{3,40}, )?(?:has |have |had )?(?:flatly |strongly |always |both )?"
    r"(?:denie[sd]|deny|reject(?:s|ed)?|disput(?:es|ed?)) (?:it|this|that|(?:this|that|the) (?:claim|account|report|"
    r"allegation|accusation|charge|version)s?)(?=[.,;]|$)(?P<rest>[^.;]{0,50})[.”\"]*",
    re.IGNORECASE,
)
NO_SUCH = re.compile(r"\bno such (?P<noun>[a-z]+)\b", re.IGNORECASE)
ELLIPSIS = re.compile(r"(?:[\w-]+ ){1,5}(?:was|were|is|are)(?: not|n[’']t)(?=[.,;]|$)", re.IGNORECASE)
SAID = re.compile(r"\b(?:told|said|says|insisted|insists)\b")
BACK = 12  # sentences back in which the thing denied is looked for
LIKE = 0.06  # least likeness of a statement in another article to the paragraph of the denial
REPEATED = 0.6  # likeness of two statements from which on the one repeats the other
SHORTEST = 4  # words of a statement that can be denied by "no such"


@dataclass(frozen=True, slots=True)
class Denial:
    """What is said, the words that deny it, and the reason for the reader."""

    said: tuple[Span, ...]
    denied: tuple[Span, ...]
    why: str


def denials(ground: Ground, said: Sequence[Statement]) -> Iterator[Denial]:
    """The denials of these forms, in the order of the text."""
    for statement in said:
        yield from _elliptic(statement, said)
    yield from _flat(ground)
    by_noun: dict[str, list[Statement]] = {}
    for statement in said:
        for match in NO_SUCH.finditer(statement.text):
            by_noun.setdefault(kin(stem(match["noun"])), []).append(statement)
    for noun, found in by_noun.items():
        yield from _no_such(ground, noun, found, said)


def _elliptic(denial: Statement, said: Sequence[Statement]) -> Iterator[Denial]:
    """ "Three of them were not", a second speaker says, after the sentence in which a first says that they were."""
    telling, first = denial.telling, denial.clause.span
    match = ELLIPSIS.match(denial.text)
    if match is None:
        return
    said_by = telling.attribution_at(Span(telling.id, first.start, first.start + match.end()))
    rest = telling.text[first.start + match.end() : telling.sentences[denial.clause.sentence].end]
    if said_by is None and not SAID.search(rest):
        return
    before = [
        s
        for s in said
        if s.telling is telling
        and s.clause.sentence == denial.clause.sentence - 1
        and not s.denied
        and s.attribution is not None
        and s.attribution is not said_by
        and not s.supposed
        and BEING & {word.lower for word in s.clause.words}
        and telling.block_of(s.clause.span) == telling.block_of(first)
    ]
    if before:
        why = "The article has the one statement denied in the sentence after it."
        denied = Span(telling.id, first.start, first.start + match.end())
        yield Denial((before[-1].clause.span,), (denied,), why)


def _flat(ground: Ground) -> Iterator[Denial]:
    """ "Her office denies it", after the sentence that tells what is denied; articles that tell the same are one."""
    made: list[Denial] = []
    for telling in ground.tellings:
        for number, (before, sentence) in enumerate(pairwise(telling.sentences)):
            beside = telling.block_of(before) == telling.block_of(sentence) and number
            if not beside or not FLAT.fullmatch(telling.words(sentence)) or telling.quoted(sentence):
                continue
            near = meanings(words(telling.words(before)))
            at = next((i for i, d in enumerate(made) if _like(ground, d.said[0], near)), None)
            if at is None:
                why = "The article has the one statement denied in the sentence after it."
                made.append(Denial((before,), (sentence,), why))
            else:
                made[at] = replace(made[at], said=(*made[at].said, before), denied=(*made[at].denied, sentence))
    yield from made


def _like(ground: Ground, said: Span, near: frozenset[str]) -> bool:
    return ground.likeness(meanings(words(ground.words(said))), near) >= REPEATED


def _no_such(ground: Ground, noun: str, found: Sequence[Statement], said: Sequence[Statement]) -> Iterator[Denial]:
    """ "No such request exists", and the statements, here or in another article, that speak of one."""
    told = [span for denial in found for span in (_report(denial), _best(ground, noun, denial, said)) if span]
    if told:
        why = f"The one tells of what the other says there is “{_words(found[0])}”."
        yield Denial(tuple(dict.fromkeys(told)), tuple(s.clause.span for s in found), why)


def _report(denial: Statement) -> Span | None:
    """What the sentence before calls a report, and denied: "denied a report that soldiers had been sent"."""
    telling, number = denial.telling, denial.clause.sentence
    if not number:
        return None
    sentence = telling.sentences[number - 1]
    text = telling.words(sentence)
    found = REPORT.search(text)
    if found is None or not DENYING & set(plain(text[: found.start()]).split()[-4:]):
        return None
    return Span(telling.id, sentence.start + found.start("that"), sentence.start + len(text.rstrip('.”"')))


def _best(ground: Ground, noun: str, denial: Statement, said: Sequence[Statement]) -> Span | None:
    """The statement that most surely speaks of the thing, from the same article where that has one."""
    if ground.rarity(noun) < RARE:
        return None
    near = meanings(words(denial.telling.words(denial.telling.block_of(denial.clause.span))))
    rated = []
    for i, statement in enumerate(said):
        here = statement.telling is denial.telling
        back = denial.clause.sentence - statement.clause.sentence
        like = ground.likeness(near, statement.meanings)
        if noun not in statement.meanings or statement.denied or len(statement.clause.words) < SHORTEST:
            continue
        if (here and not 0 < back <= BACK) or (not here and like < LIKE):
            continue
        if statement.speaker is None or statement.speaker != denial.speaker:
            rated.append((here, like, -i))
    return said[-max(rated)[2]].clause.span if rated else None


def _words(denial: Statement) -> str:
    match = NO_SUCH.search(denial.text)
    return match[0] if match else denial.text
