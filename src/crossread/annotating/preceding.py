"""The noun phrase before a cue: who speaks, with titles, appositions and relative clauses."""

from __future__ import annotations

from .phrases import (
    PART_OF_NAMES,
    Range,
    Words,
    begins_phrase,
    bounds,
    has_clause,
    is_apposition,
    is_participle,
    opens_relative,
)
from .verbs import forms
from .words import (
    ADVERBS,
    ARTICLES,
    COORDINATORS,
    POST_NOMINALS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    Word,
    is_time,
    is_verb_form,
)

_DASHES = frozenset({"—", "–"})
_LONGEST_SUBJECT = 60  # words looked back over: longer than any noun phrase a reader would sit through


def subject_before(words: Words, at: int, floor: int = 0) -> Range | None:
    """The noun phrase whose verb group begins at `at`, appositions included; it begins at `floor` or later."""
    floor = max(floor, at - _LONGEST_SUBJECT)
    end = _without_adverbial(words, at, floor)
    if end > floor and words[end - 1].low in {"who", "which", "that"}:
        return _antecedent(words, end - 1, floor)
    if end > floor and words[end - 1].text == ",":
        return _with_appositions(words, end, floor)
    if end > floor and words[end - 1].text in _DASHES:  # "the union - which lost - said"
        opened = next((at for at in range(end - 2, floor, -1) if words[at].text in _DASHES), None)
        return None if opened is None else _simple(words, opened, floor)
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
        if bounds(words[start - 1]) or (words[start - 1].low == "as" and _begins_noun(words[start])):
            break
        if is_verb_form(words, start - 1) or (words[start - 1].low in forms() and _is_cue_like(words, start - 1)):
            relative = _relative_before(words, start - 1, floor)
            if relative is None and is_participle(words, start - 1, end):
                relative = start - 1
            if relative is None:
                break
            start = relative
        start -= 1
    return _trimmed(words, start, end)


def _begins_noun(word: Word) -> bool:
    return word.low in ARTICLES or word.is_name or word.is_possessive


def _bracket_before(words: Words, end: int, floor: int) -> int | None:
    """Where a bracket opens that closes right before `end` and holds a word or two: "(BHP)"."""
    if words[end - 1].text != ")":
        return None
    return next((at for at in range(end - 2, max(floor, end - 6) - 1, -1) if words[at].text == "("), None)


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
        if comma is None or not is_apposition(words, comma + 1, inner_end):
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
    if all(word.is_name or word.text in PART_OF_NAMES for word in words[beside[0] : beside[1]]):
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
    """Whether the segment before a comma is itself an apposition: an age, a degree, a relative clause, "of Port
    Halm"."""
    if words[start].text[0].isdigit() or opens_relative(words, start) or words[start].low == "of":
        return True
    return end - start == 1 and words[start].low in POST_NOMINALS


def _is_cue_like(words: Words, at: int) -> bool:
    """Whether a form of a verb of saying is a verb here: after a relative, a pronoun or a name."""
    before = words[at - 1].low if at else ""
    return before in RELATIVES or before in SUBJECT_PRONOUNS
