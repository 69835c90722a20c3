"""crossread reads one event across many reports and lays them side by side.

The five verbs, in the order in which data flows:

    read      a source      -> Article            the page, cleaned and dated
    annotate  Article       -> AnnotatedArticle   who says what, when, how many
    gather    articles      -> Story, ...         which of them tell one event
    compare   Story         -> Comparison         claims side by side; or sources -> Result, all steps
    present   Comparison    -> str                HTML, Markdown, terminal text, JSON

`document` gives a comparison as the JSON contract's dictionary, `schema` the contract, `show` prints to the terminal.

>>> import crossread
>>> result = crossread.compare(["morning.html", "evening.txt"])  # doctest: +SKIP
>>> for difference in result.comparison.differences:  # doctest: +SKIP
...     print(difference.about, [value.value for value in difference.values])

The layers, lowest first; a layer imports only from those before it, and the five steps never from each other:
records and errors; settings; reading, annotating, gathering, comparing, presenting; pipeline; serving.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import CrossreadError
    from .pipeline import Result, annotate, articles, compare, gather, nothing_to_compare, read
    from .presenting import present
    from .presenting.articles import annotated_document, read_document, show_annotated, show_read
    from .presenting.documents import document, schema
    from .presenting.terminal import show
    from .records import (
        Account,
        AnnotatedArticle,
        Article,
        Attribution,
        Block,
        Claim,
        Comparison,
        Difference,
        DifferenceValue,
        Entity,
        Event,
        Mention,
        Origin,
        Outcome,
        Page,
        Passage,
        Published,
        Quantity,
        Reprint,
        Sentence,
        Span,
        Story,
        Term,
        Timex,
        Via,
        Wording,
    )
    from .settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Account",
    "AnnotatedArticle",
    "Article",
    "Attribution",
    "Block",
    "Claim",
    "Comparison",
    "CrossreadError",
    "Difference",
    "DifferenceValue",
    "Entity",
    "Event",
    "Mention",
    "Origin",
    "Outcome",
    "Page",
    "Passage",
    "Published",
    "Quantity",
    "Reprint",
    "Result",
    "Sentence",
    "Settings",
    "Span",
    "Story",
    "Term",
    "Timex",
    "Via",
    "Wording",
    "annotate",
    "annotated_document",
    "articles",
    "compare",
    "document",
    "gather",
    "nothing_to_compare",
    "present",
    "read",
    "read_document",
    "schema",
    "show",
    "show_annotated",
    "show_read",
]

_HOMES = {
    "CrossreadError": "errors",
    "Settings": "settings",
    "present": "presenting",
    **dict.fromkeys(("document", "schema"), "presenting.documents"),
    **dict.fromkeys(("annotated_document", "read_document", "show_annotated", "show_read"), "presenting.articles"),
    "show": "presenting.terminal",
    **dict.fromkeys(("Result", "annotate", "articles", "compare", "gather", "nothing_to_compare", "read"), "pipeline"),
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: `crossread --help` need not load the five steps."""
    if name not in __all__:
        raise AttributeError(f"module 'crossread' has no attribute '{name}'")
    value = getattr(import_module(f".{_HOMES.get(name, 'records')}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
