"""The attributions of a test text, with the steps before them run as they are for any article."""

from __future__ import annotations

from factories import article

from crossread.annotating import attributions, mentions, sentences
from crossread.records import Article, Attribution


def found_in(made: Article) -> tuple[Attribution, ...]:
    split = sentences.split(made)
    return attributions.find(made, split, *mentions.find(made, split))


def vias(text: str, **fields: str) -> list[list[str]]:
    """For each attribution in the order of the text, the names of those its words came through."""
    return [[hop.name for hop in found.via] for found in found_in(article(text, **fields))]
