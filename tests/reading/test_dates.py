from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reading import dates


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Friday 14 June 2019 07:30", "2019-06-14"),
        ("Jul 4, 2019 3:08 PM PDT", "2019-07-04T15:08:00-07:00"),
        ("Jan. 9, 2019, 10:15 p.m. ET", "2019-01-09T22:15:00-05:00"),
        ("July 9, 2019, 10:15 p.m. ET", "2019-07-09T22:15:00-04:00"),
        ("Mon, March 4, 2019 at 12:05 AM EST", "2019-03-04T00:05:00-05:00"),
        ("Tue 9 Jul 2019 18.40 BST", "2019-07-09T18:40:00+01:00"),
        ("March 4, 2019 / 8:50 AM / Updated 5 hours ago", "2019-03-04"),
        ("Own report — Wednesday, March 6, 2019", "2019-03-06"),
        ("Posted on 6 March 2019", "2019-03-06"),
        ("Posted on 6 March 2019.", "2019-03-06"),
        ("26/03/2019 19:20", "2019-03-26"),
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


@settings(deadline=None)
@given(st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1), timezones=st.timezones()))
def test_an_iso_stamp_survives(moment: dt.datetime) -> None:
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() % 60 or offset.days < -1:
        return
    whole = moment.replace(microsecond=0)
    assert dates.stamp(whole.isoformat()) == whole.isoformat()


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_stamp_or_none(text: str) -> None:
    value = dates.stamp(text)
    assert value is None or dt.date.fromisoformat(value[:10])
