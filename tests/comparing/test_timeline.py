"""What happened when."""

from __future__ import annotations

from marked import marked

from crossread.comparing.timeline import draw
from crossread.records import Account, Claim, Published


def entries(*texts: str) -> list[tuple[str, str, list[str]]]:
    articles = [marked(text, outlet=f"Outlet {n}") for n, text in enumerate(texts)]
    words = {a.article.id: a.article for a in articles}
    return [(e.date, e.precision, [words[s.article].words(s) for s in e.accounts]) for e in draw(articles, ())]


def test_accounts_of_one_date_are_one_entry() -> None:
    assert [(date, len(spans)) for date, _, spans in entries(
        "The dam burst on [@2025-03-07: Friday].", "On [@2025-03-07: March 7] the dam gave way."
    )] == [("2025-03-07", 2)]  # fmt: skip


def test_entries_are_in_the_order_of_time_and_as_precise_as_known() -> None:
    found = entries(
        "It was built in [@1998: 1998]. It burst at [@2025-03-07T13:05: 1:05 p.m.]. "
        "Talks open in [@2025-06: June]. Rain came on [@2025-03-07: Friday]."
    )
    assert [(date, precision) for date, precision, _ in found] == [
        ("1998", "year"),
        ("2025-03-07", "day"),
        ("2025-03-07T13:05", "minute"),
        ("2025-06", "month"),
    ]


def test_an_account_is_the_clause_and_not_the_whole_sentence() -> None:
    ((_, _, spans),) = entries("The dam burst on [@2025-03-07: Friday], while the mayor was asleep in Orme.")
    assert spans == ["The dam burst on Friday"]


def test_durations_sets_and_vague_times_are_no_events() -> None:
    assert entries("It took [@P3D: three days] in [@2025-W10: that week], [@XXXX-XX-XX: some day].") == []


def test_part_of_a_day_counts_as_the_day() -> None:
    assert [date for date, _, _ in entries("It burst on [@2025-03-07TNI: Friday night].")] == ["2025-03-07"]


def test_the_date_line_of_an_agency_is_no_event() -> None:
    assert entries("ORME, [@2025-03-08: March 8] (Lamp) - The dam held.") == []
    assert [date for date, _, _ in entries("Oda left on [@2025-03-08: March 8] - and nobody wept.")] == ["2025-03-08"]


def test_claims_are_linked_to_what_happened_then() -> None:
    article = marked("The dam burst on [@2025-03-07: Friday]. Goats fled.")
    first, second = (s.span for s in article.sentences)
    claims = [Claim("c1", first, "single", (Account(first),)), Claim("c2", second, "single", (Account(second),))]
    assert [event.claims for event in draw([article], claims)] == [("c1",)]


def test_an_article_without_a_date_has_a_timeline_too() -> None:
    article = marked("The dam burst on [@2025-03-07: 7 March 2025].", published=None)
    assert article.article.published == Published()
    assert len(draw([article], ())) == 1
