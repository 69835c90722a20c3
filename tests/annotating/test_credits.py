"""Whom an article as a whole is credited to."""

from __future__ import annotations

import pytest
from factories import article

from crossread.annotating import credits

BODY = "\n\nThe pier fell into the sea.\n\nNobody was hurt.\n\nIt had stood since 1911.\n\nA new one is planned."

CREDITED = [
    ("PORT HALM, May 3 (HNA) - The pier fell on Friday." + BODY, [("HNA", "agency")]),
    ("PORT HALM (Reuters) — The pier fell on Friday." + BODY, [("Reuters", "agency")]),
    ("(AFP) - The pier fell on Friday." + BODY, [("AFP", "agency")]),
    (
        "The pier fell on Friday." + BODY + "\n\n(Reporting by Ida Holm; additional reporting by Reuters)",
        [("Reuters", "agency")],
    ),
    ("The pier fell on Friday." + BODY + "\n\n© 2024 Agence France-Presse", [("Agence France-Presse", "agency")]),
    ("The pier fell on Friday." + BODY + "\n\nPhoto: Reuters", []),
    ("The pier fell on Friday." + BODY + "\n\n© 2024 The Lamp", []),
    ("The pier fell on Friday (May 3) - again." + BODY, []),
    ("The mayor (Ida Holm) spoke on Friday." + BODY, []),
]


@pytest.mark.parametrize(("text", "names"), CREDITED)
def test_datelines_and_credit_lines_name_the_agency(text: str, names: list[tuple[str, str]]) -> None:
    assert [(hop.name, hop.role) for hop in credits.carried(article(text))] == names


def test_the_words_that_show_it_are_given() -> None:
    made = article("PORT HALM, May 3 (HNA) - The pier fell on Friday." + BODY)
    (hop,) = credits.carried(made)
    assert made.words(hop.span) == "HNA"


def test_an_agency_is_not_credited_on_its_own_pages() -> None:
    made = article("PORT HALM, May 3 (HNA) - The pier fell." + BODY, outlet="Halm News Agency")
    assert credits.carried(made) == ()


def test_initials_in_an_agency_s_own_dateline_are_the_agency() -> None:
    made = article("PORT HALM, May 3 (ZUQ) - The pier fell." + BODY, outlet="Halm News Agency")
    assert credits.carried(made) == ()
    assert credits.aliases(made) == ("ZUQ",)


def test_a_copyright_beside_a_caption_is_the_picture_s() -> None:
    text = "© AFP 2023 / STRINGER\n\nThe pier on Friday.\n\nThe pier fell into the sea." + BODY
    assert credits.carried(article(text, kinds={0: "credit", 1: "caption"})) == ()
    assert [hop.name for hop in credits.carried(article(text, kinds={0: "credit"}))] == ["AFP"]
