"""The marked articles of the corpus: how they are read, and what their checker finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.check import check_article, check_story
from training.marked import MarkingError, attributions, read

CORPUS = Path(__file__).parents[2] / "training" / "corpus"
STORIES = sorted(path.parent for path in CORPUS.glob("*/entities.txt"))
KNOWN = {"brandt": ("person", "Ada Brandt", "f"), "lamp": ("organisation", "The Lamp", "-")}


def marked(folder: Path, *blocks: str) -> Path:
    """A marked article with the blocks given, on disk."""
    path = folder / "a.marked"
    path.write_text("outlet: The Lamp\npublished: 2031-05-14\n---\n" + "\n".join(blocks) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_every_story_of_the_corpus_keeps_the_format(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    errors, _ = check_story(story)
    assert not errors, [line for line in capsys.readouterr().out.splitlines() if ": error:" in line]


def test_marks_are_taken_out_of_the_text_and_keep_their_place(tmp_path: Path) -> None:
    article = read(
        marked(tmp_path, "title: Crane falls", "p: “<q a=1 e=brandt>It fell,</q>” <s a=1>Brandt</s> <c a=1>said</c>.")
    )
    assert article.text == "Crane falls\n\n“It fell,” Brandt said."
    assert [(mark.name, article.words(mark)) for mark in article.marks] == [
        ("q", "It fell,"),
        ("s", "Brandt"),
        ("c", "said"),
    ]


def test_an_attribution_gathers_all_its_stretches_whatever_words_part_them(tmp_path: Path) -> None:
    said = attributions(
        read(
            marked(
                tmp_path,
                "p: <q a=1 e=brandt>The crane</q>, <s a=1,2>she</s> <c a=1>said</c>, <q a=1>fell</q>, and "
                "<c a=2>asked</c> <q a=2 e=brandt>why</q>.",
            )
        )
    )
    assert [(len(one.content), len(one.cue), len(one.source), one.speaker) for one in said] == [
        (2, 1, 1, "brandt"),
        (1, 1, 1, "brandt"),
    ]


def test_furniture_may_hold_angle_brackets_and_other_blocks_may_not(tmp_path: Path) -> None:
    assert read(marked(tmp_path, "x: Home > News")).text == "Home > News"
    with pytest.raises(MarkingError, match="stray angle bracket"):
        read(marked(tmp_path, "p: Home > News"))


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("p: <m e=brandt>Ada Brandt</m> left. Ada Brandt ran.", "name without <m>"),
        ("p: It fell on Friday.", "time without <t>"),
        ("p: It hurt three people.", "number without <n> or <t>"),
        ("p: Then she left.", "pronoun without <m>"),
        ("p: It was a “sign of the times”.", "quotation marks outside"),
        ("p: “<q a=1 e=?>No,</q>” <s a=1>Ines Okoro</s> <c a=1>said</c>.", "a speaker with a name"),
        ("p: <q a=1 e=brandt>No</q>, <c a=1>said</c> everybody.", "a cue or a source, not both"),
    ],
)
def test_the_checker_points_at_what_is_left_unmarked(block: str, found: str, tmp_path: Path) -> None:
    errors, warnings = check_article(read(marked(tmp_path, block)), KNOWN)
    assert not errors
    assert any(found in warning for warning in warnings), warnings


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("p: <t v=2031-05-14>Thursday</t>", "is no Thursday"),
        ("p: <m e=nobody>Somebody</m>", "no entity 'nobody'"),
        ("caption: <q a=1 e=brandt>It fell</q>", "<q> in a caption block"),
        ("p: <s a=1>Brandt</s>", "has no <q>"),
        ("p: <n v=11 of=people>11</n>", "does not stand inside the mark"),
        ("p: <q a=1 e=brandt>It <c a=1>fell</c></q>", "inside its own content"),
    ],
)
def test_the_checker_refuses_what_cannot_be_right(block: str, found: str, tmp_path: Path) -> None:
    errors, _ = check_article(read(marked(tmp_path, block)), KNOWN)
    assert any(found in error for error in errors), errors
