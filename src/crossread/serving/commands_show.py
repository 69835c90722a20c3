"""`crossread show`: words of an article, and where they stand in the page as it was saved."""

from __future__ import annotations

import re

import click

from crossread.errors import ReadingError, SourceNotFound
from crossread.records import Page
from crossread.settings import Settings, load


@click.command(no_args_is_help=True)
@click.argument("file", metavar="FILE")
@click.option("--at", "where", required=True, metavar="START:END", help="A range of the article's text, in characters.")
def show(file: str, where: str) -> None:
    """Show the words at START:END of an article's text, with the block around them and their place in the saved page.

    The offsets of every finding in the comparison document are such ranges.

    \b
    Examples:
      crossread show page.html --at 120:180
      crossread show extract.txt --at 0:40
    """
    from crossread import reading
    from crossread.presenting import places

    start, end = _range(where)
    settings = load()
    page = _page(file, settings)
    article = reading.read(page, settings)
    source, _ = reading.source_of(page)
    for number, (block, span) in enumerate(places.parts(article, start, end)):
        if number:
            click.echo()
        for line in places.lines(article, block, span, source, reading.place_of(page, article, span)):
            click.echo(line)


def _range(where: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,9}):(\d{1,9})", where.strip())
    if match is None:
        raise click.BadParameter("must be two numbers with a colon between them, such as 120:180", param_hint="--at")
    return int(match[1]), int(match[2])


def _page(file: str, settings: Settings) -> Page:
    """The first page in the file; raises `ReadingError` where it holds none."""
    from crossread.reading.sources import pages

    for item in pages([file], settings):
        if isinstance(item, Page):
            return item
        raise ReadingError(item.detail or item.reason, item=item.item, hint=item.hint)
    raise SourceNotFound("holds no page", item=file)
