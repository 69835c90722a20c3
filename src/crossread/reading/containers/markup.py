"""XML from strangers: no entities of their own, no document types fetched, no size without bound."""

from __future__ import annotations

import re

from lxml import etree

from crossread.errors import SourceUnreadable, UnsafePage

_ENTITY = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")
_HINT = "try: fetch it again"


def require_no_entities(data: bytes) -> None:
    """Raise `UnsafePage` where the document declares entities: no news format needs them, and they can be bombs."""
    if _ENTITY.search(data):
        raise UnsafePage("declares entities of its own, which may unfold without end", hint=_HINT)


def parse(data: bytes) -> etree._Element:
    """The root of an XML document, as far as it is well formed."""
    require_no_entities(data)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceUnreadable(f"is no XML ({str(error)[:100]})", hint=_HINT) from error
    if root is None:
        raise SourceUnreadable("is no XML", hint=_HINT)
    return root


def local(node: etree._Element) -> str:
    """The element's name without its namespace; empty for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
