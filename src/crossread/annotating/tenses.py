"""Whether the clause around a time expression looks back or ahead."""

from __future__ import annotations

import re

from .calendar import Tense
from .lexicon import entries

_WORD = re.compile(r"['’]ll\b|(?<![A-Za-z])[a-z]+(?:n['’]t)?")  # not names: "United" is no verb
_BOUNDARY = re.compile(r"[;:()\"“”]|,(?!\d)|(?<!\d)-(?= )| (?:but|while|although|because|and that|when|who|which)(?= )")
_CLOCK = r"(?: +[a-z0-9:.' ]{1,30} on)?"  # "until seven on Friday"
_FOR = re.compile(rf"\b(?:for|until|till|by|into|as (?:soon|early) as|no later than){_CLOCK} *$")
_NOT_UNTIL = re.compile(
    rf"\b(?:not|never|did ?n['’]t|hadn['’]t|wasn['’]t|weren['’]t)\b[^.;]*\b(?:until|till){_CLOCK} *$"
)
_SINCE = re.compile(r"\b(?:since|after)(?: the)? *$")
_IS = re.compile(r"\b(?:is|are|be)(?: (?:on|at|in))? *$")
_WILL = ("'ll", "’ll")
_COPULA = (["is"], ["are"], ["was"], ["were"])
REACH = 200  # code points to either side: clauses of news prose are shorter


def tense(text: str, start: int, end: int, bounds: tuple[int, int]) -> Tense | None:
    """The tense of the clause around `start:end` of a text, looked for within `bounds`: that of the nearest verb
    before it, else of the nearest after it, else of the nearest beyond the clause; None where no verb tells."""
    left = text[max(bounds[0], start - REACH) : start]
    if _NOT_UNTIL.search(left):
        return "past"
    if _FOR.search(left) or _IS.search(left):
        return "future"
    if _SINCE.search(left):
        return "past"
    right = text[end : min(bounds[1], end + REACH)]
    before, after = _clause_before(left), _BOUNDARY.split(right.lstrip(", "), maxsplit=1)[0]
    return (
        _told_by(_WORD.findall(before)[::-1])
        or _told_by(_WORD.findall(after))
        or _told_by(_WORD.findall(left)[::-1])
        or _told_by(_WORD.findall(right))
    )


def _clause_before(left: str) -> str:
    """The part of `left` after its last boundary."""
    cut = 0
    for match in _BOUNDARY.finditer(left):
        cut = match.end()
    return left[cut:]


def _told_by(words: list[str]) -> Tense | None:
    for place, word in enumerate(words):
        if word in entries("prospective") or word in _WILL:
            return "past" if "had" in words[place + 1 : place + 3] else "future"
        if word in entries("past_verbs") or (len(word) > 4 and word.endswith("ed")):
            return "future" if words[place + 1 : place + 2] == ["be"] else "past"
        if word == "to" and words[place + 1 : place + 2] in _COPULA:
            return "future"
    return None
