"""The bundled stories: their gold sheets hold, and the chain keeps its basic promises on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from goldsheets import STORIES, gold_of, snippets, visible

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
