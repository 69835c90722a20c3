"""The report as Markdown (CommonMark with tables), whole, for a file or an issue tracker.

Everything that comes from an article is escaped: no character of it makes a link, an image, a heading or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from . import phrases, quotation
from .legible import line
from .reports import Alone, Column, Dispute, Excerpt, Moment, Report, Row, Speaker, Told, Wordings

T = TypeVar("T")

# what can mean something in CommonMark and its usual extensions wherever it stands: emphasis, code, links, HTML,
# tables, mathematics; entities; bare addresses, mentions and :names: of pictures
SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$@{}]|&(?=[#\w])|:(?=[/A-Za-z_+-])|(?<=www)\.", re.IGNORECASE)
OPENING = re.compile(r"^(?:\d+(?=[.)])|(?=[-+=]))")  # what means something only where a line begins


def render(report: Report) -> str:
    """The report as the text of a Markdown file."""
    return "\n".join(_lines(report)).rstrip()


def escaped(text: str) -> str:
    """The text on one line, so that Markdown shows each of its characters and obeys none."""
    return OPENING.sub(r"\g<0>\\", SPECIAL.sub(r"\\\g<0>", line(text)))


def _lines(report: Report) -> Iterator[str]:
    yield from (f"# {phrases.title(report)}", "")
    yield from _columns(report.columns)
    yield from (f"- {escaped(phrases.same_text(same))}" for same in report.same_text)
    yield from ("", phrases.VOICES, "")
    yield from _section("What all tell", report.everywhere, _row)
    yield from _section("Where they differ", report.disputes, _dispute)
    yield from _section("What several tell", report.several, _row)
    yield from _section("What one alone tells", report.alone, _alone)
    yield from _section("Who says what, and through whom", report.speakers, _speaker)
    yield from _section("The choice of words", report.wording, _wordings)
    yield from _section("What happened when", report.timeline, _moment)
    yield from _section("Not compared", report.unread, lambda one: [f"- {escaped(phrases.unread(one))}"])


def _section(title: str, items: Sequence[T], show: Callable[[T], Iterable[str]]) -> Iterator[str]:
    if items:
        yield from (f"## {title}", "")
        for item in items:
            yield from show(item)
        yield ""


def _columns(columns: Sequence[Column]) -> Iterator[str]:
    yield "| Report | Headline | Published |"
    yield "| --- | --- | --- |"
    for column in columns:
        yield f"| {_linked(column)} | {escaped(column.article.title or '')} | {escaped(phrases.published(column))} |"
    yield ""


def _linked(column: Column) -> str:
    name = f"**{escaped(column.label)}**"
    return f"[{name}](<{_address(column.link)}>)" if column.link else name


def _address(link: str) -> str:
    """The address without what could end it: white space, angle brackets, backslashes, line ends, pipes."""
    return re.sub(r"[\s<>\\|`]", lambda found: f"%{ord(found[0]):02X}", line(link))


def _bold(words: str) -> str:
    return f"**{escaped(words)}**" if line(words) else ""


def _after(words: str) -> str:
    return f" — {escaped(words)}" if words else ""


def _row(row: Row) -> Iterator[str]:
    disputed = f" (disputed: {', '.join(f'D{number}' for number in row.disputes)})" if row.disputes else ""
    yield f"**{row.number}** {escaped(phrases.witnesses(row))}{disputed}"
    yield ""
    for outlets, told in phrases.accounts(row):
        yield f"- {_bold(', '.join(outlets))} {_told(told)}"
    if phrases.absent(row):
        yield f"- *{escaped(phrases.absent(row))}*"
    yield ""


def _told(told: Told) -> str:
    excerpt = phrases.understood(told)
    words = _in_sentence(excerpt) if excerpt.before or excerpt.after else escaped(quotation.quoted(excerpt.words))
    return f"{words}{phrases.function(excerpt)}{_after(phrases.through(told.chain))}"


def _dispute(dispute: Dispute) -> Iterator[str]:
    yield f"### D{dispute.number} {escaped(dispute.about)}"
    yield ""
    why = f" {escaped(dispute.why)}" if dispute.why else ""
    yield f"*{escaped(phrases.relation(dispute)).capitalize()}.*{why}"
    yield ""
    for side in dispute.sides:
        yield f"- {_bold(side.value)}"
        for given in side.given:
            words = (
                f"{_in_sentence(given.excerpt)}{phrases.function(given.excerpt)}{_after(phrases.through(given.chain))}"
            )
            yield f"  - {escaped(', '.join(given.outlets))}: {words}"
    yield ""


def _in_sentence(excerpt: Excerpt) -> str:
    """The words in bold within their sentence; spaces stay outside of the bold, where Markdown wants them."""
    excerpt = quotation.in_marks(excerpt)
    before, after = (" " if excerpt.before.endswith(" ") else ""), (" " if excerpt.after.startswith(" ") else "")
    return f"“{escaped(excerpt.before)}{before}{_bold(excerpt.words)}{after}{escaped(excerpt.after)}”"


def _alone(alone: Alone) -> Iterator[str]:
    yield from (f"### {escaped(alone.outlet)}", "")
    if phrases.absent(alone.rows[0]):
        yield from (f"*{escaped(phrases.absent(alone.rows[0]))}*", "")
    for row in alone.rows:
        yield f"- {_told(row.told[0])}"
    yield ""


def _speaker(speaker: Speaker) -> Iterator[str]:
    who = f" — “{escaped(speaker.descriptions[0])}”" if speaker.descriptions else ""
    yield from (f"**{escaped(phrases.speaker(speaker))}**{who}", "")
    for statement in speaker.statements:
        yield f"- {escaped(phrases.saying(statement))} — {escaped(phrases.carriers(statement))}"
    yield ""


def _wordings(wordings: Wordings) -> Iterator[str]:
    yield from (_bold(wordings.referent), "")
    for naming in wordings.namings:
        own = ", ".join(map(phrases.called, naming.own))
        theirs = f"quoting: {', '.join(map(phrases.called, naming.quoted))}" if naming.quoted else ""
        yield f"- {escaped(naming.outlet)}: {escaped('; '.join(part for part in (own, theirs) if part))}"
    yield ""


def _moment(moment: Moment) -> Iterator[str]:
    yield f"- {_bold(moment.label)}"
    for clause in moment.clauses:
        excerpt = phrases.happened(clause.excerpt)
        words = f"{escaped(quotation.quoted(f'{excerpt.before}{excerpt.words}'))}{phrases.function(clause.excerpt)}"
        yield f"  - {words} — {escaped(', '.join(clause.outlets))}"
