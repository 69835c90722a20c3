from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.containers.holding import SHORT, TEXT, bomb, held, page
from reading.support import BODY, words

from crossread.reading import read
from crossread.reading.sources import pages
from crossread.records import Outcome
from crossread.settings import Settings

RECORD = {
    "title": "Ferry to Osk stops in May",
    "text": TEXT,
    "url": "https://lamp.example/ferry",
    "publisher": "The Lamp",
    "authors": ["Ida Brandt", "Tor Lien"],
    "date": "2031-04-07T08:30:00+02:00",
    "language": "en",
}


def lines(*records: Any) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def other(record: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {**record, **fields}


def test_what_a_record_says_of_its_article_reaches_the_article(tmp_path: Path) -> None:
    article = held(tmp_path / "a.jsonl", lines(RECORD)).article
    assert (article.title, article.outlet, article.byline) == (RECORD["title"], "The Lamp", "Ida Brandt and Tor Lien")
    assert (article.url, article.published.value, article.language) == (RECORD["url"], RECORD["date"], "en")
    assert words(article, "paragraph") == list(BODY)
    assert article.file == f"{tmp_path / 'a.jsonl'}#1"


@pytest.mark.parametrize(
    ("fields", "outlet", "published"),
    [
        ({"outlet": "The Bell", "publishedAt": "2031-04-07"}, "The Bell", "2031-04-07"),
        ({"source": {"id": 7, "name": "The Bell"}, "date_publish": "2031-04-07 10:00:00"}, "The Bell", "2031-04-07"),
        ({"source": "https://bell.example/", "published": 1932359400}, None, "2031-03-27T06:30:00+00:00"),
        ({"publisher": None, "date": None}, None, None),
        (
            {"publisher": ["The Bell"], "pubDate": "Mon, 07 Apr 2031 08:30:00 +0200"},
            "The Bell",
            "2031-04-07T08:30:00+02:00",
        ),
    ],
)
def test_fields_go_by_the_names_in_use(
    tmp_path: Path, fields: dict[str, Any], outlet: str | None, published: str | None
) -> None:
    said = dict(held(tmp_path / "a.jsonl", lines({"text": TEXT, **fields})).pages[0].given)
    assert said.get("outlet") == outlet
    assert held(tmp_path / "a.jsonl").article.published.value == published


def test_html_counts_more_than_the_text_made_of_it(tmp_path: Path) -> None:
    found = held(tmp_path / "a.jsonl", lines(other(RECORD, html=page("Another headline").decode())))
    assert found.pages[0].media == "text/html"
    assert found.article.title == RECORD["title"]


def test_one_text_from_two_outlets_is_two_articles_and_the_same_record_twice_is_one(tmp_path: Path) -> None:
    found = held(tmp_path / "a.jsonl", lines(RECORD, other(RECORD, publisher="The Bell")))
    assert [read(page).outlet for page in found.pages] == ["The Lamp", "The Bell"]
    again = list(pages([tmp_path / "a.jsonl", other_file(tmp_path, lines(RECORD))], Settings()))
    assert isinstance(again[2], Outcome)
    assert (again[2].status, again[2].reason) == ("dropped", "duplicate")


def other_file(folder: Path, text: str) -> Path:
    (folder / "other.jsonl").write_text(text)
    return folder / "other.jsonl"


def test_a_text_may_be_a_list_of_paragraphs(tmp_path: Path) -> None:
    assert words(held(tmp_path / "a.jsonl", lines({"text": list(BODY)})).article, "paragraph") == list(BODY)


def test_each_broken_line_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    broken = ("{", "[1, 2]", "17", '"words"', '{"title": "no text"}', '{"text": ["not", {"a": 1}]}', "\xff\x00{}")
    text = lines(other(RECORD, text="First. " + TEXT)) + "\n".join(broken) + "\n\n \n" + lines(RECORD).rstrip()
    found = held(tmp_path / "a.jsonl", text)
    assert [p.name.rpartition("#")[2] for p in found.pages] == ["1", "11"]
    assert len(found.outcomes) == len(broken)
    assert f"{tmp_path / 'a.jsonl'}#2: unreadable: is no JSON" in found.told


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson", "a.txt"])
def test_lines_and_lists_and_single_records_are_told_apart(tmp_path: Path, name: str) -> None:
    two = (RECORD, other(RECORD, text="It is so. " + TEXT))
    assert len(held(tmp_path / name, lines(*two)).pages) == 2
    assert len(held(tmp_path / name, lines(RECORD)).pages) == 1
    if not name.endswith(("jsonl", "ndjson")):
        assert len(held(tmp_path / name, json.dumps(two)).pages) == 2
        assert len(held(tmp_path / name, json.dumps(RECORD, indent=2)).pages) == 1


def test_lines_may_be_packed(tmp_path: Path) -> None:
    assert len(held(tmp_path / "a.jsonl.gz", gzip.compress(lines(RECORD).encode())).pages) == 1
    twice = gzip.compress(gzip.compress(lines(RECORD).encode()))
    assert len(held(tmp_path / "b.jsonl.gz", twice).pages) == 1
    assert held(tmp_path / "c.jsonl.gz", gzip.compress(twice)).reasons == ["unsafe"]


def test_packed_lines_that_are_cut_off_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    packed = gzip.compress("".join(lines(other(RECORD, text=f"It was {n}. {TEXT}")) for n in range(3)).encode())
    found = held(tmp_path / "a.jsonl.gz", packed[:-4])
    assert len(found.pages) == 3
    assert found.reasons == ["unreadable"]
    assert "cut off" in found.told


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_document_may_be_in_another_unicode_encoding(tmp_path: Path, encoding: str) -> None:
    data = json.dumps(other(RECORD, title="Fähre nach Osk"), ensure_ascii=False).encode(encoding)
    assert held(tmp_path / "a.json", data).article.title == "Fähre nach Osk"


def test_a_document_of_something_else_says_so(tmp_path: Path) -> None:
    found = held(tmp_path / "a.json", json.dumps({"schema": "something", "rows": [1, 2]}))
    assert found.reasons == ["not an article"]
    assert "'text'" in found.told


# ── hostile files ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_line_that_is_too_large_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    found = held(tmp_path / "a.jsonl", lines(other(RECORD, text="a" * 100_000), RECORD), SHORT)
    assert found.reasons == ["unsafe"]
    assert [p.name.rpartition("#")[2] for p in found.pages] == ["2"]


def test_a_line_without_end_takes_no_memory_to_refuse(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # a hole: takes no room on the disk
    tracemalloc.start()
    assert held(path, settings=SHORT).reasons == ["unsafe"]
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a.html", "a.xml"])
def test_a_document_of_a_gigabyte_is_refused_unread(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.write(b'{"text": "')
        file.truncate(1_000_000_000)
    assert held(tmp_path / name).reasons == ["unsafe"]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    assert held(tmp_path / "a.jsonl.gz", bomb(10_000_000), SHORT).reasons == ["unsafe"]
    assert held(tmp_path / "a.html.gz", bomb(10_000_000), SHORT).reasons == ["unsafe"]


@pytest.mark.parametrize(
    "text", ["[" * 200_000, '{"text":' * 100_000, '{"text": ' + "9" * 50_000 + "}", '{"text": "\\ud800 a"}', "{}", "[]"]
)
def test_crooked_json_is_told(tmp_path: Path, text: str) -> None:
    found = held(tmp_path / "a.jsonl", text)
    assert len(found.outcomes) + len(found.pages) == 1


def test_null_bytes_and_half_characters_do_no_harm(tmp_path: Path) -> None:
    record = other(RECORD, title="Ferry\0 to \ud800Osk", text="\0" + TEXT.replace("ferry", "fer\0ry") + " \udfff")
    article = held(tmp_path / "a.jsonl", lines(record)).article
    assert "ferry to Osk" in article.text
    assert "\0" not in article.text + (article.title or "")


NAMES = st.sampled_from(
    [
        "text",
        "html",
        "title",
        "source",
        "authors",
        "date",
        "url",
        "uri",
        "bodies",
        "headlines",
        "value",
        "name",
        "items",
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)


@given(st.lists(JSON, max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_json_whatever_raises(tmp_path_factory: pytest.TempPathFactory, values: list[Any]) -> None:
    folder = tmp_path_factory.mktemp("json")
    for found in (held(folder / "a.jsonl", lines(*values)), held(folder / "a.json", json.dumps(values))):
        assert "failed" not in found.reasons


# ── JSON Feed ───────────────────────────────────────────────────────────────────────────────────────────────────────


def feed(*items: Any) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Lamp", "items": items})


def test_a_json_feed_gives_its_items_with_what_it_says_of_them(tmp_path: Path) -> None:
    item = {
        "id": "7",
        "url": "https://lamp.example/ferry",
        "title": "Ferry to Osk stops",
        "content_html": "".join(f"<p>{words}</p>" for words in BODY),
        "date_published": "2031-04-07T08:30:00+02:00",
        "authors": [{"name": "Ida Brandt"}],
    }
    found = held(tmp_path / "feed.json", feed(item, {"url": "https://lamp.example/2", "title": "Only a link"}))
    article = found.article
    assert (article.outlet, article.byline, article.url) == ("The Lamp", "Ida Brandt", item["url"])
    assert words(article) == ["Ferry to Osk stops", *BODY]
    assert f"{tmp_path / 'feed.json'}#2" in found.told
    assert "https://lamp.example/2" in found.told


@pytest.mark.parametrize("items", [None, [], 7, [None, "x"]])
def test_a_json_feed_without_items_says_so(tmp_path: Path, items: Any) -> None:
    text = json.dumps({"version": "https://jsonfeed.org/version/1", "items": items})
    assert held(tmp_path / "feed.json", text).reasons == ["not an article"]


# ── ninjs ───────────────────────────────────────────────────────────────────────────────────────────────────────────

XHTML = "".join(f"<p>{words}</p>" for words in BODY)
NINJS = {
    "first version": {
        "uri": "http://wire.example/7",
        "type": "text",
        "headline": "Ferry to Osk stops",
        "byline": "Ida Brandt",
        "versioncreated": "2031-04-07T08:30:00+02:00",
        "copyrightholder": "Tidewater Wire",
        "body_xhtml": XHTML,
        "body_text": "A short form.",
    },
    "third version": {
        "uri": "http://wire.example/7",
        "type": "text",
        "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry to Osk stops"}],
        "by": "Ida Brandt",
        "versionCreated": "2031-04-07T08:30:00+02:00",
        "infoSources": [{"name": "Tidewater Wire"}],
        "bodies": [{"value": "A short form."}, {"contentType": "text/html", "value": XHTML}],
    },
}


@pytest.mark.parametrize("version", NINJS)
def test_a_ninjs_item_is_an_article(tmp_path: Path, version: str) -> None:
    article = held(tmp_path / "item.json", json.dumps(NINJS[version])).article
    assert (article.title, article.outlet, article.byline) == ("Ferry to Osk stops", "Tidewater Wire", "Ida Brandt")
    assert (article.published.value, article.url) == ("2031-04-07T08:30:00+02:00", "http://wire.example/7")
    assert words(article, "paragraph") == list(BODY)


@pytest.mark.parametrize(
    ("change", "why"), [({"pubstatus": "canceled"}, "withdrawn"), ({"body_xhtml": "", "body_text": None}, "no text")]
)
def test_a_ninjs_item_that_is_no_article_says_why(tmp_path: Path, change: dict[str, Any], why: str) -> None:
    found = held(tmp_path / "items.jsonl", lines(other(NINJS["first version"], **change), NINJS["third version"]))
    assert found.reasons == ["not an article"]
    assert why in found.told
    assert read(found.pages[0]).outlet == "Tidewater Wire"
