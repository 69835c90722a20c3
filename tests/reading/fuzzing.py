"""Read broken pages and extracts until the time is up: every one must be read soundly, or refused as a `ReadingError`.

    python -m reading.fuzzing [--seconds N] [--seed N] [FILE ...]

Inputs are the bundled pages and the lines of the tests, cut, doubled, spliced and strewn with what breaks readers. One
that crashes, breaks an invariant or takes too long is written to fuzz-failures/ and named; a FILE is read again alone.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import crossread
from crossread.errors import ReadingError
from crossread.reading import read, source_of
from crossread.records import Page

BUNDLED = Path(crossread.__file__).parent / "examples"
FAILURES = Path("fuzz-failures")
MOST_SECONDS = 10.0  # for one input; none is larger than a few hundred thousand bytes
MEDIA = ("text/html", "text/plain")
NASTY = (
    *(
        b"<",
        b">",
        b"</",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"<script>",
        b"</script",
        b"<p",
        b"<br>",
        b"</p></div>",
        b"<td>",
    ),
    *(b"<a href='javascript:x'>", b"<img src=data:text/html,x>", b"<table><tr><td>", b"<title>", b"<svg>", b"<h1>"),
    *(b"&", b"&#0;", b"&#xD800;", b"&#x110000;", b"&amp;amp;", b"&nbsp", b"&zwj;", b"\0", b"\xff\xfe", b"\xef\xbb\xbf"),
    *(
        b"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80",
        b"\xe2\x80\xae",
        b"\xe2\x81\xa6",
        b"\xcc\x81" * 40,
        b"\r",
        b"\x0c",
        b"\x85",
    ),
    *(
        b"<meta charset=utf-16>",
        b"<meta charset=x-none>",
        b'<script type="application/ld+json">{"@graph":[[[{"a":',
        b"\xa9",
    ),
    *(
        b" " * 3_000,
        b"a" * 3_000,
        b"1/1/2020 " * 300,
        b"| " * 500,
        b"<div>" * 900,
        b"\n" * 2_000,
        b"(" * 500,
        b"By A " * 80,
    ),
    *(
        b" 12:00 ",
        b" - ",
        b" | ",
        b"...",
        "“".encode(),
        b"Photo: ",
        b"Updated: ",
        b"99999999999999999999",
        b"-0001-00-00T99:99",
    ),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz; 1 if an input failed."""
    parser = argparse.ArgumentParser(prog="python -m reading.fuzzing", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=0, help="0: another one each time")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    if options.files:
        pages = [Page(file.read_bytes(), media, file=str(file)) for file in options.files for media in MEDIA]
        return int(sum(not holds(page) for page in pages) > 0)
    seed = options.seed or random.SystemRandom().randrange(1, 1 << 30)
    print(f"seed {seed}")
    count = failures = 0
    until = time.monotonic() + options.seconds
    for data in inputs(random.Random(seed)):
        for media in MEDIA:
            count += 1
            if not holds(Page(data, media, file="fuzzed")):
                failures += 1
                keep(data, count)
        if time.monotonic() > until:
            break
    print(f"{count} inputs, {failures} failures")
    return int(failures > 0)


def inputs(chance: random.Random) -> Iterator[bytes]:
    """Mutations of mutations, now and then from a fresh page."""
    seeds = [path.read_bytes() for path in sorted(BUNDLED.glob("*/*.[ht]*"))]
    while True:
        data = chance.choice(seeds)
        for _ in range(chance.randrange(1, 8)):
            data = chance.choice(MUTATIONS)(data, chance, seeds)[:300_000]
            yield data


def holds(page: Page) -> bool:
    """Whether the page is read soundly, or refused; prints why if not."""
    started = time.monotonic()
    try:
        problem = unsound(page)
    except ReadingError:
        problem = ""
    except Exception:  # what fuzzing is for
        problem = traceback.format_exc()
    if time.monotonic() - started > MOST_SECONDS:
        problem = problem or f"took {time.monotonic() - started:.0f} seconds"
    if problem:
        print(f"{page.media}: {problem}", file=sys.stderr)
    return not problem


def unsound(page: Page) -> str:
    """Which promise about an article the one on this page breaks; "" for none."""
    article = read(page)
    source, _ = source_of(page)
    if "\n\n".join(article.words(block) for block in article.blocks) != article.text:
        return "the blocks are not the text"
    if any(not article.words(block).strip() for block in article.blocks):
        return "a block is empty"
    if any(ord(letter) < 32 and letter != "\n" for letter in article.text):
        return "the text holds control characters"
    if any("\ud800" <= letter <= "\udfff" for letter in article.text + (article.title or "")):
        return "the text holds a surrogate"
    if len(article.places) != len(article.blocks):
        return "not every block has a place"
    if any(place and not 0 <= place[0] < place[1] <= len(source) for place in article.places):
        return "a place lies outside the source"
    return ""


def keep(data: bytes, number: int) -> None:
    """Write a failing input to be read again."""
    FAILURES.mkdir(exist_ok=True)
    path = FAILURES / f"{number}.bin"
    path.write_bytes(data)
    print(f"kept as {path}", file=sys.stderr)


# ── mutations ───────────────────────────────────────────────────────────────────────────────────────────────────────

Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def strewn(data: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """With nasty pieces put in anywhere."""
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(NASTY) * chance.choice((1, 1, 1, 20)) + data[at:]
    return data


def cut(data: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """With a stretch taken out."""
    start, end = stretch(data, chance)
    return data[:start] + data[end:]


def doubled(data: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """With a stretch repeated."""
    start, end = stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def spliced(data: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """With a stretch of another page put in."""
    other = chance.choice(seeds)
    start, end = stretch(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def flipped(data: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """With some bytes changed."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 60)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def recoded(data: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """In another encoding than it says."""
    return data.decode("utf-8", "replace").encode(
        chance.choice(("utf-16", "utf-32", "cp1252", "utf-7", "koi8-r")), "replace"
    )


def stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    """The bounds of some stretch, most often a short one."""
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 10, 200, 4_000)))


MUTATIONS: tuple[Mutation, ...] = (strewn, strewn, cut, doubled, spliced, flipped, recoded)


if __name__ == "__main__":
    sys.exit(main())
