"""Who says what, in sentences about an invented town."""

from __future__ import annotations

import pytest
from annotating_steps import found_in
from factories import article
from hypothesis import given, settings
from hypothesis import strategies as st
from marking import Expected, read

from crossread.records import Article


def told(made: Article) -> list[Expected]:
    """What was found, in the form of the marks, without via."""
    return [
        Expected(
            tuple(made.words(span) for span in found.content),
            tuple(made.words(span) for span in found.cue),
            tuple(made.words(span) for span in found.source),
        )
        for found in found_in(made)
    ]


def check(marked: str, **fields: str) -> None:
    wanted = read(marked)
    assert sorted(told(article(wanted.text, **fields)), key=repr) == sorted(wanted.expected, key=repr)


DIRECT = [
    '"[q We lost the boat]," [s the harbour master, Ida Holm], [c said].',
    '"[q We lost the boat]," [c said] [s Ida Holm, the harbour master].',
    '"[q We lost the boat]," [c said] [s Ida Holm, 51, who runs the harbour].',
    '[s Ida Holm] [c said]: "[q We lost the boat]"',
    '[s Ida Holm] [c told] reporters, "[q We lost the boat]."',
    '"[q We lost the boat]," [s she] [c said], "[q and the crew with it]."',
    "‘[q We lost the boat],’ [s Ida Holm] [c said].",
    "“[q We lost the boat]”, [s Ida Holm] [c said].",
    "«[q We lost the boat]», [c said] [s Ida Holm].",
    "''[q We lost the boat],'' [s Ida Holm] [c said].",
    '"[q Who took the boat?]" [s Ida Holm] [c asked].',
    '"[q We lost the boat]," [s Holm] [c told] the Halm Courier when it reached her.',
    '"[q We lost the boat]," [s that officer, Clem Yule], [c said].',
    '"[q We lost the boat]," [s she] [c sighed].',
]

INDIRECT = [
    "[s The union] [c says] [q more than 900 people took part].",
    "[s The board] [c welcomed] [q what it called a step].",
    "[s Her daughter] [c wanted to know] [q why the boat was late].",
    "[s Police] [c put] [q the crowd at close to a thousand].",
    "[s The log of the port] [c states] that [q nobody slept].",
    "[q A boat that listens will come by night], [s Captain Holm] [c promised].",
    "[s Ida Holm], who [c said] [q the pier was safe], had left.",
    "[s The mayor] [c said] [q taxes would rise].",
    "[s The mayor] [c said] that [q taxes would rise].",
    "[s The mayor] [c said] on Monday that [q taxes would rise].",
    "[s The mayor] [c said] in a statement that [q taxes would rise].",
    "[q Taxes would rise], [s the mayor] [c said].",
    "[q Taxes would rise], [s the mayor] [c said] in a statement issued before noon.",
    "[q Taxes would rise], [c said] [s the mayor, Ida Holm], on Monday.",
    "[q Taxes would rise], [c according to] [s the mayor].",
    "[c According to] [s the mayor], [q taxes would rise].",
    "[s The mayor] [c told] the council that [q taxes would rise].",
    "[s The mayor] [c told] supporters [q she would not resign].",
    "[s The mayor, Ida Holm, who took office in May], [c said] [q taxes would rise].",
    "[s A person briefed on the talks] [c said] [q taxes would rise].",
    "[s Two people who attended the meeting] [c said] [q taxes would rise].",
    "[s The Board of Harbour Pilots (BHP)] [c has announced] [q a strike].",
    "[s The mayor] [c has repeatedly insisted] that [q nobody was told].",
    "[q It was the pilots], [s the mayor] [c insisted], [q that had left the room].",
    "[s The mayor] [c denied] [q having sold the pier].",
    "[s The mayor] [c denied] that [q the pier was sold].",
    "[s The union] [c is asking for] [q nine more boats].",
    "[s The union] [c spoke] [q of three thousand pilots].",
    "[s Police] [c counted] [q 4,700 boats].",
    "[s The union] [c claims] [q 83 per cent].",
    "[q Some 300 ferries ran late], [s the ministry] [c estimates].",
    "[s The death certificate] [c gives] [q his age as 64].",
    "[q Some 300 ferries ran late], [s the ministry's evening bulletin] [c says].",
    "[s The ministry] [c has ordered] [q the port to close].",
    "[s The mayor] [c promised] [q to rebuild the pier].",
    "[s The mayor] [c warned] that [q the pier could fall].",
    "[s The mayor] [c asked] [q whether anybody had seen the boat].",
    "[s The mayor], however, [c said] [q taxes would rise].",
    "[s The union] - which lost the vote - [c called for] [q a new one].",
    "[s Ida Holm, a pilot at the old harbour], [c said] [q taxes would rise].",
    "[s The mayor] [c has denied], through his lawyer, that [q the pier was sold].",
    "[q Had it rained], [s she] [c said], [q the pier would have held].",
    "[s Theresa May] [c said] this week that [q the pier would be sold].",
    "[q That did not help], [c said] [s her brother, Clem Yule].",
    "The pilot [c was told by] [s Clem Yule, the harbour master], that [q he was late].",
]

MIXED = [
    '[s Quill & Sons] [c said] [q it had "never seen a drop" under its pipes].',
    '[q The plan was "a joke without an end"], [s Ida Holm] [c said].',
    '[s The mayor] [c called] [q the letter "a draft for the drawer"].',
    '[s The mayor] [c accused] [q the union of "sinking its own boat"].',
    '[s The judge] [c described] [q the outcome as "slow and a little sad"].',
    '[s The director] [c asked] [q visitors "not to feed the seals"].',
]

SEVERAL = [
    "[s The mayor] [c said] [q taxes would rise], [c2 adding] that [q2 the pier was safe].",
    "[q Taxes would rise], [s the mayor] [c said], while [s2 the union] [c2 insisted] that [q2 they would not].",
    "[s The mayor] [c said] [q the pier was safe], but [s2 the union] [c2 said] [q2 it was not].",
    '[q The boat left at four], [c said] [s the director, Ida Holm], who [c2 asked] [q2 visitors "not to stay"].',
    "[s A neighbour] [c said] [q [s2 the old man] [c2 had told] him [q2 he would follow]].",
]

NOTHING = [
    "The loans, held by some 300 households, will be paid.",
    "The lists and the minutes of the meeting were kept.",
    "The mayor declined to comment.",
    "The mayor did not say when the pier would open.",
    "The mayor refused to confirm the figure.",
    'The "smart" ferry broke down again.',
    "The report runs to forty pages.",
    "His claims were never tested.",
    "The programme 'Harbour Lights' begins at nine.",
    "He was expected to announce a strike.",
    "The pilots were told to wait in the hall.",
    "The meeting, which went on for nine days, ended on Friday.",
    "They wanted nothing.",
    "Clem Yule added a goal as the Terns beat the Gulls.",
    "I think the pier is ugly.",
    "It was not clear whether the board denied the report.",
    "They were gone before anyone reported a fire.",
    "Police questioned the captain and let him go.",
    "The lawmakers want to ban ferry shows, part of a wider plan.",
]


@pytest.mark.parametrize("marked", DIRECT)
def test_a_quotation_belongs_to_whoever_stands_at_its_cue(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", INDIRECT)
def test_reported_speech_has_a_source_and_a_cue(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", MIXED)
def test_quoted_fragments_stay_in_the_words_around_them(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", SEVERAL)
def test_one_sentence_may_hold_several_statements(marked: str) -> None:
    # The second clause of a sentence may take the source of the first: then its source repeats those words.
    wanted = read(marked)
    made = told(article(wanted.text))
    parts = {(one.content, one.cue) for one in made}
    assert parts == {(one.content, one.cue) for one in wanted.expected}


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_made_of_words_that_report_no_statement(text: str) -> None:
    assert told(article(text)) == []


def test_a_quotation_that_goes_on_has_the_speaker_of_the_one_before() -> None:
    made = article('"We lost the boat," said Ida Holm. "Nobody was hurt."')
    first, second = found_in(made)
    assert made.words(second.content[0]) == "Nobody was hurt"
    assert (second.cue, second.source) == ((), ())
    assert second.speaker is not None
    assert second.speaker == first.speaker


def test_a_quotation_over_paragraphs_has_a_stretch_in_each() -> None:
    made = article('"We lost the boat," said Ida Holm. "It was dark.\n\n"Nobody was hurt. We were lucky."')
    assert [made.words(found.content[0]) for found in found_in(made)] == [
        "We lost the boat",
        "It was dark",
        "Nobody was hurt. We were lucky",
    ]
    assert len({found.speaker for found in found_in(made)}) == 1


def test_a_statement_within_another_names_the_outer_one() -> None:
    made = article("Ray Dell said the old man had told him he would follow.")
    outer, inner = found_in(made)
    assert (outer.within, inner.within) == (None, outer.id)
    assert [hop.name for hop in inner.via] == ["Ray Dell"]


def test_the_dateline_is_no_part_of_the_source() -> None:
    made = article("PORT HALM, May 3 (HNA) - The harbour board said on Friday that the pier was safe.")
    (found,) = found_in(made)
    assert made.words(found.source[0]) == "The harbour board"


def test_headlines_and_captions_make_no_statements() -> None:
    made = article(
        "The pier fell.\n\nIda Holm said so at noon.",
        title="The pier is safe, mayor says",
        kinds={2: "caption"},
    )
    assert found_in(made) == ()


def test_the_articles_own_outlet_is_no_speaker() -> None:
    assert told(article("The Lamp has asked to see the plans.", outlet="The Lamp")) == []


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab \n.,:;!?\"'“”‘’«»()-— said told that he Mayor"), max_size=300))
def test_spans_lie_inside_their_blocks_whatever_the_text(text: str) -> None:
    made = article(text)
    for found in found_in(made):
        for span in (*found.content, *found.cue, *found.source):
            block = made.block_at(span.start)
            assert block is not None
            assert span.start < span.end <= block.end
            assert made.words(span) == made.words(span).strip()


@settings(deadline=None)
@given(st.lists(st.sampled_from([*DIRECT, *INDIRECT, *MIXED]), max_size=6))
def test_attributions_come_in_the_order_of_the_text_with_ids_that_count_up(parts: list[str]) -> None:
    found = found_in(article("\n\n".join(read(part).text for part in parts)))
    assert [one.id for one in found] == [f"q{number}" for number in range(1, len(found) + 1)]
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)
