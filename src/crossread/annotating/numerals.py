"""Numbers as newspapers write them: "1,200", "1.2bn", "seventy-eight", "two and a half million", "5 1/2"."""

from __future__ import annotations

import re

from .folding import either

_TO_NINE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
ONES = {word: value for value, word in enumerate(("zero", *_TO_NINE, *_TEENS))}
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TENS = {word: 10 * value for value, word in enumerate(_TENS, 2)}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
LOTS = {"dozen": 12.0, "score": 20.0}
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

FIGURES = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
UNDER_HUNDRED = rf"(?:{either(TENS)}(?:(?:-| ){either(_TO_NINE)})?|{either(ONES)})"
_UNDER_THOUSAND = rf"(?:(?:{UNDER_HUNDRED}|a) hundred(?:(?: and)? {UNDER_HUNDRED})?|{UNDER_HUNDRED})"
_SCALE = either(SCALES)
SPELT = (
    rf"(?:(?:{_UNDER_THOUSAND}|a)(?: and a half)? {_SCALE}(?:,? (?:and )?{_UNDER_THOUSAND}(?: {_SCALE})?){{0,3}}"
    rf"|{_UNDER_THOUSAND}(?: and a half)?(?: dozen)?|(?:half )?a dozen|half a {_SCALE})"
)
NUMBER = (
    rf"(?:{FIGURES}(?:(?:-| )?[½¼¾⅓⅔⅛]|(?:-| )\d/\d)?(?:(?:-| ){_SCALE}|(?: )?(?:bn|mn|tn)|[mkb])?(?! and a)"
    rf"|{FIGURES} and a half(?: {_SCALE})?|[½¼¾⅓⅔⅛]|{SPELT})"
)
"""A fragment for `folding.pattern`: one number, in figures or words."""

COUNT = (
    rf"(?:{FIGURES}(?:(?:-| )?[½¼¾]|(?:-| )\d/\d)?(?: and a half)?(?!\d)|{UNDER_HUNDRED}(?: and a half)?"
    rf"|(?:a|{either(_TO_NINE)}) (?:hundred|thousand)|(?:half )?a dozen)"
)
"""The same for numbers as small as those of years, days and ages: much cheaper to compile."""

_FIGURES = re.compile(rf"({FIGURES})?(?:[- ]*([½¼¾⅓⅔⅛])|[- ]+(\d)/(\d))?( and a half)?[- ]*([a-z]+)?")


def parse(words: str) -> float | None:
    """The number that the folded words write, or None where they write none."""
    words = " ".join(words.split())
    if match := _FIGURES.fullmatch(words):
        return _of_figures(match) if match[1] or match[2] else _of_words(words)
    return _of_words(words)


def _of_figures(match: re.Match[str]) -> float | None:
    whole, vulgar, over, under, half, scale = match.groups()
    value = float(whole.replace(",", "")) if whole else 0.0
    value += VULGAR[vulgar] if vulgar else 0.0
    value += int(over) / int(under) if over and int(under) else 0.0
    value += 0.5 if half else 0.0
    factor = (SCALES | SUFFIXES).get(scale, None) if scale else 1.0
    return None if factor is None else _tidy(value * factor)


def _of_words(words: str) -> float | None:
    total, group, seen = 0.0, 0.0, False
    for word in words.replace("-", " ").replace(",", " ").split():
        if word in ONES or word in TENS:
            group += ONES.get(word, TENS.get(word, 0))
        elif word == "hundred":
            group = (group or 1.0) * 100
        elif word in LOTS:
            group = (group or 1.0) * LOTS[word]
        elif word in SCALES:
            total, group = total + (group or 1.0) * SCALES[word], 0.0
        elif word == "half":
            group += 0.5
        elif word not in {"and", "a"}:
            return None
        seen = seen or word not in {"and", "a"}
    return _tidy(total + group) if seen else None


def _tidy(value: float) -> float:
    """Without the dust that binary fractions leave: 2.3 million is 2300000."""
    return float(f"{value:.12g}")
