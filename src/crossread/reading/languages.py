"""Which language a text is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_WORDS: Final = 400
_LEAST_SHARE: Final = 0.18  # of a sample's words; running text in each language has .25 to .45
_LEAST_LEAD: Final = 2.0  # times the share of the next language

_FUNCTION_WORDS: Final = {
    "en": "the of and to in a is that it was for on with as at by he his from said be have has are not this were who they an but had",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass",
    "fr": "de la le et les des en un une du que est pour qui dans a par plus pas au sur ne se ce il sont avec cette son",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha",
    "it": "di e il la che in un a per è una sono con non si da del le al dei della nel come più ha gli",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das foi",
    "nl": "de en van het een in is dat op te voor met zijn niet die aan er om ook als bij door naar uit heeft",
}


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _FUNCTION_WORDS.items()}


def identify(text: str, hint: str | None = None) -> str | None:
    """The ISO 639-1 code of the text's language; None for a text too short to tell.

    The words decide; `hint`, what the page says of itself, only where they leave it open. The words that hold a
    sentence together tell most texts apart at once; the trained identifier is loaded only for the others.
    """
    sample = [word.casefold() for word in _WORD.findall(text[:20_000])[:_SAMPLE_WORDS]]
    if len(sample) < 5:
        return _code(hint)
    shares = sorted(
        ((sum(word in known for word in sample) / len(sample), code) for code, known in _lists().items()), reverse=True
    )
    (best, code), (second, _) = shares[0], shares[1]
    if best >= _LEAST_SHARE and best >= _LEAST_LEAD * second:
        return code
    return _trained(text[:5_000])


def _trained(text: str) -> str | None:
    from py3langid.langid import classify

    return str(classify(text)[0])


def _code(hint: str | None) -> str | None:
    match = re.match(r"\s*([A-Za-z]{2})(?:$|[-_])", hint or "")
    return match[1].casefold() if match else None
