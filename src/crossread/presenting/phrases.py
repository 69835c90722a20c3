"""What the forms made of running text, terminal and Markdown, say alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from crossread.records import Outcome

from .legible import counted, distinct, line, listed, shortened
from .reports import Called, Chain, Column, Dispute, Excerpt, Moment, Report, Row, SameText, Speaker, Statement, Told

T = TypeVar("T")

FEW = 5  # words
NEAR = 45  # characters of its sentence shown on either side of an account that says little by itself
OPENING, CLOSING = set('“"«„'), set('”"»“')
QUOTES = OPENING | CLOSING

VOICES = "Words in “quotation marks” are an article's own. Where nobody is named after them, the outlet says so itself."


def title(report: Report) -> str:
    """The report's title."""
    return f"{counted(len(report.columns), 'report')} of one event"


def first(items: Sequence[T], most: int | None) -> tuple[Sequence[T], Sequence[T]]:
    """The first `most` of the items (all if None) and the rest; a rest of one is not worth leaving out."""
    if most is None or len(items) <= most + 1:
        return items, ()
    return items[:most], items[most:]


def published(column: Column, *, brief: bool = False) -> str:
    """When the article was published, how that is known, and all that a reader must bear in mind about it; if `brief`,
    without the reasons in full."""
    why = column.date_why.partition(":")[0] if brief else column.date_why
    notes = [f"{column.date} ({why})" if column.date else "date not known"]
    if column.credits:
        notes.append(f"credits {listed(column.credits)}")
    if column.article.captured != "full":
        notes.append(f"read: {column.captured.partition(' (')[0] if brief else column.captured}")
    if not column.annotated:
        notes.append(f"not annotated: language {column.article.language or 'not known'}")
    return "; ".join(notes)


def same_text(same: SameText) -> str:
    """Who prints whose text."""
    origin = f", from {same.origin}" if same.origin else ""
    return f"{listed(same.outlets)} print mostly the same text ({same.percent} per cent){origin}."


def through(chain: Chain | None) -> str:
    """Who says it, and through whom: "Jon Aker, through Norpress"; nothing in the outlet's own voice."""
    if chain is None:
        return ""
    speaker = chain.speaker or "speaker not clear"
    if chain.speaker and not chain.named:
        speaker = f"“{speaker}”"
    if chain.cue:
        speaker += f", “{chain.cue}”"
    return f"{speaker}, through {', then '.join(chain.via)}" if chain.via else speaker


def witnesses(row: Row) -> str:
    """How many reports and origins stand behind a claim, and which outlets share an origin."""
    said = f"{counted(len(row.outlets), 'report')}, {origins(row)}"
    known = [source for source in row.sources if source.kind != "unknown"]
    if len(known) == 1 and known[0].outlets == row.outlets:
        return f"{said}: {known[0].label}"
    shared = [f"{listed(source.outlets)} have it from {source.label}" for source in known if len(source.outlets) > 1]
    return f"{said}; {', '.join(shared)}" if shared else said


def origins(row: Row) -> str:
    """How many independent origins are shown to stand behind a claim."""
    shown = any(source.kind != "unknown" for source in row.sources)
    return counted(row.origins, "origin") if shown else "origin not shown"


def absent(row: Row) -> str:
    """Who does not tell it, and of whom that is not known."""
    silent, unseen = ", ".join(row.silent), ", ".join(row.unseen)
    if len(row.outlets) == 1 and len(row.silent) > 1 and not unseen:
        silent = "all others"
    named = (("silent", silent), ("not read whole", unseen))
    return "; ".join(f"{how}: {who}" for how, who in named if who)


def accounts(row: Row) -> list[tuple[tuple[str, ...], Told]]:
    """The accounts, each with all outlets that have just these words from the same speaker."""
    found: dict[tuple[str, Chain | None], list[Told]] = {}
    for told in row.told:
        found.setdefault((told.excerpt.words, told.chain), []).append(told)
    return [(distinct(one.excerpt.outlet for one in same), same[0]) for same in found.values()]


def is_short(excerpt: Excerpt) -> bool:
    """Whether the words are too few to be understood without the rest of their sentence."""
    return len(excerpt.words.split()) < FEW


def near(excerpt: Excerpt, most: int = NEAR) -> Excerpt:
    """The excerpt with less of its sentence around it."""
    before = shortened(excerpt.before, most, keep_end=True)
    return replace(excerpt, before=before, after=shortened(excerpt.after, most))


def most_told(moments: Sequence[Moment], most: int | None) -> tuple[Sequence[Moment], Sequence[Moment]]:
    """The moments that most outlets tell, on a known day before in a year, late before early; and the rest. Both in
    the order of time."""

    def rank(moment: Moment) -> tuple[int, bool, int]:
        outlets = {outlet for clause in moment.clauses for outlet in clause.outlets}
        return -len(outlets), moment.precision in ("year", "month"), -moments.index(moment)

    shown, rest = first(sorted(moments, key=rank), most)
    return [one for one in moments if one in shown], [one for one in moments if one in rest]


def quoted(words: str) -> str:
    """The words in quotation marks, unless they stand in one pair already."""
    within = bool(words) and words[0] in OPENING and words[-1] in CLOSING and not QUOTES & set(words[1:-1])
    return words if within else f"“{words}”"


def saying(statement: Statement) -> str:
    """A statement's words in quotation marks, its stretches apart, after a telling word for the saying."""
    words = quoted(" … ".join(part.words for part in statement.parts))
    return f"“{statement.cue}”: {words}" if statement.cue else words


def carriers(statement: Statement) -> str:
    """Which outlets carry it, through whom, and from how many origins."""
    routes: dict[tuple[str, ...], list[str]] = {}
    for carrier in statement.carriers:
        routes.setdefault(carrier.via, []).append(carrier.excerpt.outlet)
    said = "; ".join(
        listed(distinct(outlets)) + (f", through {', then '.join(via)}" if via else "")
        for via, outlets in routes.items()
    )
    several = len({carrier.excerpt.outlet for carrier in statement.carriers}) > 1
    return f"{said} — {counted(statement.origins, 'origin')}" if several and statement.origins else said


def speaker(one: Speaker) -> str:
    """The speaker's name; the articles' own words for a source that is not known by name, in quotation marks."""
    return one.name if one.named else f"“{one.name}”" if one.name else "Speaker not clear"


def called(one: Called) -> str:
    """A term and how often it is used."""
    return f"“{one.term}” × {one.count}" if one.count > 1 else f"“{one.term}”"


def relation(dispute: Dispute) -> str:
    """Whether accounts contradict each other or one updates another, and in what."""
    said = "contradiction" if dispute.relation == "conflict" else "later update"
    return said if dispute.kind == "other" else f"{said}, {dispute.kind}"


def unread(outcome: Outcome) -> str:
    """Which source is not compared, and why."""
    said = f"{outcome.item}: {outcome.reason}"
    return line(f"{said}, {outcome.detail}" if outcome.detail else said)
