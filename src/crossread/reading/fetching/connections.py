"""One request over one connection, to a number that has been checked, in bounded time and space.

No cookie, no credential, no proxy but one that is set, no redirect that is followed unseen: httpcore2 does none of
these of itself, which is why it stands here alone.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpcore2

from crossread.errors import FetchError
from crossread.settings import Settings

from .addresses import Address, Resolver, is_literal, parse, reachable
from .bodies import gathered, too_large
from .deadlines import Deadline, within

_MOST_NUMBERS = 4  # of one host that are tried
_WITH_BODY = frozenset((200, 203))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answered: status, headers (names in lower case), and, for a page, its body, unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def get(
    address: Address,
    headers: Mapping[str, str],
    *,
    settings: Settings,
    resolver: Resolver,
    deadline: Deadline,
    most: int,
) -> Answer:
    """The answer to one GET. Raises `AddressRefused` where the host may not be connected to, `UnsafePage` where the
    body is larger than `most`, `FetchError` for every other fault on the way."""
    backend = _Backend(address, settings, resolver, deadline)
    try:
        with (
            httpcore2.ConnectionPool(
                ssl_context=_certificates() if address.scheme == "https" else None,
                proxy=httpcore2.Proxy(_url(parse(settings.fetch_proxy))) if settings.fetch_proxy else None,
                network_backend=backend,
            ) as pool,
            pool.stream("GET", _url(address), headers=_fields(address, headers)) as response,
        ):
            return _answer(response, most)
    except httpcore2.TimeoutException as error:
        deadline.left(0)
        raise FetchError(
            "the site did not answer in time", hint="try: later, or raise fetch_read_seconds", temporary=True
        ) from error
    except httpcore2.ProxyError as error:
        raise FetchError(f"the proxy did not let us through ({error})", hint="try: check fetch_proxy") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise _fault(error) from error


def _answer(response: httpcore2.Response, most: int) -> Answer:
    headers: dict[str, str] = {}
    for name, value in response.headers:
        key = name.decode("ascii").casefold()
        headers[key] = f"{headers[key]}, {_text(value)}" if key in headers else _text(value)
    if response.status not in _WITH_BODY:
        return Answer(response.status, headers)
    length = headers.get("content-length", "")
    if length.isdigit() and int(length[:20]) > most:
        raise too_large(most)
    coding = headers.get("content-encoding", "").strip().casefold()
    return Answer(response.status, headers, gathered(response.iter_stream(), coding, most))


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _url(address: Address) -> httpcore2.URL:
    return httpcore2.URL(
        scheme=address.scheme.encode(),
        host=address.host.encode(),
        port=address.other_port,
        target=address.target.encode(),
    )


def _fields(address: Address, headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    fields = {"Host": address.authority, **headers, "Connection": "close"}
    return [(name.encode("ascii"), value.encode("ascii")) for name, value in fields.items()]


@cache
def _certificates() -> ssl.SSLContext:
    return httpcore2.default_ssl_context()


def _fault(error: Exception) -> FetchError:
    reasons = [one for one in (error, error.__cause__, error.__context__) if one is not None]
    for reason in reasons:
        if isinstance(reason, ssl.SSLCertVerificationError):
            return FetchError(
                f"the site does not prove that it is who it says ({reason.verify_message})",
                hint="try: open it in a browser; a network that reads along also looks like this",
            )
    if isinstance(error, httpcore2.ConnectError):
        return FetchError(f"no connection to the site ({error})", hint="try: check the network", temporary=True)
    return FetchError(f"the connection broke ({error})", hint="try: again", temporary=True)


class _Backend(httpcore2.NetworkBackend):
    """Connects to the numbers that were checked, whatever else the name would lead to by then."""

    def __init__(self, address: Address, settings: Settings, resolver: Resolver, deadline: Deadline) -> None:
        self._address = address
        self._settings = settings
        self._resolver = resolver
        self._deadline = deadline
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first of the host's numbers that takes one."""
        seconds = self._settings.fetch_connect_seconds
        fault: Exception = httpcore2.ConnectError(f"{host} has no number")
        for number in self._numbers(host)[:_MOST_NUMBERS]:
            try:
                stream = self._network.connect_tcp(number, port, self._deadline.left(seconds))
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                fault = error
            else:
                return _Stream(stream, self._settings, self._deadline)
        raise fault

    def _numbers(self, host: str) -> tuple[str, ...]:
        """What to connect to: the numbers of the address, or the proxy `host`, to which its name is left."""
        if self._settings.fetch_proxy and not is_literal(self._address.host):
            return (host,)
        numbers = within(
            self._deadline.left(self._settings.fetch_connect_seconds),
            lambda: reachable(self._address, self._settings.allow_hosts, self._resolver),
            late=lambda: httpcore2.ConnectTimeout("the host's name could not be looked up in time"),
        )
        return (host,) if self._settings.fetch_proxy else numbers


class _Stream(httpcore2.NetworkStream):
    """A connection on which everything ends with the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, settings: Settings, deadline: Deadline) -> None:
        self._stream = stream
        self._settings = settings
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes as they come."""
        return self._stream.read(max_bytes, self._deadline.left(self._settings.fetch_read_seconds))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._stream.write(buffer, self._deadline.left(self._settings.fetch_read_seconds))

    def close(self) -> None:
        """End the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted, with a certificate that bears the host's name."""
        seconds = self._deadline.left(self._settings.fetch_connect_seconds)
        stream = self._stream.start_tls(ssl_context, server_hostname, seconds)
        return _Stream(stream, self._settings, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)
