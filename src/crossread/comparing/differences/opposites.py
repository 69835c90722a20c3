"""To come."""

from collections.abc import Iterator

from crossread.comparing.tellings import Ground
from crossread.records import Difference


def other(ground: Ground) -> Iterator[Difference]:
    """Nothing yet."""
    yield from ()
