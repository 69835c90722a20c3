"""The comparison document: a comparison as JSON.

This is the public contract `crossread.comparison/1`. Keys may be added; a key that is here changes its meaning only
with a new version number. Offsets are half-open ranges of code points into the `text` of the article they name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from crossread.records import (
    Account,
    AnnotatedArticle,
    Attribution,
    Claim,
    Comparison,
    Difference,
    Entity,
    Event,
    Origin,
    Reprint,
    Span,
    Via,
    Wording,
)

from .schemas import VERSION, Json, schema

__all__ = ["VERSION", "document", "dumps", "installed_version", "schema"]


def document(comparison: Comparison, *, version: str | None = None) -> Json:
    """The comparison as values that `json` can write, in the form that `schema` describes.

    `version` is crossread's own; the installed one if it is None.
    """
    texts = {one.article.id: one.article.text for one in comparison.articles}
    return {
        "schema": VERSION,
        "made_by": {"crossread": version or installed_version(), "models": {}, "settings": comparison.settings},
        "story": comparison.story,
        "articles": [_article(one) for one in comparison.articles],
        "entities": [_entity(entity, texts) for entity in comparison.entities],
        "attributions": [_attribution(attribution) for attribution in comparison.attributions],
        "claims": [_claim(claim, texts) for claim in comparison.claims],
        "differences": [_difference(difference) for difference in comparison.differences],
        "origins": [_origin(origin) for origin in comparison.origins],
        "reprints": [_reprint(reprint) for reprint in comparison.reprints],
        "wording": [_wording(wording) for wording in comparison.wording],
        "timeline": [_event(event) for event in comparison.timeline],
    }


def dumps(comparison: Comparison, *, version: str | None = None, compact: bool = False) -> str:
    """The comparison document as JSON, indented, or all on one line if `compact`."""
    layout: Json = {"separators": (",", ":")} if compact else {"indent": 1}
    return json.dumps(document(comparison, version=version), ensure_ascii=False, **layout)


def installed_version() -> str:
    """The version of crossread that is installed, "unknown" where it runs without being installed."""
    from importlib import metadata  # slow to import, and most callers know their version

    try:
        return metadata.version("crossread")
    except metadata.PackageNotFoundError:
        return "unknown"


def _span(span: Span) -> Json:
    return {"article": span.article, "start": span.start, "end": span.end}


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _article(one: AnnotatedArticle) -> Json:
    article, published = one.article, one.article.published
    return {
        "id": article.id,
        "file": article.file,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "language": article.language,
        "annotated": one.annotated,
        "published": {
            "value": published.value,
            "basis": published.basis,
            "why": published.why,
            "evidence": _spans(published.evidence),
        },
        "captured": article.captured,
        "captured_why": article.captured_why,
        "carried": [_via(via) for via in one.carried],
        "text": article.text,
        "blocks": [{"kind": block.kind, "start": block.start, "end": block.end} for block in article.blocks],
    }


def _via(via: Via) -> Json:
    return {"entity": via.entity, "name": via.name, "role": via.role, **_span(via.span)}


def _entity(entity: Entity, texts: Mapping[str, str]) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": list(entity.names),
        "descriptions": [{"text": texts[s.article][s.start : s.end], **_span(s)} for s in entity.descriptions],
        "mentions": _spans(entity.mentions),
    }


def _attribution(attribution: Attribution) -> Json:
    return {
        "id": attribution.id,
        "article": attribution.article,
        "form": attribution.form,
        "content": _spans(attribution.content),
        "cue": _spans(attribution.cue),
        "source": _spans(attribution.source),
        "speaker": attribution.speaker,
        "via": [_via(via) for via in attribution.via],
        "within": attribution.within,
    }


def _claim(claim: Claim, texts: Mapping[str, str]) -> Json:
    return {
        "id": claim.id,
        "text": texts[claim.text.article][claim.text.start : claim.text.end],
        "span": _span(claim.text),
        "status": claim.status,
        "accounts": [_account(account) for account in claim.accounts],
        "origins": claim.origins,
        "silent": list(claim.silent),
    }


def _account(account: Account) -> Json:
    voice = "own" if account.attribution is None else "quoted"
    return {**_span(account.span), "attribution": account.attribution, "voice": voice, "origin": account.origin}


def _difference(difference: Difference) -> Json:
    return {
        "id": difference.id,
        "kind": difference.kind,
        "relation": difference.relation,
        "about": difference.about,
        "claims": list(difference.claims),
        "values": [{"value": side.value, "accounts": _spans(side.accounts)} for side in difference.values],
        "why": difference.why,
    }


def _origin(origin: Origin) -> Json:
    return {
        "id": origin.id,
        "kind": origin.kind,
        "name": origin.name,
        "entity": origin.entity,
        "evidence": _spans(origin.evidence),
    }


def _reprint(reprint: Reprint) -> Json:
    return {"articles": list(reprint.articles), "origin": reprint.origin, "share": round(reprint.share, 4)}


def _wording(wording: Wording) -> Json:
    terms = [
        {
            "article": term.article,
            "term": term.term,
            "count": term.count,
            "voice": term.voice,
            "mentions": _spans(term.mentions),
        }
        for term in wording.terms
    ]
    return {"referent": wording.referent, "entity": wording.entity, "terms": terms}


def _event(event: Event) -> Json:
    return {
        "date": event.date,
        "precision": event.precision,
        "accounts": _spans(event.accounts),
        "claims": list(event.claims),
    }
