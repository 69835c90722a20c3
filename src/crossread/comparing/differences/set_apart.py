"""Times that an article itself sets apart: "on the 7th and not on the 3rd", "moved from Friday to Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from crossread.comparing.facts import Fact
from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Telling
from crossread.comparing.timeline import moment
from crossread.comparing.updates import later, since
from crossread.comparing.vocabulary import meanings, plain, words
from crossread.records import Difference, DifferenceRelation, Span, Timex

from .dated import Dated, dated
from .sides import difference, short

PUT = re.compile(
    r"\b(?:dates?|dated|puts?|places?|placed|times|timed|logged|logs|records?|recorded) (?:it|them|the [\w’' ]{3,30}?) "
    r"(?:to|at|on|as)\s+$"
)
ALSO_PUT = re.compile(r",? (?:and |but |while )?[^,;.]{3,50} (?:to|at|on)\s+")
AND_NOT = re.compile(r"(?:,? ?(?:and|but) |, )?not\b|\brather than\b|\binstead of\b", re.IGNORECASE)
MOVED = re.compile(
    r"\b(?:moved|postponed|put off|put back|pushed back|brought forward|rescheduled|delayed|shifted|changed) from $",
    re.IGNORECASE,
)


def times_set_apart(ground: Ground) -> Iterator[Difference]:
    """Differences over a time, or its change, that one article points out."""
    for telling in ground.tellings:
        yield from _set_apart(telling)
        yield from _moved(ground, telling)
        yield from _put_otherwise(telling)


def _set_apart(telling: Telling) -> Iterator[Difference]:
    """ "On the 7th and not, as the bank says, on the 3rd", in one sentence."""
    for sentence in telling.sentences:
        times = [(t, when) for t in telling.timexes_in(sentence) if (when := moment(t))]
        for (first, one), (second, two) in combinations(times, 2):
            between = telling.text[first.span.end : second.span.start]
            if one != two and len(between) < 60 and AND_NOT.match(between.lstrip()) and not _meet(one, two):
                facts = [Fact(one, _with_clause(telling, first)), Fact(two, second.span)]
                how: DifferenceRelation = "update" if since(telling.words(sentence)) else "conflict"
                yield difference(
                    "date", how, f"when “{telling.words(facts[0].span)}”", facts,
                    f"The article sets {one} against {two} in one sentence.",
                )  # fmt: skip


def _put_otherwise(telling: Telling) -> Iterator[Difference]:
    """ "The diary puts it at 6:25", after another time for it; "the clock puts it at 6:10, the diary at 6:25"."""
    times = [(t, when) for t in telling.annotated.timexes if (when := moment(t)) and telling.sentence_at(t.span)]
    for (first, one), (second, two) in pairwise(times):
        between = telling.text[first.span.end : second.span.start]
        put = PUT.search(between) is not None and between.count(".") <= 1
        both = PUT.search(telling.text[max(0, first.span.start - 60) : first.span.start]) and ALSO_PUT.fullmatch(
            between
        )
        alike = len(one) == len(two) and telling.block_of(first.span) == telling.block_of(second.span)
        if alike and one != two and (put or both):
            facts = [Fact(one, _with_clause(telling, first)), Fact(two, _with_clause(telling, second))]
            yield difference(
                "date", "conflict", f"when “{short(telling.words(facts[0].span))}”", facts,
                f"The article sets {one} against {two}.",
            )  # fmt: skip


def _with_clause(telling: Telling, timex: Timex) -> Span:
    clause = telling.clause_at(timex.span)
    start = timex.span.start if clause is None else clause.span.start
    return Span(telling.id, start, timex.span.end)


def _moved(ground: Ground, telling: Telling) -> Iterator[Difference]:
    """ "Moved from Friday to Monday"; accounts of the former date in other articles are set beside it."""
    for sentence in telling.sentences:
        times = [(t, when) for t in telling.timexes_in(sentence) if (when := moment(t))]
        for (first, one), (second, two) in combinations(times, 2):
            before = telling.text[sentence.start : first.span.start]
            between = telling.text[first.span.end : second.span.start]
            if not MOVED.search(before) or not re.fullmatch(r"\s*(?:until|to|till)\s*", between):
                continue
            about = meanings(words(before))
            earlier = [
                Fact(d.day or one, d.clause.span)
                for t in ground.tellings
                if t is not telling and later(t.published, telling.published)
                for d in dated(t)
                if (d.day == one[:10] or _same_weekday(d, telling, first))
                and (d.meanings & about or _by(d, telling, sentence))
            ]
            facts = [Fact(earlier[0].value if earlier else one, first.span), *earlier, Fact(two, second.span)]
            yield difference(
                "date", "update", f"“{telling.words(Span(telling.id, sentence.start, second.span.end))}”", facts,
                f"The date was moved from {one} to {two}.",
            )  # fmt: skip


def _by(dated: Dated, telling: Telling, sentence: Span) -> bool:
    """Whether it is said by somebody of whom the sentence speaks."""
    said = dated.attribution
    return said is not None and said.speaker is not None and said.speaker in telling.entities_in(sentence)


def _same_weekday(dated: Dated, telling: Telling, timex: Timex) -> bool:
    """Whether both give the time by the same words, in articles of one week."""
    mine, yours = plain(dated.telling.words(dated.timex.span)), plain(telling.words(timex.span))
    return mine.removeprefix("on ") == yours.removeprefix("on ")


def _meet(one: str, two: str) -> bool:
    """Whether two times may be the same: the one is a less precise form of the other."""
    return one.startswith(two) or two.startswith(one)
