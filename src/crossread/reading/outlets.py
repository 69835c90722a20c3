"""Who published an article, where no metadata says it: from the names that stand around the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from . import furniture, lexicon
from .lines import key, tidy, words

_SEPARATOR = re.compile(r"\s+(?:[|•·»]|[-–—]{1,2})\s+")
_LONE_SUFFIX = re.compile(r"^[-–—|]\s+(?P<name>\S.{1,50})$")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?)?[\s,]*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^./,|;()\d]{1,50}?)(?:\s+(?:limited|ltd|inc|llc|plc|sa|gmbh|co)\b\.?)?"
    r"(?:[.,|;]|\s+all rights|$)",
    re.IGNORECASE,
)
_LABELS = re.compile(r"\s+(?:[|•·»>]|[-–—]{1,2})\s+|\s{2,}")
_EDITION = re.compile(
    r"\s+(?:in english|(?:english|international|online|print|late city) (?:edition|service|pages?|version)|e-?paper)$"
    r"|\s+\d{1,2}[:.]\d{2}\b.*$|\s+\d{2,3}[.,]\d(?:\s?(?:fm|mhz))?$"
    r"|\s+\([^()]{1,12}\)$|(?<=\w{3})[.!]\s.*$",
    re.IGNORECASE,
)
"""What stands behind a name and is none of it: the edition, the clock, the frequency, the initials."""

_KIND = re.compile(r"\s+(?:news|newscast|live|online|digital|newsroom|website)$", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{3,5}")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|says?|said|to|after|over|not|will)\b", re.IGNORECASE)
_LEAST: Final = 2  # one sign alone, a short line somewhere above the text, does not name an outlet
_MOST_WORDS: Final = 6
_MORE_WORDS: Final = 3  # that one spelling of a name may have beyond another: "(English edition)"
_BRAND_WORDS: Final = 4  # a longer first label at the top of a page is a headline with something behind it


def split_suffix(line: str) -> tuple[str, str | None]:
    """A line and what stands behind its last separator: ("Mayor resigns", "The Daily Bell"), or (line, None)."""
    *_, last = [None, *_SEPARATOR.finditer(line)]
    if last is None or last.start() < 1 or not line[last.end() :]:
        return line, None
    return line[: last.start()], line[last.end() :]


def without_outlet(title: str, outlet: str | None) -> str:
    """The title without the outlet's name behind or before it."""
    if outlet is None:
        return title
    head, tail = split_suffix(title)
    while tail is not None and same(tail, outlet):
        title = head
        head, tail = split_suffix(title)
    first, *rest = _SEPARATOR.split(title, maxsplit=1)
    return rest[0] if rest and same(first, outlet) else title


def same(one: str, other: str) -> bool:
    """Whether two names are of one outlet, as "The Daily Bell" and "Daily Bell (English edition)" are."""
    a, b = (re.sub(r"^the |^www | com$| co uk$", "", key(name)) for name in (one, other))
    if not a or not b:
        return False
    if abs(len(a.split()) - len(b.split())) > _MORE_WORDS:
        return False
    return a == b or a.startswith(b + " ") or b.startswith(a + " ") or a.replace(" ", "") == b.replace(" ", "")


def of_address(url: str | None) -> str | None:
    """The host of an address, without "www.", as the last resort for a name."""
    match = re.match(r"https?://(?:www\.)?([^/:?#]+\.[^/:?#]+)", url or "")
    return match[1] if match else None


def find(lines: Sequence[str], above: Sequence[str]) -> str | None:
    """The outlet's name as the lines around an article show it; None where they do not, or only once and weakly.

    `above` are the lines before the text with their white space as it was. A name counts more the more often it comes
    back: behind the title, alone on a line, in the notice of rights, behind a caption, as initials.
    """
    signs: dict[str, int] = {}
    spelling: dict[str, str] = {}
    for name, size in (*_above(above), *_rights(lines)):
        name = _EDITION.sub("", name.strip())
        if _could_be_name(name):
            signs[key(name)] = signs.get(key(name), 0) + size
            spelling.setdefault(key(name), name)
    order = list(signs)
    totals = {name: size + _echoes(spelling[name], lines) for name, size in signs.items()}
    best = max(order, key=lambda name: (totals[name], -order.index(name)), default=None)
    if best is None or totals[best] < _LEAST:
        return None
    return _best_spelling(_in_full(_known_as(spelling[best], lines), lines), lines)


def _above(above: Sequence[str]) -> Iterator[tuple[str, int]]:
    """What may be names in the lines above the text, and how much speaks for each."""
    for index, raw in enumerate(above):
        line = tidy(raw)
        if match := _LONE_SUFFIX.match(line):
            yield match["name"], 5
            continue
        first, *rest = _LABELS.split(raw.strip())
        if index == 0 and rest and len(first.split()) <= _BRAND_WORDS and not first.endswith((",", ":")):
            yield tidy(first), 2  # "The Osk Bell | News | Boats", "OSK TODAY - the island wakes up"
        if furniture.is_menu(raw):
            continue
        if (tail := split_suffix(line)[1]) is not None:
            if tail[:1].isupper() or tail[:1].isdigit() or line.islower():
                yield tail, 2
        elif not furniture.reason(line) and not furniture.byline(line):
            yield line, 2 if index == 0 else 1


def _rights(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The names in notices of rights."""
    for line in lines:
        if name := of_rights(line):
            yield name, 1


def of_rights(line: str) -> str | None:
    """The name in a notice of rights: "© 2031 Tidewater Wire. All rights reserved."; None in any other line."""
    match = _RIGHTS.search(line) if "/" not in line else None
    return match["name"].strip() if match else None


def _could_be_name(name: str) -> bool:
    parts = words(name)
    return (
        0 < len(parts) <= _MOST_WORDS
        and len(name) < 50
        and not re.search(r"[.!?:;]$|\d{4}|[|@]|\s{2}", name)
        and not lexicon.entries("sections", "section").issuperset(parts)
        and not _VERB.search(name)
    )


def _echoes(name: str, lines: Sequence[str]) -> int:
    """How many lines, up to four, hold the name or its initials beyond the line that gave it.

    A name in capitals or without any may come back in another case; "Traceback" is not "the traceback team".
    """
    flags = re.IGNORECASE if name.isupper() or name.islower() else 0
    held = -1 + sum(bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line, flags)) for line in lines)
    parts = name.split()
    initials = "".join(part[0] for part in parts if part.casefold() not in {"of", "the", "and"}).upper()
    if len(initials) > 2:
        held += sum(bool(re.search(rf"\b{re.escape(initials)}\b", line)) for line in lines)
    return max(0, min(4, held))


def _known_as(name: str, lines: Sequence[str]) -> str:
    """The name without the kind of thing behind it, where the text calls it so: "TIDE NEWS" is TIDE."""
    bare = _KIND.sub("", name)
    return bare if bare and bare != name and not _echoes(name, lines) and _echoes(bare, lines) > 1 else name


def _in_full(name: str, lines: Sequence[str]) -> str:
    """The name that the initials stand for, where the lines spell out one and no other."""
    if not _INITIALS.fullmatch(name):
        return name
    between = r"(?: (?:of|the|for|and|de|del|la))* "
    spelled = re.compile(r"\b" + between.join(rf"{letter}[a-zß-ÿ]{{2,}}" for letter in name) + r"\b")
    found = {match[0] for line in lines for match in spelled.finditer(line)}
    return found.pop() if len(found) == 1 else name


def _best_spelling(name: str, lines: Sequence[str]) -> str:
    """The name as running text spells it: where it was found in capitals or without any, and with its article."""
    odd = name.isupper() or name.islower()
    bare = r"\s+".join(map(re.escape, name.split()))
    if odd:
        pattern = re.compile(rf"\b{bare}\b", re.IGNORECASE)
        found = (match[0] for line in lines for match in pattern.finditer(line))
        name = next((other for other in found if not (other.isupper() or other.islower())), name)
    article = re.compile(rf"(?<=[a-z,;] )The {bare}(?!\w)", re.IGNORECASE if odd else 0)
    return f"The {name}" if any(match[0][0] == "T" for line in lines for match in article.finditer(line)) else name
