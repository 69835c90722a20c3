"""Numbers that one article sets against each other: rival counts of two sides, and a figure that has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, takewhile
from math import log

from crossread.comparing.facts import amount
from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Telling
from crossread.records import Quantity, Span

from .counts import PEOPLE, Count, every_figure, in_a_correction
from .tolls import OF_PEOPLE

CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed)?|put(?:s|ting)?|say(?:s)?|said|estimate[sd]?|speaks? of|spoke of|counted|counts|"
    r"shows?|showed|recorded|ma(?:de|kes?) it|h(?:as|ave) it at|spoken of|acknowledge[sd]?|"
    r"boast(?:s|ed)?(?: of)?|report(?:s|ed)?|insist(?:s|ed)?|maintain(?:s|ed)?|reckon(?:s|ed)?|gave|gives?|"
    r"(?:figure|count|number|toll|total|estimate|tally)(?: [a-z]+){0,3} (?:was|is|of|at|stood at))\b",
    re.IGNORECASE,
)
OWN_FIGURE = re.compile(
    r"\b(?:own|official|police|its|their) (?:figure|count|number|toll|estimate|tally)\b", re.IGNORECASE
)
FROM = re.compile(
    r"\b(?:up|down|(?:ris(?:ing|en)|rose|increas(?:ed|ing)|gr[eo]wn?|climb(?:ed|ing)|fallen|fell|jumped)"
    r"(?: to [\w.,%]+)?) from (?:about |some |around )?$",
    re.IGNORECASE,
)
TIMES = re.compile(
    r"\b(?:about |some |roughly |nearly |almost )?"
    r"(?:(?P<word>two|three|four|five|six|ten) times|(?P<twice>twice|double))"
    r" (?:as many|as much|that(?: number| figure)?)\b",
    re.IGNORECASE,
)
FACTORS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
OWN_NOUN = re.compile(
    r"\b(?:which|that) [\w ]{1,30}\b(?:put|puts|estimates?|estimated) (?:it )?at\b[^,;]*$|\bthe $", re.IGNORECASE
)
ELSEWHERE = re.compile(r"^\s*(?:there|in the|at the|of those|of whom|of them)\b", re.IGNORECASE)
AND_NOT = re.compile(
    r"[^;:.,]{0,40}(?:,| and|, and)? not (?:the |its |only |as [^,;.]{2,40},? )?(?:some |about )?|"
    r"[^;:.,]{0,40} (?:rather than|instead of) (?:the |about )?"
)
ENDS = re.compile(r"\s*(?:[.,;)”\"’—–-]|$|(?:were|was|are|is|had|have|has|as|people|persons|men|women)\b)")
ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
ORDER = 10  # further apart than by this factor, a figure is no correction of another
LARGE = 20  # smaller figures are shared by chance
REACH = 2  # sentences within which a figure without a noun takes up the one before
REACH_OWN = 4  # sentences within which "its own figure" does


def set_against(ground: Ground, found: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Pairs of a figure and the one that its article says is the true one: "there were 74 on board, not 61"."""
    for count in found:
        telling, sentence = count.telling, count.telling.sentences[count.clause.sentence]
        for quantity in telling.quantities_in(sentence):
            between = telling.text[count.quantity.span.end : quantity.span.start]
            if quantity.span <= count.quantity.span or quantity.kind != count.quantity.kind:
                continue
            after = telling.text[quantity.span.end : sentence.end]
            if AND_NOT.fullmatch(between) and ENDS.match(after) and _given(ground, quantity, sentence):
                clause = telling.clause_at(quantity.span) or count.clause
                wide = Span(telling.id, count.quantity.span.start, max(clause.span.end, quantity.span.end))
                denied = Count(telling, replace(quantity, counted=count.quantity.counted), clause, amount(quantity))
                yield denied, replace(count, clause=replace(count.clause, span=wide))


def corrected(ground: Ground) -> Iterator[tuple[Count, Count]]:
    """Pairs of the figure that an article takes back and the one it gives instead, where another one gave the former.

    Of two figures of one kind in a correction, that which another article gives is the former one.
    """
    for telling in ground.tellings:
        here = [c for c in every_figure(telling) if in_a_correction(c)]
        for one, two in pairwise(here):
            near = two.clause.sentence - one.clause.sentence < REACH
            alike = one.measures() == two.measures() and (one.quantity.counted is None or two.quantity.counted is None)
            if not (near and alike and 1 / ORDER < (one.amount.value or 1) / (two.amount.value or 1) < ORDER):
                continue
            others = [c for t in ground.tellings if t is not telling for c in every_figure(t)]
            given = [[c for c in others if _is_former(c, figure)] for figure in (one, two)]
            if bool(given[0]) != bool(given[1]) and one.amount.value != two.amount.value:
                now = two if given[0] else one
                yield from ((former, now) for former in given[0] or given[1])


def _is_former(count: Count, former: Count) -> bool:
    """Whether a figure in another article is the one that is taken back."""
    same = count.measures() == former.measures() and count.amount.value == former.amount.value
    return same and (bool(count.sentence & former.sentence) or former.amount.value >= LARGE)


def rival_tolls(found: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Pairs of tolls that two speakers give in one article: "23 were hurt, the police say", "the movement says 120"."""
    told = [c for c in found if len(c.tolls & OF_PEOPLE) == 1 and not c.other and _claims_a_whole(c)]
    for i, one in enumerate(told):
        for two in takewhile(partial(_near, one), told[i + 1 :]):
            one_voice = one.speaker is not None and one.speaker == two.speaker
            same = one.tolls == two.tolls and one.clause is not two.clause and not one_voice
            if same and not one.amount.meets(two.amount):
                yield one, two


def _near(one: Count, two: Count) -> bool:
    return one.telling is two.telling and two.clause.sentence - one.clause.sentence < REACH_OWN


def _claims_a_whole(count: Count) -> bool:
    """Whether somebody is said to give the figure, and it is of people, not of a part of them."""
    sentence = count.telling.words(count.telling.sentences[count.clause.sentence])
    said = CLAIMED.search(sentence) or ACCORDING.search(sentence)
    before = count.telling.text[count.clause.span.start : count.span.start]
    return bool(said) and (count.head is None or count.head in PEOPLE) and not FROM.search(before)


def _given(ground: Ground, denied: Quantity, sentence: Span) -> bool:
    """Whether the figure is given in any other sentence: what nobody says is not at issue."""
    return any(
        q.value == denied.value and q.kind == denied.kind and not sentence.covers(q.span)
        for telling in ground.tellings
        for q in telling.annotated.quantities
    )


def rivals(ground: Ground, found: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Pairs of a figure and one that another side sets against it ("the town counts 400; the choir claims 1,500")."""
    for telling in ground.tellings:
        here = [c for c in found if c.telling is telling]
        multiples = tuple(_multiples(telling, here))
        for count in sorted((*here, *multiples), key=lambda c: c.quantity.span):
            rival = _taken_up(count, here)
            if rival is not None and not count.amount.meets(rival.amount):
                yield rival, count


def changes(found: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Pairs of a former and a present figure ("have risen to 40 from 15"), where another article gives the former."""
    for former in found:
        before = former.telling.text[former.clause.span.start : former.quantity.span.start]
        if not FROM.search(before):
            continue
        for now in found:
            if now.telling is not former.telling or now is former or now.clause.sentence != former.clause.sentence:
                continue
            if now.quantity.kind != former.quantity.kind and former.quantity.counted is not None:
                continue
            first = next((c for c in found if _elsewhere(c, former, now)), None)
            if first is not None and first.amount.value != now.amount.value:
                yield first, now
                break


def _elsewhere(count: Count, former: Count, now: Count) -> bool:
    return (
        count.telling is not now.telling
        and count.amount.value == former.amount.value
        and count.measures() == now.measures()
        and bool(count.sentence & now.sentence)
    )


def _taken_up(count: Count, here: Sequence[Count]) -> Count | None:
    """The figure that a count without a noun of its own takes up and contradicts."""
    if not _bare(count) or not CLAIMED.search(count.telling.words(count.clause.span)):
        return None
    sentence = count.telling.sentences[count.clause.sentence]
    if OWN_NOUN.search(count.telling.text, sentence.start, count.quantity.span.start):
        return None  # "the costs, which lawyers put at a million", "the 84 per cent"
    after = count.telling.text[count.quantity.span.end : count.clause.span.end + 12]
    if ELSEWHERE.match(after):
        return None
    own = OWN_FIGURE.search(count.telling.words(count.clause.span)) is not None
    near = [
        c for c in here
        if c.quantity.span < count.quantity.span
        and count.clause.sentence - c.clause.sentence < (REACH_OWN if own else REACH)
        and (own or count.telling.block_of(c.span) == count.telling.block_of(count.span))
        and _full(c) and _comparable(c, count) and c.clause is not count.clause
        and not (c.speaker is not None and c.speaker == count.speaker)
    ]  # fmt: skip
    return min(near, key=lambda c: abs(log(count.amount.value / c.amount.value))) if near else None


def _bare(count: Count) -> bool:
    return count.quantity.counted is None and count.quantity.kind in ("count", "percent")


def _full(count: Count) -> bool:
    before = count.telling.text[count.clause.span.start : count.quantity.span.start]
    named = count.quantity.counted is not None or bool(count.tolls) or _claimed(count)
    return (named or count.quantity.kind == "percent") and not FROM.search(before)


def _claimed(count: Count) -> bool:
    return CLAIMED.search(count.telling.words(count.clause.span)) is not None


def _comparable(full: Count, bare: Count) -> bool:
    """Whether the figures are of one order of size, and of one unit if the bare one names it."""
    if bare.quantity.kind == "percent" and full.quantity.kind != "percent":
        return False
    if full.quantity.kind not in ("count", "percent") or not full.amount.value or not bare.amount.value:
        return False
    return 0.1 < bare.amount.value / full.amount.value < 10


def _multiples(telling: Telling, here: Sequence[Count]) -> Iterator[Count]:
    """ "Three times as many" as the figure before it, as a count."""
    for sentence in telling.sentences:
        for match in TIMES.finditer(telling.text, sentence.start, sentence.end):
            span = Span(telling.id, match.start(), match.end())
            before = [c for c in here if c.quantity.span < span and _full(c)]
            clause = telling.clause_at(span)
            if not before or clause is None:
                continue
            factor = 2 if match["twice"] else FACTORS[match["word"].lower()]
            value = before[-1].quantity.value * factor
            made = Quantity(span, "count", value, hedge="about")
            yield Count(telling, made, clause, replace(amount(made), low=value * 0.85, high=value * 1.15))
