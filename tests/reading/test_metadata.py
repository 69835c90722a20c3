from __future__ import annotations

import json

import pytest
from reading.support import BODY, extract, paragraphs, read_html

from crossread.records import Article


def page(head: str = "", above: str = "<h1>Ferry stops</h1>", **linked: object) -> Article:
    """A page with this head, and JSON-LD of these keys if there are any."""
    script = json.dumps({"@type": "NewsArticle", **linked})
    return read_html(
        above + paragraphs(), head=head + (f'<script type="application/ld+json">{script}</script>' if linked else "")
    )


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        ("<title>Ferry stops - The Osk Bell</title>", "<h1>Ferry stops</h1>", "Ferry stops"),
        ("<title>Ferry stops - The Osk Bell</title><meta property=og:site_name content='Osk Bell'>", "", "Ferry stops"),
        (
            "<meta property=og:title content='Ferry stops | Osk Bell'><meta property=og:site_name content='Osk Bell'>",
            "",
            "Ferry stops",
        ),
        ("<title>Ferry stops</title>", "<h1>Island</h1><h1>Ferry stops</h1>", "Ferry stops"),
        ("<title>Trial - day 4 - Osk Bell</title>", "<h1>Trial - day 4</h1>", "Trial - day 4"),
        ("", "<h1>Ferry stops</h1>", "Ferry stops"),
    ],
)
def test_the_title_is_the_headline_without_the_outlet(head: str, above: str, title: str) -> None:
    assert page(head, above).title == title


def test_a_headline_cut_off_in_the_metadata_is_completed_from_the_page() -> None:
    whole = "Ferry to Osk stops in May because nobody in the whole wide world will insure it"
    assert page(above=f"<h1>{whole}</h1>", headline=whole[:60] + "...").title == whole


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (
            "<meta property=og:site_name content='The Osk Bell'><title>Ferry stops | Osk Bell Online</title>",
            "The Osk Bell",
        ),
        ("<title>Ferry stops | The Osk Bell</title>", "The Osk Bell"),
        ("<title>Ferry stops</title><link rel=canonical href='https://www.bell.example/ferry'>", "bell.example"),
        ("<meta property=og:site_name content='The Osk Bell | News from the isles'>", "The Osk Bell"),
        ("<meta property=og:site_name content='News'><meta name=application-name content='Osk Bell'>", "Osk Bell"),
        ("<meta property=og:site_name content='@oskbell'>", None),
        ("", None),
    ],
)
def test_the_outlet_is_who_published_the_page(head: str, outlet: str | None) -> None:
    assert page(head).outlet == outlet


def test_the_publisher_is_the_outlet_where_the_site_does_not_name_itself() -> None:
    assert page(publisher={"@type": "Organization", "name": "The Osk Bell"}).outlet == "The Osk Bell"


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("<meta property=article:published_time content='2025-02-13T05:00:11Z'>", "2025-02-13T05:00:11+00:00"),
        ("<meta name=date content='2025-02-13T05:00:11.123+0330'>", "2025-02-13T05:00:11+03:30"),
        ("<meta name=pubdate content='20250213'>", "2025-02-13"),
        ("<meta name=date content='2025-02-13 05:00'>", "2025-02-13"),
        ("<meta itemprop=datePublished content='2025-02-13T05:00Z'>", "2025-02-13T05:00:00+00:00"),
        ("<meta name=date content='soon'>", None),
        ("<meta name=date content='2025-02-31'>", None),
        ("<meta name=date content='0001-01-01T00:00:00Z'>", None),
        ("<link rel=canonical href='https://bell.example/2025/02/13/ferry'>", "2025-02-13"),
    ],
)
def test_the_date_of_publication_keeps_the_zone_of_the_page(head: str, value: str | None) -> None:
    published = page(head).published
    assert published.value == value
    assert published.basis == ("metadata" if value else "unknown")
    assert published.why


def test_json_ld_is_trusted_before_meta_and_meta_before_the_visible_line() -> None:
    meta = "<meta property=article:published_time content='2025-02-14'>"
    line = "<h1>Ferry stops</h1><p>Posted on 15 February 2025</p>"
    assert page(meta, line, datePublished="2025-02-13").published.value == "2025-02-13"
    assert page(meta, line).published.value == "2025-02-14"
    assert page("", line).published.value == "2025-02-15"


def test_a_time_of_update_is_no_date_of_publication() -> None:
    assert page(above="<h1>Ferry stops</h1><p>Updated 15 February 2025</p>").published.value is None


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ({"@type": "Person", "name": "Ada Lund"}, "Ada Lund"),
        ([{"name": "Ada Lund"}, {"name": "Amos Kit"}], "Ada Lund and Amos Kit"),
        ("By Ada Lund", "Ada Lund"),
        ("https://bell.example/lund", None),
        ([], None),
    ],
)
def test_the_byline_joins_the_authors(author: object, byline: str | None) -> None:
    assert page(author=author).byline == byline


def test_the_visible_byline_serves_where_the_metadata_names_nobody() -> None:
    assert page(above="<h1>Ferry stops</h1><div>By Ada Lund and Amos Kit</div>").byline == "Ada Lund and Amos Kit"


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 100_000,
        '{"@type": 5, "headline": ["x", 1], "author": [[[null]]], "publisher": 3}',
        '"text"',
        "<!--{}-->",
    ],
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script><title>Ferry stops</title>'
    assert read_html(paragraphs(), head=head).title is not None


def test_a_word_count_far_above_the_text_means_a_part_is_missing() -> None:
    assert page(wordCount=900).captured == "partial"
    assert page(wordCount=60).captured == "full"


def test_a_page_that_is_not_free_and_short_is_partial() -> None:
    article = page(isAccessibleForFree=False)
    assert article.captured == "partial"
    assert "free" in article.captured_why


def found(article: Article, field: str) -> list[tuple[str, str]]:
    return [(one.value, one.where) for one in article.found if one.field == field]


def test_statements_that_disagree_are_all_kept_by_trust() -> None:
    article = page(
        "<meta property=og:title content='Ferry may stop'><title>Boats - The Osk Bell</title>"
        "<meta property=article:published_time content='2031-05-10T07:00Z'><meta name=author content='Bell desk'>",
        headline="Ferry stops",
        datePublished="2031-05-09T18:00Z",
        author={"name": "Ada Lund"},
    )
    assert found(article, "title") == [
        ("Ferry stops", "JSON-LD headline"),
        ("Ferry may stop", "meta og:title"),
        ("Ferry stops", "<h1>"),
        ("Boats - The Osk Bell", "<title>"),
    ]
    assert found(article, "published") == [
        ("2031-05-09T18:00Z", "JSON-LD datePublished"),
        ("2031-05-10T07:00Z", "meta article:published_time"),
    ]
    assert found(article, "byline") == [("Ada Lund", "JSON-LD author"), ("Bell desk", "meta author")]
    assert (article.byline, article.published.value) == ("Ada Lund", "2031-05-09T18:00:00+00:00")


def test_section_update_and_rights_are_told_with_where_they_stand() -> None:
    article = page(
        "<meta property=article:section content=Boats><link rel=canonical href='https://bell.example/ferry'>",
        dateModified="2031-05-11",
        articleSection=["Islands", "Boats"],
        copyrightHolder={"name": "Tidewater Wire"},
    )
    assert found(article, "section") == [
        ("Islands", "JSON-LD articleSection"),
        ("Boats", "JSON-LD articleSection"),
        ("Boats", "meta article:section"),
    ]
    assert found(article, "updated") == [("2031-05-11", "JSON-LD dateModified")]
    assert found(article, "copyright") == [("Tidewater Wire", "JSON-LD copyrightHolder")]
    assert found(article, "url")[0] == ("https://bell.example/ferry", "link canonical")


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("PORT OSK, May 9 (TIDE) - ", "PORT OSK", "TIDE"),
        ("Osk (TNS) — ", "Osk", "TNS"),
        ("PORT OSK, Mirland (TIDE) – ", "PORT OSK, Mirland", "TIDE"),
        ("PORT OSK — ", "PORT OSK", None),
        ("", None, None),
    ],
)
def test_a_dateline_tells_place_and_agency(dateline: str, place: str | None, agency: str | None) -> None:
    article = read_html("<h1>Ferry stops</h1>" + paragraphs(dateline + BODY[0], *BODY[1:]))
    assert found(article, "place") == ([(place, "the dateline")] if place else [])
    assert found(article, "agency") == ([(agency, "the dateline")] if agency else [])


def test_the_lines_of_an_extract_are_statements_too() -> None:
    article = extract(
        above="The Osk Bell\nFerry to Osk stops in May\nBy Ada Lund\n9 May 2031\nUpdated: 10 May 2031, 7:00",
        below="© 2031 Tidewater Wire. All rights reserved.",
    )
    assert found(article, "title") == [("Ferry to Osk stops in May", "a line above the text")]
    assert found(article, "published") == [("9 May 2031", "a line by the headline")]
    assert found(article, "updated") == [("Updated: 10 May 2031, 7:00", "a line by the headline")]
    assert found(article, "copyright") == [("Tidewater Wire", "a notice of rights")]
