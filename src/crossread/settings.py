"""One frozen record of everything a user may set, read once and passed by hand.

Defaults stand in the code below; over them `crossread.toml` in the working folder, over it the command line.
Names carry their units. `digest_of` goes into every comparison, so that it can be made again.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from .errors import SettingsError
from .records import digest

FILE = "crossread.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with their defaults."""

    largest_page_megabytes: float = 20.0
    """A source larger than this is refused before it is read."""

    deepest_nesting: int = 2_000
    """A page whose elements nest deeper than this is refused as unsafe."""

    shortest_article_words: int = 30
    """A page with fewer words in its paragraphs than this is not an article."""

    story_likeness: float = 0.10
    """Least TF-IDF cosine at which hand-picked articles are taken to tell one story."""

    story_window_days: float = 14.0
    """Articles published further apart than this are never one story."""

    reprint_share: float = 0.5
    """Least share of the shorter body, by word 5-grams, that makes two articles reprints of one text."""

    def with_values(self, values: Mapping[str, Any], *, where: str) -> Settings:
        """These settings with some values replaced; raises `SettingsError` that lists every fault in `values`."""
        known = {field.name: field for field in fields(self)}
        faults, good = [], {}
        for name, value in values.items():
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                faults.append(f"unknown setting '{name}'" + (f", did you mean '{near[0]}'?" if near else ""))
                continue
            default = getattr(Settings(), name)
            if (
                isinstance(value, bool)
                or not isinstance(value, (int, float))
                or (isinstance(default, int) and value != int(value))
            ):
                faults.append(f"'{name}' must be a {'whole ' if isinstance(default, int) else ''}number, not {value!r}")
            elif value < 0:
                faults.append(f"'{name}' must not be negative, is {value!r}")
            else:
                good[name] = type(default)(value)
        if faults:
            raise SettingsError("; ".join(faults), item=where, hint="try: see the settings in the README")
        return replace(self, **good)

    @property
    def digest_of(self) -> str:
        """A digest of all values, the same for the same values."""
        return "sha256:" + digest(repr(sorted(asdict(self).items())), length=64)


def load(folder: Path | None = None) -> Settings:
    """The defaults, with what `crossread.toml` in `folder` (the working folder if None) says over them."""
    path = (folder or Path.cwd()) / FILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"cannot be read ({error.strerror})", item=str(path)) from error
    try:
        values = tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"is not valid TOML ({error})", item=str(path)) from error
    return Settings().with_values(values, where=str(path))
