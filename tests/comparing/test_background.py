"""What every newsroom knows or can look up."""

from __future__ import annotations

import pytest
from marked import marked

from crossread.comparing.background import is_background
from crossread.comparing.lookups import Lookup


def background(text: str) -> bool:
    found = marked(text, published="2024-05-14T09:00:00+00:00")
    return is_background(Lookup(found), found.article.span(0, len(found.article.text)))


@pytest.mark.parametrize(
    "text",
    [
        "[e1: Ilja Varga], 52",
        "the harbour master, [e1: Ilja Varga]",
        "The pier stands on oak piles",
        "The pier was built in [@1931: 1931]",
        "A storm destroyed the first pier on [@2019-11-02: November 2, 2019]",
    ],
)
def test_standing_facts_and_what_is_long_past_are(text: str) -> None:
    assert background(text)


@pytest.mark.parametrize(
    "text",
    [
        "The board closed the pier",
        "The pier is to open again in June",
        "The pier has been closed",
        "The strike runs until [@2024-05-17: Friday]",
        "at five schools and one nursery",
        "A storm hit the pier on [@2024-05-12: Sunday]",
    ],
)
def test_news_is_not(text: str) -> None:
    assert not background(text)
