"""Who says what, in an article: source, cue, content, the speaker and through whom the words came."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.records import Article, Attribution, Entity, Mention, Sentence

from . import chains, drafts, quotes, via
from .credits import aliases, carried
from .words import units

__all__ = ["carried", "find"]


def find(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], entities: Sequence[Entity]
) -> tuple[Attribution, ...]:
    """All statements in the body of the article, in the order of the text.

    Headlines, headings, captions, credits and footnotes are not searched. A quotation that goes on without a cue is
    an attribution of its own with empty cue and source, and the speaker of the one before it.
    """
    found = [
        draft
        for number, unit in enumerate(units(article, tuple(sentences), quotes.find(article)))
        for draft in drafts.of_unit(article, unit, number)
    ]
    who = chains.Who(article, tuple(mentions), tuple(entities))
    speakers = chains.speakers(found, who)
    outer = chains.outer(found)
    credited = carried(article)
    own = article.outlet or (credited[0].name if credited else None)
    media = via.Media(article, own, credited, who.entity, aliases(article))
    hops = chains.hops(found, speakers, outer, media, who)
    return tuple(
        Attribution(
            id=f"q{index + 1}",
            form=draft.form,
            content=draft.content,
            cue=draft.cue,
            source=draft.source,
            speaker=speakers[index],
            via=hops[index],
            within=None if (holder := outer[index]) is None else f"q{holder + 1}",
        )
        for index, draft in enumerate(found)
    )
