"""Time the chain: as a whole process, step by step, beside an extractor alone, and as the input grows.

    python -m benchmarks.speed [--runs N]

Prints tables and keeps them in benchmarks/speed.json. Wall seconds are what a user waits; CPU seconds are steadier
on a machine with other work. Each figure is the median of the runs.
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
COMMAND = (sys.executable, "-c", "from crossread.serving.cli import main; main()")
STEPS = ("read", "annotate", "gather", "compare", "present")
ARTICLES, WORDS = 5, 600
GROWTH = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of one run, or the median of several."""

    wall: float
    cpu: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Time everything, print it, keep it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="runs behind each median")
    runs = parser.parse_args(arguments).runs
    pages = padding.pages(articles=ARTICLES, words=WORDS)
    whole, steps, peer = processes(pages, runs), in_process(pages, runs), extractor(pages, runs)
    growth = {"articles": grown_by_articles(runs), "words": grown_by_words(runs)}
    show_processes(whole)
    show_steps(steps, peer)
    show_growth(growth)
    keep(whole, steps, peer, growth)
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


def grown_by_articles(runs: int) -> dict[int, Taken]:
    """The time of all steps for more articles of one length."""
    sizes = (ARTICLES * factor for factor in GROWTH)
    return {size: total(in_process(padding.pages(articles=size, words=WORDS), min(runs, 3))) for size in sizes}


def grown_by_words(runs: int) -> dict[int, Taken]:
    """The time of all steps for as many articles, each longer."""
    sizes = (WORDS * factor for factor in GROWTH)
    return {size: total(in_process(padding.pages(articles=ARTICLES, words=size), min(runs, 3))) for size in sizes}


def median(runs: Sequence[Taken]) -> Taken:
    """The median of wall and of CPU seconds, each by itself."""
    return Taken(statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs))


def total(steps: dict[str, Taken]) -> Taken:
    """All steps together."""
    return Taken(sum(step.wall for step in steps.values()), sum(step.cpu for step in steps.values()))


def exponent(sizes: dict[int, Taken]) -> float:
    """How CPU time grows with size: 1 in proportion, 2 with its square; from the smallest and the largest."""
    (small, least), *_, (large, most) = sorted(sizes.items())
    return math.log(most.cpu / least.cpu) / math.log(large / small)


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


def show_growth(growth: dict[str, dict[int, Taken]]) -> None:
    """Print how the cost grows."""
    for unit, sizes in growth.items():
        row = "   ".join(f"{size}: {taken.cpu:.3f}" for size, taken in sizes.items())
        print(f"\nCPU s by {unit}   {row}   exponent {exponent(sizes):.2f}")


def keep(
    whole: dict[str, Taken],
    steps: dict[str, Taken],
    peer: Taken,
    growth: dict[str, dict[int, Taken]],
    path: Path = FILE,
) -> None:
    """Write all figures, with the machine type they hold for."""
    figures = {
        "machine": {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()},
        "input": {"articles": ARTICLES, "words": WORDS},
        "process": rows(whole),
        "steps": rows(steps),
        "extractor": rows({"trafilatura.extract": peer}),
        "times the extractor": round(total(steps).cpu / peer.cpu, 1),
        "growth": {unit: rows(sizes) | {"exponent": round(exponent(sizes), 2)} for unit, sizes in growth.items()},
    }
    path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def rows(taken: dict[Any, Taken]) -> dict[str, Any]:
    """Seconds as JSON values."""
    return {str(name): {"wall_s": round(row.wall, 4), "cpu_s": round(row.cpu, 4)} for name, row in taken.items()}


if __name__ == "__main__":
    sys.exit(main())
