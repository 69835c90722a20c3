"""Gold sheets of the bundled stories: where they are, what their pages show, and which snippets they quote."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import crossread

EXAMPLES = Path(crossread.__file__).parent / "examples"
STORIES = sorted(path.parent for path in EXAMPLES.glob("*/gold.json"))

UNSEEN = re.compile(r"<(script|style|noscript|template)\b.*?</\1\s*>|<!--.*?-->", re.S | re.I)
INLINE = re.compile(r"</?(?:a|b|i|em|strong|span|small|cite)\b[^>]*>", re.I)
TAG = re.compile(r"<[^>]+>")


class Snippet(NamedTuple):
    article: str
    words: str
    where: str
    once: bool
    """Whether it must stand in the article a single time, so that it names one place."""


def gold_of(story: Path) -> dict[str, Any]:
    sheet: dict[str, Any] = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    return sheet


def visible(path: Path) -> str:
    """What a reader sees of a page, or of a text extract: no tags, entities decoded, white space folded."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        raw = html.unescape(TAG.sub("\n", INLINE.sub("", UNSEEN.sub(" ", raw))))
    return " ".join(raw.split())


def snippets(gold: dict[str, Any]) -> Iterator[Snippet]:
    """Every verbatim snippet of a gold sheet."""
    for row in gold["articles"]:
        yield from (Snippet(row["id"], row[key], f"articles.{key}", True) for key in ("first", "last"))
        yield from (Snippet(row["id"], words, "articles.not_body", False) for words in row["not_body"])
    for row in (*gold["quotations"], *gold.get("optional_quotations", ())):
        yield Snippet(row["article"], row["content"], "quotations.content", row in gold["quotations"])
        parts = (row[key] for key in ("cue", "source") if row[key])
        yield from (Snippet(row["article"], words, "quotations", False) for words in parts)
    for part in ("claims", "timeline"):
        yield from (located(account, part) for row in gold[part] for account in row["accounts"])
    for row in gold["conflicts"]:
        yield from (located(account, row["about"]) for value in row["values"] for account in value["accounts"])
    for row in gold["not_conflicts"]:
        yield from (located(account, row["why"]) for account in row["snippets"])
    yield from (located(row, "only") for row in gold["only"])
    for row in gold["wording"]:
        terms = ((article, term) for article, terms in row["terms"].items() for term in terms)
        yield from (Snippet(article, term, "wording", False) for article, term in terms)


def located(row: dict[str, str], where: str) -> Snippet:
    return Snippet(row["article"], row["snippet"], where, True)
