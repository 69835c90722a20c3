"""Whether an article is there whole: what the page says, and how the text ends."""

from __future__ import annotations

import re
from collections.abc import Iterable

_STUB = re.compile(
    r"\b(?:subscribe|sign (?:in|up)|log ?in|register|create an account|become a (?:member|subscriber)|join)\b.{0,40}"
    r"\b(?:to (?:continue|keep reading|read|finish|unlock|view|see)|for (?:full|unlimited) access)\b"
    r"(?! (?:\d+ )?comments?)"
    r"|\bto (?:continue|keep) reading\b(?! below)"
    r"|\bcontinue reading (?:this|your|with)\b"
    r"|\bthis (?:article|story|content|post) is (?:only )?(?:for|available to|exclusive to|reserved for) "
    r"(?:paid |paying |our )?(?:subscribers|members)\b"
    r"|\b(?:unlock|read) the (?:full|rest of(?: the| this)?) (?:article|story|post)\b"
    r"|\byou(?:['’]ve| have) (?:read|reached) (?:your|all|the)\b.{0,40}\b(?:free|limit)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"^(?:continue reading|read (?:the )?(?:full|original|more|complete) (?:story|article|post)?)\b.{0,60}$"
    r"|^\[?\+ ?\d+ chars\]?",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:…|\.\.\.|\[\+?\d* ?(?:chars|…|\.\.\.)\]|\[…\]|\(more\))\s*$", re.IGNORECASE)
_ENDED = re.compile(r"""[.!?:;…]["'”’»)\]*†]*\s?[♦◆■▪●•□#*-]?$""")
_LONG_WORDS = 12


def stub(lines: Iterable[str]) -> str | None:
    """The line that asks the reader to pay or register for the rest, if there is one."""
    return next((line for line in lines if len(line) < 250 and _STUB.search(line)), None)


def elsewhere(line: str) -> bool:
    """Whether the line leads to the rest of the text on another page."""
    return bool(_ELSEWHERE.match(line))


def is_cut(last: str) -> bool:
    """Whether the last paragraph ends in the marks of a cut: "…", "[+1200 chars]"."""
    return bool(_CUT.search(last))


def is_unfinished(last: str) -> bool:
    """Whether the last paragraph ends in the middle of a sentence."""
    return not _ENDED.search(last) and len(last.split()) >= _LONG_WORDS
