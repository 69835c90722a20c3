"""Furniture: the lines of a news page that are not the article, known by their words."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

_FLAGS = re.IGNORECASE
_SHORT_CHARACTERS: Final = 180
_LONGEST_CHARACTERS: Final = 600
_SECTION = re.compile(r"^\[(?P<rule>[^\]]+)\]\s*(?P<scope>.*)$")

Rules = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _lexicon() -> dict[str, Rules]:
    """The rules of lexicons/furniture.txt by their scope: "" (short lines), "at any length", "at the end"."""
    sections: dict[tuple[str, str], list[str]] = {}
    here: list[str] = []
    text = files(__package__).joinpath("lexicons", "furniture.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if match := _SECTION.match(line) if not line.startswith(("[\\", "[/")) else None:
            here = sections.setdefault((match["scope"], match["rule"]), [])
        elif line.strip() and not line.startswith("# ") and line != "#":
            here.append(line)
    rules: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for (scope, rule), patterns in sections.items():
        rules.setdefault(scope, []).append((rule, re.compile("|".join(f"(?:{one})" for one in patterns), _FLAGS)))
    return {scope: tuple(found) for scope, found in rules.items()}


def _first(scope: str, text: str) -> str | None:
    return next((rule for rule, pattern in _lexicon()[scope] if pattern.search(text)), None)


def reason(text: str) -> str | None:
    """Why this line is furniture by its words alone; None if nothing says that it is."""
    if len(text) > _LONGEST_CHARACTERS:
        return None
    return _first("at any length", text) or (_first("", text) if len(text) <= _SHORT_CHARACTERS else None)


def closing_reason(text: str) -> str | None:
    """Why this line is furniture if it stands at the end of an article: a note about the author, an address."""
    return _first("at the end", text) if len(text) <= _LONGEST_CHARACTERS else None


_LABEL = re.compile(
    r"^\W*(?:related|recommended|trending|popular|read (?:more|next|also)|more (?:on|from|stories|news|in|for)|most|top|latest|"
    r"you (?:may|might)|also|see also|editor|don['’]t miss|further|in (?:case|other)|around|from the web)\b",
    _FLAGS,
)


def opens_pointers(text: str) -> bool:
    """Whether the line heads a list of other articles ("Related stories"), so that what follows it goes too."""
    return len(text.split()) <= 5 and bool(_LABEL.match(text)) and reason(text) == "pointer to other articles"


_MENU_MARK = re.compile(r"\s[|•·»/‹›>–]\s|\s{2,}")


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


_CORRECTION = re.compile(
    "|".join(
        (
            r"^(?:correction|clarification|editor['’]s note|erratum|amendment|corrections and clarifications)s?\s*[:(.,–—-]",
            r"^(?:an |the )?(?:earlier|previous) (?:post|update|item|entry|headline|version|edition)\b",
            r"\b(?:an|in an|the) (?:earlier|previous|original) version of this (?:article|story|post|report|piece|page)\b",
            r"^this (?:article|story|post|report|piece|headline) (?:was|has been|is being) (?:first )?(?:amended|updated|corrected|revised|edited)\b",
            r"^(?:updated?|this (?:article|story|post) was updated)\b.{0,60}(?:to (?:add|include|correct|reflect|clarify)|with)\b",
        )
    ),
    _FLAGS,
)


def is_correction(text: str) -> bool:
    """Whether the line is a note that corrects or dates the article itself."""
    return len(text) < 700 and bool(_CORRECTION.search(text)) and bool(re.search(r"[.!?][\"'”’)]*$", text))


_CORRECTION_LABEL = re.compile(r"^(?:correction|clarification|erratum|corrections and clarifications)s?\W*$", _FLAGS)


def heads_correction(text: str) -> bool:
    """Whether the line is the heading of a correction that follows it."""
    return bool(_CORRECTION_LABEL.match(text))


_FOOTNOTE = re.compile(r"^(?:\*{1,3}|[†‡§¹²³]|\[\d\]|\(\*\))\s?\S")


def is_footnote(text: str) -> bool:
    """Whether the line opens with the mark of a footnote."""
    return bool(_FOOTNOTE.match(text)) and len(text) < 500


_STAFF = re.compile(
    r"^[(\[]?\s*(?:(?:additional|further|with|other)\s+)?(?:reporting|writing|written|edited|editing|compiled|compiling|additional reporting|"
    r"reported|translation|translated|graphics?|photos?|photography|research|production|information|story|text|material|"
    r"contribution)\s+(?:(?:was |is |has been )?(?:provided|contributed|supplied|done)\s+)?(?:by|from)\b.{2,220}$",
    _FLAGS,
)
_CONTRIBUTED = re.compile(
    r"^(?:the )?[\w.,'’ -]{3,120} contributed (?:to this (?:report|story|article|piece)|reporting|from [\w ,]{2,40})\b.{0,60}$",
    _FLAGS,
)


def is_staff_credit(text: str) -> bool:
    """Whether the line says who reported, wrote or supplied the article: "(Reporting by A. Person; editing by …)"."""
    return bool(_STAFF.match(text) or _CONTRIBUTED.match(text))


_NAME = r"(?:\d{1,3}\b|[A-Z][\w.'’-]*|de|di|da|van|von|der|den|el|al|bin|la|le|Mc\w+|[A-Z]\.)"
_BYLINE = re.compile(
    rf"^(?:[Bb]y|BY|[Ww]ords by|[Ww]ritten by|[Ss]tory by|[Ff]rom|[Tt]ext by)\s*:?\s+(?:the\s+)?(?P<who>{_NAME}(?:[ ,]+(?:and |& )?{_NAME}){{0,14}})"
    rf"(?P<rest>[ ,|•·–—-].{{0,80}})?$"
)
_BYLINE_PLAIN = re.compile(
    r"^(?:by|written by|story by)\s+(?P<who>(?:the )?[\w' ]{3,30}(?:staff|newsroom|desk|reporters?|correspondents?|editors?))\b.{0,60}$",
    _FLAGS,
)


def byline(text: str) -> str | None:
    """Who wrote the article, if the line is a byline ("By Ada Lund and Amos Kit"), else None."""
    if len(text) > 160 or (re.search(r"[.!?][\"'”’]?$", text) and len(text.split()) > 8):
        return None
    match = _BYLINE.match(text) or _BYLINE_PLAIN.match(text)
    return match["who"].strip(" ,") if match else None


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
