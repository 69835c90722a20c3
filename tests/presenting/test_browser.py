"""The report in a browser: opened from disk, it asks for nothing, leads to the words, and runs only what is ours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from presenting.ferry import OUTCOMES, comparison
from presenting.hostile import HOSTILE
from presenting.hostile import comparison as hostile
from presenting.hostile import outcomes as hostile_outcomes

from crossread.presenting import present

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PHONE = {"width": 390, "height": 844}


def without(what: str) -> None:
    """No browser: a reason to skip on a desk, a fault where everything is to be tested."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and CI tests the report in a browser")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        without("playwright")
    if CHROMIUM is None:
        without("Chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield running
        running.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(present(comparison(), "html", outcomes=OUTCOMES, version="1"), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.set_default_timeout(5_000)
    yield opened
    opened.close()


def watch(page: Page) -> list[str]:
    """What the page asks of a network, says on the console, or fails in, as it comes."""
    seen: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("file:") else seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("dialog", lambda dialog: (seen.append("a dialog"), dialog.dismiss()))
    return seen


def background(page: Page, selector: str) -> str:
    return str(page.eval_on_selector(selector, "element => getComputedStyle(element).backgroundColor"))


def test_it_opens_from_disk_and_asks_for_nothing(page: Page, file: Path) -> None:
    seen = watch(page)
    page.goto(file.as_uri())
    page.wait_for_load_state("networkidle")
    assert page.title().startswith("5 reports of one event")
    assert seen == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_words_lead_to_their_lit_place_in_the_full_text(browser: Browser, file: Path, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(file.as_uri())
    link = page.locator("#d1 .side:nth-child(2) a.words")
    id = (link.get_attribute("href") or "").lstrip("#")
    assert link.locator("b").inner_text() == "kitchen"
    before = page.locator(f".text .{id}").first
    page.locator(f"a[href='#{id}']").first.click()
    assert before.inner_text() == "kitchen"
    assert page.evaluate("location.hash") == f"#{id}" if scripts else page.url.endswith(f"#{id}")
    context.close()


def test_a_lit_place_has_another_ground_and_others_do_not(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    id = (page.locator("#d1 .side:nth-child(2) a.words").get_attribute("href") or "").lstrip("#")
    plain = background(page, f".text .{id}")
    page.goto(f"{file.as_uri()}#{id}")
    assert background(page, f".text .{id}") != plain
    box = page.locator(f".text .{id}").first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 720


def test_a_paragraph_leads_back_to_its_row(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    page.locator(".back a").first.click()
    id = page.evaluate("location.hash.slice(1)")
    box = page.locator(f"[id='{id}']").bounding_box()
    assert box is not None
    assert -1 <= box["y"] <= 720


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_nothing_stands_out_at_the_side(page: Page, file: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_each_cell_names_its_outlet(page: Page, file: Path) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(file.as_uri())
    assert page.locator("#r1 td .label").first.is_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    assert not page.locator("#r1 td .label").first.is_visible()


def test_dark_mode_is_dark(browser: Browser, file: Path) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(file.as_uri())
        grounds.append(sum(map(int, background(page, "body")[4:-1].split(","))))
        page.close()
    assert grounds[0] > 700
    assert grounds[1] < 120


def test_the_keyboard_walks_the_rows(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    focused = "document.activeElement.id"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("#d1").focus()
    page.keyboard.press("j")
    assert page.evaluate(focused) == "d2"
    page.keyboard.press("k")
    assert page.evaluate(focused) == "d1"


def test_hostile_text_runs_nothing_and_asks_for_nothing(page: Page, tmp_path: Path) -> None:
    seen = watch(page)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for name, text in HOSTILE.items():
        path = tmp_path / "hostile.html"
        path.write_text(present(hostile(text), "html", outcomes=hostile_outcomes(text), version="1"), encoding="utf-8")
        page.goto(path.as_uri())
        assert page.title().startswith("2 reports of one event"), name
        assert page.evaluate("document.scripts.length") == 1, name
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
        assert seen == [], name
