"""Whether two wordings are so near that a reader needs only one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from .novelty import WORD

T = TypeVar("T")
Bag = Counter[str]

LIKE = 0.75  # Dice of the words at which two wordings of one speaker's statement are near-identical …
HELD = 0.9  # … or this share of the shorter one's words …
LEAST = 5  # … which then has to have so many
NEAR = 0.9  # Dice of the words for wordings that only their place in the story holds together
DENIALS = frozenset(
    WORD.findall(
        "no not never none nobody nothing without neither nor deny denied denies denying "
        "reject rejected rejects rejecting dismissed dismisses refused refuses disputed disputes ruled"
    )
)
NUMBERS = frozenset(
    WORD.findall(
        """half dozen zero one two three four five six seven eight
        nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
        sixty seventy eighty ninety hundred thousand million billion first second third"""
    )
)


def bag(text: str) -> Bag:
    """The words of the text with their counts, without case."""
    return Counter(found[0].casefold().replace("’", "'") for found in WORD.finditer(text))


def one_statement(left: Bag, right: Bag) -> bool:
    """Whether two wordings put into one speaker's mouth are the same statement, or one holds the other."""
    both, sizes = (left & right).total(), (left.total(), right.total())
    near = 2 * both >= LIKE * sum(sizes) > 0
    held = min(sizes) >= LEAST and both >= HELD * min(sizes)
    return (near or held) and _same_figures(left, right)


def one_wording(left: Bag, right: Bag) -> bool:
    """Whether two wordings differ in next to nothing."""
    return dice(left, right) >= NEAR and _same_figures(left, right)


def dice(left: Bag, right: Bag) -> float:
    """The share of words in common, from 0 to 1."""
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def clusters(worded: Iterable[tuple[T, Bag]], alike: Callable[[Bag, Bag], bool]) -> list[list[T]]:
    """The things together whose words are alike to those of the first among them, in the order in which they come."""
    found: list[tuple[Bag, list[T]]] = []
    for thing, words in worded:
        home = next((members for known, members in found if alike(known, words)), None)
        if home is None:
            found.append((words, [thing]))
        else:
            home.append(thing)
    return [members for _, members in found]


def _same_figures(left: Bag, right: Bag) -> bool:
    """Whether they do not set one number against another, nor deny what the other does not."""
    only_left, only_right = left - right, right - left
    denied = any(word in DENIALS or word.endswith("n't") for word in (*only_left, *only_right))
    return not denied and not (any(map(_is_figure, only_left)) and any(map(_is_figure, only_right)))


def _is_figure(word: str) -> bool:
    return word in NUMBERS or any(character.isdigit() for character in word)
