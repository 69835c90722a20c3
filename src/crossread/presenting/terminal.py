"""The report in a terminal, in the order in which a reader in a hurry needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, TypeVar

from crossread.records import Comparison, Outcome

from . import phrases, quotation
from .legible import distinct, line
from .reports import (
    Alone,
    Called,
    Clause,
    Column,
    Dispute,
    Excerpt,
    Given,
    Moment,
    Report,
    Row,
    Side,
    Speaker,
    Told,
    Wordings,
)
from .rooms import BRIEF, WHOLE, Room
from .views import view

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.text import Text

T = TypeVar("T")

NARROWEST = 40  # columns; below it nothing can be laid out side by side
WIDEST = 110  # columns; longer lines are hard to read
LABELS = 18  # columns for the names of outlets and for values in dispute
DATES = 22  # columns for "22 September 2031, 18:20"
CONTEXT = 75  # characters of the sentence shown on either side of the words in dispute
LONGEST = 150  # characters of a clause in the timeline
DATED = ("age", "number", "date")  # disputes whose reason only says the values again


def render(report: Report, *, width: int = 80, colour: bool = False, full: bool = False) -> str:
    """The report as lines of at most `width` columns; without control sequences unless `colour`; whole if `full`."""
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=max(width, NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
    )
    write(report, console, full=full)
    return "\n".join(one.rstrip() for one in out.getvalue().rstrip().split("\n"))


def show(comparison: Comparison, outcomes: Sequence[Outcome] = (), *, full: bool = False) -> None:
    """Write the report to standard output: as wide as the terminal, in colour only on one that wants it."""
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=False)
    console.width = min(max(console.width, NARROWEST), WIDEST)
    report = view(comparison, outcomes)
    if console.is_terminal:
        write(report, console, full=full)
    else:  # into a file or another program: no colour, and no blanks at the ends of lines
        console.file.write(render(report, width=console.width, full=full) + "\n")


def write(report: Report, console: Console, *, full: bool = False) -> None:
    """Write the report to a console, as wide and as colourful as that is."""
    for part in _parts(report, full):
        console.print(part, markup=False, highlight=False, emoji=False)


def _parts(report: Report, full: bool) -> Iterator[RenderableType]:
    room = WHOLE if full else BRIEF
    yield from _head(report, brief=not full)
    yield from _section("What all tell", report.everywhere, room.everywhere, _row, "that all tell")
    yield from _section(
        "Where they differ",
        report.disputes,
        room.disputes,
        lambda one: _dispute(one, room),
        "points on which they differ",
    )
    yield from _section("What several tell", report.several, room.several, _row, "that several tell")
    yield from _section("What one alone tells", report.alone, None, lambda one: _alone(one, room))
    yield from _section(
        "Who says what, and through whom",
        report.speakers,
        room.speakers,
        lambda one: _speaker(one, room),
        "speakers",
        dense=True,
    )
    yield from _section(
        "The choice of words",
        report.wording,
        room.wording,
        _wordings if full else _terms_of,
        "that go by several terms",
        dense=not full,
    )
    yield from _section(
        "What happened when",
        report.timeline,
        room.moments,
        lambda one: _moment(one, room),
        "times",
        dense=True,
        choose=phrases.most_told,
    )
    yield from _section(
        "Not compared", report.unread, None, lambda one: [_Hanging(_text(phrases.unread(one)), 0)], dense=True
    )
    if not full:
        yield _text("This is the short form: --full shows every line, --html FILE the whole with the texts.", "dim")


def _section(
    title: str,
    items: Sequence[T],
    most: int | None,
    show: Callable[[T], Iterable[RenderableType]],
    what: str = "",
    *,
    dense: bool = False,
    choose: Callable[[Sequence[T], int | None], tuple[Sequence[T], Sequence[T]]] = phrases.first,
) -> Iterator[RenderableType]:
    if not items:
        return
    shown, left = choose(items, most)
    yield _heading(title)
    for item in shown:
        yield from show(item)
        if not dense:
            yield ""
    if left:
        yield _text(f"… and {len(left)} more {what}", "dim")
    if dense or left:
        yield ""


# ── pieces ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style=style, overflow="fold")


def _heading(words: str) -> Text:
    return _text(f"{words.upper()}\n{'─' * len(words)}", "bold")


def _more(left: int) -> RenderableType:
    return _indented(_text(f"… and {left} more", "dim"))


def _indented(content: RenderableType, columns: int = 4) -> RenderableType:
    from rich.padding import Padding

    return Padding(content, (0, 0, 0, columns))


def _beside(pairs: Iterable[tuple[str, RenderableType]], *, indent: int = 4, labels: int = LABELS) -> RenderableType:
    """Labels in a column on the left, what belongs to them on the right."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=labels, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for label, content in pairs:
        table.add_row(_text(label), content)
    return _indented(table, indent)


class _Hanging:
    """Text whose lines after the first stand further in."""

    def __init__(self, text: Text, indent: int = 4, hang: int = 2) -> None:
        self.text, self.indent, self.hang = text, indent, hang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        room = max(options.max_width - self.indent - self.hang, 10)
        for number, one in enumerate(self.text.wrap(console, room, overflow="fold")):
            yield _text(" " * (self.indent + (self.hang if number else 0))).append_text(one)


def _in_sentence(excerpt: Excerpt, context: int = CONTEXT) -> Text:
    """The words, made to stand out, within their sentence as far as a terminal has room for it."""
    near = quotation.in_marks(phrases.near(excerpt, context))
    return _text("“").append(near.before, "dim").append(near.words, "bold").append(near.after, "dim").append("”")


def _from(outlets: Iterable[str], told: Text) -> Text:
    """Words after the name of who prints them."""
    return _text("").append(f"{', '.join(outlets)}: ", "bold").append_text(told)


def _with_speaker(text: Text, excerpt: Excerpt, told_through: str) -> Text:
    text.append(phrases.function(excerpt), "dim")
    return text.append(f" — {told_through}", "cyan") if told_through else text


# ── the head ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _head(report: Report, *, brief: bool) -> Iterator[RenderableType]:
    yield _heading(phrases.title(report))
    yield _beside(((column.label, _column(column, brief)) for column in report.columns), indent=0)
    for same in report.same_text:
        yield _text(phrases.same_text(same), "bold")
    yield from ("", _text(phrases.VOICES, "dim"), "")


def _column(column: Column, brief: bool) -> Text:
    title = _text(line(column.article.title or "") or "(no title)", "bold")
    return title.append(f"\n{phrases.published(column, brief=brief)}", "not bold dim")


# ── the sections ────────────────────────────────────────────────────────────────────────────────────────────────────


def _row(row: Row) -> Iterator[RenderableType]:
    head = _disputed(_text(phrases.witnesses(row)), row)
    if phrases.absent(row):
        head.append(f"; {phrases.absent(row)}", "dim")
    yield _Hanging(_text(f"{row.number:>2}  ").append_text(head), 0, 4)
    for outlets, told in phrases.accounts(row):
        yield _Hanging(_from(outlets, _told(told)))


def _disputed(text: Text, row: Row) -> Text:
    return text.append(f"; disputed: {', '.join(f'D{n}' for n in row.disputes)}", "red") if row.disputes else text


def _told(told: Told) -> Text:
    excerpt = phrases.understood(told)
    if excerpt.before or excerpt.after:
        return _with_speaker(_in_sentence(excerpt, phrases.NEAR), excerpt, phrases.through(told.chain))
    words = quotation.quoted(excerpt.words)
    text, shift = _text(words), (len(words) - len(excerpt.words)) // 2  # the marks around it, if there are any
    for start, end in told.novel:
        text.stylize("underline", start + shift, end + shift)
    return _with_speaker(text, excerpt, phrases.through(told.chain))


def _dispute(dispute: Dispute, room: Room) -> Iterator[RenderableType]:
    conflict = dispute.relation == "conflict"
    head = _text(f"D{dispute.number}  ", "bold").append(phrases.relation(dispute), "red" if conflict else "yellow")
    yield _Hanging(head.append(f": {dispute.about}", "bold"), 0, 4)
    if dispute.why and (room.full or not conflict or dispute.kind not in DATED):
        yield _Hanging(_text(dispute.why, "dim"), hang=0)
    labels = min(LABELS, max((len(side.value) for side in dispute.sides), default=0))
    for side in dispute.sides:
        yield _beside([(side.value, _side(side, room))], labels=labels)


def _side(side: Side, room: Room) -> RenderableType:
    from rich.console import Group

    shown, left = phrases.first(side.given, room.given)
    lines = [_Hanging(_from(given.outlets, _given(given)), 0) for given in shown]
    if left:
        named = {outlet for given in shown for outlet in given.outlets}
        others = [one for one in distinct(outlet for given in left for outlet in given.outlets) if one not in named]
        lines += [_Hanging(_text(f"also {', '.join(others)}", "dim"), 0)] if others else []
    return Group(*lines)


def _given(given: Given) -> Text:
    return _with_speaker(_in_sentence(given.excerpt), given.excerpt, phrases.through(given.chain))


def _alone(alone: Alone, room: Room) -> Iterator[RenderableType]:
    absent = phrases.absent(alone.rows[0])
    yield _Hanging(_text(alone.outlet, "bold").append(f" ({absent})" if absent else "", "not bold dim"), 0)
    shown, left = phrases.first(alone.rows, room.alone)
    yield _beside(((f"{row.number:>2}", _disputed(_told(row.told[0]), row)) for row in shown), indent=0, labels=3)
    if left:
        yield _more(len(left))


def _speaker(speaker: Speaker, room: Room) -> Iterator[RenderableType]:
    head = _text(phrases.speaker(speaker), "bold")
    yield _Hanging(head.append(f", “{speaker.descriptions[0]}”", "not bold dim") if speaker.descriptions else head, 0)
    shown, left = phrases.first(speaker.statements, room.statements)
    for statement in shown:
        yield _Hanging(_text(phrases.saying(statement)).append(f" — {phrases.carriers(statement)}", "cyan"))
    if left:
        yield _more(len(left))


def _wordings(wordings: Wordings) -> Iterator[RenderableType]:
    yield _text(wordings.referent, "bold")
    yield _beside((naming.outlet, _terms(naming.own, naming.quoted)) for naming in wordings.namings)


def _terms(own: Sequence[Called], quoted: Sequence[Called]) -> Text:
    text = _text(", ".join(map(phrases.called, own)))
    if quoted:
        text.append(("; " if own else "") + f"quoting: {', '.join(map(phrases.called, quoted))}", "dim")
    return text


def _terms_of(wordings: Wordings) -> Iterator[RenderableType]:
    """The terms first and then who uses them: what differs stands side by side."""
    yield _text(wordings.referent, "bold")
    for terms, outlets, quotes in phrases.by_term(wordings):
        all_of_them = len(outlets) == len(wordings.namings) > 2
        users = "all of them" if all_of_them else ", ".join(outlets)
        yield _Hanging(_text(f"quoting: {terms}" if quotes else terms).append(f" — {users}", "dim"))


def _moment(moment: Moment, room: Room) -> Iterator[RenderableType]:
    shown, left = moment.clauses[: room.clauses], moment.clauses[len(moment.clauses[: room.clauses]) :]
    lines = [_with_speaker(_clause(clause), clause.excerpt, ", ".join(clause.outlets)) for clause in shown]
    if left:
        lines[-1].append(f"; and {len(left)} more", "dim")
    yield _beside([("" if number else moment.label, one) for number, one in enumerate(lines)], indent=0, labels=DATES)


def _clause(clause: Clause) -> Text:
    excerpt = quotation.in_marks(phrases.happened(clause.excerpt))
    return _text("“").append(excerpt.before, "dim").append(f"{excerpt.words}”")
