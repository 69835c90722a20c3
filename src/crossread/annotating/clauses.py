"""Clauses of saying in one row of words: each cue with the noun phrase that speaks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import cues as cueing
from . import following, phrases, preceding
from .cues import Cue
from .lexicon import entries
from .phrases import Range, Words
from .words import (
    ADVERBS,
    ARTICLES,
    COORDINATORS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_time,
    is_verb_form,
)

_ENDS = frozenset({".", "!", "?", "…"})
_BETWEEN_CLAUSES = frozenset({"while", "but", "although", "though", "whereas", "and"})
_MOST = 20  # cues of one sentence that are read; where more stand, it is no sentence
_SHORT_ANSWER = 4  # words, the comma included: "Not yet, said the mayor"
_EVIDENT = frozenset({"show", "suggest", "indicate", "reveal"})  # what things do too, and then nobody speaks
_BEGINS_CLAUSE = SUBJECT_PRONOUNS | {"that"}
_WHEN = frozenset({"when", "while", "after", "before", "as"})
_NOBODY = frozenset({"anyone", "anybody", "nobody", "none", "someone", "somebody", "everyone"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue with its source. `begins` is where the clause begins: with the subject, or with the cue."""

    cue: Cue
    source: Range | None
    begins: int
    inverted: bool = False  # "said the mayor"
    shares: bool = False  # takes the source of the clause before: "said ..., and asked ..."
    relative: bool = False  # "the mayor, who said ..."

    @property
    def ends(self) -> int:
        """The index after the cue, and after a source that follows it."""
        follows = self.inverted or self.cue.use in {"according", "passive"}
        return self.source[1] if follows and self.source is not None else self.cue.last


def sentence_end(words: Words) -> int:
    """The index of the marks that end the sentence."""
    end = len(words)
    while end and words[end - 1].text in _ENDS:
        end -= 1
    return end


def find(words: Words) -> list[Clause]:
    """The clauses of saying, in the order of their cues."""
    found: list[Clause] = []
    end = sentence_end(words)
    for cue in cueing.find(words)[:_MOST]:
        clause = _clause(words, end, cue, found)
        if clause is not None and not _is_open(words, clause):
            found.append(clause)
    return found


def _is_open(words: Words, clause: Clause) -> bool:
    """Whether nobody is told to have said anything: "whether the bank denied", "before anyone reported"."""
    before = words[clause.begins - 1].low if clause.begins else ""
    return before in {"whether", "if"} or (clause.source is not None and words[clause.source[0]].low in _NOBODY)


def _clause(words: Words, end: int, cue: Cue, before: list[Clause]) -> Clause | None:
    match cue.use:
        case "according":
            return _according(words, end, cue)
        case "gerund":
            return _gerund(words, cue, before)
        case "passive":
            return _passive(words, end, cue)
        case "hearsay":
            return Clause(cue, None, cue.first)
        case "noun":
            return _noun(words, end, cue)
        case _:
            return _finite(words, end, cue, before)


def _according(words: Words, end: int, cue: Cue) -> Clause | None:
    source = following.subject_after(words, cue.last, end)
    if source is not None and cue.first == 0:
        source = _before_main_clause(words, source, end)
    return None if source is None else Clause(cue, source, cue.first)


def _before_main_clause(words: Words, source: Range, end: int) -> Range:
    """The source of a leading "according to X, ...", cut where the sentence itself begins."""
    comma = next((at for at in range(*source) if words[at].text == ","), None)
    if comma is None or words[comma + 1].low in {"a", "an", "who", "which"}:
        return source
    after = source[1] + 1
    own = after < end and not words[after].text[0].isdigit() and phrases.has_clause(words, after, end)
    return source if own and words[comma + 1].low == "the" else (source[0], comma)


def _finite(words: Words, end: int, cue: Cue, before: list[Clause]) -> Clause | None:
    previous = words[cue.first - 1] if cue.first else None
    if previous is None:
        return None
    if previous.low in {"who", "which"} and before and _ends_at(words, before[-1], cue.first - 1):
        return Clause(cue, before[-1].source, cue.first - 1, relative=True)
    inverts = cue.verb.takes("clause", "that", "quote") and not cue.verb.takes("person")
    if inverts and (previous.text == "," or previous.quoted is not None):
        source = following.subject_after(words, cue.last, end)
        if source is not None and _inverts(words, cue, source):
            return Clause(cue, source, cue.first, inverted=True)
    if previous.low in COORDINATORS:
        return _coordinated(words, cue, before)
    floor = next((clause.cue.last for clause in reversed(before) if not clause.relative), 0)
    source = preceding.subject_before(words, cue.first, floor) if cue.first > floor else None
    if source is not None and cue.verb.lemma in _EVIDENT and words[source[0]].low in {"it", "this", "that", "which"}:
        return None
    if source is None:
        by = cue.last < len(words) and words[cue.last].low == "by"  # "loans, held by households, will"
        listed = previous.text == "," and not by and not cue.verb.takes("naming", "as", "figure")
        return _coordinated(words, cue, before) if listed else None
    return Clause(cue, source, source[0], relative=previous.low in {"who", "which", "that"})


def _ends_at(words: Words, clause: Clause, at: int) -> bool:
    """Whether the source of the clause, followed by a comma, ends at `at`."""
    return clause.source is not None and clause.source[1] in {at, at - 1}


def _coordinated(words: Words, cue: Cue, before: list[Clause]) -> Clause | None:
    """ "... said so, and asked": the source of the clause before, or of the sentence."""
    group = {word.low for word in words[cue.first : cue.last]}
    if before and not (
        "had" in group and "had" not in {w.low for w in words[before[-1].cue.first : before[-1].cue.last]}
    ):
        return Clause(cue, before[-1].source, cue.first - 1, shares=True)
    source = first_subject(words, before[-1].cue.last if before else 0, cue.first)
    return None if source is None else Clause(cue, source, cue.first - 1, shares=not before)


def first_subject(words: Words, start: int, end: int) -> Range | None:
    """The subject of the first finite verb in `start:end`."""
    for at in range(start + 1, end):
        after_comma = words[at - 1].text == "," and words[at].low.endswith("ed")
        if is_verb_form(words, at) or after_comma or cueing.is_form(words, at):
            source = preceding.subject_before(words, at, start)
            if source is not None or not after_comma:
                return source
    return None


def _inverts(words: Words, cue: Cue, source: Range) -> bool:
    """Whether "said X" closes what it belongs to, X being who speaks: '"We won", said the mayor.'"""
    if words[cue.first - 1].quoted is not None:
        return True
    short = cue.first <= _SHORT_ANSWER or _closes(words, source)
    if words[cue.first - 2].quoted is None and not (
        phrases.has_clause(words, 0, cue.first - 1) or (short and cue.verb.lemma == "say")
    ):
        return False
    after = words[source[1]] if source[1] < len(words) else None
    if after is None or after.is_mark or after.quoted is not None or is_time(after):
        return True
    return after.low in PREPOSITIONS or after.low in _WHEN


def _closes(words: Words, source: Range) -> bool:
    """Whether the source, a name or "the" somebody, is the last of the sentence: "..., said the mayor, Ida Holm."""
    first = words[source[0]]
    return source[1] >= sentence_end(words) and (first.is_name or first.low in ARTICLES)


def _gerund(words: Words, cue: Cue, before: list[Clause]) -> Clause | None:
    if not cue.verb.takes("clause", "that", "person", "on-of", "as", "naming", "whom") or cue.verb.lemma in _EVIDENT:
        return None
    if cue.verb.lemma == "add" and not _adds_words(words, cue.last):
        return None
    own = preceding.subject_before(words, cue.first, 0)
    if own is not None and own[0] and _has_own_subject(words, cue, own):
        return Clause(cue, own, own[0] - 1, shares=True)
    main = _main(words, before)
    if main is not None:
        return Clause(cue, main.source, cue.first, shares=True)
    source = first_subject(words, 0, cue.first)
    return None if source is None else Clause(cue, source, cue.first, shares=True)


def _adds_words(words: Words, at: int) -> bool:
    """Whether "adding" adds to what was said, and not a thing to things."""
    after = words[at] if at < len(words) else None
    return after is not None and (after.quoted is not None or after.is_mark or after.low in _BEGINS_CLAUSE)


def _has_own_subject(words: Words, cue: Cue, own: Range) -> bool:
    """Whether the gerund belongs to the noun before it: "with the mayor saying", "protesters chanting". A statement
    does not speak by itself: "issued a statement saying"."""
    if words[own[0] - 1].low == "with":
        return True
    before = words[cue.first - 1]
    noun = before.text.isalpha() and before.low not in PREPOSITIONS | COORDINATORS | ADVERBS | OBJECT_PRONOUNS
    return noun and before.low.rstrip("s") not in entries("cue_nouns") | entries("document_words")


def _main(words: Words, before: list[Clause]) -> Clause | None:
    """The last clause that is not part of what another says."""
    for at in range(len(before) - 1, -1, -1):
        begins = before[at].begins
        if at == 0 or words[begins - 1].low in _BETWEEN_CLAUSES or words[begins - 1].is_mark:
            return before[at]
    return None


def _passive(words: Words, end: int, cue: Cue) -> Clause | None:
    if cue.last >= len(words) or words[cue.last].low != "by" or not cue.verb.takes("person", "as", "on-of"):
        return None
    source = following.subject_after(words, cue.last + 1, end)
    return None if source is None else Clause(replace(cue, last=cue.last + 1), source, cue.first)


def _noun(words: Words, end: int, cue: Cue) -> Clause | None:
    """ "a report by the agency that ...", "the mayor's claim that ..."."""
    if words[cue.last].low == "by":
        source = following.subject_after(words, cue.last + 1, end)
        return None if source is None else Clause(cue, source, cue.first)
    if words[cue.first - 1].low in POSSESSIVES:
        return Clause(cue, (cue.first - 1, cue.first), cue.first - 1)
    owner = preceding.subject_before(words, cue.first, 0)
    return None if owner is None else Clause(cue, owner, owner[0])
