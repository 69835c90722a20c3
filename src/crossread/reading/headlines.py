"""The title of a plain-text extract: which of the lines above the text is the headline.

A headline tells what the text tells: its words come back below it. The labels of a menu do not, nor does a slogan;
and a headline reads like a sentence, stands near the byline and the date, and is the first line that does all this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from . import captions, dates, furniture, lexicon, outlets
from .lines import words

_WORDS: Final = range(2, 31)
_ABOVE_LINES: Final = 40  # lines from the top in which the title may stand
_TOLD: Final = 6.0  # for a line all of whose words come back in the text
_LONG: Final = 6  # words beyond which a line is not more of a headline
_STEM_LETTERS: Final = 5  # "resigns" and "resigned" are one word
_LINES_TO_BYLINE: Final = 4  # lines behind a headline in which byline and date stand
_NEARLY: Final = 1.5  # a line that reads so little less like one, and stands above, is it: below is a standfirst
_FULL_STOP = re.compile(r"(?<!\.)\.$|[:;,]$")
_SLOGAN = re.compile(
    r"\bsince (?:1[6-9]|20)\d\d\b|^(?:for|serving|your|home of|all the)\b.{0,45}$"
    r"|^(?:the|an?) (?:[\w-]+ ){0,3}(?:voice|home|paper|newspaper|magazine|journal|weekly|daily|service|site) "
    r"(?:of|for|by|that|which|you)\b"
    r"|^this (?:live ?blog|blog|bulletin|page|site|service|edition|issue)\b"
    r"|^(?:try|get|buy) \w+ (?:issues?|months?|weeks?)\b",
    re.IGNORECASE,
)
_ADVISORY = re.compile(
    r"^(?:[A-Z]+ \d+ ?[-–—] ?)?(?:adds|updates|recasts|corrects|changes|refiles|repeats|releads|writethru|with)\b.*[,;]"
    r"|^(?:for immediate release|embargoed\b.*|press release|news release|breaking news)$",
    re.IGNORECASE,
)
"""What an agency or a press office says about the text itself: "UPDATE 2-Adds minister, background"."""

_INNER_STOP = re.compile(r"[a-z0-9]{2}[.!?] [A-Z]")
_QUOTATION = re.compile(r"""^["'“‘«][^"“”«»]+["'”’»]$""")
_LOWER = re.compile(r"(?<![\w'’-])(?!(?:and|or|of|the|in|at|for|with|by)\b)[a-zß-ÿ]{2,}(?![\w'’-])")


def choose(
    lines: Sequence[str], raw: Sequence[str], *, limit: int, running: Iterable[str], outlet: str | None
) -> int | None:
    """The index of the headline among the first `limit` lines; None where no line reads like one.

    `raw` are the lines with their white space as it was, `running` the lines that are surely text.
    """
    told = {stem for line in running for stem in _stems(line)}
    marked = [_tells_who_or_when(line) for line in lines[: limit + _LINES_TO_BYLINE]]
    scores = {
        index: _score(lines[index], told, outlet)
        + 2.0 * any(marked[index + 1 : index + 1 + _LINES_TO_BYLINE])
        - 0.3 * index
        for index in range(min(limit, _ABOVE_LINES))
        if _may_be(lines[index], raw[index], outlet)
    }
    least = max(scores.values(), default=0.0) - _NEARLY
    return next((index for index in sorted(scores) if scores[index] >= least), None)


def is_slogan(line: str) -> bool:
    """Whether the line is how an outlet speaks of itself: "Serving the islands since 1921"."""
    return bool(_SLOGAN.search(line))


def _may_be(line: str, raw: str, outlet: str | None) -> bool:
    bare = outlets.without_outlet(line, outlet)
    return (
        len(line.split()) in _WORDS
        and not _FULL_STOP.search(bare)
        and not (furniture.is_apart(line) or captions.split(line) or captions.is_dated_scene(line))
        and not (furniture.byline(line) or furniture.desk(line))
        and not furniture.is_menu(raw)
        and dates.date_line(line) is None
        and not (outlet and outlets.same(bare, outlet))
    )


def _score(line: str, told: set[str], outlet: str | None) -> float:
    """How much the line reads like the headline of a text that has the stems `told`."""
    bare = outlets.without_outlet(line, outlet)
    stems = _stems(bare)
    recurring = sum(stem in told for stem in stems) / max(1, len(stems))
    score = min(len(bare.split()), _LONG) + _TOLD * recurring
    if bare != line and line.startswith(bare):
        score += 10.0 * min(1.0, 2.0 * recurring)
    elif bare != line:
        score -= 5.0  # what stands behind the outlet's name is most often a slogan or a section
    if is_slogan(bare) or _ADVISORY.match(line):
        score -= 5.0
    if _INNER_STOP.search(bare):
        score -= 1.5  # a standfirst has room for two sentences
    if not _LOWER.search(bare) and recurring < 0.5:
        score -= 4.0  # Only Labels In A Row, and none of them comes back
    if _QUOTATION.match(line):
        score -= 1.0  # a standfirst, where there is a headline above it
    return score


def _tells_who_or_when(line: str) -> bool:
    return bool(furniture.byline(line) or furniture.desk(line) or dates.date_line(line))


def _stems(text: str) -> set[str]:
    """The beginnings of the words that carry meaning: not those that hold a sentence together."""
    known = lexicon.entries("function-words", "en")
    return {word[:_STEM_LETTERS] for word in words(text) if len(word) > 2 and word not in known}
