"""Captions and credits: the words under a picture, and who made it, often glued together by the crawler."""

from __future__ import annotations

import re
from typing import Final

from . import lexicon


def _either(head: str) -> str:
    return "(?:" + "|".join(lexicon.sections("credits")[head, ""]) + ")"


_MADE = _either("made")
_AGENCIES = _either("agency")
_WHO = r"[A-Z0-9À-Þ][\w.,'’&@ -]{0,60}?"

_LEADING = re.compile(
    r"^(?P<credit>©\s?[A-Z0-9][^/]{0,40}(?:\s?/\s?[A-Z][A-Z .'-]{2,40}?))(?P<caption>[A-Z][a-z].{15,})$"
)
_LEADING_PLAIN = re.compile(r"^(?P<credit>©\s?[^/|]{2,50}/\s?[\w .'-]{2,40}?)(?:\s[-–|]\s|\n)(?P<caption>\S.{15,})$")
_GLUED = re.compile(
    r"^(?P<caption>.{10,400}?[\w.)'’\"”])\s*"
    rf"(?P<credit>[(\[]?(?:{_MADE}\s?(?::|[Bb]y\b|[Cc]ourtesy|/|–|-)|(?:©|\(c\)))\s?.{{2,90}})$"
)
_SLASHED = re.compile(
    r"^(?P<caption>.{10,400}?[.!?)'’\"”])\s*"
    r"(?P<credit>[A-Z][\w.&'’ -]{1,40}?\s?/\s?[A-Z][\w.&'’ -]{1,50}(?:\s?/\s?[A-Z][\w.' -]{1,40}){0,2})$"
)
_TRAILED = re.compile(
    r"^(?P<caption>.{10,400}?[.!?][\"”’)]?)\s+"
    r"(?P<credit>(?:[-–—]+ )?(?:[A-Z][\w.&’'-]* ){1,3}(?:[Pp]hotos?|[Pp]ictures?|[Ii]mages?|[Gg]raphics?))$"
)
_BRACKETED = re.compile(r"^(?P<caption>.{10,400}?)\s*(?P<credit>[(\[][^()\[\]]{2,80}[)\]])(?P<rest>[^.]{0,60})$")
_BEFORE_CREDIT = re.compile(
    r"[.!?][\"”’)]?\s*(?P<of>(?:[A-Z][\w&.-]*\s+){0,3}(?:[A-Z][\w&.-]*|photo|file|staff|handout))$"
)
_CONTROL = re.compile(
    r"\s*(?:Full ?screen|Download|Enlarge|Expand|Share|Buy photos?|Hide caption|Toggle caption)$", re.IGNORECASE
)
_NAMED = re.compile(
    r"^(?P<caption>.{10,400}?[.!?][\"”’)]?)\s*(?P<credit>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}"
    r"(?:(?:, | for | via |/)[A-Z][\w.&’' -]{2,40})?)$"
)
_ONLY = re.compile(
    rf"^(?:[(\[]?\s*(?:{_MADE})\s?(?::|[Bb]y\b|[Cc]ourtesy(?: of)?\b|/)\s?.{{2,120}}|©\s?.{{2,80}}|"
    rf"(?:{_WHO}\s?/\s?)?{_AGENCIES}(?:\s?(?:/|via|–|-)\s?{_WHO})*\s*[)\]]?)$"
)
_BRACKET_CREDIT = re.compile(rf"(?:{_MADE}|{_AGENCIES}|/|\bvia\b|\balbum\b|\bfile\b|©)", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,\s\d{{4}}\.?$|\d{{1,2}}\s{_MONTH}\s\d{{4}}\.?$")
_FILED = re.compile(r"(?:[Ff]ile|[Ss]tock|[Aa]rchive) (?:photo|image|picture)\.?\)?$|^[Ff]ile(?: photo)?:\s")
_SCENE = re.compile(r"(?<![\w'’])[a-zß-ÿ][^\W\d_]+")
_SCENE_WORDS: Final = 2  # words in lower case that tell a scene from a name or a weekday before the date


def split(text: str, outlet: str | None = None) -> tuple[str, str] | None:
    """The caption and the credit of a line that holds both, however they are glued; None if the line holds no credit.

    The caption or the credit may be empty: a line may be nothing but a credit.
    """
    if len(text) > 700:
        return None
    match = _LEADING.match(text) or _LEADING_PLAIN.match(text)
    if match is None and is_credit(text):
        return "", text
    match = match or _bracketed(text, outlet)
    if match is None:
        match = _GLUED.match(text) or _SLASHED.match(text) or _TRAILED.match(text)
    if match is None:
        return None
    caption, credit = _whole_credit(match["caption"].strip(), match["credit"].strip())
    return caption, _CONTROL.sub("", credit)


def _bracketed(text: str, outlet: str | None) -> re.Match[str] | None:
    match = _BRACKETED.match(text)
    if match is None:
        return None
    named = outlet is not None and outlet.casefold() in match["credit"].casefold()
    return match if named or _BRACKET_CREDIT.search(match["credit"]) else None


def _whole_credit(caption: str, credit: str) -> tuple[str, str]:
    """The two with the photographer's paper moved to the credit: "… on Monday. Herald | photo by A. Person"."""
    match = _BEFORE_CREDIT.search(caption)
    if match is None:
        return caption, credit
    return caption[: match.start("of")].strip(), caption[match.start("of") :] + (
        " " if credit[:1].isalpha() else ""
    ) + credit


def split_place(text: str) -> tuple[str, str] | None:
    """As `split`, for a line that is known to stand under a picture: there a bare name behind the sentence is a
    credit too."""
    if parts := split(text):
        return parts
    match = _NAMED.match(text)
    return (match["caption"], match["credit"]) if match else None


def is_likely(text: str) -> bool:
    """Whether the line reads like a caption: it has a credit, or it ends as captions do."""
    return split(text) is not None or is_dated_scene(text)


def is_credit(text: str) -> bool:
    """Whether the line is nothing but the credit of a picture."""
    return len(text) < 120 and bool(_ONLY.match(text))


def is_glued(text: str, parts: tuple[str, str]) -> bool:
    """Whether credit and caption stand so close that only a crawler can have joined them, or the line is all credit."""
    caption, _ = parts
    return not caption or not re.search(re.escape(caption) + r"\s+\S", text) or text.startswith("©")


def is_dated_scene(text: str) -> bool:
    """Whether the line is one sentence that ends in a full date, or calls itself a file picture: so captions end.

    A line that is little more than a date ("Harbour desk, 9 May 2031") dates the article and shows no scene.
    """
    if len(text) >= 400:
        return False
    match = _DATED.search(text)
    scene = match is not None and len(_SCENE.findall(text[: match.start()])) >= _SCENE_WORDS
    return scene or bool(_FILED.search(text))
