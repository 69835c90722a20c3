"""The bundled stories: their gold sheets hold, and the chain keeps its basic promises on them."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from goldsheets import STORIES, gold_of, snippets, visible

from crossread import examples
from crossread.pipeline import Result, compare
from crossread.presenting.documents import dumps
from crossread.records import Article, Comparison, Difference

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


def test_there_is_a_story_of_pages_and_a_story_of_text_extracts() -> None:
    kinds = {frozenset(path.suffix for path in story.iterdir() if path.name != "gold.json") for story in STORIES}
    assert {frozenset({".html"}), frozenset({".txt"})} <= kinds


@each_story
def test_a_sheet_names_every_article_file_of_its_folder(story: Path) -> None:
    files = {path.name for path in story.iterdir() if path.name != "gold.json"}
    assert {row["file"] for row in gold_of(story)["articles"]} == files
    assert len(files) in (4, 5)


@each_story
def test_every_snippet_of_a_sheet_stands_in_its_article(story: Path) -> None:
    gold = gold_of(story)
    texts = {row["id"]: visible(story / row["file"]) for row in gold["articles"]}
    astray = [
        (snippet, count)
        for snippet in snippets(gold)
        for count in [texts[snippet.article].count(" ".join(snippet.words.split()))]
        if count == 0 or (snippet.once and count > 1)
    ]
    assert not astray


@each_story
def test_the_origins_of_a_claim_share_out_its_articles(story: Path) -> None:
    for claim in gold_of(story)["claims"]:
        articles = [article for group in claim["origin_groups"] for article in group]
        assert len(claim["origin_groups"]) == claim["origins"], claim["id"]
        assert sorted(articles) == sorted({account["article"] for account in claim["accounts"]}), claim["id"]
        assert len(articles) >= 2, claim["id"]


@each_story
def test_a_story_holds_every_thing_that_a_comparison_tells(story: Path) -> None:
    gold = gold_of(story)
    assert {row["kind"] for row in gold["conflicts"]} >= {"number", "date", "polarity"}
    assert any(row["update"] for row in gold["conflicts"])
    assert any(row["via"] for row in gold["quotations"])
    assert any(row["speaker"] is None for row in gold["quotations"])
    assert any(claim["origins"] < len(claim["accounts"]) for claim in gold["claims"])
    assert all(gold[part] for part in ("not_conflicts", "only", "reprints", "wording", "names", "timeline"))


@each_story
def test_an_article_has_the_length_of_a_news_report(story: Path) -> None:
    for row in gold_of(story)["articles"]:
        text = visible(story / row["file"])
        body = text[text.rindex(" ".join(row["first"].split())) : text.rindex(" ".join(row["last"].split()))]
        assert 340 <= len(body.split()) <= 700, row["file"]


# ── what the chain makes of them ────────────────────────────────────────────────────────────────────────────────────


@cache
def compared(name: str) -> Result:
    with examples.reports(name) as reports:
        return compare(reports)


def folder_of(name: str) -> Path:
    return next(story for story in STORIES if story.name == name)


def comparison_of(name: str) -> Comparison:
    return compared(name).comparison


def by_file(name: str) -> dict[str, Article]:
    return {Path(one.article.file or "").name: one.article for one in comparison_of(name).articles}


def differences_between(name: str, one: str, other: str) -> list[Difference]:
    """The differences in which one value is told with the first words and another with the second."""
    comparison = comparison_of(name)
    found = []
    for difference in comparison.differences:
        told = [" | ".join(comparison.words(span) for span in value.accounts) for value in difference.values]
        if any((one in a and other in b) or (other in a and one in b) for a, b in combinations(told, 2)):
            found.append(difference)
    return found


@each_story
def test_all_reports_of_a_story_are_read_and_taken_as_one(story: Path) -> None:
    result = compared(story.name)
    assert {outcome.status for outcome in result.outcomes} == {"kept"}
    assert len(result.comparisons) == 1
    assert set(by_file(story.name)) == {row["file"] for row in gold_of(story)["articles"]}


def test_every_page_gives_its_title_outlet_and_date() -> None:
    articles = by_file("ferry")
    for row in gold_of(folder_of("ferry"))["articles"]:
        article = articles[row["file"]]
        assert (article.title, article.outlet) == (row["title"], row["outlet"])
        assert (article.published.value or "")[:10] == row["published"][:10]


def test_a_text_extract_names_its_outlet_and_never_a_wrong_date() -> None:
    articles = by_file("museum")
    for row in gold_of(folder_of("museum"))["articles"]:
        article = articles[row["file"]]
        day = row["published"] or "2025-06-19"  # the undated one says so in its own words
        assert (article.outlet or "").casefold() == row["outlet"].casefold()
        assert (article.published.value or day)[:10] == day[:10]


@each_story
def test_the_print_of_the_agency_report_is_found_and_nothing_else(story: Path) -> None:
    files = {one.article.id: Path(one.article.file or "").name for one in comparison_of(story.name).articles}
    told = [{files[article] for article in reprint.articles} for reprint in comparison_of(story.name).reprints]
    file_of = {row["id"]: row["file"] for row in gold_of(story)["articles"]}
    assert told == [{file_of[article] for article in row["articles"]} for row in gold_of(story)["reprints"]]


def test_two_ages_of_one_man_are_a_conflict() -> None:
    found = differences_between("ferry", "74", "71")
    assert [(row.kind, row.relation) for row in found] == [("age", "conflict")]


def test_thirty_eight_thousand_litres_and_their_gallons_are_no_difference() -> None:
    assert differences_between("ferry", "38,000 litres", "8,400 gallons") == []


def test_inches_and_centimetres_of_one_cup_are_no_difference() -> None:
    assert differences_between("museum", "43 centimeters", "17 inches") == []


@each_story
def test_the_order_in_which_reports_are_named_does_not_matter(story: Path) -> None:
    with examples.reports(story.name) as reports:
        assert dumps(compare(reversed(reports)).comparison) == dumps(compare(reports).comparison)


@each_story
def test_what_is_shown_are_the_articles_own_words(story: Path) -> None:
    comparison = comparison_of(story.name)
    for claim in comparison.claims:
        for account in claim.accounts:
            assert comparison.words(account.span).strip()
    for attribution in comparison.attributions:
        for span in attribution.content:
            assert comparison.words(span).strip()
