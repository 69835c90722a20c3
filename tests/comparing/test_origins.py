"""Where accounts come from, and how many independent origins stand behind a claim."""

from __future__ import annotations

from dataclasses import replace

from factories import span
from marked import marked, merged

from crossread.comparing.aligning import Row
from crossread.comparing.origins import of_reprints, trace
from crossread.comparing.witnesses import sources
from crossread.records import Account, AnnotatedArticle, Claim, Entity, Origin, Passage, Reprint, Via, ViaRole

CLAIM = "the piles had rotted"


def via(found: AnnotatedArticle, name: str, role: ViaRole = "agency") -> AnnotatedArticle:
    """The article with the name as the intermediary of its first statement."""
    passed = Via(name, role, span(found.article, name))
    first = replace(found.attributions[0], via=(passed,))
    return replace(found, attributions=(first, *found.attributions[1:]))


def carried(found: AnnotatedArticle, name: str) -> AnnotatedArticle:
    return replace(found, carried=(Via(name, "agency", span(found.article, name)),))


def traced(
    *articles: AnnotatedArticle, reprints: tuple[Reprint, ...] = (), entities: tuple[Entity, ...] = ()
) -> tuple[Claim, dict[str, Origin]]:
    """The claim that every article tells by the words of `CLAIM`, traced, and its origins by id."""
    numbered = []
    for n, found in enumerate(articles):
        renamed = tuple(replace(q, id=f"q{n}") for q in found.attributions)
        numbered.append(replace(found, attributions=renamed))
    told = tuple(Account(span(a.article, CLAIM), a.attributions[0].id if a.attributions else None) for a in numbered)
    claim = Claim("c1", told[0].span, "shared", told)
    known = sources(numbered, entities or merged(*numbered), reprints)
    (found_claim,), origins = trace([Row(told, told[0])], [claim], known)
    return found_claim, {origin.id: origin for origin in origins}


def said(outlet: str, *, speaker: str = "e1: Ilja Varga", more: str = "") -> AnnotatedArticle:
    entity = speaker.split(":")[0]
    found = marked(f"[s {entity}: {CLAIM}], [{speaker}] [cue: said]{more}.", outlet=outlet)
    return replace(found, attributions=(replace(found.attributions[0], source=(found.mentions[0].span,)),))


def own(outlet: str, before: str = "Nobody doubts that", after: str = "") -> AnnotatedArticle:
    return marked(f"{before} {CLAIM}{after}.", outlet=outlet)


def test_one_speaker_is_one_origin_whoever_prints_it() -> None:
    claim, origins = traced(said("a"), said("b"))
    assert claim.origins == 1
    assert [(o.kind, o.name) for o in origins.values()] == [("statement", "Ilja Varga")]


def test_two_speakers_are_two() -> None:
    assert traced(said("a"), said("b", speaker="e2: Anna Holm"))[0].origins == 2


def test_one_speaker_through_two_agencies_was_heard_twice() -> None:
    left = via(said("a", more=" to Tern News"), "Tern News")
    right = via(said("b", more=" to the Agence Osk"), "Agence Osk")
    assert traced(left, right)[0].origins == 2


def test_one_speaker_through_an_agency_that_only_one_outlet_names_is_one() -> None:
    claim, origins = traced(via(said("a", more=" to Tern News"), "Tern News"), said("b"))
    assert claim.origins == len(origins) == 1


def test_what_an_outlet_has_from_another_is_one_origin() -> None:
    cited = own("The Osk Lantern")
    citing = via(said("b", more=", the Osk Lantern reports"), "Osk Lantern", "outlet")
    assert traced(citing, cited)[0].origins == 1


def test_two_reprints_of_one_text_are_one_origin() -> None:
    left, right = own("a"), own("b", before="Everybody knows that")
    reprint = Reprint((left.article.id, right.article.id), 0.9)
    claim, _ = traced(left, right, reprints=(reprint,))
    assert claim.origins == 1
    assert claim.accounts[0].origin == claim.accounts[1].origin


def test_a_reprint_comes_from_the_agency_that_its_claims_rest_on_and_from_no_speaker() -> None:
    left, right = own("a"), own("b", before="Everybody knows that")
    reprint = Reprint((left.article.id, right.article.id), 0.9)
    claim, origins = traced(left, right, reprints=(reprint,))
    (origin,) = {account.origin for account in claim.accounts}
    assert origin is not None
    for kind, whence in (("agency", origin), ("document", origin), ("statement", None), ("unknown", None)):
        shown = [replace(o, kind=kind) for o in origins.values()]  # type: ignore[arg-type]
        assert of_reprints([reprint], [claim], shown)[0].origin == whence


def test_accounts_that_show_no_origin_share_one_that_is_unknown() -> None:
    claim, origins = traced(own("a"), own("b", before="Everybody knows that"))
    assert claim.origins == 1
    assert [o.kind for o in origins.values()] == ["unknown"]


def test_an_account_that_shows_no_origin_is_no_witness_beside_one_that_does() -> None:
    claim, origins = traced(said("a"), own("b"))
    assert claim.origins == 1
    assert sorted(o.kind for o in origins.values()) == ["statement", "unknown"]


def test_an_own_account_that_names_the_speaker_rests_on_him() -> None:
    claim, origins = traced(said("a"), own("b", before="To hear [e1: Varga],"))
    assert len(origins) == claim.origins == 1


def test_an_account_that_leans_on_two_origins_rests_on_neither() -> None:
    both = own("c", before="To hear [e1: Varga], and to hear [e2: Holm],")
    claim, origins = traced(said("a"), said("b", speaker="e2: Anna Holm"), both)
    assert claim.origins == 2
    assert sorted(o.kind for o in origins.values()) == ["statement", "statement", "unknown"]


def test_what_an_outlet_saw_for_itself_is_its_own_reporting() -> None:
    claim, origins = traced(said("a"), own("b", before="By our own count", after=" in forty places"))
    assert claim.origins == 2
    assert {o.kind for o in origins.values()} == {"statement", "own reporting"}


def test_a_text_carried_from_an_agency_has_its_origin_there() -> None:
    left = carried(own("a", before="Osk (Tern News) - It is clear that"), "Tern News")
    right = carried(own("b", after=", reports Tern News"), "Tern News")
    claim, origins = traced(left, right)
    assert claim.origins == 1
    assert [(o.kind, o.name) for o in origins.values()] == [("agency", "Tern News")]


def test_one_speaker_who_told_two_outlets_himself_was_heard_twice() -> None:
    left = said("The Osk Lantern", more=", who told the Lantern so on Monday")
    right = said("The Gull", more=", who told this newspaper so on Monday")
    assert traced(left, right)[0].origins == 2


def test_unnamed_sources_of_two_outlets_are_not_shown_to_be_one() -> None:
    def unnamed(outlet: str) -> AnnotatedArticle:
        found = marked(f"[s -: {CLAIM}], two workers [cue: said].", outlet=outlet)
        source = (span(found.article, "two workers"),)
        return replace(found, attributions=(replace(found.attributions[0], source=source),))

    claim, origins = traced(unnamed("a"), unnamed("b"))
    assert len(origins) == 2
    assert claim.origins == 1


def test_an_unnamed_source_of_a_reprinted_text_is_one_witness_with_the_reprint() -> None:
    found = marked(f"[s -: {CLAIM}], two workers [cue: said].", outlet="a")
    source = (span(found.article, "two workers"),)
    left = replace(found, attributions=(replace(found.attributions[0], source=source),))
    right = own("b")
    claim, _ = traced(left, right, own("c"), reprints=(Reprint((left.article.id, right.article.id), 0.9),))
    assert claim.accounts[0].origin == claim.accounts[1].origin


def test_the_words_that_show_the_origin_are_kept() -> None:
    left, right = said("a"), said("b")
    _, origins = traced(left, right)
    (origin,) = origins.values()
    assert {s.article for s in origin.evidence} == {left.article.id, right.article.id}


def test_an_outlet_that_is_made_to_speak_is_itself_where_it_tells_in_its_own_voice() -> None:
    cited = own("The Osk Lantern")
    citing = replace(said("b", speaker="e1: The Osk Lantern"))
    entity = Entity("e1", "organisation", "Osk Lantern", ("Osk Lantern",))
    claim, origins = traced(replace(citing, entities=(entity,)), cited, entities=(entity,))
    assert claim.origins == 1
    assert {o.kind for o in origins.values()} == {"outlet"}


def test_background_has_as_many_origins_as_outlets() -> None:
    assert traced_background(marked(AGE, outlet="a"), marked(AGE, outlet="b")).origins == 2


def test_background_in_the_same_words_has_one() -> None:
    left, right = marked(AGE, outlet="a"), marked(AGE, outlet="b")
    shared = Passage(span(left.article, TOLD), span(right.article, TOLD))
    assert traced_background(left, right, passages=(shared,)).origins == 1


def test_background_from_a_medium_that_both_name_has_one() -> None:
    left, right = (via(marked(CITING, outlet=outlet), "Tern News") for outlet in "ab")
    assert traced_background(left, right).origins == 1


TOLD = "Ilja Varga, 52"
AGE = "[e1: Ilja Varga], 52, moored in Osk."
CITING = f"{AGE} [s -: The piles had rotted], Tern News [cue: reported]."


def traced_background(*articles: AnnotatedArticle, passages: tuple[Passage, ...] = ()) -> Claim:
    """The claim of somebody's age, which every article tells in its own voice."""
    numbered = [
        replace(found, attributions=tuple(replace(q, id=f"q{n}") for q in found.attributions))
        for n, found in enumerate(articles)
    ]
    accounts = tuple(Account(span(a.article, TOLD)) for a in numbered)
    claim = Claim("c1", accounts[0].span, "shared", accounts)
    known = sources(numbered, merged(*numbered), (), passages)
    (found_claim,), _ = trace([Row(accounts, accounts[0])], [claim], known)
    return found_claim


def test_a_person_does_not_speak_for_a_body_he_is_not_of() -> None:
    body = Entity("e2", "organisation", "Dock Union", ("Dock Union",))
    union = said("a", speaker="e2: Dock Union")
    made = marked(f"[s e1: {CLAIM}], [e1: Ilja Varga], the fisheries minister, [cue: said].", outlet="b")
    minister = Entity("e1", "person", "Ilja Varga", ("Ilja Varga",), (span(made.article, "the fisheries minister"),))
    board = Entity("e3", "organisation", "Fisheries Board", ("Fisheries Board",))
    assert traced(union, made, entities=(body, minister, board))[0].origins == 2
    assert traced(union, made, entities=(body, minister))[0].origins == 1
