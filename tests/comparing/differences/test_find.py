"""What holds for differences of every kind."""

from __future__ import annotations

import pytest
from marked import marked, merged

from crossread.comparing.differences import KINDS, find
from crossread.records import Account, AnnotatedArticle, Claim

LONG = """
The flood at Orme killed [#12: 12] [of: people] on [@2025-03-07: Friday], [s e1: police] said.

[e1: Ilja Varga], 62, a keeper, was among them. Police counted [#300: 300] [of: mourners].
The guild claimed [#900: 900].

The firm denied that the pump had failed. “The pump failed twice,” [e2: Oda Lunde] said.
"""
SHORT = "The flood at Orme killed [#9: nine] [of: people]. [e1: Varga], 61, lived there."


def stories() -> tuple[AnnotatedArticle, AnnotatedArticle]:
    return (
        marked(LONG, outlet="A", published="2025-03-09"),
        marked(SHORT, outlet="B", published="2025-03-08"),
    )


def test_an_article_agrees_with_a_copy_of_itself() -> None:
    one, other = (marked(LONG, outlet=outlet) for outlet in ("A", "B"))
    alone = find([one], merged(one), ())
    both = find([one, other], merged(one, other), ())
    assert [(d.kind, d.about) for d in both] == [(d.kind, d.about) for d in alone]
    for difference in both:
        for value in difference.values:
            assert {s.article for s in value.accounts} == {one.article.id, other.article.id}


def test_spans_lie_inside_their_articles_and_ids_count_up() -> None:
    articles = stories()
    lengths = {a.article.id: len(a.article.text) for a in articles}
    found = find(articles, merged(*articles), ())
    assert [d.id for d in found] == [f"d{n}" for n in range(1, len(found) + 1)]
    for difference in found:
        assert len(difference.values) > 1
        for value in difference.values:
            assert value.accounts
            assert all(0 <= s.start < s.end <= lengths[s.article] for s in value.accounts)


def test_the_order_of_the_articles_does_not_matter() -> None:
    one, other = stories()
    entities = merged(one, other)
    assert find([one, other], entities, ()) == find([other, one], entities, ())


def test_the_claims_that_a_difference_touches_are_named() -> None:
    one, other = stories()
    claims = tuple(
        Claim(f"c{n}", s.span, "single", (Account(s.span),))
        for n, s in enumerate((*one.sentences, *other.sentences), 1)
    )
    found = find([one, other], merged(one, other), claims)
    assert {"c1"} <= set(next(d for d in found if d.kind == "number").claims)


@pytest.mark.parametrize("text", ["", "Orme.", "“", "Of the 12, 12 of 12."])
def test_next_to_nothing_differs_from_nothing(text: str) -> None:
    article = marked(text or "x")
    assert find([article], (), ()) == ()
    assert find([], (), ()) == ()


def test_each_kind_is_there_once() -> None:
    assert [kind.__name__ for kind in KINDS] == ["age", "number", "date", "place", "actor", "polarity", "other"]
