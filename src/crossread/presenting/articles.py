"""One article on a terminal: as it was read, block by block; and with what was found in it marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from crossread.records import AnnotatedArticle, Article, Block, Span

from .legible import folded, line

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

KIND_COLUMNS = 12  # the longest kind of block, "standfirst", and two blanks
BASES = {
    "metadata": "stated by the page",
    "text": "stated in the text",
    "inferred": "worked out from the text",
    "unknown": "not known",
}


def show_read(article: Article, *, why: bool = False, width: int | None = None) -> None:
    """Write the article as it was read: what is known of it, its blocks with their kinds; `why`: also everything
    that is stated about it, and what was dropped as furniture, each line with the rule that dropped it."""
    _print(_read(article, why), width)


def show_annotated(annotated: AnnotatedArticle, *, width: int | None = None) -> None:
    """Write the article with its attributions marked (source, cue and content, numbered), then who said each and
    through whom, its times, its numbers and its entities. In colour on a terminal, with brackets everywhere."""
    _print(_annotated(annotated), width)


def read_document(article: Article) -> dict[str, Any]:
    """The article as values that `json` can write, under the names of its record."""
    return asdict(article)


def annotated_document(annotated: AnnotatedArticle) -> dict[str, Any]:
    """The annotated article as values that `json` can write, under the names of its record."""
    return asdict(annotated)


def _print(parts: Iterator[RenderableType], width: int | None) -> None:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=False, width=width)
    for part in parts:
        console.print(part, markup=False, highlight=False, emoji=False)


def _read(article: Article, why: bool) -> Iterator[RenderableType]:
    yield from _head(article)
    for block in article.blocks:
        yield _labelled(block.kind, _plain(article.words(block)))
    if why:
        yield from _stated(article)
        yield _plain(f"\n{len(article.dropped)} lines were left out:", "bold")
        for dropped in article.dropped:
            yield _labelled("", _plain(f"{line(dropped.text)}  [{dropped.rule}]", "dim"))


def _head(article: Article) -> Iterator[RenderableType]:
    yield _plain(line(article.file or article.url or article.id), "bold")
    published = article.published
    rows = {
        "outlet": article.outlet or "not known",
        "published": f"{published.value or ''} ({BASES[published.basis]}: {published.why})".strip(),
        "byline": article.byline,
        "language": article.language or "not known",
        "captured": article.captured + (f" ({article.captured_why})" if article.captured_why else ""),
        "url": article.url,
    }
    for name, value in rows.items():
        if value:
            yield _labelled(name, _plain(line(value)))
    yield ""


def _stated(article: Article) -> Iterator[RenderableType]:
    """Every statement about the article; of several about one thing the first was believed."""
    if article.found:
        yield _plain("\nWhat is stated about it:", "bold")
    before = ""
    for found in article.found:
        label = found.field if found.field != before else ""
        yield _labelled(label, _plain(f"{line(found.value)}  [{line(found.where)}]", "dim" if not label else ""))
        before = found.field


def _annotated(annotated: AnnotatedArticle) -> Iterator[RenderableType]:
    article = annotated.article
    yield from _head(article)
    marks = _marks(annotated)
    for block in article.blocks:
        yield _labelled(block.kind, _marked(article, block, marks))
    names = {entity.id: entity.name for entity in annotated.entities}
    if annotated.attributions:
        yield _plain("\nWho says what", "bold")
    for number, said in enumerate(annotated.attributions, 1):
        chain = [names.get(said.speaker or "", "nobody known"), *(line(hop.name) for hop in said.via)]
        inner = f", inside {said.within}" if said.within else ""
        yield _labelled(str(number), _plain(f"{', through '.join(chain)} ({said.form}{inner})"))
    for title, rows in (
        ("Times", [(t.span, t.value or "not resolved") for t in annotated.timexes]),
        (
            "Numbers",
            [(q.span, " ".join(filter(None, (q.hedge, f"{q.value:g}", q.unit, q.kind)))) for q in annotated.quantities],
        ),
        (
            "Who and what",
            [(e.mentions[0], f"{e.kind}: {' / '.join(e.names)}") for e in annotated.entities if e.mentions],
        ),
    ):
        if rows:
            yield _plain(f"\n{title}", "bold")
        for span, meaning in rows:
            yield _labelled("", _plain(f"{line(article.words(span))} → {line(meaning)}"))


Mark = tuple[int, int, str, str]  # start, end, the label of the bracket, the style


def _marks(annotated: AnnotatedArticle) -> list[Mark]:
    found: list[Mark] = []
    for number, said in enumerate(annotated.attributions, 1):
        for letter, style, spans in (
            ("q", "green", said.content),
            ("c", "magenta", said.cue),
            ("s", "bold cyan", said.source),
            ("v", "bold yellow", _of_via(annotated, number - 1)),
        ):
            found += [(span.start, span.end, f"{letter}{number}", style) for span in spans]
    return found


def _of_via(annotated: AnnotatedArticle, index: int) -> Sequence[Span]:
    return [hop.span for hop in annotated.attributions[index].via if len(hop.span)]


def _marked(article: Article, block: Block, marks: Sequence[Mark]) -> Text:
    """The block's words with a bracket where each mark begins and ends; inner marks inside outer ones."""
    inside = [mark for mark in marks if block.start <= mark[0] and mark[1] <= block.end]
    text = _plain("")
    for at in range(block.start, block.end + 1):
        for _, _, _, style in sorted((m for m in inside if m[1] == at), key=lambda m: -m[0]):
            text.append("]", style=style)
        for _, _, label, style in sorted((m for m in inside if m[0] == at), key=lambda m: -m[1]):
            text.append(f"[{label} ", style=style)
        if at < block.end:
            covering = [m for m in inside if m[0] <= at < m[1]]
            text.append(folded(article.text[at]), style=min(covering, key=lambda m: m[1] - m[0])[3] if covering else "")
    return text


def _plain(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style=style, overflow="fold")


def _labelled(label: str, content: RenderableType) -> RenderableType:
    from rich.table import Table

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=KIND_COLUMNS, no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(_plain(label, "dim"), content)
    return grid
