"""Regions: where on a page the article stands, and which lines its place makes furniture.

An article's paragraphs stand in boxes of one sort: the same tag and names, in an outer box with the same tag and
names. The sort that holds most of the page's running text is the article's; what stands among its lines, or in boxes
of another sort that are large enough, belongs to it too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from . import boxes
from .markup import Element, Line

_MOST_BY_NAME: Final = 0.4  # an element with a larger share of the page's prose is not furniture, whatever its name
_MOST_BY_TAG: Final = 0.8  # the same for what its tag says
_LONGEST_PROMPT: Final = 500  # characters of prose; what is called paywall and holds more is the text behind it
_LEAST_PART: Final = 0.25  # of the main part's prose: boxes of another sort with less do not belong to the article
_GAP_LINES: Final = 20  # of furniture within an article; boxes of advertisement and pointers have fewer
_MOST_BELOW_GAP: Final = 0.3  # of the prose; with more the text begins there, below a long menu
_MAY_QUOTE: Final = frozenset(("pointer to other articles", "share bar", "page details", "aside"))
"""Rules that do not reach into a quotation: embedded posts stand in boxes called widget or social."""

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PARAGRAPHS: Final = frozenset(("p", "li"))
_CELLS: Final = frozenset(("td", "th"))
_TEXT_TAGS: Final = frozenset(
    (
        *_HEADINGS,
        *("p", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "q", "cite", "pre", "center"),
        *("em", "strong", "b", "i", "u", "a", "span", "small", "time", "font"),
        *("table", "thead", "tbody", "tfoot", "tr", "td", "th"),
    )
)
"""Elements that are text, or hold a stretch of it, and are no boxes of the page's layout."""

_SENTENCE = re.compile(r"""[.!?…]["'”’»)\]*]*$""")

Sort = tuple[str, frozenset[str], str, frozenset[str]]


def is_prose(text: str) -> bool:
    """Whether the text reads like running text: a full sentence of some length."""
    if "。" in text:  # Chinese and Japanese put no spaces between words
        return len(text) >= 20
    return len(text) >= 40 and text.count(" ") >= 6 and bool(_SENTENCE.search(text))


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a page, with `weights`, how much each speaks for its place being the article's, and `rules`, by
    which its place makes it furniture (None: it does not)."""

    lines: list[Line]
    weights: list[int]
    rules: list[str | None]


@dataclass(frozen=True, slots=True)
class Region:
    """Where the article's text stands: `inside` are the indices of its lines, from `first` to `last`."""

    first: int
    last: int
    inside: frozenset[int]


def layout(lines: list[Line]) -> Layout:
    """The lines with their weights and the rules of their places."""
    weights = [_weight(line) for line in lines]
    return Layout(lines, weights, _places(lines, weights))


def _weight(line: Line) -> int:
    """The length of running text; of other text in a paragraph, a third."""
    if line.link_share > 0.5 or line.element.tag in _HEADINGS:
        return 0
    if boxes.holds_article(line):
        return len(line.text)
    if line.element.tag == "li" and line.link_share > 0.15:
        return 0
    if is_prose(line.text):
        return len(line.text)
    return len(line.text) // 3 if line.element.tag == "p" and line.text.count(" ") >= 2 else 0


def _places(lines: list[Line], weights: list[int]) -> list[str | None]:
    """For each line the rule by which its place makes it furniture.

    What a name says is believed only where the elements of that name hold little of the page's prose: a page may
    call its whole body "paywall".
    """
    elements: dict[int, Element] = {}
    for line, weight in zip(lines, weights, strict=True):
        for element in line.ancestors():
            element.prose += weight
            elements[element.order] = element
    named: Counter[tuple[str, frozenset[str]]] = Counter()
    for element in elements.values():
        named[element.tag, element.names] += element.prose
    total = sum(weights)
    rules: dict[int, str | None] = {}
    for order in sorted(elements):  # outer elements come before inner ones
        element = elements[order]
        outer = rules[element.parent.order] if element.parent is not None else None
        if element.tag == "blockquote" and outer in _MAY_QUOTE:
            outer = None
        rules[order] = outer or _rule(element, named[element.tag, element.names], total)
    return [rules[line.element.order] for line in lines]


def _rule(element: Element, prose_of_its_like: int, total: int) -> str | None:
    by_tag = boxes.rule_of_tag(element)
    rule = by_tag or boxes.rule_of_names(element.names)
    most = total * (_MOST_BY_TAG if by_tag else _MOST_BY_NAME)
    if rule == "prompt to the reader":
        most = min(most, _LONGEST_PROMPT)
    return rule if max(element.prose, prose_of_its_like) <= most else None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line that may belong to the article: its index, its weight, and the box that it stands in, with its sort."""

    index: int
    weight: int
    box: Element
    sort: Sort


def region(page: Layout, begin: int) -> Region | None:
    """Where the article's text stands, looking at the lines from `begin` on that are not furniture by their place."""
    placed = [_placed(index, page) for index in range(begin, len(page.lines)) if page.rules[index] is None]
    weights: Counter[Sort] = Counter()
    for line in placed:
        weights[line.sort] += line.weight
    if not weights or max(weights.values()) == 0:
        return None
    main = max(weights, key=lambda sort: weights[sort])  # of equals the first on the page
    large = {sort for sort, size in weights.items() if size >= _LEAST_PART * weights[main]}
    core = [line for line in placed if line.sort == main and line.weight]
    inside = _up_to_gap(sorted(_belonging(placed, page.lines, core, large)), page.weights)
    start = _with_headings_above(min(inside), page, begin)
    return Region(start, max(inside), frozenset(inside.union(range(start, min(inside)))))


def _up_to_gap(inside: list[int], weights: list[int]) -> set[int]:
    """The lines up to a long stretch of the page without prose: what is of the article's sort below is another's."""
    prose = [index for index in inside if weights[index]]
    left = most = sum(weights[index] for index in prose)
    for index, following in pairwise(prose):
        left -= weights[index]
        if following - index > _GAP_LINES and left <= _MOST_BELOW_GAP * most:
            return {line for line in inside if line <= index}
    return set(inside)


def _placed(index: int, page: Layout) -> _Placed:
    box = _box(page.lines[index].element)
    outer = box.parent or box
    return _Placed(index, page.weights[index], box, (box.tag, box.names, outer.tag, outer.names))


def _box(element: Element) -> Element:
    """The box around a paragraph: not the paragraph's own element, nor one that is only text.

    A cell is a box where paragraphs stand in it: tables of figures have none, pages laid out as a table do.
    """
    inside_paragraph = False
    while element.parent is not None:
        if element.tag in _PARAGRAPHS:
            inside_paragraph = True
        elif element.tag not in _TEXT_TAGS or (element.tag in _CELLS and inside_paragraph):
            if inside_paragraph:
                return element
            inside_paragraph = True  # a <div> that holds a paragraph's text itself
        element = element.parent
    return element


def _belonging(placed: list[_Placed], lines: list[Line], core: list[_Placed], large: set[Sort]) -> Iterable[int]:
    """The indices of the lines that belong to the article."""
    main = core[0].sort
    own = {line.box.order for line in core}
    first, last = core[0].index, core[-1].index
    linked = _boxes_of_links(placed, lines)
    for line in placed:
        text = lines[line.index]
        lead = line.index < first and text.element.tag == "p" and text.link_share < 0.3 and is_prose(text.text)
        part = first <= line.index <= last or (line.sort in large and text.element.tag != "li") or lead
        if line.sort == main or line.box.order in own or (part and line.box.order not in linked):
            yield line.index


def _boxes_of_links(placed: list[_Placed], lines: list[Line]) -> set[int]:
    """The boxes whose text is for the most part links."""
    text: Counter[int] = Counter()
    linked: Counter[int] = Counter()
    for line in placed:
        text[line.box.order] += len(lines[line.index].text)
        linked[line.box.order] += lines[line.index].linked
    return {order for order, size in text.items() if linked[order] > 0.5 * size}


def _with_headings_above(start: int, page: Layout, begin: int) -> int:
    """The index of the first of the headings that stand right above the text: a live page begins with one."""
    while start > begin and page.rules[start - 1] in {None, "time stamp"} and _is_heading(page.lines[start - 1]):
        start -= 1
    return start


def _is_heading(line: Line) -> bool:
    return line.element.tag in {"h2", "h3", "h4", "time"} and line.link_share < 0.5
