"""What a person decides goes before what was found."""

from __future__ import annotations

from typing import Any

import pytest
from factories import article
from marked import marked, merged

from crossread.annotating import annotate
from crossread.comparing import compare
from crossread.comparing.corrections import Corrections, Place, parse
from crossread.errors import ComparingError
from crossread.records import AnnotatedArticle, Comparison, Story


def paper(outlet: str, text: str) -> AnnotatedArticle:
    found = marked(text, outlet=outlet)
    return AnnotatedArticle(
        found.article,
        found.sentences,
        found.mentions,
        merged(found),
        found.attributions,
        found.timexes,
        found.quantities,
    )


LAMP = paper("The Lamp", "The board closed the rotten pier. The fair drew [#40: 40] [of: boats]. A dog slept all day.")
GULL = paper("The Gull", "The board closed the rotten pier. Harvest boats came in their dozens to the show. Rain fell.")


def compared(**tables: Any) -> Comparison:
    return compare(Story("s", (LAMP, GULL)), corrections=parse(tables))


def together(comparison: Comparison, left: str, right: str) -> bool:
    rows = [{comparison.words(a.span) for a in claim.accounts} for claim in comparison.claims]
    return any(left in row and right in row for row in rows)


BOATS = ("The fair drew 40 boats", "Harvest boats came in their dozens to the show")


def test_two_accounts_are_one_claim_where_a_person_says_so() -> None:
    assert not together(compared(), *BOATS)
    made = compared(one_claim=[{"accounts": list(BOATS)}])
    assert together(made, *BOATS)
    assert [(d.kind, len(d.claims)) for d in made.decisions] == [("one claim", 1)]


def test_two_accounts_are_two_claims_where_a_person_says_so() -> None:
    pier = "The board closed the rotten pier"
    assert together(compared(), pier, pier)
    places = [{"article": outlet, "words": pier} for outlet in ("The Lamp", "The Gull")]
    made = compared(two_claims=[{"accounts": places}])
    assert sorted(len(c.accounts) for c in made.claims if pier in {made.words(a.span) for a in c.accounts}) == [1, 1]


def test_a_place_can_be_given_by_offsets() -> None:
    at = LAMP.article.text.index("The fair")
    place = {"article": LAMP.article.id, "start": at, "end": at + len(BOATS[0])}
    assert together(compared(one_claim=[{"accounts": [place, BOATS[1]]}]), *BOATS)


def test_a_statement_gets_the_speaker_that_a_person_names() -> None:
    found = paper("The Lamp", "“[q -: Nobody asked us],” one [cue: said].")
    made = compare(
        Story("s", (found,)), corrections=parse({"speaker": [{"statement": "Nobody asked us", "name": "Ilja Varga"}]})
    )
    speakers = {e.id: e.name for e in made.entities}
    assert [speakers[q.speaker] for q in made.attributions if q.speaker] == ["Ilja Varga"]


def ages(**tables: Any) -> Comparison:
    texts = [("The Lamp", "61"), ("The Gull", "63")]
    told = "Joss Varga, {age}, moored his boat in Osk. He sold fish to the inns of the town every morning."
    articles = tuple(annotate(article(told.format(age=age), outlet=outlet)) for outlet, age in texts)
    return compare(Story("s", articles), corrections=parse(tables))


def test_what_a_person_holds_to_be_no_difference_is_none() -> None:
    assert [d.kind for d in ages().differences] == ["age"]
    made = ages(no_difference=[{"accounts": ["61", "63"]}])
    assert made.differences == ()
    assert all(claim.status != "disputed" for claim in made.claims)


@pytest.mark.parametrize(
    ("tables", "fault"),
    [
        ({"one_clam": []}, "unknown table 'one_clam'"),
        ({"one_claim": [{"accounts": ["a"]}]}, "one_claim 1: 'accounts' names two places"),
        ({"speaker": [{"statement": "Nobody asked us"}]}, "speaker 1: 'name' says whose"),
        (
            {"two_claims": [{"accounts": ["a", {"article": "x", "start": 4, "end": 2}]}]},
            "two_claims 1: a place without",
        ),
        ({"one_claim": ["a"]}, "one_claim 1: is not a table"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_its_faults(tables: dict[str, Any], fault: str) -> None:
    with pytest.raises(ComparingError, match=fault):
        parse(tables)


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("nobody wrote this", "stands 0 times"),
        ("The board closed the rotten pier", "stands 2 times"),
        ({"article": "The Owl", "words": "Rain fell"}, "there is no article 'The Owl'"),
        ({"article": "The Gull", "start": 3, "end": 9_999}, "has no characters 3 to 9999"),
    ],
)
def test_a_place_that_is_not_found_is_told(place: Any, fault: str) -> None:
    with pytest.raises(ComparingError, match=fault):
        compared(one_claim=[{"accounts": [place, BOATS[1]]}])


def test_no_corrections_change_nothing() -> None:
    assert parse({}) == Corrections()
    assert compared() == compare(Story("s", (LAMP, GULL)))


def test_a_place_is_read_from_words_or_a_table() -> None:
    (made,) = parse({"one_claim": [{"accounts": ["a", {"article": "b", "words": "c"}]}]}).made
    assert made.places == (Place(words="a"), Place("b", "c"))
