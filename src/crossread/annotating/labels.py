"""Statements without a verb: a speaker, a colon, and what is said ("Ida Holm, who runs the ward: We are full.")."""

from __future__ import annotations

from . import phrases
from .lexicon import entries
from .phrases import Range, Words
from .statements import Statement
from .words import ARTICLES, BEFORE_LABELS, PREPOSITIONS, SUBJECT_PRONOUNS, word_class

_LONGEST = 16  # words of a label
_SHORTEST_NAME = 2  # words
_MORE = PREPOSITIONS | {"who"}
_SHORTEST = 3  # words of what is said, if it is not in quotation marks
_ANSWERS = word_class("answers")


def find(words: Words) -> Statement | None:
    """The statement that a unit makes by a label, None where it begins with none."""
    colon = next((at for at, word in enumerate(words[: _LONGEST + 1]) if word.text == ":"), 0)
    if not colon or not _is_label(words, colon):
        return None
    content = _content(words, colon + 1)
    return None if content is None else Statement((colon, colon + 1), (_start(words), colon), (content,), "", False)


def _start(words: Words) -> int:
    """Where the label itself begins, after "and", "then", a dash."""
    return next((at for at, word in enumerate(words) if not word.is_mark and word.low not in BEFORE_LABELS), 0)


def _is_label(words: Words, colon: int) -> bool:
    start = _start(words)
    label = words[start:colon]
    if not label or any(word.quoted is not None or word.text in {";", "?", "!"} for word in label):
        return False
    if label[0].low in SUBJECT_PRONOUNS or phrases.has_clause(words, start, _clause_end(words, start, colon)):
        return False
    first = label[0]
    if not (first.is_name or first.low in ARTICLES):
        return False
    return _names_somebody(words, start, colon)


def _clause_end(words: Words, start: int, colon: int) -> int:
    """Where the noun phrase ends of which "who ...", "of ...", an apposition says more."""
    return next((at for at in range(start, colon) if words[at].text in {",", "("} or words[at].low in _MORE), colon)


def _names_somebody(words: Words, start: int, colon: int) -> bool:
    """Whether the label is a person's name, a role, somebody's answer, or a surname in capitals."""
    label = words[start:colon]
    if label[-1].low in _ANSWERS:
        return len(label) > 1 and label[-2].is_possessive
    if len(label) == 1:
        return label[0].text.isupper() and len(label[0].text) > _SHORTEST
    end = _clause_end(words, start, colon)
    head = words[start:end]
    if not head:
        return False
    if any(word.low in entries("roles") or word.low in entries("titles") for word in head):
        return head[-1].is_name or head[-1].low in entries("roles")
    if len(head) < _SHORTEST_NAME or not all(word.is_name for word in head):
        return False
    told = any(word.low in entries("roles") or word.low == "who" for word in words[end:colon])
    return told or head[0].low in entries("given_names")


def _content(words: Words, start: int) -> Range | None:
    if start >= len(words):
        return None
    if words[start].quoted is not None:
        end = start + 1
        while end < len(words) and words[end].quoted is not None:
            end += 1
        return (start, end)
    return (start, len(words)) if len(words) - start >= _SHORTEST else None
