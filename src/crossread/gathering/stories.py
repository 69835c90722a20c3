"""Which articles tell one story.

Articles are joined from the most alike on, as long as the *average* likeness between the two groups stays at
`story_likeness`: joining by the best single pair lets one loose article chain two events together. Over dated
articles the window in time does most of the work; undated ones pass it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from heapq import heapify, heappop, heappush
from math import log10

from crossread.records import AnnotatedArticle, Published, Story, digest
from crossread.settings import Settings

from .fingerprints import fingerprint, passages, reprints
from .terms import MARKERS, folded_words, shared_products, terms, vectors

FEWEST_SHARED_NAMES = 3
"""An article in a language that is not annotated joins a story only if they share this many names or numbers."""

HAND_PICKED = 30
"""Up to so many articles `story_likeness` holds as it is; from there on it grows with the order of magnitude: among
many articles chance likenesses are many. Best on 39 articles: .05 to .13; on 772 and on 921: .20. Within the stories
that have a gold sheet the average likeness of an article to the others is .074 or more; to those of another story
thrown in with them, .073 or less."""

GROWTH, MOST_GROWTH = 1.2, 2.7
"""By how much of itself `story_likeness` grows with each order of magnitude, and to how many times itself at most."""

CLEAR_LEAD = 1.5
"""… and only if it shares this many times as much with it as with any other story. Two candidates mean its own."""


DEFAULTS = Settings()


def gather(articles: Iterable[AnnotatedArticle], settings: Settings = DEFAULTS) -> tuple[Story, ...]:
    """The stories that the articles tell, ordered by their first article; every article is in exactly one.

    The same article given twice counts once. An article that is not annotated joins the story whose names and numbers
    it shares, or stands with its like.
    """
    unique = sorted({a.article.id: a for a in articles}.values(), key=reading_order)
    readable = [a for a in unique if a.annotated]
    groups = _grouped(readable, settings)
    for foreign in _grouped([a for a in unique if not a.annotated], settings):
        home = _home(foreign, groups, settings)
        groups.append(foreign) if home is None else groups[home].extend(foreign)
    return tuple(sorted((_story(group, settings) for group in groups), key=lambda s: reading_order(s.articles[0])))


def reading_order(article: AnnotatedArticle) -> tuple[bool, datetime, str, str]:
    """The key that puts articles in order: time of publication, undated ones last, then outlet, then id."""
    moment = published_at(article.article.published)
    return (
        moment is None,
        moment or datetime.max.replace(tzinfo=UTC),
        article.article.outlet or "",
        article.article.id,
    )


def published_at(published: Published) -> datetime | None:
    """The moment of publication in UTC; a date alone is its first minute, and what is no ISO date is unknown."""
    try:
        moment = datetime.fromisoformat(published.value or "")
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


@dataclass(slots=True)
class _Group:
    """Articles joined so far (by index), the dates they span, and the summed likeness to every other group."""

    members: list[int]
    first: date | None
    last: date | None
    likeness: dict[int, float] = field(default_factory=dict)

    def within(self, other: _Group, window: timedelta) -> bool:
        """Whether the dates of both groups together span no more than the window."""
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        return not firsts or max(lasts) - min(firsts) <= window

    def absorb(self, other: _Group) -> None:
        """Take in the members and the dates of the other group."""
        self.members += other.members
        self.first = min((day for day in (self.first, other.first) if day), default=None)
        self.last = max((day for day in (self.last, other.last) if day), default=None)


def _grouped(articles: Sequence[AnnotatedArticle], settings: Settings) -> list[list[AnnotatedArticle]]:
    """The articles in groups, by average linkage; groups and members in the order given."""
    if settings.story_likeness == 0:
        return [list(articles)] if articles else []
    bags = [terms(a.article) for a in articles]
    days = [moment.date() if (moment := published_at(a.article.published)) else None for a in articles]
    groups = {i: _Group([i], day, day) for i, day in enumerate(days)}
    for (i, j), likeness in shared_products(vectors(bags)):
        groups[i].likeness[j] = groups[j].likeness[i] = likeness
    _join(groups, settings)
    return [[articles[i] for i in sorted(group.members)] for _, group in sorted(groups.items())]


def _join(groups: dict[int, _Group], settings: Settings) -> None:
    """Joins the two most alike groups, again and again, while their average likeness reaches the threshold."""
    window = timedelta(days=settings.story_window_days)
    magnitudes = max(0.0, log10(max(1, len(groups)) / HAND_PICKED))
    least = settings.story_likeness * min(MOST_GROWTH, 1 + GROWTH * magnitudes)
    waiting = list(_candidates(groups, groups, least))
    heapify(waiting)
    while waiting:
        likeness, i, j = heappop(waiting)
        if i not in groups or j not in groups or -likeness != _average(groups[i], groups[j], j):
            continue
        if not groups[i].within(groups[j], window):
            continue
        other = groups.pop(j)
        groups[i].absorb(other)
        _hand_over(groups, i, j, other)
        for candidate in _candidates(groups, [i], least):
            heappush(waiting, candidate)


def _candidates(groups: dict[int, _Group], changed: Iterable[int], least: float) -> Iterator[tuple[float, int, int]]:
    for one in changed:
        for other in groups[one].likeness:
            i, j = min(one, other), max(one, other)
            average = _average(groups[i], groups[j], j)
            if average >= least:
                yield -average, i, j


def _average(left: _Group, right: _Group, right_id: int) -> float:
    return left.likeness.get(right_id, 0.0) / (len(left.members) * len(right.members))


def _hand_over(groups: dict[int, _Group], to: int, gone: int, other: _Group) -> None:
    """What was like the group that is gone is now as like, and more, the group it went into."""
    mine = groups[to].likeness
    mine.pop(gone, None)
    for third, likeness in sorted(other.likeness.items()):
        if third != to:
            mine[third] = groups[third].likeness[to] = mine.get(third, 0.0) + likeness
            groups[third].likeness.pop(gone, None)


def _home(
    foreign: Sequence[AnnotatedArticle], groups: Sequence[Sequence[AnnotatedArticle]], settings: Settings
) -> int | None:
    """The index of the one story whose names and numbers these articles share, or None."""
    said = set().union(*(folded_words(a.article) for a in foreign))
    window = timedelta(days=settings.story_window_days)
    shared = [0 if not _near(foreign, group, window) else len(said & _names(group)) for group in groups]
    best = max(range(len(groups)), key=lambda i: (shared[i], -i), default=None)
    if best is None or shared[best] < FEWEST_SHARED_NAMES:
        return None
    rivals = [count for i, count in enumerate(shared) if i != best]
    return best if all(shared[best] >= CLEAR_LEAD * count for count in rivals) else None


def _near(left: Sequence[AnnotatedArticle], right: Sequence[AnnotatedArticle], window: timedelta) -> bool:
    moments = [moment for a in (*left, *right) if (moment := published_at(a.article.published))]
    return not moments or max(moments) - min(moments) <= window


def _names(group: Sequence[AnnotatedArticle]) -> set[str]:
    """The names and numbers that the group's articles have in common; all of a single article's."""
    counts: dict[str, int] = defaultdict(int)
    for article in group:
        for term in terms(article.article):
            if term[0] in MARKERS:
                counts[term[1:]] += 1
    return {term for term, count in counts.items() if count >= min(2, len(group))}


def _story(group: Sequence[AnnotatedArticle], settings: Settings) -> Story:
    ordered = tuple(sorted(group, key=reading_order))
    prints = [fingerprint(a.article) for a in ordered]
    return Story(
        id=digest(*sorted(a.article.id for a in ordered)),
        articles=ordered,
        passages=passages(prints),
        reprints=reprints(prints, settings.reprint_share),
    )
