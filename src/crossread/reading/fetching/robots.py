"""What a site's robots.txt asks of us, as RFC 9309 reads it.

A site without one (any answer of 400 to 499, but for 429) asks nothing. One that cannot be read (no connection, 429,
500 to 599) is taken to forbid everything for now, as section 2.3.1.4 has it: it may well say so.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from protego import Protego

from crossread.errors import AddressRefused, FetchError, ForbiddenByRobots, ReadingError, UnsafePage

from .addresses import Address
from .connections import Answer

MOST_BYTES: Final = 512_000  # RFC 9309, section 2.5, asks for 500 kibibytes at least
_SAVE_IT: Final = "try: save the page in a browser"


@dataclass(frozen=True, slots=True)
class _Rules:
    parsed: Protego | None = None
    unread: str | None = None


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
        if rules.unread is not None:
            raise FetchError(
                f"what the site asks of programs cannot be read ({rules.unread})", hint="try: later", temporary=True
            )
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(address.url, self._agent):
            raise ForbiddenByRobots("the site's robots.txt asks programs not to fetch this page", hint=_SAVE_IT)
        return rules.parsed.crawl_delay(self._agent) or 0.0


def _read(address: Address, ask: Callable[[Address], Answer]) -> _Rules:
    try:
        answer = ask(address)
    except AddressRefused:
        raise
    except UnsafePage as error:
        return _Rules(unread=f"robots.txt {error.message}")
    except ReadingError as error:
        return _Rules(unread=f"robots.txt: {error.message}")
    if answer.status == 200:
        return _Rules(Protego.parse(answer.body.decode("utf-8", "replace").removeprefix("\ufeff")))
    if 400 <= answer.status < 500 and answer.status != 429:
        return _Rules()
    return _Rules(unread=f"robots.txt was answered with {answer.status}")
