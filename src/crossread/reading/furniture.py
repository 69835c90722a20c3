"""Furniture: the lines of a news page that are not the article, known by their words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from . import lexicon
from .lines import words

_FLAGS = re.IGNORECASE
_SHORT_CHARACTERS: Final = 180
_LONGEST_CHARACTERS: Final = 700


Rule = tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]


@cache
def _rules(scope: str) -> tuple[Rule, ...]:
    """The rules for one scope: "" (short lines), "at any length", "at the end", "note".

    Each with its patterns that begin at the line's start and those that may stand anywhere: tried apart, since a
    search would try the first at every letter.
    """
    return tuple(
        (
            rule,
            _joined([pattern for pattern in patterns if pattern.startswith("^")]),
            _joined([pattern for pattern in patterns if not pattern.startswith("^")]),
        )
        for (rule, where), patterns in lexicon.sections("furniture").items()
        if where == scope
    )


def _joined(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), _FLAGS) if patterns else None


@lru_cache(maxsize=2048)
def _first(scope: str, text: str) -> str | None:
    """The first rule of the scope that the text meets."""
    for rule, at_start, anywhere in _rules(scope):
        if (at_start and at_start.match(text)) or (anywhere and anywhere.search(text)):
            return rule
    return None


def reason(text: str) -> str | None:
    """Why this line is furniture by its words alone; None if nothing says that it is."""
    if len(text) > _LONGEST_CHARACTERS:
        return None
    if rule := _first("at any length", text):
        return rule
    if len(text) > _SHORT_CHARACTERS:
        return None
    return _first("", text) or ("share bar" if _is_share_bar(text) else None)


_COUNT = re.compile(r"\d+[km]?")


def _is_share_bar(text: str) -> bool:
    """Whether the line is nothing but the words on buttons and their counts; a count alone is none."""
    parts = words(text)
    named = [part for part in parts if not _COUNT.fullmatch(part)]
    return bool(named) and lexicon.entries("buttons", "button").issuperset(named) and not text.endswith((".", "?", "!"))


def closing_reason(text: str) -> str | None:
    """Why this line is furniture if it stands at the end of an article: a note about the author, an address."""
    return _first("at the end", text) if len(text) <= _LONGEST_CHARACTERS else None


_LABEL = re.compile(
    r"^\W*(?:related|recommended|trending|popular|read (?:more|next|also)|more (?:on|from|stories|news|in|for)|most|"
    r"top|latest|you (?:may|might)|also|see also|editor|don['’]t miss|further|in (?:case|other)|around|from the web)\b",
    _FLAGS,
)


def opens_pointers(text: str) -> bool:
    """Whether the line heads a list of other articles ("Related stories"), so that what follows it goes too."""
    return len(text.split()) <= 5 and bool(_LABEL.match(text)) and reason(text) == "pointer to other articles"


_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?", _FLAGS)


def is_clock(text: str) -> bool:
    """Whether the line is nothing but a time of day: so entries of a live page are headed."""
    return len(text) < 20 and bool(_CLOCK.fullmatch(text))


_MENU_MARK = re.compile(r"\s(?:[|•·»/‹›>–*~.]|::)\s|\s{2,}")


def is_menu(raw: str) -> bool:
    """Whether the line is a row of short labels: "Markets | Business | Law" or, parted by wider spaces, a menu."""
    labels = [label for label in _MENU_MARK.split(raw.strip()) if label.strip()]
    return (
        len(labels) >= 3 and all(len(label.split()) <= 4 for label in labels) and not re.search(r"[.!?]$", raw.strip())
    )


_SHOUT = re.compile(r"^[^a-z]*[A-Z]{3}[^a-z]*$")


def is_shout(text: str) -> bool:
    """Whether the line is all in capitals."""
    return bool(_SHOUT.match(text))


def is_correction(text: str) -> bool:
    """Whether the line is a note that corrects or dates the article itself."""
    return len(text) <= _LONGEST_CHARACTERS and _first("note", text) == "correction" and _ends_sentence(text)


def _ends_sentence(text: str) -> bool:
    return bool(re.search(r"[.!?][\"'”’)]*$", text))


_CORRECTION_LABEL = re.compile(r"^(?:correction|clarification|erratum|corrections and clarifications)s?\W*$", _FLAGS)


def heads_correction(text: str) -> bool:
    """Whether the line is the heading of a correction that follows it."""
    return bool(_CORRECTION_LABEL.match(text))


_FOOTNOTE = re.compile(r"^(?:\*{1,3}|[†‡§¹²³]|\[\d\]|\(\*\))\s?\S")


def is_footnote(text: str) -> bool:
    """Whether the line opens with the mark of a footnote."""
    return bool(_FOOTNOTE.match(text)) and len(text) < 500


def is_staff_credit(text: str) -> bool:
    """Whether the line says who reported, wrote or supplied the article: "(Reporting by A. Person; editing by …)"."""
    return len(text) < 300 and _first("note", text) == "staff credit"


_NAME = r"(?:\d{1,3}\b|[A-Z][\w.'’-]*|de|di|da|van|von|der|den|el|al|bin|la|le)"
_BYLINE = re.compile(
    r"^(?:[Bb]y|BY|[Ff]rom(?: our (?:own )?correspondents?)?|[Ww]ords by|[Ww]ritten by|[Ss]tory by|[Tt]ext by)"
    rf"\s*:?\s+(?:the\s+)?(?P<who>{_NAME}(?:[ ,]+(?:and |& )?{_NAME}){{0,14}})(?P<rest>[ ,|•·–—-].{{0,80}})?$"
)
_BYLINE_PLAIN = re.compile(
    r"^(?:by|written by|story by)\s+"
    r"(?P<who>(?:the )?[\w' ]{3,30}(?:staff|newsroom|desk|reporters?|correspondents?|editors?))\b.{0,60}$",
    _FLAGS,
)
_NO_NAME = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december|the|this|that|then|now|far|contrast|comparison|law|\d)\b",
    _FLAGS,
)


def byline(text: str) -> str | None:
    """Who wrote the article, if the line is a byline ("By Ada Lund and Amos Kit"), else None."""
    if len(text) > 160 or _ends_sentence(text):
        return None
    if (match := _BYLINE.match(text)) and not _NO_NAME.match(match["who"]):
        return match["who"].strip(" ,")
    match = _BYLINE_PLAIN.match(text)
    return match["who"].strip(" ,") if match else None


_SIGNED = r"(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:,? and |, )?){1,3}"
_STAFF = re.compile(
    rf"{_SIGNED},? ?(?:(?:and )?(?:[Ww]ire services|[Aa]gencies|[Ss]taff)|[Ss]taff [Ww]riters?"
    r"|[\w ]{0,30}\b(?:[Cc]orrespondents?|[Ee]ditor|[Rr]eporters?))"
)
_DESK = re.compile(
    r"(?:[A-Z0-9][\w.&'’-]* ){0,4}(?:[Rr]eporters?|[Ss]taff|[Cc]orrespondents?|[Nn]ewsroom|[Dd]esk|[Bb]ureau)"
    r"(?:,? (?:and|with|in) (?:[A-Z][\w.&'’-]*(?: |$)){1,4})?"
)


def desk(text: str) -> str | None:
    """Who signs an article without a "By", if the line is nothing else: "Harbour desk and TIDE", "Ada Lund, editor"."""
    return text if " " in text and len(text) < 120 and (_DESK.fullmatch(text) or _STAFF.fullmatch(text)) else None


def is_apart(text: str) -> bool:
    """Whether the line is anything but running text by its words: furniture, a note, a credit."""
    return bool(reason(text) or is_staff_credit(text) or is_footnote(text) or is_correction(text))


_BODY_WORDS = re.compile(
    r"\b(?:news|wire|wires|agency|agence|press|service|services|staff|desk|newsroom|reports?|reporters|channel|radio|"
    r"times|post|herald|tribune|correspondents|network|media|team|editors?)\b",
    _FLAGS,
)


def names_body(byline: str) -> bool:
    """Whether a byline names an agency, an outlet or a desk, and not persons alone."""
    return bool(_BODY_WORDS.search(byline)) or any(
        part.isupper() and len(part) > 1 and not byline.isupper() for part in re.findall(r"[^\W\d_]+", byline)
    )
