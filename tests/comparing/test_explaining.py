"""Why a row is as it is."""

from __future__ import annotations

import pytest
from pier import pier, together

from crossread.comparing import compare, explain, parse
from crossread.errors import ComparingError

STORY = together(pier())
MADE = compare(STORY)
WORDS = {a.article.id: a.article for a in MADE.articles}


def claim_of(words: str) -> str:
    return next(c.id for c in MADE.claims if any(words in MADE.words(a.span) for a in c.accounts))


def test_a_shared_claim_is_explained_by_what_its_accounts_share() -> None:
    told = explain(STORY, claim_of("4.2 million"))
    assert {join.left.article for join in told.joins}.isdisjoint({join.right.article for join in told.joins})
    (join,) = told.joins
    assert join.likelihood > 0.5
    assert not join.decided
    assert any("4.2 million" in MADE.words(shared.left) for shared in join.shared)
    assert [s.name for s in join.signals] == [
        s.name for s in sorted(join.signals, key=lambda s: (-abs(s.value * s.weight), s.name))
    ]


def test_an_explanation_is_of_the_claim_that_the_comparison_shows() -> None:
    for claim in MADE.claims:
        told = explain(STORY, claim.id)
        assert told.claim == claim
        assert sorted(a.span for p in told.origins for a in p.accounts) == sorted(a.span for a in claim.accounts)
        assert {d.id for d in told.differences} == {d.id for d in MADE.differences if claim.id in d.claims}


def test_an_origin_is_shown_by_words_of_the_accounts_that_rest_on_it() -> None:
    told = explain(STORY, claim_of("nothing to hold it up"))
    (origin,) = told.origins
    assert origin.origin.name == "Tilde Amrein"
    assert "attributed" in origin.why
    assert {span.article for span in origin.origin.evidence} <= {account.article for account in origin.accounts}


def test_a_neighbour_is_told_with_why_it_is_not_in_the_row() -> None:
    told = explain(STORY, claim_of("4.2 million"))
    apart = {MADE.words(n.account.span): n.why for n in told.neighbours}
    assert any("6 million crowns" in words and "amounts" in why for words, why in apart.items())


def test_what_a_person_decided_is_told_as_such() -> None:
    accounts = ["sounded their horns for an hour", "protested with their horns"]
    corrections = parse({"one_claim": [{"accounts": accounts}]})
    made = compare(STORY, corrections=corrections)
    (decision,) = made.decisions
    told = explain(STORY, decision.claims[0], corrections=corrections)
    assert any(join.decided for join in told.joins)


def test_a_claim_that_is_not_there_is_an_error_with_a_hint() -> None:
    with pytest.raises(ComparingError, match="there is no claim 'c999'") as caught:
        explain(STORY, "c999")
    assert caught.value.hint
