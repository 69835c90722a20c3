"""What a site's robots.txt asks of us, as RFC 9309 reads it.

A site without one (any answer of 400 to 499, but for 429) asks nothing. One that cannot be read (no connection, 429,
500 to 599) is taken to forbid everything for now, as section 2.3.1.4 has it: it may well say so.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import Final

from protego import Protego

from crossread.errors import FetchError, ForbiddenByRobots, UnsafePage

from .addresses import Address
from .connections import Answer
from .deadlines import TooLate

MOST_BYTES: Final = 512_000  # RFC 9309, section 2.5, asks for 500 kibibytes at least


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a site asks: nothing, something, or nobody knows, because of `fault`."""

    parsed: Protego | None = None
    fault: FetchError | None = None


class Robots:
    """The rules of all sites met, each read once. `agent` is the name under which we are spoken to."""

    def __init__(self, agent: str) -> None:
        self._agent = agent
        self._rules: dict[str, _Rules] = {}
        self._locks: dict[str, threading.Lock] = {}

    def require(self, address: Address, ask: Callable[[Address], Answer]) -> float:
        """The pause that the site asks for between two requests, 0 where for none. `ask` gets its robots.txt.

        Raises `ForbiddenByRobots` where it asks us to stay away from the address, `FetchError` where what it asks
        cannot be read.
        """
        with self._locks.setdefault(address.origin, threading.Lock()):
            if address.origin not in self._rules:
                self._rules[address.origin] = _read(address.joined("/robots.txt"), ask)
        rules = self._rules[address.origin]
        if rules.fault is not None:
            raise copy(rules.fault)
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(address.url, self._agent):
            raise ForbiddenByRobots(
                "the site's robots.txt asks programs not to fetch this page", hint="try: save the page in a browser"
            )
        return rules.parsed.crawl_delay(self._agent) or 0.0


def _read(address: Address, ask: Callable[[Address], Answer]) -> _Rules:
    try:
        answer = ask(address)
    except TooLate:  # by the fault, perhaps, of a site before; the next page asks again
        raise
    except FetchError as error:  # the page would fare no better
        return _Rules(fault=error)
    except UnsafePage:
        return _Rules(fault=_unread(f"it is larger than {MOST_BYTES:,} bytes", temporary=False))
    if answer.status == 200:
        return _Rules(Protego.parse(answer.body.decode("utf-8", "replace").removeprefix("\ufeff")))
    if 400 <= answer.status < 500 and answer.status != 429:
        return _Rules()
    return _Rules(fault=_unread(f"it was answered with {answer.status}", temporary=True))


def _unread(why: str, *, temporary: bool) -> FetchError:
    return FetchError(
        f"the site's robots.txt cannot be read ({why}), so it may ask programs to stay away",
        hint="try: later, or save the page in a browser",
        temporary=temporary,
    )
