"""Whose turn it is, how long it is waited for, and what is left undone."""

from __future__ import annotations

import threading
import time
import tracemalloc
import zlib

import pytest
from reading.fetching.sites import ARTICLE, on_loopback, reply, settings, site

from crossread.errors import FetchError, UnsafePage
from crossread.reading.fetching.bodies import gathered
from crossread.reading.fetching.deadlines import Deadline, TooLate, within
from crossread.reading.fetching.turns import Turns
from crossread.reading.fetching.visits import Visitor
from crossread.reading.fetching.workers import in_order


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits that were taken, in whole seconds; no time passes in them."""
    taken: list[float] = []
    monkeypatch.setattr("crossread.reading.fetching.deadlines.time.sleep", lambda seconds: taken.append(round(seconds)))
    return taken


def test_a_second_turn_comes_after_the_pause_and_no_other_host_waits(waits: list[float]) -> None:
    turns = Turns(60)
    for host in ("paper.test", "gazette.test", "paper.test"):
        with turns.take(host, 30, Deadline(5)):
            pass
    assert waits == [30]


def test_a_wait_that_the_site_asks_for_is_kept_up_to_a_bound(waits: list[float]) -> None:
    turns, deadline = Turns(60), Deadline(5)
    turns.postpone("paper.test", 40)
    with turns.take("paper.test", 0, deadline):
        pass
    assert waits == [40]
    with pytest.raises(FetchError, match="another 40 s"), turns.take("paper.test", 0, deadline):
        pass


def test_waiting_is_not_counted_against_the_page(waits: list[float]) -> None:
    deadline = Deadline(10)
    deadline.wait(100)
    assert deadline.left(200) > 100
    deadline.uncounted(time.monotonic() - 1000)
    assert deadline.left(2000) > 1000


def test_waiting_for_others_is_not_counted_against_the_page() -> None:
    turns, counted = Turns(1), threading.Event()

    class Watched(Deadline):
        def uncounted(self, since: float) -> None:
            counted.set()
            super().uncounted(since)

    def second() -> None:
        with turns.take("paper.test", 0, Watched(5)):
            pass

    with turns.take("paper.test", 0, Deadline(5)):
        thread = threading.Thread(target=second)
        thread.start()
        assert not counted.wait(0.05)
    thread.join(5)
    assert counted.is_set()


@pytest.mark.parametrize(
    ("robots", "asked"),
    [
        (b"", [2, 2]),
        (b"User-agent: *\nCrawl-delay: 9\n", [2, 9]),
        (b"User-agent: *\nCrawl-delay: 900\n", [2, 20]),
    ],
)
def test_the_longer_pause_of_ours_and_the_site_s_is_kept(waits: list[float], robots: bytes, asked: list[float]) -> None:
    with site() as paper:
        paper.answers |= {"/robots.txt": reply(robots), "/a": reply(ARTICLE), "/b": reply(ARTICLE)}
        visitor = Visitor(settings(fetch_delay_seconds=2, fetch_longest_wait_seconds=20), on_loopback)
        visitor.visit(paper.url("/a"))
        visitor.visit(paper.url("/b"))
    assert waits == asked


def test_a_pause_asked_for_in_an_endless_number_does_no_harm() -> None:
    with site() as paper:
        paper.answers |= {"/robots.txt": reply(b"User-agent: *\nCrawl-delay: 1e999\n"), "/a": reply(ARTICLE)}
        assert Visitor(settings(), on_loopback).visit(paper.url("/a"))


def test_time_that_is_over_is_over() -> None:
    deadline = Deadline(0)
    with pytest.raises(TooLate, match="longer than 0 s") as raised:
        deadline.left(5)
    assert raised.value.temporary


def test_work_that_does_not_end_is_left_to_itself() -> None:
    never = threading.Event()
    with pytest.raises(TimeoutError):
        within(0.01, lambda: never.wait(10), late=TimeoutError)
    never.set()


def test_what_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 // 0, late=TimeoutError)


def test_results_come_in_the_order_of_the_items_however_long_each_takes() -> None:
    last_is_done = threading.Event()

    def work(item: int) -> int:
        if item == 3:
            last_is_done.set()
        elif item == 0:
            last_is_done.wait(5)
        return item * 10

    assert list(in_order(work, range(4), at_once=2, group=str)) == [0, 10, 20, 30]


def test_each_group_has_its_turn() -> None:
    begun: list[str] = []
    items = ["a1", "a2", "a3", "b1", "b2", "c1"]
    assert (
        list(in_order(lambda item: begun.append(item) or item, items, at_once=1, group=lambda item: item[0])) == items
    )
    assert begun == ["a1", "b1", "c1", "a2", "b2", "a3"]


def test_nothing_more_is_begun_once_nobody_asks() -> None:
    begun: list[int] = []
    go_on = threading.Event()

    def work(item: int) -> int:
        begun.append(item)
        if item == 1:
            go_on.wait(5)
        return item

    before = set(threading.enumerate())
    results = in_order(work, range(20), at_once=1, group=str)
    assert next(results) == 0
    workers = set(threading.enumerate()) - before
    results.close()  # type: ignore[attr-defined]
    go_on.set()
    for worker in workers:
        worker.join(5)
    assert begun in ([0], [0, 1])


def test_a_packed_bomb_takes_no_more_room_than_a_page_may() -> None:
    zipper = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(zipper.compress(bytes(1_000_000)) for _ in range(30)) + zipper.flush()
    tracemalloc.start()
    try:
        with pytest.raises(UnsafePage):
            gathered([packed], "gzip", 100_000)
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
