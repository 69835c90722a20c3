"""One page: its redirects followed by hand, every hop asked about, checked and waited for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import Final

from crossread.errors import AccessDenied, AddressRefused, FetchError, ReadingError, SettingsError, SourceNotFound
from crossread.records import Outcome, Page
from crossread.settings import Settings

from . import media
from .addresses import Address, Resolver, parse
from .caching import Cache, conditions, folder_of
from .connections import Answer, get
from .deadlines import Deadline
from .robots import MOST_BYTES, Robots
from .turns import Turns

_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_BUSY: Final = frozenset((429, 502, 503, 504))
_GONE: Final = frozenset((404, 410))
_DENIED: Final = frozenset((401, 402, 403, 407, 451))
_LATER: Final = frozenset((408, 425, 429))
_SAVE_IT: Final = "try: save the page in a browser"


class Visitor:
    """Fetches pages, and remembers between them whose turn it is and what each site asks."""

    def __init__(self, settings: Settings, resolver: Resolver) -> None:
        agent = _agent(settings)
        _require_proxy(settings)
        self._settings = settings
        self._resolver = resolver
        self._headers = {
            "User-Agent": agent,
            "Accept": "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.8",
            "Accept-Encoding": "gzip",
        }
        self._turns = Turns(settings.fetch_longest_wait_seconds)
        self._robots = Robots(agent.partition("/")[0])
        self._cache = Cache(
            folder_of(settings), most_bytes=int(settings.fetch_cache_megabytes * 1_000_000), agent=agent
        )

    def visit(self, url: str) -> tuple[Page | Outcome, ...]:
        """The page at the address, under the address it was found at last; several, or outcomes, for a feed. Raises
        the `ReadingError` that tells why there is none."""
        deadline = Deadline(self._settings.fetch_page_seconds)
        address, answer = self._follow(parse(url), lambda address: self._page(address, deadline))
        if answer.status not in (200, 203):
            raise _refusal(answer.status)
        return tuple(media.pages(address.url, answer, self._settings))

    def _follow(self, address: Address, ask: Callable[[Address], Answer]) -> tuple[Address, Answer]:
        """The first answer that is no redirect, and where it was found."""
        met = {address.url}
        for hop in range(self._settings.fetch_redirects + 1):
            with _told_of_redirect(hop):
                answer = ask(address)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location:
                return address, answer
            with _told_of_redirect(hop + 1):
                address = address.joined(location)
            if address.url in met:
                raise FetchError("the site redirects in a circle; it may want cookies", hint=_SAVE_IT)
            met.add(address.url)
        raise FetchError(f"the site redirects more than {self._settings.fetch_redirects} times", hint=_SAVE_IT)

    def _page(self, address: Address, deadline: Deadline) -> Answer:
        """The answer for one hop, if robots.txt lets us ask; the kept one where the site says that it still holds."""
        pause = self._robots.require(
            address, lambda robots: self._follow(robots, lambda hop: self._ask(hop, {}, 0.0, MOST_BYTES, deadline))[1]
        )
        kept = self._cache.find(address.url)
        most = int(self._settings.largest_page_megabytes * 1_000_000)
        answer = self._ask(address, conditions(kept), pause, most, deadline)
        if answer.status == 304 and kept is not None:
            return kept
        if answer.status == 200:
            self._cache.keep(address.url, answer)
        elif answer.status in _GONE:
            self._cache.forget(address.url)
        return answer

    def _ask(
        self, address: Address, more_headers: dict[str, str], pause: float, most: int, deadline: Deadline
    ) -> Answer:
        """The answer to one request, asked again some times where the site says that it is busy."""
        pause = min(max(pause, self._settings.fetch_delay_seconds), self._longest_pause)
        backoff = max(self._settings.fetch_delay_seconds, 0.001)
        for _ in range(self._settings.fetch_retries + 1):
            with self._turns.take(address.host, pause, deadline):
                answer = get(
                    address,
                    {**self._headers, **more_headers},
                    settings=self._settings,
                    resolver=self._resolver,
                    deadline=deadline,
                    most=most,
                )
            if answer.status not in _BUSY:
                break
            backoff *= 2
            asked = _retry_after(answer)
            self._turns.postpone(address.host, min(backoff, self._longest_pause) if asked is None else asked)
        return answer

    @property
    def _longest_pause(self) -> float:
        return max(self._settings.fetch_longest_wait_seconds, self._settings.fetch_delay_seconds)


@contextmanager
def _told_of_redirect(hop: int) -> Iterator[None]:
    """Where an address is refused to which a site has sent us, say so, and do not offer to allow it."""
    try:
        yield
    except AddressRefused as error:
        if not hop:
            raise
        raise AddressRefused(f"the site redirects elsewhere: {error.message}", hint=_SAVE_IT) from error


def _agent(settings: Settings) -> str:
    from crossread import __version__

    agent = (
        settings.fetch_agent.strip() or f"crossread/{__version__} (reads single articles, each asked for by a person)"
    )
    if not agent.isascii() or not agent.isprintable():
        raise SettingsError("'fetch_agent' must be one line of ASCII", hint="try: ourdesk/1.0 (desk@paper.example)")
    return agent


def _require_proxy(settings: Settings) -> None:
    try:
        if settings.fetch_proxy and parse(settings.fetch_proxy).scheme != "http":
            raise AddressRefused("must begin with http://")
    except AddressRefused as error:
        hint = "try: http://proxy.internal:3128, without a name and password"
        raise SettingsError(f"'fetch_proxy' is no HTTP proxy: {error.message}", hint=hint) from error


def _retry_after(answer: Answer) -> float | None:
    """The seconds that the site asks to wait, or None where it does not say so in a known way."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isdecimal() and value.isascii():
        return float(value[:9])
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, OverflowError, TypeError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=datetime.UTC)
    return max(0.0, (when - datetime.datetime.now(datetime.UTC)).total_seconds())


def _refusal(status: int) -> ReadingError:
    if status in _GONE:
        return SourceNotFound(f"the site has no such page ({status})", hint="try: check the address")
    if status in _DENIED:
        return AccessDenied(f"the site does not give this page to programs like this one ({status})", hint=_SAVE_IT)
    if status in _LATER or status >= 500:
        return FetchError(f"the site answered with an error ({status})", hint="try: later", temporary=True)
    return FetchError(f"the site answered with {status} and no page", hint=_SAVE_IT)
