"""Regions: which parts of a page are furniture by where they stand, and which element holds the article."""

from __future__ import annotations

import re
from typing import Final

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
    ]
)
_MOST_SHARE: Final = 0.3  # an element with a larger share of the page's prose is not furniture, whatever its name

_SENTENCE = re.compile(r"""[.!?…]["'”’»)\]*]*$""")


def is_prose(text: str) -> bool:
    """Whether the text reads like running text: a full sentence of some length."""
    return len(text) >= 40 and text.count(" ") >= 6 and bool(_SENTENCE.search(text))


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


def weigh(lines: list[Line]) -> int:
    """Count the prose in every element; gives the page's total."""
    total = 0
    for line in lines:
        if line.link_share > 0.5 or not is_prose(line.text):
            continue
        size = len(line.text)
        total += size
        for element in line.ancestors():
            element.prose += size
    return total


def furniture(line: Line, total: int, cache: dict[int, str | None]) -> str | None:
    """The rule by which the place of the line on the page makes it furniture."""
    for element in line.ancestors():
        if element.order not in cache:
            rule = rule_of(element)
            cache[element.order] = rule if rule and element.prose <= _MOST_SHARE * total else None
        if rule := cache[element.order]:
            return rule
    return None


def container(lines: list[Line]) -> Element | None:
    """The innermost element that holds the bulk of the prose in these lines."""
    sizes: dict[int, int] = {}
    elements: dict[int, Element] = {}
    children: dict[int, set[int]] = {}
    total = 0
    for line in lines:
        if line.link_share > 0.5 or not is_prose(line.text):
            continue
        total += len(line.text)
        below: Element | None = None
        for element in line.ancestors():
            sizes[element.order] = sizes.get(element.order, 0) + len(line.text)
            elements[element.order] = element
            if below is not None:
                children.setdefault(element.order, set()).add(below.order)
            below = element
    if not total:
        return None
    here = min(elements)
    while here in children:
        best = max(sorted(children[here]), key=lambda order: sizes[order])
        if sizes[best] < 0.7 * sizes[here] or best not in children:
            break
        here = best
    return elements[here]


def is_caption(line: Line) -> bool:
    """Whether the line stands where captions stand."""
    return any(element.tag in {"figure", "figcaption"} or element.names & _CAPTION for element in line.ancestors()[:6])


def is_credit(line: Line) -> bool:
    """Whether the line stands where credits of pictures stand."""
    return any(element.names & _CREDIT for element in line.ancestors()[:2])


def is_standfirst(line: Line) -> bool:
    """Whether the line stands where standfirsts stand."""
    return any(element.names & _STANDFIRST for element in line.ancestors()[:3])
