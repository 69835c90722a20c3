"""Passages and reprints."""

from __future__ import annotations

from factories import article
from hypothesis import given
from hypothesis import strategies as st

from crossread.gathering.fingerprints import fingerprint, passages, reprints

WIRE = """The harbour board of Osk voted on Tuesday to close the old ferry pier before winter, citing rotten piles and a
repair bill that has doubled since the spring survey was published.

About forty boats use the pier each morning, and their owners were given until the end of October to find other
berths along the river or in the new basin upstream.

The board's engineer told the meeting that divers had found eleven piles eaten through below the waterline, and that
no crane may stand on the deck until they are replaced."""

SPEECH = """“We have patched this pier for thirty years and we will not patch it again, because the sea has won and
everybody who has stood on it at high water in a westerly gale knows that the sea has won for good.”"""


def shares(*texts: str, least: float = 0.5) -> list[tuple[str, ...]]:
    found = [article(text, outlet=f"Paper {n}") for n, text in enumerate(texts)]
    names = {a.id: a.outlet or "" for a in found}
    groups = reprints([fingerprint(a) for a in found], least)
    return [tuple(sorted(names[id] for id in group.articles)) for group in groups]


def test_a_text_printed_twice_is_a_reprint() -> None:
    assert shares(WIRE, WIRE) == [("Paper 0", "Paper 1")]


def test_a_reprint_that_was_cut_short_is_still_one() -> None:
    assert shares(WIRE, WIRE.rsplit("\n\n", 1)[0]) == [("Paper 0", "Paper 1")]


def test_a_reprint_inside_a_longer_article_is_still_one() -> None:
    longer = WIRE + "\n\n" + "\n\n".join(f"Paragraph {n} by our own reporter has other words in it." for n in range(30))
    assert shares(WIRE, longer) == [("Paper 0", "Paper 1")]


def test_two_reports_in_other_words_are_none() -> None:
    other = """Boat owners in Osk must leave the ferry pier by the end of next month. The board decided so this week
    after its engineer described the state of the timber under water, which alarmed even members who had been against
    the closure for years and had said so in public."""
    assert shares(WIRE, other) == []


def test_a_long_quotation_alone_makes_no_reprint() -> None:
    one = "The chair of the board was blunt when she opened the meeting in the town hall.\n\n" + SPEECH
    two = SPEECH + "\n\nWith these words the head of the harbour authority surprised her own members last night."
    assert shares(one, two) == []


def test_reprints_that_hang_together_are_one_group() -> None:
    first, second, third = WIRE.split("\n\n")
    assert shares(WIRE, first + "\n\n" + second, second + "\n\n" + third) == [("Paper 0", "Paper 1", "Paper 2")]


def test_passages_are_the_longest_shared_runs() -> None:
    left = article("Divers found eleven piles eaten through below the waterline, the engineer said.", outlet="Left")
    right = article("She said divers found eleven piles eaten through below the deck.", outlet="Right")
    (passage,) = passages([fingerprint(left), fingerprint(right)])
    texts = {left.id: left, right.id: right}
    words = {texts[side.article].words(side) for side in (passage.left, passage.right)}
    assert words == {
        "Divers found eleven piles eaten through below the",
        "divers found eleven piles eaten through below the",
    }


def test_captions_and_titles_count_for_nothing() -> None:
    one, two = (article(WIRE, outlet=outlet, kinds={0: "caption", 1: "credit", 2: "footnote"}) for outlet in "ab")
    assert passages([fingerprint(one), fingerprint(two)]) == ()


PARTS = st.lists(
    st.sampled_from(["the pier", "is shut", "“for good”", "she said", "\n\n", ".", "a a a a a"]), max_size=40
)


@given(st.lists(PARTS, min_size=2, max_size=4))
def test_passages_lie_inside_a_block_and_say_the_same(parts: list[list[str]]) -> None:
    found = {a.id: a for a in (article(" ".join(p), outlet=str(n)) for n, p in enumerate(parts))}
    for passage in passages([fingerprint(a) for a in found.values()]):
        sides = []
        for span in (passage.left, passage.right):
            block = found[span.article].block_at(span.start)
            assert block is not None
            assert span.end <= block.end
            sides.append("".join(c for c in found[span.article].words(span).casefold() if c.isalnum()))
        assert sides[0] == sides[1]
