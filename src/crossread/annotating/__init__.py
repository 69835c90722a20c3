"""Annotating: what an article says, who says it, when and how many. The verb is `annotate`."""

from __future__ import annotations

from crossread.records import AnnotatedArticle, Article
from crossread.settings import Settings

from . import mentions as mentioned
from . import sentences as sentencing

ANNOTATED_LANGUAGES = frozenset({"en", None})


def annotate(article: Article, settings: Settings = Settings()) -> AnnotatedArticle:  # noqa: B008
    """The article with its sentences, mentions, entities, attributions, times and quantities.

    An article in a language other than English is given its sentences and nothing else.
    """
    sentences = sentencing.split(article)
    if article.language not in ANNOTATED_LANGUAGES:
        return AnnotatedArticle(article, sentences, annotated=False)
    mentions, entities = mentioned.find(article, sentences)
    return AnnotatedArticle(article, sentences, mentions, entities)
