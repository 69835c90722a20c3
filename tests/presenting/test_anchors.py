"""Excerpts that overlap in any way can each be found, whole, in the full text."""

from __future__ import annotations

from factories import annotated, article
from hypothesis import given, settings
from hypothesis import strategies as st
from presenting.ferry import COURIER, comparison

from crossread.presenting.anchors import Anchors
from crossread.presenting.views import view
from crossread.records import Account, Article, Claim, Comparison, Span

TEXT = "One dam broke.\n\nTwo towns were flooded in the night.\n\nThree bridges fell."
PLACES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(lambda place: place[0] != place[1])


def anchored(one: Article, spans: list[Span]) -> Anchors:
    claims = tuple(Claim(f"c{n}", span, "single", (Account(span),)) for n, span in enumerate(spans))
    return Anchors(view(Comparison("s", (annotated(one),), claims=claims)))


@settings(deadline=None)
@given(st.lists(PLACES, max_size=12))
def test_pieces_give_back_every_block_and_every_excerpt(places: list[tuple[int, int]]) -> None:
    one = article(TEXT)
    spans = [one.span(min(place), max(place)) for place in places]
    anchors = anchored(one, spans)
    paragraphs = list(anchors.paragraphs(one))
    assert ["".join(piece.text for piece in p.pieces) for p in paragraphs] == TEXT.split("\n\n")
    for span in spans:
        id = anchors.ids[span]
        inside = [piece.text for p in paragraphs for piece in p.pieces if id in piece.inside]
        assert "".join(inside) == one.words(span).replace("\n", "")


@settings(deadline=None)
@given(st.lists(PLACES, max_size=12))
def test_an_excerpt_begins_once(places: list[tuple[int, int]]) -> None:
    one = article(TEXT)
    spans = [one.span(min(place), max(place)) for place in places]
    anchors = anchored(one, spans)
    begun = [id for p in anchors.paragraphs(one) for piece in p.pieces for id in piece.begins]
    assert len(begun) == len(set(begun))
    assert {anchors.ids[s] for s in spans if one.block_at(s.start)} <= set(begun)


def test_a_paragraph_leads_back_to_what_takes_words_from_it() -> None:
    report = view(comparison())
    paragraphs = list(Anchors(report).paragraphs(COURIER))
    dispute = next(d.number for d in report.disputes if d.about == "inspection")
    row = next(r.number for r in report.several if report.disputes[dispute - 1].number in r.disputes)
    assert paragraphs[4].taken_by == ((f"d{dispute}", f"D{dispute}"), (f"r{row}", str(row)))
