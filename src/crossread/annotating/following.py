"""The noun phrases after a cue: who speaks, where the cue stands first, and who is spoken to."""

from __future__ import annotations

from .phrases import OPENS_RELATIVE, Range, Words, begins_phrase, bounds, is_apposition, is_participle, segment_end
from .verbs import forms
from .words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    Word,
    is_time,
    is_verb_form,
)


def subject_after(words: Words, at: int, ceiling: int) -> Range | None:
    """The noun phrase that begins at `at`, appositions included: "said Ida Roe, a nurse"; it ends by `ceiling`."""
    if not (at < ceiling and _may_begin(words[at])):
        return None
    end = _phrase_end(words, at, ceiling)
    while end < ceiling and words[end].text == ",":
        closed = segment_end(words, end + 1, ceiling)
        if not is_apposition(words, end + 1, closed) or _makes_statement(words, end + 1, closed):
            break
        end = closed
    return (at, end) if end > at else None


def _may_begin(word: Word) -> bool:
    if word.is_mark or word.quoted is not None:
        return False
    return not (word.low in PREPOSITIONS or word.low in SUBORDINATORS or word.low in COORDINATORS or is_time(word))


def _phrase_end(words: Words, at: int, ceiling: int) -> int:
    end = at + 1
    if words[at].low in SUBJECT_PRONOUNS:
        return end
    while end < ceiling:
        if words[end].low in {"who", "whose"}:
            return segment_end(words, end, ceiling)
        if words[end].text == "(":
            closed = next((i + 1 for i in range(end, min(ceiling, end + 6)) if words[i].text == ")"), None)
            if closed is None:
                break
            end = closed
        elif _ends_phrase(words, end, at):
            break
        else:
            end += 1
    return end


def _ends_phrase(words: Words, end: int, start: int) -> bool:
    word = words[end]
    if bounds(word) or word.low in RELATIVES or is_time(word):
        return True
    if word.low == "by":  # "a memo obtained by the paper"
        return not words[end - 1].low.endswith(("ed", "en", "wn", "de"))
    if word.low in PREPOSITIONS:
        return word.low not in {"of", "for", "from", "at", "in", "with", "to"} or (
            words[end - 1].is_name and word.low not in {"of", "for"}
        )
    if word.low in SUBJECT_PRONOUNS or word.low in ADVERBS:
        return True
    return is_verb_form(words, end) and not is_participle(words, end, len(words))


def _makes_statement(words: Words, start: int, end: int) -> bool:
    """Whether the relative clause is one of saying, and no part of the source: ", who insisted that"."""
    if words[start].low not in OPENS_RELATIVE:
        return False
    near = range(start + 1, min(end, start + 5))
    return any(verb.takes("clause", "that", "whom") for at in near for verb, _ in forms().get(words[at].low, ()))


def addressee(words: Words, at: int, ceiling: int) -> int:
    """Where the noun phrase of the one spoken to ends, if it begins at `at`: "told | the council | that"."""
    if at >= ceiling or not _may_begin(words[at]) or words[at].low in QUESTION_WORDS | {"that"}:
        return at
    if words[at].low in OBJECT_PRONOUNS and not (words[at].low == "her" and _noun_follows(words, at + 1, ceiling)):
        return at + 1
    end = at + 1
    while end < ceiling and not _ends_addressee(words, end):
        end += 1
    if end < ceiling and is_verb_form(words, end) and end - at > 1:
        return _before_subject(words, at, end)
    return end


def _noun_follows(words: Words, at: int, ceiling: int) -> bool:
    return (
        at < ceiling
        and not words[at].is_mark
        and words[at].low.isalpha()
        and words[at].low not in DETERMINERS | SUBJECT_PRONOUNS | QUESTION_WORDS | PREPOSITIONS | {"that"}
    )


def _ends_addressee(words: Words, at: int) -> bool:
    word = words[at]
    if bounds(word) or word.low in RELATIVES or word.low in QUESTION_WORDS or is_time(word):
        return True
    if word.low in SUBJECT_PRONOUNS or word.low in ADVERBS or is_verb_form(words, at):
        return True
    if word.low in DETERMINERS or word.low in POSSESSIVES:
        return begins_phrase(words, at)
    return word.low in PREPOSITIONS and word.low != "of"


def _before_subject(words: Words, at: int, verb: int) -> int:
    """Where the one spoken to ends if the subject of the next verb follows at once: "told reporters taxes would"."""
    for end in range(verb - 1, at, -1):
        if words[end].is_name and not words[end - 1].is_name:
            return end
    return at + 1
