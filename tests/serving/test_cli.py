"""The command line, as a user meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import reports
from click.testing import CliRunner, Result

from crossread.presenting import documents
from crossread.serving.cli import main


def crossread(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


def document(result: Result) -> dict:  # type: ignore[type-arg]
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def every_document(stdout: str) -> list[dict]:  # type: ignore[type-arg]
    """One document, or one a line."""
    try:
        return [json.loads(stdout)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in stdout.splitlines()]


def test_two_reports_are_laid_side_by_side_on_the_terminal(tmp_path: Path) -> None:
    result = crossread("compare", *reports.harbour(tmp_path))
    assert result.exit_code == 0, result.output
    for words in ("The Lamp", "Ellery Courier", "Calloway", "61", "62"):
        assert words in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 80


def test_json_on_standard_output_is_the_document_and_nothing_else(tmp_path: Path) -> None:
    import jsonschema

    told = document(crossread("compare", *reports.harbour(tmp_path), "--json", "-"))
    jsonschema.validate(told, documents.schema())
    assert {a["outlet"] for a in told["articles"]} == {"The Lamp", "Ellery Courier"}


def test_a_folder_and_a_pattern_name_the_same_reports(tmp_path: Path) -> None:
    reports.harbour(tmp_path)
    by_folder = document(crossread("compare", tmp_path, "--json", "-"))
    by_pattern = document(crossread("compare", tmp_path / "*.*", "--json", "-"))
    assert by_folder == by_pattern


def test_a_page_comes_on_standard_input(tmp_path: Path) -> None:
    (courier,) = reports.save(tmp_path, courier_txt=reports.HARBOUR_COURIER)
    told = document(crossread("compare", "-", courier, "--json", "-", stdin=reports.HARBOUR_LAMP))
    assert len(told["articles"]) == 2


def test_every_form_is_written_to_the_file_that_was_named(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    sources = reports.harbour(tmp_path)
    result = crossread(
        "compare", *sources, "--json", out / "r.json", "--html", out / "r.html", "--markdown", out / "r.md"
    )
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert json.loads((out / "r.json").read_text(encoding="utf-8"))["schema"] == "crossread.comparison/1"
    assert (out / "r.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert (out / "r.md").read_text(encoding="utf-8").startswith("# ")


def test_two_unrelated_stories_are_compared_each_by_itself(tmp_path: Path) -> None:
    reports.harbour(tmp_path)
    reports.save(tmp_path, garden_txt=reports.GARDEN_SHOW)
    result = crossread("compare", tmp_path, "--json", "-")
    told = every_document(result.stdout)
    assert [len(one["articles"]) for one in told] == [2, 1]
    shown = crossread("compare", tmp_path)
    assert "tell 2 stories" in shown.stderr


def test_a_user_may_say_that_all_reports_tell_one_story(tmp_path: Path) -> None:
    reports.harbour(tmp_path)
    reports.save(tmp_path, garden_txt=reports.GARDEN_SHOW)
    (told,) = every_document(crossread("compare", tmp_path, "--one-story", "--json", "-").stdout)
    assert len(told["articles"]) == 3


BAD = {
    "empty.txt": (b"", "not an article"),
    "binary.txt": (bytes(range(256)) * 40, "not an article"),
    "links.html": (b"<html><body>" + b"<a href=x>Menu</a> " * 50 + b"</body></html>", "not an article"),
    "nested.html": (b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000, ""),
    "bomb.html": (
        b'<!DOCTYPE x [<!ENTITY a "' + b"lol" * 99 + b'"><!ENTITY b "' + b"&a;" * 999 + b'">]><p>' + b"&b;" * 999,
        "",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_with_its_reason_and_the_rest_is_compared(tmp_path: Path, name: str) -> None:
    data, reason = BAD[name]
    (tmp_path / name).write_bytes(data)
    result = crossread("compare", tmp_path / name, *reports.harbour(tmp_path), "--json", "-")
    assert len(document(result)["articles"]) == 2
    assert name in result.stderr
    assert reason in result.stderr


def test_a_missing_file_is_named_and_the_rest_is_compared(tmp_path: Path) -> None:
    result = crossread("compare", tmp_path / "absent.html", *reports.harbour(tmp_path), "--json", "-")
    assert len(document(result)["articles"]) == 2
    assert "absent.html: not found" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_named_and_the_rest_is_compared(tmp_path: Path) -> None:
    sources = reports.harbour(tmp_path)
    locked = tmp_path / "locked.html"
    locked.write_text(reports.HARBOUR_LAMP, encoding="utf-8")
    locked.chmod(0)
    result = crossread("compare", locked, *sources, "--json", "-")
    assert "locked.html: unreadable" in result.stderr


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "huge.html"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    result = crossread("compare", huge, *reports.harbour(tmp_path), "--json", "-")
    assert len(document(result)["articles"]) == 2
    assert "huge.html: unsafe" in result.stderr


def test_the_same_article_twice_is_one(tmp_path: Path) -> None:
    sources = reports.harbour(tmp_path)
    (copy,) = reports.save(tmp_path, copy_html=reports.HARBOUR_LAMP)
    result = crossread("compare", *sources, copy, "--json", "-")
    assert len(document(result)["articles"]) == 2
    assert "duplicate" in result.stderr


def test_an_article_in_another_language_is_shown_and_marked(tmp_path: Path) -> None:
    reports.harbour(tmp_path)
    reports.save(tmp_path, hafen_txt=reports.GERMAN)
    result = crossread("compare", tmp_path, "--json", "-")
    languages = [a["language"] for one in every_document(result.stdout) for a in one["articles"]]
    assert sorted(languages) == ["de", "en", "en"]
    assert "hafen.txt: not annotated" in result.stderr


def test_one_article_alone_is_shown(tmp_path: Path) -> None:
    (lamp,) = reports.save(tmp_path, lamp_html=reports.HARBOUR_LAMP)
    result = crossread("compare", lamp)
    assert result.exit_code == 0
    assert "Calloway" in result.stdout


def test_nothing_readable_at_all_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    result = crossread("compare", tmp_path / "absent.html")
    assert result.exit_code == 1
    assert "absent.html" in result.stderr
    assert "try:" in result.stderr


def test_an_unknown_setting_is_an_error_that_offers_the_nearest(tmp_path: Path) -> None:
    result = crossread("compare", "--set", "story_likenes=0.2", *reports.harbour(tmp_path))
    assert result.exit_code == 1
    assert "did you mean 'story_likeness'" in result.stderr


def test_wrong_usage_exits_with_two() -> None:
    assert crossread("compare", "--colour").exit_code == 2


def test_the_schema_is_printed() -> None:
    assert json.loads(crossread("schema").stdout)["$schema"].startswith("https://json-schema.org/")


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    paths = " ".join(map(str, reports.harbour(tmp_path)))
    ended = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m crossread compare {paths} | head -1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stderr == ""


def test_the_demo_writes_and_names_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = crossread("demo")
    assert result.exit_code == 0, result.output
    assert "crossread-report.html" in result.stderr
    assert (tmp_path / "crossread-report.html").exists()


def test_an_article_is_shown_as_it_is_read_with_what_was_left_out(tmp_path: Path) -> None:
    (courier,) = reports.save(tmp_path, courier_txt=reports.HARBOUR_COURIER)
    shown = crossread("read", courier, "--why").stdout
    assert "title" in shown
    assert "Three injured as crane collapses in Port Ellery" in shown
    assert "0 comments  [" in shown


def test_articles_are_read_out_as_json_lines(tmp_path: Path) -> None:
    lines = crossread("read", *reports.harbour(tmp_path), "--json").stdout.splitlines()
    assert [json.loads(line)["outlet"] for line in lines] == ["The Lamp", "Ellery Courier"]


def test_annotations_stand_in_brackets_where_they_were_found(tmp_path: Path) -> None:
    (lamp,) = reports.save(tmp_path, lamp_html=reports.HARBOUR_LAMP)
    shown = " ".join(crossread("annotate", lamp).stdout.split())
    assert "[s1 the harbour authority] [c1 said]" in shown
    assert "Ines Calloway (direct)" in shown


def test_annotations_are_given_as_json(tmp_path: Path) -> None:
    (lamp,) = reports.save(tmp_path, lamp_html=reports.HARBOUR_LAMP)
    told = json.loads(crossread("annotate", lamp, "--json").stdout)
    assert {"attributions", "timexes", "quantities", "entities"} <= set(told)
