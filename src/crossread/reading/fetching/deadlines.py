"""How long one page may still take, over all the requests that it needs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from crossread.errors import FetchError

T = TypeVar("T")


class TooLate(FetchError):
    """The time for one page is over; it says nothing about the site that was asked last."""


class Deadline:
    """A span of time that begins now."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends = time.monotonic() + seconds
        self.asked_to_wait = 0.0  # seconds, by sites that were busy

    def left(self, most: float) -> float:
        """The seconds that remain, at most `most`. Raises `TooLate` where none do."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TooLate(
                f"the page took longer than {self._seconds:g} s",
                hint="try: later, or raise fetch_page_seconds",
                temporary=True,
            )
        return max(0.001, min(left, most))

    def wait(self, seconds: float) -> None:
        """Wait, if the seconds are more than none; the time is not counted."""
        if seconds > 0:
            time.sleep(seconds)
            self._ends += seconds

    def uncounted(self, since: float) -> None:
        """Leave out the time passed since `since`, which was spent waiting for others."""
        self._ends += time.monotonic() - since


def within(seconds: float, work: Callable[[], T], *, late: Callable[[], Exception]) -> T:
    """What `work` gives, or raises; raises `late()` where it has not ended in time (and is then left to itself).

    For calls that cannot be told how long they may take, such as looking up a name.
    """
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # handed on to the caller
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise late()
    return done[0]
