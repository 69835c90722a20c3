"""Numbers in an article that count nothing which another article could count differently: parts, halves of a result,
the same sum in another unit, and what is quoted only in order to deny it."""

from __future__ import annotations

import re

from crossread.comparing.tellings import Clause, Telling
from crossread.records import Quantity

NUMERAL = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d"
DENIED = re.compile(r"\b(?:not|never|no longer|rather than|instead of|and not)\s+(?:\w+\s+)?$", re.IGNORECASE)
PART = re.compile(r"\s+(?:[\w-]+\s+)?of (?:the|those|these|its|their|his|her)\b")
OF_THE = re.compile(r"[“\"]?(?:Out of|Of|Among) (?:the|those|these)\b")
CONVERTED = frozenset({"money", "length", "area", "weight", "temperature"})
VOTES = re.compile(rf"(?<!from )\b(?:{NUMERAL})(?: votes?)? to (?:{NUMERAL})\b", re.IGNORECASE)
CORRECTION = re.compile(
    r"\b(?:correction|(?:earlier|previous) (?:version|post|article|report)|(?:previously|originally) reported)\b",
    re.IGNORECASE,
)


def counts_nothing(telling: Telling, quantity: Quantity, clause: Clause) -> bool:
    """Whether a quantity is left out of the comparison."""
    tests = (_withdrawn, _is_vote, _is_part, _is_conversion, _is_one_of_several)
    return any(test(telling, quantity, clause) for test in tests)


def _withdrawn(telling: Telling, quantity: Quantity, clause: Clause) -> bool:
    """Whether the number is quoted only in order to deny or to correct it."""
    if CORRECTION.search(telling.words(telling.block_of(clause.span))):
        return True
    return DENIED.search(telling.text[clause.span.start : quantity.span.start]) is not None


def _is_vote(telling: Telling, quantity: Quantity, clause: Clause) -> bool:
    """Whether it is one half of a result or of a time: "five to four", "ten to six"."""
    sentence = telling.sentences[clause.sentence]
    return any(
        match.start() <= quantity.span.start < match.end()
        for match in VOTES.finditer(telling.text, sentence.start, sentence.end)
    )


def _is_part(telling: Telling, quantity: Quantity, clause: Clause) -> bool:
    """Whether it counts a part of what another number counts: "30 of the 90 wounded", "of the 40 arrested, 12 …"."""
    if PART.match(telling.text, quantity.span.end):
        return True
    sentence = telling.sentences[clause.sentence]
    whole = OF_THE.match(telling.text, sentence.start, sentence.end)
    return whole is not None and any(q.span.start < quantity.span.start for q in telling.quantities_in(sentence))


def _is_conversion(telling: Telling, quantity: Quantity, clause: Clause) -> bool:
    """Whether it gives the number before it in another unit: "$1 million (920,000 euros)"."""
    before = telling.text[clause.span.start : quantity.span.start].rstrip()
    earlier = [q for q in telling.quantities_in(clause.span) if q.span.end <= quantity.span.start]
    if (
        before.endswith("(")
        and quantity.kind in CONVERTED
        and re.match(r"\s*[);]", telling.text[quantity.span.end :][:3])
    ):
        return True
    return before.endswith("(") and bool(earlier) and earlier[-1].kind == quantity.kind


def _is_one_of_several(telling: Telling, quantity: Quantity, clause: Clause) -> bool:
    """Whether it is a "one" beside another: "one Danish and one Dutch climber"."""
    return quantity.value == 1 and sum(q.value == 1 for q in telling.quantities_in(clause.span)) > 1
