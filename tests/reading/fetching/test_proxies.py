"""A proxy that is set is used; one that is only in the environment is not (see test_fetch)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from reading.fetching.sites import ARTICLE, Site, redirect, reply, settings, site

from crossread.errors import SettingsError
from crossread.reading.fetching import fetch
from crossread.records import Outcome, Page


@pytest.fixture
def proxy() -> Iterator[Site]:
    with site() as running:
        yield running


def never(host: str, port: int) -> Sequence[str]:
    raise AssertionError(f"{host} was looked up")


def visit(proxy: Site, url: str) -> Page | Outcome:
    through = settings(allow_hosts=[], fetch_proxy=f"http://127.0.0.1:{proxy.port}")
    (found,) = fetch([url], through, resolver=never)
    return found


def test_a_page_is_fetched_through_the_proxy_which_looks_up_its_name(proxy: Site) -> None:
    proxy.answers["http://paper.example/story"] = reply(ARTICLE)
    found = visit(proxy, "http://paper.example/story")
    assert isinstance(found, Page), found
    assert (found.data, found.url) == (ARTICLE, "http://paper.example/story")
    assert [one.path for one in proxy.asked] == ["http://paper.example/robots.txt", "http://paper.example/story"]
    assert {one.headers["host"] for one in proxy.asked} == {"paper.example"}


@pytest.mark.parametrize("target", ["http://127.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "file:///x"])
def test_a_private_number_is_refused_through_a_proxy_too(proxy: Site, target: str) -> None:
    proxy.answers["http://paper.example/story"] = redirect(target)
    found = visit(proxy, "http://paper.example/story")
    assert isinstance(found, Outcome)
    assert found.reason == "refused"
    assert len(proxy.asked) == 2


def test_a_proxy_that_opens_no_tunnel_is_an_outcome(proxy: Site) -> None:
    proxy.answers["paper.example:443"] = reply(status=403)
    found = visit(proxy, "https://paper.example/story")
    assert isinstance(found, Outcome)
    assert "the proxy did not let us through" in found.detail


@pytest.mark.parametrize(
    "proxy", ["proxy:3128", "socks5://127.0.0.1:9050", "https://proxy.example", "http://me:pw@p:1"]
)
def test_what_is_no_http_proxy_is_a_fault_of_the_settings(proxy: str) -> None:
    with pytest.raises(SettingsError, match="fetch_proxy"):
        list(fetch(["http://paper.example/"], settings(fetch_proxy=proxy)))
