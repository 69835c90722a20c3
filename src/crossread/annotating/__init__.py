"""Annotating: what an article says, who says it, when and how many. The verb is `annotate`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from crossread.records import AnnotatedArticle, Article
from crossread.settings import Settings

from . import attributions, credits, dating, mentions, quantities, sentences, timexes

ANNOTATED_LANGUAGES = frozenset({"en", None})


def annotate(article: Article, settings: Settings = Settings()) -> AnnotatedArticle:  # noqa: B008
    """The article with its sentences, mentions, entities, attributions, times and quantities.

    An article without a date is given the one its own words tell, if they do. An article in a language other than
    English is given its sentences and nothing else.
    """
    split = sentences.split(article)
    if article.language not in ANNOTATED_LANGUAGES:
        return AnnotatedArticle(article, split, annotated=False)
    if article.published.value is None:
        article = replace(article, published=dating.date(article, split))
    times = timexes.find(article, split, _day(article))
    found, entities = mentions.find(article, split)
    return AnnotatedArticle(
        article,
        split,
        mentions=found,
        entities=entities,
        attributions=attributions.find(article, split, found, entities),
        timexes=times,
        quantities=quantities.find(article, split, times),
        carried=credits.carried(article),
    )


def _day(article: Article) -> dt.date | None:
    """The day the article was published, where it is known."""
    value = article.published.value
    return None if value is None else dt.date.fromisoformat(value[:10])
