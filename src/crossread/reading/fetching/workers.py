"""Work on many items at a time, with the results in the order of the items."""

from __future__ import annotations

import queue
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_order(
    work: Callable[[Item], Result], items: Sequence[Item], *, at_once: int, group: Callable[[Item], str]
) -> Iterator[Result]:
    """What `work`, which must not raise, gives for each item, in order, at most `at_once` at a time.

    Work is begun in turn on each `group` of items, so that a slow one does not keep the others waiting for long.
    Whoever stops asking, or is interrupted, does not wait: what is under way is left behind, the rest is not begun.
    """
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    done: list[queue.SimpleQueue[Result]] = [queue.SimpleQueue() for _ in items]
    stopped = threading.Event()
    for index in _in_turn([group(item) for item in items]):
        waiting.put(index)

    def run() -> None:
        while not stopped.is_set():
            try:
                index = waiting.get_nowait()
            except queue.Empty:
                return
            done[index].put(work(items[index]))

    for _ in range(min(max(1, at_once), len(items))):
        threading.Thread(target=run, daemon=True).start()
    try:
        for result in done:
            yield result.get()
    finally:
        stopped.set()


def _in_turn(groups: Sequence[str]) -> list[int]:
    """The places of the groups' members: the first of each group, then the second of each, and so on."""
    met: Counter[str] = Counter()
    rank = []
    for group in groups:
        rank.append(met[group])
        met[group] += 1
    return sorted(range(len(groups)), key=lambda index: (rank[index], index))
