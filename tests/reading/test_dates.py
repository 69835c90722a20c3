from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reading import dates


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Thursday 17 October 2024 06:00", "2024-10-17"),
        ("Aug 23, 2025 1:04 PM PDT", "2025-08-23T13:04:00-07:00"),
        ("Dec. 8, 2025, 9:52 p.m. ET", "2025-12-08T21:52:00-05:00"),
        ("July 8, 2025, 9:52 p.m. ET", "2025-07-08T21:52:00-04:00"),
        ("Fri, October 17, 2025 at 6:12 PM EDT", "2025-10-17T18:12:00-04:00"),
        ("Sun 24 Aug 2025 20.10 BST", "2025-08-24T20:10:00+01:00"),
        ("February 11, 2025 / 9:15 AM / Updated 2 hours ago", "2025-02-11"),
        ("Staff report — Thursday, October 16, 2025", "2025-10-16"),
        ("Posted on 16 October 2024", "2024-10-16"),
        ("Posted on 16 October 2024.", "2024-10-16"),
        ("16/10/2024 20:10", "2024-10-16"),
        ("10/16/2024", "2024-10-16"),
        ("05/05/2024", "2024-05-05"),
        ("2024-10-16", "2024-10-16"),
        ("le 16 octobre 2024", "2024-10-16"),
        ("16. Oktober 2024", "2024-10-16"),
        ("16 de octubre de 2024", "2024-10-16"),
    ],
)
def test_a_date_line_gives_its_date_and_its_time_if_the_zone_is_known(line: str, value: str) -> None:
    found = dates.date_line(line)
    assert found is not None
    assert found[0] == value
    assert found[1] in line


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2025",
        "31 February 2025",
        "Updated 16 October 2024",
        "On 5 May 1979 he left.",
        "The boat was built on October 16, 2004, by people who are all dead.",
        "Founded 1911",
        "Flight 12/13/14 15:16",
        "16 Boats 2024",
        "",
    ],
)
def test_what_is_no_date_or_two_or_in_a_sentence_gives_none(line: str) -> None:
    assert dates.date_line(line) is None


@given(st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1), timezones=st.timezones()))
def test_an_iso_stamp_survives(moment: dt.datetime) -> None:
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() % 60 or offset.days < -1:
        return
    whole = moment.replace(microsecond=0)
    assert dates.stamp(whole.isoformat()) == whole.isoformat()


@given(st.text(max_size=60))
def test_any_text_is_a_stamp_or_none(text: str) -> None:
    value = dates.stamp(text)
    assert value is None or dt.date.fromisoformat(value[:10])
