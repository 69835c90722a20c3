"""The nouns: every record that a step takes or gives. Read this file first.

    Page ─read▶ Article ─annotate▶ AnnotatedArticle ─gather▶ Story ─compare▶ Comparison ─present▶ text for a reader

Records are values: frozen, made of tuples, equal when their contents are equal, and they do nothing by themselves.
Ids of articles are digests of their content; ids of findings (e1, q4, c12, …) are numbered in the order of the text
and are unique within one article or one comparison.

Offsets are half-open ranges of code points into `Article.text`. Every finding carries spans and never bare text;
`Article.words(span)` gives the words. Unknown is None, never a guess: where two candidates remain, it is None.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "title", "standfirst", "heading", "paragraph", "list", "caption", "credit", "footnote", "correction"
]
DateBasis = Literal["metadata", "text", "inferred", "unknown"]
Captured = Literal["full", "partial", "unknown"]
EntityKind = Literal["person", "organisation", "place", "group", "work"]
MentionKind = Literal["name", "description", "pronoun"]
AttributionForm = Literal["direct", "indirect", "mixed"]
ViaRole = Literal["agency", "outlet", "broadcaster", "document", "person"]
FoundField = Literal[
    "title", "outlet", "byline", "published", "updated", "section", "url", "place", "agency", "copyright"
]
TimexType = Literal["date", "time", "duration", "set"]
QuantityKind = Literal[
    "count", "percent", "money", "length", "area", "weight", "speed", "temperature", "age", "duration", "other"
]
Hedge = Literal["at least", "at most", "about", "nearly", "over", "under"]
Voice = Literal["own", "quoted"]
ClaimStatus = Literal["shared", "disputed", "single"]
DifferenceKind = Literal["number", "age", "date", "place", "actor", "polarity", "other"]
DifferenceRelation = Literal["conflict", "update"]
OriginKind = Literal["agency", "outlet", "statement", "document", "broadcast", "own reporting", "unknown"]
DecisionKind = Literal["one claim", "two claims", "speaker", "no difference"]
EventPrecision = Literal["year", "month", "day", "minute"]
OutcomeStatus = Literal["kept", "dropped", "quarantined", "retry"]
OutcomeReason = Literal[
    "read",  # kept: an article, annotated
    "not annotated",  # kept: an article in a language that is shown and not annotated
    "duplicate",  # dropped: the same article as one already kept
    "not found",
    "unreadable",
    "not an article",
    "unsafe",
    "fetch failed",
    "refused",  # an address that is not fetched from
    "forbidden by robots",
    "access denied",  # by the site: a login, a paywall, a bar on programs
    "failed",  # an unexpected fault in a step, with the item that met it
]


def digest(*parts: str | bytes | None, length: int = 12) -> str:
    """The first `length` hexadecimal digits of the SHA-256 over the parts, kept apart from each other."""
    sha = hashlib.sha256()
    for part in parts:
        raw = b"" if part is None else part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        sha.update(b"%d:" % (-1 if part is None else len(raw)))
        sha.update(raw)
    return sha.hexdigest()[:length]


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Page:
    """What a source held, as received: the bytes of one page or text extract, not yet understood.

    `file` and `url` say where it came from: `file` is the file's path, with "#" and the item's place for one item of
    several in it; `media` is "text/html" or "text/plain"; `encoding` is what the source itself declared outside the
    bytes (an HTTP header), else None. `given` is what the source says about the page (a feed about its item), trusted
    above what the page says of itself: pairs of "title", "outlet", "byline", "published", "url" or "language" and the
    value; "partial" and "doubtful" with the reason why the article is not, or may not be, there whole.
    """

    data: bytes
    media: str
    file: str | None = None
    url: str | None = None
    encoding: str | None = None
    given: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """How a message names the page."""
        return self.file or self.url or "-"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range `start:end` of code points in the text of the article with the id `article`."""

    article: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.article == other.article else 0


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Article.text` with one function on the page. Blocks are in order and do not overlap."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published, and how that is known.

    `value` is an ISO 8601 date ("2020-02-13") or date-time with offset ("2020-02-13T18:04:00+03:30"), or None.
    `basis`: "metadata" (the page's own metadata), "text" (a visible date line), "inferred" (worked out from the
    article's words), "unknown". `why` is one sentence that a reader can check; `evidence` are the words behind it.
    """

    value: str | None = None
    basis: DateBasis = "unknown"
    why: str = "neither the page nor the text says"
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the page that was left out of the text as furniture, and the rule that left it out."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Found:
    """One statement about the article and where it stands: "published", "2031-05-09T18:00Z", "JSON-LD datePublished".

    `value` is as written there. `place` and `agency` are those of the dateline, "PORT HALM, May 3 (HNA) -".
    """

    field: FoundField
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Article:
    """A page, cleaned: what the outlet published, without the furniture around it.

    `text` is all blocks joined by blank lines ("\\n\\n"); the title, where there is one, is its first block.
    `outlet` is who published the page, None where neither page nor text names it. `captured` says whether the
    article is there whole; only for a "full" one is silence reported. `places` are, for each block, the half-open
    range of code points in the page's decoded source that holds its words; None where the source does not hold them
    in one stretch. `found` is everything stated about the article, on the page and beside it: by field, and within a
    field by trust, so that the first of a field was believed and a later one that differs is a disagreement.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: Published = Published()
    captured: Captured = "unknown"
    captured_why: str = ""
    file: str | None = None
    url: str | None = None
    dropped: tuple[Dropped, ...] = ()
    places: tuple[tuple[int, int] | None, ...] = ()
    found: tuple[Found, ...] = ()

    def words(self, span: Span | Block) -> str:
        """The article's own words under a span of it."""
        return self.text[span.start : span.end]

    def span(self, start: int, end: int) -> Span:
        """A span of this article."""
        return Span(self.id, start, end)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the offset, or None between blocks."""
        return next((block for block in self.blocks if block.start <= offset < block.end), None)

    @property
    def name(self) -> str:
        """How a message or a column head names the article: its outlet, else its file, URL or id."""
        return self.outlet or self.file or self.url or self.id


# ── annotating ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one block, without the white space around it."""

    span: Span
    block: int  # index into Article.blocks


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name, describe or stand for an entity. `entity` is an entity id, None where it is not known whom."""

    span: Span
    kind: MentionKind
    entity: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place, group of people or work, as one article (or, in a comparison, all) speak of it.

    `name` is the fullest form found, without titles; `names` every spelling, the fullest first. `descriptions` are
    the words that say who it is ("IRGC spokesman", "61-year-old father of five"); `mentions` are all spans that
    refer to it, pronouns and descriptions included, in order.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    descriptions: tuple[Span, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Via:
    """One hop between a speaker and the reader: who passed the words on, and the words that show it."""

    name: str
    role: ViaRole
    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is made to say something.

    `content`, `cue`, `source` as in PARC 3 and PolNeAR. Content is without outer quotation marks, leading "that" and
    end punctuation; one span for each uninterrupted stretch, none running over a block's end. `cue` and `source` may
    be empty (a quotation that goes on). `speaker` is the entity the source resolves to, or None: two candidates mean
    None. `via` are the intermediaries, nearest the speaker first. `within` is the id of the attribution whose content
    holds this one.
    """

    id: str
    form: AttributionForm
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    via: tuple[Via, ...] = ()
    within: str | None = None

    @property
    def article(self) -> str:
        """The id of the article that carries it."""
        return self.content[0].article


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, as TIMEX3: `value` in ISO 8601 ("2020-01-03", "2020-01", "2020-01-03T19:30", "P10D"), None
    where it cannot be resolved."""

    span: Span
    type: TimexType
    value: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: "at least 11 people" is 11, hedge "at least", counted "people".

    `value` is in `unit` as written ("feet", "EUR", "percent", or the counted noun's own: None). `low` and `high` bound
    a range ("between 20 and 30"), else both are None. `counted` are the words for what is counted.
    """

    span: Span
    kind: QuantityKind
    value: float
    unit: str | None = None
    hedge: Hedge | None = None
    low: float | None = None
    high: float | None = None
    counted: Span | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article and all that was found in it. Every tuple is in the order of the text.

    `article.published` is here the final one: a date worked out from the words has replaced an unknown one. `carried`
    are the agencies and outlets that the article as a whole is credited to (dateline, credit line). `annotated` is
    False where the language is not one that can be annotated; then there are sentences and nothing else.
    """

    article: Article
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    carried: tuple[Via, ...] = ()
    annotated: bool = True


# ── gathering ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words that two articles share: `left` in the one, `right` in the other."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Reprint:
    """Articles whose body is mostly the same text. `share` is the least share of the shorter body that any member has
    in common with another (0 to 1); `origin` the id of the text's origin, None until compared."""

    articles: tuple[str, ...]
    share: float
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The articles about one event, ordered by time of publication, then outlet, then id."""

    id: str
    articles: tuple[AnnotatedArticle, ...]
    passages: tuple[Passage, ...] = ()
    reprints: tuple[Reprint, ...] = ()


# ── comparing ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Account:
    """One article's wording of a claim: the narrowest words that carry it.

    `attribution` is the innermost attribution whose content holds the span; None in the outlet's own voice.
    """

    span: Span
    attribution: str | None = None
    origin: str | None = None

    @property
    def article(self) -> str:
        """The id of the article that gives it."""
        return self.span.article


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim over all articles, one row of the comparison.

    `text` is the clearest account's span. `origins` is the number of independent origins behind the accounts. `silent`
    are the fully captured articles that do not carry it.
    """

    id: str
    text: Span
    status: ClaimStatus
    accounts: tuple[Account, ...]
    origins: int = 1
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DifferenceValue:
    """One side of a difference: the value in a form to compare ("62", "2020-01-03") and the words that give it."""

    value: str
    accounts: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A point on which accounts do not agree ("conflict") or that changed in time ("update").

    `about` names what is at issue; `why` is one sentence of reason that a reader can check; `claims` are the ids of
    the claims it touches.
    """

    id: str
    kind: DifferenceKind
    relation: DifferenceRelation
    about: str
    values: tuple[DifferenceValue, ...]
    why: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where accounts come from in the end; accounts that share one are one witness. `evidence` are the words, in each
    article, that show it."""

    id: str
    kind: OriginKind
    name: str | None
    entity: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """What one article calls a referent, how often, and where; in its own voice or in words it quotes."""

    article: str
    term: str
    count: int
    voice: Voice
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The terms that the articles use for one act, person, place or thing."""

    referent: str
    terms: tuple[Term, ...]
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the timeline: the clauses, in any article, of what happened then."""

    date: str
    precision: EventPrecision
    accounts: tuple[Span, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, and the comparison was made to follow: these accounts are, or are not, one claim; this
    statement is that speaker's (`name`); these values do not differ. `claims` are the ids of the claims it touches."""

    kind: DecisionKind
    spans: tuple[Span, ...]
    name: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A story laid side by side. See the comparison document, which is this record written as JSON."""

    story: str
    articles: tuple[AnnotatedArticle, ...]
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    origins: tuple[Origin, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    wording: tuple[Wording, ...] = ()
    timeline: tuple[Event, ...] = ()
    settings: str = ""  # digest of the settings it was made with
    decisions: tuple[Decision, ...] = ()

    def article(self, id: str) -> Article:
        """The article with this id."""
        return next(a.article for a in self.articles if a.article.id == id)

    def words(self, span: Span) -> str:
        """The words under a span, in whichever article."""
        return self.article(span.article).words(span)


# ── batches ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item of a batch. Each item has exactly one."""

    item: str
    status: OutcomeStatus
    reason: OutcomeReason
    detail: str = ""
    hint: str | None = None
    article: str | None = None
