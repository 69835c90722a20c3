"""Score reading: bodies, titles, outlets and dates against gold, beside other extractors that are installed.

    python -m benchmarks.reading [--eval DIR] [--odd] [--raise-floors]

Three sets, each where it is there. *pages*: real pages with gold bodies in DIR/../data/reading-dev, measured and never
copied; `--odd` scores only every second of them, those that no rule was tuned on. *stories*: the bundled and the
development stories (DIR/stories), whose gold sheets tell title, outlet, date, the first and last words of the body and
what is furniture. *extracts*: the marked articles of training/corpus, laid out as plain text. Figures and floors are
kept in benchmarks/reading.json; exits 1 if crossread falls below a floor.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import mean
from typing import Any

from . import bodies, extracts, floors
from .quality import BUNDLED, rounded
from .readers import Reader, Reading, absent, crossread, installed
from .sheets import fold

FILE = Path(__file__).with_name("reading.json")
CORPUS = Path(__file__).parents[1] / "training" / "corpus"
FLOORED = ("F1", "exact", "clean", "title", "outlet", "date", "ends", "furniture", "body P", "body R")

GROWING = ("extracts",)
"""Sets without floors: a figure may fall because articles are added."""

Figures = dict[str, float]
Table = dict[str, dict[str, Figures]]
"""By set and reader."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print, keep; 1 if a figure of crossread fell below its floor."""
    options = parsed(arguments)
    readers = installed()
    table: Table = {}
    if pages := real_pages(options.eval.parent / "data" / "reading-dev", odd=options.odd):
        table["odd pages" if options.odd else "pages"] = {name: on_pages(one, pages) for name, one in readers.items()}
    stories = sorted((*(options.eval / "stories").glob("*/gold.json"), *BUNDLED.glob("*/gold.json")))
    table["stories"] = {name: on_stories(one, stories) for name, one in readers.items()}
    table["text extracts of stories"] = {
        "crossread": on_stories(partial(crossread, media="text/plain"), stories, ".txt")
    }
    if marked := sorted(CORPUS.glob("*/*.marked")):
        table["extracts"] = {"crossread": extracts.figures(marked)}
    for name, rows in table.items():
        show(name, rows)
    if missing := absent():
        print(f"\nnot installed, so not measured: {', '.join(missing)} (pip install 'crossread[peers]')")
    return keep(table, raise_floors=options.raise_floors)


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"), help="folder that holds stories/NAME")
    parser.add_argument("--odd", action="store_true", help="only every second page, those that no rule was tuned on")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to the figures, rounded down")
    return parser.parse_args(arguments)


# ── pages ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def real_pages(folder: Path, *, odd: bool) -> list[tuple[bytes, str]]:
    """The bytes and the gold body of each page; none where the folder is not there."""
    if not (folder / "gold.json").exists():
        return []
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    names = sorted(gold)[1::2] if odd else sorted(gold)
    return [
        (gzip.decompress((folder / "pages" / f"{name}.html.gz").read_bytes()), gold[name]["body"]) for name in names
    ]


def on_pages(reader: Reader, pages: Sequence[tuple[bytes, str]]) -> Figures:
    """A reader's figures on the real pages, and how many it reads in a second of one core."""
    reader(pages[0][0])  # what is loaded at first use is not counted
    started = time.process_time()
    read = [reader(data) for data, _ in pages]
    seconds = time.process_time() - started
    rows = [bodies.agreement(gold, one.body) for (_, gold), one in zip(pages, read, strict=True)]
    return bodies.figures(rows) | {"pages a second": len(pages) / seconds}


# ── stories ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def on_stories(reader: Reader, sheets: Sequence[Path], ending: str = ".html") -> Figures:
    """A reader's figures on the articles of the stories whose file names end so."""
    right: dict[str, list[bool]] = defaultdict(list)
    for sheet in sheets:
        for row in json.loads(sheet.read_text(encoding="utf-8"))["articles"]:
            if row["file"].endswith(ending):
                for name, verdict in verdicts(row, reader((sheet.parent / row["file"]).read_bytes())):
                    right[name].append(verdict)
    return {name: mean(verdicts) for name, verdicts in right.items()}


def verdicts(row: Mapping[str, Any], read: Reading) -> Iterator[tuple[str, bool]]:
    """Whether each thing that a gold row tells was read so. An undated article must be given no date."""
    body = fold(read.body)
    yield "title", same(read.title, row["title"])
    yield "outlet", same(read.outlet, row.get("outlet"))
    yield "date", read.date[:10] == (row.get("published") or "")[:10]
    for end in ("first", "last"):
        yield "ends", fold(row[end]) in body
    for snippet in row.get("not_body", ()):
        yield "furniture", bool(body) and fold(snippet) not in body


def same(told: str | None, wanted: str | None) -> bool:
    """Whether two names or titles are the same but for white space and case."""
    return fold(told or "").casefold() == fold(wanted or "").casefold()


# ── showing and keeping ─────────────────────────────────────────────────────────────────────────────────────────────


def show(name: str, rows: Mapping[str, Figures]) -> None:
    """Print one set, a row for each reader."""
    columns = list(next(iter(rows.values())))
    print(f"\n{name:26}" + "".join(f"{column:>16}" for column in columns))
    for reader, figures in rows.items():
        print(f"  {reader:24}" + "".join(f"{figures[column]:16.3f}" for column in columns))


def keep(table: Table, *, raise_floors: bool, path: Path = FILE) -> int:
    """Write figures and floors, keeping those of what was not there; 1 if a figure lies below its floor."""
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    least: dict[str, Figures] = kept.get("floors", {})
    fallen = [
        (name, measure, table[name]["crossread"].get(measure, 0.0), floor)
        for name in sorted(set(table) & set(least))
        for measure, floor in sorted(least[name].items())
        if table[name]["crossread"].get(measure, 0.0) < floor
    ]
    for name, measure, value, floor in fallen:
        print(f"below the floor: {name}, {measure}: {value:.3f} < {floor:.2f}", file=sys.stderr)
    if raise_floors:
        kinds = {name: rows["crossread"] for name, rows in table.items() if name not in GROWING}
        least |= {name: lifted(least.get(name, {}), figures) for name, figures in kinds.items()}
    before: Table = kept.get("figures", {})
    figures = before | {name: before.get(name, {}) | rows for name, rows in table.items()}
    path.write_text(
        json.dumps(rounded({"figures": figures, "floors": least}), indent=1, sort_keys=True) + "\n", "utf-8"
    )
    return 1 if fallen else 0


def lifted(least: Figures, figures: Figures) -> Figures:
    """The floors, each lifted to its figure rounded down to two digits where that is higher."""
    told = {name: floors.rounded_down(figures[name]) for name in FLOORED if name in figures}
    return least | {name: max(least.get(name, 0.0), value) for name, value in told.items()}


if __name__ == "__main__":
    sys.exit(main())
