"""Whose turn it is: one request at a time to a host, and a pause between two."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from crossread.errors import FetchError

from .deadlines import Deadline


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    closed_until: float = 0.0


class Turns:
    """The turns at all hosts. `longest_wait` bounds how many seconds hosts may ask for, over all of one page."""

    def __init__(self, longest_wait: float) -> None:
        self._longest_wait = longest_wait
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def take(self, name: str, pause: float, deadline: Deadline) -> Iterator[None]:
        """A turn at the host, after which nobody has one for `pause` seconds; waiting for it is not counted.

        Raises `FetchError` where the host has asked for a longer wait than it may.
        """
        host = self._hosts.setdefault(name, _Host())
        began = time.monotonic()
        with host.lock:
            deadline.uncounted(began)
            asked = max(0.0, host.closed_until - time.monotonic())
            self._refuse_long_wait(asked, deadline)
            deadline.asked_to_wait += asked
            deadline.wait(max(asked, host.free_at - time.monotonic()))
            try:
                yield
            finally:
                host.free_at = time.monotonic() + pause

    def postpone(self, name: str, seconds: float) -> None:
        """Let nobody have a turn at the host for so long."""
        host = self._hosts.setdefault(name, _Host())
        host.closed_until = max(host.closed_until, time.monotonic() + seconds)

    def _refuse_long_wait(self, asked: float, deadline: Deadline) -> None:
        if asked and deadline.asked_to_wait + asked > self._longest_wait:
            raise FetchError(
                f"the site asks not to be asked for another {asked:.0f} s",
                hint="try: later, or raise fetch_longest_wait_seconds",
                temporary=True,
            )
