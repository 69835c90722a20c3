"""Which accounts carry one claim."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from factories import annotated, article
from marked import marked

from crossread.comparing.aligning import align
from crossread.comparing.claims import accounts
from crossread.records import AnnotatedArticle, Sentence

FILLER = """The weather was mild for the season. A brass band played in the square all evening. Two cafés stayed open
late. A dog slept under the bench by the fountain. The mill's wheel turns again since spring."""


def rows(*texts: str) -> list[list[str]]:
    """The words of each row that two articles share, from articles that otherwise tell unrelated things."""
    found = [marked(f"{text}\n\n{FILLER.split('.')[n]}.", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    return shared(found)


def shared(found: list[AnnotatedArticle]) -> list[list[str]]:
    texts = {a.article.id: a.article for a in found}
    told = align(found, {a.article.id: accounts(a) for a in found}).rows
    return [[texts[a.article].words(a.span) for a in row.accounts] for row in told if len(row.accounts) > 1]


def test_the_same_words_are_one_claim() -> None:
    said = "The harbour board closed the rotten pier."
    assert rows(said, said) == [[said[:-1], said[:-1]]]


def test_other_words_for_one_event_are_one_claim() -> None:
    assert rows(
        "Thieves broke into the [e1: Maritime Museum] and stole a golden compass.",
        "A golden compass was stolen from the [e1: Maritime Museum].",
    )


def test_other_events_are_two_claims() -> None:
    assert not rows("The harbour board closed the rotten pier.", "A golden compass was stolen from the museum.")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The union says [#78%: 78 per cent] of the pilots stayed away.",
            "The board says [#31%: 31 per cent] of the pilots stayed away.",
        ),
        ("The blast destroyed [#61: 61] [of: homes].", "The blast destroyed [#62: 62] [of: homes]."),
        ("The pier was shut on [@2024-05-02: May 2].", "The pier was shut on [@2024-05-03: May 3]."),
        ("The firm paid the blackmailers a ransom.", "The firm did not pay the blackmailers a ransom."),
    ],
)
def test_accounts_that_differ_in_the_value_at_issue_stay_apart(left: str, right: str) -> None:
    assert not rows(left, right)


def test_a_converted_figure_is_the_same() -> None:
    assert rows("The fire burned [#9400 acres: 9,400 acres].", "The fire burned [#3800 hectares: 3,800 hectares].")


def test_who_and_when_alone_are_no_claim() -> None:
    assert not rows(
        "[e1: Ilja Varga] was born on [@2024-05-02: May 2].", "[e1: Ilja Varga] resigned on [@2024-05-02: May 2]."
    )


def test_an_article_gives_a_row_one_account() -> None:
    found = [
        marked("The board closed the rotten pier. The rotten pier, closed by the board.", outlet="a"),
        marked("The board closed the rotten pier.", outlet="b"),
    ]
    told = align(found, {a.article.id: accounts(a) for a in found}).rows
    assert all(len({a.article for a in row.accounts}) == len(row.accounts) for row in told)


def test_every_account_is_in_exactly_one_row() -> None:
    found = [
        marked("The board closed the pier. The pier is closed. [#40: 40] [of: boats] must go.", outlet=o) for o in "ab"
    ]
    given = {a.article.id: accounts(a) for a in found}
    placed = [account for row in align(found, given).rows for account in (*row.accounts, *row.repeats)]
    assert sorted(placed, key=lambda a: a.span) == sorted(
        (a for found in given.values() for a in found), key=lambda a: a.span
    )


def test_another_judge_can_take_the_place_of_the_plain_one() -> None:
    found = [marked(f"The board closed the rotten {end} pier.", outlet=end) for end in ("wooden", "ferry")]
    given = {a.article.id: accounts(a) for a in found}
    assert len(align(found, given, weigh=lambda rarity: lambda left, right: 1.0).rows) == 1
    assert len(align(found, given, weigh=lambda rarity: lambda left, right: 0.0).rows) == 2


def test_the_order_of_the_articles_does_not_change_the_rows() -> None:
    texts = ["The board closed the rotten pier.", "The rotten pier was closed.", "Board shuts pier that is rotten."]
    found = [marked(text, outlet=f"Paper {n}") for n, text in enumerate(texts)]
    assert len({frozenset(map(tuple, map(sorted, shared(list(order))))) for order in permutations(found)}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The alarm rang in the tower at [@T: 9:40 p.m.]", "The alarm rang in the tower at [@T: 9.12pm]"),
        ("The alarm rang in the tower at [@2024-05-02T21:40: 9:40 p.m.]", "The alarm rang at [@T: ten past nine]"),
    ],
)
def test_accounts_that_give_other_times_of_day_stay_apart(left: str, right: str) -> None:
    assert not rows(left, right)


def test_the_same_words_are_one_claim_though_their_days_were_worked_out_otherwise() -> None:
    left = "The pier will open again on [@2024-05-04: Saturday]."
    right = "The pier will open again on [@2024-05-11: Saturday]."
    assert rows(left, right)


def test_what_is_denied_by_a_word_of_lack_is_no_opposite() -> None:
    assert rows(
        "[#13: Thirteen] [of: compasses] of gold have not been found.",
        "[#13: Thirteen] [of: compasses] of gold are still missing.",
    )


def test_a_noun_and_its_verb_tell_one_thing() -> None:
    assert rows(
        "The [e1: Harbour Board] suspended the divers.", "The [e1: Harbour Board] announced a divers' suspension."
    )


def test_a_headline_repeats_what_its_article_tells() -> None:
    made = [
        annotated(article(f"The harbour board closed the rotten pier.\n\n{other}", title=title, outlet=outlet))
        for outlet, title, other in [
            ("Lamp", "Board closes rotten pier", "The mill's wheel turns again since spring."),
            ("Gull", "Rotten pier closed by board", "Two cafés stayed open late."),
        ]
    ]
    split = [replace(found, sentences=_by_block(found)) for found in made]
    (row,) = shared(split)
    assert row == ["The harbour board closed the rotten pier"] * 2


def test_an_aside_is_no_repeat_of_the_clause_around_it() -> None:
    found = [
        marked("[e1: Ilja Varga], [#61: 61], moored his boat in the harbour for many years.", outlet=outlet)
        for outlet in ("Lamp", "Gull")
    ]
    assert ["Ilja Varga, 61"] * 2 in shared(found)
    assert ["Ilja Varga, 61, moored his boat in the harbour for many years"] * 2 in shared(found)


def _by_block(found: AnnotatedArticle) -> tuple[Sentence, ...]:
    return tuple(Sentence(found.article.span(b.start, b.end), n) for n, b in enumerate(found.article.blocks))


def test_decisions_go_before_the_judge() -> None:
    found = [marked(text, outlet=text[:9]) for text in ("The board closed the pier.", "Rain fell on the fair.")]
    given = {a.article.id: accounts(a) for a in found}
    pair = (given[found[0].article.id][0].span, given[found[1].article.id][0].span)
    assert len(align(found, given).rows) == 2
    assert len(align(found, given, one=[pair]).rows) == 1


def test_many_accounts_of_one_claim_come_together() -> None:
    found = [marked(f"The harbour board closed the rotten pier {n}.", outlet=f"Paper {n}") for n in range(40)]
    (row,) = align(found, {a.article.id: accounts(a) for a in found}).rows
    assert len(row.accounts) == 40


def test_what_went_on_and_that_it_was_stopped_are_two_claims() -> None:
    assert not rows("Diesel leaked from the [e1: Grey Gull] into the bay.", "The leak of diesel was stopped by noon.")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The museum will open on [@2024-05-04: Saturday].",
            "The museum will open on [@2024-05-06: Monday] and not [@2024-05-04: tomorrow].",
        ),
        ('It was "not aware of any flaw" in the crane.', "A flaw in the crane was blamed."),
    ],
)
def test_a_value_that_is_set_aside_and_a_denial_in_quotation_marks_keep_accounts_apart(left: str, right: str) -> None:
    assert not rows(left, right)


def test_a_time_of_day_is_one_however_it_is_written() -> None:
    left = "The alarm rang in the tower at [@T21:10: ten past nine]."
    right = "At [@T21:10: 9.10pm] an alarm rang."
    assert rows(left, right)
