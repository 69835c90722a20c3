"""How each report of a comparison is called in every form: by its outlet, a short name of a file, or a letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from crossread.records import Article

from .legible import line, told_apart

WHOLE = 14  # characters; a longer name of a file is not a name to read again and again


def labels(articles: Sequence[Article]) -> tuple[str, ...]:
    """A label for each article: "Harbour Post"; "Post (A)" and "Post (B)" where one outlet has two articles. Where the
    outlet is not known, the name of the file if it is short, "wire.txt", else "Report C". No two have one letter."""
    names = [line(article.outlet or "") or _short(article) for article in articles]
    times, letters = Counter(names), _letters()
    return told_apart(
        [
            f"Report {next(letters)}" if not name else f"{name} ({next(letters)})" if times[name] > 1 else name
            for name in names
        ]
    )


def file(article: Article) -> str | None:
    """The last part of the file or address of an article without outlet, whole; None for one that has an outlet."""
    return None if line(article.outlet or "") else _place(article)


def _letters() -> Iterator[str]:
    """A, B, … Z, AA, AB, …"""
    for number in count(1):
        letters = ""
        while number:
            number, digit = divmod(number - 1, 26)
            letters = chr(ord("A") + digit) + letters
        yield letters


def _place(article: Article) -> str:
    place = (article.file or article.url or article.id).rstrip("/\\")
    return line(re.split(r"[/\\]", place)[-1]) or article.id


def _short(article: Article) -> str:
    return place if len(place := _place(article)) <= WHOLE else ""
