"""Through whom words came: agencies, other outlets, broadcasters, and people who pass them on."""

from __future__ import annotations

import pytest
from annotating_steps import vias

from crossread.annotating import via

ROLES = [
    ("the Halm News Agency", "agency"),
    ("Reuters", "agency"),
    ("the Associated Press", "agency"),
    ("Agence Lorette", "agency"),
    ("the Osk Valley Messenger", "outlet"),
    ("a local newspaper", "outlet"),
    ("state television", "broadcaster"),
    ("Halm Public Radio", "broadcaster"),
    ("the radio station", "broadcaster"),
    ("the environment agency", None),
    ("reporters", None),
    ("the council", None),
    ("Ida Holm", None),
    ("a blog post", None),
]

WAYS = [
    ("The mayor told the Halm News Agency that taxes would rise.", [["Halm News Agency"]]),
    ("The mayor told HNA that taxes would rise.", [["HNA"]]),
    ("The Guild of Orme Bakers (GOB) met. The mayor told GOB that taxes would rise.", [[]]),
    ("The mayor told reporters that taxes would rise.", [[]]),
    ("The mayor told The Lamp that taxes would rise.", [[]]),
    ("The mayor told this newspaper that taxes would rise.", [[]]),
    ('"Taxes will rise," Ida Holm said in a speech broadcast on Halm Television.', [["Halm Television"]]),
    ('"Taxes will rise," Ida Holm said, her remarks cited by the Halm News Agency.', [["Halm News Agency"]]),
    ("In an interview with the Halm Courier, Ida Holm said taxes would rise.", [["Halm Courier"]]),
    ("Taxes will rise, Ida Holm was quoted as telling the Halm Courier.", [["Halm Courier"]]),
    ("Taxes will rise, Ida Holm said, according to Reuters.", [[], ["Reuters"]]),
    ("The Halm Courier reported that Ida Holm had told the council that taxes would rise.", [[], ["Halm Courier"]]),
    ('Ida Holm told Halm Radio she was tired. "I am tired," she said.', [["Halm Radio"], ["Halm Radio"]]),
    (
        'Ida Holm told Halm Radio she was tired. "Go home," she told the radio station.',
        [["Halm Radio"], ["Halm Radio"]],
    ),
]


@pytest.mark.parametrize(("words", "role"), ROLES)
def test_names_and_descriptions_show_what_kind_of_medium_they_mean(words: str, role: str | None) -> None:
    assert via.role_of(words) == role


@pytest.mark.parametrize(("text", "hops"), WAYS)
def test_words_come_through_the_media_that_the_text_names(text: str, hops: list[list[str]]) -> None:
    assert vias(text) == hops


@pytest.mark.parametrize(
    ("own", "name"),
    [
        ("Gazette of Port Halm", "the Gazette"),
        ("The Halm Observer", "the Observer"),
        ("Northern Press Bureau", "NPB"),
        ("The Lamp", "this newspaper"),
        ("The Osk Sentinel", "Sentinel reporters"),
    ],
)
def test_an_outlet_is_known_by_what_its_own_pages_call_it(own: str, name: str) -> None:
    assert via.is_own(own, name)


def test_another_outlet_is_not_the_own_one() -> None:
    assert not via.is_own("The Halm Observer", "the Halm Courier")
    assert not via.is_own(None, "the Halm Courier")
