"""HTML to lines: every stretch of visible text that stands by itself, and where on the page it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from lxml import etree

from crossread.errors import NotAnArticle, UnsafePage

from . import lexicon
from .lines import tidy

_INVISIBLE: Final = lexicon.entries("elements", "invisible")
_INLINE: Final = lexicon.entries("elements", "inline")
_HOLD_TEXT: Final = lexicon.entries("elements", "line")
_CONTEXT: Final = lexicon.entries("elements", "naming attribute")
_PICTURES: Final = frozenset(("img", "picture", "amp-img"))
_SEEN: Final = frozenset(("head", "iframe", "video", "select", "textarea"))
_MARKING: Final = frozenset(
    ("a", "b", "strong", "em", "i", "time", "small", "td", "th")
)  # inline, and worth knowing of
_LONGEST_NAME: Final = 300  # characters of a class or id that are looked at
_FOR_SCREEN_READERS: Final = (
    frozenset({"sr", "only"}),
    frozenset({"visually", "hidden"}),
    frozenset({"screen", "reader"}),
)
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[a-z]+")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_ATTRIBUTE = re.compile(r"\s[\w:@.-]{1,40}(?=[\s=>])")
_MOST_ATTRIBUTES: Final = 5_000  # the parser's time grows with the square of their number
_CONTINUES = re.compile(r"[,.;:!?)\]’”]")
_NEW_TAB = re.compile(
    r",? ?\(?opens (?:in )?(?:a )?new (?:tab|window)\)?", re.IGNORECASE
)  # said to screen readers only
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Element:
    """One element of the page, as far as reading needs it: its tag, the words of its class, id and role, and (filled
    in later) how much prose stands in it."""

    tag: str
    parent: Element | None
    names: frozenset[str]
    order: int
    hidden: bool = False
    prose: int = 0


@dataclass(slots=True, eq=False)
class Line:
    """A stretch of text that stands by itself; `element` is the innermost that holds all of it, `linked` the number
    of its characters that are links, `image` whether a picture stands right before it."""

    text: str
    element: Element
    linked: int = 0
    image: bool = False

    @property
    def link_share(self) -> float:
        """Which share of the text is links."""
        return self.linked / max(1, len(self.text))

    def ancestors(self) -> list[Element]:
        """The elements around the line, the innermost first."""
        found, element = [], self.element
        while element is not None:
            found.append(element)
            element = element.parent  # type: ignore[assignment]
        return found


def parse(text: str, *, deepest: int, name: str) -> etree._Element:
    """The root of the page's tree. Raises `UnsafePage` where it nests deeper than `deepest`."""
    if any(len(_ATTRIBUTE.findall(tag[0])) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise UnsafePage("a tag has thousands of attributes", item=name, hint="try: save the article as plain text")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    try:
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise NotAnArticle(f"cannot be parsed as HTML ({error})", item=name) from error
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise UnsafePage(
            f"elements nest deeper than {deepest:,}", item=name, hint="try: save the article as plain text"
        )
    if root is None:
        raise NotAnArticle("there is nothing in it", item=name)
    return root


def lines(root: etree._Element, *, deepest: int, name: str) -> list[Line]:
    """All visible lines of the page, in order. Raises `UnsafePage` where it nests deeper than `deepest`."""
    walk = _Walk()
    depth = 0
    events = etree.iterwalk(root, events=("start", "end"))
    for event, node in events:
        if event == "start":
            depth += 1
            if depth > deepest:
                raise UnsafePage(f"elements nest deeper than {deepest:,}", item=name, hint="try: save it as plain text")
            if not walk.enter(node):
                events.skip_subtree()
        else:
            depth -= 1
            walk.leave(node)
    walk.flush()
    return walk.lines


class _Walk:
    """The state of one pass over the tree."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._here = Element("html", None, frozenset(), 0)
        self._path: list[Element] = []
        self._pieces: list[tuple[str, Element, bool]] = []
        self._links = 0
        self._count = 0
        self._image = False

    def enter(self, node: etree._Element) -> bool:
        """Go into the element; False where nothing in it is to be seen."""
        tag = _tag(node)
        self._path.append(self._here)
        self._count += 1
        if tag in _INVISIBLE:
            self._pass_over(tag)
            return False
        if tag == "br":
            self._add("\n")
            return True
        inline = _is_inline(tag, self._here)
        names, hidden = _context(node)
        if inline and any(sort <= names for sort in _FOR_SCREEN_READERS):
            return False
        if not inline:
            self._pass_over(tag)
        self._links += tag == "a"
        if not inline or names or tag in _MARKING:
            self._here = Element(tag, self._here, names, self._count, hidden or self._here.hidden)
        if tag in {"td", "th"}:
            self._add(" ")
        self._add(node.text)
        return True

    def leave(self, node: etree._Element) -> None:
        """Come out of the element."""
        tag, outer = _tag(node), self._path.pop()
        entered = self._here is not outer
        if tag not in _INVISIBLE and tag != "br":
            if not _is_inline(tag, outer):
                self.flush()
            elif tag == "a" and entered:
                self._links -= 1
        self._here = outer
        self._add(node.tail)

    def _pass_over(self, tag: str) -> None:
        """End the line where a box begins, or something that is seen and not read."""
        if tag in _PICTURES or tag in _SEEN or tag not in _INVISIBLE:
            self.flush()
        self._image = self._image or tag in _PICTURES

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append((text, self._here, self._links > 0))

    def flush(self) -> None:
        """End the line, or the lines, that the text since the last end makes up."""
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        for part in _parts(pieces):
            text = _NEW_TAB.sub("", tidy("".join(piece[0] for piece in part)))
            if text:
                linked = sum(len(piece[0].strip()) for piece in part if piece[2])
                element = innermost([piece[1] for piece in part if piece[0].strip()])
                if _CONTINUES.match(text) and self._join(text, element):
                    continue
                self.lines.append(Line(text, element, linked, self._image))
                self._image = False

    def _join(self, text: str, element: Element) -> bool:
        """Add the text to a line just before, of the same element, that a box inside its paragraph had cut off."""
        for line in reversed(self.lines[-3:]):
            if line.element is element:
                line.text += text
                return True
        return False


_ENDED = re.compile(r"""[.!?…]["'”’»)\]]*\s*$""")
Piece = tuple[str, Element, bool]


def _parts(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces cut at line breaks that end something: two in a row, one after a full sentence, one after a span
    that has a class of its own."""
    parts: list[list[Piece]] = [[]]
    breaks = 0
    for piece in pieces:
        if piece[0] == "\n":
            breaks += 1
        elif piece[0].strip():
            if breaks and parts[-1] and (breaks > 1 or _stands_alone(parts[-1])):
                parts.append([])
            elif breaks:
                parts[-1].append(("\n", piece[1], False))
            parts[-1].append(piece)
            breaks = 0
        elif not breaks:
            parts[-1].append(piece)
    return parts


def _stands_alone(part: list[Piece]) -> bool:
    own = part[-1][1]
    return bool(_ENDED.search(part[-1][0])) or (
        own.tag == "span" and bool(own.names) and all(piece[1] is own for piece in part if piece[0].strip())
    )


def innermost(elements: list[Element]) -> Element:
    """The innermost element that holds all of them."""
    common = elements[0]
    for element in elements[1:]:
        while common.order != element.order:
            if common.order > element.order and common.parent is not None:
                common = common.parent
            elif element.parent is not None:
                element = element.parent
            else:
                return common
    return common


def _tag(node: etree._Element) -> str:
    return node.tag if isinstance(node.tag, str) else "script"


def _is_inline(tag: str, outer: Element) -> bool:
    return tag in _INLINE or ("-" in tag and tag not in _PICTURES and outer.tag in _HOLD_TEXT)


def _context(node: etree._Element) -> tuple[frozenset[str], bool]:
    """The words of the element's names, and whether it is hidden."""
    names, hidden = frozenset[str](), False
    for name, value in node.attrib.items():
        if name in _CONTEXT:
            names |= name_words(str(value)[:_LONGEST_NAME])
        elif name == "hidden" or (name == "style" and _HIDDEN.search(str(value))):
            hidden = True
    return names, hidden


@lru_cache(maxsize=4096)
def name_words(value: str) -> frozenset[str]:
    """The words in the value of a class, id or role: "articleShare__btn-top" gives article, share,
    btn, top, and the pairs "article share" and so on."""
    names = [word.casefold() for word in _CAMEL.findall(value)]
    return frozenset((*names, *(f"{one} {two}" for one, two in pairwise(names))))
