"""An article taken apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import annotated, article
from marked import marked

from crossread.comparing.claims import accounts
from crossread.records import AnnotatedArticle


def told(found: AnnotatedArticle) -> list[tuple[str | None, str]]:
    return [(account.attribution, found.article.words(account.span)) for account in accounts(found)]


def test_what_is_said_and_what_the_outlet_tells_are_apart() -> None:
    found = marked("The pier in Osk was shut on Monday. [s e1: The piles had rotted], [e1: Varga] [cue: said].")
    assert told(found) == [(None, "The pier in Osk was shut on Monday"), ("q1", "The piles had rotted")]


def test_a_direct_quotation_stays_whole() -> None:
    found = marked("“[q e1: We looked, and we found nothing, and we went home],” [cue: said] [e1: Varga].")
    assert told(found) == [("q1", "We looked, and we found nothing, and we went home")]


def test_indirect_speech_is_cut_at_its_clauses() -> None:
    found = marked("[s e1: The piles had rotted, and the crane was too heavy for the deck], [e1: Varga] [cue: said].")
    assert told(found) == [("q1", "The piles had rotted"), ("q1", "the crane was too heavy for the deck")]


def test_source_and_cue_alone_tell_nothing() -> None:
    found = marked("“[q e1: The piles have rotted away],” [e1: Mayor Varga] [cue: said] on Monday.")
    sourced = replace(found.attributions[0], source=(found.mentions[0].span,))
    assert told(replace(found, attributions=(sourced,))) == [("q1", "The piles have rotted away")]


def test_what_is_told_about_the_speaker_is_a_claim() -> None:
    found = marked("“[q e1: The piles have rotted away],” [cue: said] [e1: Ilja Varga], a retired pilot.")
    assert told(found)[1:] == [(None, "said Ilja Varga, a retired pilot")]


def test_a_figure_after_a_comma_is_a_claim_of_its_own() -> None:
    found = marked("The fraud cost the firm 2.1 million crowns, about a third of its capital.")
    assert [words for _, words in told(found)] == [
        "The fraud cost the firm 2.1 million crowns",
        "about a third of its capital",
    ]


@pytest.mark.parametrize("question", ["Will the pier hold until spring?", "“Did they look?” asked nobody."])
def test_questions_claim_nothing(question: str) -> None:
    assert not any("hold" in words or "look" in words for _, words in told(marked(question)))


def test_a_dateline_is_no_part_of_the_claim() -> None:
    assert told(marked("OSK, May 2 (Tern News) — The pier was shut on Monday.")) == [
        (None, "The pier was shut on Monday")
    ]


def test_a_title_tells_without_a_verb_and_a_credit_tells_nothing() -> None:
    made = article("Picture by Ana Holm for the Lamp.", title="Two hurt in pier fire", kinds={1: "credit"})
    sentences = marked("Two hurt in pier fire\n\nPicture by Ana Holm for the Lamp.").sentences
    moved = tuple(type(s)(made.span(s.span.start, s.span.end), s.block) for s in sentences)
    assert told(annotated(made, sentences=moved)) == [(None, "Two hurt in pier fire")]


def test_what_is_not_annotated_gives_no_account() -> None:
    assert accounts(annotated("Das Haus brannte am Montag.", annotated=False)) == ()
