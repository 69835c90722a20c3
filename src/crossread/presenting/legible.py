"""Page text made fit to be shown: no control characters, no tricks with the direction of writing, dates in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

# C0 and C1 controls but for white space, DEL, zero-width space and byte order mark, and the controls that turn the
# direction of what follows them (the marks U+200E and U+200F, which do not, and the joiners stay)
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
ODD_SPACE = re.compile("[\x0b-\x0d\x1c-\x1f\x85\u2028\u2029]")
SPACE = re.compile(r"\s+")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$")

ISO_DATE = re.compile(r"\b\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?(?![\w-])")
QUOTED = re.compile("(“[^”]*”)")
CLAUSE = re.compile(r"[,;:—–] ")


def legible(text: str) -> str:
    """The text without characters that a reader cannot see and that could change how the rest is shown."""
    return ODD_SPACE.sub(" ", INVISIBLE.sub("", text))


def folded(text: str) -> str:
    """The legible text on one line, with single spaces between words."""
    return SPACE.sub(" ", legible(text))


def line(text: str) -> str:
    """The legible text on one line, without white space around it."""
    return folded(text).strip()


def date_in_words(iso: str) -> str:
    """An ISO 8601 date as a reader would write it: "2031-05-13T18:20+02:00" is "13 May 2031, 18:20 +02:00"."""
    found = ISO.match(iso)
    if found is None or not 1 <= int(found[2] or 1) <= 12:
        return line(iso)
    year, month, day, time, zone = found.groups()
    words = " ".join(part for part in (day and str(int(day)), month and MONTHS[int(month) - 1], year) if part)
    if not time:
        return words
    return f"{words}, {time}" + ({None: "", "Z": " UTC", "+00:00": " UTC"}.get(zone, f" {zone}"))


def outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """The text with all changed but what stands between “quotation marks”: that is somebody's own words."""
    return "".join(part if part.startswith("“") else change(part) for part in QUOTED.split(text))


def dates_in_words(text: str) -> str:
    """A sentence of ours with its ISO 8601 dates as a reader would write them; quoted words stay as they are."""
    return outside_quotes(text, lambda part: ISO_DATE.sub(lambda found: date_in_words(found[0]), part))


def listed(names: Iterable[str]) -> str:
    """The names as running text: "A, B and C"."""
    *front, last = list(names) or [""]
    return f"{', '.join(front)} and {last}" if front else last


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """The number with its noun: "1 origin", "2 origins"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def shortened(text: str, most: int, *, keep_end: bool = False) -> str:
    """The text cut to about `most` characters, with an ellipsis where words are left out: after a comma or the like
    where one is near, else at a word."""
    if len(text) <= most:
        return text
    if keep_end:
        end = text[-most:]
        whole = end if text[-most - 1].isspace() else end.partition(" ")[2] or end
        clause = CLAUSE.search(whole, 0, max(0, len(whole) - most // 2))
        return "…" + (whole[clause.end() :] if clause else whole)
    beginning = text[:most]
    whole = beginning if text[most].isspace() else beginning.rpartition(" ")[0] or beginning
    clauses = [found.start() for found in CLAUSE.finditer(whole, most // 2)]
    return (whole[: clauses[-1]] if clauses else whole).rstrip(" ,;:–—-") + "…"


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once, in the order in which they first come."""
    return tuple(dict.fromkeys(names))


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The names, with a number after each one that occurs more than once: "Post", "Post (2)"."""
    seen: dict[str, int] = {}
    out = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        out.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(out)
