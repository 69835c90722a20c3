"""Nouns and the verbs they are made from."""

from __future__ import annotations

import pytest

from crossread.comparing.roots import root
from crossread.comparing.vocabulary import stem


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("suspension", "suspended"),
        ("containment", "contained"),
        ("investigation", "investigating"),
        ("explosion", "exploded"),
        ("evacuation", "evacuated"),
        ("announcement", "announced"),
        ("appearance", "appeared"),
        ("removal", "removed"),
        ("mayoral", "mayor"),
    ],
)
def test_a_noun_and_its_verb_have_one_root(noun: str, verb: str) -> None:
    assert root(stem(noun)) == root(stem(verb))


@pytest.mark.parametrize(
    ("left", "right"),
    [("station", "state"), ("department", "depart"), ("nation", "nature"), ("hospital", "hospitable"), ("oral", "ore")],
)
def test_words_that_only_look_alike_do_not(left: str, right: str) -> None:
    assert root(stem(left)) != root(stem(right))
