"""`crossread show`: words of an article and where they stand in the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crossread.serving.cli import main

PAGE = """<html><body>
<h1>Mill at Sorrow closes</h1>
<p>The paper mill at Sorrow closes in June, its <b>own</b>ers said on Monday, and 61 people lose their work with it.</p>
<p>&quot;There is no paper left in the world that pays for this river,&quot; said the director, Hanne Quill, to all.</p>
</body></html>
"""


def show(path: Path, where: str) -> Result:
    return CliRunner().invoke(main, ["show", str(path), "--at", where])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "mill.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_words_are_shown_in_their_block_and_at_their_place_in_the_page(page: Path) -> None:
    text = "Mill at Sorrow closes\n\nThe paper mill at Sorrow closes in June, its owners"
    start = text.index("its owners")
    result = show(page, f"{start}:{len(text)}")
    assert result.exit_code == 0, result.output
    assert "closes in June, [its owners] said on Monday" in result.stdout
    assert "in the page at 3:45 to 3:61" in result.stdout
    assert "its <b>own</b>ers" in result.stdout


def test_a_range_over_two_blocks_is_shown_block_by_block(page: Path) -> None:
    result = show(page, "0:40")
    assert "[Mill at Sorrow closes]" in result.stdout
    assert "[The paper mill at]" in result.stdout


@pytest.mark.parametrize("where", ["9999:10000", "5:5", "21:23"])
def test_a_range_without_words_is_refused_with_a_way_out(page: Path, where: str) -> None:
    result = show(page, where)
    assert result.exit_code == 1
    assert "try: a range within 0:" in result.output


@pytest.mark.parametrize("where", ["12", "a:b", "-1:4", ""])
def test_what_is_no_range_is_wrong_usage(page: Path, where: str) -> None:
    assert show(page, where).exit_code == 2


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    result = show(tmp_path / "none.html", "0:4")
    assert result.exit_code == 1
    assert "none.html" in result.output
