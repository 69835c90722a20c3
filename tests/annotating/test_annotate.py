from __future__ import annotations

import pytest
from factories import article
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotating import annotate
from crossread.annotating.lexicon import entries, table

TEXT = """\
ORME (QNA) — At least 11 boats sank on Monday, Ida Holm, the harbour master, said.

"We saw it coming," she said."""


def test_an_article_is_read_for_all_that_it_tells() -> None:
    made = annotate(article(TEXT))
    words = made.article.words
    (first, second) = made.attributions
    assert [words(q.content[0]) for q in (first, second)] == ["At least 11 boats sank on Monday", "We saw it coming"]
    names = {entity.id: entity.name for entity in made.entities}
    assert names[first.speaker or ""] == names[second.speaker or ""] == "Ida Holm"
    assert [(words(t.span), t.value) for t in made.timexes] == [("Monday", "2024-05-13")]
    assert [q.value for q in made.quantities] == [11]
    assert [via.name for via in made.carried] == ["QNA"]


def test_another_language_is_shown_and_not_annotated() -> None:
    made = annotate(article("Il pleut à Orme. Ida Holm est partie.", language="fr"))
    assert made.annotated is False
    assert len(made.sentences) == 2
    assert (made.mentions, made.entities, made.attributions, made.timexes, made.quantities) == ((),) * 5


def test_an_unknown_language_is_taken_for_english() -> None:
    assert annotate(article(TEXT, language=None)).mentions


def test_a_date_that_is_known_stays() -> None:
    made = article(TEXT)
    assert annotate(made).article == made


def test_an_undated_article_is_dated_from_its_words_where_they_tell() -> None:
    dated = annotate(article("It is a week to the day since 3 May 2024, when the ferry sank.", published=None))
    assert dated.article.published.basis in ("inferred", "unknown")
    assert annotate(article("A ferry sank.", published=None)).article.published.value is None


@settings(deadline=None)
@given(st.text(alphabet='Ida Holm said “it” "was" 11 boats, on Monday.\n\'’-', max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    annotate(article(text))


@pytest.mark.parametrize("name", ["roles", "titles", "given_names", "places", "common_words", "organisation_words"])
def test_a_word_list_is_in_lower_case_or_as_names_are_written(name: str) -> None:
    assert entries(name)
    assert all(word == word.casefold() for word in entries(name))
    assert set(table(name).values()) <= {"", "male", "female"} or name == "organisation_words"
