"""What an article is about, as weighted terms: its words, and again its names and numbers."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from crossread.records import Article

Vector = dict[str, float]

NAME_WEIGHT = 1.5
"""A name or number says more about which event it is than another word."""

TITLE_REPEATS = 2
"""The words of a title count this often."""

MARKERS = "#@"
"""The first character of a number's and of a name's term; words have none."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_UNSAID = frozenset({"caption", "credit", "footnote"})


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that say nothing about what a text is about."""
    lines = (files(__package__) / "stop_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def terms(article: Article) -> Counter[str]:
    """How often each term occurs in the article: stems of words, `@` names and `#` numbers."""
    counts: Counter[str] = Counter()
    for block in article.blocks:
        if block.kind not in _UNSAID:
            times = TITLE_REPEATS if block.kind == "title" else 1
            for term in _terms_of(article.words(block), titled=block.kind in {"title", "heading"}):
                counts[term] += times
    return counts


def vectors(bags: Sequence[Counter[str]]) -> list[Vector]:
    """TF-IDF vectors of unit length, rarity measured within these articles."""
    found = Counter(term for bag in bags for term in bag)
    rarity = {term: math.log((1 + len(bags)) / (1 + n)) + 1 for term, n in found.items()}
    return [_unit({term: (1 + math.log(n)) * rarity[term] * _weight(term) for term, n in bag.items()}) for bag in bags]


def _unit(vector: Vector) -> Vector:
    """The vector scaled to length one; an empty one stays empty."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items()} if length else {}


def shared_products(all_vectors: Sequence[Vector]) -> Iterator[tuple[tuple[int, int], float]]:
    """The cosine of every two of the unit vectors that share a term, as ((i, j), cosine) with i < j, in order."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, vector in enumerate(all_vectors):
        products: dict[int, float] = defaultdict(float)
        for term, value in sorted(vector.items()):
            for j, other in holders[term]:
                products[j] += value * other
            holders[term].append((i, value))
        yield from (((j, i), product) for j, product in sorted(products.items()))


def folded_words(article: Article) -> set[str]:
    """Every word and number of the article, folded, as a name in another language's text would be found."""
    return {folded(word) for word in _WORD.findall(article.text)}


def folded(word: str) -> str:
    """The word without case, accents or a possessive ending."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'")).removesuffix("'s")
    return "".join(char for char in plain if not unicodedata.combining(char))


def _weight(term: str) -> float:
    return NAME_WEIGHT if term[0] in MARKERS else 1.0


def _terms_of(text: str, *, titled: bool) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isdigit():
            if len(word) > 1:
                yield "#" + word.replace(",", "")
            continue
        plain = folded(word)
        if len(plain) < 2 or plain in stop_words():
            continue
        yield _stem(plain)
        if word[0].isupper() and not titled and _inside_sentence(text, match.start()):
            yield "@" + plain


def _inside_sentence(text: str, at: int) -> bool:
    """Whether a capital at this place cannot be that of a sentence's first word."""
    return text[max(0, at - 3) : at].rstrip()[-1:] not in {"", *'.!?:“"‘(|'}


def _stem(word: str) -> str:
    """The word without a common English ending; rough, and the same for all forms that matter here."""
    for ending in ("ings", "ing", "ies", "ied", "es", "ed", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
