"""A comparison made by hand: a fire on a ferry, in four English reports and one German one. All of it is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factories import annotated, article, span

from crossread.records import (
    Account,
    Article,
    Attribution,
    Claim,
    ClaimStatus,
    Comparison,
    Difference,
    DifferenceValue,
    Entity,
    EntityKind,
    Event,
    Origin,
    Outcome,
    Reprint,
    Span,
    Term,
    Via,
    Voice,
    Wording,
)

COURIER = replace(
    article(
        """A fire in the engine room of the ferry Alma Reyk killed three crew members off Tolvann early on Tuesday.

The 240 passengers were brought ashore in lifeboats within two hours, harbour master Ines Valk said.

"Nobody who was on the car deck was in danger at any moment," Valk told the Courier at the quay.

The Alma Reyk, built in 1987, failed a fire inspection in March, according to a report of the Maritime Office.

Relatives of the dead gathered at the seamen's church on Tuesday evening.""",
        title="Three dead in fire on Tolvann ferry",
        outlet="Tolvann Courier",
        published="2031-05-13T18:20:00+02:00",
        file="courier.html",
    ),
    byline="Mara Linde",
    url="https://courier.example/2031/05/13/ferry",
)
MERIDIAN = article(
    """TOLVANN (Norpress) — A blaze aboard the ferry Alma Reyk killed two crew members on Tuesday, the coast guard said.

The fire broke out at 4:40 a.m. in the engine room, coast guard spokesman Jon Aker told Norpress.

"We had the fire under control by six o'clock," Aker said. He declined to name the dead.

About 240 people were aboard.""",
    title="Ferry blaze kills two off Tolvann",
    outlet="The Meridian",
    published="2031-05-13T08:05:00+00:00",
    file="meridian.html",
)
HARBOUR = article(
    """TOLVANN (Norpress) — A blaze aboard the ferry Alma Reyk killed two crew members on Tuesday, the coast guard said.

The fire broke out at 4:40 a.m. in the engine room, coast guard spokesman Jon Aker told Norpress.

"We had the fire under control by six o'clock," Aker said.

The Reyk Line said in a statement that the ship had passed every inspection.""",
    title="Two die in ferry blaze",
    outlet="Harbour Post",
    published="2031-05-13",
    file="harbour.html",
)
HERALD = article(
    """The disaster on the Alma Reyk began in the kitchen and not in the engine room, two survivors told the Herald.

"It smelled of burning fat long before the alarm," said cook Pia Sand, 34.

Three crew members died. The owner, Reyk Line, "has always put safety first", chairman Odd Reyk wrote on Wednesday.""",
    title="'It smelled of burning fat': survivors speak",
    outlet="Southern Herald",
    published=None,
    captured="partial",
    file="herald.txt",
)
KUESTE = article(
    "Drei Besatzungsmitglieder sind bei einem Brand auf der Fähre Alma Reyk ums Leben gekommen.",
    title="Brand auf Fähre: drei Tote",
    outlet="Küstenblatt",
    language="de",
    file="kueste.html",
)
ENGLISH = (COURIER, MERIDIAN, HARBOUR, HERALD)

OUTCOMES = (
    Outcome("courier.html", "kept", "read", article=COURIER.id),
    Outcome("kueste.html", "kept", "not annotated", "is in German", article=KUESTE.id),
    Outcome("courier-copy.html", "dropped", "duplicate", "the same article as courier.html", article=COURIER.id),
    Outcome(
        "front.html", "quarantined", "not an article", "has 12 words in paragraphs", "try: the page of one article"
    ),
)


def account(article: Article, words: str, origin: str, attribution: str | None = None, nth: int = 0) -> Account:
    return Account(span(article, words, nth), attribution, origin)


def claim(id: str, status: ClaimStatus, *accounts: Account, silent: Sequence[Article] = ()) -> Claim:
    origins = len({one.origin for one in accounts})
    return Claim(id, accounts[0].span, status, accounts, origins, tuple(one.id for one in silent))


def entity(id: str, kind: EntityKind, *names: str, descriptions: tuple[Span, ...] = ()) -> Entity:
    mentions = tuple(
        sorted({one.span(i, i + len(name)) for one in ENGLISH for name in names for i in _places(one.text, name)})
    )
    return Entity(id, kind, names[0], names, descriptions, mentions)


def _places(text: str, words: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(words, i)]


def term(article: Article, word: str, voice: Voice = "own") -> Term:
    places = tuple(article.span(i, i + len(word)) for i in _places(article.text, word))
    return Term(article.id, word, len(places), voice, places)


def comparison() -> Comparison:
    """The ferry story, compared."""
    norpress = {one.id: Via("Norpress", "agency", span(one, "Norpress"), "e5") for one in (MERIDIAN, HARBOUR)}
    told = {one.id: Via("Norpress", "agency", span(one, "Norpress", 1), "e5") for one in (MERIDIAN, HARBOUR)}
    articles = tuple(
        annotated(one, carried=(norpress[one.id],) if one.id in norpress else (), annotated=one.language == "en")
        for one in (*ENGLISH, KUESTE)
    )
    return Comparison(
        story="5a1e0c7b9d21",
        articles=articles,
        entities=_entities(),
        attributions=_attributions(told),
        claims=_claims(),
        differences=_differences(),
        origins=(
            Origin("o1", "own reporting", "Tolvann Courier"),
            Origin("o2", "agency", "Norpress", "e5", tuple(via.span for via in norpress.values())),
            Origin("o3", "statement", "Ines Valk", "e1", (span(COURIER, "harbour master Ines Valk said"),)),
            Origin(
                "o4",
                "document",
                "report of the Maritime Office",
                None,
                (span(COURIER, "a report of the Maritime Office"),),
            ),
            Origin("o5", "statement", "Reyk Line", "e4", (span(HARBOUR, "said in a statement"),)),
            Origin("o6", "own reporting", "Southern Herald"),
            Origin("o7", "statement", "Odd Reyk", "e6", (span(HERALD, "chairman Odd Reyk wrote"),)),
        ),
        reprints=(Reprint((MERIDIAN.id, HARBOUR.id), 0.87, "o2"),),
        wording=(
            Wording(
                "the fire",
                (
                    term(COURIER, "fire"),
                    term(MERIDIAN, "blaze"),
                    term(MERIDIAN, "fire", "quoted"),
                    term(HERALD, "disaster"),
                ),
            ),
            Wording("Alma Reyk", (term(COURIER, "Tolvann ferry"), term(HARBOUR, "ferry")), "e3"),
        ),
        timeline=(
            Event("1987", "year", (span(COURIER, "built in 1987"),)),
            Event("2031-03", "month", (span(COURIER, "failed a fire inspection in March"),), ("c5",)),
            Event("2031-05-13T04:40", "minute", (span(MERIDIAN, "The fire broke out at 4:40 a.m."),), ("c2",)),
            Event(
                "2031-05-13", "day", (span(COURIER, "killed three crew members off Tolvann early on Tuesday"),), ("c1",)
            ),
            Event("2031-05-14", "day", (span(HERALD, "chairman Odd Reyk wrote on Wednesday"),), ("c8",)),
        ),
        settings="sha256:" + "0" * 64,
    )


def _entities() -> tuple[Entity, ...]:
    return (
        entity("e1", "person", "Ines Valk", "Valk", descriptions=(span(COURIER, "harbour master"),)),
        entity("e2", "person", "Jon Aker", "Aker", descriptions=(span(MERIDIAN, "coast guard spokesman"),)),
        entity("e3", "work", "Alma Reyk"),
        entity("e4", "organisation", "Reyk Line"),
        entity("e5", "organisation", "Norpress"),
        entity("e6", "person", "Odd Reyk", descriptions=(span(HERALD, "chairman"),)),
        entity("e7", "person", "Pia Sand", descriptions=(span(HERALD, "cook"), span(HERALD, "34"))),
        entity("e8", "organisation", "coast guard"),
    )


def _attributions(told: dict[str, Via]) -> tuple[Attribution, ...]:
    found = [
        Attribution(
            "q1",
            "indirect",
            (span(COURIER, "The 240 passengers were brought ashore in lifeboats within two hours"),),
            (span(COURIER, "said"),),
            (span(COURIER, "harbour master Ines Valk"),),
            "e1",
        ),
        Attribution(
            "q2",
            "direct",
            (span(COURIER, "Nobody who was on the car deck was in danger at any moment"),),
            (span(COURIER, "told"),),
            (span(COURIER, "Valk", 1),),
            "e1",
        ),
        Attribution(
            "q3",
            "indirect",
            (span(COURIER, "The Alma Reyk, built in 1987, failed a fire inspection in March"),),
            (span(COURIER, "according to"),),
            (span(COURIER, "a report of the Maritime Office"),),
            None,
        ),
    ]
    for number, one in enumerate((MERIDIAN, HARBOUR)):
        via = told[one.id]
        found += [
            Attribution(
                f"q{4 + 3 * number}",
                "indirect",
                (span(one, "A blaze aboard the ferry Alma Reyk killed two crew members on Tuesday"),),
                (span(one, "said"),),
                (span(one, "the coast guard"),),
                "e8",
                (via,),
            ),
            Attribution(
                f"q{5 + 3 * number}",
                "indirect",
                (span(one, "The fire broke out at 4:40 a.m. in the engine room"),),
                (span(one, "told"),),
                (span(one, "coast guard spokesman Jon Aker"),),
                "e2",
                (via,),
            ),
            Attribution(
                f"q{6 + 3 * number}",
                "direct",
                (span(one, "We had the fire under control by six o'clock"),),
                (span(one, "said", 1),),
                (span(one, "Aker", 1),),
                "e2",
                (via,),
            ),
        ]
    found += [
        Attribution(
            "q10",
            "indirect",
            (span(HARBOUR, "the ship had passed every inspection"),),
            (span(HARBOUR, "said in a statement"),),
            (span(HARBOUR, "The Reyk Line"),),
            "e4",
        ),
        Attribution(
            "q11",
            "indirect",
            (span(HERALD, "The disaster on the Alma Reyk began in the kitchen and not in the engine room"),),
            (span(HERALD, "told"),),
            (span(HERALD, "two survivors"),),
            None,
        ),
        Attribution(
            "q12",
            "direct",
            (span(HERALD, "It smelled of burning fat long before the alarm"),),
            (span(HERALD, "said"),),
            (span(HERALD, "cook Pia Sand"),),
            "e7",
        ),
        Attribution(
            "q13",
            "mixed",
            (span(HERALD, 'The owner, Reyk Line, "has always put safety first"'),),
            (span(HERALD, "wrote"),),
            (span(HERALD, "chairman Odd Reyk"),),
            "e6",
        ),
    ]
    return tuple(found)


def _claims() -> tuple[Claim, ...]:
    return (
        claim(
            "c1",
            "disputed",
            account(
                COURIER, "A fire in the engine room of the ferry Alma Reyk killed three crew members off Tolvann", "o1"
            ),
            account(MERIDIAN, "A blaze aboard the ferry Alma Reyk killed two crew members on Tuesday", "o2", "q4"),
            account(HARBOUR, "A blaze aboard the ferry Alma Reyk killed two crew members on Tuesday", "o2", "q7"),
            account(HERALD, "Three crew members died", "o6"),
        ),
        claim(
            "c2",
            "disputed",
            account(COURIER, "A fire in the engine room", "o1"),
            account(MERIDIAN, "The fire broke out at 4:40 a.m. in the engine room", "o2", "q5"),
            account(HARBOUR, "The fire broke out at 4:40 a.m. in the engine room", "o2", "q8"),
            account(
                HERALD, "The disaster on the Alma Reyk began in the kitchen and not in the engine room", "o6", "q11"
            ),
        ),
        claim(
            "c3",
            "shared",
            account(COURIER, "The 240 passengers were brought ashore in lifeboats within two hours", "o3", "q1"),
            account(MERIDIAN, "About 240 people were aboard", "o2"),
            silent=(HARBOUR,),
        ),
        claim(
            "c4",
            "shared",
            account(MERIDIAN, "We had the fire under control by six o'clock", "o2", "q6"),
            account(HARBOUR, "We had the fire under control by six o'clock", "o2", "q9"),
            silent=(COURIER,),
        ),
        claim(
            "c5",
            "disputed",
            account(COURIER, "The Alma Reyk, built in 1987, failed a fire inspection in March", "o4", "q3"),
            account(HARBOUR, "the ship had passed every inspection", "o5", "q10"),
            silent=(MERIDIAN,),
        ),
        claim(
            "c6",
            "single",
            account(COURIER, "Nobody who was on the car deck was in danger at any moment", "o3", "q2"),
            silent=(MERIDIAN, HARBOUR),
        ),
        claim(
            "c7",
            "single",
            account(COURIER, "Relatives of the dead gathered at the seamen's church on Tuesday evening", "o1"),
            silent=(MERIDIAN, HARBOUR),
        ),
        claim(
            "c8",
            "single",
            account(HERALD, 'The owner, Reyk Line, "has always put safety first"', "o7", "q13"),
            silent=(COURIER, MERIDIAN, HARBOUR),
        ),
        claim(
            "c9",
            "single",
            account(HERALD, "It smelled of burning fat long before the alarm", "o6", "q12"),
            silent=(COURIER, MERIDIAN, HARBOUR),
        ),
    )


def _differences() -> tuple[Difference, ...]:
    return (
        Difference(
            "d1",
            "number",
            "update",
            "crew members killed",
            (
                DifferenceValue("2", (span(MERIDIAN, "two crew members"), span(HARBOUR, "two crew members"))),
                DifferenceValue("3", (span(COURIER, "three crew members"), span(HERALD, "Three crew members"))),
            ),
            "The reports with 3 were published later than those with 2.",
            ("c1",),
        ),
        Difference(
            "d2",
            "place",
            "conflict",
            "where the fire began",
            (
                DifferenceValue(
                    "engine room",
                    (span(COURIER, "engine room"), span(MERIDIAN, "engine room"), span(HARBOUR, "engine room")),
                ),
                DifferenceValue("kitchen", (span(HERALD, "kitchen"),)),
            ),
            "The accounts name different places for the same beginning.",
            ("c2",),
        ),
        Difference(
            "d3",
            "polarity",
            "conflict",
            "inspection",
            (
                DifferenceValue("failed", (span(COURIER, "failed a fire inspection in March"),)),
                DifferenceValue("passed", (span(HARBOUR, "had passed every inspection"),)),
            ),
            "One account says failed, the other passed.",
            ("c5",),
        ),
    )
