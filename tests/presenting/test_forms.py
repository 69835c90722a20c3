"""The same report as HTML, on a terminal and as Markdown."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re

import pytest
from factories import annotated, article, span
from presenting.ferry import OUTCOMES, comparison

from crossread.errors import PresentingError
from crossread.presenting import Form, markdown, present, terminal
from crossread.presenting.views import view
from crossread.records import Account, Claim, Comparison, Event, Outcome

SECTIONS = (
    "what all tell",
    "where they differ",
    "what several tell",
    "what one alone tells",
    "who says what, and through whom",
    "the choice of words",
    "what happened when",
    "not compared",
)
READABLE: tuple[Form, ...] = ("html", "terminal", "markdown")


def shown(form: Form, *, full: bool = False) -> str:
    return present(comparison(), form, outcomes=OUTCOMES, version="1.2.3", full=full)


@pytest.mark.parametrize("form", READABLE)
def test_every_form_has_every_section(form: Form) -> None:
    page = shown(form).casefold()
    assert [section for section in SECTIONS if section not in page] == []


@pytest.mark.parametrize("form", READABLE)
def test_every_form_shows_words_speaker_hops_and_outlets(form: Form) -> None:
    page = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", shown(form)))
    for words in ("We had the fire under control", "Jon Aker", "Norpress", "Harbour Post", "two survivors"):
        assert words in page


@pytest.mark.parametrize("form", READABLE)
def test_a_section_with_nothing_in_it_is_left_out(form: Form) -> None:
    page = present(Comparison("s", (annotated("One report."),)), form).casefold()
    visible = re.sub("<style>.*?</style>", "", page, flags=re.DOTALL)
    assert [section for section in SECTIONS if section in visible] == []


@pytest.mark.parametrize("form", ["html", "terminal", "markdown", "json"])
def test_the_same_comparison_gives_the_same_text(form: Form) -> None:
    assert shown(form) == shown(form)
    assert not shown(form).endswith("\n")


def test_an_unknown_form_is_an_error_with_a_way_out() -> None:
    with pytest.raises(PresentingError, match="no form 'pdf'") as caught:
        present(comparison(), "pdf")  # type: ignore[arg-type]
    assert "html" in (caught.value.hint or "")


def test_compact_json_is_one_line() -> None:
    assert "\n" not in present(comparison(), "json", compact=True)


# ── the terminal ──


@pytest.mark.parametrize("form", READABLE)
def test_every_form_tells_first_what_all_tell_then_what_they_dispute_then_the_rest(form: Form) -> None:
    heading = {"html": r"<h2 id=\"\w+-h\">{}", "markdown": "^## {}$", "terminal": "^{}$"}[form]
    page = shown(form)
    places = [re.search(heading.format(one), page, re.MULTILINE | re.IGNORECASE) for one in SECTIONS]
    found = [place.start() for place in places if place]
    assert len(found) == len(SECTIONS)
    assert found == sorted(found)


def test_without_colour_there_is_no_control_sequence_and_with_it_there_is() -> None:
    report = view(comparison())
    assert "\x1b" not in terminal.render(report)
    assert "\x1b[" in terminal.render(report, colour=True)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_the_terminal_keeps_to_its_width(width: int) -> None:
    lines = terminal.render(view(comparison(), OUTCOMES), width=width, full=True).split("\n")
    assert max(map(len, lines)) <= max(width, terminal.NARROWEST)


def many(number: int) -> Comparison:
    one = article(" ".join(f"Lamp {n} went out in street {n}." for n in range(number)))
    spans = [span(one, f"Lamp {n} went out in street {n}.") for n in range(number)]
    claims = tuple(Claim(f"c{n}", s, "single", (Account(s),)) for n, s in enumerate(spans))
    return Comparison("s", (annotated(one),), claims=claims)


def test_a_long_list_is_cut_and_says_so_unless_all_is_wanted() -> None:
    assert re.findall(r"and (\d+) more", present(many(30), "terminal")) == ["27"]
    assert "more" not in present(many(30), "terminal", full=True)


def test_one_item_is_never_left_out_alone() -> None:
    assert "more" not in present(many(4), "terminal")


def test_the_terminal_report_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show(comparison(), OUTCOMES)
    out = capsys.readouterr().out
    assert "WHERE THEY DIFFER" in out
    assert [line for line in out.splitlines() if line != line.rstrip()] == []


# ── HTML ──


def test_the_policy_lets_only_our_style_and_script_in() -> None:
    page = shown("html")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert content is not None
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]


def test_words_of_one_report_alone_are_marked_in_the_html() -> None:
    assert "<mark>kitchen</mark>" in shown("html")
    assert "<mark>Alma" in shown("html")


def test_the_html_has_no_inline_style_and_no_inline_handler() -> None:
    tags = re.findall(r"<[a-z][^>]*>", re.sub(r"<(style|script)>.*?</\1>", "", shown("html"), flags=re.DOTALL))
    assert [tag for tag in tags if re.search(r"\s(?:style|on\w+)\s*=", tag)] == []


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", shown("html"))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


# (text, ground): the pairs of colours that stand on each other in the style sheet
PAIRS = [
    *((text, "paper") for text in ("ink", "soft", "clash", "later", "link")),
    *((text, "faint") for text in ("ink", "soft", "link")),
    *(("on-hue", f"hue{n}") for n in range(1, 7)),
    ("ink", "mark"),
    ("lit-ink", "lit"),
]


def palettes() -> list[dict[str, str]]:
    """The colours of the light theme, and with the dark theme's over them."""
    roots = re.findall(r":root \{(.*?)\}", shown("html"), re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", root)) for root in roots[:2])
    return [light, light | dark]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground_as_wcag_aa_asks(text: str, ground: str, theme: int) -> None:
    colours = palettes()[theme]
    low, high = sorted(luminance(colours[name]) for name in (text, ground))
    assert (high + 0.05) / (low + 0.05) >= 4.5


# ── Markdown ──


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`"),
        ("[x](https://e.example)", r"\[x\](https\://e.example)"),
        ("<b> & &amp;", r"\<b\> & \&amp;"),
        ("1. first", r"1\. first"),
        ("- item", r"\- item"),
        ("two\nlines", "two lines"),
        ("at 18:20, 3-4 (sic)", "at 18:20, 3-4 (sic)"),
        ("www.e.example", r"www\.e.example"),
    ],
)
def test_markdown_is_escaped_where_it_must_be_and_else_left_readable(text: str, written: str) -> None:
    assert markdown.escaped(text) == written


def test_an_address_cannot_end_its_markdown_link() -> None:
    from dataclasses import replace

    one = annotated(replace(article("Words."), url="https://a.example/x> [y](https://b.example) |\n# z"))
    page = present(Comparison("s", (one,)), "markdown")
    assert "(<https://a.example/x%3E%20[y](https://b.example)%20%7C%20#%20z>)" in page


def test_what_was_not_compared_is_escaped_too() -> None:
    page = present(many(1), "markdown", outcomes=(Outcome("<a>.html", "dropped", "duplicate", "**x**"),))
    assert r"\<a\>.html: duplicate, \*\*x\*\*" in page


def test_a_short_account_stands_in_its_sentence_on_the_terminal() -> None:
    one = article("The union claims 78 of a hundred.")
    claim = Claim("c1", span(one, "78"), "single", (Account(span(one, "78")),))
    page = present(Comparison("s", (annotated(one),), claims=(claim,)), "terminal")
    assert "“The union claims 78 of a hundred.”" in page


def test_a_cut_timeline_keeps_what_most_tell_in_the_order_of_time() -> None:
    days = "\n\n".join(f"Event {day} came." for day in range(1, 29))
    one, two = article(days, outlet="A"), article(days, outlet="B")
    events = tuple(
        Event(
            f"2031-05-{day:02}",
            "day",
            tuple(span(each, f"Event {day} came.") for each in ((one, two) if day < 4 else (one,))),
        )
        for day in range(1, 29)
    )
    page = present(Comparison("s", (annotated(one), annotated(two)), timeline=events), "terminal")
    shown = [int(day) for day in re.findall(r"^(\d+) May", page, re.MULTILINE)]
    assert shown[:3] == [1, 2, 3]
    assert shown == sorted(shown)
    assert shown[-1] == 28
    assert f"and {28 - len(shown)} more" in page
