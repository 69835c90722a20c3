"""The report as one HTML file that needs nothing else: it opens from disk and asks no network for anything.

Everything that comes from an article is escaped by the template engine, and a content security policy in the file
itself allows only the two blocks, style and script, that are written here, by their digests.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from . import phrases, quotation
from .anchors import Anchors
from .documents import installed_version
from .flows import flow, in_words
from .legible import counted, legible, listed
from .reports import Alone, Report, Row, Told

if TYPE_CHECKING:
    from jinja2 import Environment


def render(report: Report, *, version: str | None = None) -> str:
    """The report as the text of an HTML file; `version` is crossread's own, the installed one if None."""
    anchors = Anchors(report)
    columns = [column for column in report.columns if column.annotated]
    style = f"{_asset('report.css')}\n:root{{--columns:{len(columns)}}}{_lit(anchors.ids.values())}"
    script = _asset("report.js")
    drawn = flow(report)
    return (
        _templates()
        .get_template("report.html")
        .render(
            report=report,
            columns=columns,
            texts=[(column, list(anchors.paragraphs(column.article))) for column in report.columns],
            ids=anchors.ids,
            flow=drawn,
            flow_in_words=in_words(drawn) if drawn else "",
            style=style,
            script=script,
            policy=_policy(style, script),
            version=version or installed_version(),
        )
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _lit(ids: Iterable[str]) -> str:
    """The rule that lights up all pieces of the excerpt that a link leads to, without a script."""
    selectors = ",".join(f"#{id}:target~.{id}" for id in ids)
    return f"\n{selectors}{{background:var(--lit);color:var(--lit-ink)}}" if selectors else ""


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = Environment(
        loader=PackageLoader("crossread.presenting"),
        autoescape=True,
        finalize=lambda value: legible(value) if type(value) is str else value,  # every text, markup of ours aside
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {"counted": counted, "listed": listed, "fold": phrases.first, "share": phrases.share}
    templates.filters |= {
        "understood": phrases.understood,
        "happened": phrases.happened,
        "balanced": quotation.balanced,
        "told_by": phrases.told_by,
    }
    templates.filters |= {"marked": _marked, "hues": _hues, "origins": phrases.origins, "sum_rows": _all_rows}
    return templates


@cache
def _asset(name: str) -> str:
    from importlib.resources import files

    return (files("crossread.presenting") / "templates" / name).read_text(encoding="utf-8")


def _marked(told: Told) -> Iterator[tuple[str, bool]]:
    """The words of an account in pieces, each with whether no other account has them."""
    words, at = told.excerpt.words, 0
    for start, end in told.novel:
        yield words[at:start], False
        yield words[start:end], True
        at = end
    yield words[at:], False


def _hues(row: Row) -> dict[str, int]:
    """A number for each origin of the row that is known, in the order in which they come; 0 for what is not known."""
    known = [source.id for source in row.sources if source.kind != "unknown"]
    return {source.id: known.index(source.id) + 1 if source.id in known else 0 for source in row.sources}


def _all_rows(alone: Iterable[Alone]) -> int:
    return sum(len(one.rows) for one in alone)
