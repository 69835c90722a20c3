"""What an account says, in a form in which it can be compared: words by meaning, entities, amounts, times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial

from crossread.records import Account, AnnotatedArticle, Attribution, Quantity, Span, Timex

from .clocks import clock
from .facts import Amount, amount, written
from .lookups import Lookup
from .roots import root
from .vocabulary import content, entries, kin, plain, senses, stem, words

Counted = tuple[str, Amount, str]
"""The kind of a quantity, its amount, and what it counts ("" where that is not known)."""

SMALL = 12
"""Counts up to a dozen are met everywhere; larger ones are often enough one of a kind within an event."""

NEAR_CHARACTERS = 24

_NOT_THIS = re.compile(r"(?:\band not|, not|\brather than|\binstead of)(?: (?:on|at|in|by|for|the|only|just))? $", re.I)

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
    stopped: bool  # says that what goes on elsewhere was brought to an end
    lacks: bool  # says "without", "missing" and the like, by which a thing is denied without a "not"
    label: bool  # in a title, heading or caption

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every two words that stand side by side."""
        return frozenset(zip(self.words, self.words[1:], strict=False))


def profiles(article: AnnotatedArticle, accounts: Sequence[Account]) -> list[Profile]:
    """The profile of each account of the article."""
    found = Lookup(article)
    around = cache(partial(_features, found))  # many accounts stand in one sentence, and more in one paragraph
    persons = frozenset(e.id for e in article.entities if e.kind == "person")
    attributions = {a.id: a for a in article.attributions}
    told = ((account, attributions.get(account.attribution or "")) for account in accounts)
    return [_profile(found, around, account, attribution, persons) for account, attribution in told]


def _profile(
    found: Lookup,
    around: Callable[[Span], frozenset[str]],
    account: Account,
    attribution: Attribution | None,
    persons: frozenset[str],
) -> Profile:
    span = account.span
    speaker = attribution.speaker if attribution else None
    cue = " ".join(map(found.words, attribution.cue)) if attribution else ""
    sentence = found.sentence(span)
    quantities = [q for q in found.quantities(span) if not _is_set_aside(found, q.span)]
    text = found.words(span)
    block = found.annotated.article.block_at(span.start)
    return Profile(
        account=account,
        article=span.article,
        words=tuple(word.lower for word in words(text)),
        features=_features(found, span, speaker),
        sentence=around(sentence),
        context=around(found.paragraph(sentence)),
        amounts=tuple((q.kind, amount(q), _counted(found, q)) for q in quantities),
        times=_times(found, span),
        speaker=speaker,
        person=speaker in persons,
        negated=denies(text) != denies(cue),
        stopped=_STOPPED.search(plain(text)) is not None,
        lacks=_LACK.search(plain(text)) is not None,
        label=block is None or block.kind in LABELS,
    )


_NO_DENIAL = re.compile(
    r"\b(?:no|never|not|nothing) (?:more|less|fewer|later|earlier) than\b|\bno doubt\b|\bnot only\b"
)
_DENIAL = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should) not|not one|"
    r"\w+n't|cannot|no|never|none|nobody|nothing|neither|nor|denie[sd]|deny|denying|denial|false|untrue)\b"
)


_STOPPED = re.compile(r"\b(?:been|being|is|are|was|were|be) (?:\w+ )?(?:stopped|halted|plugged|extinguished|put out)\b")
_LACK = re.compile(
    r"\b(?:absen(?:t|ce)|empty|except|fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|lost|miss(?:ed|ing)|refus(?:es?|ed|al)|"
    r"reject(?:s|ed)?|rul(?:es?|ed|ing) out|without|"
    r"un(?:able|available|aware|broken|changed|claimed|harmed|hurt|known|locked|manned|opened|paid|sealed|secured|used))\b"
)


def denies(text: str) -> bool:
    """Whether the words say that something is not so; "not" counts with a verb before it, a mere contrast does not."""
    return _DENIAL.search(_NO_DENIAL.sub(" ", plain(text).replace('"', ""))) is not None


def _counted(found: Lookup, quantity: Quantity) -> str:
    """The head of what is counted, as a meaning ("people")."""
    if quantity.counted is None:
        return ""
    telling = content(words(found.words(quantity.counted)))
    return kin(telling[-1].stem) if telling else ""


def _features(found: Lookup, span: Span, speaker: str | None = None) -> frozenset[str]:
    return frozenset([*(feature for feature, _ in placed(found, span)), *(["e:" + speaker] if speaker else [])])


def placed(found: Lookup, span: Span) -> Iterator[tuple[str, Span]]:
    """What the words tell, each with the words that tell it: meanings ("w:"), entities ("e:"), numbers, times."""
    mentions, quantities, timexes = found.mentions(span), found.quantities(span), found.timexes(span)
    named = [m.span for m in mentions if m.entity and m.kind == "name"]
    taken = [*named, *(q.span for q in quantities), *(t.span for t in timexes if t.value or t.type == "time")]
    light = _light_verbs()
    for sense, word in senses(words(found.words(span), span.start)):
        if word.stem not in light and not any(other.start <= word.start < other.end for other in taken):
            yield "w:" + root(sense), Span(span.article, word.start, word.end)
    yield from (("e:" + m.entity, m.span) for m in mentions if m.entity)
    told = (q for q in quantities if not _is_set_aside(found, q.span))
    yield from ((number, q.span) for q in told if (number := _number(found, q)))
    yield from (("t:" + part, t.span) for t in timexes for part in _parts(found, t))


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


def _times(found: Lookup, span: Span) -> frozenset[str]:
    return frozenset(part for timex in found.timexes(span) for part in _parts(found, timex))


def _is_set_aside(found: Lookup, span: Span) -> bool:
    """Whether the value is named only to say that it is not the one: "on Monday and not tomorrow", "71, not 74"."""
    return _NOT_THIS.search(found.text[max(0, span.start - NEAR_CHARACTERS) : span.start]) is not None


def _parts(found: Lookup, timex: Timex) -> Iterator[str]:
    """The day and the time of day apart: one outlet gives the one, another the other."""
    if timex.type not in {"date", "time"} or _is_set_aside(found, timex.span):
        return
    if timex.value and (day := timex.value.partition("T")[0]):
        yield day
    minutes = clock(found.words(timex.span), timex.value) if timex.type == "time" else None
    if minutes is not None:
        yield f"T{minutes}"
