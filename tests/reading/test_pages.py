from __future__ import annotations

import pytest
from reading.support import BODY, dropped, paragraphs, read_html, words

from crossread.errors import NotAnArticle


def test_the_paragraphs_between_headline_and_footer_are_the_article() -> None:
    article = read_html(
        f"<header><nav><a href=/>Home</a></nav></header><main><h1>Ferry stops</h1>{paragraphs()}</main>"
        "<footer><p>Osk Press Ltd. has published on this island since the first ferry came to it.</p></footer>"
    )
    assert words(article) == ["Ferry stops", *BODY]


def test_blocks_lie_in_the_text_joined_by_blank_lines_with_the_title_first() -> None:
    article = read_html(f"<h1>Ferry stops</h1>{paragraphs()}")
    assert article.text == "\n\n".join(["Ferry stops", *BODY])
    assert article.blocks[0].kind == "title"
    assert [article.words(block) for block in article.blocks] == article.text.split("\n\n")


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"{text}<br><br>" for text in BODY),
        "".join(f"<span class=p>{text}</span><br>" for text in BODY),
        "".join(f"<div>{text}</div>" for text in BODY),
        f"<table><tr><td>{paragraphs()}</td></tr></table>",
    ],
    ids=["line breaks", "spans", "divs", "a table"],
)
def test_paragraphs_may_be_marked_up_in_any_way(body: str) -> None:
    assert words(read_html(f"<h1>Ferry stops</h1><div class=text>{body}</div>"), "paragraph") == list(BODY)


@pytest.mark.parametrize(
    ("box", "rule"),
    [
        ("<div class=related><h4>Related</h4><p>Seals sleep on the slipway in broad daylight.</p></div>", "pointer"),
        ("<div class='newsletter-signup'><p>The harbour news by post on every second Friday.</p></div>", "newsletter"),
        ("<aside><p>The harbour was built in 1911 by people who are all dead.</p></aside>", "aside"),
        ("<p class=ad>Hulls scraped and painted by the pier, ask for Una.</p>", "advertisement"),
        ("<p>Read more: Who built the crooked pier?</p>", "pointer"),
        ("<p>Sign up for our newsletter and never miss a boat.</p>", "newsletter"),
        ("<p>This site uses cookies to remember you.</p>", "cookie"),
        ("<p><a href=/x>Who built the crooked pier of Osk</a></p>", "link"),
        ("<div>14 comments</div>", "comments"),
        ("<div style='display:none'><p>Nobody was ever meant to read this on the page.</p></div>", "hidden"),
        ("<form><p>Type your name and the name of your boat here.</p></form>", "form"),
    ],
)
def test_boxes_and_prompts_inside_the_body_are_left_out_with_a_reason(box: str, rule: str) -> None:
    article = read_html(f"<h1>Ferry stops</h1>{paragraphs(*BODY[:2])}{box}{paragraphs(BODY[2])}")
    assert words(article, "paragraph", "list", "heading", "standfirst") == list(BODY)
    assert any(rule in reason for reason in dropped(article).values())


def test_every_visible_line_is_kept_or_dropped() -> None:
    article = read_html(
        f"<nav><a href=/>Home</a></nav><h1>Ferry stops</h1>{paragraphs()}<div class=tags>Ferries | Osk</div>"
    )
    assert set(dropped(article)) == {"Home", "Ferry stops", "Ferries | Osk"}


def test_a_page_that_calls_its_whole_text_paywall_is_believed_no_word_of_it() -> None:
    article = read_html(
        f"<h1>Ferry stops</h1><div class=paywall>{paragraphs(*BODY, *(b + ' Yes.' for b in BODY))}</div>"
    )
    assert words(article, "paragraph")[:3] == list(BODY)


def test_a_caption_is_parted_from_its_credit() -> None:
    figure = "<figure><img src=x><figcaption>The ferry in fog. Photo: Ada Lund/Osk Press</figcaption></figure>"
    article = read_html(f"<h1>Ferry stops</h1>{figure}{paragraphs()}")
    assert words(article, "caption") == ["The ferry in fog."]
    assert words(article, "credit") == ["Photo: Ada Lund/Osk Press"]


def test_a_line_behind_a_picture_that_ends_in_a_credit_is_a_caption() -> None:
    article = read_html(
        f"<h1>Ferry stops</h1><img src=x><p>The ferry in fog. Herald photo by Jo Lyle</p>{paragraphs()}"
    )
    assert words(article, "caption", "credit") == ["The ferry in fog.", "Herald photo by Jo Lyle"]


def test_a_standfirst_stands_below_the_headline() -> None:
    article = read_html(f"<h1>Ferry stops</h1><p class=dek>Board will not pay, captain will not go</p>{paragraphs()}")
    assert words(article, "standfirst") == ["Board will not pay, captain will not go"]


def test_headings_lists_and_footnotes_keep_their_kind() -> None:
    article = read_html(
        f"<h1>Ferry stops</h1>{paragraphs(BODY[0])}<h2>What now?</h2>{paragraphs(*BODY[1:])}"
        "<ul><li>The boat is 44 years old.</li></ul><p>* The board does not publish its minutes.</p>"
    )
    assert words(article, "heading") == ["What now?"]
    assert words(article, "list") == ["The boat is 44 years old."]
    assert words(article, "footnote") == ["* The board does not publish its minutes."]


@pytest.mark.parametrize(
    "note",
    [
        "<p>Correction: An earlier version of this article gave the captain's age as 58.</p>",
        "<h3>Correction</h3><p>We gave the captain's age as 58 in the morning. It is 61.</p>",
        "<p>This article was amended on 3 May to add a comment.</p>",
    ],
)
def test_corrections_are_kept_as_corrections(note: str) -> None:
    article = read_html(f"<h1>Ferry stops</h1>{paragraphs(*BODY[:2])}{note}{paragraphs(BODY[2])}")
    assert len(words(article, "correction")) == 1
    assert words(article, "paragraph") == list(BODY)


def test_a_staff_credit_is_a_credit() -> None:
    article = read_html(f"<h1>Ferry stops</h1>{paragraphs()}<p>(Reporting by Ada Lund; editing by Amos Kit)</p>")
    assert words(article, "credit") == ["(Reporting by Ada Lund; editing by Amos Kit)"]


def test_a_byline_goes_unless_it_names_an_agency() -> None:
    person = read_html(f"<h1>Ferry stops</h1><div>By Ada Lund</div>{paragraphs()}")
    agency = read_html(f"<h1>Ferry stops</h1><div>By Tidewater News Service</div>{paragraphs()}")
    assert (person.byline, words(person, "credit")) == ("Ada Lund", [])
    assert words(agency, "credit") == ["By Tidewater News Service"]


def test_an_embedded_post_is_part_of_the_text() -> None:
    post = "<div class=social-widget><blockquote><p>We will sail anyway, whatever they say.</p></blockquote></div>"
    article = read_html(f"<h1>Ferry stops</h1>{paragraphs(*BODY[:2])}{post}{paragraphs(BODY[2])}")
    assert "We will sail anyway, whatever they say." in words(article, "paragraph")


def test_a_tooltip_inside_a_sentence_does_not_cut_it() -> None:
    text = BODY[0].replace("Monday", "<x-tip>Monday</x-tip>")
    assert words(read_html(f"<h1>Ferry stops</h1>{paragraphs(text, *BODY[1:])}"), "paragraph") == list(BODY)


def test_words_for_screen_readers_are_left_out() -> None:
    text = BODY[0].replace("Osk", "<a href=x>Osk<span class=sr-only>, opens new tab</span></a>")
    assert words(read_html(f"<h1>Ferry stops</h1>{paragraphs(text, *BODY[1:])}"), "paragraph") == list(BODY)


def test_a_page_of_links_is_no_article() -> None:
    cards = "".join(
        f"<div class=card><h3><a href=/{n}>Ferry {n} has stopped for good</a></h3><p>It stopped at pier {n}.</p></div>"
        for n in range(30)
    )
    with pytest.raises(NotAnArticle, match="links"):
        read_html(f"<h1>Island news</h1>{cards}")


@pytest.mark.parametrize("body", ["", "<p>Soon.</p>", "<nav>Home</nav><h1>Ferry</h1>", "<script>alert(1)</script>"])
def test_a_page_without_running_text_is_no_article(body: str) -> None:
    with pytest.raises(NotAnArticle):
        read_html(body)


def test_reading_a_page_twice_gives_the_same_article() -> None:
    assert read_html(paragraphs()) == read_html(paragraphs())
    assert read_html(paragraphs()).id != read_html(paragraphs(*BODY, "One more line of text stands here.")).id


def test_a_text_without_blanks_between_its_words_is_an_article() -> None:
    texts = (
        "オスク島への渡し船は五月に運航を終えると港湾委員会が月曜日に発表した。",
        "船長は「恥だ」と述べ、再考を求めている。",
    )
    assert words(read_html("<h1>渡し船終了</h1>" + paragraphs(*texts * 2)), "paragraph")[:2] == list(texts)


def test_another_text_in_a_box_of_the_same_sort_far_below_is_not_the_articles() -> None:
    other = (
        "The pier at Lunn will be painted green this summer, its keeper said, and nobody was asked about the colour."
    )
    menu = "".join(f"<div class=tile>Story number {number} of the day</div>" for number in range(30))
    article = read_html(
        f"<h1>Ferry stops</h1><div class=body>{paragraphs()}</div>{menu}<div class=body><p>{other}</p></div>"
    )
    assert words(article, "paragraph") == list(BODY)
