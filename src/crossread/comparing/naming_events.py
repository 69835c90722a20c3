"""What the event, those in it and the things in it are called: words of one group of the lexicon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from crossread.records import Span, Wording

from .clauses import is_verb
from .grounds import Ground
from .tellings import Telling
from .uses import Use, stems, use, wording
from .vocabulary import Word, entries, meanings, sets, stem, words

ROLES = frozenset({"head of a body", "player", "runner"})  # held by many in a story: told of each who is known
HYPHENS = ("-", "‑")
MODIFIERS = 2  # words before a noun that are shown with it
FAINT = 0.01  # the same where both open their articles
LEAD_SENTENCES = 4  # titles among them
ALIKE = 0.10  # likeness of two sentences from which on words of one group in them stand for one thing
PERSONAL = frozenset({"death", "end of a job"})  # told of one person each: see `describing.acts`


@cache
def colours() -> Mapping[str, tuple[str, ...]]:
    """For each stem, or two stems joined by a blank, the groups of the lexicon it stands in."""
    made: dict[str, list[str]] = defaultdict(list)
    for label, names in sets("loaded.txt").items():
        for entry in names:
            made[" ".join(stem(part) for part in entry.split())].append(label.rstrip("*"))
    return {key: tuple(dict.fromkeys(labels)) for key, labels in made.items()}


@cache
def _things() -> frozenset[str]:
    """The groups that hold nouns only."""
    return frozenset(label.rstrip("*") for label in sets("loaded.txt") if label.endswith("*"))


def _labels(key: str, form: str) -> tuple[str, ...]:
    """The groups that a word, or two, may be of: an inflected verb is of none that holds nouns only."""
    verb = form.endswith(("ed", "ing"))
    return tuple(label for label in colours().get(key, ()) if not (verb and label in _things()))


def events(ground: Ground) -> Iterator[Wording]:
    """The groups of which different outlets use different words for, as it seems, one thing."""
    uses = [
        (labels, one)
        for telling in ground.tellings
        for labels, one in _uses(telling)
        if not (ROLES & set(labels) and _describes_somebody(telling, one))
    ]
    grouped: dict[str, list[Use]] = defaultdict(list)
    weight = _weights(uses)
    for labels, one in uses:
        grouped[max(labels, key=lambda label: (weight[label], -labels.index(label)))].append(one)
    for label, found in sorted(grouped.items()):
        if label not in PERSONAL:
            of_one = _of_one_thing(ground, found)
            yield from wording(label, [*of_one, *(p for one in of_one if (p := _phrase(ground, one)))])


def _describes_somebody(telling: Telling, one: Use) -> bool:
    """Whether a use is part of the description of a known person: see `describing.descriptions`."""
    sentence = telling.sentence_at(one.span) or one.span
    return any(
        m.kind == "description" and m.entity in telling.persons and m.span.covers(one.span)
        for m in telling.mentions_in(sentence)
    )


def _weights(uses: Sequence[tuple[tuple[str, ...], Use]]) -> Counter[str]:
    """How many different words each group has in the story, those first that stand in no other group."""
    words_of: dict[str, set[tuple[bool, str]]] = defaultdict(set)
    for labels, one in uses:
        for label in labels:
            words_of[label].add((len(labels) == 1, stems(one.term)))
    return Counter({label: sum(3 if alone else 1 for alone, _ in found) for label, found in words_of.items()})


def _uses(telling: Telling) -> Iterator[tuple[tuple[str, ...], Use]]:
    """The words of the lexicon in an article, with the groups they may be of."""
    for clause in telling.clauses:
        taken = -1
        for i, word in enumerate(clause.words):
            following = clause.words[i + 1] if i + 1 < len(clause.words) else None
            pair = f"{word.stem} {following.stem}" if following is not None else ""
            if i == taken or _is_name(telling, clause.words, i):
                continue
            if following is not None and (labels := _labels(pair, following.lower)):
                taken = i + 1
                yield labels, use(telling, word.start, following.end)
            elif labels := _labels(word.stem, word.lower):
                yield labels, use(telling, word.start, word.end)


def _is_name(telling: Telling, found: tuple[Word, ...], i: int) -> bool:
    """Whether a word with a capital is part of a name, not the first of its sentence or of a title."""
    word = found[i]
    if not word.text[0].isupper() or word.text.isupper():
        return False
    here = Span(telling.id, word.start, word.end)
    sentence = telling.sentence_at(here) or here
    named = any(m.kind == "name" and m.span.covers(here) for m in telling.mentions_in(sentence))
    return named or not (word.start <= sentence.start + 1 or telling.is_heading(here))


def _of_one_thing(ground: Ground, found: Sequence[Use]) -> list[Use]:
    """The uses, those left out whose term no other outlet's different term stands beside in a like sentence."""
    kept: set[str] = set()
    near = {one.span: _around(ground, one) for one in found}
    for left, right in combinations(found, 2):
        pair = {stems(left.term), stems(right.term)}
        if left.article == right.article or len(pair) == 1 or pair <= kept:
            continue
        both_lead = _leads(ground, left) and _leads(ground, right)
        titled = any(ground.telling[one.article].is_heading(one.span) for one in (left, right))
        least = 0.0 if both_lead and titled else FAINT if both_lead else ALIKE
        if ground.likeness(near[left.span], near[right.span]) >= least:
            kept |= pair
    return [one for one in found if stems(one.term) in kept]


def _phrase(ground: Ground, one: Use) -> Use | None:
    """The use with what qualifies it, where that is a word or two after a determiner, a preposition or nothing."""
    telling = ground.telling[one.article]
    clause = telling.clause_at(one.span)
    if clause is None:
        return None
    found = clause.words
    at = next((i for i, word in enumerate(found) if word.start == one.span.start), 0)
    if is_verb(found, at):
        return None
    first = at
    while first and _joined(telling, found[first - 1], found[first]) and at - first <= MODIFIERS:
        first -= 1
    if first < at and telling.text[found[first].start - 1 : found[first].start] in HYPHENS:
        first += 1  # "19-day dock strike"
    qualified = 0 < at - first <= MODIFIERS and not any(_unfit(telling, found, i) for i in range(first, at))
    return use(telling, found[first].start, one.span.end) if qualified else None


def _joined(telling: Telling, before: Word, word: Word) -> bool:
    """Whether a word may belong to the noun phrase of the next."""
    stops = entries("stop.txt") | entries("numerals.txt")
    beside = telling.text[before.end : word.start] in (" ", *HYPHENS)
    return beside and before.lower not in stops and not before.text[0].isdigit()


def _unfit(telling: Telling, found: tuple[Word, ...], i: int) -> bool:
    """Whether a word qualifies no noun: an owner, a name, a verb."""
    low = found[i].lower
    owner = low.endswith(("'s", "s'"))
    return owner or low.endswith("ing") or _is_name(telling, found, i) or is_verb(found, i)


def _leads(ground: Ground, one: Use) -> bool:
    """Whether a use stands in the title or the first sentences of its article: it is of what the story is about."""
    clause = ground.telling[one.article].clause_at(one.span)
    return clause is not None and clause.sentence < LEAD_SENTENCES


def _around(ground: Ground, one: Use) -> frozenset[str]:
    """What the words around a use stand for, in its sentence."""
    sentence = ground.sentence_of(one.span)
    found = words(ground.words(sentence), sentence.start)
    return meanings(tuple(w for w in found if not one.span.start <= w.start < one.span.end))
