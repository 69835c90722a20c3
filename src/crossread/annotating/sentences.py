"""Where sentences begin and end: inside each block, by the stop, what stands before it and what comes after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.records import Article, Sentence

from .lexicon import entries, table

_CLOSERS = "\"'”’»›)\\]*†‡"
_STOP = re.compile(rf"(?:\.{{2,}}|…|[.!?]+)[{_CLOSERS}]*(?=\s)")
_BEFORE = re.compile(r"[\w&'’-]+(?:\.[\w&]+)*\.?$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘«‹(\[—–•*†‡-]*\s*([\w'’.&-]+)")
_OPENS = re.compile(r"\s+[\"'“‘«‹(\[—–•*†‡$£€¥#@-]*\s*[^\Wa-zß-öø-ÿ_]")
_SPEAKER = re.compile(r"\s+(?:[A-Z][\w'’.-]*\s+){1,5}(\w+)")
_LIST_BREAK = re.compile(r"[^\S\n]*\n\s*")
_LETTERS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_DASH = re.compile(r"\s*[-–—]")
_WORDS_BEFORE = 40  # characters looked back over for the word that carries the stop


def split(article: Article) -> tuple[Sentence, ...]:
    """The sentences of every block, in order. None runs over a block's end; white space around them is left out."""
    found = []
    for index, block in enumerate(article.blocks):
        for start, end in _pieces(article.text, block.start, block.end, lines=block.kind == "list"):
            found.append(Sentence(article.span(start, end), index))
    return tuple(found)


def _pieces(text: str, start: int, end: int, *, lines: bool) -> Iterator[tuple[int, int]]:
    """Ranges of sentences in `text[start:end]`, trimmed; with `lines`, a line break ends a sentence too."""
    ends = {stop.end() for stop in _STOP.finditer(text, start, end) if _ends_sentence(text, stop, start, end)}
    if lines:
        ends |= {gap.start() for gap in _LIST_BREAK.finditer(text, start, end)}
    for stop in [*sorted(ends), end]:
        piece = text[start:stop]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            yield start + lead, start + len(piece.rstrip())
        start = stop


def _ends_sentence(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    if not _OPENS.match(text, stop.end(), end):
        return False
    marks = stop.group()
    if marks.rstrip(_CLOSERS.replace("\\", "")) == ".":
        return _full_stop_ends(text, stop, start, end)
    return not (marks[-1] in "\"'”’»" and _names_its_speaker(text, stop.end(), end))


def _names_its_speaker(text: str, at: int, end: int) -> bool:
    """Whether what follows a quoted question says who asked it: '"Who knew?" Marta Ruiz asked.'"""
    found = _SPEAKER.match(text, at, end)
    return found is not None and found.group(1).casefold() in entries("reporting_verbs")


def _full_stop_ends(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    """Whether a single full stop, before which an abbreviation may stand, ends the sentence."""
    before = _BEFORE.search(text[max(start, stop.start() - _WORDS_BEFORE) : stop.start()])
    after = _NEXT_WORD.match(text, stop.end(), end)
    if before is None or after is None or len(stop.group()) > 1:
        return True
    word, following = before.group(), after.group(1)
    starter = following.casefold().rstrip(".") in entries("sentence_starters")
    match _abbreviation(word):
        case None:
            return True
        case "title":  # Gen. Ruiz
            return False
        case "number":  # No. 5, Sept. 3
            return not following[0].isdigit()
        case "time":  # 8 a.m. Monday
            return following.casefold().rstrip(".") not in entries("calendar") and not following.isupper()
        case _:  # initials, U.S., Inc.
            return starter and following[0].isupper() and not _DASH.match(text, stop.end(), end)


def _abbreviation(word: str) -> str | None:
    """What kind of abbreviation the word before a stop is, None if it is none."""
    if len(word) == 1 and word.isupper() and word != "I":
        return "initial"
    abbreviations = table("abbreviations")
    kind = abbreviations.get(word) or abbreviations.get(word.lower())
    return kind or ("letters" if _LETTERS.fullmatch(word) else None)
