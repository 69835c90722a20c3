"""Captions and credits: the words under a picture, and who made it, often glued together by the crawler."""

from __future__ import annotations

import re

_MADE = (
    r"(?:(?:[Ff]ile |[Hh]andout |[Ss]tock )?[Pp]hotos?(?:graph(?:s|y|er)?)?|PHOTOS?|[Ii]mages?|IMAGES?|[Pp]ictures?|PICTURES?|[Cc]redits?|CREDITS?|"
    r"(?:[Ii]mage|[Pp]hoto|[Pp]icture|[Vv]ideo) (?:[Cc]redit|[Ss]ource|[Cc]ourtesy)|[Ii]llustrations?|[Gg]raphics?|[Cc]ourtesy)"
)
_AGENCIES = (
    r"(?:Getty(?: Images)?|AFP|AP|Reuters|REUTERS|EPA|PA|Bloomberg|Shutterstock|iStock|Alamy|TASS|Sputnik|Xinhua|dpa|DPA|"
    r"Rex|REX|Wikimedia(?: Commons)?|Unsplash|Pixabay|NASA|Anadolu|ANSA|Keystone|AAP|UPI|CNS|Handout|HANDOUT|File)"
)
_WHO = r"[A-Z0-9À-Þ][\w.,'’&@ -]{0,60}?"

_LEADING = re.compile(
    r"^(?P<credit>©\s?[A-Z0-9][^/]{0,40}(?:\s?/\s?[A-Z][A-Z .'-]{2,40}?))(?P<caption>[A-Z][a-z].{15,})$"
)
_LEADING_PLAIN = re.compile(r"^(?P<credit>©\s?[^/|]{2,50}/\s?[\w .'-]{2,40}?)(?:\s[-–|]\s|\n)(?P<caption>\S.{15,})$")
_GLUED = re.compile(
    rf"^(?P<caption>.{{10,400}}?[\w.)'’\"”])\s*(?P<credit>[(\[]?(?:{_MADE}\s?(?::|[Bb]y\b|[Cc]ourtesy|/|–|-)|(?:©|\(c\)))\s?.{{2,90}})$"
)
_SLASHED = re.compile(
    r"^(?P<caption>.{10,400}?[.!?)'’\"”])\s*(?P<credit>[A-Z][\w.&'’ -]{1,40}?\s?/\s?[A-Z][\w.&'’ -]{1,50}(?:\s?/\s?[A-Z][\w.' -]{1,40}){0,2})$"
)
_BRACKETED = re.compile(r"^(?P<caption>.{10,400}?)\s*(?P<credit>[(\[][^()\[\]]{2,80}[)\]])(?P<rest>[^.]{0,60})$")
_ONLY = re.compile(
    rf"^(?:[(\[]?\s*(?:{_MADE})\s?(?::|[Bb]y\b|[Cc]ourtesy(?: of)?\b|/)\s?.{{2,120}}|©\s?.{{2,80}}|"
    rf"(?:{_WHO}\s?/\s?)?{_AGENCIES}(?:\s?(?:/|via|–|-)\s?{_WHO})*\s*[)\]]?)$"
)
_BRACKET_CREDIT = re.compile(rf"(?:{_MADE}|{_AGENCIES}|/|\bvia\b|\balbum\b|\bfile\b|©)", re.IGNORECASE)
_DATED = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|"
    r"Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)\s\d{1,2}(?:st|nd|rd|th)?,\s\d{4}\.?$|"
    r"\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{4}\.?$|"
    r"(?:[Ff]ile|[Ss]tock|[Aa]rchive) (?:photo|image|picture)\.?\)?$|^[Ff]ile(?: photo)?:\s"
)


def split(text: str, outlet: str | None = None) -> tuple[str, str] | None:
    """The caption and the credit of a line that holds both, however they are glued; None if the line holds no credit.

    The caption or the credit may be empty: a line may be nothing but a credit.
    """
    if len(text) > 700:
        return None
    if _ONLY.match(text) and len(text) < 120:
        return "", text
    if match := _LEADING.match(text) or _LEADING_PLAIN.match(text):
        return match["caption"].strip(), match["credit"].strip()
    if match := _GLUED.match(text) or _SLASHED.match(text):
        return match["caption"].strip(), match["credit"].strip()
    if match := _BRACKETED.match(text):
        named = outlet is not None and outlet.casefold() in match["credit"].casefold()
        if named or _BRACKET_CREDIT.search(match["credit"]):
            return match["caption"].strip(), match["credit"].strip()
    return None


def is_credit(text: str) -> bool:
    """Whether the line is nothing but the credit of a picture."""
    return len(text) < 120 and bool(_ONLY.match(text))


def is_glued(text: str, parts: tuple[str, str]) -> bool:
    """Whether credit and caption stand so close that only a crawler can have joined them, or the line is all credit."""
    caption, credit = parts
    return not caption or not re.search(re.escape(caption) + r"\s+\S", text) or text.startswith("©")


def is_dated_scene(text: str) -> bool:
    """Whether the line is one sentence that ends in a full date, or calls itself a file picture: so captions end."""
    return len(text) < 400 and bool(_DATED.search(text))
