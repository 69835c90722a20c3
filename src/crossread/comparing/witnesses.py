"""What an article shows about where one of its accounts comes from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from crossread.records import (
    Account,
    AnnotatedArticle,
    Attribution,
    Block,
    Entity,
    OriginKind,
    Passage,
    Reprint,
    Span,
    Via,
    ViaRole,
)

from .background import is_background
from .lookups import Lookup
from .naming import Name, same, short_for
from .roots import root
from .vocabulary import content, words

FIRST_HAND = re.compile(
    r"\b(?:told (?:us|this (?:news)?paper|this reporter)|(?:this|our) (?:newspaper|paper|reporters?|correspondents?)|"
    r"own (?:tally|count|reporters?|correspondent|analysis|observations?)|"
    r"(?:seen|obtained|reviewed|heard|counted) by us|spoke to us|we (?:saw|asked|counted|checked|watched))\b",
    re.I,
)
"""Words by which an outlet says that it saw, heard or counted for itself."""

TO_OUTLET = (
    r"\b(?:told|tells|(?:seen|obtained|reviewed) by|shown to|sent to|shared with|spoke to|interview with) (?:the )?"
)
"""Words before an outlet's name that say the same."""

DOCUMENT = re.compile(
    r"\b(?:affidavit|archive|audit|bill|bulletin|certificate|complaint|decree|documents?|email|e-mail|figures|filing|"
    r"indictment|inquest|judgment|judgement|ledger|letter|log|memo|memorandum|minutes|notice|opinion|order|paper|"
    r"papers|policy|poll|post|press release|records?|register|release|report|ruling|statement|statute|study|survey|"
    r"testimony|transcript|verdict|warrant)\b",
    re.I,
)
"""Words for what can be made to say something without a speaker."""

KIND_OF_ROLE: dict[ViaRole, OriginKind] = {
    "agency": "agency",
    "outlet": "outlet",
    "broadcaster": "broadcast",
    "document": "document",
    "person": "statement",
}

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Witness:
    """What one article shows about where its account comes from.

    `key` is what tells origins of one kind apart; `heard` is through whom, "" where not said. Where no origin is shown
    `told` is the account, `named` are the entities in its sentence, `media` those whom the article has other things
    from, and `background` says that the account is of what any newsroom knows or looks up for itself.
    """

    article: str
    kind: OriginKind
    key: Key
    name: str | None = None
    entity: str | None = None
    heard: str = ""
    named: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    told: Span | None = None
    background: bool = False
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Sources:
    """All that the articles of a story show about whom their texts come from, ready to be asked about an account."""

    articles: Mapping[str, Lookup]
    entities: Mapping[str, Entity]
    attributions: Mapping[str, Attribution]
    texts: Mapping[str, int]  # article id: index of its reprint group
    passages: Mapping[tuple[str, str], Sequence[Passage]]  # what two articles share word for word, by their ids

    def witness(self, account: Account, repeats: Sequence[Account]) -> Witness:
        """Where the account comes from, by its own words or those in which its article repeats it."""
        for candidate in (account, *repeats):
            attribution = self.attributions.get(candidate.attribution or "")
            found = self._attributed(attribution) if attribution else None
            if found:
                return found
        return self._own_voice(account)

    def bodies(self, person: Entity) -> frozenset[str]:
        """The bodies that descriptions of the person name, in full or by a word of their own ("the health minister"
        and the Ministry of Health)."""
        described = [(self.articles[span.article], span) for span in person.descriptions]
        named = {m.entity for found, span in described for m in found.mentions(span) if m.entity in self._telling}
        stems = {root(word.stem) for found, span in described for word in content(words(found.words(span)))}
        return frozenset(id for id, telling in self._telling.items() if id in named or not telling.isdisjoint(stems))

    @cached_property
    def _telling(self) -> Mapping[str, frozenset[str]]:
        """For each body its names' words that no other body's name has."""
        bodies = [e for e in self.entities.values() if e.kind == "organisation"]
        found = {e.id: frozenset(root(w.stem) for n in e.names for w in content(words(n))) for e in bodies}
        seen = Counter(stem for stems in found.values() for stem in stems)
        return {id: frozenset(stem for stem in stems if seen[stem] == 1) for id, stems in found.items()}

    def shares_words(self, left: Witness, right: Witness) -> bool:
        """Whether two outlets tell a thing in their own voice, and in one and the same words."""
        if left.told is None or right.told is None:
            return False
        one, other = sorted((left.told, right.told))
        found = self.passages.get((one.article, other.article), ())
        return any(_mostly(one, passage.left) and _mostly(other, passage.right) for passage in found)

    def outlet(self, article: str) -> Witness:
        """The outlet itself, for what it looked up or knew on its own."""
        return Witness(article, "outlet", ("medium", article), self.articles[article].annotated.article.outlet)

    def _attributed(self, attribution: Attribution) -> Witness | None:
        """Where attributed words come from; None where nobody is named or described."""
        article = attribution.article
        words = " ".join(self.articles[article].words(span) for span in attribution.source)
        shown = Witness(
            article,
            "unknown",
            ("unnamed", article),
            heard=self._heard(attribution),
            evidence=(*attribution.source, *(via.span for via in attribution.via)),
        )
        speaker = self.entities.get(attribution.speaker or "")
        if speaker is not None:
            return self._spoken(shown, speaker)
        if document := DOCUMENT.search(words):
            return replace(shown, kind="document", key=("document", document[0].casefold()), name=words)
        if attribution.via:
            return self._passed_on(article, attribution.via[0])
        return shown if words else None

    def _spoken(self, shown: Witness, speaker: Entity) -> Witness:
        medium = self._outlet_of(speaker)
        if medium is not None:
            return replace(shown, kind="outlet", key=("medium", medium[0]), name=medium[1], entity=speaker.id, heard="")
        met = shown.article if (shown.article, speaker.id) in self._met else ""
        return replace(
            shown,
            kind="document" if speaker.kind == "work" else "statement",
            key=("speaker", speaker.id),
            name=speaker.name,
            entity=speaker.id,
            heard=shown.heard or met,
        )

    @cached_property
    def _met(self) -> frozenset[tuple[str, str]]:
        """Articles and the speakers whom their outlets say, once at least, that they heard themselves."""
        spoken = (a for a in self.attributions.values() if a.speaker and self._heard(a) == a.article)
        return frozenset((a.article, a.speaker) for a in spoken if a.speaker)

    def _heard(self, attribution: Attribution) -> str:
        """Through whom the outlet has the words: the last in the chain, or itself where it says so."""
        for via in reversed(attribution.via):
            if via.role not in {"person", "document"}:
                return self._medium(via)[0]
        found = self.articles[attribution.article]
        around = found.words(found.sentence(attribution.content[0]))
        return attribution.article if self._first_hand(attribution.article, around) else ""

    def _first_hand(self, article: str, words: str) -> re.Match[str] | None:
        return FIRST_HAND.search(words) or self._to_outlet[article].search(words)

    @cached_property
    def _to_outlet(self) -> Mapping[str, re.Pattern[str]]:
        """For each article, the words that say that somebody told its own outlet."""
        return {id: _to_outlet(found.annotated.article.outlet) for id, found in self.articles.items()}

    def _medium(self, via: Via) -> tuple[str, str]:
        """A key and a name for a medium: the id of its article, where the story has one, else its folded name."""
        entity = self.entities.get(via.entity or "")
        names = [Name(name, "organisation") for name in (via.name, *(entity.names if entity else ()))]
        fullest = max(names, key=lambda name: len(name.joined))
        return self._outlet(names) or (fullest.joined, entity.name if entity else via.name)

    def _outlet_of(self, speaker: Entity) -> tuple[str, str] | None:
        """The article's id and the name of the outlet, if the speaker is one of the story's outlets."""
        if speaker.kind in {"person", "place"}:
            return None
        return self._outlet([Name(name, "organisation") for name in speaker.names])

    def _outlet(self, names: Sequence[Name]) -> tuple[str, str] | None:
        key = tuple(name.written for name in names)
        if key not in self._outlets_by_names:
            self._outlets_by_names[key] = self._looked_up(names)
        return self._outlets_by_names[key]

    @cached_property
    def _outlets_by_names(self) -> dict[tuple[str, ...], tuple[str, str] | None]:
        """What names were looked up before, since one medium is named again and again."""
        return {}

    def _looked_up(self, names: Sequence[Name]) -> tuple[str, str] | None:
        for id, outlet in self._outlets:
            if any(same(name, outlet) or short_for(name, outlet) for name in names):
                return id, outlet.written
        return None

    @cached_property
    def _outlets(self) -> list[tuple[str, Name]]:
        named = ((id, found.annotated.article.outlet) for id, found in self.articles.items())
        return [(id, Name(outlet, "organisation")) for id, outlet in named if outlet]

    def _passed_on(self, article: str, via: Via) -> Witness:
        key, name = self._medium(via)
        return Witness(article, KIND_OF_ROLE[via.role], ("medium", key), name, via.entity, evidence=(via.span,))

    def _own_voice(self, account: Account) -> Witness:
        found = self.articles[account.article]
        sentence = found.sentence(account.span)
        first_hand = self._first_hand(account.article, found.words(sentence))
        if first_hand:
            start, end = (sentence.start + at for at in first_hand.span())
            evidence = (Span(account.article, start, end),)
            name = found.annotated.article.outlet
            return Witness(account.article, "own reporting", ("medium", account.article), name, evidence=evidence)
        carried = [via for via in found.annotated.carried if not _is_of_picture(found.annotated, via)]
        if carried:
            return self._passed_on(account.article, carried[0])
        return Witness(
            account.article,
            "unknown",
            ("unknown", account.article),
            told=account.span,
            background=is_background(found, account.span),
            named=frozenset(m.entity for m in found.mentions(sentence) if m.entity),
            media=self._media[account.article],
        )

    @cached_property
    def _media(self) -> Mapping[str, frozenset[str]]:
        """The agencies and outlets that each article names as those it has something from."""
        found: dict[str, set[str]] = {id: set() for id in self.articles}
        for attribution in self.attributions.values():
            found[attribution.article] |= {self._medium(via)[0] for via in attribution.via if via.role != "person"}
        return {id: frozenset(media) for id, media in found.items()}


def sources(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[Entity],
    reprints: Sequence[Reprint],
    passages: Sequence[Passage] = (),
) -> Sources:
    """The sources of a story's articles."""
    shared: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        left, right = sorted((passage.left, passage.right))
        shared[left.article, right.article].append(Passage(left, right))
    return Sources(
        articles={a.article.id: Lookup(a) for a in articles},
        entities={e.id: e for e in entities},
        attributions={q.id: q for a in articles for q in a.attributions},
        texts={id: n for n, reprint in enumerate(reprints) for id in reprint.articles},
        passages=shared,
    )


def _mostly(told: Span, passage: Span) -> bool:
    """Whether at least half of what is told lies in the passage."""
    return 2 * (min(told.end, passage.end) - max(told.start, passage.start)) >= len(told)


def _to_outlet(outlet: str | None) -> re.Pattern[str]:
    """The words that say that somebody told the outlet, by its full name or the last part of it ("the Lantern")."""
    name = re.sub(r"^the ", "", outlet or "", flags=re.I)
    names = [re.escape(form) for form in (name, name.split(" ")[-1]) if len(form) > 3]
    return re.compile(TO_OUTLET + f"(?:{'|'.join(names)})\\b" if names else r"(?!)")


def _is_of_picture(annotated: AnnotatedArticle, via: Via) -> bool:
    """Whether a credit stands in or beside a caption: whoever took the picture did not write the text."""
    blocks = annotated.article.blocks
    at = next((i for i, block in enumerate(blocks) if block.start <= via.span.start < block.end), None)
    if at is None or blocks[at].kind not in {"caption", "credit"}:
        return False
    beside: Sequence[Block] = blocks[max(0, at - 1) : at + 2]
    return any(block.kind == "caption" for block in beside)
