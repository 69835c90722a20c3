from __future__ import annotations

from itertools import pairwise

import pytest
from factories import article
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotating.sentences import split

PIECES = [  # a bar where a sentence ends
    "It rained. | It stopped.",
    "Gen. Ada Ruiz left. | Dr. Lee stayed.",
    "J. R. Holm wrote to A. Lee. | He got no answer.",
    "They met at 8 p.m. on Monday. | At 9 a.m. Tuesday they left.",
    "They met at 8 p.m. | The hall was full.",
    "It cost $4.5 million. | It was late.",
    "The U.S. Navy left. | So did the U.K. | That was all.",
    "Larch Inc. said so. | Holm & Co. agreed. | The board did not.",
    "See No. 5 on Sept. 3. | He said no. | Five people left.",
    'He said, "We left." | She nodded.',
    "“We left.” | “All of you?” | “All.”",
    '"Who knew?" Ida Holm asked. | Nobody answered.',
    '"Who knew?" | The hall was silent.',
    "“Will it rain?” he asked. | It did.",
    "Well... it rained. | And then ... nothing.",
    "It rained… | Then it stopped.",
    "It was over! | 41 people left. | “Good.”",
    "(It rained.) | They left.",
    "It was late.* | They left.",
    "Ida Holm of Larch, Pa., left. | Harbour St. was shut.",
    "St. Anne's was shut. | So was Mt. Orme.",
]


@pytest.mark.parametrize("marked", PIECES)
def test_a_sentence_ends_where_a_reader_sees_it_end(marked: str) -> None:
    made = article(marked.replace(" | ", " "))
    assert " | ".join(made.words(sentence.span) for sentence in split(made)) == marked


def test_no_sentence_runs_over_the_end_of_a_block() -> None:
    made = article("A ferry, two clocks\n\nby Ida Holm", title="Late again")
    found = [(sentence.block, made.words(sentence.span)) for sentence in split(made)]
    assert found == [(0, "Late again"), (1, "A ferry, two clocks"), (2, "by Ida Holm")]


def test_the_lines_of_a_list_are_sentences() -> None:
    made = article("Bring boots\nBring a lamp", kinds={0: "list"})
    assert [made.words(sentence.span) for sentence in split(made)] == ["Bring boots", "Bring a lamp"]


@given(st.text(alphabet="ab.?!… \n“”\"'A1"))
def test_every_word_is_in_one_sentence(text: str) -> None:
    made = article(text)
    found = split(made)
    assert "".join("".join(made.words(s.span).split()) for s in found) == "".join(made.text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
