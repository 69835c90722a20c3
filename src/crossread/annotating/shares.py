"""Shares told as fractions, as a percentage: "a third of", "four in five", "one-tenth", "half of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossread.records import Article, Quantity, Sentence

from .counting import counted
from .folding import either, pattern
from .measures import hedges
from .numerals import UNDER_HUNDRED, parse

_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
_OF = re.compile(r" +of ")


@cache
def _pattern() -> re.Pattern[str]:
    hedge = rf"(?:(?P<hedge>{either(hedges())}) )?"
    count = rf"(?:\d{{1,3}}|{UNDER_HUNDRED})"
    return pattern(
        rf"{hedge}(?:(?P<over>{count}) (?:in|out of)(?: every)? (?P<whole>{count}|a hundred)"
        r"(?! (?:the|years|months|weeks|days|hours)\b)"
        rf"|(?P<parts>an?|{count})(?P<joint>-| )(?P<part>{either(_PARTS)})s?(?: of)?"
        r"|(?P<half>half)(?= (?:of|the|its|their|his|her|our|all)\b))(?! (?:of )?an? )"
    )


def shares(article: Article, folded: str, sentence: Sentence) -> Iterator[Quantity]:
    """The shares told as fractions in the sentence."""
    for match in _pattern().finditer(folded, sentence.span.start, sentence.span.end):
        value, start, stop = _share(match)
        if value is None or not 0 < value <= 100:
            continue
        named = match["over"] or _OF.match(article.text, stop, sentence.span.end)
        thing = counted(article.text, stop, sentence.span.end) if named else None
        hedge = hedges()[" ".join(match["hedge"].split())] if match["hedge"] else None
        of = article.span(*thing) if thing else None
        yield Quantity(article.span(start, stop), "percent", value, "percent", hedge, counted=of)


def _share(match: re.Match[str]) -> tuple[float | None, int, int]:
    """The percentage that a fraction stands for, and where its words begin and end."""
    if match["half"]:
        return 50.0, match.start("half"), match.end("half")
    if match["over"]:
        over, whole = parse(match["over"]), parse(match["whole"])
        sound = over is not None and whole is not None and over < whole
        return (100 * over / whole if over and whole and sound else None), match.start("over"), match.end("whole")
    if not match.group().endswith(" of") and (match["joint"] == " " or match["part"] in {"quarter", "half"}):
        return None, 0, 0
    parts = 1.0 if match["parts"] in {"a", "an"} else parse(match["parts"])
    stop = match.end("part") + match.string.startswith("s", match.end("part"))
    return (parts * 100 / _PARTS[match["part"]] if parts else None), match.start("parts"), stop
