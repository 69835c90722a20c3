"""The age of one person, given differently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from crossread.comparing.facts import Fact
from crossread.comparing.grounds import RARE, Ground
from crossread.comparing.tellings import Telling
from crossread.comparing.vocabulary import entries, kin, meanings, words
from crossread.records import Difference, Span

from .sides import difference, listed, short

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER = r"(?P<age>[1-9]\d?|1[01]\d)"
IN_WORDS = rf"(?P<age>(?:{'|'.join(TENS)})(?:-(?:{'|'.join(UNITS)}))?)"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<=[\w”’\"'.)]), (?:aged |age )?{NUMBER}(?=[,.;)]| (?:and|who|was|is)\b|$)",  # NAME, 62,
        rf"(?<=\w) \({NUMBER}\)",  # NAME (62)
        rf"\b{NUMBER}[- ]years?[- ]old\b",
        rf"\b(?:man|woman|boy|girl|child|teenager|cadet|pensioner) of {NUMBER}\b(?! (?!was|is|has)[a-z]+s\b)",
        rf"\b(?:aged|age of|age as|age at|age was|age is|age) {NUMBER}\b(?! (?:to|and|or)\b|[-–])",
        rf"\b(?:[Hh]e|[Ss]he) (?:was|is|turned) {NUMBER}(?=[.,;!?”\"]|\s+when\b|$)",
        rf"\b(?:[Hh]e|[Ss]he) (?:was|is|turned) {IN_WORDS}(?=[.,;!?”\"]|\s+when\b|$)",
        rf"\b[Tt]he (?:[a-z]+ )?[a-z]+, {NUMBER}, (?=was|is|has|had|who|said)",
    )
)
BESIDE_NAME = re.compile(rf"\b[A-Z][\w’'.-]+, {NUMBER}(?=[,.;)]| (?:and|who|was|is|of|from)\b)")
APPOSED = re.compile(r",? ?(?:an? |the )?")
LEADING = re.compile(r"(?: [\w-]+){0,3} ")
SAME_PERSON = 0.12  # likeness of two sentences from which on two unnamed persons in them are one
FAR = 10  # years from the age that most give from which on an age is somebody else's
REFERRING = re.compile(r"(?:the|he|she)\b", re.IGNORECASE)
BACK = 6  # sentences back in which whoever "he" and "the 44-year-old" are was named
CLOSE = 6  # years by which the ages of one unnamed person may differ; more, and it is somebody else


@dataclass(frozen=True, slots=True)
class Age:
    """An age, whose it is, if that is known, and the sentence that gives it."""

    fact: Fact
    person: str | None
    sentence: Span


def age(ground: Ground) -> Iterator[Difference]:
    """Differences over the age of a named person, and of an unnamed one who is told of in like words."""
    ages = _owned([found for telling in ground.tellings for found in ages_in(telling)], ground)
    persons = [p for p in dict.fromkeys(a.person for a in ages) if p is not None]
    for person in persons:
        yield from _differ(ground, _of_one(a for a in ages if a.person == person), ground.entity[person].name)
    yield from _unnamed(ground, ages)


def _of_one(ages: Iterable[Age]) -> list[Age]:
    """The ages, without those so far from the most frequent one that somebody else must be meant."""
    given = _consistent(list(ages))
    if not given:
        return []
    often = Counter(a.fact.value for a in given).most_common(1)[0]
    if often[1] < 2:
        return given
    return [a for a in given if abs(int(a.fact.value) - int(often[0])) <= FAR]


def _consistent(ages: Sequence[Age]) -> list[Age]:
    """The ages, without those of an article that seems to give one person two: there somebody is misread."""
    told: dict[str, set[str]] = {}
    for age in ages:
        told.setdefault(age.fact.span.article, set()).add(age.fact.value)
    return [age for age in ages if len(told[age.fact.span.article]) == 1]


def _owned(ages: list[Age], ground: Ground) -> list[Age]:
    """The ages, those of "he" and "the 44-year-old" given to a person just named whose age is given elsewhere.

    Only where there is one such person, of about that age, and the article gives that person no age of another kind.
    """
    given = {(a.person, a.fact.value) for a in ages if a.person is not None}
    made = []
    for age in ages:
        near = ground.telling[age.sentence.article].persons_before(age.sentence, BACK)
        known = {p for p, value in given if p in near and abs(int(value) - int(age.fact.value)) <= CLOSE}
        definite = REFERRING.match(ground.words(age.fact.span))
        made.append(replace(age, person=known.pop()) if age.person is None and definite and len(known) == 1 else age)
    return made


def years(written: str) -> int:
    """The number of years that figures or words stand for: "66", "sixty-six"."""
    if written.isdigit():
        return int(written)
    tens, _, unit = written.lower().partition("-")
    return 20 + 10 * TENS.index(tens) + (UNITS.index(unit) + 1 if unit else 0)


def years_in(telling: Telling) -> frozenset[Span]:
    """The numbers in an article that are somebody's age, and count nothing."""
    return frozenset(
        Span(telling.id, *match.span("age"))
        for pattern in (BESIDE_NAME, *PATTERNS[1:])
        for match in pattern.finditer(telling.text)
    )


def ages_in(telling: Telling) -> tuple[Age, ...]:
    """The ages that an article gives, in order."""
    found: dict[int, Age] = {}
    for sentence in telling.sentences:
        for pattern in PATTERNS:
            for match in pattern.finditer(telling.text, sentence.start, sentence.end):
                person = _owner(telling, sentence, match)
                if pattern is PATTERNS[0] and person is None:
                    continue  # a bare number after a comma is an age only beside a person
                value = str(years(match["age"]))
                found.setdefault(match.start("age"), Age(Fact(value, _shown(telling, match)), person, sentence))
    return tuple(found[start] for start in sorted(found))


def _shown(telling: Telling, match: re.Match[str]) -> Span:
    """The words that give an age: those of the pattern with the mention before or around them."""
    start, end = match.start(), match.end()
    for mention in telling.mentions_in(
        telling.sentence_at(Span(telling.id, start, end)) or Span(telling.id, start, end)
    ):
        if mention.span.end == start or mention.span.start <= start < mention.span.end:
            start, end = min(start, mention.span.start), max(end, mention.span.end)
    while telling.text[start] in " ,":
        start += 1
    return Span(telling.id, start, end)


def _owner(telling: Telling, sentence: Span, match: re.Match[str]) -> str | None:
    """The person whose age it is: the mention that holds the words, ends right before or begins right after."""
    near = [m for m in telling.mentions_in(sentence) if m.entity in telling.persons]
    for mention in near:
        if mention.span.start <= match.start("age") and match.end() <= mention.span.end:
            return mention.entity
    for mention in near:
        if mention.kind == "pronoun" and match.start() == mention.span.start:
            return mention.entity
    start, end = match.span()
    before = [m for m in near if m.span.end <= start and APPOSED.fullmatch(telling.text[m.span.end : start])]
    after = [m for m in near if m.span.start > end and LEADING.fullmatch(telling.text[end : m.span.start])]
    chosen = before[-1:] or [m for m in after[:1] if m.kind == "name"]
    return chosen[0].entity if chosen else None


def _differ(ground: Ground, ages: Iterable[Age], whose: str) -> Iterator[Difference]:
    facts = [a.fact for a in ages]
    if len({fact.value for fact in facts}) > 1:
        yield difference(
            "age",
            "conflict",
            f"age of {whose}",
            facts,
            f"The age of {whose} is given as {listed(sorted({f.value for f in facts}))}.",
        )


def _unnamed(ground: Ground, ages: list[Age]) -> Iterator[Difference]:
    """Ages of persons told of in like words by two articles, at least one of which does not name them."""
    for left, right in combinations(ages, 2):
        if left.fact.span.article == right.fact.span.article or (left.person and right.person):
            continue
        if _known(left, right, ages) or _known(right, left, ages):
            continue
        if left.fact.value != right.fact.value and _one_person(ground, left, right):
            named = next((ground.entity[a.person].name for a in (left, right) if a.person), None)
            yield from _differ(ground, (left, right), named or _described(ground, left))


def _known(age: Age, other: Age, ages: Sequence[Age]) -> bool:
    """Whether the other's article gives this age too, then of somebody else."""
    return any(a.fact.span.article == other.fact.span.article and a.fact.value == age.fact.value for a in ages)


def _described(ground: Ground, age: Age) -> str:
    return f"the person in “{short(ground.words(age.sentence))}”"


def _one_person(ground: Ground, left: Age, right: Age) -> bool:
    if abs(int(left.fact.value) - int(right.fact.value)) > CLOSE:
        return False
    mine, yours = (words(ground.words(a.sentence)) for a in (left, right))
    if {_sex(w.lower for w in mine), _sex(w.lower for w in yours)} == {"woman", "man"}:
        return False
    roles = [_role(ground, age) for age in (left, right)]
    if None not in roles and roles[0] != roles[1]:
        return False
    first, second = meanings(mine), meanings(yours)
    shared = [m for m in first & second if ground.rarity(m) > RARE and m != kin("old")]
    if len(shared) < 2:
        return False
    return "die" in shared or ground.likeness(first, second) >= SAME_PERSON


def _role(ground: Ground, age: Age) -> str | None:
    """What the person of a given age is, where that tells one from another: "deputy", and not "man"."""
    telling, span = ground.telling[age.fact.span.article], age.fact.span
    after = words(telling.text[span.start : span.end + 40])
    at = next((i for i, word in enumerate(after) if word.lower.startswith(("year-old", "old"))), None)
    noun = next((w for w in after[at + 1 :]), None) if at is not None else None
    common = entries("male.txt") | entries("female.txt") | entries("anybody.txt")
    return None if noun is None or noun.lower in common else noun.stem


def _sex(found: Iterable[str]) -> str | None:
    seen = set(found)
    female, male = (bool(seen & entries(file)) for file in ("female.txt", "male.txt"))
    return None if female == male else "woman" if female else "man"
