"""A story laid side by side: what holds of every comparison."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

import pytest
from factories import annotated, article
from hypothesis import given, settings
from hypothesis import strategies as st
from pier import GULL, LANTERN, TERN, pier, report, together

from crossread.annotating import annotate
from crossread.comparing import compare
from crossread.records import AnnotatedArticle, Comparison, Span


def compared(articles: list[AnnotatedArticle]) -> Comparison:
    return compare(together(articles))


def spans(value: object) -> Iterator[Span]:
    """Every span anywhere in a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            yield from spans(getattr(value, name))


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert len({compared(list(order)) for order in permutations(pier())}) == 1


def test_every_span_lies_in_its_article() -> None:
    made = compared(pier())
    lengths = {a.article.id: len(a.article.text) for a in made.articles}
    assert all(0 <= s.start < s.end <= lengths[s.article] for s in spans(made))


def test_every_account_belongs_to_its_claim_and_origin() -> None:
    made = compared(pier())
    origins, attributions = {o.id for o in made.origins}, {q.id for q in made.attributions}
    for claim in made.claims:
        told = [account.article for account in claim.accounts]
        assert len(told) == len(set(told)) > 0
        assert claim.text in [account.span for account in claim.accounts]
        assert not set(told) & set(claim.silent)
        assert {account.origin for account in claim.accounts} <= origins
        assert {account.attribution for account in claim.accounts} <= attributions | {None}
        assert 1 <= claim.origins <= len(claim.accounts)


def test_what_two_outlets_tell_is_shared_and_the_third_is_silent() -> None:
    made = compared(pier())
    outlets = {a.article.id: a.article.outlet for a in made.articles}
    (quoted,) = [c for c in made.claims if made.words(c.text).startswith("We looked under the deck")]
    assert quoted.status == "shared"
    assert quoted.origins == 1
    assert sorted(str(outlets[a.article]) for a in quoted.accounts) == ["Tern News", "The Osk Lantern"]
    assert [outlets[id] for id in quoted.silent] == ["The Gull"]


@pytest.mark.parametrize("captured", ["partial", "unknown"])
def test_an_article_not_captured_whole_is_never_silent(captured: str) -> None:
    first, second, third = pier()
    cut = replace(third, article=replace(third.article, captured=captured))
    made = compared([first, second, cut])
    assert made.claims
    assert not any(cut.article.id in claim.silent for claim in made.claims)


def test_an_article_that_is_not_annotated_is_shown_and_takes_no_part() -> None:
    foreign = annotated(
        article("Der Steg von Osk wird geschlossen, sagt Tilde Amrein.", outlet="Bote"), annotated=False
    )
    made = compared([*pier(), foreign])
    assert foreign.article.id in {a.article.id for a in made.articles}
    assert not any(foreign.article.id in {*c.silent, *(a.article for a in c.accounts)} for c in made.claims)


@pytest.mark.parametrize("text", [LANTERN, TERN, GULL])
def test_an_article_beside_itself_differs_in_nothing(text: str) -> None:
    made = compared([report("The Osk Lantern", text), report("The Other Lantern", text)])
    assert made.claims
    assert not made.differences
    assert {claim.status for claim in made.claims} == {"shared"}
    assert {claim.origins for claim in made.claims} == {1}
    assert not any(claim.silent for claim in made.claims)


def test_a_reprint_adds_no_origin() -> None:
    before = compared(pier())
    after = compared([*pier(), report("The Weekly Gull", GULL)])
    assert max(c.origins for c in after.claims) == max(c.origins for c in before.claims)
    assert after.reprints


def test_a_story_of_one_article_is_compared_to_nothing() -> None:
    made = compared([report("The Gull", GULL)])
    assert {claim.status for claim in made.claims} == {"single"}
    assert not made.differences


def test_a_story_of_nothing_annotated_has_no_claims() -> None:
    assert not compared([annotated("Der Steg wird geschlossen.", annotated=False)]).claims


PARTS = [*LANTERN.split(". "), *TERN.split(". "), *GULL.split(". "), "“", '"', "\n\n", "12", "Varga, 61,", "Osk"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8), min_size=1, max_size=3), st.randoms())
def test_any_articles_compare_the_same_in_any_order(texts: list[list[str]], random: object) -> None:
    articles = [annotate(article(". ".join(text), outlet=f"Paper {n}")) for n, text in enumerate(texts)]
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    made = compared(articles)
    assert made == compared(shuffled)
    lengths = {a.article.id: len(a.article.text) for a in made.articles}
    assert all(0 <= s.start <= s.end <= lengths[s.article] for s in spans(made))
