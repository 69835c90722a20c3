"""What noun phrases and clauses are made of, told from closed classes of words and the shapes of verbs."""

from __future__ import annotations

from .verbs import forms
from .words import (
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    Word,
    is_verb_form,
)

Words = tuple[Word, ...]
Range = tuple[int, int]  # of word indices, half-open

PART_OF_NAMES = frozenset({".", "&", "/", "%", "$", "£", "€", "#", "@", "-", "'", "’"})
OPENS_RELATIVE = frozenset({"who", "which", "whose", "whom", "where", "neither", "both", "some"})
_OPENS_RELATIVE_CLAUSE = frozenset({"who", "which", "that", "what", "whose", "where"})
_AFTER_PARTICIPLES = frozenset(
    ["by", "on", "in", "with", "to", "at", "from", "for", "about", "of", "against", "under", "as", "out"]
)
_ALWAYS_PARTICIPLES = frozenset(["appointed", "elected", "born", "hired", "trained", "educated", "retired", "aged"])


def bounds(word: Word) -> bool:
    """Whether no noun phrase reaches over the word."""
    if word.quoted is not None or (word.is_mark and word.text not in PART_OF_NAMES):
        return True
    return word.low in SUBORDINATORS and word.low not in RELATIVES and word.low != "as"


def is_participle(words: Words, at: int, end: int) -> bool:
    """Whether the form only describes the noun before it: "people briefed on the matter", "a memo seen by him"."""
    after = words[at + 1].low if at + 1 < end else ""
    described = at > 0 and not words[at - 1].is_name and words[at - 1].low not in SUBJECT_PRONOUNS
    if described and words[at].low in _ALWAYS_PARTICIPLES:
        return True
    return described and after in _AFTER_PARTICIPLES and words[at].low.endswith(("ed", "en", "n", "t"))


def begins_phrase(words: Words, at: int) -> bool:
    """Whether a determiner begins a phrase of its own: it follows a noun or a time, no preposition."""
    before = words[at - 1]
    return not (
        before.low in PREPOSITIONS
        or before.low in COORDINATORS
        or before.low in DETERMINERS
        or before.is_mark
        or is_verb_form(words, at - 1)
        or before.low in forms()
        or before.low.endswith("ing")
    )


def segment_end(words: Words, start: int, ceiling: int) -> int:
    """Where the next mark or quotation stands, or `ceiling`."""
    end = start
    while end < ceiling and words[end].text not in {",", ";", ":", "—", "–", "("} and words[end].quoted is None:
        end += 1
    return end


def opens_relative(words: Words, at: int) -> bool:
    """Whether a relative clause begins there: "who", "in which"."""
    piped = words[at].low in PREPOSITIONS and at + 1 < len(words) and words[at + 1].low in {"which", "whom", "whose"}
    return words[at].low in OPENS_RELATIVE or piped


def is_apposition(words: Words, start: int, end: int) -> bool:
    """Whether the words between two commas say who somebody is: an age, a description, a relative clause."""
    if start >= end:
        return False
    first = words[start]
    if opens_relative(words, start):
        return True
    if first.text[0].isdigit():
        return end - start == 1 or words[start + 1].text == "-"
    if first.low in {"of", "from", "seen", "written", "sent"} or (first.low.endswith("ed") and not first.is_name):
        return True  # ", dated 3 May and seen by the paper,"
    if first.low in PREPOSITIONS or first.low in SUBORDINATORS or first.low in COORDINATORS:
        return False
    if first.low in SUBJECT_PRONOUNS:
        return False
    return not has_clause(words, start, end)


def _is_unknown_verb(words: Words, at: int, end: int) -> bool:
    """Whether the word after a relative pronoun is its verb, though of no list: "a machine that | listens"."""
    if at + 1 >= end or is_verb_form(words, at):
        return False
    after = words[at + 1]
    shaped = words[at].low.isalpha() and words[at].low.endswith(("s", "ed")) and words[at].low not in SUBORDINATORS
    return shaped and words[at].low not in DETERMINERS and (after.low in PREPOSITIONS or is_verb_form(words, at + 1))


def has_clause(words: Words, start: int, end: int) -> bool:
    """Whether there is a finite verb in `start:end` that belongs to no relative clause."""
    at, relative = start, False
    while at < end:
        if words[at].low in _OPENS_RELATIVE_CLAUSE and at > start:
            relative = not _is_unknown_verb(words, at + 1, end)
            if words[at - 1].text == ",":
                at = segment_end(words, at, end)
                relative = False
                if at + 1 < end and words[at + 1].low.endswith("ed"):
                    return True
        elif words[at].low in _ALWAYS_PARTICIPLES and is_participle(words, at, end):
            at += 1
            continue
        elif is_verb_form(words, at) and (at > start or words[at].low not in {"named", "called"}):
            if not relative:
                return True
            while at + 1 < end and is_verb_form(words, at + 1):
                at += 1
            relative = False
        at += 1
    return False
