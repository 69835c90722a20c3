"""What is said: the stretches of words that are the content of a clause of saying."""

from __future__ import annotations

from . import phrases
from .clauses import Clause, sentence_end
from .phrases import Range, Words
from .verbs import Verb
from .words import (
    ADVERBS,
    ARTICLES,
    COORDINATORS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    Word,
    is_time,
    is_verb_form,
    word_class,
)

_BEFORE_ADJUNCTS = word_class("before_adjuncts")
_INSERTS = frozenset({",", "—", "–"})
_CONTRASTS = frozenset({"while", "but", "although", "though", "whereas"})
_LONG = 6  # words
_SHORT_ANSWERS = 4  # words of a verbless content before its cue: "Not yet, he said"
_NAMED = 7  # words within which what something is called follows it: "called the letter a lie"
_NEAR = 12  # words within which the number stands that a verb of counting gives
_MARKS_IN_ADJUNCTS = frozenset({".", ",", "(", ")", "-", "’", "'"})
_FAR = 14  # words that may stand between a cue and its "that"


def of(words: Words, clauses: list[Clause], index: int) -> tuple[list[Range], Range | None]:
    """The stretches of content of one clause, and whom it is told."""
    clause = clauses[index]
    if clause.cue.use == "according" or clause.inverted:
        return _around(words, clauses, index, clause.ends), None
    if clause.cue.use == "noun":
        return _of_noun(words, clauses, index), None
    start, told = clause.ends, None
    if clause.cue.use == "passive":
        start += start < len(words) and words[start].text == ","
    elif clause.cue.verb.takes("person"):
        spoken_to = phrases.addressee(words, start, sentence_end(words))
        told = (start, spoken_to) if spoken_to > start else None
        if spoken_to == start + 1 and words[start].low == "it":  # "tells it differently"
            return [], None
        start = spoken_to
    return _of_verb(words, clauses, index, start, told is not None), told


def _of_verb(words: Words, clauses: list[Clause], index: int, start: int, told: bool) -> list[Range]:
    clause = clauses[index]
    end = sentence_end(words)
    that = _that(words, start, end, clause, told)
    if that is not None:
        return _to_end(words, clauses, index, that + 1)
    around = _may_surround(clause) and _stands_before(words, clause.begins)
    if _is_quotation_verb(clause.cue.verb) and not _follows_quotation(words, clause):
        around = False
    if around and (
        start >= end or _follows_quotation(words, clause) or not _begins_content(words, start, clause.cue.verb)
    ):
        return _around(words, clauses, index, start)
    if not around and start < end and words[start].text == "," and _may_surround(clause) and clause.begins > 1:
        return _inserted(words, clauses, index, start)
    after = skip_adjuncts(words, start, clause.cue.verb)
    content = _after(words, clauses, index, start, after, told)
    if not content and after >= end and _may_surround(clause) and _is_long_before(words, clause.begins):
        return [_before(words, clause.begins)]
    return content


def _is_long_before(words: Words, begins: int) -> bool:
    """Whether so much stands before the clause that it must be a sentence, though none of its words shows a verb."""
    start, stop = _before(words, begins) if begins else (0, 0)
    long = stop - start >= _LONG and words[begins - 1].text == "," and words[start].low not in SUBORDINATORS
    return long and not any(is_time(word) for word in words[start:stop])


def _inserted(words: Words, clauses: list[Clause], index: int, ends: int) -> list[Range]:
    """The content around an insertion: "To be safe, he said, people should leave"."""
    begins = clauses[index].begins
    goes_on = _goes_on(words, clauses, index, ends)
    if not goes_on or words[begins - 1].text not in _INSERTS:
        return []
    first = words[goes_on[0][0]]
    if first.quoted is not None and first.text[1:2].isupper():  # "Later, at the pier, she said, 'We lost it.'"
        return goes_on
    return [_before(words, begins), *goes_on]


def _may_surround(clause: Clause) -> bool:
    return not clause.shares and not clause.relative and clause.cue.verb.takes("clause", "that", "quote", "person")


def _follows_quotation(words: Words, clause: Clause) -> bool:
    """Whether a quotation stands right before the clause: '"...," he told the paper when it reached him.'"""
    return any(words[at].quoted is not None for at in range(max(0, clause.begins - 2), clause.begins))


def _that(words: Words, start: int, end: int, clause: Clause, told: bool) -> int | None:
    """Where the "that" stands which opens the content: "said in a statement on Monday that"."""
    verb = clause.cue.verb
    if start >= end or not verb.takes("clause", "that", "person"):
        return None
    if words[start].low == "that":
        return start if start + 1 < end else None
    if words[start].text == "," and not told:
        return None
    if _follows_quotation(words, clause) or not _leads_to_that(words[start], verb):
        return None
    comma = False
    for at in range(start, min(end - 1, start + _FAR)):
        word = words[at]
        if word.low == "that" and words[at - 1].low not in PREPOSITIONS and comma == (words[at - 1].text == ","):
            return at
        comma = comma or word.text == ","
        if word.quoted is not None or (word.is_mark and word.text not in _MARKS_IN_ADJUNCTS):
            return None
        if word.low in SUBJECT_PRONOUNS or word.low in QUESTION_WORDS or (is_verb_form(words, at) and at > start):
            return None
    return None


def _leads_to_that(word: Word, verb: Verb) -> bool:
    """Whether the word may begin what stands between a cue and its "that"."""
    if word.low in PREPOSITIONS or word.low in ADVERBS or is_time(word) or word.low.endswith("ly"):
        return True
    return verb.takes("person") or word.text[0].isdigit() or word.text == "," or word.low in {"back", "this", "again"}


def _begins_content(words: Words, start: int, verb: Verb) -> bool:
    """Whether what follows the cue can only be content, though something else stands before the clause."""
    word = words[start]
    if word.quoted is not None or word.is_mark or is_time(word) or word.low in ADVERBS:
        return False
    if word.low in PREPOSITIONS:
        return word.low in verb.prepositions
    return word.low not in SUBORDINATORS or word.low in QUESTION_WORDS


# ── after the cue ───────────────────────────────────────────────────────────────────────────────────────────────────


def _after(words: Words, clauses: list[Clause], index: int, start: int, after: int, told: bool) -> list[Range]:
    verb, end = clauses[index].cue.verb, content_end(words, clauses, index, after)
    if after >= end:
        return []
    first = words[after]
    if first.quoted is not None and (after == start or verb.takes("clause", "quote", "person")):
        if after + 1 < end and words[after + 1].low == "that":  # "told the programme 'Daybreak' that"
            return _to_end(words, clauses, index, after + 2)
        return [(after, after + 1 if _is_whole(words, after, end) else end)]
    if first.text in {",", ":"} and after + 1 < end and words[after + 1].quoted is not None:
        return [(after + 1, _quotes_end(words, after + 1, end))]
    if first.text == ":" and verb.takes("clause", "that", "quote"):
        return [(after + 1, end)]
    if first.is_mark and first.text not in {"$", "£", "€", "("}:
        return []
    return _framed(words, start, after, end, verb, told)


def _is_whole(words: Words, at: int, end: int) -> bool:
    """Whether the quotation is content by itself, and what follows it is not: 'chanted "What curfew?" and left'."""
    quoted = words[at].quoted
    if quoted is None or at + 1 >= end:
        return True
    if words[at].text[-2:-1] in {",", ".", "?", "!"}:
        return words[at + 1].low != "and" or at + 2 >= end or words[at + 2].low != "that"
    return False


def _framed(words: Words, start: int, after: int, end: int, verb: Verb, told: bool) -> list[Range]:
    """Content that is a phrase or clause of a kind that the verb takes."""
    if verb.lemma == "ask" and [word.low for word in words[start : start + 3]] == ["not", "to", "be"]:
        return []  # "asked not to be named"
    if words[start].low in verb.prepositions:
        return [(start + (words[start].low in {"for", "on"}), end)]
    if words[after].low in QUESTION_WORDS:
        return [(after, end)] if verb.takes("whether") and _is_answered(words[after].low, verb) else []
    if (
        verb.takes("to", "whom")
        and "to" in {words[at].low for at in range(start, min(end, start + 2))}
        and (words[start].low in {"to", "not", "never"})
    ):
        return [(start, end)]
    if _takes_object_and_more(words, start, end, verb):
        return [(start, end)]
    if verb.takes("clause") and (told or not verb.takes("person") or verb.lemma == "warn"):
        begins = after if words[after].low not in PREPOSITIONS else start
        if _is_clause(words, begins, end, verb):
            return [(begins, end)]
    if verb.takes("gerund") and words[start].low.endswith("ing"):
        return [(start, end)]
    if verb.takes("object") and _is_object(words, start):
        return [(start, end)]
    return []


def _is_answered(low: str, verb: Verb) -> bool:
    """Whether the question word opens content: "asked when", "said how", not "said when she left"."""
    return verb.lemma in {"ask", "tell"} or low not in {"when", "where", "who", "which"}


def _is_clause(words: Words, begins: int, end: int, verb: Verb) -> bool:
    """Whether a clause begins there, with its verb before the first comma."""
    if words[begins].low in SUBJECT_PRONOUNS - {"it", "you"}:
        return True
    if verb.lemma == "say" and words[begins].low not in {"it", "this", "so"}:
        number = words[begins].text[0].isdigit()
        return number or (end - begins > 1 and words[begins].low not in PREPOSITIONS)
    inner = range(begins + 1, end)
    stop = next((at for at in inner if words[at].text == "," or words[at].low in SUBORDINATORS - RELATIVES), end)
    return phrases.has_clause(words, begins, stop)


def _takes_object_and_more(words: Words, start: int, end: int, verb: Verb) -> bool:
    """Whether somebody or something follows, and then what is said of it: "called the plan a joke"."""
    if words[start].low in PREPOSITIONS or words[start].low in COORDINATORS:
        return False
    later = [word.low for word in words[start + 1 : end]]
    if any(preposition in later for preposition in verb.object_prepositions) or (verb.takes("as") and "as" in later):
        return True
    if verb.takes("whom") and ("to" in later or "not" in later or _quotes_infinitive(words, start, end)):
        return True
    if verb.takes("naming") and (_is_named(words, start, end)):
        return True
    return verb.takes("figure") and any(word.text[0].isdigit() for word in words[start : min(end, start + _NEAR)])


def _quotes_infinitive(words: Words, start: int, end: int) -> bool:
    return any(w.quoted is not None and w.text[1:].startswith(("to ", "not to ")) for w in words[start:end])


def _is_named(words: Words, start: int, end: int) -> bool:
    first = words[start]
    if any(word.quoted is not None for word in words[start:end]):
        return first.quoted is None
    if not (first.low in ARTICLES or first.is_name or first.low in OBJECT_PRONOUNS):
        return False
    near = words[start + 1 : min(end, start + _NAMED)]
    before = [word.low for word in near if not word.is_mark]
    named = next((at for at, low in enumerate(before) if low in {"a", "an"}), None)
    return named is not None and not any(low in PREPOSITIONS or low in RELATIVES for low in before[:named])


def _is_object(words: Words, start: int) -> bool:
    first = words[start]
    return not (first.low in PREPOSITIONS or first.low in {"no", "to", "so", "it", "that"} or first.low in ADVERBS)


def _quotes_end(words: Words, start: int, end: int) -> int:
    """The content ends with the last of the quotations that stand at once, if nothing but a mark follows."""
    at = start
    while at < end and words[at].quoted is not None:
        at += 1
    return at if at == end or words[at].is_mark else end


def skip_adjuncts(words: Words, at: int, verb: Verb | None = None) -> int:
    """Past "on Monday", "in a statement", "to reporters": where what was said begins."""
    end, start = sentence_end(words), at
    while at < end:
        word = words[at]
        if is_time(word) or word.low == "late" or (at > start and (word.text[0].isdigit() or word.text == ".")):
            at += 1
        elif word.text == "(" and (closed := next((i for i in range(at, end) if words[i].text == ")"), None)):
            at = closed + 1
        elif word.low in _BEFORE_ADJUNCTS and not (verb is not None and word.low in verb.prepositions):
            if word.low == "to" and verb is not None and verb.takes("to", "whom"):
                break
            stop = _adjunct_end(words, at + 1, end)
            if stop == at + 1:
                break
            at = stop
        else:
            break
    return at


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


def _to_end(words: Words, clauses: list[Clause], index: int, start: int) -> list[Range]:
    end = content_end(words, clauses, index, start)
    return [(start, end)] if start < end else []


def content_end(words: Words, clauses: list[Clause], index: int, at: int) -> int:
    """Where content that begins at `at` ends: with the sentence, or where a clause begins that is not part of it."""
    end = sentence_end(words)
    for other in clauses[index + 1 :]:
        if other.begins > at and _breaks_off(words, other):
            end = _back_over_marks(words, other.begins)
            break
    return next((i for i in range(at, end) if words[i].text == ";"), end)


def _breaks_off(words: Words, other: Clause) -> bool:
    """Whether a later clause of saying stands beside the content before it, and not within it."""
    before = words[other.begins - 1]
    if other.cue.use == "noun" or other.relative:
        return False
    if other.cue.use == "according" or other.shares:
        return True
    if before.low in _CONTRASTS or before.text == ";":
        return True
    if before.low == "and":
        return other.begins > 1 and words[other.begins - 2].text == ","
    return before.text in _INSERTS and _trails(words, other)


def _trails(words: Words, other: Clause) -> bool:
    """Whether nothing that could be content follows the clause: "..., he told the paper, ..."."""
    at = other.ends
    if other.cue.verb.takes("person"):
        at = phrases.addressee(words, at, sentence_end(words))
    at = skip_adjuncts(words, at)
    return at >= sentence_end(words) or words[at].is_mark or words[at].quoted is not None or other.inverted


def _back_over_marks(words: Words, at: int) -> int:
    while at > 0 and (words[at - 1].text in {",", ";", "—", "–"} or words[at - 1].low in COORDINATORS | _CONTRASTS):
        at -= 1
    return at


# ── before the cue ──────────────────────────────────────────────────────────────────────────────────────────────────


def _around(words: Words, clauses: list[Clause], index: int, ends: int) -> list[Range]:
    """The content that stands before the clause, and goes on after it if the clause is an insertion."""
    clause = clauses[index]
    begins = clause.begins
    if begins == 0 or (words[begins - 1].text in {"?", "!", ".", ":", ";"} and clause.cue.use == "according"):
        return _after_leading(words, clauses, index, ends) if clause.cue.use == "according" else []
    if not _stands_before(words, begins):
        return [(0, begins)] if clause.cue.use == "according" and phrases.has_clause(words, 0, begins) else []
    start, stop = _before(words, begins)
    goes_on = _goes_on(words, clauses, index, ends)
    if goes_on and words[stop - 1].low in {"and", "but", "or"}:  # "It failed and, she said, nobody knew why"
        return goes_on
    return [(start, stop), *goes_on]


def _is_aside(words: Words, clauses: list[Clause], index: int) -> bool:
    """Whether the clause breaks into what its own speaker is already made to say: "X expects rain, he told us, ..."."""
    clause, first = clauses[index], clauses[0]
    pronoun = clause.source is not None and words[clause.source[0]].low in SUBJECT_PRONOUNS
    quoted = clause.begins > 0 and words[clause.begins - 1].quoted is not None
    return index > 0 and pronoun and not quoted and first.begins == 0 and not first.relative and not clause.shares


def _stands_before(words: Words, begins: int) -> bool:
    """Whether content may stand before the clause that begins there, set off by a mark."""
    if begins == 0 or not (words[begins - 1].quoted is not None or words[begins - 1].text in {*_INSERTS, "?", "!"}):
        return False
    return _may_be_content(words, *_before(words, begins))


def _is_quotation_verb(verb: Verb) -> bool:
    """Whether the verb goes with a direct quotation only: "sighed"."""
    return not verb.takes("clause", "that", "person")


def _before(words: Words, begins: int) -> Range:
    """What stands before the clause: the sentence so far, or the quotation alone that is a sentence of its own."""
    quoted = words[begins - 1].quoted is not None
    stop = begins if quoted or words[begins - 1].text in {"?", "!"} else begins - 1
    start = 0
    for at in range(stop - 2, 0, -1):
        if words[at].text in {";", ":"} or (words[at].text in {".", "?", "!"} and words[at + 1].quoted is not None):
            start = at + 1
            break
    while start < stop and (
        words[start].low in {"but", "and"} or (words[start].is_mark and words[start].text in ",—–*")
    ):
        start += 1
    return start, stop


def _may_be_content(words: Words, start: int, stop: int) -> bool:
    if start >= stop:
        return False
    first, last = words[start], words[stop - 1]
    if first.quoted is not None or (last.quoted is not None and last.text[-2] in {",", "?", "!"}):
        return True
    clause = phrases.has_clause(words, start, stop)
    if first.low in {"asked", "speaking", "responding", "writing", "while"}:
        return False
    if first.low in PREPOSITIONS or first.low in SUBORDINATORS or first.low.endswith(("ing", "ed")):
        return clause and (first.low not in PREPOSITIONS or not _is_adjunct(words, start, stop))
    if clause or any(word.quoted is not None for word in words[start:stop]):
        return True
    return stop - start <= _SHORT_ANSWERS and not any(is_time(word) for word in words[start:stop])


def _is_adjunct(words: Words, start: int, stop: int) -> bool:
    """Whether the words are one phrase that leads up to the sentence: "In a letter sent on Monday"."""
    return not any(words[at].text == "," for at in range(start, stop)) and not any(
        is_verb_form(words, at) and not words[at].low.endswith("ed") for at in range(start, stop)
    )


def _after_leading(words: Words, clauses: list[Clause], index: int, ends: int) -> list[Range]:
    """ "According to the mayor, taxes would rise."""
    comma = next((at for at in range(ends, sentence_end(words)) if words[at].text == ","), None)
    return _to_end(words, clauses, index, ends if comma is None else comma + 1)


def _goes_on(words: Words, clauses: list[Clause], index: int, ends: int) -> list[Range]:
    """The stretch after an inserted clause: "It was the council, the mayor said, that had refused"."""
    at = skip_adjuncts(words, ends)
    end = content_end(words, clauses, index, at)
    if at < end and words[at].quoted is None:
        at = next((i for i in range(at, end) if words[i].is_mark and words[i].text != "."), end)
        at += words[at].text in {*_INSERTS, ":"} if at < end else 0
    if at >= end or (at > ends and words[at - 1].text == "." and words[at].quoted is None):
        return []
    first = words[at]
    if first.quoted is not None:
        return [(at, _quotes_end(words, at, end))]
    if words[at - 1].text not in {*_INSERTS, ":"} or not _carries_on(words, clauses, index, at, end):
        return []
    return [(at, end)]


def _carries_on(words: Words, clauses: list[Clause], index: int, at: int, end: int) -> bool:
    low = words[at].low
    start, stop = _before(words, clauses[index].begins)
    if low in COORDINATORS:
        return False
    quoted = words[stop - 1].quoted is not None
    if not phrases.has_clause(words, start, stop) and not quoted:
        return True
    if quoted or not phrases.has_clause(words, at, end):
        return False
    if low in PREPOSITIONS or low.endswith("ing") or low in _AFTERTHOUGHTS:
        return False
    return not any(at <= other.begins < end and not other.shares for other in clauses[index + 1 :])


_AFTERTHOUGHTS = frozenset(["who", "whose", "which", "while", "when", "because", "after", "before", "where", "though"])


def _of_noun(words: Words, clauses: list[Clause], index: int) -> list[Range]:
    clause = clauses[index]
    at = clause.ends if words[clause.cue.last].low != "by" else (clause.source or (0, 0))[1]
    if at < len(words) and words[at].low == "that":
        return _to_end(words, clauses, index, at + 1)
    return []
