"""Where a sentence can be cut so that each part carries a claim of its own.

There is no parser behind this: a stretch is cut at punctuation and at the words that open a clause, and a part stands
alone only if it has a verb, or is an apposition with facts in it ("61", "a retired bus driver"). What cannot stand
alone stays with its neighbour, so the parts together are the whole stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .clocks import clock
from .vocabulary import entries

Range = tuple[int, int]

FEWEST_CLAUSE_WORDS = 4
"""A part with fewer words does not stand alone as a clause."""

FEWEST_ADVERBIAL_WORDS = 7
"""A shorter "after the polls closed" only says when; it stays with its clause."""

FEWEST_FACT_WORDS = 3
FEWEST_LISTED_WORDS = 5
FEWEST_ASIDE_WORDS = 2
ASIDE_SHARE = 0.7
"""An aside that is nearly all of its clause is not told apart from it."""

LONGEST_NAME_CHARACTERS = 80

_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
_CUT = re.compile(
    r"""(?P<short> \([^()]{1,15}\) )  # "(IDF)", "(61)": no cut
      | (?P<hard> ; | \s[—–-]\s | [—–] | (?<!\d):(?=\s) | [()] )
      | (?P<comma> ,(?=[\s"”’]) )
      | (?P<bare> (?<=\s)(?:and|but|while|whereas|although|though|because|after|before|when)(?=\s) )""",
    re.X,
)
_OPENER = re.compile(
    r"(?:and|but|or|so|yet|nor|while|whereas|although|though|because|since|after|before|when|whenever|who|whom|whose|"
    r"which|where|if|unless|until|once)\b",
    re.I,
)
_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|there|this|that|these|those|nobody|someone)\b", re.I)
_SUBJECT_NEXT = re.compile(
    r"\w+ (?:that|he|she|it|they|we|i|you|there|this|these|those|nobody|the|a|an|its|his|her|[A-Z])\b"
)
_COORDINATOR = re.compile(r"(?:and|or|but)$", re.I)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundreds?|thousands?|million|billion|half|thirds?|quarters?|fifths?|tenths?|twice)\b",
    re.I,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\b")
_WHEN = re.compile(r"(?:at|by|from|since|until|before|after|around|about|shortly|just)\b", re.I)
_COORDINATED_FIGURE = re.compile(
    r"(?:and|but) (?:(?:by|for|at|from|to|in|of|with) )?"
    r"(?:(?:no more than|no fewer than|more than|fewer than|at least|up to|about|some|nearly|over|around) )?"
    r"(?:[$€£]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
_ADVERBIAL = re.compile(r"(?:when|while|after|before|although|though|because|since|as|if|once|until|unless)\b", re.I)
_RELATIVE = re.compile(r"(?:who|which|whose)\b")
_ROLE = re.compile(r"(?:a|an|the|its|his|her|their|then|now|once|former)\s|[A-Z][\w’'-]*['’]s\s", re.I)
_LISTING = re.compile(r"(?:including|among them|such as|namely)\b", re.I)
_LISTED = re.compile(r"(?:and )?(?:a|an|the|his|her|its|their|[A-Z])\b")
_DETERMINER = re.compile(r"(?:a|an|the|its|his|her|their|now|then)$", re.I)
_RESTRICTIVE = re.compile(
    r"\b(?:a|an|the|its|his|her|their|our) (?:(?!(?:a|an|the|its|his|her|their|our|who|that|which)\b)[\w’'-]+ ){1,4}"
    r"(?:who|that) (?=[a-z])"
)
_NAME_AT_END = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?: (?:of |the |de |van |von |al-)?[A-ZÀ-Þ][\w.’'-]*){0,4}$")
_NOT_VERBS = frozenset(
    {
        "hundred",
        "need",
        "seed",
        "feed",
        "weed",
        "deed",
        "speed",
        "breed",
        "shed",
        "indeed",
        "red",
        "bed",
        "united",
        "so-called",
        "unnamed",
        "armed",
        "alleged",
    }
)
_NOT_PARTICIPLES = frozenset(
    {"morning", "evening", "building", "nothing", "something", "anything", "everything", "during", "spring", "king",
     "including", "according", "meeting", "ceiling", "beijing", "string", "wing", "ring", "sing", "thing", "being"}
)  # fmt: skip


def clauses(text: str, start: int, end: int) -> Iterator[Range]:
    """The clauses of `text[start:end]` in order; an aside, with its name, follows the clause that holds it."""
    parts = _parts(text, start, end)
    for first, last in _joined(text, parts):
        clause = (parts[first][0], parts[last][1])
        yield clause
        for aside in (*_asides(text, parts[first : last + 1]), *_restrictive(text, clause)):
            if aside != clause and ASIDE_SHARE * (clause[1] - clause[0]) > aside[1] - aside[0]:
                yield aside


def _restrictive(text: str, clause: Range) -> Iterator[Range]:
    """Relative clauses without a comma, each with the noun that they are about: "a crane that fell on two cars"."""
    for match in _RESTRICTIVE.finditer(text, *clause):
        after = _words(text, (match.end(), clause[1]))
        if match.start() > clause[0] and len(after) >= FEWEST_FACT_WORDS and _is_verb(after[0]):
            yield match.start(), clause[1]


def asides(text: str, start: int, end: int) -> Iterator[Range]:
    """The appositions and relative clauses of `text[start:end]`, each with the name that it is about."""
    yield from _asides(text, _parts(text, start, end))
    yield from _restrictive(text, (start, end))


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether the stretch has a word that looks like a finite verb."""
    return _acts(_words(text, (start, end)))


def opens_with_participle(text: str, start: int, end: int) -> bool:
    """Whether the stretch says what somebody did by a participle: "helping the crew ashore"."""
    words = _words(text, (start, end))
    return len(words) >= FEWEST_CLAUSE_WORDS and any(map(_is_participle, words[:2]))


def has_number(text: str, start: int, end: int) -> bool:
    """Whether there is a number in the stretch, in figures or in words."""
    return bool(_NUMBER.search(text, start, end))


def is_number(word: str) -> bool:
    """Whether the word is a number, in figures or spelled out."""
    return has_number(word, 0, len(word))


def _parts(text: str, start: int, end: int) -> list[Range]:
    """The stretch cut wherever it could be cut, without the punctuation and white space at the edges."""
    return [part for part in _cut(text, start, end) if _WORD.search(text, *part)]


def _cut(text: str, start: int, end: int) -> Iterator[Range]:
    at = start
    for match in _CUT.finditer(text, start, end):
        if match["short"]:
            continue
        cut = match.start()
        if cut > at:
            yield _trimmed(text, at, cut)
        at = cut if match["bare"] else match.end()
    yield _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in " \t\n,;:—–-()":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:—–-(":
        end -= 1
    return start, end


def _joined(text: str, parts: list[Range]) -> Iterator[tuple[int, int]]:
    """Runs of parts (first, last) that make one clause each."""
    first = 0
    for i in range(1, len(parts)):
        left = (parts[first][0], parts[i - 1][1])
        if _can_stand(text, left) and (
            _bears_fact(text, parts[i - 1], parts[i])
            or _is_listed(text, parts[i], left)
            or (_is_clause(text, parts[i]) and _opens(text, parts[i - 1], parts[i], left))
        ):
            yield first, i - 1
            first = i
    if parts:
        yield first, len(parts) - 1


def _opens(text: str, before: Range, part: Range, left: Range) -> bool:
    """Whether the part begins a new clause, judged by what parts it from the words before and by its first words."""
    gap = text[before[1] : part[0]]
    words = _words(text, part)
    if not gap.strip():  # "and", "because", … with no comma before them
        if _ADVERBIAL.match(text, *part) and len(words) < FEWEST_ADVERBIAL_WORDS and not has_number(text, *part):
            return False
        return bool(_SUBJECT_NEXT.match(text, *part)) or _is_verb(words[1]) or _is_participle(words[1])
    if gap.strip(' \n"”’') != ",":
        return True
    return bool(
        _OPENER.match(text, *part)
        or _PRONOUN.match(text, *part)
        or _is_participle(words[0])
        or _ADVERBIAL.match(text, *left)
    )


def _can_stand(text: str, part: Range) -> bool:
    return _is_clause(text, part) or (
        not text[part[0]].isupper() and bool(has_number(text, *part) or _LISTING.match(text, *part))
    )


def _is_clause(text: str, part: Range) -> bool:
    words = _words(text, part)
    if _is_participle(words[0]) or (len(words) > 1 and _COORDINATOR.match(words[0]) and _is_participle(words[1])):
        return len(words) >= FEWEST_FACT_WORDS
    return len(words) >= FEWEST_CLAUSE_WORDS and _acts(words)


def _bears_fact(text: str, before: Range, part: Range) -> bool:
    """Whether the part tells a figure of its own: ", about a third of its staff", "and by 96 after the recount"."""
    if not has_number(text, *part) or _YEAR.match(text, *part):
        return False
    if _WHEN.match(text, *part) and clock(text[part[0] : part[1]]) is not None:
        return False  # ", at ten past eight" only says when
    words = _words(text, part)
    if not text[before[1] : part[0]].strip():
        return bool(_COORDINATED_FIGURE.match(text, *part))
    return len(words) >= FEWEST_FACT_WORDS and (text[part[0]].islower() or text[part[0]].isdigit())


def _is_listed(text: str, part: Range, left: Range) -> bool:
    """Whether the part is one of several things told at some length: "including the fire of 1994, the theft of …"."""
    if len(_words(text, part)) < FEWEST_LISTED_WORDS:
        return False
    return bool(_LISTING.match(text, *part) or (_LISTING.match(text, *left) and _LISTED.match(text, *part)))


def _acts(words: list[str]) -> bool:
    """Whether one of the words looks like a finite verb; after an article it is none ("a retired pilot")."""
    return any(_is_verb(word) and not _DETERMINER.match(before) for before, word in pairwise(["", *words]))


def _is_verb(word: str) -> bool:
    plain = word.replace("’", "'")
    return plain in entries("finite_verbs.txt") or (
        plain.endswith("ed") and len(plain) > 3 and "-" not in plain and plain not in _NOT_VERBS
    )


def _is_participle(word: str) -> bool:
    return word.endswith("ing") and word.islower() and word not in _NOT_PARTICIPLES


def _words(text: str, part: Range) -> list[str]:
    return _WORD.findall(text, *part)


def _asides(text: str, parts: list[Range]) -> Iterator[Range]:
    """Appositions and relative clauses among the parts of one clause, each with the name before it."""
    named: Range | None = None
    for before, part in pairwise(parts):
        if named is None or not _is_aside(text, before):
            named = _name_at_end(text, before)
        if named and _is_aside(text, part) and text[before[1] : part[0]].strip() == ",":
            yield named[0], part[1]


def _is_aside(text: str, part: Range) -> bool:
    """Whether the part says of somebody who he is: an age, "a retired driver", "who has served two terms"."""
    words = _words(text, part)
    if len(words) == 1:
        return words[0].isdigit() and len(words[0]) < 4
    if _RELATIVE.match(text, *part):
        return len(words) >= FEWEST_ASIDE_WORDS
    return bool(_ROLE.match(text, *part)) and len(words) >= FEWEST_ASIDE_WORDS and not _acts(words)


def _name_at_end(text: str, part: Range) -> Range | None:
    """The capitalised words at the end of the part."""
    match = _NAME_AT_END.search(text, max(part[0], part[1] - LONGEST_NAME_CHARACTERS), part[1])
    return match.span() if match else None
