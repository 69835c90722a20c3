"""The words for users: what they name is there, and what is there they name."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossread.serving.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(main.commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    assert f"crossread {command}" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert f"crossread {command}" in result.output.split("Example", 1)[1]


def test_the_readme_uses_no_option_that_is_not_there() -> None:
    known = {name for command in (main, *main.commands.values()) for p in command.params for name in p.opts}
    used = set(re.findall(r"(?<!\S)(--[a-z-]+)", "\n".join(re.findall(r"^\$ crossread .*$", README, re.M))))
    assert used <= known | {"--help"}


def test_the_readme_and_the_makefile_agree() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"\bmake ([a-z-]+)", README)) <= targets


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!http)[^)#]+)", README))
def test_the_readme_links_to_files_that_are_there(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_figures_in_the_readme_are_those_that_were_measured() -> None:
    figures = json.loads((ROOT / "benchmarks" / "quality.json").read_text(encoding="utf-8"))
    told = re.findall(r"^\| ([a-z ]+) \| ([.\d]+) \| ([.\d]+) \| ([.\d]+) \|", README, re.M)
    assert told
    for measure, *row in told:
        for name, value in zip(("corpus test", "development", "bundled"), row, strict=True):
            figure = figures[name][measure]
            measured = figure.get("f1", figure.get("share")) if isinstance(figure, dict) else figure
            assert float(value) == pytest.approx(measured, abs=0.0051), (measure, name)
