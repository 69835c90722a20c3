"""Whether two names can be of one person, body or place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.comparing.naming import Name, same, short_for
from crossread.records import EntityKind


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("person", "Ilja Warga", "Ilya Varga"),
        ("person", "Jérôme L’Hoste", "Jerome L'Hoste"),
        ("person", "Ana Sousa-Brandt", "Ana Sousa Brandt"),
        ("person", "Dr. Rasmus Delaney", "Rasmus Delany"),
        ("person", "Noor K. Haddad", "Noor Haddad"),
        ("organisation", "Ministry of Fisheries", "Fisheries Ministry"),
        ("organisation", "Grey Tern", "GreyTern"),
        ("organisation", "The Osk Lantern", "Osk Lantern"),
    ],
)
def test_spellings_of_one_name(kind: EntityKind, left: str, right: str) -> None:
    assert same(Name(left, kind), Name(right, kind))


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("person", "Anna Berg", "Otto Berg"),
        ("person", "Anna Berg", "Anna Holm"),
        ("person", "Anna Berg", "Berg"),
        ("organisation", "Brigade 12", "Brigade 13"),
        ("organisation", "North Harbour Board", "South Harbour Board"),
    ],
)
def test_names_of_two(kind: EntityKind, left: str, right: str) -> None:
    assert not same(Name(left, kind), Name(right, kind))


def test_a_person_is_no_place() -> None:
    assert not same(Name("Florence", "person"), Name("Florence", "place"))


@pytest.mark.parametrize(
    ("kind", "short", "full"),
    [
        ("person", "Varga", "Ilja Varga"),
        ("person", "Ms Sousa-Brandt", "Ana Sousa-Brandt"),
        ("organisation", "UHW", "Union of Harbour Workers"),
        ("organisation", "the Lantern", "The Osk Lantern"),
        ("organisation", "Tern", "Tern Shipping"),
    ],
)
def test_short_forms(kind: EntityKind, short: str, full: str) -> None:
    assert short_for(Name(short, kind), Name(full, kind))


@pytest.mark.parametrize(
    ("kind", "short", "full"),
    [
        ("person", "Varga", "Ilja Warren"),
        ("organisation", "UHW", "Union of Dockers"),
        ("organisation", "Osk County", "Osk County Health Board"),
        ("place", "Osk", "Osk Lantern"),
    ],
)
def test_what_is_no_short_form(kind: EntityKind, short: str, full: str) -> None:
    assert not short_for(Name(short, kind), Name(full, kind if kind != "place" else "organisation"))


NAMES = st.text("abcdeéßø ’'-.AB1", min_size=1, max_size=20)
KINDS = st.sampled_from(["person", "organisation", "place"])


@given(NAMES, NAMES, KINDS)
def test_sameness_has_no_order_and_holds_of_itself(left: str, right: str, kind: EntityKind) -> None:
    a, b = Name(left, kind), Name(right, kind)
    assert same(a, a)
    assert same(a, b) == same(b, a)
