"""What a reader is shown of a comparison, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import annotated, article, span
from presenting.ferry import COURIER, HARBOUR, HERALD, KUESTE, MERIDIAN, OUTCOMES, comparison

from crossread.presenting.legible import date_in_words, listed, shortened, told_apart
from crossread.presenting.novelty import novel
from crossread.presenting.reports import Report, Row
from crossread.presenting.views import view
from crossread.records import (
    Account,
    Attribution,
    Claim,
    Comparison,
    Difference,
    DifferenceValue,
    Entity,
    Event,
    Origin,
    Wording,
)


@pytest.fixture(scope="module")
def report() -> Report:
    return view(comparison(), OUTCOMES)


def row(report: Report, words: str) -> Row:
    rows = (*report.everywhere, *report.several, *(row for alone in report.alone for row in alone.rows))
    return next(row for row in rows if any(words in told.excerpt.words for told in row.told))


# ── the head ──


def test_a_column_says_when_and_how_that_is_known(report: Report) -> None:
    courier, herald = report.columns[0], report.columns[3]
    assert (courier.date, courier.date_why) == ("13 May 2031, 18:20 +02:00", "stated by the page")
    assert (herald.date, herald.date_why) == (None, "not known")


def test_only_an_agency_that_is_credited_is_named(report: Report) -> None:
    assert [column.credits for column in report.columns] == [(), ("Norpress",), ("Norpress",), (), ()]


def test_an_article_in_another_language_is_a_column_and_in_no_row(report: Report) -> None:
    assert [column.annotated for column in report.columns] == [True, True, True, True, False]
    assert all("Küstenblatt" not in one.silent + one.unseen for one in (*report.everywhere, *report.several))


def test_reprints_are_told_with_their_origin(report: Report) -> None:
    (same,) = report.same_text
    assert (same.outlets, same.percent, same.origin) == (("The Meridian", "Harbour Post"), 87, "Norpress")


def test_an_article_without_outlet_goes_by_the_name_of_its_file() -> None:
    one = annotated(article("Words.", outlet=None, file="saved/pages/morning.html"))
    assert view(Comparison("s", (one,))).columns[0].label == "morning.html"


def test_two_articles_of_one_outlet_are_told_apart() -> None:
    two = (annotated(article("One.", outlet="Post")), annotated(article("Two.", outlet="Post")))
    assert [column.label for column in view(Comparison("s", two)).columns] == ["Post (A)", "Post (B)"]


def test_an_article_without_outlet_and_with_a_long_file_name_goes_by_a_letter_of_its_own() -> None:
    outlets = (None, "Post", None, "Post", "Echo")
    articles = [article(f"Words {n}.", outlet=o, file=f"{n}_1f20ab34cd56ef78.txt") for n, o in enumerate(outlets)]
    columns = view(Comparison("s", tuple(map(annotated, articles)))).columns
    assert [column.label for column in columns] == ["Report A", "Post (B)", "Report C", "Post (D)", "Echo"]
    assert [column.file for column in columns][:2] == ["0_1f20ab34cd56ef78.txt", None]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", None])
def test_only_web_addresses_are_links(url: str | None) -> None:
    one = annotated(replace(article("Words."), url=url))
    assert view(Comparison("s", (one,))).columns[0].link is None


# ── claims ──


def test_what_all_tell_comes_apart_from_what_several_tell(report: Report) -> None:
    assert [len(one.outlets) for one in report.everywhere] == [4, 4]
    assert [len(one.outlets) for one in report.several] == [2, 2, 2]


def test_more_origins_come_first_among_claims_that_as_many_tell(report: Report) -> None:
    assert [one.origins for one in report.several] == [2, 2, 1]


def test_rows_are_numbered_in_the_order_in_which_they_are_shown(report: Report) -> None:
    rows = (*report.everywhere, *report.several, *(row for alone in report.alone for row in alone.rows))
    assert [one.number for one in rows] == list(range(1, len(rows) + 1))


def test_silence_is_told_apart_from_what_could_not_be_read(report: Report) -> None:
    found = row(report, "240 people")
    assert (found.silent, found.unseen) == (("Harbour Post",), ("Southern Herald",))


def test_outlets_that_share_an_origin_are_one_source(report: Report) -> None:
    sources = {source.label: source.outlets for source in row(report, "broke out").sources}
    assert sources["Norpress"] == ("The Meridian", "Harbour Post")


def test_origins_that_are_not_shown_are_no_common_source() -> None:
    left, right = article("It burned.", outlet="A"), article("It burned.", outlet="B")
    accounts = tuple(Account(span(one, "It burned"), None, f"o{n}") for n, one in enumerate((left, right)))
    found = view(
        Comparison(
            "s",
            (annotated(left), annotated(right)),
            claims=(Claim("c1", accounts[0].span, "shared", accounts),),
            origins=(Origin("o0", "unknown", None), Origin("o1", "unknown", None)),
        )
    ).everywhere[0]
    assert [(source.kind, source.label) for source in found.sources] == [("unknown", "origin not shown")]


def test_an_account_names_its_speaker_and_all_hops(report: Report) -> None:
    chains = {told.excerpt.outlet: told.chain for told in row(report, "broke out").told}
    assert chains["Tolvann Courier"] is None
    meridian, herald = chains["The Meridian"], chains["Southern Herald"]
    assert meridian is not None
    assert herald is not None
    assert (meridian.speaker, meridian.named, meridian.via) == ("Jon Aker", True, ("Norpress",))
    assert (herald.speaker, herald.named) == ("two survivors", False)


def test_what_one_alone_tells_stands_under_its_outlet(report: Report) -> None:
    assert [(alone.outlet, len(alone.rows)) for alone in report.alone] == [
        ("Tolvann Courier", 2),
        ("Southern Herald", 2),
    ]


# ── words ──


@pytest.mark.parametrize(
    ("words", "others", "marked"),
    [
        ("A fire killed three people", ["A blaze killed two people"], ["fire", "three"]),
        ("The U.S. strike", ["the US strikes"], []),
        ("the mayor's office", ["The Mayor has an office"], []),
        ("it was said on Monday", ["he says so on Monday"], []),
        ("Anna Bell, Tom Reed", ["Anna Reed"], ["Bell", "Tom"]),
        ("two new red boats", ["two boats"], ["new red"]),
        ("alone", [], []),
    ],
)
def test_words_that_no_other_account_has_are_found(words: str, others: list[str], marked: list[str]) -> None:
    assert [words[start:end] for start, end in novel(words, others)] == marked


def test_an_excerpt_stands_in_its_sentence(report: Report) -> None:
    excerpt = report.disputes[0].sides[1].given[0].excerpt
    assert (excerpt.before, excerpt.words) == ("The disaster on the Alma Reyk began in the ", "kitchen")
    assert excerpt.after.startswith(" and not in the engine room")


# ── differences ──


def test_conflicts_come_before_updates(report: Report) -> None:
    assert [dispute.relation for dispute in report.disputes] == ["conflict", "conflict", "update"]


def test_the_same_sentence_in_two_outlets_is_given_once(report: Report) -> None:
    engine_room = report.disputes[0].sides[0]
    assert [given.outlets for given in engine_room.given] == [("Tolvann Courier",), ("The Meridian", "Harbour Post")]


def test_a_dispute_and_its_rows_know_each_other(report: Report) -> None:
    for dispute in report.disputes:
        for number in dispute.rows:
            rows = (*report.everywhere, *report.several)
            assert dispute.number in next(one for one in rows if one.number == number).disputes


def test_dates_in_dispute_are_written_out() -> None:
    one = article("It came on Monday. It came on Tuesday.")
    sides = (
        DifferenceValue("2031-05-12", (span(one, "Monday"),)),
        DifferenceValue("2031-05-13", (span(one, "Tuesday"),)),
    )
    found = Comparison("s", (annotated(one),), differences=(Difference("d1", "date", "conflict", "when", sides, "."),))
    assert [side.value for side in view(found).disputes[0].sides] == ["12 May 2031", "13 May 2031"]


# ── speakers ──


def test_near_identical_words_of_one_speaker_are_one_statement(report: Report) -> None:
    aker = report.speakers[0]
    assert (aker.name, aker.descriptions, aker.outlets) == (
        "Jon Aker",
        ("coast guard spokesman",),
        ("The Meridian", "Harbour Post"),
    )
    assert [[carrier.excerpt.outlet for carrier in one.carriers] for one in aker.statements] == [
        ["The Meridian", "Harbour Post"]
    ] * 2
    assert [one.origins for one in aker.statements] == [1, 1]


def test_other_words_of_the_speaker_are_another_statement() -> None:
    one = article("“The dam will hold,” Berg said. “Leave the valley now,” Berg said.")
    found = view(
        Comparison(
            "s",
            (annotated(one),),
            entities=(Entity("e1", "person", "Berg", ("Berg",)),),
            attributions=tuple(
                Attribution(f"q{n}", "direct", (span(one, words),), speaker="e1")
                for n, words in enumerate(("The dam will hold", "Leave the valley now"))
            ),
        )
    )
    assert len(found.speakers[0].statements) == 2


def test_two_sources_known_only_as_he_are_not_one_person() -> None:
    one = article("He said yes. Later he said no.")
    found = view(
        Comparison(
            "s",
            (annotated(one),),
            attributions=tuple(
                Attribution(f"q{n}", "indirect", (span(one, content),), source=(span(one, source),))
                for n, (content, source) in enumerate((("yes", "He"), ("no", "he")))
            ),
        )
    )
    assert [(speaker.name, speaker.named) for speaker in found.speakers] == [("", False)]


def test_speakers_known_by_name_come_first(report: Report) -> None:
    named = [speaker.named for speaker in report.speakers]
    assert named == sorted(named, reverse=True)


# ── the rest ──


def test_wording_keeps_the_outlets_own_voice_from_what_it_quotes(report: Report) -> None:
    meridian = next(n for n in report.wording[0].namings if n.outlet == "The Meridian")
    assert [(called.term, called.count) for called in meridian.own] == [("blaze", 2)]
    assert [(called.term, called.count) for called in meridian.quoted] == [("fire", 2)]


def test_a_referent_with_one_term_shows_no_choice_of_words() -> None:
    full = comparison()
    same = replace(full.wording[0], terms=full.wording[0].terms[:1])
    assert view(replace(full, wording=(same,))).wording == ()


def test_the_timeline_runs_from_the_oldest(report: Report) -> None:
    assert [moment.label for moment in report.timeline] == [
        "1987",
        "March 2031",
        "13 May 2031",
        "13 May 2031, 04:40",
        "14 May 2031",
    ]


def test_the_same_clause_in_two_outlets_is_one_line() -> None:
    spans = tuple(span(one, "The fire broke out at 4:40 a.m.") for one in (MERIDIAN, HARBOUR))
    found = replace(comparison(), timeline=(Event("2031-05-13", "day", spans),))
    (clause,) = view(found).timeline[0].clauses
    assert clause.outlets == ("The Meridian", "Harbour Post")


def test_what_was_not_read_is_told_with_its_reason(report: Report) -> None:
    assert [outcome.reason for outcome in report.unread] == ["not annotated", "duplicate", "not an article"]


def test_the_order_of_findings_does_not_matter(report: Report) -> None:
    full = comparison()
    turned = replace(
        full,
        claims=full.claims[::-1],
        differences=full.differences[::-1],
        attributions=full.attributions[::-1],
        timeline=full.timeline[::-1],
        wording=tuple(Wording(w.referent, w.terms[::-1], w.entity) for w in full.wording[::-1]),
    )
    assert view(turned, OUTCOMES) == report


def test_every_excerpt_is_the_words_under_its_span(report: Report) -> None:
    texts = {one.id: one.text for one in (COURIER, MERIDIAN, HARBOUR, HERALD, KUESTE)}
    for one in (*report.everywhere, *report.several):
        for told in one.told:
            s = told.excerpt.span
            assert told.excerpt.words == texts[s.article][s.start : s.end]


# ── phrases ──


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2031", "2031"),
        ("2031-05", "May 2031"),
        ("2031-05-03", "3 May 2031"),
        ("2031-05-03T04:40", "3 May 2031, 04:40"),
        ("2031-05-03T04:40:59.5Z", "3 May 2031, 04:40 UTC"),
        ("2031-05-03T04:40:00+03:30", "3 May 2031, 04:40 +03:30"),
        ("2031-13-03", "2031-13-03"),
        ("2031-W20", "2031-W20"),
        ("soon", "soon"),
    ],
)
def test_dates_are_written_out(iso: str, words: str) -> None:
    assert date_in_words(iso) == words


def test_names_are_listed_as_in_a_sentence() -> None:
    assert (listed(["A"]), listed(["A", "B"]), listed("ABC"), listed([])) == ("A", "A and B", "A, B and C", "")


def test_names_that_come_twice_are_told_apart() -> None:
    assert told_apart(["A", "B", "A"]) == ("A", "B", "A (2)")


@pytest.mark.parametrize(
    ("text", "keep_end", "short"),
    [
        ("the river rose by night", False, "the river…"),
        ("the river rose by night", True, "…by night"),
        ("a river", False, "a river"),
        ("x" * 30, False, "x" * 12 + "…"),
        ("x" * 30, True, "…" + "x" * 12),
    ],
)
def test_text_is_cut_at_a_word_where_there_is_one(text: str, keep_end: bool, short: str) -> None:
    assert shortened(text, 12, keep_end=keep_end) == short


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("250000", "250,000"),
        ("about 6000000", "about 6,000,000"),
        ("1200", "1,200"),
        ("120", "120"),
        ("0.123456", "0.123456"),
    ],
)
def test_long_numbers_in_dispute_are_grouped(value: str, words: str) -> None:
    one = article("It cost much. It cost little.")
    sides = (DifferenceValue(value, (span(one, "much"),)), DifferenceValue("1", (span(one, "little"),)))
    found = Comparison("s", (annotated(one),), differences=(Difference("d1", "number", "conflict", "", sides, "."),))
    assert view(found).disputes[0].sides[0].value == words


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("The bank denied having paid.", "denied", "denied"),
        ("The bank ruled out having paid.", "ruled out", "ruled out"),
        ("The bank has said having paid.", "has said", ""),
        ("The bank later told reporters having paid.", "later told reporters", ""),
        ("The bank claims having paid.", "claims", "claims"),
    ],
)
def test_a_word_for_saying_that_says_more_than_that_is_told(text: str, cue: str, told: str) -> None:
    one = article(text)
    said = Attribution("q1", "indirect", (span(one, "having paid"),), (span(one, cue),), (span(one, "The bank"),))
    claim = Claim("c1", said.content[0], "single", (Account(said.content[0], "q1"),))
    found = view(Comparison("s", (annotated(one),), attributions=(said,), claims=(claim,)))
    chain = found.alone[0].rows[0].told[0].chain
    assert chain is not None
    assert (chain.cue, found.speakers[0].statements[0].cue) == (told, told)


def test_who_denies_a_thing_is_not_put_with_who_says_it() -> None:
    one = article("They denied having sold the old mill. They admitted having sold the old mill.")
    quotes = tuple(
        Attribution(f"q{n}", "indirect", (span(one, "having sold the old mill", n),), (span(one, cue),), speaker="e1")
        for n, cue in enumerate(("denied", "admitted"))
    )
    entities = (Entity("e1", "organisation", "Mill Trust", ("Mill Trust",)),)
    found = view(Comparison("s", (annotated(one),), entities=entities, attributions=quotes))
    assert [statement.cue for statement in found.speakers[0].statements] == ["denied", "admitted"]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("he left", "Bell"),
        ("Bell says he left for good", "Bell"),
        ("he left for good. The chair is empty", None),
    ],
)
def test_words_in_dispute_are_their_speakers_if_half_of_them_are(words: str, speaker: str | None) -> None:
    one = article("Bell says he left for good. The chair is empty.")
    quote = Attribution("q1", "indirect", (span(one, "he left for good"),), (span(one, "says"),), speaker="e1")
    sides = (DifferenceValue("left", (span(one, words),)), DifferenceValue("empty", (span(one, "empty"),)))
    found = view(
        Comparison(
            "s",
            (annotated(one),),
            entities=(Entity("e1", "person", "Bell", ("Bell",)),),
            attributions=(quote,),
            differences=(Difference("d1", "other", "conflict", "", sides, "."),),
        )
    )
    chain = found.disputes[0].sides[0].given[0].chain
    assert (chain.speaker if chain else None) == speaker
