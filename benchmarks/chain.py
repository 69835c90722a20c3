"""The chain as a user runs it: the files of one story in, its comparison document out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from crossread.pipeline import compare
from crossread.presenting.documents import document


def compared(files: Iterable[Path]) -> dict[str, Any]:
    """The comparison document of the largest story in the files; what became of other items goes to standard error.

    Articles that the chain leaves out, or puts into another story, are missed in all that is measured.
    """
    result = compare(files)
    for outcome in result.outcomes:
        if outcome.status != "kept":
            print(f"{outcome.item}: {outcome.status}, {outcome.reason}: {outcome.detail}", file=sys.stderr)
    for other in result.comparisons[1:]:
        names = ", ".join(annotated.article.name for annotated in other.articles)
        print(f"taken for another story: {names}", file=sys.stderr)
    return document(result.comparison)
