"""How telling words are when they stand alone: facts before captions, captions before scraps of sentences.

Nothing here says whether a thing matters. It is counted what a reader can take away and check: numbers, days, names,
a voice that is named, words in quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossread.records import Account, Attribution, Comparison, Span

if TYPE_CHECKING:
    from .lookups import Lookup

FACT, LABELLED, SCRAP = range(3)  # the tiers: body text, captions and headlines, scraps
FRAGMENT = 5  # words; fewer say little by themselves
# what a number, a day and a name add, so many of each as count: a list of names is no more telling than three of them
WEIGHTS = ((1.5, 2), (0.75, 2), (0.5, 3))
VOICE = 0.5  # a speaker known by name; again for words in quotation marks; own voice
LONG = 9  # words; so many mostly make a statement, fewer mostly a part of one
DEPTH = 1.0  # by how much the last words of an article stand behind its first
WHOLE = 1.5  # by how much words that begin their sentence stand before others about the same time
SHOWN_ALREADY = 2.0  # by how much words stand back that are shown as a dispute, too


class Marks:
    """Where the articles of a comparison have numbers, days, names and words for saying, to be counted in a span."""

    def __init__(self, comparison: Comparison) -> None:
        self._starts: dict[str, list[list[int]]] = {}
        for one in comparison.articles:
            named = [mention.span for mention in one.mentions if mention.kind == "name"]
            numbers = [quantity.span for quantity in one.quantities if quantity.kind != "duration"]
            days = [timex.span for timex in one.timexes if timex.type in ("date", "time")]  # lengths of time tell less
            kinds = (numbers, days, named)
            self._starts[one.article.id] = [sorted(span.start for span in spans) for spans in kinds]
        self._cues: dict[str, list[tuple[Span, Attribution]]] = defaultdict(list)
        for attribution in comparison.attributions:
            self._cues[attribution.article] += [(cue, attribution) for cue in attribution.cue]

    def inside(self, span: Span) -> float:
        """What the numbers, days and names in the span weigh together."""
        found = zip(WEIGHTS, self._starts[span.article], strict=True)
        return sum(weight * min(most, _between(starts, span)) for (weight, most), starts in found)

    def leads_in(self, span: Span) -> bool:
        """Whether the span holds little but words that announce what somebody says, and not what is said."""
        return any(
            span.covers(cue) and not any(span.overlap(content) for content in attribution.content)
            for cue, attribution in self._cues[span.article]
        )


def tier(span: Span, look: Lookup) -> int:
    """`FACT`, `LABELLED` (a caption, headline or other label of the page), or `SCRAP`: few words, a dateline, words
    that only announce what is said."""
    words = look.articles[span.article].words(span).split()
    sentence = sum(word[:1].islower() for word in words) > 1  # a dateline and a scrap of names have no such words
    if len(words) < FRAGMENT or not sentence or look.marks.leads_in(span):
        return SCRAP
    return LABELLED if look.function(span) else FACT


def rank(account: Account, disputed: bool, look: Lookup) -> tuple[int, float, Span]:
    """Where an account stands among those that one article alone tells, the most telling first."""
    said = look.said(account.attribution)
    weight = look.marks.inside(account.span) + _voice(said) - goes_on(account, look) - SHOWN_ALREADY * disputed
    weight += len(look.articles[account.article].words(account.span).split()) >= LONG
    weight -= DEPTH * look.depth(account.span)
    return tier(account.span, look), -weight, account.span


def first_of(span: Span, look: Lookup) -> tuple[int, float]:
    """Where words stand among others about the same time, the most telling first."""
    whole = look.sentence(span).start == span.start
    return tier(span, look), -look.marks.inside(span) - WHOLE * whole


def goes_on(account: Account, look: Lookup) -> bool:
    """Whether more of what the same voice says stands before the account in its sentence."""
    said = look.said(account.attribution)
    if said is None:
        return look.sentence(account.span).start < account.span.start
    return any(content.start < account.span.start < content.end for content in said.content)


def _voice(said: Attribution | None) -> float:
    """A named speaker's own words weigh most; what nobody known is made to say, least."""
    if said is None:
        return VOICE
    return VOICE * ((said.speaker is not None) + (said.form == "direct"))


def _between(starts: Sequence[int], span: Span) -> int:
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)
