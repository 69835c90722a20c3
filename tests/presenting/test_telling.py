"""What a reader on deadline looks for first, and what is not to stand in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import annotated, article, span

from crossread.presenting.views import view
from crossread.records import (
    Account,
    AnnotatedArticle,
    Attribution,
    Claim,
    Comparison,
    Difference,
    DifferenceValue,
    Entity,
    Event,
    Quantity,
    Timex,
    Via,
)


def alone_of(one: AnnotatedArticle, *claims: str, attributions: tuple[Attribution, ...] = ()) -> list[str]:
    spans = [span(one.article, words) for words in claims]
    accounts = [Account(s) for s in spans]
    made = tuple(Claim(f"c{n}", a.span, "single", (a,)) for n, a in enumerate(accounts))
    (alone,) = view(Comparison("s", (one,), claims=made, attributions=attributions)).alone
    return [row.told[0].excerpt.words for row in alone.rows]


def test_what_one_alone_tells_begins_with_numbers_and_ends_with_captions_and_scraps() -> None:
    page = article(
        "Divers lift the bell at first light.\n\n"
        "The harbour had been quiet for years and years.\n\nPORT EDDA (NEA).\n\n"
        "It cost 4,000 crowns to raise the old bell.",
        kinds={0: "caption"},
    )
    cost = span(page, "4,000 crowns")
    one = replace(annotated(page), quantities=(Quantity(cost, "money", 4000.0),))
    words = (
        "Divers lift the bell at first light",
        "PORT EDDA (NEA)",
        "The harbour had been quiet for years and years",
        "It cost 4,000 crowns to raise the old bell",
    )
    assert alone_of(one, *words) == [words[3], words[2], words[0], words[1]]


def test_words_that_only_announce_what_is_said_come_last() -> None:
    one = annotated(
        article("Speaking at the quay on Friday, Ida Holm claimed that the sluice leaks. It is an old sluice.")
    )
    said = Attribution("q1", "indirect", (span(one.article, "the sluice leaks"),), (span(one.article, "claimed"),))
    lead, fact = "Speaking at the quay on Friday, Ida Holm claimed", "It is an old sluice"
    assert alone_of(one, lead, fact, attributions=(said,)) == [fact, lead]
    assert alone_of(one, lead, fact) == [lead, fact]


def test_a_claim_whose_words_another_one_holds_comes_after_it() -> None:
    one = annotated(article("Two boats sank, one of them new."))
    assert alone_of(one, "Two boats sank", "Two boats sank, one of them new")[0] == "Two boats sank, one of them new"


def test_captions_and_headlines_are_labelled() -> None:
    page = article("Fire on the quay.\n\nMen at work.\n\nIt burned.", kinds={0: "title", 1: "caption"})
    claims = tuple(
        Claim(f"c{n}", span(page, words), "single", (Account(span(page, words)),))
        for n, words in enumerate(("Fire on the quay", "Men at work", "It burned"))
    )
    (alone,) = view(Comparison("s", (annotated(page),), claims=claims)).alone
    functions = {row.told[0].excerpt.words: row.told[0].excerpt.function for row in alone.rows}
    assert functions == {"Fire on the quay": "headline", "Men at work": "caption", "It burned": ""}


@pytest.mark.parametrize(("through", "speakers"), [(True, ["Ida Holm"]), (False, ["Ida Holm", "Nordwire"])])
def test_an_agency_that_only_passes_a_statement_on_is_no_second_speaker(through: bool, speakers: list[str]) -> None:
    one = article("The sluice leaks, Ida Holm said on Friday, according to Nordwire.")
    agency = span(one, "Nordwire")
    quotes = (
        Attribution("q1", "indirect", (span(one, "The sluice leaks, Ida Holm said on Friday"),), speaker="e2"),
        Attribution(
            "q2",
            "indirect",
            (span(one, "The sluice leaks"),),
            (span(one, "said"),),
            (span(one, "Ida Holm"),),
            speaker="e1",
            via=(Via("Nordwire", "agency", agency, "e2"),) if through else (),
            within="q1",
        ),
    )
    entities = (
        Entity("e1", "person", "Ida Holm", ("Ida Holm",)),
        Entity("e2", "organisation", "Nordwire", ("Nordwire",)),
    )
    found = view(Comparison("s", (annotated(one),), entities=entities, attributions=quotes)).speakers
    assert sorted(speaker.name for speaker in found) == speakers


def test_reasons_are_written_with_dates_in_words_and_quoted_words_as_they_are() -> None:
    one = article("It came early. It came late.")
    sides = (DifferenceValue("2031-03-08T21:40", (span(one, "early"),)), DifferenceValue("22:10", (span(one, "late"),)))
    why = "The time of “log 2031-03-08” is given as 2031-03-08T21:40 and 22:10."
    found = Comparison("s", (annotated(one),), differences=(Difference("d1", "date", "conflict", "when", sides, why),))
    assert view(found).disputes[0].why == "The time of “log 2031-03-08” is given as 8 March 2031, 21:40 and 22:10."


def test_long_numbers_in_a_reason_are_written_as_the_values_are_and_years_are_not() -> None:
    one = article("It cost much. It cost little.")
    sides = (DifferenceValue("4100", (span(one, "much"),)), DifferenceValue("38000", (span(one, "little"),)))
    why = "Different figures are given for the cost in 2018: 4100 and 38000."
    found = Comparison("s", (annotated(one),), differences=(Difference("d1", "number", "conflict", "", sides, why),))
    assert view(found).disputes[0].why == "Different figures are given for the cost in 2018: 4,100 and 38,000."


def test_two_accounts_of_one_voice_in_one_sentence_are_shown_once_in_a_row() -> None:
    left, right = article("Two died and nine were hurt.", outlet="A"), article("Two died; nine hurt.", outlet="B")
    spans = (span(left, "Two died"), span(left, "nine were hurt"), span(right, "Two died"))
    claim = Claim("c1", spans[0], "shared", tuple(map(Account, spans)))
    (row,) = view(Comparison("s", (annotated(left), annotated(right)), claims=(claim,))).everywhere
    assert [told.excerpt.words for told in row.told] == ["nine were hurt", "Two died"]


def test_a_long_clause_is_shown_around_its_time() -> None:
    text = (
        "It traded in timber and in tar, "
        + "and in flax and in rope, " * 8
        + "burned down in 1911, and was built up again"
    )
    one = article(f"{text}.")
    when = span(one, "1911")
    event = Event("1911", "year", (span(one, text),))
    page = replace(annotated(one), timexes=(Timex(when, "date", "1911"),))
    words = view(Comparison("s", (page,), timeline=(event,))).timeline[0].clauses[0].excerpt.words
    assert "burned down in 1911" in words
    assert len(words) < len(text)
    assert words.split()[0] in text.split()
