"""What the forms made of running text say alike: cut at the right place, in marks that fit."""

from __future__ import annotations

import pytest
from factories import article
from hypothesis import given
from hypothesis import strategies as st

from crossread.presenting import phrases, quotation
from crossread.presenting.legible import shortened
from crossread.presenting.reports import Called, Excerpt, Naming, SameText, Told, Wordings

ONE = article("Words.")


def excerpt(words: str, before: str = "", after: str = "") -> Excerpt:
    return Excerpt(ONE.span(0, 1), words, before, after, "Post")


@pytest.mark.parametrize(("percent", "how"), [(49, "partly"), (50, "mostly"), (93, "mostly")])
def test_less_than_half_of_a_text_is_a_part_of_it(percent: int, how: str) -> None:
    assert phrases.same_text(SameText(("A", "B"), percent, None)) == (
        f"A and B print {how} the same text ({percent} per cent)."
    )


@pytest.mark.parametrize(
    ("before", "words", "shown"),
    [
        ("The school in Edda ", "took in 140 of the passengers that night", "The school in Edda "),
        (
            "The log, of which a copy was seen, ",
            "records a card at the door at nine",
            "The log, of which a copy was seen, ",
        ),
        ("She said that ", "the door had been open for most of the night", ""),
        ("It rained, ", "two boats sank off the pier and were lost", ""),
        ("Two boats sank, ", "including one that had been new in spring of the year", "Two boats sank, "),
        ("", "It rained on the old pier for all of the night", ""),
    ],
)
def test_words_that_begin_behind_what_they_are_about_are_shown_with_it(before: str, words: str, shown: str) -> None:
    told = Told(excerpt(words, before, " and more."), None, None, (), goes_on=bool(before))
    assert phrases.understood(told).before == shown


@pytest.mark.parametrize(
    ("before", "words", "after", "text"),
    [
        ('"', "Five were launched", ".", "Five were launched."),
        ("", "Five were launched", '."', "Five were launched."),
        ("“", "Five were launched", ",” she said", "“Five were launched,” she said"),
        ('"A boat," she said, "', "is a road", "", '"A boat," she said, "is a road'),
        ("He said: ", "“Five were", " launched", "He said: “Five were launched"),
    ],
)
def test_a_mark_whose_partner_is_not_shown_is_left_out_at_the_ends(
    before: str, words: str, after: str, text: str
) -> None:
    found = quotation.balanced(excerpt(words, before, after))
    assert f"{found.before}{found.words}{found.after}" == text


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("“No,” he said.", "“‘No,’ he said.”"),
        ('he said "no"', "“he said ‘no’”"),
        ('the "old" pier', '“the "old" pier”'),
        ("“No”", "“No”"),
        ("no", "“no”"),
    ],
)
def test_no_mark_of_ours_meets_its_like(words: str, written: str) -> None:
    assert quotation.quoted(words) == written


def test_terms_are_told_with_those_who_use_them() -> None:
    def called(*terms: str) -> tuple[Called, ...]:
        return tuple(Called(term, 1, None) for term in terms)

    wordings = Wordings(
        "ship",
        (
            Naming("A", "a1", called("Ferry", "ferry's"), ()),
            Naming("B", "a2", called("ferry"), called("ferry", "tub")),
            Naming("C", "a3", called("rustbucket"), ()),
        ),
    )
    assert phrases.by_term(wordings) == [
        ("“ferry”", ("A", "B"), False),
        ("“rustbucket”", ("C",), False),
        ("“tub”", ("B",), True),
    ]


@given(st.lists(st.text("abc,", min_size=1, max_size=8), max_size=40), st.integers(10, 60), st.booleans())
def test_a_cut_is_never_inside_a_word(words: list[str], most: int, keep_end: bool) -> None:
    text = " ".join(words)
    short = shortened(text, most, keep_end=keep_end)
    kept = [word.strip(",") for word in short.strip("…").split(" ") if word.strip(",")]
    assert [word for word in kept if word not in [each.strip(",") for each in words]] == []
    assert len(short) <= most + 1
