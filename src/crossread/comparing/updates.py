"""Conflict or update: whether a later figure takes the place of an earlier one."""

from __future__ import annotations

import re
from datetime import datetime

RISEN = re.compile(
    r"(?<!not be )\b(?:ris(?:e|en|es|ing)|rose|climb(?:ed|s|ing)?|increas(?:ed|es|ing)|jump(?:ed|s)|grow[ns]?|grew|"
    r"gone up|went up|up|down|fell|fallen|drop(?:ped|s)?|revised|updated|raised|lowered|moved(?! in\b)|brought forward|"
    r"pushed back|corrected|changed|turned)\b",
    re.IGNORECASE,
)
REVISED = re.compile(r"\b(?:revised|corrected|lowered|raised|updated|put right)\b", re.IGNORECASE)
NOW = re.compile(
    r"\b(?:now|has since|have since|no longer|"
    r"(?:first|earlier|previously|initially|originally) (?:said|given|put|stated))\b",
    re.IGNORECASE,
)


def moved(text: str) -> bool:
    """Whether words say that a figure or a date has taken the place of another one."""
    return RISEN.search(text) is not None


def revised(text: str) -> bool:
    """Whether words say that a figure given before was put right."""
    return REVISED.search(text) is not None


def since(text: str) -> bool:
    """Whether words say that something holds now which did not hold before."""
    return NOW.search(text) is not None


def later(left: str, right: str) -> bool:
    """Whether what is published at `right` came out after `left`: by the minute where both say it, else by the day."""
    first, second = _instant(left), _instant(right)
    if first is not None and second is not None and (first.tzinfo is None) == (second.tzinfo is None):
        return second > first
    return bool(left) and bool(right) and right[:10] > left[:10]


def _instant(published: str) -> datetime | None:
    """A time of publication as a moment; None where only the day, or nothing, is known."""
    try:
        return datetime.fromisoformat(published) if len(published) > 10 else None
    except ValueError:
        return None
