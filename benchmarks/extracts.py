"""Marked articles (training/corpus) as plain-text extracts: how their lines are read.

title, outlet   share of articles with the right one
date            share of articles that are given no wrong date
body P, body R  of the lines read as body, the share that are; of the lines that are, the share read so
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from .readers import crossread
from .sheets import fold

BODY = ("p", "list", "standfirst", "heading")
TAG = re.compile(r"</?[a-z](?: [^<>]*)?>")
LINE = re.compile(r"(?P<kind>[a-z]+): (?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Marked:
    """What the head of a marked article says, and its lines with their kinds, the marks taken out."""

    about: dict[str, str]
    lines: list[tuple[str, str]]


def load(path: Path) -> Marked:
    """The article in one file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    about = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    lines = [(match["kind"], TAG.sub("", match["text"])) for match in map(LINE.match, body.splitlines()) if match]
    return Marked(about, lines)


def figures(paths: Sequence[Path]) -> dict[str, float]:
    """The figures over all files."""
    titles, outlets, dates, told, wanted = [], [], [], [], []
    for article in map(load, paths):
        read = crossread("\n".join(text for _, text in article.lines).encode(), media="text/plain")
        title = next((text for kind, text in article.lines if kind == "title"), "")
        titles.append(fold(read.title).casefold() == fold(title).casefold())
        outlets.append(fold(read.outlet).casefold() == article.about["outlet"].casefold())
        published = article.about.get("published", "-")
        dates.append(not read.date or read.date[:10] == published[:10])
        gold = {fold(text) for kind, text in article.lines if kind in BODY}
        body = {fold(line) for line in read.body.splitlines()}
        told += [line in gold for line in sorted(body)]
        wanted += [line in body for line in sorted(gold)]
    rows = {"title": titles, "outlet": outlets, "date": dates, "body P": told, "body R": wanted}
    return {name: mean(verdicts) if verdicts else 0.0 for name, verdicts in rows.items()}
