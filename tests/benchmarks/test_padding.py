"""Pages for timing: as many and as long as asked for, all different, and the same each time."""

from __future__ import annotations

import pytest

from benchmarks.padding import pages
from crossread.reading import read
from crossread.records import Page


@pytest.mark.parametrize(("articles", "words"), [(5, 600), (12, 800)])
def test_pages_are_as_many_and_about_as_long_as_asked_for(articles: int, words: int) -> None:
    made = pages(articles=articles, words=words)
    assert len(set(made)) == articles
    for page in made:
        article = read(Page(page.encode(), "text/html"))
        assert 0.8 * words <= len(article.text.split()) <= 1.35 * words


def test_pages_are_the_same_each_time() -> None:
    assert pages(articles=6, words=700) == pages(articles=6, words=700)
