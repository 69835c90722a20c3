"""The corpus as story folders with gold sheets: `python -m training.gold training/corpus OUT`.

Each story becomes OUT/STORY/{a.html, …, gold.json} in the format of `benchmarks/README.md`: the articles as plain pages
without marks, with outlet and time in their metadata; an undated one as a text extract, one block a line. Quotations
and names are worked out from the marks, all else comes from the story's sheet.
So the whole chain can be scored on stories that no rule was written for.
"""

from __future__ import annotations

import html
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from .marked import MarkedArticle, Said, attributions, entities, read

PRONOUNS = frozenset(["he", "she", "they", "it", "his", "her", "its", "their", "him", "them", "hers", "theirs", "who"])
QUOTES = "\"“”'‘’«»"
BODY = frozenset({"standfirst", "heading", "p", "list"})
Entities = dict[str, tuple[str, str, str]]


def sheet(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The gold sheet of one corpus story, and the text extract of each of its articles by file name."""
    known = entities(folder)
    articles = [read(path) for path in sorted(folder.glob("*.marked"))]
    told = json.loads((folder / "sheet.json").read_text(encoding="utf-8"))
    gold = {
        **told,
        "articles": [_article(article) for article in articles],
        "quotations": [row for article in articles for row in _quotations(article, known)],
        "names": _names(articles, known),
    }
    undated = [a for a in articles if a.head.get("published") == "-" and a.head.get("written", "?") != "?"]
    if undated:
        gold["undated"] = [{"article": a.id, "written_on": a.head["written"], "why": "its own words"} for a in undated]
    return gold, {_file(a): _page(a) if _dated(a) else a.text.replace("\n\n", "\n") + "\n" for a in articles}


TAGS = {"title": "h1", "heading": "h2", "list": "li", "caption": "figcaption", "credit": "small", "x": "div"}


def _dated(article: MarkedArticle) -> bool:
    return article.head.get("published", "-") != "-"


def _file(article: MarkedArticle) -> str:
    return f"{article.id}.{'html' if _dated(article) else 'txt'}"


def _page(article: MarkedArticle) -> str:
    """The article as a plain page: furniture before its first and after its last block stands outside the article."""
    lines = [(line.kind, html.escape(article.words(line))) for line in article.lines]
    real = [index for index, (kind, _) in enumerate(lines) if kind != "x"]
    tagged = [f"<{TAGS.get(kind, 'p')}>{words}</{TAGS.get(kind, 'p')}>" for kind, words in lines]
    top, body, end = tagged[: real[0]], tagged[real[0] : real[-1] + 1], tagged[real[-1] + 1 :]
    outlet, published = (html.escape(article.head.get(key, ""), quote=True) for key in ("outlet", "published"))
    return "\n".join(
        [
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
            f'<meta property="og:site_name" content="{outlet}">',
            f'<meta property="article:published_time" content="{published}"></head><body>',
            *("<header>", *top, "</header>", "<article>", *body, "</article>", "<footer>", *end, "</footer>"),
            "</body></html>\n",
        ]
    )


def _article(article: MarkedArticle) -> dict[str, Any]:
    body = [article.words(line) for line in article.lines if line.kind in BODY]
    published = article.head.get("published", "-")
    return {
        "id": article.id,
        "file": _file(article),
        "outlet": article.head.get("outlet"),
        "title": next((article.words(line) for line in article.lines if line.kind == "title"), ""),
        "published": None if published == "-" else published,
        "first": " ".join(body[0].split()[:6]),
        "last": " ".join(body[-1].split()[-6:]),
        "not_body": [
            article.words(line) for line in article.lines if line.kind in {"x", "caption", "credit", "correction"}
        ],
    }


def _quotations(article: MarkedArticle, known: Entities) -> list[dict[str, Any]]:
    return [row for said in attributions(article) for row in _stretches(article, said, known)]


def _stretches(article: MarkedArticle, said: Said, known: Entities) -> list[dict[str, Any]]:
    speaker = known[said.speaker][1] if said.speaker in known else None
    if speaker and speaker.startswith("<"):
        speaker = speaker.strip("<>")
    first = next(iter(said.content))
    words = article.words(first)
    before, after = article.text[max(0, first.start - 1) : first.start], article.text[first.end : first.end + 2]
    direct = bool(before) and before in QUOTES and any(mark in QUOTES for mark in after or words[-1:])
    kind = "direct" if direct else "mixed" if any(mark in words for mark in '"“«') else "indirect"
    return [
        {
            "article": article.id,
            "content": article.words(mark),
            "cue": article.words(said.cue[0]) if said.cue else None,
            "source": article.words(said.source[0]) if said.source else None,
            "speaker": speaker,
            "kind": kind,
            "via": [
                article.words(hop) if hop.keys["e"] == "?" else known[hop.keys["e"]][1].strip("<>") for hop in said.via
            ],
        }
        for mark in said.content
    ]


def _names(articles: list[MarkedArticle], known: Entities) -> list[list[str]]:
    """For each named entity with several spellings, its names: mentions from the first word of its fullest name on."""
    spellings: dict[str, dict[str, None]] = {}
    for article in articles:
        for mark in article.of("m"):
            entity = known.get(mark.keys["e"])
            if entity is not None and not entity[1].startswith("<"):
                name = _untitled(article.words(mark), entity[1])
                if name:
                    spellings.setdefault(mark.keys["e"], {})[name] = None
    return [list(names) for _, names in sorted(spellings.items()) if len(names) > 1]


def _untitled(words: str, fullest: str) -> str | None:
    """The words from the first on that the fullest name holds, too; an acronym as it is; None for a description."""
    full = {part.casefold() for part in fullest.split() if part[:1].isupper()}
    parts = words.split()
    if len(parts) == 1 and words.isupper() and len(words) > 1:
        return words if words.casefold() not in PRONOUNS else None
    if len(parts) > 5:
        return None
    return next((" ".join(parts[at:]) for at, part in enumerate(parts) if part.strip(".,").casefold() in full), None)


def split(root: Path) -> dict[str, list[Path]]:
    """The story folders of the corpus that are there, by the part ("train", "dev", "test") they belong to."""
    parts = tomllib.loads((root / "split.toml").read_text(encoding="utf-8"))
    return {
        part: [root / name for name in names if (root / name / "sheet.json").exists()] for part, names in parts.items()
    }


def write(folder: Path, out: Path) -> Path:
    """One corpus story written as a story folder below `out`; gives that folder."""
    gold, texts = sheet(folder)
    written = out / folder.name
    written.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (written / name).write_text(text, encoding="utf-8")
    (written / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")
    return written


def main(arguments: list[str]) -> int:
    """Write the story folders of the corpus in the first argument below the second."""
    root, out = map(Path, arguments[:2])
    for folder in sorted(path.parent for path in root.glob("*/sheet.json")):
        print(write(folder, out))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
