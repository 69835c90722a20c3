"""Statements in one unit: each cue with its source and the stretches of its content, as ranges of words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from . import cues as cueing
from . import phrases
from .cues import Cue
from .phrases import Range, Words
from .words import (
    COORDINATORS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_time,
    is_verb_form,
    word_class,
)

_ENDS = frozenset({".", "!", "?", "…"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A cue, its source and its content, as ranges of word indices in one unit."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    use: str = "finite"
    addressee: Range | None = None


@dataclass(slots=True)
class _Clause:
    """A cue with where its clause begins (its subject, or itself) and whom it belongs to."""

    cue: Cue
    source: Range | None
    begins: int
    inverted: bool = False
    shares: bool = False  # takes the source of the cue before: "said ..., and asked ..."


@dataclass(slots=True)
class _Row:
    words: Words
    clauses: list[_Clause] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The index of the marks that end the sentence."""
        end = len(self.words)
        while end and self.words[end - 1].text in _ENDS:
            end -= 1
        return end


def find(words: Words) -> list[Statement]:
    """The statements of one row of words, in the order of their cues."""
    row = _Row(words)
    for cue in cueing.find(words):
        clause = _clause(row, cue)
        if clause is not None:
            row.clauses.append(clause)
    return [made for index in range(len(row.clauses)) if (made := _statement(row, index)) is not None]


# ── who ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _clause(row: _Row, cue: Cue) -> _Clause | None:
    match cue.use:
        case "according":
            source = phrases.subject_after(row.words, cue.last, row.end)
            return None if source is None else _Clause(cue, source, cue.first)
        case "gerund":
            return _gerund(row, cue)
        case "passive":
            return _passive(row, cue)
        case _:
            return _finite(row, cue)


def _finite(row: _Row, cue: Cue) -> _Clause | None:
    words = row.words
    floor = row.clauses[-1].cue.last if row.clauses else 0
    before = words[cue.first - 1] if cue.first else None
    if (
        before is not None
        and (before.text == "," or before.quoted is not None)
        and cue.verb.takes("clause", "that", "quote")
    ):
        source = phrases.subject_after(words, cue.last, row.end)
        if source is not None and _inverts(row, cue, source):
            return _Clause(cue, source, cue.first, inverted=True)
    if before is not None and before.low in COORDINATORS and row.clauses:
        return _Clause(cue, row.clauses[-1].source, cue.first - 1, shares=True)
    source = phrases.subject_before(words, cue.first, floor) if cue.first > floor else None
    if source is None:
        return None
    return _Clause(cue, source, source[0])


def _inverts(row: _Row, cue: Cue, source: Range) -> bool:
    """Whether "said X" ends what it belongs to: after the source comes the end, a quotation or a mark."""
    before = row.words[cue.first - 1]
    if before.quoted is not None:
        return True
    after = row.words[source[1]] if source[1] < len(row.words) else None
    if phrases.subject_before(row.words, cue.first, 0) is not None and cue.verb.lemma != "say":
        return False
    return after is None or after.is_mark or after.quoted is not None or after.low in PREPOSITIONS or is_time(after)


def _gerund(row: _Row, cue: Cue) -> _Clause | None:
    words = row.words
    before = words[cue.first - 1] if cue.first else None
    if row.clauses:
        return _Clause(cue, row.clauses[-1].source, cue.first, shares=True)
    if before is None:
        return None
    source = _first_subject(row, cue.first)
    return None if source is None else _Clause(cue, source, cue.first, shares=True)


def _first_subject(row: _Row, before: int) -> Range | None:
    """The subject of the first finite verb of the unit."""
    for at in range(1, before):
        if is_verb_form(row.words, at):
            return phrases.subject_before(row.words, at, 0)
    return None


def _passive(row: _Row, cue: Cue) -> _Clause | None:
    words = row.words
    if cue.verb.lemma == "quote":
        return None
    if cue.last < len(words) and words[cue.last].low == "by":
        source = phrases.subject_after(words, cue.last + 1, row.end)
        if source is not None:
            return _Clause(replace(cue, last=cue.last + 1), source, cue.first)
    return None


# ── what ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _statement(row: _Row, index: int) -> Statement | None:
    clause = row.clauses[index]
    cue = (clause.cue.first, clause.cue.last)
    spoken_to: Range | None = None
    if clause.cue.use == "according":
        content = _around(row, index, clause.begins, clause.source[1] if clause.source else clause.cue.last)
    elif clause.inverted:
        assert clause.source is not None
        content = _around(row, index, clause.begins, clause.source[1])
    else:
        content, spoken_to = _after_or_around(row, index)
    return Statement(cue, clause.source, tuple(content), clause.cue.use, spoken_to) if content else None


def _after_or_around(row: _Row, index: int) -> tuple[list[Range], Range | None]:
    clause, words = row.clauses[index], row.words
    start = clause.source[1] if clause.cue.use == "passive" and clause.source else clause.cue.last
    verb, spoken_to = clause.cue.verb, None
    if verb.takes("person") and clause.cue.use != "passive":
        end = phrases.addressee(words, start, row.end)
        spoken_to = (start, end) if end > start else None
        start = end
    after = _skip_adjuncts(row, start)
    content = _after(row, index, start, after, spoken_to is not None)
    if not content and not clause.shares and verb.takes("clause", "that", "quote"):
        content = _around(row, index, clause.begins, start)
    return content, spoken_to


def _after(row: _Row, index: int, start: int, after: int, told: bool) -> list[Range]:
    """The content that follows the cue, if the verb takes what stands there."""
    words, verb = row.words, row.clauses[index].cue.verb
    end = _content_end(row, index, after)
    if after >= end:
        return []
    first = words[after]
    if first.quoted is not None or (
        first.text in {",", ":"} and after + 1 < end and words[after + 1].quoted is not None
    ):
        begins = after + (first.quoted is None)
        return [(begins, end if first.quoted is not None else _quotes_end(words, begins, end))]
    if first.is_mark:
        if first.text == ":" and verb.takes("clause", "that", "quote"):
            return [(after + 1, end)]
        return []
    if first.low == "that" and verb.takes("clause", "that", "person"):
        return [(after + 1, _content_end(row, index, after + 1))] if after + 1 < end else []
    return _framed(row, index, start, after, end, told)


def _framed(row: _Row, index: int, start: int, after: int, end: int, told: bool) -> list[Range]:
    words, clause = row.words, row.clauses[index]
    verb, first = clause.cue.verb, words[start] if start < len(words) else words[after]
    if first.low in verb.prepositions:
        return [(start + 1 if first.low == "for" else start, end)]
    if verb.takes("whether") and words[after].low in QUESTION_WORDS:
        return [(after, end)]
    if words[after].low == "to" and verb.takes("to", "whom"):
        return [(after, end)]
    if verb.object_prepositions and _holds(words, start, end, verb.object_prepositions):
        return [(start, end)]
    if verb.takes("as") and _holds(words, start, end, frozenset({"as"})):
        return [(start, end)]
    if verb.takes("whom") and _holds(words, start, end, frozenset({"to", "not"})):
        return [(start, end)]
    if verb.takes("naming") and any(w.quoted is not None for w in words[start:end]):
        return [(start, end)]
    if verb.takes("naming") and any(w.low in {"a", "an"} for w in words[start + 1 : end]):
        return [(start, end)]
    if verb.takes("figure") and _has_figure(words, start, end):
        return [(start, end)]
    if verb.takes("clause") and (not verb.takes("person") or told or verb.lemma == "warn"):
        if _is_adjunct_only(row, index, start, after, end):
            return []
        if phrases.has_clause(words, after, end) or words[after].low in SUBJECT_PRONOUNS or verb.lemma in {"say"}:
            return [(after, end)]
    if verb.takes("object") and words[start].low not in PREPOSITIONS:
        return [(start, end)]
    return []


def _is_adjunct_only(row: _Row, index: int, start: int, after: int, end: int) -> bool:
    """Whether what follows the verb only says when and where, and the content stands before it."""
    begins = row.clauses[index].begins
    before = row.words[begins - 1] if begins else None
    return (
        before is not None
        and (before.text == "," or before.quoted is not None)
        and (row.words[after].low in PREPOSITIONS and _may_be_content(row, 0, begins - 1))
    )


def _holds(words: Words, start: int, end: int, wanted: frozenset[str]) -> bool:
    return any(word.low in wanted for word in words[start + 1 : end])


def _has_figure(words: Words, start: int, end: int) -> bool:
    return any(word.text[0].isdigit() for word in words[start:end])


def _quotes_end(words: Words, start: int, end: int) -> int:
    """After a cue and a mark come quotations: the content ends with the last of them that stands at once."""
    at = start
    while at < end and words[at].quoted is not None:
        at += 1
    return at if at == end or words[at].is_mark else end


_MEDIA = word_class("before_adjuncts")


def _skip_adjuncts(row: _Row, at: int) -> int:
    """Past "on Monday", "in a statement", "to reporters": where what was said begins."""
    words, end, start = row.words, row.end, at
    while at < end:
        if is_time(words[at]) or (words[at].text[0].isdigit() and at > start):
            at += 1
        elif words[at].low in _MEDIA and at + 1 < end:
            stop = _adjunct_end(words, at + 1, end)
            if stop == at + 1:
                break
            at = stop
        else:
            break
    return at if at < end or start >= end else end


def _adjunct_end(words: Words, at: int, end: int) -> int:
    begins = at
    while at < end:
        word = words[at]
        if (word.is_mark and word.text != ".") or word.quoted is not None or word.low == "that":
            break
        if at > begins and (word.low in SUBJECT_PRONOUNS or word.low in QUESTION_WORDS or is_verb_form(words, at)):
            break
        if at > begins and phrases.begins_phrase(words, at):
            break
        at += 1
    return at


def _content_end(row: _Row, index: int, at: int) -> int:
    """Where content that begins at `at` ends: at the end of the unit, or where another clause of saying begins that
    is not part of it."""
    words, end = row.words, row.end
    for other in row.clauses[index + 1 :]:
        if other.cue.first < at:
            continue
        begins = other.begins
        if begins <= at:
            continue
        before = words[begins - 1]
        if other.cue.use == "according" or other.shares:
            return _back_over(words, begins)
        if before.low in {"while", "but", "although", "though", "whereas"} or before.text == ";":
            return _back_over(words, begins - 1)
        if before.low == "and" and begins > 1 and words[begins - 2].text == ",":
            return _back_over(words, begins - 1)
        if before.text == "," and _ends_clause_after(row, other):
            continue
    return next((i for i in range(at, end) if words[i].text == ";"), end)


def _ends_clause_after(row: _Row, other: _Clause) -> bool:
    return True


def _back_over(words: Words, at: int) -> int:
    """Back over the comma or conjunction before a new clause."""
    while at > 0 and (words[at - 1].text in {",", ";", "—", "–"} or words[at - 1].low in COORDINATORS):
        at -= 1
    return at


def _around(row: _Row, index: int, begins: int, ends: int) -> list[Range]:
    """The content that stands before the clause `begins:ends`, and goes on after it if the clause is an insertion."""
    words = row.words
    if begins == 0:
        return _leading(row, index, ends)
    before = words[begins - 1]
    quoted = before.quoted is not None
    if not (quoted or before.text in {",", "—", "–"} or (before.text in {"?", "!"})):
        return [] if row.clauses[index].cue.use != "according" else _unmarked(row, begins)
    start = _content_start(row, index, begins)
    stop = begins if quoted else begins - 1
    if quoted and stop - start > 1 and not _runs_into(words, begins - 1):
        start = begins - 1
    if not _may_be_content(row, start, stop):
        return []
    return [(start, stop), *_goes_on(row, index, ends)]


def _unmarked(row: _Row, begins: int) -> list[Range]:
    return [(0, begins)] if phrases.has_clause(row.words, 0, begins) else []


def _leading(row: _Row, index: int, ends: int) -> list[Range]:
    """ "According to the mayor, taxes would rise." """
    words = row.words
    at = ends
    while at < row.end and words[at].text != ",":
        at += 1
    start = at + 1 if at < row.end else ends
    end = _content_end(row, index, start)
    return [(start, end)] if row.clauses[index].cue.use == "according" and start < end else []


def _content_start(row: _Row, index: int, begins: int) -> int:
    words = row.words
    start = 0
    for at in range(begins - 2, -1, -1):
        if words[at].text in {";", ":"}:
            start = at + 1
            break
    while start < begins and (words[start].low in {"but", "and"} or words[start].text in {",", "—", "–", "*"}):
        start += 1
    return start


def _runs_into(words: Words, quoted: int) -> bool:
    """Whether the quotation is part of the clause before it, as a fragment is."""
    before = words[quoted - 1] if quoted else None
    return before is not None and not before.is_mark and before.quoted is None


def _may_be_content(row: _Row, start: int, stop: int) -> bool:
    words = row.words
    if start >= stop:
        return False
    if any(word.quoted is not None for word in words[start:stop]):
        return True
    first = words[start]
    if first.low in PREPOSITIONS or first.low in {"asked", "speaking", "however"}:
        return phrases.has_clause(words, start, stop) and stop - start > 4 and first.low not in {"asked", "speaking"}
    return stop - start > 1 or first.low in {"yes", "no", "nope", "never"}


def _goes_on(row: _Row, index: int, ends: int) -> list[Range]:
    """The stretch after an inserted clause: "It was the council, the mayor said, that had refused"."""
    words = row.words
    at = _skip_adjuncts(row, ends)
    if at < row.end and words[at].quoted is not None:
        return [(at, _content_end(row, index, at))]
    if at >= row.end or words[at].text not in {",", "—", "–", ":", "."}:
        return []
    at += 1
    end = _content_end(row, index, at)
    if at >= end:
        return []
    first = words[at]
    if first.quoted is not None:
        return [(at, end)]
    if first.low in COORDINATORS or first.low in {"who", "which", "while", "as", "whose"} or first.low.endswith("ing"):
        return []
    if any(at <= other.begins < end and not other.shares for other in row.clauses[index + 1 :]):
        return []
    return [(at, end)] if first.low not in PREPOSITIONS | {"when", "after", "before", "because"} else []


__all__ = ["RELATIVES", "SUBORDINATORS", "Statement", "find"]
