"""Attributions before their speakers are known: the statements of a unit, those inside its quotations, and quotations
that go on without a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossread.records import Article, AttributionForm, Span

from . import labels, statements, via
from .phrases import Range, Words
from .quotes import Quoted
from .statements import Statement
from .words import Unit, row

_AFTER = " \t\n\r\u00a0.,;:*†‡–—-"
_BEFORE = " \t\n\r\u00a0,;:–—"
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(]?[A-Z])")
_FIRST_PERSON = frozenset({"i", "we", "you"})
_LONGEST_SEARCHED = 4_000  # characters of a quotation in which statements are looked for
_SENTENCE = 8  # words
_SHORTEST_ALONE = 2  # words in a quotation that stands without a cue


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution of which speaker and way are not yet known.

    `statement` is None for a quotation without a cue; `words` is the row that the statement's ranges count in, and
    `unit` the number of the unit, `block` that of the block.
    """

    form: AttributionForm
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    unit: int
    block: int
    words: Words
    statement: Statement | None = None
    goes_on: bool = False  # a quotation that the paragraph before left open


def of_unit(article: Article, unit: Unit, number: int) -> list[Draft]:
    """The attributions of one unit, in the order of the text, an outer one before those within it."""
    made = [
        draft
        for statement in statements.find(unit.words)
        if (draft := _draft(article, unit.words, statement, number, unit.block)) is not None
    ]
    made = _with_labelled(article, unit, number, made)
    made += _without_cue(article, unit, number, made)
    for word in unit.words:
        if word.quoted is not None and word.end - word.start <= _LONGEST_SEARCHED:
            made += _inside(article, word.quoted, number, unit.block)
    return sorted(made, key=lambda d: (d.content[0].start, -d.content[-1].end, d.cue[0].start if d.cue else 0))


def _with_labelled(article: Article, unit: Unit, number: int, made: list[Draft]) -> list[Draft]:
    """The drafts, with the statement that a label makes; what was taken for its own words is none then."""
    statement = labels.find(unit.words)
    labelled = None if statement is None else _draft(article, unit.words, statement, number, unit.block)
    if labelled is None or any(_reaches_over(draft, labelled) for draft in made):
        return made
    block = article.blocks[unit.block]
    if labelled.form == "indirect" and not article.text[block.start : unit.start].strip():
        whole = tuple(_trimmed(article, labelled.content[0].start, block.end))  # a turn of talk, to its end
        labelled = replace(labelled, content=whole)
    return [*made, labelled]


def _reaches_over(draft: Draft, labelled: Draft) -> bool:
    """Whether a statement begins before the colon, or has the same content: the label is then part of it."""
    starts = [span.start for span in (*draft.content, *draft.cue)]
    return min(starts) < labelled.cue[0].start or draft.content == labelled.content


def _draft(article: Article, words: Words, statement: Statement, number: int, block: int) -> Draft | None:
    content = tuple(span for stretch in statement.content for span in _content(article, words, stretch))
    if statement.source is not None and _first_person(words, statement.source):
        return None
    source = None if statement.source is None else _span(article, words, statement.source)
    if not content or (source is not None and via.is_own(article.outlet, article.words(source))):
        return None
    return Draft(
        _form(words, statement.content),
        content,
        (_span(article, words, statement.cue),),
        () if source is None else (source,),
        number,
        block,
        words,
        statement,
    )


def _span(article: Article, words: Words, stretch: Range) -> Span:
    return article.span(words[stretch[0]].start, words[stretch[1] - 1].end)


def _first_person(words: Words, source: Range) -> bool:
    """Whether the author, or the one quoted, speaks of what they said themselves."""
    return words[source[0]].low.partition("'")[0] in _FIRST_PERSON


def _form(words: Words, content: tuple[Range, ...]) -> AttributionForm:
    said = [word for start, end in content for word in words[start:end] if not word.is_mark]
    quoted = sum(word.quoted is not None for word in said)
    return "direct" if quoted == len(said) else "mixed" if quoted else "indirect"


def _content(article: Article, words: Words, stretch: Range) -> Iterator[Span]:
    """The spans of one stretch: each quotation by itself if there is nothing else, without its marks."""
    inside = words[stretch[0] : stretch[1]]
    if all(word.quoted is not None or word.is_mark for word in inside):
        for word in inside:
            if word.quoted is not None:
                yield from _trimmed(article, word.quoted.inner_start, word.quoted.inner_end)
    elif inside:
        yield from _trimmed(article, inside[0].start, inside[-1].end)


def _trimmed(article: Article, start: int, end: int) -> Iterator[Span]:
    text = article.text[start:end]
    end = start + len(text.rstrip(_AFTER))
    start += len(text) - len(text.lstrip(_BEFORE))
    if start < end:
        yield article.span(start, end)


def _without_cue(article: Article, unit: Unit, number: int, made: list[Draft]) -> Iterator[Draft]:
    """Quotations that are sentences by themselves and belong to no statement of the unit."""
    for at, word in enumerate(unit.words):
        if word.quoted is None or not _stands_alone(unit.words, at):
            continue
        spans = tuple(_trimmed(article, word.quoted.inner_start, word.quoted.inner_end))
        taken = any(span.overlap(spans[0]) for draft in made for span in draft.content) if spans else True
        if not taken and len(article.words(spans[0]).split()) >= _SHORTEST_ALONE:
            yield Draft("direct", spans, (), (), number, unit.block, unit.words, goes_on=word.quoted.goes_on)


def _stands_alone(words: Words, at: int) -> bool:
    """Whether nothing but marks and other quotations stands before the quotation, and nothing of weight after it."""
    before = all(word.quoted is not None or word.is_mark for word in words[:at])
    after = all(word.quoted is not None or word.is_mark for word in words[at + 1 :])
    return before and (after or _is_sentence(words[at].text))


def _is_sentence(quoted: str) -> bool:
    """Whether a quotation is so long that it must be a sentence, whatever follows it."""
    return quoted.lstrip("\"'“‘«`")[:1].isupper() and len(quoted.split()) >= _SENTENCE


def _inside(article: Article, quoted: Quoted, number: int, block: int) -> Iterator[Draft]:
    """Statements reported inside a quotation: "She said, 'Leave it,'" he recalled."""
    for start, end in _sentences(article.text, quoted.inner_start, quoted.inner_end):
        inside = [inner for inner in quoted.inside if start <= inner.start and inner.end <= end]
        words = row(article.text, start, end, inside)
        for statement in statements.find(words):
            draft = _draft(article, words, statement, number, block)
            if draft is not None:
                yield draft


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in _BETWEEN_SENTENCES.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end
