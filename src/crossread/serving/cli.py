"""The command line. Results go to standard output, all else to standard error; heavy parts are imported late."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import crossread
from crossread import examples
from crossread import settings as settings_
from crossread.errors import CrossreadError, PresentingError

from .commands_show import show

if TYPE_CHECKING:
    from crossread.pipeline import Progress, Result
    from crossread.presenting import Form
    from crossread.records import Comparison, Outcome
    from crossread.settings import Settings

QUIET_SECONDS = 1.0  # progress is shown only for work that takes longer


class _Group(click.Group):
    """Turns our errors into a message with a hint and exit code 1, and a closed pipe into a quiet end."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CrossreadError as error:
            if ctx.params.get("traceback"):
                raise
            click.echo(f"crossread: {error}", err=True)
            if error.hint:
                click.echo(f"  {error.hint}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            # the reader of the pipe has gone: nothing more to say, and Python must not complain at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="crossread")
@click.option("--traceback", is_flag=True, help="On an error, show where in the program it arose.")
def main(traceback: bool) -> None:
    """Read one event across many reports and lay them side by side.

    \b
    Examples:
      crossread demo                              a bundled story, as a report to open
      crossread compare saved/*.html              side by side, on the terminal
      crossread compare pages/ --html report.html --open
      crossread compare a.html b.txt --json - | jq '.differences[].about'

    Everything runs on this machine and nothing is sent. Only an address that you name is fetched.
    """


def _settings(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> Settings:
    pairs: dict[str, float | str | None] = {}
    for value in values:
        name, equals, number = value.partition("=")
        try:
            pairs[name.strip()] = float(number) if equals else None
        except ValueError:
            pairs[name.strip()] = number
    return settings_.load().with_values(pairs, where="--set")


@main.command(no_args_is_help=True)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "json_file", metavar="FILE", help="Write the comparison document; '-' for standard output.")
@click.option("--html", "html_file", metavar="FILE", help="Write the report as one self-contained page.")
@click.option(
    "--markdown", "markdown_file", metavar="FILE", help="Write the report as Markdown; '-' for standard output."
)
@click.option("--open", "open_report", is_flag=True, help="Open the HTML report in the browser.")
@click.option("--one-story", is_flag=True, help="Take all reports for reports of one event, however unlike they look.")
@click.option("--full", is_flag=True, help="Show every row on the terminal, not only the first of each section.")
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE", callback=_settings, help="Change a setting for this call."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes on standard error.")
def compare(
    sources: tuple[str, ...],
    json_file: str | None,
    html_file: str | None,
    markdown_file: str | None,
    open_report: bool,
    one_story: bool,
    full: bool,
    settings: Settings,
    quiet: bool,
) -> None:
    """Lay reports of one event side by side.

    A SOURCE is a saved page (.html, .htm), a text extract (.txt, .md), a web archive, feed, mail, PDF or JSON lines
    (see docs/sources.md), a folder or a pattern of these, an address (https://…), or '-' for a page on standard
    input. Without an option the report is shown on the terminal.

    \b
    Examples:
      crossread compare morning.html evening.html wire.txt
      crossread compare 'saved/**/*.html' --html report.html
      crossread compare https://paper.example/story saved/other.html
      crossread compare pages/ --json - | jq '.claims[] | select(.status == "disputed").text'
    """
    if one_story:
        settings = settings.with_values({"story_likeness": 0}, where="--one-story")
    with _progress(quiet) as progress:
        result = crossread.compare(sources, settings, progress=progress)
    if not quiet:
        _notes(result)
    if not result.comparisons:
        # what the notes have said of each source is not said again
        raise crossread.nothing_to_compare(result.outcomes if quiet else ())
    wrote = False
    targets: tuple[tuple[Form, str | None], ...] = (
        ("json", json_file),
        ("markdown", markdown_file),
        ("html", html_file),
    )
    for form, target in targets:
        if target is not None:
            _write(result, form, target, quiet)
            wrote = True
    if open_report:
        html_file = html_file or _temporary_report(result, quiet)
        click.launch(Path(html_file).resolve().as_uri())
        wrote = True
    if not wrote:
        _show(result, full)


@main.command()
@click.argument("story", required=False)
@click.option("--html", "html_file", metavar="FILE", default="crossread-report.html", show_default=True)
@click.option("--open", "open_report", is_flag=True, help="Open the report in the browser.")
@click.option("--list", "list_stories", is_flag=True, help="Name the bundled stories.")
def demo(story: str | None, html_file: str, open_report: bool, list_stories: bool) -> None:
    """Compare a bundled story (fiction) and write the report.

    \b
    Examples:
      crossread demo
      crossread demo --list
      crossread demo --open
    """

    names = examples.names()
    if list_stories:
        for name in names:
            click.echo(f"{name}\t{examples.summary(name)}")
        return
    story = story or names[0]
    if story not in names:
        raise PresentingError(f"there is no bundled story '{story}'", hint=f"try: one of {', '.join(names)}")
    with examples.reports(story) as files, _progress(False) as progress:
        result = crossread.compare(files, progress=progress)
    _show(result, False)
    _write(result, "html", html_file, False)
    if open_report:
        click.launch(Path(html_file).resolve().as_uri())


@main.command(no_args_is_help=True)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--why", is_flag=True, help="Also show what was left out as furniture, and by which rule.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead.")
def read(sources: tuple[str, ...], why: bool, as_json: bool) -> None:
    """Show articles as they are read: block by block, with where the date comes from.

    \b
    Examples:
      crossread read page.html
      crossread read extract.txt --why
      crossread read saved/ --json | jq -r '[.outlet, .published.value, .title] | @tsv'
    """
    outcomes: list[Outcome] = []
    for index, article in enumerate(crossread.articles(sources, outcomes=outcomes)):
        if as_json:
            click.echo(json.dumps(crossread.read_document(article), ensure_ascii=False))
            continue
        if index:
            click.echo()
        crossread.show_read(article, why=why)
    _told_of(outcomes)


@main.command(no_args_is_help=True)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead.")
def annotate(sources: tuple[str, ...], as_json: bool) -> None:
    """Show articles with who says what marked in them: source [s1 ], cue [c1 ], content [q1 ], via [v1 ].

    \b
    Examples:
      crossread annotate page.html
      crossread annotate saved/ --json | jq '.attributions | length'
    """
    outcomes: list[Outcome] = []
    for index, article in enumerate(crossread.articles(sources, outcomes=outcomes)):
        annotated = crossread.annotate(article)
        if as_json:
            click.echo(json.dumps(crossread.annotated_document(annotated), ensure_ascii=False))
            continue
        if index:
            click.echo()
        crossread.show_annotated(annotated)
    _told_of(outcomes)


main.add_command(show)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the comparison document.

    \b
    Example:
      crossread schema > comparison.schema.json
    """
    click.echo(json.dumps(crossread.schema(), indent=2, ensure_ascii=False))


# ── showing and writing ─────────────────────────────────────────────────────────────────────────────────────────────


def _show(result: Result, full: bool) -> None:
    """The report on the terminal, through no pager, so that it pipes."""
    for index, comparison in enumerate(result.comparisons):
        if index:
            click.echo()
        outcomes = result.outcomes if index == 0 else ()
        crossread.show(comparison, outcomes, full=full)


def _write(result: Result, form: Form, target: str, quiet: bool) -> None:
    """Every comparison in this form: one story into the file as named, further ones into numbered files beside it."""
    several = len(result.comparisons) > 1
    for number, comparison in enumerate(result.comparisons, 1):
        outcomes = result.outcomes if number == 1 else ()
        if target == "-":
            click.echo(crossread.present(comparison, form, outcomes=outcomes, compact=several))
            continue
        path = Path(target)
        if number > 1:
            path = path.with_name(f"{path.stem}-{number}{path.suffix}")
        try:
            path.write_text(crossread.present(comparison, form, outcomes=outcomes) + "\n", encoding="utf-8")
        except OSError as error:
            raise PresentingError(f"cannot be written ({error.strerror})", item=str(path)) from error
        if not quiet:
            click.echo(f"wrote {path}{_what(comparison, several)}", err=True)


def _what(comparison: Comparison, several: bool) -> str:
    title = comparison.articles[0].article.title if comparison.articles else None
    return f" ({len(comparison.articles)} articles: {title})" if several else ""


def _temporary_report(result: Result, quiet: bool) -> str:
    import tempfile

    path = str(Path(tempfile.mkdtemp(prefix="crossread-")) / "report.html")
    _write(result, "html", path, quiet)
    return path


def _notes(result: Result) -> None:
    """On standard error, each item that was not read, why, and a way out; and that there are several stories."""
    if len(result.comparisons) > 1:
        sizes = ", ".join(str(len(comparison.articles)) for comparison in result.comparisons)
        click.echo(
            f"crossread: these reports tell {len(result.comparisons)} stories ({sizes} articles); "
            "each is compared by itself (--one-story: compare all together)",
            err=True,
        )
    _told_of(result.outcomes)


def _told_of(outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.status == "kept" and outcome.reason == "read":
            continue
        click.echo(
            f"crossread: {outcome.item}: {outcome.reason}" + (f": {outcome.detail}" if outcome.detail else ""), err=True
        )
        if outcome.hint:
            click.echo(f"  {outcome.hint}", err=True)


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    """A line on standard error that says what is being done, once the work has taken over a second."""
    if quiet or not sys.stderr.isatty():
        yield lambda step, done, of: None
        return
    started = time.monotonic()
    width = 0

    def show(step: str, done: int, of: int | None) -> None:
        nonlocal width
        if time.monotonic() - started < QUIET_SECONDS:
            return
        line = f"{step} {done}" + (f" of {of}" if of is not None else "")
        click.echo("\r" + line.ljust(width), err=True, nl=False)
        width = max(width, len(line))

    try:
        yield show
    finally:
        if width:
            click.echo("\r" + " " * width + "\r", err=True, nl=False)
