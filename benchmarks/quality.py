"""Score the chain on stories with gold sheets.

    python -m benchmarks.quality [--eval DIR] [--errors N] [--raise-floors]

Scores the bundled stories, the development stories in DIR/stories where there are any, and the parts of the training
corpus: train, whose errors are read, and test, which nobody reads or tunes on and whose errors are never printed.
Prints the figures and keeps them in benchmarks/quality.json. Exits 1 if a figure lies below its floor in
benchmarks/floors.json.
"""

from __future__ import annotations

import argparse
import json
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import crossread
from training import gold

from . import floors
from .chain import compared
from .errors import show_errors
from .marks import SHARES, TALLIES, Figures, Mark, figures
from .scoring import score
from .sheets import load

BUNDLED = Path(crossread.__file__).parent / "examples"
CORPUS = Path(__file__).parents[1] / "training" / "corpus"
FILE = Path(__file__).with_name("quality.json")
UNREAD = "corpus test"

Marks = dict[str, list[Mark]]
"""The marks of each story, by the name of its folder."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print, keep; 1 if a figure fell below its floor."""
    options = parsed(arguments)
    crashed: list[str] = []
    with TemporaryDirectory() as folder:
        sets = story_sets(options.eval) | corpus_sets(Path(folder))
        marks = {name: scored(folders, crashed) for name, folders in sets.items() if folders}
    table = {name: figures([mark for story in stories.values() for mark in story]) for name, stories in marks.items()}
    kept = floors.load()
    for name, rows in table.items():
        show(name, rows, kept.get(name, {}), stories=list(marks[name]))
    if options.errors:
        for name, stories in marks.items():
            if name != UNREAD:
                show_errors(stories, most=options.errors)
    if crashed:
        print(f"crashed, so nothing is kept: {', '.join(crashed)}", file=sys.stderr)
        return 1
    keep(table)
    fallen = [(name, *row) for name, rows in table.items() for row in floors.below(rows, kept.get(name, {}))]
    for name, measure, value, floor in fallen:
        print(f"below the floor: {name}, {measure}: {value:.3f} < {floor:.2f}", file=sys.stderr)
    if options.raise_floors:
        floors.save(kept | {name: floors.raised(kept.get(name, {}), rows) for name, rows in table.items()})
    return 1 if fallen else 0


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"), help="folder that holds stories/NAME")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N errors of each kind a story")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to the figures, rounded down")
    return parser.parse_args(arguments)


def story_sets(development: Path) -> dict[str, list[Path]]:
    """The story folders of both sets: those with a gold sheet."""
    return {
        "development": sorted(path.parent for path in (development / "stories").glob("*/gold.json")),
        "bundled": sorted(path.parent for path in BUNDLED.glob("*/gold.json")),
    }


def corpus_sets(out: Path) -> dict[str, list[Path]]:
    """The parts of the training corpus as story folders, written below `out`."""
    return {
        f"corpus {part}": [gold.write(story, out) for story in stories] for part, stories in gold.split(CORPUS).items()
    }


def scored(folders: Sequence[Path], crashed: list[str]) -> Marks:
    """The marks of each story in turn; one on which the chain crashes scores nothing and its name is noted."""
    return {folder.name: marks_of(folder, crashed) for folder in folders}


def marks_of(folder: Path, crashed: list[str]) -> list[Mark]:
    """The marks of one story, for what the chain makes of its articles."""
    sheet = load(folder / "gold.json")
    try:
        return score(sheet, compared(folder / row["file"] for row in sheet["articles"]))
    except Exception:  # one story's crash is shown, and hides no other story's figures
        traceback.print_exc()
        crashed.append(folder.name)
        return score(sheet, {"articles": []})


def show(name: str, rows: Figures, least: floors.Floors, *, stories: Sequence[str]) -> None:
    """Print the figures of one set, each beside its floor."""
    print(f"\n{name}: {', '.join(stories)}")
    print(f"  {'':20} {'F1':>5} {'P':>6} {'R':>6} {'floor':>6}   gold   told")
    for measure in TALLIES:
        row = rows[measure]
        figure = f"{number(row['f1']):>5} {number(row['precision']):>6} {number(row['recall']):>6}"
        print(f"  {measure:20} {figure} {number(least.get(measure)):>6}  {row['gold']:5}  {row['said']:5}")
    print(f"  {'':20} {'share':>5} {'':13} {'floor':>6}     of")
    for measure in SHARES:
        row = rows[measure]
        print(f"  {measure:20} {number(row['share']):>5} {'':13} {number(least.get(measure)):>6}  {row['of']:5}")
    print(f"  {'sheet (mean)':20} {number(rows['sheet']):>5} {'':13} {number(least.get('sheet')):>6}")


def number(value: float | None) -> str:
    """A figure with two digits, a dash for none."""
    return "-" if value is None else f"{value:.2f}"


def keep(table: dict[str, Figures], path: Path = FILE) -> None:
    """Write the figures, keeping those of a set that was not there to be scored."""
    before: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps(rounded(before | table), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def rounded(value: Any) -> Any:
    """The same values with four digits at most, so that the file changes only where a figure does."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return round(value, 4) if isinstance(value, float) else value


if __name__ == "__main__":
    sys.exit(main())
