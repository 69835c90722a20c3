"""Figures with their unit: "at least 38 homes", "£1.2bn", "20 to 30 feet"; and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossread.records import Article, Hedge, Quantity, QuantityKind, Sentence

from .counting import counted
from .folding import either, pattern
from .lexicon import entries
from .measures import CURRENCIES, hedges, units
from .numerals import NUMBER, parse

_OF = re.compile(r" +of ")
_HYPHENED = re.compile(r"-([a-z]+)")


@cache
def _pattern() -> re.Pattern[str]:
    hedge = rf"(?:(?P<hedge>{either(hedges())}) (?:of )?)?(?:an? (?:estimated|further|additional|mere|total of) )?"
    symbol = rf"(?:{either(CURRENCIES)}(?: )?)"
    unit = rf"(?:(?:-| )?(?P<unit>{either(units())})(?!\w))?"
    return pattern(
        rf"{hedge}(?P<between>between )?(?P<minus>minus |-(?=\d))?(?P<symbol>{symbol})?(?P<number>{NUMBER})"
        rf"(?:(?P<to>-| to | and | or |-to-)(?P<symbol2>{symbol})?(?P<second>{NUMBER}))?"
        rf"(?P<plus>\+|-plus)?{unit}(?P<more> or (?:more|fewer|less))?"
    )


def figures(article: Article, folded: str, sentence: Sentence) -> Iterator[Quantity]:
    """The quantities told by a figure in the sentence, a range being one."""
    for match in _pattern().finditer(folded, sentence.span.start, sentence.span.end):
        if not _names_a_thing(match, article, folded, sentence):
            yield from _read(match, article, folded, sentence.span.end)


def _read(match: re.Match[str], article: Article, folded: str, end: int) -> Iterator[Quantity]:
    first, second = parse(match["number"]), parse(match["second"] or "")
    if first is None:
        return
    if second is not None and not _is_range(match, first, second):
        yield from _apart(match, article, folded, end)
    elif first != 1 or match["number"] != "one" or _counts_one(match, article, end):
        yield _quantity(match, first, second, article, end)


def _quantity(match: re.Match[str], first: float, second: float | None, article: Article, end: int) -> Quantity:
    kind, unit = _kind_and_unit(match)
    thing = _counted(match, kind, article.text, end)
    counted_span = article.span(*thing) if thing else None
    span, hedge = article.span(*_extent(match)), _hedge(match)
    if second is None:
        value = -first if match["minus"] else first
        return Quantity(span, kind, value, unit, hedge, counted=counted_span)
    low = first * _shared_scale(match, first, second)
    return Quantity(span, kind, (low + second) / 2, unit, hedge, low, second, counted_span)


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """Where the number with its currency and unit begins and ends, the hedge left out."""
    starts = [match.start(name) for name in ("minus", "symbol", "number") if match[name]]
    ends = [match.end(name) for name in ("number", "second", "plus", "unit") if match[name]]
    return min(starts), max(ends)


def _kind_and_unit(match: re.Match[str]) -> tuple[QuantityKind, str | None]:
    if match["symbol"]:
        return "money", CURRENCIES[match["symbol"].strip()]
    if match["unit"]:
        return units()[" ".join(match["unit"].split())]
    return "count", None


def _counted(match: re.Match[str], kind: QuantityKind, text: str, end: int) -> tuple[int, int] | None:
    """What is counted: the noun after a bare number, or after "of" where there is a unit."""
    if kind == "count":
        hyphened = _HYPHENED.match(text, match.end(), end)
        return hyphened.span(1) if hyphened else counted(text, match.end(), end, one=match["number"] in {"one", "1"})
    return counted(text, match.end(), end) if _OF.match(text, match.end(), end) else None


# ── hedges ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_COMPARING = re.compile(r"\b(?:for|just|well|is|was|were|of|at|lasted|took|takes|in|after|by|to|with|the|still) \Z")


def _hedge(match: re.Match[str]) -> Hedge | None:
    if match["more"]:
        return "at least" if match["more"].endswith("more") else "at most"
    if match["plus"]:
        return "over"
    before = match.string[max(0, match.start() - 10) : match.start()]
    if match["hedge"] == "over" and match["unit"] and not _COMPARING.search(before):
        return None  # "4.5 per cent over two years" tells when, not how much
    return hedges()[" ".join(match["hedge"].split())] if match["hedge"] else None


# ── two numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _is_range(match: re.Match[str], first: float, second: float) -> bool:
    """Whether two numbers are the ends of a range, and not a score, a change or a list."""
    joint = match["to"].strip()
    if joint == "and":
        return bool(match["between"]) and first < second
    if joint == "or":
        return first < second <= 2 * first
    changed = match.string[max(0, match.start() - 6) : match.start()].endswith("from ")
    return first * _shared_scale(match, first, second) < second and not changed


def _shared_scale(match: re.Match[str], first: float, second: float) -> float:
    """What the first number of "20 to 30 million" is to be multiplied with."""
    scale = re.search(r"(?:thousand|million|billion|trillion|bn|mn|tn|[mk])$", match["second"])
    if not scale or re.search(r"[a-z]$", match["number"]) or first >= second:
        return 1.0
    return parse("1 " + scale[0]) or 1.0


def _apart(match: re.Match[str], article: Article, folded: str, end: int) -> Iterator[Quantity]:
    """Two numbers that are no range: neither of a score ("4-3"), else each by itself."""
    if match["to"] in {"-", "-to-"}:
        return
    for start, stop in ((match.start(), match.start("to")), (match.end("to"), end)):
        single = _pattern().match(folded, start, stop)
        if single and not single["second"]:
            yield from _read(single, article, folded, end)


# ── what only looks like a quantity ──────────────────────────────────────────────────────────────────────────────────

_NO_ONE = re.compile(r"\b(?:the|this|that|no|each|every|which|any|another|only|day|not|either|neither|first|last|'s) $")
_ONE_OF = re.compile(
    r" +(?:of|another|day|thing|who|that|is|was|to|can|could|should|more|or|and|in|point|way|hand|side|soon|time)\b"
    r"|[^ -]|$"
)
_GLUED = re.compile(r"[\w/#@_:.+=-]\Z|\d,\Z|[$£€]\Z")
_CODE = re.compile(r"[/:]\d|(?:st|nd|rd|th)\b|\.\d")
_FACTOR = re.compile(r" +times\b|-(?:off|on|to|way|sided|time)\b")  # "three times as many", "one-off", "one-to-one"
_LAST_WORD = re.compile(r"([^\W\d_][\w'.&-]*)[ ]+\Z")
_LIST_NUMBER = re.compile(r"[.)](?: |\Z)")


def _counts_one(match: re.Match[str], article: Article, end: int) -> bool:
    """Whether "one" is a number here, and not a pronoun."""
    if _NO_ONE.search(match.string, max(0, match.start() - 10), match.start()):
        return False
    bare = not match["unit"] and not match["symbol"]
    noun = _counted(match, "count", article.text, end)
    return not bare or (noun is not None and not _ONE_OF.match(match.string, match.end()))


def _names_a_thing(match: re.Match[str], article: Article, folded: str, sentence: Sentence) -> bool:
    """Whether the number is part of a name, a label, a code or a numbered list."""
    start = match.start("symbol") if match["symbol"] else match.start("number")
    if _GLUED.search(folded[max(0, start - 1) : start]) and not match["minus"] and not match["between"]:
        return True
    if _CODE.match(folded, match.end()) or _FACTOR.match(folded, match.end("number")):
        return True
    first = start == article.blocks[sentence.block].start
    if first and match["number"].isdigit() and _LIST_NUMBER.match(folded, match.end("number")):
        return True
    if match["symbol"] or match["unit"] or match["hedge"] or match["between"]:
        return False
    word = _LAST_WORD.search(folded, max(sentence.span.start, start - 30), start)
    return word is not None and _labelled(word, article, sentence)


def _labelled(word: re.Match[str], article: Article, sentence: Sentence) -> bool:
    """Whether the word before the number makes a label of both: "Route 9", "Circuit 1107", "theatre 4"."""
    if word[1] in entries("labels"):
        return True
    heading = article.blocks[sentence.block].kind in {"title", "heading"}
    opens = word.start() == sentence.span.start or article.text[word.start() - 2 : word.start()] == ". "
    return article.text[word.start()].isupper() and not heading and not opens and word[1] not in hedges()
