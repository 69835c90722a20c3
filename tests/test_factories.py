from __future__ import annotations

import pytest
from factories import annotated, article, span


def test_blocks_cover_the_paragraphs_and_the_title() -> None:
    made = article("One.\n\nTwo.", title="Head")
    assert [(block.kind, made.words(block)) for block in made.blocks] == [
        ("title", "Head"),
        ("paragraph", "One."),
        ("paragraph", "Two."),
    ]


def test_a_span_is_found_by_its_words() -> None:
    made = article("He said he would.")
    assert made.words(span(made, "he", 0)) == "he"
    assert span(made, "d", 1).start > span(made, "d").start


def test_words_that_are_not_there_are_refused() -> None:
    with pytest.raises(AssertionError):
        span(article("One."), "Two")


def test_an_annotated_article_takes_fields() -> None:
    assert annotated("One.", annotated=False).annotated is False
