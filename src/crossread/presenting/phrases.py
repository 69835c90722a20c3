"""What the forms made of running text, terminal and Markdown, say alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from crossread.records import Outcome

from .legible import counted, distinct, line, listed, shortened
from .novelty import FUNCTION_WORDS, WORD
from .quotation import balanced, quoted
from .reports import (
    Called,
    Chain,
    Column,
    Dispute,
    Excerpt,
    Moment,
    Report,
    Row,
    SameText,
    Speaker,
    Statement,
    Told,
    Wordings,
)

T = TypeVar("T")

FEW = 5  # words that are not understood alone, whoever says them …
MANY = 8  # … and so many if the same voice has more of the sentence before them
NEAR = 110  # characters of its sentence shown on either side of words that say little by themselves
HALF = 50  # per cent; articles that share less than that print partly the same text
# words that go on with something: what they begin is not understood without it
GOING_ON = frozenset(
    WORD.findall(
        "and but or nor than that to not which who whom whose including such among with without while despite rather"
    )
)
# words in small letters with which a clause can begin that is understood without what stands before it
BEGINNING = frozenset(
    WORD.findall(
        """a an the this these those he she it they we i you his her its their our my your there no one two three four
        five six seven eight nine ten some many most more all both each every another few several nobody nothing"""
    )
)

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
    if column.file and column.file != column.label:
        notes.append(f"file {column.file}")
    if column.credits:
        notes.append(f"credits {listed(column.credits)}")
    if column.article.captured != "full":
        notes.append(f"read: {column.captured.partition(' (')[0] if brief else column.captured}")
    if not column.annotated:
        notes.append(f"not annotated: language {column.article.language or 'not known'}")
    return "; ".join(notes)


def same_text(same: SameText) -> str:
    """Who prints whose text."""
    return f"{listed(same.outlets)} {share(same)}{f', from {same.origin}' if same.origin else ''}."


def share(same: SameText) -> str:
    """How much of their text they have in common."""
    return f"print {'partly' if same.percent < HALF else 'mostly'} the same text ({same.percent} per cent)"


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
    said = f"{told_by(row)}, {origins(row)}"
    known = [source for source in row.sources if source.kind != "unknown"]
    if len(known) == 1 and known[0].outlets == row.outlets:
        return f"{said}: {known[0].label}"
    shared = [f"{listed(source.outlets)} have it from {source.label}" for source in known if len(source.outlets) > 1]
    return f"{said}; {', '.join(shared)}" if shared else said


def told_by(row: Row) -> str:
    """How many reports tell it, of how many: "2 reports" where all do, else "2 of 5 reports"."""
    told, of = len(row.outlets), len(row.outlets) + len(row.silent) + len(row.unseen)
    return counted(told, "report") if told == of else f"{told} of {of} reports"


def origins(row: Row) -> str:
    """How many independent origins are shown to stand behind a claim."""
    shown = any(source.kind != "unknown" for source in row.sources)
    return counted(row.origins, "origin") if shown else "origin not shown"


def absent(row: Row) -> str:
    """Who does not tell it, and of whom that is not known."""
    silent, unseen = ", ".join(row.silent), ", ".join(row.unseen)
    if len(row.outlets) == 1 and len(row.silent) > 1:
        silent = "all others read whole" if unseen else "all others"
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


def is_scrap(excerpt: Excerpt) -> bool:
    """Whether the words go on with what stands before them in their sentence, and are not understood without it."""
    found = excerpt.words.split(maxsplit=1)
    return bool(found and excerpt.before) and (
        found[0] in GOING_ON or (found[0].islower() and found[0].endswith("ing"))
    )


def is_cut(excerpt: Excerpt) -> bool:
    """Whether the words begin behind what they are about: after the first words of a clause, or with none that can
    begin one."""
    before = excerpt.before.rstrip()
    first = excerpt.words.partition(" ")[0]
    behind = before[-1:].isalnum() and WORD.findall(before)[-1].casefold() not in FUNCTION_WORDS
    return bool(before) and (behind or (first.isalpha() and first.islower() and first not in BEGINNING))


def near(excerpt: Excerpt, most: int = NEAR) -> Excerpt:
    """The excerpt with less of its sentence around it."""
    before = shortened(excerpt.before, most, keep_end=True)
    return replace(excerpt, before=before, after=shortened(excerpt.after, most))


def understood(told: Told) -> Excerpt:
    """The words of an account with so much of their sentence around them as they need; mostly nothing."""
    excerpt, found, short = told.excerpt, near(told.excerpt), is_short(told.excerpt)
    few = len(excerpt.words.split()) < MANY
    goes_on = is_scrap(excerpt) or (told.goes_on and (few or is_cut(excerpt)))
    found = replace(found, before=found.before if short or goes_on else "", after=found.after if short else "")
    return balanced(found) if found.before or found.after else found


def happened(excerpt: Excerpt) -> Excerpt:
    """The words of a clause, with what stands before them if they begin in the middle of it."""
    found = near(excerpt)
    return balanced(replace(found, before=found.before if is_cut(excerpt) else "", after=""))


def function(excerpt: Excerpt) -> str:
    """What the words are on their page, where that is not running text: " (caption)"."""
    return f" ({excerpt.function})" if excerpt.function else ""


def most_told(moments: Sequence[Moment], most: int | None) -> tuple[Sequence[Moment], Sequence[Moment]]:
    """The moments that most outlets tell, on a known day before in a year, late before early; and the rest. Both in
    the order of time."""

    def rank(moment: Moment) -> tuple[int, bool, int]:
        outlets = {outlet for clause in moment.clauses for outlet in clause.outlets}
        return -len(outlets), moment.precision in ("year", "month"), -moments.index(moment)

    shown, rest = first(sorted(moments, key=rank), most)
    return [one for one in moments if one in shown], [one for one in moments if one in rest]


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


def by_term(wordings: Wordings) -> list[tuple[str, tuple[str, ...], bool]]:
    """The terms, each with the outlets that use it, terms of the same outlets together, and whether they are quoted:
    those that an outlet quotes and uses itself are only its own."""
    users: dict[tuple[bool, str], list[str]] = {}
    written: dict[str, str] = {}
    for naming in wordings.namings:
        own = {_term(one.term) for one in naming.own}
        for quotes, terms in ((False, naming.own), (True, naming.quoted)):
            for one in terms:
                term = _term(one.term)
                if not (quotes and term in own):
                    users.setdefault((quotes, term), []).append(naming.outlet)
                    written[term] = min(written.get(term, one.term), one.term, key=_capitals)
    together: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for (quotes, term), outlets in sorted(users.items(), key=lambda item: (item[0][0], -len(distinct(item[1])))):
        together.setdefault((quotes, distinct(outlets)), []).append(f"“{written[term]}”")
    return [(", ".join(terms), outlets, quotes) for (quotes, outlets), terms in together.items()]


def _term(term: str) -> str:
    return term.casefold().replace("’", "'").removesuffix("'s")


def _capitals(term: str) -> tuple[int, int]:
    return len(term), sum(map(str.isupper, term))


def relation(dispute: Dispute) -> str:
    """Whether accounts contradict each other or one updates another, and in what."""
    said = "contradiction" if dispute.relation == "conflict" else "later update"
    return said if dispute.kind == "other" else f"{said}, {dispute.kind}"


def unread(outcome: Outcome) -> str:
    """Which source is not compared, and why."""
    said = f"{outcome.item}: {outcome.reason}"
    return line(f"{said}, {outcome.detail}" if outcome.detail else said)
