"""Noun phrases around a cue: the one that speaks, with its appositions, and the one spoken to."""

from __future__ import annotations

from .verbs import forms
from .words import (
    ADVERBS,
    ARTICLES,
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

Words = tuple[Word, ...]
Range = tuple[int, int]  # of word indices, half-open

_PART_OF_NAMES = frozenset({".", "&", "/", "%", "$", "£", "€", "#", "@", "-", "'", "’"})
_OPENS_RELATIVE = frozenset({"who", "which", "whose", "whom", "where", "neither", "both", "some"})
_OPENS_RELATIVE_CLAUSE = frozenset({"who", "which", "that", "what", "whose", "where"})
_AFTER_PARTICIPLES = frozenset(
    ["by", "on", "in", "with", "to", "at", "from", "for", "about", "of", "against", "under", "as"]
)
_LONGEST_SUBJECT = 60  # words looked back over: longer than any noun phrase a reader would sit through


def subject_before(words: Words, at: int, floor: int = 0) -> Range | None:
    """The noun phrase whose verb group begins at `at`, appositions included; it begins at `floor` or later."""
    floor = max(floor, at - _LONGEST_SUBJECT)
    end = _without_adverbial(words, at, floor)
    if end > floor and words[end - 1].low in {"who", "which", "that"}:
        return _antecedent(words, end - 1, floor)
    if end > floor and words[end - 1].text == ",":
        return _with_appositions(words, end, floor)
    return _simple(words, end, floor)


def _without_adverbial(words: Words, at: int, floor: int) -> int:
    """Where the subject ends: before "on Monday", "also" and their like, which may stand between it and its verb."""
    end = at
    while end > floor and (is_time(words[end - 1]) or words[end - 1].low in ADVERBS):
        end -= 1
    if end < at and end > floor and words[end - 1].low in {"on", "late", "early", "last", "this"}:
        end -= 1
    return end if end > floor else at


def _antecedent(words: Words, relative: int, floor: int) -> Range | None:
    if relative <= floor or words[relative - 1].text != ",":
        return subject_before(words, relative, floor) if relative > floor else None
    return _with_appositions(words, relative, floor) or _simple(words, relative - 1, floor)


def _simple(words: Words, end: int, floor: int) -> Range | None:
    """A noun phrase without commas that ends at `end`."""
    start = end
    while start > floor:
        if (bracket := _bracket_before(words, start, floor)) is not None:
            start = bracket
            continue
        if _bounds(words[start - 1]) or (words[start - 1].low == "as" and _begins_noun(words[start])):
            break
        if is_verb_form(words, start - 1) or (words[start - 1].low in forms() and _is_cue_like(words, start - 1)):
            relative = _relative_before(words, start - 1, floor)
            if relative is None and _is_participle(words, start - 1, end):
                relative = start - 1
            if relative is None:
                break
            start = relative
        start -= 1
    return _trimmed(words, start, end)


def _begins_noun(word: Word) -> bool:
    return word.low in ARTICLES or word.is_name or word.is_possessive


def _bracket_before(words: Words, end: int, floor: int) -> int | None:
    """Where a bracket opens that closes right before `end` and holds a word or two: "(FNM)"."""
    if words[end - 1].text != ")":
        return None
    return next((at for at in range(end - 2, max(floor, end - 6) - 1, -1) if words[at].text == "("), None)


def _is_participle(words: Words, at: int, end: int) -> bool:
    """Whether the form only describes the noun before it: "people briefed on the matter", "a memo seen by him"."""
    after = words[at + 1].low if at + 1 < end else ""
    described = at > 0 and not words[at - 1].is_name and words[at - 1].low not in SUBJECT_PRONOUNS
    return described and after in _AFTER_PARTICIPLES and words[at].low.endswith(("ed", "en", "n", "t"))


def _is_cue_like(words: Words, at: int) -> bool:
    """Whether a form of a verb of saying is a verb here: after a relative, a pronoun or a name."""
    before = words[at - 1].low if at else ""
    return before in RELATIVES or before in SUBJECT_PRONOUNS


def _bounds(word: Word) -> bool:
    """Whether no noun phrase reaches over the word."""
    if word.quoted is not None or (word.is_mark and word.text not in _PART_OF_NAMES):
        return True
    return word.low in SUBORDINATORS and word.low not in RELATIVES and word.low != "as"


def _relative_before(words: Words, verb: int, floor: int) -> int | None:
    """Where the relative pronoun stands whose clause the verb belongs to."""
    for at in range(verb - 1, max(floor, verb - 6), -1):
        word = words[at]
        if word.low in {"who", "which", "that", "whom"}:
            return at if at - 1 >= floor and not words[at - 1].is_mark else None
        if word.is_mark or word.quoted is not None:
            return None
    return None


def _trimmed(words: Words, start: int, end: int) -> Range | None:
    """The noun phrase in `start:end`, without what leads up to it: "and", "meanwhile", "on Tuesday"."""
    who = next((at for at in range(start + 1, end) if words[at].low == "who"), end)
    for at in range(who - 1, start, -1):
        relative = words[at - 1].low in {"that", "which", "whom", "what"} and not _points(words, at - 1, end)
        if relative and not has_clause(words, at, end):
            start = at  # "a request that | another judge denied"
            break
        if words[at].low in SUBJECT_PRONOUNS or (words[at].low in ARTICLES and begins_phrase(words, at)):
            start = at
            break
    led_up = words[start].low if start < end else ""
    while start < end and _leads_up(words, start, end) and not _points(words, start, end):
        start += 1
    if led_up in PREPOSITIONS:  # "after long talks | Washington"
        own = (at for at in range(end - 1, start, -1) if words[at].is_name and _follows_noun(words[at - 1]))
        start = next(own, start)
    if start < end and words[start].low.endswith("ing") and not words[start].is_name:  # "working with the council"
        start = next((at for at in range(start, end) if words[at].low in ARTICLES or words[at].is_name), start)
    return (start, end) if start < end and _is_nominal(words, start, end) else None


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


def _follows_noun(before: Word) -> bool:
    return not (before.is_name or before.is_mark or before.is_possessive or before.low in PREPOSITIONS | ARTICLES)


def _points(words: Words, at: int, end: int) -> bool:
    """Whether "that" or "this" belongs to a noun: '"...," that member said'."""
    return words[at].low == "that" and at + 1 < end and (at == 0 or words[at - 1].quoted is not None)


def _leads_up(words: Words, at: int, end: int) -> bool:
    word = words[at]
    if word.low in COORDINATORS or word.low in ADVERBS or word.low in SUBORDINATORS or word.low in RELATIVES:
        return True
    if word.low in PREPOSITIONS or is_time(word):
        return at + 1 < end
    return word.low.endswith("ly") and not word.is_name


def _is_nominal(words: Words, start: int, end: int) -> bool:
    return any(not w.is_mark and w.low not in PREPOSITIONS and w.low not in ADVERBS for w in words[start:end])


def _with_appositions(words: Words, end: int, floor: int) -> Range | None:
    """A noun phrase that ends in a comma: "Ida Roe, 61, who runs the shop,"."""
    inner_end = end - 1
    if inner_end > floor + 1 and words[inner_end - 1].low in ADVERBS and words[inner_end - 2].text == ",":
        return subject_before(words, inner_end - 2, floor)  # "the mayor, however, said"
    while True:
        comma = _comma_before(words, inner_end, floor)
        if comma is None or not _is_apposition(words, comma + 1, inner_end):
            return None if inner_end == end - 1 else _simple(words, inner_end, floor)
        head = _simple(words, comma, floor)
        if head is None:
            return None
        if words[comma + 1].low.endswith("ing"):  # "the mayor, speaking at the bridge, said"
            return head
        before = _comma_before(words, comma, floor)
        if not _is_loose(words, head[0], comma) and (before is None or not _is_loose(words, before + 1, comma)):
            return (_titled(words, head[0], floor), end - 1)
        inner_end = comma


def _titled(words: Words, start: int, floor: int) -> int:
    """Where the phrase begins that stands beside this one: "the mayor, | Ida Holm", "Ida Holm, | a nurse at Halm"."""
    if start < floor + 2 or words[start - 1].text != ",":
        return start
    beside = _simple(words, start - 1, floor)
    if beside is None:
        return start
    if all(word.is_name or word.text in _PART_OF_NAMES for word in words[beside[0] : beside[1]]):
        return start if words[start].is_name or is_time(words[beside[0]]) else beside[0]
    begins = beside[0] == 0 or words[beside[0] - 1].quoted is not None
    owned = words[beside[0]].low in ARTICLES or words[beside[0]].is_possessive
    return beside[0] if begins and owned and words[start].is_name else start


def _comma_before(words: Words, end: int, floor: int) -> int | None:
    """The comma nearest before `end`, no other mark or quotation standing between."""
    for at in range(end - 1, floor, -1):
        if words[at].text == ",":
            return at
        if words[at].quoted is not None or words[at].text in {";", ":"}:
            return None
    return None


def _is_loose(words: Words, start: int, end: int) -> bool:
    """Whether the segment before a comma is itself an apposition: an age, a relative clause, "of Port Halm"."""
    return words[start].text[0].isdigit() or words[start].low in _OPENS_RELATIVE or words[start].low == "of"


def _is_apposition(words: Words, start: int, end: int) -> bool:
    if start >= end:
        return False
    first = words[start]
    if first.low in _OPENS_RELATIVE:
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


def has_clause(words: Words, start: int, end: int) -> bool:
    """Whether there is a finite verb in `start:end` that belongs to no relative clause."""
    at, relative = start, False
    while at < end:
        if words[at].low in _OPENS_RELATIVE_CLAUSE and at > start:
            relative = True
            if words[at - 1].text == ",":
                at = _segment_end(words, at, end)
                relative = False
                if at + 1 < end and words[at + 1].low.endswith("ed"):
                    return True
        elif is_verb_form(words, at) and (at > start or words[at].low not in {"named", "called"}):
            if not relative:
                return True
            while at + 1 < end and is_verb_form(words, at + 1):
                at += 1
            relative = False
        at += 1
    return False


def subject_after(words: Words, at: int, ceiling: int) -> Range | None:
    """The noun phrase that begins at `at`, appositions included: "said Ida Roe, a nurse"; it ends by `ceiling`."""
    if not (at < ceiling and _may_begin(words[at])):
        return None
    end = _phrase_end(words, at, ceiling)
    while end < ceiling and words[end].text == ",":
        segment_end = _segment_end(words, end + 1, ceiling)
        if not _is_apposition(words, end + 1, segment_end) or _makes_statement(words, end + 1, segment_end):
            break
        end = segment_end
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
            return _segment_end(words, end, ceiling)
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
    if _bounds(word) or word.low in RELATIVES or is_time(word):
        return True
    if word.low == "by":  # "a memo obtained by the paper"
        return not words[end - 1].low.endswith(("ed", "en", "wn", "de"))
    if word.low in PREPOSITIONS:
        return word.low not in {"of", "for", "from", "at", "in", "with", "to"} or (
            words[end - 1].is_name and word.low not in {"of", "for"}
        )
    if word.low in SUBJECT_PRONOUNS or word.low in ADVERBS:
        return True
    return is_verb_form(words, end) and not _is_participle(words, end, len(words))


def _segment_end(words: Words, start: int, ceiling: int) -> int:
    end = start
    while end < ceiling and words[end].text not in {",", ";", ":", "—", "–", "("} and words[end].quoted is None:
        end += 1
    return end


def _makes_statement(words: Words, start: int, end: int) -> bool:
    """Whether the relative clause is one of saying, and no part of the source: ", who insisted that"."""
    if words[start].low not in _OPENS_RELATIVE:
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
    if _bounds(word) or word.low in RELATIVES or word.low in QUESTION_WORDS or is_time(word):
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
