"""What a source says about a page goes above what the page says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.support import BODY, html, paragraphs, words

from crossread.reading import read
from crossread.records import Article, Page

SAID = (
    ("title", "Ferry to Osk to stop"),
    ("outlet", "The Lamp"),
    ("byline", "Ida Brandt"),
    ("published", "2031-04-07T08:30:00+02:00"),
    ("url", "https://lamp.example/ferry"),
)
HEAD = (
    "<title>Boat news - Ellery Courier</title><meta property='og:site_name' content='Ellery Courier'>"
    "<meta property='og:title' content='Boat news'><meta name='author' content='Somebody Else'>"
    "<meta property='article:published_time' content='2029-01-01'><link rel=canonical href='https://courier.example/'>"
)


def read_as(media: str, *said: tuple[str, str], text: str | None = None) -> Article:
    body = html(paragraphs(), head=HEAD) if media == "text/html" else "\n\n".join(BODY)
    return read(Page((text or body).encode(), media, file="item", given=said))


@pytest.mark.parametrize("media", ["text/html", "text/plain"])
def test_what_the_source_says_counts_more_than_the_page(media: str) -> None:
    article = read_as(media, *SAID)
    assert (article.title, article.outlet, article.byline) == ("Ferry to Osk to stop", "The Lamp", "Ida Brandt")
    assert (article.published.value, article.published.basis) == ("2031-04-07T08:30:00+02:00", "metadata")
    assert article.url == "https://lamp.example/ferry"
    assert words(article, "title") == ["Ferry to Osk to stop"]
    assert words(article, "paragraph") == list(BODY)


@pytest.mark.parametrize("media", ["text/html", "text/plain"])
def test_a_reason_why_the_article_is_not_whole_is_kept(media: str) -> None:
    assert read_as(media).captured == "full"
    partial = read_as(media, ("partial", "the feed gives a summary"))
    assert (partial.captured, partial.captured_why) == ("partial", "the feed gives a summary")
    assert read_as(media, ("doubtful", "the feed may give a summary")).captured == "unknown"


def test_a_title_that_stands_in_the_extract_too_is_shown_once() -> None:
    article = read_as("text/plain", *SAID, text="\n\n".join(("Menu", "Ferry to Osk to stop | The Lamp", *BODY)))
    assert words(article, "title") == ["Ferry to Osk to stop"]
    assert words(article, "paragraph") == list(BODY)


def test_beside_a_given_title_the_first_short_sentence_is_text() -> None:
    article = read_as("text/plain", *SAID, text="\n\n".join(("Nobody will insure it.", *BODY)))
    assert words(article, "paragraph")[0] == "Nobody will insure it."


def test_a_date_that_nobody_can_read_leaves_the_page_its_own() -> None:
    assert read_as("text/html", ("published", "last Tuesday")).published.value == "2029-01-01"


@given(st.lists(st.tuples(st.sampled_from([name for name, _ in SAID]), st.text())), st.booleans())
@settings(max_examples=50)
def test_nothing_that_a_source_says_makes_a_page_unreadable(said: list[tuple[str, str]], as_html: bool) -> None:
    article = read_as("text/html" if as_html else "text/plain", *said)
    assert BODY[0] in article.text
