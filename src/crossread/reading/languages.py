"""Which language a text is written in."""

from __future__ import annotations

import re
from typing import Final

from . import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_WORDS: Final = 400
_LEAST_SHARE: Final = 0.18  # of a sample's words; running text in each language has .25 to .45
_LEAST_LEAD: Final = 2.0  # times the share of the next language


def identify(text: str, hint: str | None = None) -> str | None:
    """The ISO 639-1 code of the text's language; None for a text too short to tell.

    The words decide; `hint`, what the page says of itself, only where they leave it open. The words that hold a
    sentence together tell most texts apart at once; the trained identifier is loaded only for the others.
    """
    sample = [word.casefold() for word in _WORD.findall(text[:20_000])[:_SAMPLE_WORDS]]
    if len(sample) < 5:
        return _code(hint)
    codes = sorted(code for code, _ in lexicon.sections("function-words"))
    shares = sorted(((_share(sample, code), code) for code in codes), reverse=True)
    (best, code), (second, _) = shares[0], shares[1]
    if best >= _LEAST_SHARE and best >= _LEAST_LEAD * second:
        return code
    return _trained(text[:5_000])


def _share(sample: list[str], code: str) -> float:
    known = lexicon.entries("function-words", code)
    return sum(word in known for word in sample) / len(sample)


def _trained(text: str) -> str | None:
    from py3langid.langid import classify

    return str(classify(text)[0])


def _code(hint: str | None) -> str | None:
    match = re.match(r"\s*([A-Za-z]{2})(?:$|[-_])", hint or "")
    return match[1].casefold() if match else None
