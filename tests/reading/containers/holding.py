"""Files that hold pages, built for the tests: what is in them is nobody's news."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

from reading.support import BODY, html, paragraphs

from crossread.reading import read
from crossread.reading.sources import pages
from crossread.records import Article, Outcome, Page
from crossread.settings import Settings

TEXT = "\n\n".join(BODY)
SHORT = Settings(largest_page_megabytes=0.02)
"""Settings under which 20 kB is too large, so that tests of bounds stay fast."""


def page(title: str = "Ferry to Osk stops in May") -> bytes:
    """A page that is unlike that of any other title."""
    return html(paragraphs(f"{title}, it was said.", *BODY), head=f"<title>{title}</title>").encode()


@dataclass(frozen=True)
class Found:
    """What sources gave, pages and outcomes apart."""

    pages: list[Page]
    outcomes: list[Outcome]

    @property
    def urls(self) -> list[str | None]:
        return [page.url for page in self.pages]

    @property
    def reasons(self) -> list[str]:
        return [outcome.reason for outcome in self.outcomes]

    @property
    def told(self) -> str:
        """All that the outcomes say."""
        return "\n".join(f"{o.item}: {o.reason}: {o.detail} {o.hint}" for o in self.outcomes)

    @property
    def article(self) -> Article:
        (page,) = self.pages
        return read(page)


def held(path: Path, data: bytes | str | None = None, settings: Settings | None = None) -> Found:
    """What the file gives, after the data is written to it."""
    if data is not None:
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    found = list(pages([path], settings or Settings()))
    kept = [one for one in found if isinstance(one, Page)]
    told = [one for one in found if isinstance(one, Outcome)]
    assert all((one.hint or "").startswith("try: ") or one.reason == "duplicate" for one in told), told
    assert all(one.name.startswith(str(path)) for one in kept)
    assert all(one.item.startswith(str(path)) for one in told)
    return Found(kept, told)


def bomb(size: int) -> bytes:
    """Many zeros, packed."""
    return gzip.compress(bytes(size), 9)
