"""Uses of a term by an article, in its own voice or quoted, and the wordings made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.records import Span, Term, Voice, Wording

from .tellings import Telling
from .vocabulary import plain, words

FEWEST_OUTLETS = 2


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a term by an article."""

    article: str
    term: str
    voice: Voice
    span: Span


def use(telling: Telling, start: int, end: int) -> Use:
    """The use of the words from `start` to `end` of an article."""
    span = Span(telling.id, start, end)
    voice: Voice = "quoted" if telling.quoted(span) else "own"
    return Use(telling.id, telling.words(span), voice, span)


def stems(term: str) -> str:
    """A term by its stems: the inflections of one word are one."""
    return " ".join(w.stem for w in words(term))


def wording(referent: str, uses: Sequence[Use], entity: str | None = None) -> Iterator[Wording]:
    """A wording, if at least two outlets use terms that differ in more than inflection."""
    by_article: dict[str, set[str]] = defaultdict(set)
    for one in uses:
        by_article[one.article].add(stems(one.term))
    if len(by_article) < FEWEST_OUTLETS or len(set(map(frozenset, by_article.values()))) < 2:
        return
    grouped: dict[tuple[str, str, Voice], dict[Span, Use]] = defaultdict(dict)
    for one in sorted(uses, key=lambda u: u.span):
        grouped[one.article, _singular(one.term), one.voice][one.span] = one
    yield Wording(referent, tuple(_term(list(found.values())) for found in grouped.values()), entity)


def _singular(term: str) -> str:
    """A term without the ending of its plural; "killing" and "killed" stay two."""
    low = plain(term)
    return low.removesuffix("s") if len(low) > 3 and not low.endswith("ss") else low


def _term(found: Sequence[Use]) -> Term:
    first = found[0]
    return Term(first.article, _form(found), len(found), first.voice, tuple(one.span for one in found))


def _form(found: Sequence[Use]) -> str:
    """The form to show: the most frequent, the shortest and then the first among equals."""
    forms = [one.term for one in found]
    often = {form: sum(plain(other) == plain(form) for other in forms) for form in forms}
    return min(forms, key=lambda form: (-often[form], len(form), forms.index(form)))
