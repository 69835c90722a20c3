"""Cues: the verb groups and phrases that make somebody say something, and how each is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .lexicon import entries
from .verbs import Form, Verb, forms
from .words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    Word,
    is_verb_form,
    word_class,
)

Use = Literal["finite", "gerund", "passive", "hearsay", "according", "noun"]

Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue over `words[first:last]`.

    `use`: "finite" (has a subject), "gerund" (", adding that": the subject of the clause before it), "passive" ("was
    told by"), "hearsay" ("is said to be": nobody is told to have said it), "according" ("according to": the source
    follows), "noun" ("the mayor's claim that").
    """

    first: int
    last: int
    verb: Verb
    use: Use
    present: bool = False


_RELATED = frozenset({"quoted", "recorded", "cited", "reported", "heard", "remembered"})
_FAR = 16  # words between "was quoted" and "as saying"
_NOUN = Verb("noun", frozenset({"that"}))
_ACCORDING = Verb("according", frozenset({"clause"}))
_ASK = Verb("ask", frozenset({"whether"}))
_HEARSAY = frozenset({"said", "reported", "rumoured", "rumored", "alleged"})  # ... to be
_SEEKS = frozenset({"wants", "wanted", "want", "demands", "demanded"})  # ... to know
_PLURAL_NOUNS_THAT_ARE_FORMS = word_class("plurals_like_verbs")


def find(words: Words) -> list[Cue]:
    """The cues of one unit, in order. Statements that were not made ("declined to say", "did not say") have none."""
    found: list[Cue] = []
    for at in range(len(words)):
        cue = _cue_at(words, at)
        if cue is not None:
            if found and found[-1].last > cue.first:  # "went on to say": the last verb of the group counts
                found.pop()
            found.append(cue)
    return found


def _cue_at(words: Words, at: int) -> Cue | None:
    low = words[at].low
    if at and words[at].is_name and words[at - 1].text not in {".", ":", "?", "!"}:
        return None
    if low in {"according", "per"}:
        return _according(words, at)
    if low in _RELATED and (quoted := _quoted_as(words, at)) is not None:
        return quoted
    if low in entries("cue_nouns") and (noun := _noun(words, at)) is not None:
        return noun
    if low == "know" and _low(words, at - 1) == "to" and _low(words, at - 2) in _SEEKS:
        return Cue(_group_start(words, at - 2), at + 1, _ASK, "finite")
    for verb, form in forms().get(low, ()):
        if verb.particle is not None and _low(words, at + 1) != verb.particle:
            continue
        return _verb_cue(words, at, verb, form)
    return None


def _according(words: Words, at: int) -> Cue | None:
    if words[at].low == "according" and _low(words, at + 1) == "to":
        return Cue(at, at + 2, _ACCORDING, "according")
    opens = at == 0 or words[at - 1].text in {",", "(", "—", "–", "?", "."}
    if words[at].low == "per" and opens and _low(words, at + 1) in DETERMINERS:
        return Cue(at, at + 1, _ACCORDING, "according")
    return None


def _quoted_as(words: Words, at: int) -> Cue | None:
    """ "was quoted by the paper as saying": what follows is content, the one quoted speaks."""
    if at == 0 or words[at - 1].low not in BE:
        return None
    for after in range(at + 1, min(len(words) - 1, at + _FAR)):
        if words[after].low == "as" and any(form == "ing" for _, form in forms().get(words[after + 1].low, ())):
            return Cue(_group_start(words, at), after + 2, forms()[words[after + 1].low][0][0], "finite")
    return None


def _noun(words: Words, at: int) -> Cue | None:
    """ "the mayor's claim that", "a report by the agency that"."""
    if at + 1 >= len(words):
        return None
    owned = at > 0 and words[at - 1].is_possessive
    if words[at + 1].low == "by" and at > 0 and words[at - 1].low in DETERMINERS:
        return Cue(at, at + 1, _NOUN, "noun")
    return Cue(at, at + 1, _NOUN, "noun") if owned and words[at + 1].low == "that" else None


def is_form(words: Words, at: int) -> bool:
    """Whether the word is a form of a verb of saying and no noun."""
    return any(form in {"past", "s"} for _, form in forms().get(words[at].low, ())) and not _is_noun(
        words, at, at, "past"
    )


def _low(words: Words, at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _verb_cue(words: Words, at: int, verb: Verb, form: Form) -> Cue | None:
    first = _group_start(words, at)
    last = at + 1 + (verb.particle is not None)
    group = [word.low for word in words[first:at]]
    if form == "base" and _is_past_too(words[at].low):
        form = "past"
    if _is_denied(words, first, group) or _is_noun(words, at, first, form) or _low(words, last) == "down":
        return None
    noun = form == "base" and words[at].low + "s" in _PLURAL_NOUNS_THAT_ARE_FORMS
    if (noun or _is_past_too(words[at].low)) and not _takes_something(words, at):
        return None
    use = _use(words, first, group, form)
    if use == "passive" and words[at].low in _HEARSAY and _low(words, at + 1) == "to":
        use = "hearsay"
    return None if use is None else Cue(first, last, verb, use, form == "s")


def _is_past_too(low: str) -> bool:
    """Whether the form serves as past too, like "put", "read", "forecast"."""
    return {"base", "past"} <= {form for _, form in forms()[low]}


def _group_start(words: Words, at: int) -> int:
    """Where the verb group that ends at `at` begins: "has repeatedly", "did not", "went on to"."""
    first = at
    while first > 0 and _belongs_to_group(words, first - 1, at):
        first -= 1
    while first < at and (words[first].low in ADVERBS or words[first].low.endswith("ly")):
        first += 1
    return first


def _belongs_to_group(words: Words, at: int, verb: int) -> bool:
    low = words[at].low
    if at and words[at].is_name:  # "Theresa May"
        return False
    if low in AUXILIARIES or low in MODALS or low in NEGATIONS:
        return True
    if low in ADVERBS or (low.endswith("ly") and not words[at].is_name and len(low) > 4):
        return True
    if low == "to" and at > 0 and words[at - 1].low in _BEFORE_TO:
        return True
    if low in {"went", "goes", "go", "going"} and _low(words, at + 1) == "on":
        return True
    return low in _BEFORE_TO and _low(words, at + 1) == "to" and at + 1 < verb


_END_SENTENCES = frozenset(
    {"claims", "reports", "estimates", "notes", "shows", "states", "adds", "suggests", "show", "suggest"}
)
_BEFORE_NOUNS = frozenset({"no", "any", "some", "every", "each", "all", "several", "many", "few", "other", "another"})
_BEFORE_TO = word_class("before_to")
_REFUSALS = word_class("refusals")
_UNREAL = word_class("unreal")


def _is_denied(words: Words, first: int, group: list[str]) -> bool:
    """Whether the group says that nothing was said: "did not say", "refused to confirm", "will announce"."""
    if "only" in {*group, _low(words, first - 1), _low(words, first + len(group) + 1)}:
        return False
    return any(word in NEGATIONS or word.endswith("n't") or word in _REFUSALS or word in _UNREAL for word in group) or (
        not group and _low(words, first - 1) in {"to", "not"}
    )


def _is_noun(words: Words, at: int, first: int, form: Form) -> bool:
    """Whether the form is a noun or an adjective here: "the claims", "a report", "the reported sum"."""
    before = words[first - 1] if first else None
    if before is not None and before.low.endswith("ly") and first > 1 and _owns(words[first - 2]):
        return True  # "the widely reported sum"
    if form == "ing" and first < at and words[at - 1].low in BE:
        return False
    if first < at and form != "ing":
        return False
    if form == "base" and _low(words, at + 1) == "that" and words[at].low + "s" not in _PLURAL_NOUNS_THAT_ARE_FORMS:
        return False
    if form == "base" and before is not None and before.text == "," and _opens_source(words, at + 1):
        return False  # "..., reckon the neighbours"
    if before is None or before.quoted is not None or before.is_mark:
        return form == "base" and (before is None or (words[at].low != "say" and _low(words, at + 1) != "that"))
    if before.low in SUBJECT_PRONOUNS or before.low in RELATIVES:
        return False
    if before.low in PREPOSITIONS:
        return form != "ing" or before.low not in {"by", "in", "after", "before"}
    if before.low in ARTICLES or before.low in _BEFORE_NOUNS or before.is_possessive:
        return before.low != "her" or form not in {"s", "past"} or words[at].low in _PLURAL_NOUNS_THAT_ARE_FORMS
    if form == "s" and words[at].low in _PLURAL_NOUNS_THAT_ARE_FORMS:
        return not _takes_something(words, at)
    return form == "base" and words[at].low != "say" and not _may_be_plural(before)


def _opens_source(words: Words, at: int) -> bool:
    """Whether a plural subject may begin there: "our neighbours", "the experts"."""
    owned = _low(words, at) in ARTICLES and at + 1 < len(words) and words[at + 1].low.endswith("s")
    return owned and at > len(words) // 2


def _owns(word: Word) -> bool:
    return word.low in ARTICLES or word.is_possessive


def _takes_something(words: Words, at: int) -> bool:
    """Whether what a verb may take comes right after: "the company reports that", not "the company reports say"."""
    if at + 1 >= len(words) or words[at + 1].text in {".", "?", "!"}:
        return words[at].low in _END_SENTENCES and any(w.text == "," or w.quoted is not None for w in words[:at])
    after = words[at + 1]
    if after.quoted is not None or after.low in {"that", "of", "for", ":"} or after.text[0].isdigit():
        return True
    if after.low in DETERMINERS or after.low in SUBJECT_PRONOUNS or after.is_possessive:
        return True
    return after.is_name and not is_verb_form(words, at + 1)


def _may_be_plural(word: Word) -> bool:
    return word.low.endswith("s") or word.low in {
        "people",
        "police",
        "women",
        "men",
        "officials",
        "others",
        "who",
        "and",
    }


def _use(words: Words, first: int, group: list[str], form: Form) -> Use | None:
    be = any(word in BE for word in group)
    have = any(word in HAVE for word in group)
    if form == "ing":
        if be:
            return "finite"
        return "gerund" if not group else None
    if form in {"past", "participle"} and be:
        return "passive"
    if form == "participle":
        return "finite" if have else None
    return "finite"
