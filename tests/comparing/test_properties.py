"""What holds of the comparison of any articles."""

from __future__ import annotations

import re

from factories import article
from hypothesis import given, settings
from hypothesis import strategies as st
from pier import GULL, LANTERN, TERN, together

from crossread.annotating import annotate
from crossread.comparing import compare
from crossread.records import AnnotatedArticle, Comparison

SENTENCES = [[" ".join(s.split()) for s in re.split(r"(?<=[.”\"])\s+(?=[A-Z“\"])", t)] for t in (LANTERN, TERN, GULL)]
"""The sentences of three reports, each report's apart: no report contradicts itself."""

EXTRA = st.sampled_from(
    [
        "A brass band played in the square until midnight.",
        "Ida Brekke, 38, sold smoked eel at the gate.",
        "The town has 2,300 inhabitants and one dentist.",
        "“It is only a pier,” said Odd Brekke on Friday.",
    ]
)

some_sentences = st.sampled_from(SENTENCES).flatmap(
    lambda told: st.lists(st.sampled_from(told), min_size=1, unique=True)
)


def paper(outlet: str, sentences: list[str]) -> AnnotatedArticle:
    return annotate(article("\n\n".join(sentences), outlet=outlet))


def origins(made: Comparison) -> dict[tuple[str, int, int], int]:
    """The number of origins behind each account's claim."""
    return {(a.article, a.span.start, a.span.end): c.origins for c in made.claims for a in c.accounts}


@settings(max_examples=20, deadline=None)
@given(some_sentences)
def test_an_article_beside_itself_has_no_difference_and_tells_nothing_alone(sentences: list[str]) -> None:
    made = compare(together([paper("The Lamp", sentences), paper("The Owl", sentences)]))
    assert made.differences == ()
    assert all(claim.status == "shared" for claim in made.claims)
    assert all(len(claim.accounts) == 2 for claim in made.claims)


@settings(max_examples=15, deadline=None)
@given(st.lists(some_sentences, min_size=1, max_size=3), st.sampled_from(SENTENCES), st.lists(EXTRA, max_size=2))
def test_a_reprint_adds_no_origin_to_any_claim(others: list[list[str]], told: list[str], more: list[str]) -> None:
    articles = [paper(f"Paper {n}", text) for n, text in enumerate(others)]
    before = compare(together([*articles, paper("Agency", told)]))
    after = compare(together([*articles, paper("Agency", told), paper("Reprint", [*told, *more])]))
    assert after.reprints
    counted = origins(after)
    for account, number in origins(before).items():
        assert counted.get(account, number) <= number


@settings(max_examples=15, deadline=None)
@given(st.lists(some_sentences, min_size=1, max_size=4))
def test_no_claim_has_more_origins_than_articles_that_tell_it(texts: list[list[str]]) -> None:
    made = compare(together([paper(f"Paper {n}", text) for n, text in enumerate(texts)]))
    for claim in made.claims:
        assert 1 <= claim.origins <= len({account.article for account in claim.accounts})
        assert claim.status != "single" or len(claim.accounts) == 1


@settings(max_examples=15, deadline=None)
@given(st.lists(some_sentences, min_size=2, max_size=4))
def test_every_account_of_every_article_stands_in_one_row_at_most(texts: list[list[str]]) -> None:
    made = compare(together([paper(f"Paper {n}", text) for n, text in enumerate(texts)]))
    accounts = [account.span for claim in made.claims for account in claim.accounts]
    assert len(accounts) == len(set(accounts))
    lengths = {a.article.id: len(a.article.text) for a in made.articles}
    assert all(0 <= span.start < span.end <= lengths[span.article] for span in accounts)
