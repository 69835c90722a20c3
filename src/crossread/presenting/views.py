"""What a reader is shown of a comparison: chosen, grouped, ranked and put into words that a reader can follow."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from crossread.records import (
    Account,
    AnnotatedArticle,
    Claim,
    Comparison,
    Difference,
    DifferenceValue,
    Event,
    Outcome,
    Published,
    Reprint,
    Span,
    Term,
    Wording,
)

from .legible import date_in_words, distinct, line
from .lookups import Lookup, origin_label
from .novelty import novel
from .reports import (
    Alone,
    Called,
    Chain,
    Clause,
    Column,
    Dispute,
    Excerpt,
    Given,
    Moment,
    Naming,
    Report,
    Row,
    SameText,
    Side,
    Source,
    Told,
    Wordings,
)
from .statements import speakers

BASES = {
    "metadata": "stated by the page",
    "text": "stated in the text",
    "inferred": "worked out from the text",
    "unknown": "not known",
}
NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w")  # a capital that does not begin a sentence
FRAGMENT = 5  # words; an account of fewer says little by itself
CAPTURED = {"full": "whole", "partial": "in part", "unknown": "not known if whole"}


def view(comparison: Comparison, outcomes: Sequence[Outcome] = ()) -> Report:
    """The report of a comparison; `outcomes` say what became of each source, and those not compared are shown."""
    look = Lookup(comparison)
    shared, single = _ranked(comparison.claims, look)
    differences = sorted(comparison.differences, key=lambda one: _telling(one, look))
    numbers = {claim.id: number for number, claim in enumerate((*shared, *single), 1)}
    disputes = {one.id: number for number, one in enumerate(differences, 1)}
    touched = _touched(differences, disputes)
    rows = {claim.id: _row(claim, numbers[claim.id], touched[claim.id], look) for claim in comparison.claims}
    everyone = {one.article.id for one in comparison.articles if one.annotated}
    everywhere = [claim for claim in shared if {account.article for account in claim.accounts} >= everyone]
    return Report(
        story=comparison.story,
        columns=tuple(_column(one, look) for one in comparison.articles),
        same_text=tuple(_same_text(reprint, look) for reprint in comparison.reprints),
        disputes=tuple(_dispute(one, disputes[one.id], numbers, look) for one in differences),
        everywhere=tuple(rows[claim.id] for claim in everywhere),
        several=tuple(rows[claim.id] for claim in shared if claim not in everywhere),
        alone=_alone([rows[claim.id] for claim in single], look),
        speakers=speakers(look),
        wording=_wordings(comparison.wording, look),
        timeline=tuple(_moment(event, numbers, look) for event in sorted(comparison.timeline, key=lambda e: e.date)),
        unread=tuple(outcome for outcome in outcomes if outcome.reason != "read"),
    )


# ── the head ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _column(one: AnnotatedArticle, look: Lookup) -> Column:
    article = one.article
    why = f" ({line(article.captured_why)})" if article.captured_why and article.captured != "full" else ""
    return Column(
        article=article,
        label=look.labels[article.id],
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
    return f"{basis}: {line(published.why)}" if published.basis == "inferred" and published.why else basis


def _same_text(reprint: Reprint, look: Lookup) -> SameText:
    ordered = sorted(reprint.articles, key=lambda id: look.places[id])
    return SameText(tuple(look.labels[id] for id in ordered), round(100 * reprint.share), look.origin(reprint.origin))


# ── claims ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _ranked(claims: Iterable[Claim], look: Lookup) -> tuple[list[Claim], list[Claim]]:
    """The claims of several articles, first what most tell, from most origins, high up; and those of one alone, by
    column, first what most weighs."""

    def rank(claim: Claim) -> tuple[int, int, float, Span]:
        articles = {account.article for account in claim.accounts}
        depth = sum(look.depth(account.span) for account in claim.accounts) / len(claim.accounts)
        return -len(articles), -claim.origins, depth, claim.text

    ranked = sorted(claims, key=rank)
    several = [claim for claim in ranked if len({account.article for account in claim.accounts}) > 1]
    alone = [claim for claim in claims if len({account.article for account in claim.accounts}) == 1]
    return several, sorted(alone, key=lambda claim: _weight(claim.accounts[0], look))


def _weight(account: Account, look: Lookup) -> tuple[int, float, Span]:
    """Where an account stands among those that its outlet alone tells: named voices, numbers, names and the top of
    the article weigh; fragments do not."""
    words = look.excerpt(account.span).words
    said = look.said(account.attribution)
    marks = (
        said is not None and said.speaker is not None,
        any(character.isdigit() for character in words),
        NAME.search(words) is not None,
        len(words.split()) >= FRAGMENT,
    )
    return look.places[account.article], look.depth(account.span) - sum(marks) / 2, account.span


def _touched(differences: Iterable[Difference], numbers: dict[str, int]) -> defaultdict[str, tuple[int, ...]]:
    """The numbers of the disputes that touch each claim."""
    found: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for difference in differences:
        for claim in difference.claims:
            found[claim] += (numbers[difference.id],)
    return found


def _row(claim: Claim, number: int, disputes: tuple[int, ...], look: Lookup) -> Row:
    accounts = sorted(claim.accounts, key=lambda account: look.order(account.span))
    telling = {account.article for account in accounts}
    unseen = [
        one.article.id
        for one in look.comparison.articles
        if one.annotated and one.article.id not in telling and one.article.id not in claim.silent
    ]
    return Row(
        id=claim.id,
        number=number,
        told=tuple(_told(account, accounts, look) for account in accounts),
        outlets=distinct(look.labels[account.article] for account in accounts),
        origins=claim.origins,
        sources=_sources(accounts, look),
        silent=tuple(look.labels[id] for id in sorted(claim.silent, key=lambda id: look.places[id])),
        unseen=tuple(look.labels[id] for id in unseen),
        disputes=disputes,
    )


def _told(account: Account, accounts: Sequence[Account], look: Lookup) -> Told:
    others = [look.articles[one.article].words(one.span) for one in accounts if one.article != account.article]
    excerpt = look.excerpt(account.span)
    chain = look.chain(look.said(account.attribution))
    origin = account.origin if account.origin in look.origins else None
    return Told(excerpt, chain, origin, novel(excerpt.words, others))


def _sources(accounts: Iterable[Account], look: Lookup) -> tuple[Source, ...]:
    outlets: dict[str, list[str]] = {}
    for account in accounts:
        if account.origin in look.origins:
            outlets.setdefault(account.origin or "", []).append(look.labels[account.article])
    return tuple(
        Source(id, origin_label(look.origins[id]), look.origins[id].kind, distinct(names))
        for id, names in outlets.items()
    )


def _alone(rows: Sequence[Row], look: Lookup) -> tuple[Alone, ...]:
    """Per outlet, in the order of the columns, what it alone tells, in the order of its text."""
    found = []
    for id, label in look.labels.items():
        own = tuple(row for row in rows if row.told[0].excerpt.span.article == id)
        if own:
            found.append(Alone(label, id, own))
    return tuple(found)


# ── differences ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _telling(difference: Difference, look: Lookup) -> tuple[bool, int, float, str]:
    """Conflicts before updates, then those between most articles, then those high up in the texts."""
    spans = [span for value in difference.values for span in value.accounts]
    depth = sum(map(look.depth, spans)) / max(1, len(spans))
    return difference.relation != "conflict", -len({span.article for span in spans}), depth, difference.id


def _dispute(difference: Difference, number: int, rows: dict[str, int], look: Lookup) -> Dispute:
    sides = []
    for value in difference.values:
        sides.append(Side(line(value.value), _given(value, look)))
    return Dispute(
        id=difference.id,
        number=number,
        kind=difference.kind,
        relation=difference.relation,
        about=line(difference.about),
        sides=tuple(sides),
        why=line(difference.why),
        rows=tuple(sorted(rows[claim] for claim in difference.claims if claim in rows)),
    )


def _given(value: DifferenceValue, look: Lookup) -> tuple[Given, ...]:
    """The words for one side, once for all outlets that have the same sentence from the same speaker."""
    outlets: dict[tuple[str, str, str, Chain | None], list[str]] = {}
    first: dict[tuple[str, str, str, Chain | None], Excerpt] = {}
    for span in sorted(value.accounts, key=look.order):
        excerpt, chain = look.excerpt(span), look.chain(look.said_at(span))
        key = (excerpt.before, excerpt.words, excerpt.after, chain)
        outlets.setdefault(key, []).append(excerpt.outlet)
        first.setdefault(key, excerpt)
    return tuple(Given(first[key], key[-1], distinct(names)) for key, names in outlets.items())


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


def _moment(event: Event, rows: dict[str, int], look: Lookup) -> Moment:
    clauses: dict[str, list[Span]] = {}
    for span in sorted(event.accounts, key=look.order):
        clauses.setdefault(look.excerpt(span).words.casefold(), []).append(span)
    return Moment(
        date=event.date,
        precision=event.precision,
        label=date_in_words(event.date),
        clauses=tuple(
            Clause(look.excerpt(spans[0]), distinct(look.labels[span.article] for span in spans))
            for spans in clauses.values()
        ),
        rows=tuple(sorted(rows[claim] for claim in event.claims if claim in rows)),
    )
