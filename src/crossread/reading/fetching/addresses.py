"""Web addresses, taken apart strictly, and the hosts behind them that may be connected to.

What is checked here is what is connected to: the connection is made to the numbers that `reachable` gives, and no
name is looked up a second time.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from crossread.errors import AddressRefused, FetchError

Resolver = Callable[[str, int], Sequence[str]]
"""Gives the numbers of a host, by name and port; raises `OSError` where there are none."""

_PORTS: Final = {"http": 80, "https": 443}
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\\]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_UNSETTLED = re.compile("[ßς\u200c\u200d]")  # older and newer rules for names make different hosts of these
_CHECK: Final = "try: check the address"
_PLAIN_NAME: Final = "try: the name in the spelling that begins with 'xn--'"
_KEPT: Final = "/%:@!$&'()*+,;=~?[]|"
_LONGEST: Final = 8_000  # characters; RFC 9110 asks programs to take as many at least
_GLOBAL_6 = ip_network("2000::/3")
_ALSO_REFUSED: Final = tuple(
    ip_network(block)
    for block in (
        "192.0.0.0/24",  # protocol assignments
        "192.88.99.0/24",  # 6to4 relays
        "168.63.129.16/32",  # a cloud's own services, under a public number
        "2001::/23",  # protocol assignments, Teredo
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation
    )
)
_TRANSLATED = ip_network("64:ff9b::/96")  # IPv4 seen through NAT64


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address: host in lower-case ASCII, path and query percent-encoded, no fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def other_port(self) -> int | None:
        """The port where it is not the scheme's own."""
        return None if self.port == _PORTS[self.scheme] else self.port

    @property
    def authority(self) -> str:
        """Host, and port where it is not the scheme's own, as in a Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.other_port is None else f"{host}:{self.other_port}"

    @property
    def origin(self) -> str:
        """The address without path and query."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address."""
        return self.origin + self.target

    def joined(self, location: str) -> Address:
        """The address that a link or redirect on this one leads to."""
        try:
            return parse(urljoin(self.url, location.strip()))
        except ValueError as error:
            raise _no_address(error) from error


def parse(url: str) -> Address:
    """The address that a text spells. Raises `AddressRefused` for what is not plainly an http or https address."""
    text = url.strip()
    if len(text) > _LONGEST:
        raise AddressRefused(f"the address is longer than {_LONGEST:,} characters", hint=_CHECK)
    if _UNSEEN.search(text):
        raise AddressRefused("the address holds a backslash or control characters", hint="try: copy it again")
    try:
        parts = urlsplit(text)
        scheme, name, port = parts.scheme, parts.hostname or "", parts.port
    except ValueError as error:
        raise _no_address(error) from error
    if scheme not in _PORTS:
        raise AddressRefused(f"only http and https are fetched, not '{scheme}'", hint=_CHECK)
    if "@" in parts.netloc:
        raise AddressRefused("the address holds a user name or password", hint="try: the address without it")
    host = _literal_6(name) if "[" in parts.netloc else _host(name)
    path = quote(parts.path or "/", safe=_KEPT) + ("?" + quote(parts.query, safe=_KEPT) if parts.query else "")
    return Address(scheme, host, _PORTS[scheme] if port is None else port, path)


def system_resolver(host: str, port: int) -> Sequence[str]:
    """The numbers of a host as this machine's resolver gives them, in the order to try them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def reachable(address: Address, allowed: Sequence[str], resolver: Resolver) -> tuple[str, ...]:
    """The numbers to connect to, in order. Raises `AddressRefused` where any of them is not on the public internet
    and the host is not allowed by name, `FetchError` where there are none."""
    numbers = (address.host,) if is_literal(address.host) else _looked_up(address, resolver)
    if address.host in {name.strip().strip("[]").rstrip(".").casefold() for name in allowed}:
        return numbers
    hint = f"try: --set allow_hosts={address.host}, if you know this host to be safe; or save the page in a browser"
    if address.port < 1024 and address.port not in _PORTS.values():
        raise AddressRefused(f"port {address.port} is not one for web pages", hint=hint)
    for number in numbers:
        if not is_public(number):
            named = number if number == address.host else f"{address.host} ({number})"
            raise AddressRefused(f"{named} is not on the public internet", hint=hint)
    return numbers


def is_public(number: str) -> bool:
    """Whether a host's number is one that anybody on the internet reaches under it: not this machine, a private
    network, a link, a group of hosts, or a number set aside; what wraps an IPv4 number is judged by that number."""
    try:
        ip = ip_address(number)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip in _TRANSLATED:
            ip = IPv4Address(int(ip) & 0xFFFF_FFFF)
        elif ip not in _GLOBAL_6:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved) and not any(ip in block for block in _ALSO_REFUSED)


def is_literal(host: str) -> bool:
    """Whether the host is a number itself, and no name."""
    return ":" in host or host.rpartition(".")[2].isdigit()


def _looked_up(address: Address, resolver: Resolver) -> tuple[str, ...]:
    try:
        numbers = tuple(resolver(address.host, address.port))
    except (OSError, UnicodeError) as error:
        raise _unknown(address.host) from error
    if not numbers:
        raise _unknown(address.host)
    return numbers


def _literal_6(name: str) -> str:
    try:
        if "%" in name:
            raise ValueError("it names a network interface")
        return str(IPv6Address(name))
    except ValueError as error:
        raise _no_address(error) from error


def _host(name: str) -> str:
    """The host in ASCII. A number is taken only in its one plain spelling: not octal, hexadecimal or shortened."""
    if _UNSETTLED.search(name):
        raise AddressRefused("the host's name is one that programs read in different ways", hint=_PLAIN_NAME)
    try:
        host = name.encode("idna").decode("ascii").casefold().removesuffix(".")
    except UnicodeError as error:
        raise AddressRefused("this is no host's name", hint=_PLAIN_NAME) from error
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return str(IPv4Address(host))
        except ValueError as error:
            raise AddressRefused("the host is a number that is not plainly spelled", hint=_CHECK) from error
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise AddressRefused("this is no host's name", hint=_CHECK)
    return host


def _no_address(error: ValueError) -> AddressRefused:
    return AddressRefused(f"this is no web address ({error})", hint=_CHECK)


def _unknown(host: str) -> FetchError:
    return FetchError(
        f"no host of the name {host} was found", hint="try: check the address and the network", temporary=True
    )
