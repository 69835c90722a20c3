"""Where each account comes from in the end, and how many independent origins stand behind a claim.

An account comes from the speaker or document it is attributed to, whoever printed it; from the agency or outlet whose
text it is; or, in the outlet's own voice, from wherever the words around it say. Where nothing shows it the origin is
unknown, and what is unknown never counts as one more witness: independence has to be shown. So all accounts of a
claim without a shown origin share one unknown origin, and it is counted only where there is no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from crossread.records import (
    Account,
    AnnotatedArticle,
    Attribution,
    Claim,
    Entity,
    Origin,
    OriginKind,
    Reprint,
    Span,
    Via,
    ViaRole,
)

from .aligning import Row
from .lookups import Lookup
from .naming import Name, same, short_for

FIRST_HAND = re.compile(
    r"\b(?:told (?:us|this (?:news)?paper|this reporter)|(?:this|our) (?:newspaper|paper|reporters?|correspondents?|"
    r"own (?:tally|count|reporter|reporters|correspondent))|(?:seen|obtained|reviewed|heard|counted) by (?:us|the)|"
    r"own (?:tally|count|analysis|observations?)|spoke to us|we (?:saw|asked|counted|checked|watched))\b",
    re.I,
)
"""Words by which an outlet says that it saw, heard or counted for itself."""

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

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """What one article shows about where its account comes from. `heard` is through whom, "" where not said."""

    article: str
    kind: OriginKind
    key: Key
    name: str | None = None
    entity: str | None = None
    heard: str = ""
    named: frozenset[str] = frozenset()  # where the origin is not shown: entities in the sentence …
    media: frozenset[str] = frozenset()  # … and media that the article has other things from
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Sources:
    """All that the articles of a story show about whom their texts come from, ready to be asked about an account."""

    articles: Mapping[str, Lookup]
    entities: Mapping[str, Entity]
    attributions: Mapping[str, Attribution]
    texts: Mapping[str, int]  # article id: index of its reprint group

    def witness(self, account: Account, repeats: Sequence[Account]) -> Witness:
        """Where the account comes from, by its own words or those in which its article repeats it."""
        for candidate in (account, *repeats):
            attribution = self.attributions.get(candidate.attribution or "")
            found = self._attributed(attribution) if attribution else None
            if found:
                return found
        return self._own_voice(account)

    def _attributed(self, attribution: Attribution) -> Witness | None:
        article = attribution.article
        heard = self._heard(attribution)
        shown = (*attribution.source, *(via.span for via in attribution.via))
        entity = self.entities.get(attribution.speaker or "")
        if entity is not None:
            kind: OriginKind = "document" if entity.kind == "work" else "statement"
            return Witness(article, kind, ("speaker", entity.id), entity.name, entity.id, heard, evidence=shown)
        words = " ".join(self.articles[article].words(span) for span in attribution.source)
        document = DOCUMENT.search(words)
        if document:
            return Witness(
                article, "document", ("document", document[0].casefold()), words, None, heard, evidence=shown
            )
        if attribution.via:
            return self._passed_on(article, attribution.via[0])
        return Witness(article, "unknown", ("unnamed", article), None, None, heard, evidence=shown) if words else None

    def _heard(self, attribution: Attribution) -> str:
        """Through whom the outlet has the words: the last in the chain, or itself where it says so."""
        for via in reversed(attribution.via):
            if via.role != "person":
                return self._medium(via)[0]
        found = self.articles[attribution.article]
        around = found.words(found.sentence(attribution.content[0]))
        return attribution.article if FIRST_HAND.search(around) else ""

    def _medium(self, via: Via) -> tuple[str, str]:
        """A key and a name for a medium: the id of its article, where the story has one, else its folded name."""
        entity = self.entities.get(via.entity or "")
        names = [Name(name, "organisation") for name in (via.name, *(entity.names if entity else ()))]
        for id, found in self.articles.items():
            outlet = Name(found.annotated.article.outlet or "", "organisation")
            if outlet.parts and any(same(name, outlet) or short_for(name, outlet) for name in names):
                return id, outlet.written
        return names[0].joined, entity.name if entity else via.name

    def _passed_on(self, article: str, via: Via) -> Witness:
        key, name = self._medium(via)
        return Witness(article, KIND_OF_ROLE[via.role], ("medium", key), name, via.entity, evidence=(via.span,))

    def _own_voice(self, account: Account) -> Witness:
        found = self.articles[account.article]
        sentence = found.sentence(account.span)
        shown = FIRST_HAND.search(found.text, sentence.start, sentence.end)
        if shown:
            evidence = (Span(account.article, *shown.span()),)
            name = found.annotated.article.outlet
            return Witness(account.article, "own reporting", ("medium", account.article), name, evidence=evidence)
        if found.annotated.carried:
            return self._passed_on(account.article, found.annotated.carried[0])
        named = frozenset(m.entity for m in found.mentions(sentence) if m.entity)
        media = self._media(account.article)
        return Witness(account.article, "unknown", ("unknown", account.article), named=named, media=media)

    def _media(self, article: str) -> frozenset[str]:
        """The agencies and outlets that the article names as those it has something from."""
        vias = (v for a in self.attributions.values() if a.article == article for v in a.via if v.role != "person")
        return frozenset(self._medium(via)[0] for via in vias)


def sources(articles: Sequence[AnnotatedArticle], entities: Sequence[Entity], reprints: Sequence[Reprint]) -> Sources:
    """The sources of a story's articles."""
    return Sources(
        articles={a.article.id: Lookup(a) for a in articles},
        entities={e.id: e for e in entities},
        attributions={q.id: q for a in articles for q in a.attributions},
        texts={id: n for n, reprint in enumerate(reprints) for id in reprint.articles},
    )


def one_witness(left: Witness, right: Witness, known: Sources) -> bool:
    """Whether two accounts of one claim rest on the same origin, as far as can be shown."""
    text = known.texts.get(left.article)
    if text is not None and text == known.texts.get(right.article):
        return True
    if left.entity in right.named or right.entity in left.named or _cites(left, right) or _cites(right, left):
        return True
    if left.kind == right.kind == "unknown":
        return False
    if left.heard and right.heard and left.heard != right.heard:
        return False
    return left.key == right.key or _speaks_for(left, right, known) or _speaks_for(right, left, known)


def _cites(citing: Witness, cited: Witness) -> bool:
    """Whether the one has it, or may well have it, from the other's article or agency."""
    if cited.article in citing.media or (cited.key[0] == "medium" and cited.key[1] in citing.media):
        return True
    return citing.heard == cited.article != citing.article or citing.key == ("medium", cited.article)


def _speaks_for(person: Witness, body: Witness, known: Sources) -> bool:
    """Whether the one is a person and the other a body that can speak through persons, on one and the same claim."""
    speaker, other = (known.entities.get(w.entity or "") for w in (person, body))
    return speaker is not None and other is not None and speaker.kind == "person" and other.kind == "organisation"


def trace(rows: Sequence[Row], claims: Sequence[Claim], known: Sources) -> tuple[tuple[Claim, ...], tuple[Origin, ...]]:
    """The claims with the origin of each account and the number of independent ones, and all the origins.

    Origins are numbered o1, o2, … in the order of the claims; one origin serves all claims that rest on it.
    """
    ledger = _Ledger({})
    traced = tuple(_traced(row, claim, known, ledger) for row, claim in zip(rows, claims, strict=True))
    return traced, tuple(ledger.origins.values())


def _traced(row: Row, claim: Claim, known: Sources, ledger: _Ledger) -> Claim:
    witnesses = [
        known.witness(account, [r for r in row.repeats if r.article == account.article]) for account in row.accounts
    ]
    groups = _grouped(witnesses, known)
    ids = {}
    for group in groups:
        origin = ledger.enter([witnesses[i] for i in group])
        ids.update(dict.fromkeys(group, origin))
    shown = [group for group in groups if any(witnesses[i].kind != "unknown" for i in group)]
    accounts = tuple(replace(account, origin=ids[i]) for i, account in enumerate(claim.accounts))
    return replace(claim, accounts=accounts, origins=max(1, len(shown)))


def _grouped(witnesses: Sequence[Witness], known: Sources) -> list[list[int]]:
    """The witnesses (by index) in groups that rest on one origin each; all that show none are one group."""
    group_of = list(range(len(witnesses)))
    for i, j in combinations(range(len(witnesses)), 2):
        if group_of[i] != group_of[j] and one_witness(witnesses[i], witnesses[j], known):
            old, new = group_of[j], group_of[i]
            group_of = [new if g == old else g for g in group_of]
    groups = [[i for i, g in enumerate(group_of) if g == group] for group in dict.fromkeys(group_of)]
    shown = [group for group in groups if any(witnesses[i].kind != "unknown" for i in group)]
    hidden = [i for group in groups if group not in shown for i in group if witnesses[i].key[0] == "unknown"]
    unnamed = [group for group in groups if group not in shown and not set(group) & set(hidden)]
    return sorted(shown + unnamed + ([hidden] if hidden else []))


@dataclass
class _Ledger:
    """The origins met so far, by what makes them one."""

    origins: dict[Key, Origin]

    def enter(self, witnesses: Sequence[Witness]) -> str:
        """The id of the origin behind these witnesses, which are one; its evidence grows with each."""
        best = min(witnesses, key=_rank)
        heard = next((w.heard for w in witnesses if w.heard), "")
        key = (*best.key, heard) if best.kind != "unknown" else ("unknown", *sorted({w.article for w in witnesses}))
        found = self.origins.get(key) or Origin(f"o{len(self.origins) + 1}", best.kind, best.name, best.entity)
        evidence = sorted({*found.evidence, *(span for w in witnesses for span in w.evidence)})
        self.origins[key] = replace(found, evidence=tuple(evidence))
        return found.id


_RANKS: tuple[OriginKind, ...] = (
    "statement",
    "document",
    "broadcast",
    "agency",
    "outlet",
    "own reporting",
    "unknown",
)


def _rank(witness: Witness) -> tuple[int, bool, Key, str]:
    return (_RANKS.index(witness.kind), not witness.heard, witness.key, witness.article)


def of_reprints(reprints: Iterable[Reprint], claims: Sequence[Claim]) -> tuple[Reprint, ...]:
    """The reprints, each with the origin that most of the claims its articles share rest on."""
    return tuple(replace(reprint, origin=_commonest(reprint, claims)) for reprint in reprints)


def _commonest(reprint: Reprint, claims: Sequence[Claim]) -> str | None:
    counts: dict[str, int] = {}
    for claim in claims:
        inside = [a.origin for a in claim.accounts if a.article in reprint.articles and a.origin]
        if len(inside) > 1:
            counts[inside[0]] = counts.get(inside[0], 0) + 1
    return min(counts, key=lambda id: (-counts[id], id), default=None)
