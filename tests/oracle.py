"""A comparison document made from a gold sheet: what a chain without a fault would write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from goldsheets import visible

Doc = dict[str, Any]
Span = dict[str, Any]


class Oracle:
    """Knows the gold sheet of one story, and writes its document."""

    def __init__(self, gold: Doc, story: Path) -> None:
        self.gold = gold
        self.text = {row["id"]: self.body_of(row, visible(story / row["file"])) for row in gold["articles"]}
        self.spellings = {name: set(group) for group in gold["names"] for name in group}

    @staticmethod
    def body_of(row: Doc, text: str) -> str:
        """The title, and the body from its first to its last words without the furniture in between."""
        first, last = (" ".join(row[key].split()) for key in ("first", "last"))
        body = text[text.rindex(first) : text.rindex(last) + len(last)]
        for snippet in row["not_body"]:
            body = body.replace(" ".join(snippet.split()), "")
        return row["title"] + "\n\n" + body

    def document(self) -> Doc:
        """The whole document."""
        speakers = sorted({row["speaker"] for row in self.gold["quotations"] if row["speaker"]})
        names = [*({name} for name in speakers), *(set(group) for group in self.gold["names"])]
        return {
            "articles": [self.article(row) for row in self.gold["articles"]],
            "entities": [{"id": min(group), "name": min(group), "names": sorted(group)} for group in names],
            "attributions": [self.attribution(row) for row in self.gold["quotations"]],
            "claims": [*(self.claim(row) for row in self.gold["claims"]), *map(self.single, self.gold["only"])],
            "differences": [self.difference(row) for row in self.gold["conflicts"]],
            "reprints": [{"articles": row["articles"]} for row in self.gold["reprints"]],
            "wording": [self.wording(row) for row in self.gold["wording"]],
            "timeline": [{"date": row["date"], "accounts": self.spans(row)} for row in self.gold["timeline"]],
        }

    def article(self, row: Doc) -> Doc:
        undated = {entry["article"]: entry["written_on"] for entry in self.gold.get("undated", [])}
        text, title = self.text[row["id"]], len(row["title"])
        blocks = [
            {"kind": "title", "start": 0, "end": title},
            {"kind": "paragraph", "start": title + 2, "end": len(text)},
        ]
        published = {"value": row["published"] or undated.get(row["id"])}
        kept = {key: row[key] for key in ("id", "file", "outlet", "title")}
        return {**kept, "published": published, "text": text, "blocks": blocks}

    def span(self, article: str, words: str) -> Span:
        folded = " ".join(words.split())
        start = self.text[article].rindex(folded)
        return {"article": article, "start": start, "end": start + len(folded)}

    def spans(self, row: Doc) -> list[Span]:
        return [self.span(account["article"], account["snippet"]) for account in row["accounts"]]

    def attribution(self, row: Doc) -> Doc:
        content = [self.span(row["article"], row["content"])]
        return {"content": content, "speaker": row["speaker"], "via": [{"name": name} for name in row["via"]]}

    def claim(self, row: Doc) -> Doc:
        origin = {article: f"{k}" for k, group in enumerate(row["origin_groups"]) for article in group}
        accounts = [{**span, "origin": origin[span["article"]]} for span in self.spans(row)]
        return {"accounts": accounts, "origins": row["origins"]}

    def single(self, row: Doc) -> Doc:
        return {"accounts": [{**self.span(row["article"], row["snippet"]), "origin": None}], "origins": 1}

    def difference(self, row: Doc) -> Doc:
        values = [{"value": value["value"], "accounts": self.spans(value)} for value in row["values"]]
        relation = "update" if row["update"] else "conflict"
        return {"kind": row["kind"], "relation": relation, "about": row["about"], "values": values}

    @staticmethod
    def wording(row: Doc) -> Doc:
        return {"terms": [{"article": a, "term": term} for a, terms in row["terms"].items() for term in terms]}
