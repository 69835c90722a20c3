"""Fetching: the only door to the network. An address becomes a page, politely and safely, or an outcome says why not.

addresses    an address taken apart, and whether its host may be connected to
connections  one request over one connection, to the very number that was checked
bodies       what comes back, unpacked and bounded
deadlines    how long a page may take
turns        one request at a time to a host, and a pause
robots       what a site asks of programs
caching      pages kept, so that a site need not send them again
media        what came, made a page
visits       all of these for one page, over its redirects
workers      several hosts at a time
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from crossread.errors import ReadingError
from crossread.records import Outcome, OutcomeReason, OutcomeStatus, Page
from crossread.settings import Settings

if TYPE_CHECKING:
    from .addresses import Resolver

__all__ = ["fetch", "is_address"]

_BEGINS = re.compile(r"\s*https?:/", re.IGNORECASE)
_CREDENTIALS = re.compile(r"(?<=//)[^/?#]*@")


def is_address(source: str) -> bool:
    """Whether what a user names is a web address and no file."""
    return bool(_BEGINS.match(source))


def fetch(urls: Iterable[str], settings: Settings, *, resolver: Resolver | None = None) -> Iterator[Page | Outcome]:
    """The page at each address, or an outcome that says why there is none, in the order of the addresses.

    A feed gives the pages that stand in it. An address named twice is fetched once. `resolver` looks up hosts in
    place of this machine's own.
    """
    once = list({url.strip().partition("#")[0]: url.strip() for url in urls}.values())
    if not once:
        return
    from .addresses import system_resolver
    from .visits import Visitor
    from .workers import in_order

    visitor = Visitor(settings, resolver or system_resolver)

    def visit(url: str) -> tuple[Page | Outcome, ...]:
        try:
            return visitor.visit(url)
        except ReadingError as error:
            return (_outcome(url, error),)
        except Exception as error:  # whatever a site does, the other pages must not suffer
            detail = f"fetch met {type(error).__name__}: {error}"
            return (Outcome(_shown(url), "quarantined", "failed", detail, "try: report it with the address"),)

    for found in in_order(visit, once, at_once=settings.fetch_at_once, group=_host):
        yield from found


def _outcome(url: str, error: ReadingError) -> Outcome:
    status: OutcomeStatus = "retry" if getattr(error, "temporary", False) else "quarantined"
    # every class in the tree names a reason from the closed list
    reason: OutcomeReason = error.reason  # type: ignore[assignment]
    return Outcome(_shown(url), status, reason, error.message, error.hint)


def _host(url: str) -> str:
    """The host as it is written, enough to tell one from another."""
    return url.partition("//")[2].partition("/")[0].casefold()


def _shown(url: str) -> str:
    """The address as it may be shown to others: without a name and password in it."""
    return _CREDENTIALS.sub("", url)
