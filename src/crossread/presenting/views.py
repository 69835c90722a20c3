"""What a reader is shown of a comparison: chosen, grouped, ranked and put into words that a reader can follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crossread.records import (
    AnnotatedArticle,
    Comparison,
    Event,
    Outcome,
    Published,
    Reprint,
    Span,
    Term,
    Wording,
)

from . import disputes, rows
from .alike import bag, clusters, one_wording
from .labels import file
from .legible import date_in_words, dates_in_words, distinct, line
from .lookups import Lookup
from .reports import Called, Clause, Column, Moment, Naming, Report, SameText, Wordings
from .statements import speakers
from .telling import first_of

BASES = {
    "metadata": "stated by the page",
    "text": "stated in the text",
    "inferred": "worked out from the text",
    "unknown": "not known",
}
CAPTURED = {"full": "whole", "partial": "in part", "unknown": "not known if whole"}


def view(comparison: Comparison, outcomes: Sequence[Outcome] = ()) -> Report:
    """The report of a comparison; `outcomes` say what became of each source, and those not compared are shown."""
    look = Lookup(comparison)
    differences = sorted(comparison.differences, key=lambda one: disputes.telling(one, look))
    touched = disputes.touched(differences)
    shared, single = rows.ranked(comparison.claims, touched, look)
    numbers = {claim.id: number for number, claim in enumerate((*shared, *single), 1)}
    made = {claim.id: rows.row(claim, numbers[claim.id], touched[claim.id], look) for claim in comparison.claims}
    everywhere = [claim.id for claim in shared if rows.everywhere(claim, comparison)]
    return Report(
        story=comparison.story,
        columns=tuple(_column(one, look) for one in comparison.articles),
        same_text=tuple(_same_text(reprint, look) for reprint in comparison.reprints),
        disputes=tuple(disputes.dispute(one, number, numbers, look) for number, one in enumerate(differences, 1)),
        everywhere=tuple(made[id] for id in everywhere),
        several=tuple(made[claim.id] for claim in shared if claim.id not in everywhere),
        alone=rows.alone([made[claim.id] for claim in single], look),
        speakers=speakers(look),
        wording=_wordings(comparison.wording, look),
        timeline=tuple(_moments(comparison.timeline, numbers, look)),
        unread=tuple(outcome for outcome in outcomes if outcome.reason != "read"),
    )


# ── the head ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _column(one: AnnotatedArticle, look: Lookup) -> Column:
    article = one.article
    why = f" ({line(article.captured_why)})" if article.captured_why and article.captured != "full" else ""
    return Column(
        article=article,
        label=look.labels[article.id],
        file=file(article),
        link=_link(article.url),
        date=None if article.published.value is None else date_in_words(article.published.value),
        date_why=_date_why(article.published),
        captured=CAPTURED[article.captured] + why,
        credits=distinct(line(via.name) for via in one.carried),
        annotated=one.annotated,
    )


def _link(url: str | None) -> str | None:
    return url if url is not None and url.lower().startswith(("http://", "https://")) else None


def _date_why(published: Published) -> str:
    basis = BASES[published.basis]
    return (
        f"{basis}: {dates_in_words(line(published.why)).rstrip('.')}"
        if published.basis == "inferred" and published.why
        else basis
    )


def _same_text(reprint: Reprint, look: Lookup) -> SameText:
    ordered = sorted(reprint.articles, key=lambda id: look.places[id])
    return SameText(tuple(look.labels[id] for id in ordered), round(100 * reprint.share), look.shown(reprint.origin))


# ── wording and time ────────────────────────────────────────────────────────────────────────────────────────────────


def _wordings(wording: Iterable[Wording], look: Lookup) -> tuple[Wordings, ...]:
    """The referents that go by more than one term, those with most terms in the outlets' own voice first."""

    def rank(one: Wording) -> tuple[int, int, str]:
        own = {term.term.casefold() for term in one.terms if term.voice == "own"}
        return -len(own), -len({term.article for term in one.terms}), one.referent

    varied = [one for one in wording if len({term.term.casefold() for term in one.terms}) > 1]
    return tuple(_wording(one, look) for one in sorted(varied, key=rank))


def _wording(one: Wording, look: Lookup) -> Wordings:
    namings = []
    for id, label in look.labels.items():
        terms = sorted((t for t in one.terms if t.article == id), key=lambda t: (-t.count, t.term))
        own = tuple(_called(term, look) for term in terms if term.voice == "own")
        quoted = tuple(_called(term, look) for term in terms if term.voice == "quoted")
        if terms:
            namings.append(Naming(label, id, own, quoted))
    return Wordings(line(one.referent), tuple(namings))


def _called(term: Term, look: Lookup) -> Called:
    return Called(line(term.term), term.count, look.excerpt(min(term.mentions)) if term.mentions else None)


def _moments(events: Iterable[Event], rows: dict[str, int], look: Lookup) -> Iterator[Moment]:
    """The events in the order of time. Words that tell one moment first do not stand first in another's, too."""
    used: set[Span] = set()
    for event in sorted(events, key=lambda event: event.date):
        moment = _moment(event, rows, used, look)
        used.update(clause.excerpt.span for clause in moment.clauses[:1])
        yield moment


def _moment(event: Event, rows: dict[str, int], used: set[Span], look: Lookup) -> Moment:
    excerpts = [look.excerpt(look.around_time(span, event.date)) for span in sorted(event.accounts, key=look.order)]
    alike = clusters(((excerpt, bag(excerpt.words)) for excerpt in excerpts), one_wording)
    clauses = [Clause(same[0], distinct(excerpt.outlet for excerpt in same)) for same in alike]

    def rank(one: Clause) -> tuple[bool, int, int, float]:
        return one.excerpt.span in used, -len(one.outlets), *first_of(one.excerpt.span, look)

    return Moment(
        date=event.date,
        precision=event.precision,
        label=date_in_words(event.date),
        clauses=tuple(sorted(clauses, key=rank)),
        rows=tuple(sorted(rows[claim] for claim in event.claims if claim in rows)),
    )
