"""What a source says about a page, beside the page: a feed about its item, a record in its other fields.

It is trusted above what the page says of itself. The language alone stays a hint: there the words decide.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from crossread.records import Page, Published

from . import dates
from .lines import Draft, tidy


@dataclass(frozen=True, slots=True)
class Given:
    """The source's statements about one page; None where it makes none."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: Published = field(default_factory=Published)
    url: str | None = None
    language: str | None = None
    partial: str = ""
    doubtful: str = ""

    def over(self, draft: Draft) -> None:
        """Put what was said into the draft, in place of what the page says; title and outlet a reader has placed."""
        draft.outlet = self.outlet or draft.outlet
        draft.byline = self.byline or draft.byline
        draft.url = self.url or draft.url
        draft.language = self.language or draft.language
        draft.partial = self.partial or draft.partial
        draft.doubtful = self.doubtful or draft.doubtful
        if self.published.value is not None:
            draft.published = self.published


def about(page: Page) -> Given:
    """What the source says about the page; of two statements about one thing the first counts."""
    said: dict[str, str] = {}
    for name, value in page.given:
        if words := tidy(value):
            said.setdefault(name, words)
    return Given(
        title=said.get("title"),
        outlet=said.get("outlet"),
        byline=said.get("byline"),
        published=_published(said.get("published")),
        url=said.get("url"),
        language=said.get("language"),
        partial=said.get("partial", ""),
        doubtful=said.get("doubtful", ""),
    )


def _published(value: str | None) -> Published:
    iso = dates.stamp(value) if value else None
    return Published(iso, "metadata", f"the source gives {value[:60]} with it") if value and iso else Published()
