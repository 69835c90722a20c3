"""Days that an article names by month and day, and whether a picture is dated so."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.records import Article, Sentence

from . import tenses
from .calendar import MONTH_FORMS, WEEKDAY_FORMS, Tense, day
from .dates import DAY_FIRST, MONTH_FIRST

Place = tuple[int, int]  # start and end of words in the article's text
_ARCHIVE = re.compile(r"\b(?:file|archive|archival|undated)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of the month as the article names it, with its year and weekday (0 is Monday) where it gives them."""

    at: Place
    month: int
    number: int
    year: int | None
    weekday: int | None
    tense: Tense | None
    pictured: bool  # in a caption, of a picture that is not from the archive

    def within(self, year: int) -> dt.date | None:
        """The day in that year; None where its own year or weekday says otherwise."""
        found = day(year, self.month, self.number)
        agrees = found is not None and self.year in {None, year} and self.weekday in {None, found.weekday()}
        return found if agrees else None


def named_days(article: Article, folded: str, sentences: Sequence[Sentence]) -> list[NamedDay]:
    """The days that the article names by month and day, in order."""
    found: list[NamedDay] = []
    taken: set[int] = set()  # offsets
    for sentence in sentences:
        for form in (MONTH_FIRST, DAY_FIRST):
            for match in form.finditer(folded, sentence.span.start, sentence.span.end):
                if article.text[match.start("month")].isupper() and taken.isdisjoint(range(*match.span())):
                    found.append(_named(match, article, sentence))
                    taken.update(range(*match.span()))
    return sorted(found, key=lambda named: named.at)


def _named(match: re.Match[str], article: Article, sentence: Sentence) -> NamedDay:
    bounds = (sentence.span.start, sentence.span.end)
    return NamedDay(
        match.span(),
        MONTH_FORMS[match["month"]],
        int(re.sub(r"\D", "", match["day"])),
        int(match["year"]) if match["year"] else None,
        WEEKDAY_FORMS[match["weekday"]] if match["weekday"] else None,
        tenses.tense(article.text, *match.span(), bounds),
        bool(match["year"]) and _pictured(match, article, sentence),
    )


def _pictured(match: re.Match[str], article: Article, sentence: Sentence) -> bool:
    """Whether the date is that of a picture: in a caption, or at the end of a paragraph of one sentence, after a comma,
    as captions have it; and the picture is not from the archive."""
    block = article.blocks[sentence.block]
    alone = article.words(block).strip() == article.words(sentence.span)
    after, before = article.text[match.end() : block.end], article.text[block.start : match.start()]
    captioned = block.kind == "caption" or (alone and before.endswith(", ") and not after.strip(" ."))
    return captioned and not _ARCHIVE.search(article.words(block))


def sentence_at(offset: int, sentences: Sequence[Sentence]) -> Sentence:
    """The sentence that holds the offset."""
    return sentences[bisect_right(sentences, offset, key=lambda sentence: sentence.span.start) - 1]
