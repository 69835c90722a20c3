"""A comparison document read beside a gold sheet: article ids mapped, gold snippets looked up as spans."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

Gold = dict[str, Any]
Doc = dict[str, Any]

QUOTES_AND_DASHES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2011": "-",
        "\u00a0": " ",
    }
)
BODY = frozenset({"paragraph", "standfirst", "heading", "list", "correction"})
PARAGRAPH_GAP = re.compile(r"\n\s*\n")
WORD = re.compile(r"[^\W_]+")
FILLERS = frozenset({"the", "of", "a", "al"})


class At(NamedTuple):
    """Code points `start:end` of the article that the gold sheet calls `article`."""

    article: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: At) -> int:
        """How many code points are shared."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.article == other.article else 0


def touch(one: At | None, other: At | None, least: float = 0.5) -> bool:
    """Whether two spans share at least `least` of the shorter."""
    if one is None or other is None:
        return False
    shared = one.overlap(other)
    return shared > 0 and shared >= least * min(len(one), len(other))


def dice(one: At | None, other: At | None) -> float:
    """Twice the shared characters over all characters of both: 1 for the same span, 0 for strangers."""
    return 2 * one.overlap(other) / (len(one) + len(other)) if one and other else 0.0


def fold(text: str) -> str:
    """The text with white space runs as one space, and all quotation marks and dashes plain."""
    return " ".join(text.translate(QUOTES_AND_DASHES).split())


def folded(text: str) -> tuple[str, list[int]]:
    """The folded text, untrimmed, and for each of its characters the offset in `text`."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text.translate(QUOTES_AND_DASHES)):
        if not character.isspace():
            characters.append(character)
        elif characters and characters[-1] != " ":
            characters.append(" ")
        else:
            continue
        offsets.append(offset)
    return "".join(characters), offsets


def words(name: str) -> set[str]:
    """The words of a name that tell it from another."""
    return {word for word in WORD.findall(name.casefold()) if word not in FILLERS}


def same_name(gold: str, candidates: list[str]) -> bool:
    """Whether the gold name is among the candidates: the same last word, or at least half of all words shared."""
    return any(names_alike(gold, candidate) for candidate in candidates)


def names_alike(gold: str, candidate: str) -> bool:
    """Whether two names can be one: same family name with nothing against it, or half of the words shared."""
    wanted, told = words(gold), words(candidate)
    if not told:
        return False
    last = WORD.findall(gold.casefold())[-1:]
    if last and last[0] in told and (len(wanted) == 1 or told <= wanted or len(wanted & told) >= 2 or len(told) == 1):
        return True
    return len(wanted & told) / len(wanted | told) >= 0.5


@dataclass
class Sheet:
    """One story's gold sheet with the document that is measured against it."""

    gold: Gold
    doc: Doc

    @cached_property
    def article(self) -> dict[str, Any]:
        """The document's article for each gold id, None where the document lacks it; matched by file name."""
        by_file = {Path(a["file"] or a["url"] or "").name: a for a in self.doc["articles"]}
        return {g["id"]: by_file.get(Path(g["file"]).name) for g in self.gold["articles"]}

    @cached_property
    def gold_id(self) -> dict[str, str]:
        """The gold id of each of the document's articles."""
        return {a["id"]: gold for gold, a in self.article.items() if a}

    @cached_property
    def _folded(self) -> dict[str, tuple[str, list[int]]]:
        return {gold: folded(a["text"]) for gold, a in self.article.items() if a}

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        return {e["id"]: [e["name"], *e.get("names", [])] for e in self.doc.get("entities", [])}

    def names(self, entity: str | None) -> list[str]:
        """Every spelling of an entity; none for None."""
        return self._names.get(entity, []) if entity else []

    @property
    def all_names(self) -> list[list[str]]:
        """Every spelling, entity by entity."""
        return list(self._names.values())

    def find(self, article: str, snippet: str) -> At | None:
        """Where the document's text holds a gold snippet, None where it does not (reading dropped it)."""
        wanted = fold(snippet)
        if article not in self._folded or not wanted:
            return None
        text, offsets = self._folded[article]
        at = text.find(wanted)
        if at < 0:
            at = text.casefold().find(wanted.casefold())
        return None if at < 0 else At(article, offsets[at], offsets[at + len(wanted) - 1] + 1)

    def find_all(self, rows: list[dict[str, str]]) -> list[At | None]:
        """Where each row of article and snippet is."""
        return [self.find(row["article"], row["snippet"]) for row in rows]

    def spans(self, rows: list[dict[str, Any]] | None) -> list[At]:
        """The document's own spans, with gold article ids."""
        return [
            At(self.gold_id[row["article"]], row["start"], row["end"])
            for row in rows or []
            if row["article"] in self.gold_id
        ]

    def paragraphs(self, span: At) -> list[At]:
        """The span cut where a paragraph ends, as gold cuts a quotation that runs on."""
        text, at, cut = self.article[span.article]["text"], span.start, []
        for gap in PARAGRAPH_GAP.finditer(text[span.start : span.end]):
            cut.append(At(span.article, at, span.start + gap.start()))
            at = span.start + gap.end()
        return [piece for piece in (*cut, At(span.article, at, span.end)) if len(piece) > 0]

    def text(self, span: At | None) -> str:
        """The words under a span, on one line."""
        return fold(self.article[span.article]["text"][span.start : span.end]) if span else ""


def load(path: Path) -> dict[str, Any]:
    """A JSON object from a file."""
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
