"""Numbers, and what they say. `[n 38] [c homes]` marks the quantity and what it counts."""

from __future__ import annotations

import re

import pytest
from factories import article
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotating import quantities
from crossread.records import Article, Quantity, Sentence


def whole(made: Article) -> tuple[Sentence, ...]:
    return tuple(Sentence(made.span(block.start, block.end), index) for index, block in enumerate(made.blocks))


def read(text: str) -> tuple[Article, tuple[Quantity, ...]]:
    made = article(text)
    return made, quantities.find(made, whole(made))


def marked(made: Article, found: Quantity) -> str:
    """The text with the quantity and what it counts marked."""
    marks = [(found.span, "n")] + ([(found.counted, "c")] if found.counted else [])
    text = made.text
    for span, mark in sorted(marks, reverse=True):
        text = f"{text[: span.start]}[{mark} {text[span.start : span.end]}]{text[span.end :]}"
    return text


@pytest.mark.parametrize(
    ("text", "value", "hedge"),
    [
        ("It burned [n 38] [c homes].", 38, None),
        ("At least [n 109] [c US service members] fell ill.", 109, "at least"),
        ("Up to [n 120] [c qualified personnel] came.", 120, "at most"),
        ("Some [n 1,200] [c operations] were put off.", 1200, "about"),
        ("More than [n 20,000] [c people] marched.", 20_000, "over"),
        ("Nearly [n 50] [c sheep] drowned.", 50, "nearly"),
        ("Fewer than [n ten] [c children] came.", 10, "under"),
        ("[n Seventy-eight] [c planned trips] were lost.", 78, None),
        ("[n Two and a half million] [c readers] saw it.", 2_500_000, None),
        ("[n A dozen] [c boats] sank.", 12, None),
        ("[n Two] of the [c tubs] were sealed.", 2, None),
        ("They lost [n 1.9mn] [c customers].", 1_900_000, None),
        ("Police counted [n 300].", 300, None),
        ("They killed [n one] [c man].", 1, None),
        ("It promised [n six] more [c beds].", 6, None),
        ("They gave [n 12] of the harbour's 40 [c berths] away.", 12, None),
    ],
)
def test_a_count_has_a_value_a_hedge_and_what_is_counted(text: str, value: float, hedge: str | None) -> None:
    made, found = read(re.sub(r"\[\w ([^]]*)\]", r"\1", text))
    assert marked(made, found[0]) == text
    assert (found[0].kind, found[0].value, found[0].hedge) == ("count", value, hedge)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("[n Seventy-eight per cent] of [c nurses] left.", "percent", 78, "percent"),
        ("It fell [n 7.3%].", "percent", 7.3, "percent"),
        ("Almost [n four in five] left.", "percent", 80, "percent"),
        ("[n A third] of [c members] left.", "percent", 100 / 3, "percent"),
        ("It was [n one-tenth] contained.", "percent", 10, "percent"),
        ("[n Half] of the [c fleet] sank.", "percent", 50, "percent"),
        ("It paid [n £1.2bn].", "money", 1.2e9, "GBP"),
        ("It paid [n $310 million].", "money", 310e6, "USD"),
        ("It paid [n 38 euros].", "money", 38, "EUR"),
        ("Snow fell above [n 1,500 feet].", "length", 1500, "ft"),
        ("It burned [n 9,400 acres].", "area", 9400, "acre"),
        ("Gusts of [n 58 miles per hour] blew.", "speed", 58, "mph"),
        ("It was [n 10.6 °C].", "temperature", 10.6, "°C"),
        ("It was [n minus 5 degrees].", "temperature", -5, "°"),
        ("It lasted [n nine days].", "duration", 9, "day"),
    ],
)
def test_a_quantity_has_a_unit(text: str, kind: str, value: float, unit: str) -> None:
    made, found = read(re.sub(r"\[\w ([^]]*)\]", r"\1", text))
    assert marked(made, found[0]) == text
    assert (found[0].kind, found[0].unit) == (kind, unit)
    assert found[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[c Ada Whitmore], [n 61], told them so.", 61),
        ("[c Ada Whitmore] ([n 61]) told them so.", 61),
        ("[c Ada Whitmore], a [n 61-year-old] nurse, told them so.", 61),
        ("[c Ada Whitmore], aged [n 61], told them so.", 61),
        ("A [n 71-year-old] [c man] died.", 71),
        ("A [c woman] of [n 80] waited.", 80),
        ("[c He] was [n 78].", 78),
        ("An [n 8-year-old] [c boy] remains in care.", 8),
    ],
)
def test_an_age_belongs_to_somebody(text: str, value: float) -> None:
    made, found = read(re.sub(r"\[\w ([^]]*)\]", r"\1", text))
    assert marked(made, found[0]) == text
    assert (found[0].kind, found[0].value, found[0].unit) == ("age", value, "year")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 120 and 150 votes were cast.", 120, 150),
        ("It needs 20 to 30 boats.", 20, 30),
        ("It costs 20 to 30 million crowns.", 20e6, 30e6),
        ("It costs $15-20.", 15, 20),
    ],
)
def test_a_range_has_two_ends_and_its_middle_as_value(text: str, low: float, high: float) -> None:
    _, found = read(text)
    assert [(each.low, each.high, each.value) for each in found] == [(low, high, (low + high) / 2)]


def test_a_change_is_two_figures() -> None:
    _, found = read("It rose from 14 to 61.")
    assert [each.value for each in found] == [14, 61]


@pytest.mark.parametrize(
    "text",
    [
        "It began on January 3, 2020, at 7am.",
        "It closed Route 9 at Level 3.",
        "The room on Circuit 1107 is theatre 4.",
        "It was the 40th day.",
        "They won by 4-3.",
        "No one knew, and one of them said one should ask.",
        "It grew three times as large.",
        "They met three days ago.",
        "1. Boil the water.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert read(text)[1] == ()


@given(st.text())
def test_any_text_is_read_and_spans_lie_within_sentences(text: str) -> None:
    made, found = read(text)
    spans = [each.span for each in found] + [each.counted for each in found if each.counted]
    assert all(any(sentence.span.covers(span) for sentence in whole(made)) for span in spans)


WORDS = st.sampled_from(
    [
        *("at", "least", "about", "between", "20", "30", "to", "and", "-", "half", "a", "third", "of", "in"),
        *("five", "per", "cent", "%", "$", "£", "1.2bn", "million", "one", "two", "dozen", ",", "(", ")"),
        *(
            "61",
            "aged",
            "Ada",
            "was",
            "he",
            "-year-old",
            "feet",
            "people",
            "the",
            "0",
            "9999999999999999999",
            "½",
            "1/0",
            "hundred",
        ),
        *("°C", "minus"),
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_heap_of_number_words_is_read(text: str) -> None:
    made, found = read(text)
    assert all(each.value == each.value and made.words(each.span) for each in found)
