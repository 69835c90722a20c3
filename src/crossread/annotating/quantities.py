"""Numbers, what they count, their unit and their hedge: "at least 11 people", "£1.2bn", "almost four in five"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from crossread.records import Article, Hedge, Quantity, QuantityKind, Sentence, Timex

from . import timexes
from .ages import ages
from .counting import counted
from .folding import either, fold, pattern
from .lexicon import entries, table
from .numerals import NUMBER, UNDER_HUNDRED, parse

CURRENCIES = {
    "$": "USD", "us$": "USD", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₪": "ILS", "₩": "KRW", "₺": "TRY",
}  # fmt: skip
_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip


class _Unit(NamedTuple):
    kind: QuantityKind
    name: str


class _Found(NamedTuple):
    start: int  # of the match, hedge included: decides between overlapping ones
    quantity: Quantity


def find(article: Article, sentences: Sequence[Sentence], times: Sequence[Timex] | None = None) -> tuple[Quantity, ...]:
    """The quantities of the article in the order of its text.

    `times` are the article's time expressions, if they are known already: dates and times of day are no quantities.
    A span covers number and unit; the hedge and what is counted stand outside it. The value of a range is its middle.
    """
    folded = fold(article.text)
    known = timexes.find(article, sentences, None) if times is None else times
    dated = sorted((each.span.start, each.span.end) for each in known if each.type in {"date", "time"})
    found: list[Quantity] = []
    for sentence in sentences:
        taken = sentence.span.start
        inside = [each for each in dated if each[1] > sentence.span.start and each[0] < sentence.span.end]
        for each in sorted(_in_sentence(article, folded, sentence), key=_leftmost_longest):
            span = each.quantity.span
            if span.start < taken or any(start < span.end and span.start < end for start, end in inside):
                continue
            found.append(each.quantity)
            taken = span.end
    return tuple(found)


def _leftmost_longest(found: _Found) -> tuple[int, int]:
    return found.quantity.span.start, -found.quantity.span.end


def _in_sentence(article: Article, folded: str, sentence: Sentence) -> Iterator[_Found]:
    start, end = sentence.span.start, sentence.span.end
    for age in ages(folded, article.text, start, end):
        whose = article.span(*age.whose) if age.whose else None
        yield _Found(age.start, Quantity(article.span(age.start, age.end), "age", age.value, age.unit, counted=whose))
    for match in _fraction_pattern().finditer(folded, start, end):
        yield from _fraction(match, article, folded, end)
    for match in _figure_pattern().finditer(folded, start, end):
        if not _names_a_thing(match, article, folded, sentence):
            yield from _figure(match, article, folded, end)


# ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _hedges() -> dict[str, Hedge]:
    """Every wording of a hedge, with the hedge it is."""
    return {word.strip(): cast(Hedge, hedge) for hedge, words in table("hedges").items() for word in words.split(",")}


@cache
def _units() -> dict[str, _Unit]:
    """Every wording of a unit, with its kind and its canonical short form."""
    lines = ((unit, *forms.split(":")) for unit, forms in table("units").items())
    return {
        form.strip(): _Unit(cast(QuantityKind, kind), unit) for unit, kind, forms in lines for form in forms.split(",")
    }


@cache
def _figure_pattern() -> re.Pattern[str]:
    hedge = rf"(?:(?P<hedge>{either(_hedges())}) (?:of )?)?(?:an? (?:estimated|further|additional|mere|total of) )?"
    symbol = rf"(?:{either(CURRENCIES)}(?: )?)"
    unit = rf"(?:(?:-| )?(?P<unit>{either(_units())})(?!\w))".replace("(?:-| )?", "(?:-|(?: ))?")
    return pattern(
        rf"{hedge}(?P<between>between )?(?P<minus>minus |-(?=\d))?(?P<symbol>{symbol})?(?P<number>{NUMBER})"
        rf"(?:(?P<to>-| to | and |-to-)(?P<symbol2>{symbol})?(?P<second>{NUMBER}))?{unit}?"
        r"(?P<more> or (?:more|fewer|less))?"
    )


def _figure(match: re.Match[str], article: Article, folded: str, end: int) -> Iterator[_Found]:
    first = parse(match["number"])
    second = parse(match["second"]) if match["second"] else None
    if first is None:
        return
    if second is not None and not _is_range(match, first, second):
        yield from _first_of_two(match, article, folded, end)
        return
    if match["minus"]:
        first = -first
    if second is not None:
        first *= _shared_scale(match, first, second)
    kind, unit = _kind_and_unit(match)
    low, high = (first, second) if second is not None else (None, None)
    start = min(at for at in (match.start("minus"), match.start("symbol"), match.start("number")) if at >= 0)
    stop = match.end("unit") if match["unit"] else match.end("second") if match["second"] else match.end("number")
    thing = _counted(match, kind, article.text, end)
    if first == 1 and match["number"] == "one" and not _counts_one(match, folded, thing, kind):
        return
    yield _Found(
        match.start(),
        Quantity(
            article.span(start, stop),
            kind,
            first if second is None else (first + second) / 2,
            unit,
            _hedge(match),
            low,
            high,
            article.span(*thing) if thing else None,
        ),
    )


def _is_range(match: re.Match[str], first: float, second: float) -> bool:
    """Whether two numbers are the ends of a range, and not a score, a change or a list."""
    before = match.string[max(0, match.start() - 6) : match.start()]
    if match["to"].strip() == "and":
        return bool(match["between"]) and first < second
    return first * _shared_scale(match, first, second) < second and not before.endswith("from ")


def _shared_scale(match: re.Match[str], first: float, second: float) -> float:
    """What the first number of "20 to 30 million" is to be multiplied with."""
    scale = re.search(r"(?:thousand|million|billion|trillion|bn|mn|tn|[mk])$", match["second"])
    if not scale or re.search(r"[a-z]$", match["number"]) or first >= second:
        return 1.0
    return parse("1 " + scale[0]) or 1.0


_SCORE = re.compile(r"\d+-\d+")


def _first_of_two(match: re.Match[str], article: Article, folded: str, end: int) -> Iterator[_Found]:
    """Two numbers that are no range: neither of a score ("4-3"), else each by itself."""
    if match["to"] in {"-", "-to-"}:
        return
    for name in ("number", "second"):
        stop = match.start("to") if name == "number" else end
        single = _figure_pattern().match(folded, match.start() if name == "number" else match.start(name), stop)
        if single and not single["second"]:
            yield from _figure(single, article, folded, end)


_COMPARING = re.compile(r"\b(?:for|just|well|is|was|were|of|at|lasted|took|takes|in|after|by|to|with|the|still) \Z")


def _hedge(match: re.Match[str]) -> Hedge | None:
    if match["more"]:
        return "at least" if match["more"].endswith("more") else "at most"
    if (
        match["hedge"] == "over"
        and match["unit"]
        and not _COMPARING.search(match.string, max(0, match.start() - 10), match.start())
    ):
        return None  # "4.5 per cent over two years" tells when, not how much
    return _hedges()[" ".join(match["hedge"].split())] if match["hedge"] else None


def _kind_and_unit(match: re.Match[str]) -> tuple[QuantityKind, str | None]:
    if match["symbol"]:
        return "money", CURRENCIES[match["symbol"].strip()]
    if match["unit"]:
        return _units()[" ".join(match["unit"].split())]
    if _METRES.match(match.string, match.end()) and match["number"].endswith("m"):
        return "length", "m"
    return "count", None


_METRES = re.compile(r"(?:-| +)(?:tall|high|wide|deep|long|away|above|below)\b")


_HYPHENED = re.compile(r"-([a-z]+)")
_OF = re.compile(r" +of ")


def _counted(match: re.Match[str], kind: QuantityKind, text: str, end: int) -> tuple[int, int] | None:
    """What is counted: the noun after a bare number, or after "of" where there is a unit."""
    if kind == "count":
        hyphened = _HYPHENED.match(text, match.end(), end)
        return hyphened.span(1) if hyphened else counted(text, match.end(), end, one=match["number"] in {"one", "1"})
    return counted(text, match.end(), end) if _OF.match(text, match.end(), end) else None


_NO_ONE = re.compile(r"\b(?:the|this|that|no|each|every|which|any|another|only|day|not|either|neither|first|last|'s) $")
_ONE_OF = re.compile(r" +(?:of|another|day|thing|who|that|is|was|to|can|could|should|more|or|and|in)\b|[^ -]|$")


def _counts_one(match: re.Match[str], folded: str, thing: tuple[int, int] | None, kind: QuantityKind) -> bool:
    """Whether "one" is a number here, and not a pronoun."""
    before = folded[max(0, match.start() - 10) : match.start()]
    if _NO_ONE.search(before):
        return False
    return kind != "count" or (thing is not None and not _ONE_OF.match(folded, match.end()))


# ── what only looks like a quantity ──────────────────────────────────────────────────────────────────────────────────

_GLUED = re.compile(r"[\w/#@_:.+-]\Z|\d,\Z|[$£€]\Z")
_ORDINAL_OR_CODE = re.compile(r"(?:[/:]\d|(?:st|nd|rd|th)\b|\.\d)")
_FACTOR = re.compile(r" +times\b|-(?:off|on|to|way|sided|time)\b")  # "three times as many", "one-off", "one-to-one"
_LAST_WORD = re.compile(r"([^\W\d_][\w'.&-]*)[ ]+\Z")
_LIST_NUMBER = re.compile(r"[.)](?: |\Z)")


def _names_a_thing(match: re.Match[str], article: Article, folded: str, sentence: Sentence) -> bool:
    """Whether the number is part of a name, a label, a code or a numbered list."""
    start = match.start("symbol") if match["symbol"] else match.start("number")
    if _GLUED.search(folded[max(0, start - 1) : start]) and not match["minus"] and not match["between"]:
        return True
    if _ORDINAL_OR_CODE.match(folded, match.end()) or _FACTOR.match(folded, match.end("number")):
        return True
    first = start == article.blocks[sentence.block].start
    if first and _LIST_NUMBER.match(folded, match.end("number")) and match["number"].isdigit():
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
    capital = article.text[word.start()].isupper() and word.start() > sentence.span.start
    return (
        capital and not heading and word[1] not in _hedges() and article.text[word.start() - 2 : word.start()] != ". "
    )


# ── shares ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _fraction_pattern() -> re.Pattern[str]:
    hedge = rf"(?:(?P<hedge>{either(_hedges())}) )?"
    count = rf"(?:\d{{1,3}}|{UNDER_HUNDRED})"
    return pattern(
        rf"{hedge}(?:(?P<over>{count}) (?:in|out of)(?: every)? (?P<whole>{count}|a hundred)(?! (?:the|[a-z]+s)\b)"
        rf"|(?P<parts>an?|{count})(?P<joint>-| )(?P<part>{either(_PARTS)})s?(?: of)?"
        r"|(?P<half>half)(?= (?:of|the|its|their|his|her|our|all)\b))(?! (?:of )?an? )"
    )


def _fraction(match: re.Match[str], article: Article, folded: str, end: int) -> Iterator[_Found]:
    value, start, stop = _share(match)
    if value is None or not 0 < value <= 100:
        return
    thing = counted(article.text, stop, end) if _OF.match(article.text, stop, end) else None
    hedge = _hedges()[" ".join(match["hedge"].split())] if match["hedge"] else None
    quantity = Quantity(
        article.span(start, stop), "percent", value, "percent", hedge, counted=article.span(*thing) if thing else None
    )
    yield _Found(match.start(), quantity)


def _share(match: re.Match[str]) -> tuple[float | None, int, int]:
    """The percentage that a fraction stands for, and where its words begin and end."""
    if match["half"]:
        return 50.0, match.start("half"), match.end("half")
    if match["over"]:
        over, whole = parse(match["over"]), parse(match["whole"])
        sound = over and whole and over < whole
        return (100 * over / whole if over and whole and sound else None), match.start("over"), match.end("whole")
    parts = 1.0 if match["parts"] in {"a", "an"} else parse(match["parts"])
    stop = match.end("part") + match.string.startswith("s", match.end("part"))
    if not match.group().endswith(" of") and (match["joint"] == " " or match["part"] in {"quarter", "half"}):
        return None, 0, 0
    return (parts * 100 / _PARTS[match["part"]] if parts else None), match.start("parts"), stop
