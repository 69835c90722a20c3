"""Nothing that a page says can do anything in a report: it is shown, and that is all."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from presenting import ferry
from presenting.hostile import HOSTILE, comparison, outcomes
from rich.cells import cell_len

from crossread.presenting import Form, present

TEXTS = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
FORMS: tuple[Form, ...] = ("html", "terminal", "markdown", "json")


@cache
def written(text: str, form: Form) -> str:
    return present(comparison(text), form, outcomes=outcomes(text), version="1", full=True)


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


TAME = {(tag, *sorted(attrs)) for tag, attrs in Elements(present(ferry.comparison(), "html", full=True)).found}
TAGS = {shape[0] for shape in TAME} | {"em"}


@TEXTS
def test_a_page_brings_no_element_and_no_attribute_into_the_html(text: str) -> None:
    elements = Elements(written(text, "html")).found
    known = {name for shape in TAME for name in shape[1:]}
    assert {tag for tag, _ in elements} <= TAGS
    assert {name for _, attrs in elements for name in attrs} <= known
    assert sum(tag == "script" for tag, _ in elements) == sum(tag == "style" for tag, _ in elements) == 1


@TEXTS
def test_the_html_leads_nowhere_but_into_itself(text: str) -> None:
    for _tag, attrs in Elements(written(text, "html")).found:
        assert "src" not in attrs
        assert (attrs.get("href") or "#").startswith("#")


@TEXTS
def test_every_link_in_the_html_has_its_target(text: str) -> None:
    elements = Elements(written(text, "html")).found
    ids = [attrs["id"] for _, attrs in elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {(attrs["href"] or "")[1:] for _, attrs in elements if "href" in attrs} <= set(ids)


@TEXTS
@pytest.mark.parametrize("form", ["html", "terminal", "markdown"])
def test_no_control_character_is_shown(text: str, form: Form) -> None:
    shown = written(text, form)
    odd = {c for c in shown if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"}
    assert odd == set()
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@TEXTS
def test_the_terminal_shows_console_markup_as_it_is_and_keeps_to_its_width(text: str) -> None:
    lines = written(text, "terminal").split("\n")
    assert max(cell_len(line) for line in lines) <= 80
    if "[bold red]" in text:
        assert "[bold red]" in "".join(lines)


@TEXTS
def test_markdown_makes_nothing_of_a_pages_text(text: str) -> None:
    markdown = MarkdownIt("gfm-like", {"linkify": False})
    tokens = markdown.parse(written(text, "markdown"))
    inline = [child.type for token in tokens for child in token.children or ()]
    assert {"link_open", "image", "html_inline", "code_inline", "s_open"}.isdisjoint(inline)
    assert {"html_block", "fence", "code_block", "blockquote_open", "hr", "ordered_list_open"}.isdisjoint(
        token.type for token in tokens
    )
    assert sum(token.type == "table_open" for token in tokens) == 1
    assert {token.tag for token in tokens if token.type == "heading_open"} <= {"h1", "h2", "h3"}


@TEXTS
def test_json_gives_the_text_back_as_it_was(text: str) -> None:
    assert json.loads(written(text, "json"))["articles"][0]["title"] == text


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_can_be_presented(text: str) -> None:
    for form in FORMS:
        assert written.__wrapped__(text, form)


def test_only_web_addresses_become_links() -> None:
    page = present(ferry.comparison(), "html")
    outside = [href for _, attrs in Elements(page).found if not (href := attrs.get("href") or "#").startswith("#")]
    assert outside == ["https://courier.example/2031/05/13/ferry"]
    assert re.findall(r"(?:src|srcset|data|poster|action|background)\s*=", page) == []
