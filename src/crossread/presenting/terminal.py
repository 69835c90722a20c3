"""The report in a terminal, in the order in which a reader in a hurry needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, TypeVar

from crossread.records import Comparison, Outcome

from . import phrases
from .legible import distinct, line, shortened
from .reports import Alone, Called, Column, Dispute, Excerpt, Given, Moment, Report, Row, Speaker, Told, Wordings
from .views import view

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

T = TypeVar("T")

NARROWEST = 40  # columns; below it nothing can be laid out side by side
WIDEST = 110  # columns; longer lines are hard to read
LABELS = 18  # columns for the names of outlets
CONTEXT = 60  # characters of the sentence shown on either side of the words in dispute
LONGEST = 150  # characters of a clause in the timeline
SHOWN = 6  # items of a list, unless all are asked for …
SHOWN_WITHIN = 3  # … and of a list within such an item


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
    yield from _head(report, brief=not full)
    most, within = (None, None) if full else (SHOWN, SHOWN_WITHIN)
    yield from _section("What all tell", report.everywhere, most, _row)
    yield from _section("What several tell", report.several, most, _row)
    yield from _section("Where they differ", report.disputes, most, lambda one: _dispute(one, within))
    yield from _section("What one alone tells", report.alone, None, lambda one: _alone(one, within))
    yield from _section("Who says what, and through whom", report.speakers, most, lambda one: _speaker(one, within))
    yield from _section("The choice of words", report.wording, most, _wordings)
    yield from _section(
        "What happened when",
        report.timeline,
        most and 2 * most,
        lambda one: _moment(one, within),
        dense=True,
        choose=phrases.most_told,
    )
    yield from _section("Not compared", report.unread, None, lambda one: [_text(phrases.unread(one))], dense=True)


def _section(
    title: str,
    items: Sequence[T],
    most: int | None,
    show: Callable[[T], Iterable[RenderableType]],
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
        yield _more(len(left))
    if dense or left:
        yield ""


# ── pieces ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style=style, overflow="fold")


def _heading(words: str) -> Text:
    return _text(f"{words.upper()}\n{'─' * len(words)}", "bold")


def _more(left: int) -> RenderableType:
    return _indented(_text(f"… and {left} more (see --html or --full)", "dim"))


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


def _in_sentence(excerpt: Excerpt, context: int = CONTEXT) -> Text:
    """The words, made to stand out, within their sentence as far as a terminal has room for it."""
    near = phrases.near(excerpt, context)
    return _text("“").append(near.before, "dim").append(near.words, "bold").append(near.after, "dim").append("”")


def _with_speaker(text: Text, told_through: str) -> Text:
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
    yield _beside([(f"{row.number:>2}", _disputed(_text(phrases.witnesses(row)), row))], indent=0, labels=2)
    yield _beside((", ".join(outlets), _told(told)) for outlets, told in phrases.accounts(row))
    if phrases.absent(row):
        yield _indented(_text(phrases.absent(row), "dim"))


def _disputed(text: Text, row: Row) -> Text:
    return text.append(f"  disputed: {', '.join(f'D{n}' for n in row.disputes)}", "red") if row.disputes else text


def _told(told: Told) -> Text:
    if phrases.is_short(told.excerpt):
        return _with_speaker(_in_sentence(told.excerpt, phrases.NEAR), phrases.through(told.chain))
    text = _text(phrases.quoted(told.excerpt.words))
    shift = text.plain.index(told.excerpt.words)
    for start, end in told.novel:
        text.stylize("underline", start + shift, end + shift)
    return _with_speaker(text, phrases.through(told.chain))


def _dispute(dispute: Dispute, within: int | None) -> Iterator[RenderableType]:
    conflict = dispute.relation == "conflict"
    head = _text(f"D{dispute.number}  ", "bold").append(phrases.relation(dispute), "red" if conflict else "yellow")
    yield head.append(f": {dispute.about}", "bold")
    if dispute.why:
        yield _indented(_text(dispute.why, "dim"))
    for side in dispute.sides:
        yield _indented(_text(side.value, "bold"))
        shown, left = phrases.first(side.given, within and within - 1)
        lines = [(", ".join(given.outlets), _given(given)) for given in shown]
        if left:
            others = distinct(outlet for given in left for outlet in given.outlets)
            lines.append(("also", _text(", ".join(others))))
        yield _beside(lines, indent=6)


def _given(given: Given) -> Text:
    return _with_speaker(_in_sentence(given.excerpt), phrases.through(given.chain))


def _alone(alone: Alone, within: int | None) -> Iterator[RenderableType]:
    yield _text(alone.outlet, "bold").append(f"  {phrases.absent(alone.rows[0])}", "not bold dim")
    shown, left = phrases.first(alone.rows, within)
    yield _beside(((f"{row.number:>2}", _disputed(_told(row.told[0]), row)) for row in shown), indent=0, labels=3)
    if left:
        yield _more(len(left))


def _speaker(speaker: Speaker, within: int | None) -> Iterator[RenderableType]:
    head = _text(phrases.speaker(speaker), "bold")
    yield head.append(f"  “{speaker.descriptions[0]}”", "not bold dim") if speaker.descriptions else head
    shown, left = phrases.first(speaker.statements, within)
    for statement in shown:
        yield _indented(_text(phrases.saying(statement)).append(f" — {phrases.carriers(statement)}", "cyan"))
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


def _moment(moment: Moment, within: int | None) -> Iterator[RenderableType]:
    shown, left = phrases.first(moment.clauses, within)
    lines = [
        _text(phrases.quoted(shortened(clause.excerpt.words, LONGEST))).append(
            f" — {', '.join(clause.outlets)}", "cyan"
        )
        for clause in shown
    ]
    yield _beside(
        [("" if number else moment.label, clause) for number, clause in enumerate(lines)], indent=0, labels=LABELS + 4
    )
    if left:
        yield _more(len(left))
