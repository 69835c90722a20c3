"""Where what is said begins and ends among the words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from . import following, phrases
from .clauses import Clause, sentence_end
from .phrases import Range, Words
from .verbs import Verb
from .words import (
    COORDINATORS,
    DETERMINERS,
    QUESTION_WORDS,
    SUBJECT_PRONOUNS,
    is_time,
    is_verb_form,
    word_class,
)

INSERTS = frozenset({",", "—", "–"})
_CONTRASTS = frozenset({"while", "but", "although", "though", "whereas"})
_BETWEEN_CLAUSES = COORDINATORS | _CONTRASTS | {"including", "by"}
_BEFORE_ADJUNCTS = word_class("before_adjuncts")


@dataclass(frozen=True, slots=True)
class Place:
    """One clause of saying in its sentence: `clauses[index]`, among `words`, which end (but for marks) at `end`."""

    words: Words
    clauses: tuple[Clause, ...]
    index: int
    end: int

    @property
    def clause(self) -> Clause:
        """The clause itself."""
        return self.clauses[self.index]

    @property
    def verb(self) -> Verb:
        """The verb of its cue."""
        return self.clause.cue.verb

    @property
    def later(self) -> tuple[Clause, ...]:
        """The clauses after it."""
        return self.clauses[self.index + 1 :]

    @property
    def follows_quotation(self) -> bool:
        """Whether a quotation stands right before the clause: '"...," he told the paper when it reached him.'"""
        begins = self.clause.begins
        return any(self.words[at].quoted is not None for at in range(max(0, begins - 2), begins))


def to_end(place: Place, start: int) -> list[Range]:
    """The content that begins at `start`, if there is any."""
    end = content_end(place, start)
    return [(start, end)] if start < end else []


def content_end(place: Place, at: int) -> int:
    """Where content that begins at `at` ends: with the sentence, or where a clause begins that is not part of it."""
    words, end = place.words, place.end
    for other in place.later:
        if other.begins > at and _breaks_off(place, other):
            end = _back_over_marks(words, other.begins)
            break
    if place.clause.relative:
        end = _clause_end(words, at, end)
    return next((i for i in range(at, end) if words[i].text == ";"), end)


def _clause_end(words: Words, at: int, end: int) -> int:
    """Where a relative clause closes: before a comma after which the verb of the sentence follows."""
    closes = (i for i in range(at + 1, end - 1) if words[i].text == "," and is_verb_form(words, i + 1))
    return next(closes, end)


def _breaks_off(place: Place, other: Clause) -> bool:
    """Whether a later clause of saying stands beside the content before it, and not within it."""
    words, before = place.words, place.words[other.begins - 1]
    if other.cue.use == "noun" or other.relative:
        return False
    if other.cue.use == "according" or other.shares:
        return True
    if before.low in _CONTRASTS or before.text == ";":
        return True
    if before.low == "and":
        return other.begins > 1 and words[other.begins - 2].text == ","
    return (before.text in INSERTS or before.quoted is not None) and _trails(place, other)


def _trails(place: Place, other: Clause) -> bool:
    """Whether nothing that could be content follows the clause: "..., he told the paper, ..."."""
    words, at = place.words, other.ends
    if other.cue.verb.takes("person"):
        at = following.addressee(words, at, place.end)
    at = skip_adjuncts(words, at)
    return other.inverted or at >= place.end or words[at].is_mark or words[at].quoted is not None


def _back_over_marks(words: Words, at: int) -> int:
    while at > 0 and (words[at - 1].text in {*INSERTS, ";"} or words[at - 1].low in _BETWEEN_CLAUSES):
        at -= 1
    return at


def skip_adjuncts(words: Words, at: int, verb: Verb | None = None) -> int:
    """Past "on Monday", "in a statement", "to reporters": where what was said begins, or a mark stands."""
    end, start = sentence_end(words), at
    while at < end:
        word = words[at]
        if is_time(word) or word.low == "late" or (at > start and (word.text[0].isdigit() or word.text == ".")):
            at += 1
        elif word.text == "(" and (closed := _bracket_end(words, at, end)) is not None:
            at = closed
        elif _begins_adjunct(words, at, end, verb):
            stop = _adjunct_end(words, at + 1, end)
            if stop == at + 1:
                break
            at = stop
        else:
            break
    return at


def _bracket_end(words: Words, at: int, end: int) -> int | None:
    return next((i + 1 for i in range(at, end) if words[i].text == ")"), None)


def _begins_adjunct(words: Words, at: int, end: int, verb: Verb | None) -> bool:
    """Whether a preposition begins an adjunct, and not what this verb takes after it: "called on", but "on Monday"."""
    low = words[at].low
    if low not in _BEFORE_ADJUNCTS:
        return False
    if verb is None or (at + 1 < end and is_time(words[at + 1])):
        return True
    return low not in verb.prepositions and not (low == "to" and verb.takes("to", "whom"))


def _adjunct_end(words: Words, at: int, end: int) -> int:
    begins = at
    while at < end:
        word = words[at]
        if (word.is_mark and word.text != ".") or word.quoted is not None or word.low == "that":
            break
        if at > begins and (word.low in SUBJECT_PRONOUNS or word.low in QUESTION_WORDS or is_verb_form(words, at)):
            break
        if at > begins and word.low in DETERMINERS and phrases.begins_phrase(words, at):
            break
        at += 1
    return at
