"""Content that stands before its clause of saying, or around it: "It was late, she said, when the boat left"."""

from __future__ import annotations

from . import phrases
from .extents import INSERTS, Place, content_end, skip_adjuncts, to_end
from .phrases import Range, Words
from .words import ARTICLES, COORDINATORS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS, is_time, is_verb_form

_GOES_ON_AFTER = INSERTS | {":", ";"}
_AFTERTHOUGHTS = frozenset({"who", "whose", "which", "while", "when", "because", "after", "before", "where", "though"})
_LEADS_UP = frozenset({"asked", "speaking", "responding", "writing", "while"})
_SHORT_ANSWER = 4  # words of a verbless content before its clause: "Not yet, he said"
_LONG = 6  # words that must be a sentence, though none of them shows a verb


def around(place: Place, ends: int) -> list[Range]:
    """The content before the clause, with the stretch after `ends` if the clause is an insertion."""
    words, clause = place.words, place.clause
    according = clause.cue.use == "according"
    if clause.begins == 0 or (according and words[clause.begins - 1].text in {"?", "!", ".", ":", ";"}):
        return _after_leading(place, ends) if according else []
    if not stands_before(words, clause.begins) and not (clause.inverted and words[clause.begins - 1].text == ","):
        return [(0, clause.begins)] if according and phrases.has_clause(words, 0, clause.begins) else []
    rest = _goes_on(place, ends)
    start, stop = _before(words, clause.begins)
    if _is_aside(place) or (rest and words[stop - 1].low in {"and", "but", "or"}):
        return rest  # "It failed and, she said, nobody knew why"
    return [(start, stop), *rest]


def inserted(place: Place, ends: int) -> list[Range]:
    """The content around an insertion, where what stands before it is none by itself: "To be safe, he said, leave"."""
    words, begins = place.words, place.clause.begins
    rest = _goes_on(place, ends)
    if not rest or words[begins - 1].text not in INSERTS:
        return []
    first = words[rest[0][0]]
    if first.quoted is not None and first.text[1:2].isupper():  # 'Later, at the pier, she said, "We lost it."'
        return rest
    return [_before(words, begins), *rest]


def long_before(place: Place) -> list[Range]:
    """What stands before the clause, if it is so long that it must be a sentence."""
    words, begins = place.words, place.clause.begins
    start, stop = _before(words, begins) if begins else (0, 0)
    if stop - start < _LONG or words[begins - 1].text != "," or words[start].low in SUBORDINATORS:
        return []
    return [] if any(is_time(word) for word in words[start:stop]) else [(start, stop)]


def stands_before(words: Words, begins: int) -> bool:
    """Whether content may stand before the clause that begins there, set off by a mark."""
    if begins == 0 or not (words[begins - 1].quoted is not None or words[begins - 1].text in INSERTS | {"?", "!"}):
        return False
    return _may_be_content(words, *_before(words, begins))


def _before(words: Words, begins: int) -> Range:
    """What stands before the clause: the sentence so far, or the quotation alone that is a sentence of its own."""
    stop = begins if words[begins - 1].quoted is not None or words[begins - 1].text in {"?", "!"} else begins - 1
    start = 0
    for at in range(stop - 2, 0, -1):
        if words[at].text in {";", ":"} or (words[at].text in {".", "?", "!"} and words[at + 1].quoted is not None):
            start = at + 1
            break
    while start < stop and (words[start].low in {"but", "and"} or words[start].text in INSERTS | {"*"}):
        start += 1
    return start, stop


def _may_be_content(words: Words, start: int, stop: int) -> bool:
    if start >= stop:
        return False
    first, last = words[start], words[stop - 1]
    if first.quoted is not None or (last.quoted is not None and last.text[-2] in {",", "?", "!"}):
        return True
    if first.low in _LEADS_UP:
        return False
    clause = phrases.has_clause(words, start, stop)
    if first.low in PREPOSITIONS or first.low in SUBORDINATORS or first.low.endswith(("ing", "ed")):
        return clause and (first.low not in PREPOSITIONS or not _is_adjunct(words, start, stop))
    if clause or any(word.quoted is not None for word in words[start:stop]):
        return True
    return stop - start <= _SHORT_ANSWER and not any(is_time(word) for word in words[start:stop])


def _is_adjunct(words: Words, start: int, stop: int) -> bool:
    """Whether the words are one phrase that leads up to the sentence: "In a letter sent on Monday"."""
    return not any(words[at].text == "," for at in range(start, stop)) and not any(
        is_verb_form(words, at) and not words[at].low.endswith("ed") for at in range(start, stop)
    )


def _is_aside(place: Place) -> bool:
    """Whether the clause breaks into what its own speaker is already made to say: "X expects rain, he told us, ..."."""
    clause, first = place.clause, place.clauses[0]
    pronoun = clause.source is not None and place.words[clause.source[0]].low in SUBJECT_PRONOUNS
    own = place.index > 0 and pronoun and not clause.shares and not place.follows_quotation
    if not own or first.begins > 0 or first.cue.use != "finite" or first.relative:
        return False
    after = place.words[first.ends].low
    return first.cue.verb.takes("clause", "whom") and after in SUBJECT_PRONOUNS | ARTICLES | {"that"}


def _after_leading(place: Place, ends: int) -> list[Range]:
    """The content of a clause that leads: "According to the mayor, | taxes would rise"."""
    comma = next((at for at in range(ends, place.end) if place.words[at].text == ","), None)
    return to_end(place, ends if comma is None else comma + 1)


def _goes_on(place: Place, ends: int) -> list[Range]:
    """The stretch after an inserted clause: "It was the council, the mayor said, that had refused"."""
    words = place.words
    at = skip_adjuncts(words, ends)
    if at < place.end and words[at].quoted is None:
        at = next((i for i in range(at, place.end) if words[i].is_mark and words[i].text != "."), place.end)
        at += at < place.end and words[at].text in _GOES_ON_AFTER
    end = content_end(place, at)
    if at >= end:
        return []
    if place.follows_quotation and words[at].low.endswith("ing"):  # '"...," she said, pointing at the pier, "..."'
        at = next((i for i in range(at, end) if words[i].quoted is not None and words[i - 1].text == ","), at)
    if words[at].quoted is not None:
        return [(at, quotes_end(words, at, end))]
    return [(at, end)] if words[at - 1].text in _GOES_ON_AFTER and _carries_on(place, at, end) else []


def _carries_on(place: Place, at: int, end: int) -> bool:
    """Whether the words after an insertion are still content, and not the article's own."""
    words, low = place.words, place.words[at].low
    start, stop = _before(words, place.clause.begins)
    if low in COORDINATORS:
        return False
    quoted = words[stop - 1].quoted is not None
    if not quoted and not phrases.has_clause(words, start, stop):
        return True
    if quoted or not phrases.has_clause(words, at, end):
        return False
    if low in PREPOSITIONS or low.endswith("ing") or low in _AFTERTHOUGHTS:
        return False
    return not any(at <= other.begins < end and not other.shares for other in place.later)


def quotes_end(words: Words, start: int, end: int) -> int:
    """Where content ends that begins with quotations: after the last of them, if nothing but a mark follows."""
    at = start
    while at < end and words[at].quoted is not None:
        at += 1
    return at if at == end or words[at].is_mark else end
