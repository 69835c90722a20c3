"""What is said: the stretches of words that are the content of a clause of saying."""

from __future__ import annotations

from . import following, frames, surroundings
from .clauses import Clause, sentence_end
from .extents import Place, content_end, skip_adjuncts, to_end
from .phrases import Range, Words
from .verbs import Verb
from .words import (
    ADVERBS,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    Word,
    is_time,
    is_verb_form,
)

_MARKS_BEFORE_THAT = frozenset({".", ",", "(", ")", "-", "’", "'"})
_MARKS_IN_CONTENT = frozenset({"$", "£", "€", "("})
_FAR = 14  # words that may stand between a cue and its "that"


def of(words: Words, clauses: tuple[Clause, ...], index: int) -> tuple[list[Range], Range | None]:
    """The stretches of content of one clause, and whom it is told."""
    place = Place(words, clauses, index, sentence_end(words))
    clause = place.clause
    if clause.cue.use == "according" or clause.inverted:
        return surroundings.around(place, clause.ends), None
    if clause.cue.use == "noun":
        return _of_noun(place), None
    if clause.cue.use == "hearsay":
        return to_end(place, clause.cue.last), None
    start, told = clause.ends, None
    if clause.cue.use == "passive":
        start += start < len(words) and words[start].text == ","
    elif clause.cue.verb.takes("person"):
        start, told = _told(place, start)
    return _of_verb(place, start, told), told


def _told(place: Place, start: int) -> tuple[int, Range | None]:
    """Where content may begin after the one spoken to, and who that is. Of "tells it differently" nothing is left."""
    stop = following.addressee(place.words, start, place.end)
    if stop == start + 1 and place.words[start].low == "it":
        return len(place.words), None
    return stop, (start, stop) if stop > start else None


def _of_verb(place: Place, start: int, told: Range | None) -> list[Range]:
    words = place.words
    that = _that(place, start, told)
    if that is not None:
        return to_end(place, that + 1)
    surrounds = _may_surround(place)
    around = surrounds and surroundings.stands_before(words, place.clause.begins)
    if around and (start >= place.end or place.follows_quotation or not _begins_content(words[start], place.verb)):
        return surroundings.around(place, start)
    if surrounds and not around and place.clause.begins > 1 and start < place.end and words[start].text == ",":
        return surroundings.inserted(place, start)
    after = skip_adjuncts(words, start, place.verb)
    content = _after(place, start, after, told)
    return surroundings.long_before(place) if surrounds and not content and after >= place.end else content


def _may_surround(place: Place) -> bool:
    """Whether content may stand before the clause; before a verb like "sighed" only a quotation may."""
    if place.clause.shares or place.clause.relative:
        return False
    return place.verb.takes("clause", "that", "person") or (place.verb.takes("quote") and place.follows_quotation)


def _that(place: Place, start: int, told: Range | None) -> int | None:
    """Where the "that" stands which opens the content: "said in a statement on Monday that"."""
    words = place.words
    if start >= place.end or not place.verb.takes("clause", "that", "person"):
        return None
    if words[start].low == "that":
        return start if start + 1 < place.end else None
    after = words[min(start + 1, place.end - 1)]
    if place.follows_quotation or not _leads_to_that(words[start], after, place.verb, told):
        return None
    comma = False
    for at in range(start, min(place.end - 1, start + _FAR)):
        word = words[at]
        if word.low == "that" and words[at - 1].low not in PREPOSITIONS and comma == (words[at - 1].text == ","):
            return at
        comma = comma or word.text == ","
        if word.quoted is not None or (word.is_mark and word.text not in _MARKS_BEFORE_THAT):
            return None
        if word.low in SUBJECT_PRONOUNS or word.low in QUESTION_WORDS or (at > start and is_verb_form(words, at)):
            return None
    return None


def _leads_to_that(word: Word, after: Word, verb: Verb, told: Range | None) -> bool:
    """Whether the word may begin what stands between a cue and its "that"."""
    if word.text == ",":
        return told is not None or after.low in PREPOSITIONS
    if word.low in PREPOSITIONS or word.low in ADVERBS or is_time(word) or word.low.endswith("ly"):
        return True
    return verb.takes("person") or word.text[0].isdigit() or word.low in {"back", "this", "again"}


def _begins_content(word: Word, verb: Verb) -> bool:
    """Whether the word after the cue can only begin content, though something else stands before the clause."""
    if word.quoted is not None or word.is_mark or is_time(word) or word.low in ADVERBS:
        return False
    if word.low in PREPOSITIONS:
        return word.low in verb.prepositions
    return word.low not in SUBORDINATORS or word.low in QUESTION_WORDS


def _after(place: Place, start: int, after: int, told: Range | None) -> list[Range]:
    """The content after the cue, if the verb takes what stands there."""
    words, end = place.words, content_end(place, after)
    if after >= end:
        return []
    first, second = words[after], words[after + 1] if after + 1 < end else None
    if first.quoted is not None and (after == start or place.verb.takes("clause", "quote", "person")):
        if second is not None and second.low == "that":  # "told the programme 'Daybreak' that"
            return to_end(place, after + 2)
        return [(after, after + 1 if _is_whole(words, after, end) else end)]
    if first.text in {",", ":"} and second is not None and second.quoted is not None:
        return [(after + 1, surroundings.quotes_end(words, after + 1, end))]
    if first.text == ":" and place.verb.takes("clause", "that", "quote"):
        return [(after + 1, end)]
    if first.is_mark and first.text not in _MARKS_IN_CONTENT:
        return []
    content = frames.content(words, start, after, end, place.verb, told=told is not None)
    return [] if content is None else [content]


def _is_whole(words: Words, at: int, end: int) -> bool:
    """Whether the quotation is content by itself, and what follows it is not: 'chanted "What curfew?" and left'."""
    if at + 1 >= end:
        return True
    and_that = words[at + 1].low == "and" and at + 2 < end and words[at + 2].low == "that"
    sentence = words[at].text[1:2].isupper() and words[at].text[-2:-1] in {",", ".", "?", "!"}
    return sentence and not and_that


def _of_noun(place: Place) -> list[Range]:
    """What a noun carries: "a report by the agency that | the army had been called"."""
    words, clause = place.words, place.clause
    by = words[clause.cue.last].low == "by"
    at = clause.source[1] if by and clause.source is not None else clause.cue.last
    return to_end(place, at + 1) if at < len(words) and words[at].low == "that" else []
