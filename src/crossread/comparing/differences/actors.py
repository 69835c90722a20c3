"""Who did it: two accounts that name different doers of one act, or hold different ones responsible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from crossread.comparing.facts import Fact
from crossread.comparing.grounds import Ground
from crossread.comparing.tellings import Telling
from crossread.comparing.vocabulary import meanings, words
from crossread.records import Difference, Span

from .sides import difference, short

WHO = r"(?P<who>[^,;:]{2,70}?(?:, and not [^,;]{2,70},)?)"
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{WHO} (?:was|were|is|are|had been|has been|bore|bears)(?: \w+ly)? responsib(?:le|ility) for (?P<act>[^;]+)",
        rf"{WHO} (?:was|were|is|are|had been|has been) (?:behind|to blame for) (?P<act>[^;]+)",
        r"\bblam(?:e[sd]?|ing) (?P<act>[^;]{2,70}?) on (?P<who>[^,;]+)",
        r"\b(?:blam(?:e[sd]?|ing)|accus(?:e[sd]?|ing)|suspect(?:s|ed)?) (?P<who>[^,;]{2,60}?) (?:for|of) "
        r"(?P<act>[^;]+)",
        r"\b(?P<act>[^,;]{2,70}?) (?:was|were|is|are|had been|has been) (?:caused|started|carried out|committed|"
        r"ordered|fired|planted|staged|set) by (?P<who>[^,;]+)",
    )
)
CLEFT = re.compile(
    r"\bit (?:was|is) (?P<who>[^.;“”\"]{2,80}?)(?:,[^.;“”\"]{2,40},)? (?:that|who) (?:had |has )?(?P<act>[^.;]+)",
    re.IGNORECASE,
)
TURNED = re.compile(
    r"\b(?:the other way (?:round|around)|the opposite|the reverse|differently|a different story)\b",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"^.*\b(?:that|claim(?:s|ed)?|said|says|told [\w ]+|insist(?:s|ed)?|and|but|because|believes?|report(?:s|ed)?)\s+",
    re.IGNORECASE | re.DOTALL,
)
NOT_OTHER = re.compile(r", and not .*$", re.DOTALL)
NOT_SO = re.compile(r"\b(?:not|n't|never|no longer|nobody|no one|denied|denies)\b", re.IGNORECASE)
ONE_ACT = 0.3  # likeness of the words for two acts from which on they are one
CLEFT_REACH = 4  # sentences between two that turn a matter round


@dataclass(frozen=True, slots=True)
class Doing:
    """Who is said to have done what, and the clause that says so."""

    who: Span
    act: Span
    shown: Span


def actor(ground: Ground) -> Iterator[Difference]:
    """Differences over who did one act."""
    found = [doing for telling in ground.tellings for doing in _of(telling)]
    for left, right in combinations(found, 2):
        if _one_act(ground, left, right) and _two_doers(ground, left, right):
            yield _difference(ground, left, right)
    for telling in ground.tellings:
        yield from _clefts(ground, telling)


def _of(telling: Telling) -> Iterator[Doing]:
    for sentence in telling.sentences:
        for pattern in PATTERNS:
            for match in pattern.finditer(telling.text, sentence.start, sentence.end):
                who = _doer(telling, match)
                if who is not None:
                    act = Span(telling.id, *match.span("act"))
                    shown = Span(telling.id, min(who.start, act.start), max(who.end, act.end))
                    if not NOT_SO.search(NOT_OTHER.sub("", telling.words(who))):
                        yield Doing(who, act, _stripped(telling, shown))


def _doer(telling: Telling, match: re.Match[str]) -> Span | None:
    """The words for the doer alone: what stands between the words that lead up to it and the verb."""
    start, end = match.span("who")
    cut = NOT_OTHER.search(telling.text[start:end])
    end = start + cut.start() if cut else end
    lead = LEADING.match(telling.text[start:end])
    start += lead.end() if lead and lead.end() < end - start else 0
    return _stripped(telling, Span(telling.id, start, end)) if end - start > 1 else None


def _stripped(telling: Telling, span: Span) -> Span:
    start, end = span.start, span.end
    while end > start and telling.text[end - 1] in " .,;”\"’'":
        end -= 1
    while start < end and telling.text[start] in " .,;“\"‘'":
        start += 1
    return Span(telling.id, start, end)


def _one_act(ground: Ground, left: Doing, right: Doing) -> bool:
    mine, yours = (meanings(words(ground.words(d.act))) for d in (left, right))
    numbers = [{w.text for w in words(ground.words(d.act)) if w.text[0].isdigit()} for d in (left, right)]
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        return False
    return ground.likeness(mine, yours) >= ONE_ACT or bool(mine and yours and (mine <= yours or yours <= mine))


def _two_doers(ground: Ground, left: Doing, right: Doing) -> bool:
    mine, yours = (meanings(words(ground.words(d.who))) for d in (left, right))
    if not mine or not yours or mine & yours:
        return False
    people = [ground.telling[d.who.article].entities_in(d.who) for d in (left, right)]
    return not people[0] & people[1]


def _clefts(ground: Ground, telling: Telling) -> Iterator[Difference]:
    """ "It was A that left" and "it was B that left", where the article says that the matter is turned round."""
    found = []
    for number, sentence in enumerate(telling.sentences):
        for match in CLEFT.finditer(telling.text, sentence.start, sentence.end):
            who, act = (_stripped(telling, Span(telling.id, *match.span(part))) for part in ("who", "act"))
            found.append((number, Doing(who, act, Span(telling.id, who.start, act.end))))
    for (first, left), (second, right) in combinations(found, 2):
        between = telling.text[left.shown.end : right.shown.start]
        turned = TURNED.search(between) is not None or _one_act(ground, left, right)
        if turned and second - first <= CLEFT_REACH and _two_doers(ground, left, right):
            yield _difference(ground, left, right)


def _difference(ground: Ground, left: Doing, right: Doing) -> Difference:
    first, second = ground.words(left.who), ground.words(right.who)
    return difference(
        "actor",
        "conflict",
        f"who was behind “{short(ground.words(left.act))}”",
        [Fact(first, left.shown), Fact(second, right.shown)],
        f"One account names “{first}”, the other “{second}”.",
    )
