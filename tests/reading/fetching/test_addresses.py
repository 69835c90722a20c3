"""Which addresses are fetched from, and which numbers are public."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import AddressRefused, FetchError
from crossread.reading.fetching.addresses import is_public, parse, reachable

INSIDE = """
    127.0.0.1 127.8.8.8 0.0.0.0 0.1.2.3 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1
    192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    168.63.129.16 192.88.99.1
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a00:1
    64:ff9b:1::808:808 2002:7f00:1:: 2001:0:7f00:1:: 2001:db8::1 3fff::1 100::1 fc00::1 fd12::1 fe80::1 fe80::1%eth0
    fec0::1 ff02::1 ff0e::1 5f00::1 paper.example 127.1
"""
OUTSIDE = "8.8.8.8 1.1.1.1 172.32.0.1 100.128.0.1 2606:4700::1 2a00:1450::1 ::ffff:8.8.8.8 64:ff9b::808:808"


def never(host: str, port: int) -> tuple[str, ...]:
    raise AssertionError(f"{host} was looked up")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://paper.example", "https://paper.example/"),
        ("  HTTPS://Paper.Example:443/Story#top ", "https://paper.example/Story"),
        ("http://paper.example:8080/a b?q=é", "http://paper.example:8080/a%20b?q=%C3%A9"),
        ("http://paper.example./", "http://paper.example/"),
        ("http://bücher.example/x%20y", "http://xn--bcher-kva.example/x%20y"),
        ("http://[2606:4700:0:0::1]/", "http://[2606:4700::1]/"),
        ("http://１.2.3.4/", "http://1.2.3.4/"),
    ],
)
def test_an_address_is_read_into_its_one_spelling(written: str, read: str) -> None:
    assert parse(written).url == read
    assert parse(read).url == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "paper.example/story",
        "ftp://paper.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http://:80/",
        "http:///story",
        "http://[::1",
        "http://[fe80::1%25eth0]/",
        "http://paper.example:port/",
        "http://paper.example:99999/",
        "http://editor:secret@paper.example/",
        "http://paper.example@127.0.0.1/",
        "http://127.0.0.1\\@paper.example/",
        "http://paper.example/\r\nX-Injected: 1",
        "http://paper.example\t.evil.example/",
        "http://paper..example/",
        "http://-paper.example/",
        "http://paper%2eexample/",
        "http://straße.example/",
        "http://" + "a" * 64 + ".example/",
        "http://paper.example/" + "a" * 8_000,
        # numbers that are not plainly spelled
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.0x1/",
        "http://127.0.0.1.5/",
        "http://paper.example.1/",
        "http://１２７.１/",
    ],
)
def test_what_is_not_plainly_a_web_address_is_refused(written: str) -> None:
    with pytest.raises(AddressRefused) as raised:
        parse(written)
    assert (raised.value.hint or "").startswith("try: ")


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "192.88.99.1",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::808:808",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "3fff::1",
        "100::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "5f00::1",
        "paper.example",
        "127.1",
    ],
)
def test_a_number_that_not_everybody_reaches_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        "8.8.8.8",
        "1.1.1.1",
        "172.32.0.1",
        "100.128.0.1",
        "2606:4700::1",
        "2a00:1450::1",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
    ],
)
def test_a_number_on_the_internet_is_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://[::1]/", "http://[::ffff:169.254.169.254]/", "http://0.0.0.0/"]
)
def test_a_private_number_is_refused_without_a_look_up(url: str) -> None:
    with pytest.raises(AddressRefused, match="not on the public internet"):
        reachable(parse(url), (), never)


@pytest.mark.parametrize("numbers", [("127.0.0.1",), ("8.8.8.8", "10.0.0.1"), ("::1",), ("8.8.8.8", "fe80::1%2")])
def test_a_name_that_leads_inside_is_refused(numbers: tuple[str, ...]) -> None:
    with pytest.raises(AddressRefused, match="not on the public internet"):
        reachable(parse("http://rebind.example/"), (), lambda host, port: numbers)


def test_a_host_is_allowed_by_its_very_name() -> None:
    inside = ("10.0.0.7",)
    assert reachable(parse("http://Wiki.Internal/"), ("wiki.internal",), lambda host, port: inside) == inside
    assert reachable(parse("http://[::1]/"), ("[::1]",), never) == ("::1",)
    with pytest.raises(AddressRefused):
        reachable(parse("http://other.wiki.internal/"), ("wiki.internal",), lambda host, port: inside)


def test_ports_of_other_services_are_refused() -> None:
    with pytest.raises(AddressRefused, match="port 25"):
        reachable(parse("http://paper.example:25/"), (), lambda host, port: ("8.8.8.8",))


@pytest.mark.parametrize("fault", [OSError("no such name"), UnicodeError("label too long")])
def test_a_name_that_nobody_knows_may_be_known_later(fault: Exception) -> None:
    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise fault

    with pytest.raises(FetchError, match=r"no host of the name paper\.example") as raised:
        reachable(parse("http://paper.example/"), (), unknown)
    assert raised.value.temporary


@given(st.text(max_size=60))
def test_any_text_is_an_address_in_ascii_or_refused(text: str) -> None:
    try:
        address = parse("http://" + text)
    except AddressRefused:
        return
    assert address.url.isascii()
    assert parse(address.url) == address


@given(st.text(max_size=40))
def test_a_redirect_leads_to_an_address_or_nowhere(location: str) -> None:
    try:
        address = parse("https://paper.example/a/b").joined(location)
    except AddressRefused:
        return
    assert address.scheme in {"http", "https"}


@given(st.integers(0, 2**128 - 1))
def test_only_global_unicast_and_what_wraps_ipv4_is_public_in_ipv6(number: int) -> None:
    from ipaddress import IPv6Address

    ip = IPv6Address(number)
    if is_public(str(ip)):
        assert number >> 125 == 1 or ip.ipv4_mapped or str(ip).startswith("64:ff9b::")
