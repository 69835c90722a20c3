"""Input that means harm or is merely broken: it is read, or refused with a reason, and never hangs or crashes."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.support import BODY, html, paragraphs, read_html, words

from crossread.errors import NotAnArticle, ReadingError, UnsafePage
from crossread.reading import read
from crossread.records import Page


@pytest.mark.parametrize("tag", ["div", "span", "b", "table"])
def test_a_hundred_thousand_nested_tags_are_unsafe(tag: str) -> None:
    with pytest.raises(UnsafePage, match="deeper"):
        read_html(f"<{tag}>" * 100_000 + paragraphs())


def test_deep_nesting_within_bounds_loses_no_text() -> None:
    article = read_html("<div>" * 600 + "<h1>Ferry stops</h1>" + paragraphs() + "</div>" * 600)
    assert words(article, "paragraph") == list(BODY)


def test_a_tag_with_countless_attributes_is_unsafe() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(20_000))
    with pytest.raises(UnsafePage, match="attributes"):
        read_html(f"<div {attributes}>{paragraphs()}</div>")


def test_entities_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    data = f'<!DOCTYPE html [<!ENTITY e0 "ha">{entities}]><html><body><p>&e19;</p>{paragraphs()}</body></html>'
    assert len(read(Page(data.encode(), "text/html")).text) < 3_000


@pytest.mark.parametrize("media", ["text/html", "text/plain"])
@pytest.mark.parametrize(
    "data", [b"", b"  \n ", bytes(range(256)) * 40, b"\0" * 5_000, b"%PDF-1.7\n" + b"\x01\x02\x03\xff" * 900]
)
def test_what_is_no_text_is_no_article(data: bytes, media: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(Page(data, media, file="odd"))
    assert caught.value.item == "odd"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset=iso-8859-1>"),
        ("utf-16", ""),
        ("cp1252", "<meta charset=iso-8859-1>"),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("cp1252", "<meta charset=no-such-encoding>"),
        ("utf-8-sig", ""),
    ],
)
def test_the_encoding_is_found_whatever_is_declared(encoding: str, declared: str) -> None:
    text = BODY[0].replace("Osk", "Øsk").replace("boat", "‘boat’")
    data = html(f"<h1>Ferry</h1>{paragraphs(text, *BODY[1:])}", head=declared).encode(encoding)
    assert words(read(Page(data, "text/html")), "paragraph")[0] == text


def test_cyrillic_without_a_declaration_is_guessed() -> None:
    text = "Паром на остров перестанет ходить в мае, сообщил совет гавани: никто не страхует судно. "
    data = html(f"<h1>Паром</h1>{paragraphs(text + 'Да.', text + 'Нет.', text)}").encode("cp1251")
    assert "Паром на остров" in read(Page(data, "text/html")).text


def test_unseen_characters_go_and_white_space_is_folded() -> None:
    text = "The fer\u00adry\u200b to\u00a0Osk \u202ewill\u202c stop\n\trunning &#0;&#xD800;" + BODY[0]
    first = words(read_html(f"<h1>Ferry stops</h1>{paragraphs(text, *BODY[1:])}"), "paragraph")[0]
    assert first.startswith("The ferry to Osk will stop running")
    assert not set(first) & {"\u00ad", "\u200b", "\u202e", "\u202c", "\0", "\n", "\t", "\u00a0"}


def test_scripts_styles_and_comments_are_never_text() -> None:
    article = read_html(
        f"<h1>Ferry stops</h1><script>var evil = 1;</script><style>p {{}}</style><!-- evil -->{paragraphs()}"
        "<noscript>evil</noscript><svg><text>evil</text></svg><template><p>evil</p></template>"
    )
    assert "evil" not in article.text + "".join(line.text for line in article.dropped)


@pytest.mark.parametrize(
    "line",
    [
        "12/12/2012 " * 3_000,
        "12 May 2012 " + "A" * 140 + "!",
        "share this 1,1 " * 11 + "!",
        "By " + "Aaa Bbb " * 18 + "!",
        "a" * 300 + " /" * 100 + " b. (c",
        "<" * 9_000,
    ],
    ids=["dates", "capitals", "share bar", "byline", "credit", "tags"],
)
def test_lines_made_to_slow_a_pattern_down_do_not(line: str) -> None:
    text = "\n".join(["Ferry to Osk stops in May", *BODY, *[line] * 50])
    assert read(Page(text.encode(), "text/plain")).title == "Ferry to Osk stops in May"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,<script>x</script>", "file:///etc/passwd"])
def test_an_address_that_is_not_of_the_web_is_none(address: str) -> None:
    head = f"<link rel=canonical href='{address}'><meta property=og:url content='{address}'>"
    linked = (
        f'<script type="application/ld+json">{{"@type":"Article","headline":"Ferry stops","url":"{address}"}}</script>'
    )
    data = html(f"<h1>Ferry stops</h1><p><a href='{address}'>Here</a></p>{paragraphs()}", head=head + linked).encode()
    article = read(Page(data, "text/html", url=address, given=(("url", address),)))
    assert article.url is None
    assert not any(found.field == "url" for found in article.found)


@pytest.mark.parametrize("count", ["0", "-1", "99999999999999999999", "1e999", "NaN", "[]", '"many"'])
def test_a_count_of_words_that_lies_breaks_nothing(count: str) -> None:
    linked = f'{{"@type":"NewsArticle","headline":"Ferry stops","wordCount":{count}}}'
    article = read_html(
        f"<h1>Ferry stops</h1>{paragraphs()}", head=f'<script type="application/ld+json">{linked}</script>'
    )
    assert words(article, "paragraph") == list(BODY)


@pytest.mark.parametrize("given_encoding", ["utf-16", "utf-32", "ascii", "no-such", "base64", "idna", "utf-7", ""])
def test_an_encoding_that_lies_loses_no_text(given_encoding: str) -> None:
    data = html(f"<h1>Ferry stops</h1>{paragraphs()}", head=f"<meta charset='{given_encoding}'>").encode()
    assert words(read(Page(data, "text/html", encoding=given_encoding or None)), "paragraph") == list(BODY)


def test_null_bytes_in_words_go() -> None:
    data = html(f"<h1>Ferry stops</h1>{paragraphs(BODY[0].replace('ferry', 'fer%sry'), *BODY[1:])}").encode()
    article = read(Page(data.replace(b"%s", b"\0"), "text/html", encoding="utf-8"))
    assert words(article, "paragraph") == list(BODY)


@pytest.mark.parametrize("media", ["text/html", "text/plain"])
@pytest.mark.parametrize("unit", ["word ", "word", "“", "a.b ", "1/1/2020, ", "| ", "By A ", "© A / B "])
def test_a_line_of_a_million_characters_is_read_or_refused(unit: str, media: str) -> None:
    line = unit * (1_000_000 // len(unit))
    with contextlib.suppress(ReadingError):
        assert read(Page("\n".join(["Ferry stops", *BODY, line, BODY[0]]).encode(), media)).text


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain"]))
def test_any_bytes_are_read_or_refused(data: bytes, media: str) -> None:
    with contextlib.suppress(ReadingError):
        assert read(Page(data, media)).text


MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class=ad>",
                "</div>",
                "<br>",
                "<h1>",
                "</h1>",
                "<a href=x>",
                "</a>",
                "<td>",
                "<ul><li>",
            ]
        ),
        st.sampled_from(
            ["<nav>", "</nav>", "<figure>", "<img>", "<blockquote>", "<span class=caption>", "<table>", "<!--", "-->"]
        ),
        st.sampled_from(BODY),
        st.text(max_size=20),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(MARKUP)
def test_any_markup_gives_sound_blocks_or_a_reading_error(parts: list[str]) -> None:
    try:
        article = read_html("".join(parts))
    except ReadingError:
        return
    assert "\n\n".join(article.words(block) for block in article.blocks) == article.text
    assert all(line.text and line.rule for line in article.dropped)
