"""What may be set, and what a wrong value is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.errors import SettingsError
from crossread.settings import Settings, load


@pytest.mark.parametrize(
    ("name", "given", "meant"),
    [
        ("shortest_article_words", 40.0, 40),
        ("story_window_days", 3, 3.0),
        ("fetch_cache", False, False),
        ("fetch_cache", "off", False),
        ("fetch_cache", 1.0, True),
        ("fetch_agent", "ourdesk/1.0", "ourdesk/1.0"),
        ("allow_hosts", ["wiki.internal"], ("wiki.internal",)),
        ("allow_hosts", "localhost, wiki.internal", ("localhost", "wiki.internal")),
        ("allow_hosts", "", ()),
    ],
)
def test_a_value_becomes_what_the_setting_is(name: str, given: object, meant: object) -> None:
    value = getattr(Settings().with_values({name: given}, where="--set"), name)
    assert (value, type(value)) == (meant, type(meant))


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("fetch_retries", 1.5, "must be a whole number"),
        ("fetch_retries", float("inf"), "must be a whole number"),
        ("fetch_page_seconds", float("nan"), "must be a number"),
        ("fetch_page_seconds", -1, "must not be negative"),
        ("fetch_page_seconds", True, "must be a number"),
        ("fetch_cache", "perhaps", "must be true or false"),
        ("fetch_agent", 5.0, "must be text"),
        ("allow_hosts", [1], "must be a list of names"),
        ("fetch_retrys", 1, "did you mean 'fetch_retries'"),
    ],
)
def test_a_wrong_value_is_told_what_it_must_be(name: str, given: object, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        Settings().with_values({name: given}, where="--set")


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(SettingsError, match=r"'fetch_cache' must be .*; 'fetch_retries' must"):
        Settings().with_values({"fetch_cache": "?", "fetch_retries": -1}, where="--set")


def test_a_settings_file_may_hold_every_kind_of_value(tmp_path: Path) -> None:
    (tmp_path / "crossread.toml").write_text('allow_hosts = ["localhost"]\nfetch_cache = false\nfetch_retries = 0\n')
    settings = load(tmp_path)
    assert (settings.allow_hosts, settings.fetch_cache, settings.fetch_retries) == (("localhost",), False, 0)


def test_every_setting_is_told_of_in_the_docs() -> None:
    docs = Path(__file__).parents[1] / "docs"
    told = (docs / "settings.md").read_text(encoding="utf-8") + (docs / "fetching.md").read_text(encoding="utf-8")
    assert [name for name in Settings.__dataclass_fields__ if f"`{name}`" not in told] == []


def test_how_pages_are_fetched_changes_no_comparison() -> None:
    assert Settings(fetch_delay_seconds=9.0).digest_of == Settings().digest_of
    assert Settings(reprint_share=0.9).digest_of != Settings().digest_of
