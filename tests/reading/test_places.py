"""Where the words of each block stand in the page's source."""

from __future__ import annotations

import html as html_
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.support import BODY, html, paragraphs

from crossread.errors import ReadingError
from crossread.reading import place_of, places, read, source_of
from crossread.records import Article, Page

WORD = re.compile(r"\w+")


def article_on(source: str, media: str = "text/html") -> tuple[Page, Article]:
    page = Page(source.encode(), media, file="page")
    return page, read(page)


def undone(source: str, markup: bool) -> str:
    """A stretch of source as a reader sees it: no tags and scripts, entities undone, letters and digits alone."""
    if markup:
        source = re.sub(r"(?is)<(script|style|noscript)\b.*?</\1[^>]*>|<!--.*?-->", "", source)
        source = html_.unescape(re.sub(r"<[^<>]*>", "", source))
    return "".join(WORD.findall(source))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (
            "The ferry will stop in May, and nobody knows why that is so.",
            "The ferry will stop in May, and nobody knows why that is so.",
        ),
        (
            "The <b>f</b>erry will <a href='x'>stop in May</a>, and nobody\n knows why that is so.",
            "The ferry will stop in May, and nobody knows why that is so.",
        ),
        (
            "The caf&eacute; &amp; the ferry &#x2013; &quot;stop&quot; in May, and nobody knows why.",
            'The café & the ferry – "stop" in May, and nobody knows why.',
        ),
        (
            "The ferry <!-- will --> stops<script>x('The ferry stops')</script> in May, and nobody knows why.",
            "The ferry stops in May, and nobody knows why.",
        ),
        (
            "The fer&shy;ry to Osk\u200b stops in May, and nobody at all knows why.",
            "The ferry to Osk stops in May, and nobody at all knows why.",
        ),
    ],
)
def test_a_paragraph_is_found_whatever_markup_does_to_it(written: str, read_as: str) -> None:
    page, article = article_on(html(f"<h1>Ferry stops</h1>{paragraphs(BODY[0], written, BODY[2])}"))
    number = next(n for n, block in enumerate(article.blocks) if article.words(block) == read_as)
    place = article.places[number]
    assert place is not None
    shown = page.data.decode()[slice(*place)]
    assert written.startswith(shown)
    assert len(shown) >= len(written) - 1  # the full stop is no word


def test_the_title_stands_at_the_headline_and_not_in_the_tab() -> None:
    page, article = article_on(html(f"<h1>Ferry stops</h1>{paragraphs()}", head="<title>Ferry stops</title>"))
    assert article.places[0] == (page.data.index(b"<h1>") + 4, page.data.index(b"</h1>"))


def test_a_title_that_the_page_only_states_stands_nowhere() -> None:
    head = '<meta property="og:title" content="A boat is given up"><title>Bell</title>'
    _, article = article_on(html(paragraphs(), head=head))
    assert (article.title, article.places[0]) == ("A boat is given up", None)


def test_a_line_of_an_extract_is_found_where_it_stands() -> None:
    text = "\r\n\r\n".join(["Ferry to Osk stops in May", *BODY])
    _, article = article_on(text, "text/plain")
    assert [text[slice(*place)] for place in article.places if place] == [
        "Ferry to Osk stops in May",
        *(line[:-1] for line in BODY),
    ]


def test_a_caption_and_the_credit_glued_to_it_each_have_their_place() -> None:
    line = "The ferry leaves the old harbourPhoto: Ada Lund"
    text = "\n".join(["Ferry to Osk stops in May", line, *BODY])
    _, article = article_on(text, "text/plain")
    shown = [text[slice(*place)] for place in article.places if place]
    assert shown[1:3] == ["The ferry leaves the old harbour", "Photo: Ada Lund"]


def test_words_within_a_block_have_a_place_of_their_own() -> None:
    page, article = article_on(
        html(f"<h1>Ferry stops</h1>{paragraphs(BODY[0].replace('insure', '<i>ins</i>ure'), BODY[1])}")
    )
    start = article.text.index("insure the boat")
    place = place_of(page, article, article.span(start, start + len("insure the boat")))
    assert place is not None
    assert source_of(page)[0][slice(*place)] == "ins</i>ure the boat"


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<br>", "<a title='a>b'>", "</a>", "&amp;", "&eacute;", "&ampx;"]
        ),
        st.sampled_from(
            ["<!--", "-->", "<script>", "</script>", "5 < 6", "<div>", "</div>", "&#48;", "\u00ad", "<h2>"]
        ),
        st.sampled_from([*BODY, "Nobody waved.", "Øsk", "ß"]),
        st.text(max_size=12),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(PIECES, st.sampled_from(["text/html", "text/plain"]))
def test_the_place_of_a_block_holds_its_words_in_order(pieces: list[str], media: str) -> None:
    page = Page("".join([*pieces, "\n<p>", BODY[1], "</p>"]).encode("utf-8", "replace"), media, file="page")
    try:
        article = read(page)
    except ReadingError:
        return
    source, markup = source_of(page)
    assert len(article.places) == len(article.blocks)
    for block, place in zip(article.blocks, article.places, strict=True):
        if place is None:
            continue
        assert 0 <= place[0] < place[1] <= len(source)
        at, there = 0, undone(source[slice(*place)], markup)
        for word in WORD.findall(article.words(block)):
            at = there.find(word, at)
            assert at >= 0, (word, source[slice(*place)])
            at += len(word)


@pytest.mark.parametrize("piece", ["<", ">", "<!--", "<script>", "<a ", "&", "&amp", "> ", "\n", "a<"])
def test_a_source_made_to_slow_the_search_down_does_not(piece: str) -> None:
    source = piece * 100_000 + html(paragraphs()) + piece * 100_000
    for markup in (True, False):
        assert len(places.find(source, BODY, markup=markup, titled=False)) == len(BODY)
