"""Comparing: a story becomes a comparison. The verb is `compare`."""

from __future__ import annotations

from crossread.records import Comparison, Story
from crossread.settings import Settings

from .corrections import NONE, Corrections, parse
from .explaining import Explanation, explain
from .working import work

__all__ = ["Corrections", "Explanation", "compare", "explain", "parse"]


def compare(
    story: Story,
    settings: Settings = Settings(),  # noqa: B008  (Settings is frozen)
    corrections: Corrections = NONE,
) -> Comparison:
    """The story laid side by side: who says what, from whom, where accounts differ, what one alone tells.

    The same articles give the same comparison in whatever order they came. Articles that are not annotated are shown
    and take no part; a story of one article gives its claims with nothing to compare them to. What `corrections`
    decide goes before what is found, and stands in `decisions`.
    """
    return work(story, settings, corrections).comparison
