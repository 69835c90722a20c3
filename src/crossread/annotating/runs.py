"""Runs of capitalised words: which words may belong to a name by their form, and which join into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from .lexicon import body_words, entries, table, words
from .tokens import APOSTROPHES, Line, bare

PARTICLES = words("de del della der den des di da do dos du la le van von bin ibn al el y ter zu af")
_JOINED_BY_FOR = words(
    "centre center institute committee council alliance movement agency office society foundation coalition "
    "campaign department fund union organisation organization"
)
_JOINED_BY_ON = words("commission committee council conference convention panel")
_NUMBERED = words("channel route highway interstate local radio terminal area")
SAINTS = words("st saint children women men people workers veterans king queen")
JUNIORS = frozenset(["jr", "sr", "ii", "iii", "iv"])
LONGEST_NAME = 12  # tokens


@dataclass(frozen=True, slots=True)
class Usage:
    """How an article writes its words: which stand in lower case, which have a capital where none is due, and
    which of those stand `alone`, beside no other."""

    small: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)


def usage(lines: Iterable[Line]) -> Usage:
    """How the words are written, over all sentences that are no headlines."""
    use = Usage()
    for line in lines:
        if line.headline:
            continue
        for at, token in enumerate(line.tokens):
            if token.is_word and not token.is_capitalised:
                use.small[bare(token.text)] += 1
            elif token.is_word and not begins(line, at):
                use.capital[bare(token.text).casefold()] += 1
                if not (line.text(at - 1)[:1].isupper() or line.text(at + 1)[:1].isupper()):
                    use.alone[bare(token.text).casefold()] += 1
    return use


def begins(line: Line, at: int) -> bool:
    """Whether a word has its capital from where it stands: first in the sentence, a quotation, after a colon."""
    before = at - 1
    while before >= 0 and at - before < _MARKS_LOOKED_PAST and line.text(before) in _OPENING:
        before -= 1
    mark = line.text(before)
    return not mark or mark in _BREAKS or (mark in ".?!" and before > 0 and not _abbreviates(line.text(before - 1)))


_OPENING = frozenset("'‘’*-–—•[]")
_BREAKS = frozenset('"“«„:(/|…')
_MARKS_LOOKED_PAST = 4


def _abbreviates(word: str) -> bool:
    return len(word) == 1 or word in table("abbreviations")


def is_name_word(line: Line, at: int) -> bool:
    """Whether the token may be a word of a name by its form."""
    token = line.tokens[at]
    word = token.text
    if not token.is_word:
        return False
    if not token.is_capitalised:
        head, mark, tail = word.partition("-")
        return head in PARTICLES and tail[:1].isupper() if mark else _has_inner_capital(word)
    small = bare(word).casefold().replace("’", "'")
    if small.rstrip(".") in entries("calendar"):
        return _month_is_name(line, at)
    if small in _NEVER_NAMES or (word[-1].islower() and word.rpartition("-")[2][:1].islower() and "-" in word):
        return False
    if line.text(at + 1).isdigit() and small in entries("common_words"):
        return False  # Level 3
    if len(word) == 1 and (line.text(at + 1) != "." or line.text(at - 1) == "°"):
        return False
    if begins(line, at) and small in entries("function_words"):
        return small in entries("place_prefixes") and line.text(at + 1)[:1].isupper()
    return not line.text(at - 1).isdigit() or line.text(at - 1) == ""


def _has_inner_capital(word: str) -> bool:
    return any(c.isupper() for c in word[1:]) and word[:1].isalpha()


_NEVER_NAMES = words("i i'm i've i'd i'll god copyright advertisement rs sh ksh tsh usd eur gbp")


def _month_is_name(line: Line, at: int) -> bool:
    """Whether 'April', 'May' or 'June' is a person: a surname comes after it, or it is a surname."""
    word = line.lower(at)
    following = line.text(at + 1)
    return (
        word in entries("given_names") and following[:1].isupper() and following.casefold() not in entries("calendar")
    )


def run_end(line: Line, at: int, use: Usage) -> int:
    """The index after the last token of the run of name words that begins at `at`."""
    end = at + 1
    while end < len(line.tokens) and end - at < LONGEST_NAME:
        step = _joined(line, at, end, use)
        if not step:
            break
        end += step
    return end


def _joined(line: Line, start: int, at: int, use: Usage) -> int:
    """How many tokens from `at` on belong to the run that began at `start`: 0 if the run ends before `at`."""
    word, before = line.text(at), line.lower(at - 1)
    if line.quoted[at] != line.quoted[at - 1] or (owns(line, at - 1) and not _keeps_possessive(line, start, at)):
        return 0
    if word == "." and at + 1 < len(line.tokens) and is_name_word(line, at + 1) and _abbreviates(line.text(at - 1)):
        return 2
    if word == "," and line.lower(at + 1) in JUNIORS:
        return 2
    if word in APOSTROPHES and is_possessive(line, at - 1):
        return 2 if line.lower(at + 1) in body_words() and line.text(at + 1)[:1].isupper() else 0
    if word == "The":
        return 0
    if word == "." and before in JUNIORS | {"inc", "corp", "ltd", "co"}:
        return 1
    if is_name_word(line, at):
        return 1
    if word.isdigit() and before in _NUMBERED:
        return 1
    if word == "&" and at + 1 < len(line.tokens) and line.tokens[at + 1].is_capitalised:
        return 2
    return _joined_by_small_word(line, start, at, use)


def _joined_by_small_word(line: Line, start: int, at: int, use: Usage) -> int:
    word = line.text(at)
    run = [line.lower(i) for i in range(start, at)]
    skip = 1
    while line.text(at + skip) in PARTICLES | {"the"} and skip < 3:
        skip += 1
    if at + skip >= len(line.tokens) or not is_name_word(line, at + skip):
        return 0
    if word in PARTICLES:
        return skip + 1
    if word == "of" and (run[-1] in _HEADS_OF or (run[-1] in body_words() and _takes_of(run[-1]))):
        return skip + 1
    if word == "on" and run[-1] in _JOINED_BY_ON and skip == 1:
        return skip + 1
    if word == "for" and run[-1] in _JOINED_BY_FOR and skip == 1:
        return skip + 1
    if word == "and" and skip == 1 and _coordinates(line, start, at, run, use):
        return skip + 1
    return 0


_HEADS_OF = words(
    "republic kingdom states isle gulf bay sea university secretary house battle strait cape cathedral "
    "archbishop bishop duke prince"
)


def _takes_of(head: str) -> bool:
    """Whether a body's name may go on with 'of': the Gazette of Orme, but Larch Power of Orme is two names."""
    return head in entries("organisation_words") or table("organisation_names").get(head) != "firm"


def _coordinates(line: Line, start: int, at: int, run: list[str], use: Usage) -> bool:
    """Whether 'and' stands inside one name: 'Federation of Cooks and Bakers', 'Food and Drug Agency'."""
    left, right = line.lower(at - 1), line.lower(at + 1)
    if right in entries("given_names") or right in entries("places") or left in entries("places"):
        return False
    if "of" in run or "for" in run:
        return left not in body_words() and not line.text(at + 1).isupper()
    end = at + 1
    while end < len(line.tokens) and (is_name_word(line, end) or line.text(end) in APOSTROPHES):
        end += 1
    last = line.lower(end - 1)
    return end - at > 2 and len(run) == 1 and last in body_words() and use.capital[left] < 2


def owns(line: Line, at: int) -> bool:
    """Whether the token ends in a possessive 's."""
    return bare(line.text(at)) != line.text(at)


def is_possessive(line: Line, at: int) -> bool:
    """Whether the token is a possessive, that of a plural included ('the cooks' guild')."""
    return owns(line, at) or (
        line.text(at + 1) in APOSTROPHES and line.text(at).endswith("s") and at + 1 < len(line.tokens)
    )


def _keeps_possessive(line: Line, start: int, at: int) -> bool:
    """Whether a possessive is part of a longer name: 'St. Anne's Hospital', 'Quay Sheriff's Office'."""
    owner = line.lower(at - 1)
    headed = any(line.lower(i) in body_words() for i in range(at, min(at + 3, len(line.tokens))))
    commons = owner in SAINTS or owner in entries("roles")
    return headed and (line.lower(start) in SAINTS or commons) and owner not in entries("places")
