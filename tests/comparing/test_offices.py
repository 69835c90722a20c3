"""Who is meant where one article names a person and another only the office."""

from __future__ import annotations

from dataclasses import replace

from factories import annotated, article, span

from crossread.comparing.identities import merge
from crossread.records import AnnotatedArticle, Attribution, Entity, Mention, Story


def naming(outlet: str, name: str, description: str, body: str | None = None) -> AnnotatedArticle:
    """An article that names a person and says what he is: "Ilja Varga, spokesman of the Dock Union, slept."."""
    made = article(f"{name}, {description}, slept.", outlet=outlet)
    person = Entity("e1", "person", name, (name,), (span(made, description),), (span(made, name),))
    return with_body(annotated(made, entities=(person,), mentions=(Mention(span(made, name), "name", "e1"),)), body)


def saying(outlet: str, source: str, body: str | None = None) -> AnnotatedArticle:
    """An article in which somebody says something who is only described."""
    made = article(f"The piles had rotted, {source} said.", outlet=outlet)
    told = Attribution("q1", "indirect", (span(made, "The piles had rotted"),), source=(span(made, source),))
    return with_body(annotated(made, attributions=(told,)), body)


def with_body(found: AnnotatedArticle, body: str | None) -> AnnotatedArticle:
    if body is None:
        return found
    at = span(found.article, body)
    entity = Entity("e9", "organisation", body, (body,), mentions=(at,))
    mentions = tuple(sorted((*found.mentions, Mention(at, "name", "e9")), key=lambda m: m.span))
    return replace(found, entities=(*found.entities, entity), mentions=mentions)


def speaker(*articles: AnnotatedArticle) -> str | None:
    """The name of whoever says the first statement of the first article."""
    merged, entities = merge(Story("s", articles))
    names = {entity.id: entity.name for entity in entities}
    said = merged[0].attributions[0].speaker
    return names[said] if said else None


def test_an_office_of_one_body_is_the_person_who_holds_it() -> None:
    described = saying("a", "the spokesman for the Dock Union", "Dock Union")
    assert speaker(described, naming("b", "Ilja Varga", "Dock Union spokeswoman", "Dock Union")) == "Ilja Varga"


def test_the_words_that_describe_him_are_kept() -> None:
    articles = (saying("a", "the harbour master"), naming("b", "Ilja Varga", "master of the harbour"))
    assert speaker(*articles) is None  # a master is no office here
    articles = (saying("a", "the harbour director"), naming("b", "Ilja Varga", "director of the harbour"))
    merged, entities = merge(Story("s", articles))
    (varga,) = [e for e in entities if e.name == "Ilja Varga"]
    assert [merged[0].article.words(d) for d in varga.descriptions if d.article == merged[0].article.id] == [
        "the harbour director"
    ]


def test_a_spokesman_of_another_body_is_not_meant() -> None:
    described = saying("a", "the spokesman for the Dock Union", "Dock Union")
    assert speaker(described, naming("b", "Ilja Varga", "Port Police spokesman", "Port Police")) is None


def test_two_whom_it_could_be_are_nobody() -> None:
    named = naming("b", "Ilja Varga", "deputy mayor of Osk"), naming("c", "Otto Brekke", "mayor of Osk")
    assert speaker(saying("a", "the mayor"), *named) == "Otto Brekke"
    rivals = naming("b", "Ilja Varga", "mayor of Osk"), naming("c", "Otto Brekke", "mayor of Lund")
    assert speaker(saying("a", "the mayor"), *rivals) is None


def test_one_of_many_is_nobody() -> None:
    assert speaker(saying("a", "a director"), naming("b", "Ilja Varga", "director of the harbour")) is None


def test_who_once_held_an_office_is_not_who_holds_it() -> None:
    assert speaker(saying("a", "the mayor"), naming("b", "Ilja Varga", "former mayor of Osk")) is None
