"""Regions: which parts of a page are furniture by where they stand, and which element holds the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from . import captions
from .markup import Element, Line

_TAGS: Final = {
    "nav": "navigation",
    "footer": "page footer",
    "aside": "aside",
    "form": "form",
    "dialog": "dialog",
    "menu": "navigation",
    "address": "address",
}

_NAMES: Final = {
    "navigation": "nav navigation menu breadcrumb breadcrumbs topbar navbar masthead skip subnav hamburger kicker eyebrow",
    "page footer": "footer foot colophon ft",
    "comments": "comment comments cmt cm disqus respond replies discussion livefyre coral",
    "pointer to other articles": (
        "related rel recommended recommendation recommendations recirc recirculation readmore trending popular mostread "
        "teaser teasers promo promos upnext suggested outbrain taboola sidebar rail widget widgets jp relatedposts also "
        "read-more morefrom seealso carousel newsfeed moreon onward"
    ),
    "newsletter prompt": "newsletter newsletters newsl signup subscribe subscription optin mailchimp subscriptions",
    "advertisement": "ad ads advert adverts advertisement advertising adslot adbox sponsor sponsored dfp aff affiliate commercial outstream "
    "advertorial",
    "share bar": "share sharing social sharebar sharedaddy addthis btns shares sharetools",
    "cookie notice": "cookie cookies consent gdpr ck",
    "prompt to the reader": "paywall regwall nag gate meter donate donation pledge cta membership login modal popup overlay tooltip snackbar",
    "tag list": "tags taglist topics keywords tg",
    "author box": "byline author authors bio contributor dateline bylines authorbox",
    "page details": "timestamp pubdate published meta metadata info when toolbar postmeta",
    "disclaimer": "copyright disclaimer legal",
}
_RULE_OF: Final = {name: rule for rule, names in _NAMES.items() for name in names.split()}

_CAPTION: Final = frozenset(
    ["caption", "captions", "figcaption", "leg", "legend", "wp-caption", "imagecaption", "photocaption"]
)
_CREDIT: Final = frozenset(["credit", "credits", "photocredit", "photographer", "imagecredit", "copyright"])
_STANDFIRST: Final = frozenset(
    [
        "standfirst",
        "dek",
        "deck",
        "subtitle",
        "subhead",
        "subheadline",
        "subheading",
        "subhed",
        "summary",
        "strapline",
        "lede",
        "teaser-text",
        "description",
        "excerpt",
        "tagline",
        "abstract",
        "intro",
        "key points",
        "keypoints",
        "highlights",
    ]
)
_MOST_BY_NAME: Final = 0.4  # an element with a larger share of the page's prose is not furniture, whatever its name
_MOST_BY_TAG: Final = 0.8  # the same for what its tag says
_MAY_QUOTE: Final = frozenset(("pointer to other articles", "share bar", "page details", "aside"))
"""Rules that do not reach into a quotation: embedded posts stand in boxes called widget or social."""
_LONGEST_PROMPT: Final = 500  # characters of prose; what is called paywall and holds more is the text behind it
_BODY: Final = frozenset(
    (
        "article body",
        "articlebody",
        "story body",
        "storybody",
        "entry content",
        "post content",
        "article text",
        "article content",
        "story text",
        "story content",
        "body copy",
        "body text",
        "body content",
        "content body",
        "post body",
        "main text",
    )
)

_OTHERS_STANDFIRST: Final = frozenset(("dek", "deck", "excerpt", "standfirst", "strapline"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SENTENCE = re.compile(r"""[.!?…]["'”’»)\]*]*$""")


def is_prose(text: str) -> bool:
    """Whether the text reads like running text: a full sentence of some length."""
    if "。" in text:  # Chinese and Japanese put no spaces between words
        return len(text) >= 20
    return len(text) >= 40 and text.count(" ") >= 6 and bool(_SENTENCE.search(text))


def weight(line: Line) -> int:
    """How much the line speaks for the place where it stands being the article: its length, for running text."""
    if line.link_share > 0.5 or line.element.tag in _HEADINGS:
        return 0
    if any(element.names & _BODY for element in line.ancestors()[:6]):
        return len(line.text)
    if line.element.tag == "li" and line.link_share > 0.15:
        return 0
    if is_prose(line.text):
        return len(line.text)
    return len(line.text) // 3 if line.element.tag == "p" and line.text.count(" ") >= 2 else 0


def rule_of(element: Element) -> str | None:
    """The rule by which an element is furniture, by its tag or names."""
    if element.hidden:
        return "hidden"
    if rule := _TAGS.get(element.tag):
        return rule
    for name in sorted(element.names):
        if rule := _RULE_OF.get(name):
            return rule
    return None


def places(lines: list[Line]) -> list[str | None]:
    """For each line the rule by which its place on the page makes it furniture, or None.

    What a name says is believed only where the elements of that name hold little of the page's prose: a page may
    call its whole body "paywall".
    """
    total = 0
    for line in lines:
        size = weight(line)
        total += size
        for element in line.ancestors():
            element.prose += size
    seen: dict[int, Element] = {}
    for line in lines:
        for element in line.ancestors():
            if element.order in seen:
                break
            seen[element.order] = element
    named: dict[tuple[str, frozenset[str]], int] = {}
    for element in seen.values():
        named[element.tag, element.names] = named.get((element.tag, element.names), 0) + element.prose
    rules: dict[int, str | None] = {}
    for order in sorted(seen):
        element = seen[order]
        outer = rules.get(element.parent.order) if element.parent is not None else None
        own = rule_of(element)
        most = total * (_MOST_BY_TAG if element.tag in _TAGS or element.hidden else _MOST_BY_NAME)
        most = min(most, _LONGEST_PROMPT) if own == "prompt to the reader" else most
        if own and (element.prose > most or named[element.tag, element.names] > most):
            own = None
        if element.tag == "blockquote" and outer in _MAY_QUOTE:
            outer = None
        rules[order] = outer or own
    return [rules[line.element.order] for line in lines]


_TEXT_TAGS: Final = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote em strong b i a span small time font center u q cite pre tr table "
    "tbody thead tfoot td th".split()
)


def home(line: Line) -> Element:
    """The element that the line's paragraph is a part of: the box around it, not the paragraph itself."""
    element, inner = line.element, False
    while element.parent is not None:
        if element.tag not in _TEXT_TAGS:
            if inner:
                return element
            inner = True
        elif element.tag == "p" or element.tag == "li":
            inner = True
        element = element.parent
    return element


Signature = tuple[str, frozenset[str], str, frozenset[str]]


def signature(element: Element) -> Signature:
    """What boxes of one sort have in common: their tag and names and those of the box around."""
    outer = element.parent or element
    return element.tag, element.names, outer.tag, outer.names


@dataclass(frozen=True, slots=True)
class Region:
    """Where the article's text stands: the lines `first` to `last`, in boxes of the sort `main`."""

    first: int
    last: int
    inside: frozenset[int]  # indices of lines that belong to it


def region(lines: list[Line], rules: list[str | None], begin: int) -> Region | None:
    """Where the article's text stands, looking at the lines from `begin` on that are not furniture by their place."""
    weights: dict[Signature, int] = {}
    homes: list[tuple[int, Element, Signature, int]] = []
    for index, line in enumerate(lines):
        if rules[index] is None and index >= begin:
            box = home(line)
            size = weight(line)
            sort = signature(box)
            homes.append((index, box, sort, size))
            weights[sort] = weights.get(sort, 0) + size
    if not weights or max(weights.values()) == 0:
        return None
    first_at: dict[Signature, int] = {}
    for index, _, sort, _ in homes:
        first_at.setdefault(sort, index)
    main = max(weights, key=lambda sort: (weights[sort], -first_at[sort]))
    core = [index for index, _, sort, size in homes if sort == main and size]
    boxes = {box.order for _, box, sort, size in homes if sort == main and size}
    large = {sort for sort, size in weights.items() if size >= _LEAST_PART * weights[main]}
    first, last = core[0], core[-1]
    linked = _boxes_of_links(lines, homes)
    inside = set()
    for index, box, sort, _ in homes:
        if box.order in boxes or sort == main:
            inside.add(index)
        elif box.order in linked:
            continue
        elif first <= index <= last or (sort in large and lines[index].element.tag != "li"):
            inside.add(index)
        elif (
            index < first
            and lines[index].element.tag == "p"
            and lines[index].link_share < 0.3
            and is_prose(lines[index].text)
        ):
            inside.add(index)
    start = min(inside)
    while start > begin and rules[start - 1] in (None, "time stamp") and _is_heading(lines[start - 1]):
        start -= 1
        inside.add(start)
    return Region(start, max(inside), frozenset(inside))


def _is_heading(line: Line) -> bool:
    return line.element.tag in {"h2", "h3", "h4", "time"} and line.link_share < 0.5


def _boxes_of_links(lines: list[Line], homes: list[tuple[int, Element, Signature, int]]) -> set[int]:
    """The boxes whose text is for the most part links."""
    text: dict[int, int] = {}
    linked: dict[int, int] = {}
    for index, box, _, _ in homes:
        text[box.order] = text.get(box.order, 0) + len(lines[index].text)
        linked[box.order] = linked.get(box.order, 0) + lines[index].linked
    return {order for order, size in text.items() if linked[order] > 0.5 * size}


_LEAST_PART: Final = 0.25  # of the main part's prose: boxes of another sort with less do not belong to the article


def is_caption(line: Line) -> bool:
    """Whether the line stands where captions stand."""
    if line.image and len(line.text) < 500 and (captions.split(line.text) or captions.is_dated_scene(line.text)):
        return True
    return any(element.tag in {"figure", "figcaption"} or element.names & _CAPTION for element in line.ancestors()[:6])


def is_credit(line: Line) -> bool:
    """Whether the line stands where credits of pictures stand."""
    return any(element.names & _CREDIT for element in line.ancestors()[:2])


def is_teaser(line: Line) -> bool:
    """Whether the line, standing behind the first paragraph, is the standfirst of another article."""
    return any(element.names & _OTHERS_STANDFIRST for element in line.ancestors()[:3])


def is_standfirst(line: Line) -> bool:
    """Whether the line stands where standfirsts stand."""
    return any(element.names & _STANDFIRST for element in line.ancestors()[:3])
