"""Time the chain: as a whole process, step by step, beside an extractor alone, and as the input grows.

    python -m benchmarks.speed [--runs N]

Prints tables and keeps them in benchmarks/speed.json. Wall seconds are what a user waits; CPU seconds are steadier
on a machine with other work. Each figure is the median of the runs, but growth is measured once.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trafilatura

from crossread.annotating import annotate
from crossread.comparing import compare
from crossread.gathering import gather
from crossread.presenting.documents import dumps
from crossread.reading import read
from crossread.records import AnnotatedArticle, Article, Comparison, Page, Story

from . import padding

FILE = Path(__file__).with_name("speed.json")
COMMAND = (sys.executable, "-m", "crossread")
STEPS = ("read", "annotate", "gather", "compare", "present")
ARTICLES, WORDS = 5, 600
FACTORS = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of one run, or the median of several."""

    wall: float
    cpu: float


Growth = dict[int, dict[str, Taken]]
"""The time of each step at each size."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Time everything, print it, keep it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs behind each median")
    runs = parser.parse_args(arguments).runs
    pages = padding.pages(articles=ARTICLES, words=WORDS)
    whole, steps, peer = processes(pages, runs), in_process(pages, runs), extractor(pages, runs)
    show_processes(whole)
    show_steps(steps, peer)
    growth = {"articles": grown_by_articles(), "words": grown_by_words()}
    for unit, grown in growth.items():
        show_growth(unit, grown)
    keep(
        {
            "process": rows(whole),
            "steps": rows(steps),
            "extractor": rows({"trafilatura.extract": peer}),
            "times the extractor": round(total(steps).cpu / peer.cpu, 1),
            "growth": {unit: rows_of_growth(grown) for unit, grown in growth.items()},
        }
    )
    return 0


# ── timing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def processes(pages: Sequence[str], runs: int) -> dict[str, Taken]:
    """What a user waits for: the comparison of the pages, and the help text, each a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.html") for number in range(len(pages))]
        for file, page in zip(files, pages, strict=True):
            file.write_text(page, encoding="utf-8")
        comparison = (*COMMAND, "compare", *map(str, files), "--json", "-")
        return {
            "crossread compare": median([process(comparison) for _ in range(runs)]),
            "crossread --help": median([process((*COMMAND, "--help")) for _ in range(runs)]),
        }


def process(command: Sequence[str]) -> Taken:
    """The time of one process, its output thrown away; raises `CalledProcessError` if it fails."""
    before, started = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - started, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Taken(wall, cpu)


def in_process(pages: Sequence[str], runs: int) -> dict[str, Taken]:
    """The time of each step over the pages, imports and first use apart."""
    laps(pages)
    each = [laps(pages) for _ in range(runs)]
    return {step: median([run[step] for run in each]) for step in STEPS}


def laps(pages: Sequence[str]) -> dict[str, Taken]:
    """One run through the five steps."""
    raw = [Page(page.encode(), "text/html", file=f"{number}.html") for number, page in enumerate(pages)]
    taken: dict[str, Taken] = {}
    articles: list[Article] = timed(taken, "read", lambda: [read(page) for page in raw])
    annotated: list[AnnotatedArticle] = timed(taken, "annotate", lambda: [annotate(article) for article in articles])
    stories: tuple[Story, ...] = timed(taken, "gather", lambda: gather(annotated))
    comparisons: list[Comparison] = timed(taken, "compare", lambda: [compare(story) for story in stories])
    timed(taken, "present", lambda: [dumps(comparison) for comparison in comparisons])
    return taken


def timed(taken: dict[str, Taken], step: str, work: Callable[[], Any]) -> Any:
    """What the work gives; its time is put under `step`."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    taken[step] = Taken(time.perf_counter() - wall, time.process_time() - cpu)
    return result


def extractor(pages: Sequence[str], runs: int) -> Taken:
    """The time of trafilatura's extraction alone over the same pages: text out, nothing understood."""
    taken: dict[str, Taken] = {}
    each = []
    for _ in range(runs + 1):
        timed(taken, "extract", lambda: [trafilatura.extract(page) for page in pages])
        each.append(taken["extract"])
    return median(each[1:])


def grown_by_articles() -> Growth:
    """The time of each step for more articles of one length."""
    return {size: laps(padding.pages(articles=size, words=WORDS)) for size in (ARTICLES * f for f in FACTORS)}


def grown_by_words() -> Growth:
    """The time of each step for as many articles, each longer."""
    return {size: laps(padding.pages(articles=ARTICLES, words=size)) for size in (WORDS * f for f in FACTORS)}


def median(runs: Sequence[Taken]) -> Taken:
    """The median of wall and of CPU seconds, each by itself."""
    return Taken(statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs))


def total(steps: dict[str, Taken]) -> Taken:
    """All steps together."""
    return Taken(sum(step.wall for step in steps.values()), sum(step.cpu for step in steps.values()))


def exponent(growth: Growth, step: str) -> float:
    """How a step's CPU time grows with size: 1 in proportion, 2 with its square; from the smallest and the largest."""
    (small, least), *_, (large, most) = sorted(growth.items())
    return math.log(most[step].cpu / least[step].cpu) / math.log(large / small)


# ── showing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def show_processes(whole: dict[str, Taken]) -> None:
    """Print what a user waits for."""
    print(f"whole process, {ARTICLES} articles of {WORDS} words {'wall s':>12} {'CPU s':>8}")
    for name, taken in whole.items():
        print(f"  {name:38} {taken.wall:11.3f} {taken.cpu:8.3f}")


def show_steps(steps: dict[str, Taken], peer: Taken) -> None:
    """Print each step's share, and the ratio to the extractor."""
    all_steps = total(steps)
    print(f"\nin process {'wall s':>37} {'CPU s':>8}  share")
    for name, taken in steps.items():
        print(f"  {name:34} {taken.wall:11.3f} {taken.cpu:8.3f} {taken.cpu / all_steps.cpu:6.0%}")
    print(f"  {'all steps':34} {all_steps.wall:11.3f} {all_steps.cpu:8.3f}")
    print(f"  {'trafilatura.extract, same pages':34} {peer.wall:11.3f} {peer.cpu:8.3f}")
    print(f"  the chain costs {all_steps.cpu / peer.cpu:.1f} times the extractor")


def show_growth(unit: str, growth: Growth) -> None:
    """Print how the cost of each step grows."""
    print(f"\n{f'CPU s by {unit}':36}" + "".join(f"{size:>9}" for size in growth) + "  exponent")
    for step in (*STEPS, "all steps"):
        row = "".join(f"{taken[step].cpu:9.3f}" for taken in with_total(growth).values())
        print(f"  {step:34}{row}{exponent(with_total(growth), step):10.2f}")


def with_total(growth: Growth) -> Growth:
    """The growth with all steps together as one more row."""
    return {size: taken | {"all steps": total(taken)} for size, taken in growth.items()}


def keep(figures: dict[str, Any], path: Path = FILE) -> None:
    """Write all figures, with the machine type they hold for."""
    machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
    about = {"machine": machine, "input": {"articles": ARTICLES, "words": WORDS}}
    path.write_text(json.dumps(about | figures, indent=1) + "\n", encoding="utf-8")


def rows_of_growth(growth: Growth) -> dict[str, Any]:
    """CPU seconds of all steps at each size, and the exponent of each step."""
    seconds = {str(size): round(total(taken).cpu, 4) for size, taken in growth.items()}
    exponents = {step: round(exponent(with_total(growth), step), 2) for step in (*STEPS, "all steps")}
    return {"cpu_s": seconds, "exponent": exponents}


def rows(taken: dict[Any, Taken]) -> dict[str, Any]:
    """Seconds as JSON values."""
    return {str(name): {"wall_s": round(row.wall, 4), "cpu_s": round(row.cpu, 4)} for name, row in taken.items()}


if __name__ == "__main__":
    sys.exit(main())
