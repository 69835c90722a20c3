"""The JSON Schema of the comparison document. Its closed lists are those of the records themselves."""

from __future__ import annotations

from typing import Any, get_args

from crossread.records import (
    AttributionForm,
    BlockKind,
    Captured,
    ClaimStatus,
    DateBasis,
    DifferenceKind,
    DifferenceRelation,
    EntityKind,
    EventPrecision,
    OriginKind,
    ViaRole,
    Voice,
)

VERSION = "crossread.comparison/1"

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
MAYBE: Json = {"type": ["string", "null"]}
COUNT: Json = {"type": "integer", "minimum": 0}
SHARE: Json = {"type": "number", "minimum": 0, "maximum": 1}
SPAN: Json = {"$ref": "#/$defs/span"}
SPAN_KEYS: Json = {"article": TEXT, "start": COUNT, "end": COUNT}


def schema() -> Json:
    """The JSON Schema (2020-12) of the comparison document: strict on the keys of the contract, open to added ones."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:crossread:comparison:1",
        "title": "crossread comparison document",
        "description": "One event as several articles tell it. All offsets are half-open ranges of code points into "
        "the text of the article they name.",
        **_object(
            schema={"const": VERSION},
            made_by=_object(crossread=TEXT, models={"type": "object", "additionalProperties": TEXT}, settings=TEXT),
            articles=_list(_article_schema()),
            entities=_list(_entity_schema()),
            attributions=_list(_attribution_schema()),
            claims=_list(_claim_schema()),
            differences=_list(_difference_schema()),
            origins=_list(
                _object(id=TEXT, kind=_one_of(OriginKind), name=MAYBE, entity=MAYBE, evidence=_list(SPAN)),
            ),
            reprints=_list(_object(articles=_list(TEXT, least=2), origin=MAYBE, share=SHARE)),
            wording=_list(_wording_schema()),
            timeline=_list(
                _object(date=TEXT, precision=_one_of(EventPrecision), accounts=_list(SPAN, least=1), claims=_list(TEXT))
            ),
        ),
        "$defs": {"span": _object(**SPAN_KEYS)},
    }


def _object(**properties: Json) -> Json:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Json, *, least: int = 0) -> Json:
    return {"type": "array", "items": items, **({"minItems": least} if least else {})}


def _one_of(literal: Any) -> Json:
    return {"enum": list(get_args(literal))}


def _via_schema() -> Json:
    return _object(entity=MAYBE, name=TEXT, role=_one_of(ViaRole), **SPAN_KEYS)


def _article_schema() -> Json:
    published = _object(value=MAYBE, basis=_one_of(DateBasis), why=TEXT, evidence=_list(SPAN))
    return _object(
        id=TEXT,
        file=MAYBE,
        url=MAYBE,
        outlet=MAYBE,
        title=MAYBE,
        byline=MAYBE,
        language=MAYBE,
        published=published,
        captured=_one_of(Captured),
        text=TEXT,
        blocks=_list(_object(kind=_one_of(BlockKind), start=COUNT, end=COUNT)),
    )


def _entity_schema() -> Json:
    return _object(
        id=TEXT,
        kind=_one_of(EntityKind),
        name=TEXT,
        names=_list(TEXT, least=1),
        descriptions=_list(_object(text=TEXT, **SPAN_KEYS)),
        mentions=_list(SPAN),
    )


def _attribution_schema() -> Json:
    return _object(
        id=TEXT,
        article=TEXT,
        form=_one_of(AttributionForm),
        content=_list(SPAN, least=1),
        cue=_list(SPAN),
        source=_list(SPAN),
        speaker=MAYBE,
        via=_list(_via_schema()),
        within=MAYBE,
    )


def _claim_schema() -> Json:
    return _object(
        id=TEXT,
        text=TEXT,
        status=_one_of(ClaimStatus),
        accounts=_list(_object(**SPAN_KEYS, attribution=MAYBE, origin=MAYBE), least=1),
        origins=COUNT,
        silent=_list(TEXT),
    )


def _difference_schema() -> Json:
    return _object(
        id=TEXT,
        kind=_one_of(DifferenceKind),
        relation=_one_of(DifferenceRelation),
        about=TEXT,
        claims=_list(TEXT),
        values=_list(_object(value=TEXT, accounts=_list(SPAN, least=1)), least=2),
        why=TEXT,
    )


def _wording_schema() -> Json:
    term = _object(article=TEXT, term=TEXT, count=COUNT, voice=_one_of(Voice), mentions=_list(SPAN))
    return _object(referent=TEXT, entity=MAYBE, terms=_list(term, least=1))
