"""An article taken apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import annotated, article, span
from marked import marked

from crossread.comparing.claims import accounts
from crossread.records import AnnotatedArticle, Attribution, Sentence


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


def reported(text: str, source: str, cue: str, content: str) -> AnnotatedArticle:
    """An article with one statement, whose parts are these words."""
    made = article(text)
    told = Attribution("q1", "indirect", (span(made, content),), (span(made, cue),), (span(made, source),))
    return annotated(made, attributions=(told,), sentences=(Sentence(made.span(0, len(made.text)), 0),))


def test_a_bare_number_is_told_with_who_gives_it() -> None:
    found = reported("Varga claimed 1,200.", "Varga", "claimed", "1,200")
    assert told(found) == [("q1", "Varga claimed 1,200")]


def test_of_a_quotation_no_word_is_left_out() -> None:
    found = marked("“[q e1: That pier has stood there like that],” [e1: Varga] [cue: said].")
    assert told(found) == [("q1", "That pier has stood there like that")]


def test_a_mark_of_quotation_keeps_its_fellow() -> None:
    found = marked('[s e1: the board\'s plan was "a burglary of the pier."] [e1: Varga] [cue: said].')
    assert told(found) == [("q1", 'the board\'s plan was "a burglary of the pier."')]


def test_the_period_of_an_abbreviation_stays() -> None:
    assert told(marked("The order to leave the pier went out at 3:05 p.m."))[0][1].endswith("3:05 p.m.")


def test_who_only_hands_on_what_another_says_tells_nothing() -> None:
    found = marked(
        "[s e2: The piles had rotted, Varga said in a speech on the radio], [e2: Tern News] [cue: reported]."
    )
    outer = found.attributions[0]
    whole = found.article
    inner = replace(
        outer,
        id="q2",
        within="q1",
        content=(whole.span(0, len("The piles had rotted")),),
        cue=(whole.span(whole.text.index("said"), whole.text.index("said") + 4),),
        source=(whole.span(whole.text.index("Varga"), whole.text.index("Varga") + 5),),
    )
    assert told(replace(found, attributions=(outer, inner))) == [("q2", "The piles had rotted")]


def test_whom_somebody_spoke_to_is_no_claim() -> None:
    text = "Varga told the show First Light that the piles had rotted away."
    found = reported(text, "Varga", "told", "the piles had rotted away")
    assert told(found) == [("q1", "the piles had rotted away")]


def test_what_somebody_did_meanwhile_is_a_claim() -> None:
    found = marked("The board met for hours on Monday, helping the Osk and Lund owners with their papers.")
    assert "helping the Osk and Lund owners with their papers" in [words for _, words in told(found)]


def test_a_relative_clause_without_a_comma_is_told_with_its_noun() -> None:
    found = marked("The board heard from nine owners and from a diver who filmed the rotten piles under the deck.")
    assert "a diver who filmed the rotten piles under the deck" in [words for _, words in told(found)]


def test_a_short_bracket_cuts_nothing() -> None:
    found = marked("The Dock Union (DU) and its members left the pier on Monday.")
    assert told(found) == [(None, "The Dock Union (DU) and its members left the pier on Monday")]


def test_what_leads_over_to_a_statement_is_left_out() -> None:
    text = "The police named the drowned sailor on Monday, and said that the piles had rotted away."
    found = reported(text, "The police", "said", "the piles had rotted away")
    assert told(found) == [(None, "The police named the drowned sailor on Monday"), ("q1", "the piles had rotted away")]
