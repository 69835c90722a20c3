"""The nouns of a report: everything a reader is shown, as plain values that every form (terminal, HTML, …) shares.

All words are an article's own (`Excerpt`), made legible: white space folded, invisible controls left out. Outlets are
named by the label of their column, articles by id. Lists are ranked, the most telling first, and never cut: how many
lines a form has room for is its own affair.
"""

from __future__ import annotations

from dataclasses import dataclass

from crossread.records import Article, DifferenceKind, DifferenceRelation, EventPrecision, Outcome, Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article, the rest of their sentence `before` and `after` them, and the outlet that wrote them.

    `function` is what they are on their page ("caption", "headline"); nothing in running text.
    """

    span: Span
    words: str
    before: str
    after: str
    outlet: str
    function: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One article, as the head of its column: who published what, when, and how whole it was captured.

    `file` is the name of the file where the outlet is not known. `date` is for reading ("13 May 2031, 18:20 +02:00"),
    None where unknown; `date_why` how it is known. `link` is the
    article's own address, only if it is http(s). `credits` are agencies that the article as a whole is credited to.
    """

    article: Article
    label: str
    file: str | None
    link: str | None
    date: str | None
    date_why: str
    captured: str
    credits: tuple[str, ...]
    annotated: bool

    @property
    def id(self) -> str:
        """The id of the article."""
        return self.article.id


@dataclass(frozen=True, slots=True)
class Chain:
    """Through whom words reached the reader: who said them, then each hop before the outlet.

    `speaker` is a name, or where it is not known whom the words belong to, the article's own words for the source
    ("two survivors"; then `named` is False), or None. `cue` are the article's words for the saying where they say
    more than that it was said ("denied", "claimed"), else empty: without them a denial would read as its opposite.
    """

    speaker: str | None
    named: bool
    cue: str
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One account of a claim. `chain` is None in the outlet's own voice. `origin` is the id of one of the
    row's sources. `novel` are the words, as ranges of `excerpt.words`, that no other article's account has. `goes_on`:
    more of what the same voice says stands before the words in their sentence."""

    excerpt: Excerpt
    chain: Chain | None
    origin: str | None
    novel: tuple[tuple[int, int], ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One independent origin behind a claim, and the outlets whose accounts come from it."""

    id: str
    label: str
    kind: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim: its accounts in the order of the columns, its origins, and who does not carry it.

    `silent` are outlets captured whole that do not tell it, `unseen` those of which only a part could be read.
    `disputes` are the numbers of the disputes that touch it.
    """

    id: str
    number: int
    told: tuple[Told, ...]
    outlets: tuple[str, ...]
    origins: int
    sources: tuple[Source, ...]
    silent: tuple[str, ...]
    unseen: tuple[str, ...]
    disputes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """Words for one side of a dispute, and all outlets that have just these."""

    excerpt: Excerpt
    chain: Chain | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One value in dispute, and who gives it."""

    value: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A point on which accounts contradict each other, or which a later account updates."""

    id: str
    number: int
    kind: DifferenceKind
    relation: DifferenceRelation
    about: str
    sides: tuple[Side, ...]
    why: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What one outlet tells and no other."""

    outlet: str
    article: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """One outlet that carries a statement, the hops before it, and its words."""

    excerpt: Excerpt
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a speaker is made to say, near-identical wordings of several outlets together.

    `parts` are the fullest wording, one excerpt for each uninterrupted stretch. `quoted` is whether it is in
    quotation marks, `cue` the words for the saying, as in a `Chain`. `origins` is the number of independent origins,
    None where not known.
    """

    parts: tuple[Excerpt, ...]
    quoted: bool
    cue: str
    carriers: tuple[Carrier, ...]
    origins: int | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is made to say something. `descriptions` are the articles' own words for who it is."""

    name: str
    named: bool
    descriptions: tuple[str, ...]
    outlets: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """A term one article uses for a referent, how often, and where first."""

    term: str
    count: int
    first: Excerpt | None


@dataclass(frozen=True, slots=True)
class Naming:
    """What one outlet calls a referent: in its own voice, and in words it quotes."""

    outlet: str
    article: str
    own: tuple[Called, ...]
    quoted: tuple[Called, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """What each outlet calls one act, person, place or thing."""

    referent: str
    namings: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """Words for what happened, and every outlet that has just these words."""

    excerpt: Excerpt
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of the timeline. `label` is the date for reading."""

    date: str
    precision: EventPrecision
    label: str
    clauses: tuple[Clause, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SameText:
    """Outlets that print mostly or partly the same text, in which share, and where it comes from if that is known."""

    outlets: tuple[str, ...]
    percent: int
    origin: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison as a reader is shown it.

    `everywhere` are the claims that all annotated articles tell, `several` those that at least two tell.
    `unread` says what was given and is not compared, and why.
    """

    story: str
    columns: tuple[Column, ...]
    same_text: tuple[SameText, ...]
    disputes: tuple[Dispute, ...]
    everywhere: tuple[Row, ...]
    several: tuple[Row, ...]
    alone: tuple[Alone, ...]
    speakers: tuple[Speaker, ...]
    wording: tuple[Wordings, ...]
    timeline: tuple[Moment, ...]
    unread: tuple[Outcome, ...]
