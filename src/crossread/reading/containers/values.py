"""JSON values, read without trust in their shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]


def value(data: bytes | str) -> Any:
    """The value that the JSON text stands for; None for what is no JSON, or nested too deep."""
    try:
        return json.loads(data if isinstance(data, str) else _decoded(data), strict=False)
    except (ValueError, RecursionError):
        return None


def _decoded(data: bytes) -> str:
    return data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else json.detect_encoding(data), "replace")


def text(said: object) -> str | None:
    """The words of a value: a string, a number, the name in an object, those of a list joined."""
    if isinstance(said, str):
        return said
    if isinstance(said, (int, float)) and not isinstance(said, bool):
        return str(said)
    if isinstance(said, Mapping):
        return next((found for key in ("name", "title", "value") if isinstance(found := said.get(key), str)), None)
    if isinstance(said, list):
        return " and ".join(found for one in said[:20] if not isinstance(one, list) and (found := text(one))) or None
    return None


def first(record: Record, *names: str) -> str | None:
    """The words of the first of these fields that has any."""
    return next((found for name in names if (found := text(record.get(name))) and found.strip()), None)


def prose(record: Record, *names: str) -> str | None:
    """The running text in the first of these fields that has one: a string, or a list of them, one a paragraph."""
    for name in names:
        said = record.get(name)
        if isinstance(said, list) and all(isinstance(one, str) for one in said):
            said = "\n\n".join(said)
        if isinstance(said, str) and said.strip():
            return said
    return None
