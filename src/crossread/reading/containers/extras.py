"""Libraries that not everybody needs: an error that names what to install, where one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from crossread.errors import SourceUnreadable


@contextmanager
def needed(extra: str, what: str) -> Iterator[None]:
    """Import a library of the extra inside; `SourceUnreadable` with the command to install it where it is not there."""
    try:
        yield
    except ImportError as error:
        raise SourceUnreadable(
            f"{what} cannot be read without the extra '{extra}'", hint=f"try: pip install 'crossread[{extra}]'"
        ) from error
