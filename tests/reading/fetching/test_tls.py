"""Encrypted sites: the certificate must bear the host's name, though the connection goes to a number."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading.fetching.sites import ARTICLE, Site, on_loopback, reply, settings, site

from crossread.reading.fetching import connections, fetch
from crossread.records import Outcome, Page

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs the openssl command")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file with a new key and a certificate for paper.test that it signed itself."""
    folder = tmp_path_factory.mktemp("certificate")
    make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=paper.test"
    extensions = ["-addext", "subjectAltName=DNS:paper.test"]
    files = ["-keyout", str(folder / "key"), "-out", str(folder / "certificate")]
    subprocess.run([*make.split(), *extensions, *files], check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_text((folder / "key").read_text() + (folder / "certificate").read_text())
    return str(both)


@pytest.fixture
def paper(certificate: str) -> Iterator[Site]:
    with site(certificate) as running:
        running.answers["/story"] = reply(ARTICLE)
        yield running


@pytest.fixture
def trusted(certificate: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SSL_CERT_FILE", str(Path(certificate).with_name("certificate")))
    connections._certificates.cache_clear()
    yield
    connections._certificates.cache_clear()


def visit(paper: Site, host: str) -> Page | Outcome:
    (found,) = fetch([paper.url(host=host, scheme="https")], settings(), resolver=on_loopback)
    return found


@pytest.mark.usefixtures("trusted")
def test_a_site_that_proves_its_name_is_fetched_from(paper: Site) -> None:
    found = visit(paper, "paper.test")
    assert isinstance(found, Page), found
    assert paper.asked[-1].headers["host"] == f"paper.test:{paper.port}"


@pytest.mark.usefixtures("trusted")
def test_a_site_with_the_certificate_of_another_is_not(paper: Site) -> None:
    found = visit(paper, "gazette.test")
    assert isinstance(found, Outcome)
    assert found.status == "quarantined"
    assert "does not prove that it is who it says" in found.detail
    assert not paper.asked


def test_a_site_that_nobody_vouches_for_is_not(paper: Site) -> None:
    found = visit(paper, "paper.test")
    assert isinstance(found, Outcome)
    assert "does not prove that it is who it says" in found.detail
    assert not paper.asked
