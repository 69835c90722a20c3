"""Words of an article in quotation marks of ours: no mark without its partner, none beside its like."""

from __future__ import annotations

from dataclasses import replace

from .reports import Excerpt

OPENING, CLOSING = set('“"«„'), set('”"»“')
PAIRS = (("“", "”"), ("«", "»"), ('"', '"'))
QUOTES = OPENING | CLOSING


def balanced(excerpt: Excerpt) -> Excerpt:
    """The excerpt without a quotation mark at one of its ends whose partner is not in it."""
    before, words, after = excerpt.before, excerpt.words, excerpt.after
    for opening, closing in PAIRS:
        text = f"{before}{words}{after}"
        odd = text.count('"') % 2 if opening == closing else text.count(opening) - text.count(closing)
        if odd > 0 and text.startswith(opening) and not _closes(text, closing):
            before, words = (before[1:], words) if before else ("", words[1:])
        elif odd and text.endswith(closing):
            words, after = (words, after[:-1]) if after else (words[:-1], "")
    return replace(excerpt, before=before, words=words, after=after)


def _closes(text: str, mark: str) -> bool:
    """Whether the next mark after the first character ends a quotation: no blank stands before it."""
    end = text.find(mark, 1)
    return end > 0 and not text[end - 1].isspace()


def quoted(words: str) -> str:
    """The words in quotation marks, unless they stand in one pair already."""
    within = bool(words) and words[0] in OPENING and words[-1] in CLOSING and not QUOTES & set(words[1:-1])
    return words if within else f"“{nested(words)}”"


def nested(words: str) -> str:
    """The words with single marks for double ones, if a double one stands first or last: so that none of ours meets
    its like. Mark for mark; no character is added."""
    if not words or (words[0] not in QUOTES and words[-1] not in QUOTES):
        return words
    return "".join(_single(one, words[at - 1 : at]) for at, one in enumerate(words))


def _single(mark: str, before: str) -> str:
    if mark not in QUOTES:
        return mark
    opens = mark in OPENING and (mark != '"' or not before.strip(" (["))
    return "‘" if opens else "’"


def in_marks(excerpt: Excerpt) -> Excerpt:
    """The excerpt fit to stand in quotation marks with its sentence around it."""
    fair = balanced(excerpt)
    text = nested(f"{fair.before}{fair.words}{fair.after}")
    start, end = len(fair.before), len(fair.before) + len(fair.words)
    return replace(fair, before=text[:start], words=text[start:end], after=text[end:])
