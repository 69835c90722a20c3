"""How likely two accounts of different articles carry one claim.

`Likeness` is the interface: profiles of two accounts in, a probability out. `HandWeighed` is a logistic function over
few plain signals. Within one event words alone say little, so each word, entity, number and time counts by its rarity
among the story's accounts.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Protocol

from crossread.records import Account, AnnotatedArticle, Attribution, Quantity, Span

from .facts import Amount, amount, written
from .lookups import Lookup
from .vocabulary import content, entries, kin, plain, stem, words

SMALL = 12
"""Counts up to a dozen are met everywhere; larger ones are often enough one of a kind within an event."""

LABELS = frozenset({"title", "heading", "caption"})


@dataclass(frozen=True)
class Profile:
    """What one account says, in a form to compare. `features` are words (by meaning), entities, amounts and times."""

    account: Account
    article: str
    words: tuple[str, ...]
    features: frozenset[str]
    sentence: frozenset[str]
    context: frozenset[str]
    amounts: tuple[tuple[str, Amount, str], ...]
    times: frozenset[str]
    speaker: str | None
    person: bool  # whether the speaker is a person, not a body that speaks through persons
    negated: bool
    label: bool  # in a title, heading or caption

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every two words that stand side by side."""
        return frozenset(zip(self.words, self.words[1:], strict=False))


class Likeness(Protocol):
    """Scores two accounts; a trained scorer can take the place of the plain one."""

    def __call__(self, left: Profile, right: Profile, /) -> float:
        """The likelihood, 0 to 1, that the two carry one claim."""


def profiles(article: AnnotatedArticle, accounts: Sequence[Account]) -> list[Profile]:
    """The profile of each account of the article."""
    found = Lookup(article)
    persons = frozenset(e.id for e in article.entities if e.kind == "person")
    attributions = {a.id: a for a in article.attributions}
    return [_profile(found, account, attributions.get(account.attribution or ""), persons) for account in accounts]


def _profile(found: Lookup, account: Account, attribution: Attribution | None, persons: frozenset[str]) -> Profile:
    span = account.span
    speaker = attribution.speaker if attribution else None
    cue = " ".join(map(found.words, attribution.cue)) if attribution else ""
    sentence = found.sentence(span)
    quantities = found.quantities(span)
    text = found.words(span)
    block = found.annotated.article.block_at(span.start)
    return Profile(
        account=account,
        article=span.article,
        words=tuple(word.lower for word in words(text)),
        features=_features(found, span, speaker),
        sentence=_features(found, sentence),
        context=_features(found, found.paragraph(sentence)),
        amounts=tuple((q.kind, amount(q), _counted(found, q)) for q in quantities),
        times=frozenset(
            part for t in found.timexes(span) if t.value and t.type in {"date", "time"} for part in _parts(t.value)
        ),
        speaker=speaker,
        person=speaker in persons,
        negated=denies(text) != denies(cue),
        label=block is None or block.kind in LABELS,
    )


_NO_DENIAL = re.compile(
    r"\b(?:no|never|not|nothing) (?:more|less|fewer|later|earlier) than\b|\bno doubt\b|\bnot only\b"
)
_DENIAL = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should) not|not one|"
    r"\w+n't|cannot|no|never|none|nobody|nothing|neither|nor|denie[sd]|deny|denying|denial|false|untrue)\b"
)


def denies(text: str) -> bool:
    """Whether the words say that something is not so; "not" counts with a verb before it, a mere contrast does not."""
    return _DENIAL.search(_NO_DENIAL.sub(" ", plain(text))) is not None


def _counted(found: Lookup, quantity: Quantity) -> str:
    """The head of what is counted, as a meaning ("people")."""
    if quantity.counted is None:
        return ""
    telling = content(words(found.words(quantity.counted)))
    return kin(telling[-1].stem) if telling else ""


def _features(found: Lookup, span: Span, speaker: str | None = None) -> frozenset[str]:
    mentions = found.mentions(span)
    quantities, timexes = found.quantities(span), found.timexes(span)
    named = [m.span for m in mentions if m.entity and m.kind == "name"]
    taken = [*named, *(q.span for q in quantities), *(t.span for t in timexes if t.value)]
    meant = {
        "w:" + kin(word.stem)
        for word in content(words(found.words(span), span.start))
        if word.stem not in _light_verbs() and not any(other.start <= word.start < other.end for other in taken)
    }
    meant |= {"e:" + m.entity for m in mentions if m.entity}
    meant |= {number for q in quantities if (number := _number(found, q))}
    meant |= {"t:" + part for t in timexes if t.value for part in _parts(t.value)}
    return frozenset(meant | ({"e:" + speaker} if speaker else set()))


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(map(stem, entries("light_verbs.txt")))


def _number(found: Lookup, quantity: Quantity) -> str | None:
    """The value; a small one only with what it counts, since there are sixes and twos of many things."""
    value = amount(quantity).value
    if quantity.kind == "percent" or (quantity.kind == "count" and abs(value) > SMALL):
        return "n:" + written(value)  # "78 per cent" is taken up as "78"
    if quantity.kind not in {"count", "duration"}:
        return f"n:{quantity.kind}:{written(value)}"
    counted = _counted(found, quantity) or quantity.unit
    return f"n:{written(value)}:{counted}" if counted else None


def _parts(value: str) -> set[str]:
    """The day and the time of day apart: one outlet gives the one, another the other."""
    day, _, clock = value.partition("T")
    return {part for part in (day, clock and "T" + clock) if part}


class Rarity:
    """How much each feature tells within one story: less the more accounts have it."""

    def __init__(self, all_profiles: Sequence[Profile]) -> None:
        seen = Counter(feature for profile in all_profiles for feature in profile.features)
        accounts = len(all_profiles)
        self._weights = {feature: math.log((1 + accounts) / (1 + n)) for feature, n in seen.items()}
        self._unseen = math.log(1 + accounts)
        self._masses: dict[frozenset[str], float] = {}

    def __call__(self, feature: str) -> float:
        """The weight of one feature."""
        return self._weights.get(feature, self._unseen)

    def weight(self, features: Iterable[str]) -> float:
        """The summed weights of the features."""
        return math.fsum(map(self, features))

    def mass(self, features: frozenset[str]) -> float:
        """The summed squares of the features' weights."""
        if features not in self._masses:
            self._masses[features] = math.fsum(self(feature) ** 2 for feature in features)
        return self._masses[features]

    def cosine(self, left: frozenset[str], right: frozenset[str]) -> float:
        """The cosine of two sets of features, each weighed by its rarity."""
        both = self.mass(left & right)
        return both / math.sqrt(self.mass(left) * self.mass(right)) if both else 0.0

    def covered(self, left: frozenset[str], right: frozenset[str]) -> float:
        """How much of the poorer set the other holds."""
        both = self.mass(left & right)
        return both / min(self.mass(left), self.mass(right)) if both else 0.0


SIGNALS = ("cosine", "covered", "mass", "verbatim", "sentence", "context", "amount", "time", "speaker", "voices")


RARE = 5.0
"""The rarity of a feature that a handful of accounts share."""

WEIGHTY = 15.0
"""Shared rarity at which a match is as weighty as it gets: about four rare words."""


def signals(left: Profile, right: Profile, rarity: Rarity) -> tuple[float, ...]:
    """What the judgement rests on, in the order of `SIGNALS`, each from 0 to 1 (`speaker`: from -1)."""
    return (
        rarity.cosine(left.features, right.features),
        rarity.covered(left.features, right.features),
        min(1.0, rarity.weight(left.features & right.features) / WEIGHTY),
        _dice(left.pairs, right.pairs),
        rarity.cosine(left.sentence, right.sentence),
        rarity.cosine(left.context, right.context),
        _shared_amount(left, right, rarity),
        float(not left.times.isdisjoint(right.times)),
        _speakers(left, right),
        float((left.account.attribution is None) == (right.account.attribution is None)),
    )


def _shared_amount(left: Profile, right: Profile, rarity: Rarity) -> float:
    """1 for amounts of one thing that agree; a bare number that both have counts by its rarity."""
    if any(_agree(a, b) for a in left.amounts for b in right.amounts):
        return 1.0
    shared = [feature for feature in left.features & right.features if feature.startswith("n:")]
    return max((min(1.0, rarity(feature) / RARE) for feature in shared), default=0.0)


def _dice(left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _speakers(left: Profile, right: Profile) -> float:
    if left.speaker is None or right.speaker is None:
        return 0.0
    if left.speaker == right.speaker:
        return 1.0
    return -1.0 if left.person and right.person else 0.0


Counted = tuple[str, Amount, str]


def _comparable(left: Counted, right: Counted) -> bool:
    """Whether two amounts are of one thing: same kind, same unit, and nothing else counted."""
    (kind, amount_, counted), (other_kind, other, other_counted) = left, right
    if kind != other_kind or amount_.unit != other.unit:
        return False
    return kind != "count" or not counted or not other_counted or counted == other_counted


def _agree(left: Counted, right: Counted) -> bool:
    return _comparable(left, right) and left[1].meets(right[1])


def comparable(left: Profile, right: Profile) -> bool:
    """Whether the two share more than who and when: a word, a number or a time of day."""
    return any(feature[0] in "wn" or feature.startswith("t:T") for feature in left.features & right.features)


def opposed(left: Profile, right: Profile) -> bool:
    """Whether the two cannot be accounts of one claim, however alike: other values at issue, or yes against no."""
    if _other_amounts(left.amounts, right.amounts):
        return True
    if any(_agree(a, b) for a in left.amounts for b in right.amounts):
        return False
    return _other_times(left, right) or left.negated != right.negated


def _other_amounts(left: Sequence[Counted], right: Sequence[Counted]) -> bool:
    """Whether both give amounts of one thing and none of them agree; a bare number among several may count
    anything."""
    only = len(left) == len(right) == 1
    rivals = [(a, b) for a in left for b in right if _comparable(a, b) and (a[0] != "count" or (a[2] and b[2]) or only)]
    return bool(rivals) and not any(a[1].meets(b[1]) for a, b in rivals)


def _other_times(left: Profile, right: Profile) -> bool:
    """Whether both give a day, or both a time of day, and no two of these can be the same, as precise as both are."""
    rivals = [(a, b) for a in left.times for b in right.times if a.startswith("T") == b.startswith("T")]
    return bool(rivals) and not any(a.startswith(b) or b.startswith(a) for a, b in rivals)


@dataclass(frozen=True)
class HandWeighed:
    """A logistic judgement over `signals`. The weights are few; see `WEIGHTS` for where they come from."""

    rarity: Rarity

    def __call__(self, left: Profile, right: Profile, /) -> float:
        """The likelihood that the two carry one claim; 0 where they are opposed."""
        if opposed(left, right):
            return 0.0
        total = BIAS + math.fsum(w * s for w, s in zip(WEIGHTS, signals(left, right, self.rarity), strict=True))
        return 1 / (1 + math.exp(-total))


BIAS = -5.0
WEIGHTS = (1.0, 2.0, 3.0, 1.2, 1.0, 0.8, 2.2, 1.2, 0.5, 0.3)
