"""What every newsroom knows or can look up: ages, offices, measures, and what happened long before the event."""

from __future__ import annotations

import re
from datetime import date

from crossread.records import Span

from .lookups import Lookup
from .segments import has_verb
from .vocabulary import words

LONG_AGO_DAYS = 300
"""What is dated further back than this is no news of the event."""

_STANDING = frozenset(
    {"are", "belongs", "contains", "costs", "covers", "employs", "feeds", "has", "have", "holds", "houses", "is",
     "lies", "lives", "measures", "owns", "remains", "runs", "serves", "stands", "teaches", "weighs"}
)  # fmt: skip
_NOT_STANDING = re.compile(
    r"\b(?:(?:has|have|had|having) (?:\w+ )?(?:been|\w+ed|\w+n)|(?:is|are|was|were|being) (?:\w+ )?(?:to|\w+ing|\w+ed)|"
    r"will|would|was|were|did|says?|said|told)\b"
)


def is_background(found: Lookup, span: Span) -> bool:
    """Whether the account tells a standing fact or something long past, not what has just happened."""
    text = found.words(span)
    times = [t.value for t in found.timexes(span) if t.type in {"date", "time"} and t.value]
    written = found.annotated.article.published.value
    if any(_long_before(value, written) for value in times):
        return True
    if not has_verb(found.text, span.start, span.end):
        return "," in text and _names_somebody(found, span)  # "Ilja Varga, 52", "the harbour master, Ilja Varga"
    verbs = {word.lower for word in words(text)} & _STANDING
    return bool(verbs) and not times and not _NOT_STANDING.search(text)


def _names_somebody(found: Lookup, span: Span) -> bool:
    persons = {e.id for e in found.annotated.entities if e.kind == "person"}
    return any(m.entity in persons for m in found.mentions(span))


def _long_before(value: str, written: str | None) -> bool:
    """Whether an ISO date lies long before the day of writing; a year alone does if it is an earlier one."""
    if written is None:
        return False
    if len(value) < 10:
        return value[:4].isdigit() and int(value[:4]) < int(written[:4]) - (len(value) > 4)
    try:
        return (date.fromisoformat(written[:10]) - date.fromisoformat(value[:10])).days > LONG_AGO_DAYS
    except ValueError:
        return False
