"""Time expressions, and what each means on the day of writing.

Values are those of TIMEX3 (ISO-TimeML): "2020-02-13T19:30", "2020-02-13", "2020-02", "2020", weeks "2020-W07" and
weekends "2020-W07-WE", quarters "2020-Q1", seasons "2020-SU", decades "202X", centuries "19" (the twentieth); lengths
"P10D", "PT48H", of unsaid number "PXW"; repetitions "XXXX-WXX-5" (Fridays), "P1Y" (yearly). What is vague ("now",
"recently") or can be read in two ways has no value.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from crossread.records import Article, Sentence, Timex

from . import clocks, dates, distances, durations, periods, times_of_day, weekdays
from .folding import fold
from .readings import Place, Reading, Rule, standing


@cache
def rules() -> tuple[Rule, ...]:
    """All rules; word lists are read when they are first needed."""
    return (*dates.RULES, *weekdays.rules(), *periods.RULES, *distances.RULES, *durations.RULES, *clocks.RULES)


def find(article: Article, sentences: Sequence[Sentence], written: dt.date | None) -> tuple[Timex, ...]:
    """The time expressions of the article in the order of its text, with their values as of the day of writing.

    Where `written` is None, only expressions that say the whole date themselves have a value.
    """
    place = Place(fold(article.text), article.text, written)
    lines = []
    for sentence, matches in zip(sentences, _matches(place.folded, sentences), strict=True):
        place.bounds = (sentence.span.start, sentence.span.end)
        focus, apart = place.focus, article.blocks[sentence.block].kind in {"caption", "credit"}
        lines.append(times_of_day.join(_chosen(matches, place), place, apart=apart))
        place.focus = focus if apart else place.focus
    settled = times_of_day.settle(lines, place)
    return tuple(Timex(article.span(each.start, each.end), each.type, each.value) for each in settled)


def _matches(folded: str, sentences: Sequence[Sentence]) -> Iterator[list[tuple[Rule, re.Match[str]]]]:
    """For each sentence the matches of all rules that lie within it, by start, the longest first."""
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        words = folded[start:end]
        found = [(rule, match) for rule in rules() for match in rule.matches(folded, start, end, words)]
        yield sorted(found, key=lambda pair: (pair[1].start(), -pair[1].end()))


def _chosen(matches: Sequence[tuple[Rule, re.Match[str]]], place: Place) -> list[Reading]:
    """The readings of the matches, leftmost and longest first, none overlapping another."""
    found: list[Reading] = []
    taken = -1
    for rule, match in matches:
        if match.start() >= taken and (readings := rule.read(match, place)):
            found += readings
            taken = match.end()
            _remember(readings, place)
    return found


def _remember(readings: Sequence[Reading], place: Place) -> None:
    """Keep the last date spoken of; a named day that is not known makes it unknown."""
    for reading in readings:
        if reading.type == "date" and (standing(reading.value) or reading.day == ""):
            place.focus = reading.value
