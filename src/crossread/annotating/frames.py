"""What follows a verb of saying, held against the frames that the verb has in the lexicon."""

from __future__ import annotations

from . import phrases
from .phrases import Range, Words
from .verbs import Verb
from .words import (
    ADVERBS,
    AMOUNTS,
    ARTICLES,
    COORDINATORS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    Word,
)

_NAMED = 7  # words within which what something is called follows it: "called the letter a lie"
_SAYS_NOTHING = frozenset({"it", "this", "so", "little", "nothing", "more", "much"})  # "has said little"
_NEAR = 8  # words within which the number stands that a verb of counting gives


def content(words: Words, start: int, after: int, end: int, verb: Verb, *, told: bool) -> Range | None:
    """The content that begins at `start`, or at `after` behind adjuncts, if the verb takes what stands there.

    `told` says that the one spoken to has been named before `start`.
    """
    begins = start if words[start].low in verb.prepositions else after
    if words[begins].low in verb.prepositions:
        return (begins + (words[begins].low in {"for", "on", "upon"}), end)
    if words[start].low == "what" and verb.takes("object"):
        return (start, end)  # "welcomed what it called a step"
    if words[after].low in QUESTION_WORDS:
        return (after, end) if verb.takes("whether") and _is_answered(words[after].low, verb) else None
    if _takes_infinitive(words, start, end, verb):
        return (start, end)
    if _takes_object_and_more(words, start, end, verb):
        return (start, _named_end(words, start, end) if verb.takes("naming", "as") else end)
    if verb.takes("clause") and (told or not verb.takes("person") or verb.lemma == "warn"):
        begins = after if words[after].low not in PREPOSITIONS else start
        if _is_clause(words, begins, end, verb):
            return (begins, end)
    return (start, end) if _takes_object(words, start, verb) else None


def _is_answered(low: str, verb: Verb) -> bool:
    """Whether the question word opens content: "asked when", "said how", not "said when she left"."""
    return verb.lemma in {"ask", "tell"} or low not in {"when", "where", "who", "which"}


def _takes_infinitive(words: Words, start: int, end: int, verb: Verb) -> bool:
    """Whether "to do" or "not to do" follows. "asked not to be named" says nothing."""
    near = [word.low for word in words[start : min(end, start + 3)]]
    if not verb.takes("to", "whom") or (verb.lemma == "ask" and near == ["not", "to", "be"]):
        return False
    return near[0] == "to" or (near[0] in {"not", "never"} and near[1:2] == ["to"])


def _is_clause(words: Words, begins: int, end: int, verb: Verb) -> bool:
    """Whether a clause begins there, with its verb before the first comma."""
    if words[begins].low in SUBJECT_PRONOUNS - {"it", "you"}:
        return True
    more_than = words[begins].low in {"more", "less"} and begins + 1 < end and words[begins + 1].low == "than"
    if verb.lemma == "say" and (more_than or words[begins].low not in _SAYS_NOTHING):
        number = words[begins].text[0].isdigit()
        return number or (end - begins > 1 and words[begins].low not in PREPOSITIONS)
    inner = range(begins + 1, end)
    stop = next((at for at in inner if words[at].text == "," or words[at].low in SUBORDINATORS - RELATIVES), end)
    return phrases.has_clause(words, begins, stop)


def _takes_object_and_more(words: Words, start: int, end: int, verb: Verb) -> bool:
    """Whether somebody or something follows, and then what is said of it: "called the plan a joke"."""
    asks_nothing = verb.lemma == "ask" and words[start].low == "not"
    if words[start].low in PREPOSITIONS or words[start].low in COORDINATORS or asks_nothing:
        return False
    later = {word.low for word in words[start + 1 : end]}
    if later & verb.object_prepositions or (verb.takes("as") and "as" in later):
        return True
    if verb.takes("whom") and (later & {"to", "not"} or _quotes_infinitive(words, start, end)):
        return True
    if verb.takes("naming") and _is_named(words, start, end):
        return True
    if verb.takes("level"):
        return any(words[at - 1].low == "at" and _is_amount(words[at]) for at in range(start + 1, end))
    near = words[start : min(end, start + _NEAR)]
    return verb.takes("figure") and any(word.text[0].isdigit() for word in near)


def _is_amount(word: Word) -> bool:
    """Whether a number begins with the word, or may: "600", "two", "about", "$5", a quotation."""
    return word.text[0].isdigit() or word.low in AMOUNTS or word.text in "$£€" or word.quoted is not None


def _quotes_infinitive(words: Words, start: int, end: int) -> bool:
    return any(w.quoted is not None and w.text[1:].startswith(("to ", "not to ")) for w in words[start:end])


def _is_named(words: Words, start: int, end: int) -> bool:
    """Whether something is named before what it is called: 'the letter "a lie"', "him a liar"."""
    first = words[start]
    if any(word.quoted is not None for word in words[start:end]):
        return first.quoted is None
    if not (first.low in ARTICLES or first.is_name or first.low in OBJECT_PRONOUNS):
        return False
    near = [word.low for word in words[start + 1 : min(end, start + _NAMED)] if not word.is_mark]
    named = next((at for at, low in enumerate(near) if low in {"a", "an"}), None)
    return named is not None and not any(low in PREPOSITIONS or low in RELATIVES for low in near[:named])


def _named_end(words: Words, start: int, end: int) -> int:
    """Where it ends what something is called in quotation marks: 'the plan "a joke"| , in remarks on Monday'."""
    closes = (at for at in range(start + 1, end - 1) if words[at].quoted is not None and words[at + 1].text == ",")
    return next((at + 1 for at in closes if words[at + 2 : at + 3] and words[at + 2].low in PREPOSITIONS), end)


def _takes_object(words: Words, start: int, verb: Verb) -> bool:
    first = words[start]
    if verb.takes("gerund") and first.low.endswith("ing"):
        return True
    if first.low in PREPOSITIONS or first.low in ADVERBS or first.low in {"no", "to", "so", "it", "that"}:
        return False
    return verb.takes("object")
