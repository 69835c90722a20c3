"""Pages and extracts to read in the tests, written as briefly as they can be."""

from __future__ import annotations

from crossread.reading import read
from crossread.records import Article, BlockKind, Page

BODY = (
    "The ferry to Osk will stop running in May, the harbour board said on Monday, because nobody will insure the boat.",
    "Captain Edda Moll, who has sailed it for 31 years, called the decision a disgrace and asked for a second opinion.",
    "The board will meet again on Friday, its chair said, and nobody should expect a different answer from it then.",
)
"""Three paragraphs of an article that is nobody's."""


def html(body: str, *, head: str = "", lang: str = "en") -> str:
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts or BODY)


def read_html(body: str, *, head: str = "") -> Article:
    return read(Page(html(body, head=head).encode(), "text/html", file="page.html"))


def read_text(text: str) -> Article:
    return read(Page(text.encode(), "text/plain", file="extract.txt"))


def extract(*, above: str = "Ferry to Osk stops in May", below: str = "", among: str = "") -> Article:
    """An extract of three paragraphs, with lines above, below and behind the second of them."""
    lines = [above, BODY[0], BODY[1], among, BODY[2], below]
    return read_text("\n\n".join(line for line in lines if line))


def words(article: Article, *kinds: BlockKind) -> list[str]:
    """The texts of the blocks of these kinds, of all kinds if none is named."""
    return [article.words(block) for block in article.blocks if not kinds or block.kind in kinds]


def dropped(article: Article) -> dict[str, str]:
    return {line.text: line.rule for line in article.dropped}
