"""One entity for each person, body and place over all articles."""

from __future__ import annotations

from dataclasses import replace

from factories import annotated, article, span

from crossread.comparing.identities import merge
from crossread.records import AnnotatedArticle, Attribution, Entity, EntityKind, Mention, Story


def naming(outlet: str, *names: str, kind: EntityKind = "person") -> AnnotatedArticle:
    """An article that names these, each as an entity of its own (a `/` parts the names of one)."""
    spellings = [name.split("/") for name in names]
    made = article(". ".join(form for forms in spellings for form in forms) + ".", outlet=outlet)
    entities, mentions = [], []
    for n, forms in enumerate(spellings, 1):
        spans = tuple(span(made, form) for form in forms)
        entities.append(Entity(f"e{n}", kind, forms[0], tuple(forms), mentions=spans))
        mentions += [Mention(where, "name", f"e{n}") for where in spans]
    return annotated(made, entities=tuple(entities), mentions=tuple(mentions))


def together(*articles: AnnotatedArticle) -> list[list[str]]:
    _, entities = merge(Story("s", articles))
    return sorted(sorted(entity.names) for entity in entities)


def test_one_name_in_two_articles_is_one_person() -> None:
    assert together(naming("a", "Ilja Varga"), naming("b", "Ilja Varga")) == [["Ilja Varga"]]


def test_spellings_come_together() -> None:
    assert together(naming("a", "Ilja Varga"), naming("b", "Ilya Warga")) == [["Ilja Varga", "Ilya Warga"]]


def test_a_family_name_joins_the_only_one_who_bears_it() -> None:
    assert together(naming("a", "Varga"), naming("b", "Ilja Varga")) == [["Ilja Varga", "Varga"]]


def test_a_family_name_with_two_bearers_joins_neither() -> None:
    found = together(naming("a", "Varga"), naming("b", "Ilja Varga", "Otto Varga"))
    assert found == [["Ilja Varga"], ["Otto Varga"], ["Varga"]]


def test_two_people_of_one_article_stay_two() -> None:
    found = together(naming("a", "Anna Delaney", "Anne Delany"), naming("b", "Anna Delaney"))
    assert ["Anne Delany"] in found


def test_an_acronym_joins_its_long_form() -> None:
    left = naming("a", "UHW", kind="organisation")
    right = naming("b", "Union of Harbour Workers", kind="organisation")
    assert together(left, right) == [["UHW", "Union of Harbour Workers"]]


def test_a_turned_round_ministry_is_one() -> None:
    left = naming("a", "Ministry of Fisheries", kind="organisation")
    right = naming("b", "Fisheries Ministry", kind="organisation")
    assert len(together(left, right)) == 1


def test_the_fullest_name_is_the_name() -> None:
    _, entities = merge(Story("s", (naming("a", "Varga"), naming("b", "Ilja Varga/Mayor Ilja Varga"))))
    assert [(e.name, e.names) for e in entities] == [("Ilja Varga", ("Ilja Varga", "Mayor Ilja Varga", "Varga"))]


def test_ids_hold_for_the_whole_story() -> None:
    first, second = naming("a", "Anna Holm", "Ilja Varga"), naming("b", "Ilja Varga")
    quoted = tuple(
        Attribution("q1", "direct", (a.mentions[-1].span,), speaker=a.entities[-1].id) for a in (first, second)
    )
    first, second = (replace(a, attributions=(q,)) for a, q in zip((first, second), quoted, strict=True))
    articles, entities = merge(Story("s", (first, second)))
    assert [e.id for e in entities] == ["e1", "e2"]
    assert [q.id for a in articles for q in a.attributions] == ["q1", "q2"]
    assert {q.speaker for a in articles for q in a.attributions} == {"e2"}
    assert [m.entity for m in articles[1].mentions] == ["e2"]
    assert [span.article for span in entities[1].mentions] == [first.article.id, second.article.id]


def test_a_short_first_name_is_one_with_the_long() -> None:
    assert together(naming("a", "Ed Brekke"), naming("b", "Edvard Brekke")) == [["Ed Brekke", "Edvard Brekke"]]
    assert together(naming("a", "Bill Brekke"), naming("b", "William Brekke")) == [["Bill Brekke", "William Brekke"]]
    assert len(together(naming("a", "Edith Brekke"), naming("b", "Edvard Brekke"))) == 2


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    made = article("The Republic's Harbour Guard Corps (RHGC) drilled. RHGC boats left.", outlet="a")
    spans = [span(made, "Harbour Guard Corps"), span(made, "RHGC"), span(made, "RHGC", 1)]
    entities = (
        Entity("e1", "organisation", "Harbour Guard Corps", ("Harbour Guard Corps",), mentions=(spans[0],)),
        Entity("e2", "organisation", "RHGC", ("RHGC",), mentions=tuple(spans[1:])),
    )
    mentions = tuple(Mention(at, "name", id) for at, id in zip(spans, ("e1", "e2", "e2"), strict=True))
    assert together(annotated(made, entities=entities, mentions=mentions)) == [["Harbour Guard Corps", "RHGC"]]


def test_a_short_form_goes_to_the_one_that_is_known_by_it() -> None:
    left = naming("a", "Harbour Guards", kind="organisation")
    right = naming("b", "Harbour Guards Corps/Harbour Guards", "Harbour Guards Night Watch", kind="organisation")
    assert ["Harbour Guards", "Harbour Guards Corps"] in together(left, right)


def test_an_outlet_that_others_name_by_its_letters_is_itself() -> None:
    cited = naming("Tern News Agency", "Ilja Varga")
    citing = naming("b", "TNA", kind="organisation")
    assert ["TNA", "Tern News Agency"] in together(cited, citing)
