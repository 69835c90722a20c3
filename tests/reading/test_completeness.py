from __future__ import annotations

import pytest
from reading.support import BODY, html, paragraphs, read_html

from crossread.reading import completeness, read
from crossread.records import Page


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to continue reading",
        "Sign in or create an account to read the full story",
        "This article is for subscribers only.",
        "You have reached your limit of free articles",
        "Unlock the rest of this article",
        "To continue reading, please register",
    ],
)
def test_a_line_that_asks_to_pay_for_the_rest_is_known(line: str) -> None:
    assert completeness.stub(["Share", line]) == line


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter",
        "Log in to see 6 comments",
        "Continue reading below the advertisement",
        "You have 3 free stories to read.",
        "Log in to keep this story",
    ],
)
def test_other_prompts_do_not_make_an_article_partial(line: str) -> None:
    assert completeness.stub([line]) is None


def test_a_whole_page_is_full() -> None:
    article = read_html(f"<h1>Ferry stops</h1>{paragraphs()}")
    assert (article.captured, bool(article.captured_why)) == ("full", True)


@pytest.mark.parametrize(
    ("end", "captured"),
    [
        ("<div class=gate>Subscribe to continue reading</div>", "partial"),
        ("<p>And then the captain took her two dogs and the ship's bell, and said that she would…</p>", "partial"),
        ("<p>And then the captain took her two dogs and the old bell of the ship and said that she</p>", "unknown"),
    ],
)
def test_a_page_that_asks_for_money_or_breaks_off_is_not_full(end: str, captured: str) -> None:
    assert read_html(f"<h1>Ferry stops</h1>{paragraphs()}{end}").captured == captured


def test_a_file_that_stops_in_a_sentence_is_partial_and_before_its_end_unknown() -> None:
    whole = html(f"<h1>Ferry stops</h1>{paragraphs()}")
    in_sentence, after_text = whole[: whole.index("answer")], whole[: whole.rindex("</p>")]
    assert read(Page(in_sentence.encode(), "text/html")).captured == "partial"
    assert read(Page(after_text.encode(), "text/html")).captured == "unknown"
    assert BODY[2] in read(Page(after_text.encode(), "text/html")).text
