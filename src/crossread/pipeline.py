"""The five steps joined: sources in, comparisons out, and an outcome for every item.

A fault in one item becomes its `Outcome` and the rest goes on. Nothing here prints or writes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from . import annotating, comparing, gathering, reading
from .errors import (
    AccessDenied,
    AddressRefused,
    ComparingError,
    CrossreadError,
    FetchError,
    ForbiddenByRobots,
    NotAnArticle,
    ReadingError,
    SourceNotFound,
    SourceUnreadable,
    UnsafePage,
)
from .reading import sources as reading_sources
from .records import AnnotatedArticle, Article, Comparison, Outcome, OutcomeReason, Page, Story
from .settings import Settings

Source = str | os.PathLike[str]
Progress = Callable[[str, int, int | None], None]
"""Called as `progress(step, done, of)`; `of` is None while the number is not known."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a call over sources gave: one comparison a story, the largest story first, and one outcome an item."""

    comparisons: tuple[Comparison, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def comparison(self) -> Comparison:
        """The comparison of the largest story; raises `ComparingError` where there is none."""
        if not self.comparisons:
            raise nothing_to_compare(self.outcomes)
        return self.comparisons[0]


def nothing_to_compare(outcomes: Sequence[Outcome]) -> ComparingError:
    """The error for a call that gave no article, saying why for the first items."""
    reasons = "; ".join(f"{o.item}: {o.reason}" + (f" ({o.detail})" if o.detail else "") for o in outcomes[:5])
    return ComparingError(
        "there is no article to compare" + (f": {reasons}" if reasons else ""),
        hint="try: name saved pages (.html) or text extracts (.txt), or a folder of them",
    )


def read(source: Source | Page, settings: Settings | None = None) -> Article:
    """The article in one source: a path, "-" for standard input, or a `Page` already in memory.

    Raises the `ReadingError` that tells why there is none.
    """
    settings = settings or Settings()
    if isinstance(source, Page):
        return reading.read(source, settings)
    for item in reading_sources.pages([source], settings):
        if isinstance(item, Page):
            return reading.read(item, settings)
        raise _as_error(item)
    raise SourceNotFound("holds no page", item=os.fspath(source))


def articles(
    sources: Iterable[Source | Page], settings: Settings | None = None, *, outcomes: list[Outcome] | None = None
) -> Iterator[Article]:
    """The article of every page that the sources hold, as they are read; what gives none is added to `outcomes`."""
    settings = settings or Settings()
    none: list[Outcome] = [] if outcomes is None else outcomes
    return _articles(_pages(sources, settings), settings, none, lambda step, done, of: None)


def annotate(article: Article, settings: Settings | None = None) -> AnnotatedArticle:
    """The article with who says what, names, times and numbers found in it; undated ones dated where they suffice."""
    return annotating.annotate(article, settings or Settings())


def gather(articles: Sequence[AnnotatedArticle], settings: Settings | None = None) -> tuple[Story, ...]:
    """The articles grouped by the event they report."""
    return gathering.gather(articles, settings or Settings())


@overload
def compare(what: Story, settings: Settings | None = None, *, progress: Progress | None = None) -> Comparison: ...
@overload
def compare(
    what: Iterable[Source | Page], settings: Settings | None = None, *, progress: Progress | None = None
) -> Result: ...
def compare(
    what: Story | Iterable[Source | Page], settings: Settings | None = None, *, progress: Progress | None = None
) -> Comparison | Result:
    """The comparison of a story; or, over sources, all steps from reading on: a `Result`.

    >>> crossread.compare(["morning.html", "evening.txt"]).comparison.claims  # doctest: +SKIP
    """
    settings = settings or Settings()
    if isinstance(what, Story):
        return comparing.compare(what, settings)
    if isinstance(what, str | os.PathLike):
        what = [what]
    return _compare_sources(what, settings, progress or (lambda step, done, of: None))


def _compare_sources(sources: Iterable[Source | Page], settings: Settings, progress: Progress) -> Result:
    outcomes: list[Outcome] = []
    articles: list[AnnotatedArticle] = []
    for article in _articles(_pages(sources, settings), settings, outcomes, progress):
        progress("annotating", len(articles), None)
        annotated = _annotated(article, settings, outcomes)
        if annotated is not None:
            articles.append(annotated)
    progress("gathering", 0, len(articles))
    stories = sorted(gathering.gather(articles, settings), key=lambda story: (-len(story.articles), story.id))
    comparisons = []
    for done, story in enumerate(stories):
        progress("comparing", done, len(stories))
        try:
            comparisons.append(comparing.compare(story, settings))
        except Exception as error:  # the other stories must not suffer
            _quarantine(story, error, outcomes)
    progress("done", len(stories), len(stories))
    return Result(tuple(comparisons), tuple(sorted(outcomes, key=lambda o: (o.item, o.status, o.reason))))


def _quarantine(story: Story, error: Exception, outcomes: list[Outcome]) -> None:
    """Replaces the outcomes of a story's articles by the fault that comparing them met."""
    ids = {member.article.id for member in story.articles}
    outcomes[:] = [
        _fault(error, outcome.item, "compare") if outcome.status == "kept" and outcome.article in ids else outcome
        for outcome in outcomes
    ]


def _pages(sources: Iterable[Source | Page], settings: Settings) -> Iterator[Page | Outcome]:
    """Pages given as such, and those that files and folders hold."""
    named: list[Source] = []
    for source in sources:
        if isinstance(source, Page):
            yield source
        else:
            named.append(source)
    yield from reading_sources.pages(named, settings)


def _articles(
    pages: Iterable[Page | Outcome], settings: Settings, outcomes: list[Outcome], progress: Progress
) -> Iterator[Article]:
    """Every page's article, once; what gave none is added to `outcomes`."""
    seen: dict[str, str] = {}
    for done, page in enumerate(pages):
        progress("reading", done, None)
        if isinstance(page, Outcome):
            outcomes.append(page)
            continue
        try:
            article = reading.read(page, settings)
        except ReadingError as error:
            outcomes.append(_as_outcome(error, page.name))
            continue
        except Exception as error:  # a page is hostile until proven otherwise; the others must not suffer
            outcomes.append(_fault(error, page.name, "read"))
            continue
        if article.id in seen:
            detail = f"the same article as {seen[article.id]}"
            outcomes.append(Outcome(page.name, "dropped", "duplicate", detail, article=article.id))
            continue
        seen[article.id] = page.name
        yield article


def _annotated(article: Article, settings: Settings, outcomes: list[Outcome]) -> AnnotatedArticle | None:
    name = article.file or article.url or article.id
    try:
        annotated = annotating.annotate(article, settings)
    except Exception as error:  # as in reading
        outcomes.append(_fault(error, name, "annotate"))
        return None
    if annotated.annotated:
        outcomes.append(Outcome(name, "kept", "read", article=article.id))
    else:
        detail = f"its language ('{article.language}') is shown and not annotated; only English is, so far"
        outcomes.append(Outcome(name, "kept", "not annotated", detail, article=article.id))
    return annotated


_ERRORS: dict[str, type[ReadingError]] = {
    kind.reason: kind
    for kind in (
        SourceNotFound,
        SourceUnreadable,
        NotAnArticle,
        UnsafePage,
        FetchError,
        AddressRefused,
        ForbiddenByRobots,
        AccessDenied,
    )
}


def _as_error(outcome: Outcome) -> ReadingError:
    kind = _ERRORS.get(outcome.reason, ReadingError)
    return kind(outcome.detail or outcome.reason, item=outcome.item, hint=outcome.hint)


def _as_outcome(error: CrossreadError, item: str) -> Outcome:
    # every class in the tree names a reason from the closed list
    reason: OutcomeReason = error.reason  # type: ignore[assignment]
    return Outcome(error.item or item, "dropped", reason, error.message, hint=error.hint)


def _fault(error: Exception, item: str, step: str) -> Outcome:
    detail = f"{step} met {type(error).__name__}: {error}"
    return Outcome(item, "quarantined", "failed", detail, hint="try: report it, with the page")
