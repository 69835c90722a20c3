"""Three reports of one event, annotated as a reader's would be: a ferry pier is shut."""

from __future__ import annotations

from functools import cache

from factories import article

from crossread.annotating import annotate
from crossread.gathering.fingerprints import fingerprint, passages, reprints
from crossread.gathering.stories import reading_order
from crossread.records import AnnotatedArticle, Story
from crossread.settings import Settings

LANTERN = """The harbour board of Osk voted on Tuesday to close the old ferry pier, which was built in 1931.

"We looked under the deck and found nothing to hold it up," Tilde Amrein, the board's engineer, told the meeting.

About 40 boats use the pier each morning. Their owners must leave by the end of October, the board said.

Repairs would cost 4.2 million crowns, according to Amrein."""

TERN = """OSK (Tern News) - Ferry passengers in Osk will lose their pier before winter, after a report on rotten piles.

Some 40 boats will have to find other berths, the harbour board said on Tuesday.

The board's engineer, Tilde Amrein, put the cost of repairs at 4.2 million crowns. "We looked under the deck and found
nothing to hold it up," she said.

Fishermen protested with their horns. "Nobody asked us," said Joss Varga, 61, who has moored there since 1990."""

GULL = """Fishermen in Osk sounded their horns for an hour when the harbour board shut the ferry pier.

"Nobody asked us," said Joss Varga, 63. He blamed the board, which he said had let the piles rot for nine years.

The board denied that it had known of the damage. New piles would cost 6 million crowns, its chair said."""


@cache
def report(outlet: str, text: str, published: str = "2024-05-14T09:00:00+00:00") -> AnnotatedArticle:
    return annotate(article(text.replace("\n", " ").replace("  ", "\n\n"), outlet=outlet, published=published))


def pier() -> list[AnnotatedArticle]:
    return [report("The Osk Lantern", LANTERN), report("Tern News", TERN), report("The Gull", GULL)]


def together(articles: list[AnnotatedArticle]) -> Story:
    """The articles as one story, whether or not they tell one."""
    every = sorted({a.article.id: a for a in articles}.values(), key=reading_order)
    prints = [fingerprint(a.article) for a in every if a.annotated]
    return Story("s", tuple(every), passages(prints), reprints(prints, Settings().reprint_share))
