"""Presenting: a comparison becomes something to read. The verb is `present`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from crossread.errors import PresentingError
from crossread.records import Comparison, Outcome

__all__ = ["Form", "present"]

Form = Literal["html", "terminal", "markdown", "json"]


def present(
    comparison: Comparison,
    form: Form,
    *,
    outcomes: Sequence[Outcome] = (),
    version: str | None = None,
    full: bool = False,
    compact: bool = False,
) -> str:
    """The comparison as text for a reader ("html", "terminal", "markdown") or a program ("json").

    `outcomes` say what became of each source; those that are not compared are listed (JSON holds the comparison
    alone). `full` shows every line on a terminal, `compact` puts JSON on one line. The text does not end in a newline.
    """
    if form not in get_args(Form):
        raise PresentingError(f"there is no form '{form}'", hint=f"try: one of {', '.join(get_args(Form))}")
    if form == "json":
        from . import documents

        return documents.dumps(comparison, version=version, compact=compact)
    from .views import view

    report = view(comparison, outcomes)
    if form == "html":
        from . import html

        return html.render(report, version=version)
    if form == "markdown":
        from . import markdown

        return markdown.render(report)
    from . import terminal

    return terminal.render(report, full=full)
