"""One frozen record of everything a user may set, read once and passed by hand.

Defaults stand in the code below; over them `crossread.toml` in the working folder, over it the command line.
Names carry their units. `digest_of` goes into every comparison, so that it can be made again.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from math import isfinite
from pathlib import Path
from typing import Any, Final

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

    story_likeness: float = 0.075
    """Least TF-IDF cosine at which hand-picked articles are taken to tell one story; 0 takes all of them for one."""

    story_window_days: float = 14.0
    """Articles published further apart than this are never one story."""

    reprint_share: float = 0.4
    """Least share of the shorter body's words, in shared runs of five or more, that makes two articles reprints of one
    text."""

    allow_hosts: tuple[str, ...] = ()
    """Hosts, by name, that are fetched from even where they are inside this network ("localhost", "wiki.internal")."""

    fetch_agent: str = ""
    """How fetching names itself to a site, e.g. "ourdesk/1.0 (desk@paper.example)"; empty for crossread and version."""

    fetch_proxy: str = ""
    """The HTTP proxy that everything is fetched through ("http://proxy.internal:3128"); empty for none. It looks up the
    names of hosts itself, so it is the proxy that must keep pages from leading into its network."""

    fetch_at_once: int = 4
    """How many pages are fetched at a time. It is never more than one from any one host."""

    fetch_delay_seconds: float = 1.0
    """Least pause between two requests to one host; a longer one that its robots.txt asks for is kept instead."""

    fetch_connect_seconds: float = 10.0
    """How long one address of a host may take to accept a connection."""

    fetch_read_seconds: float = 20.0
    """How long a site may say nothing before it is given up."""

    fetch_page_seconds: float = 60.0
    """How long one page may take, redirects and all; waiting out of politeness is not counted."""

    fetch_redirects: int = 10
    """How many redirects are followed for one page."""

    fetch_retries: int = 2
    """How many times more a site is asked that says it is busy just now."""

    fetch_longest_wait_seconds: float = 30.0
    """Longest wait that a site may ask for; where it asks for more, the page is given up for now."""

    fetch_cache: bool = True
    """Whether fetched pages are kept on disk, so that an unchanged one is not sent again."""

    fetch_cache_folder: str = ""
    """Where fetched pages are kept; empty for the folder that the system means for such things."""

    fetch_cache_megabytes: float = 200.0
    """How large that folder may grow before the pages not used for longest are removed."""

    def with_values(self, values: Mapping[str, Any], *, where: str) -> Settings:
        """These settings with some values replaced; raises `SettingsError` that lists every fault in `values`."""
        known = {field.name: field for field in fields(self)}
        faults: list[str] = []
        good: dict[str, Any] = {}
        for name, value in values.items():
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                faults.append(f"unknown setting '{name}'" + (f", did you mean '{near[0]}'?" if near else ""))
                continue
            try:
                good[name] = _converted(value, getattr(Settings(), name))
            except ValueError as error:
                faults.append(f"'{name}' {error}")
        if faults:
            raise SettingsError("; ".join(faults), item=where, hint="try: see docs/settings.md")
        return replace(self, **good)

    @property
    def digest_of(self) -> str:
        """A digest of all values that can change a comparison; how a page was fetched cannot."""
        values = {name: value for name, value in asdict(self).items() if not name.startswith(("fetch_", "allow_"))}
        return "sha256:" + digest(repr(sorted(values.items())), length=64)


_SWITCH: Final = {
    **dict.fromkeys(("true", "yes", "on", "1", "1.0"), True),
    **dict.fromkeys(("false", "no", "off", "0", "0.0"), False),
}


def _converted(value: Any, default: Any) -> Any:
    """The value as what the setting's default is; raises `ValueError` with what it must be instead.

    From the command line switches and lists come as text: "on" and "off", names with commas between them.
    """
    if isinstance(default, bool):
        return _switch(value)
    if isinstance(default, tuple):
        return _names(value)
    if isinstance(default, str):
        if not isinstance(value, str):
            raise ValueError(f"must be text, not {value!r}")
        return value
    return _number(value, default)


def _number(value: Any, default: float) -> float:
    kind = type(default)
    whole = kind is int
    if (
        isinstance(value, bool)
        or not isinstance(value, (int, float))
        or not isfinite(value)
        or (whole and value != int(value))
    ):
        raise ValueError(f"must be a {'whole ' if whole else ''}number, not {value!r}")
    if value < 0:
        raise ValueError(f"must not be negative, is {value!r}")
    return kind(value)


def _switch(value: Any) -> bool:
    found = _SWITCH.get(str(value).strip().casefold())
    if found is None:
        raise ValueError(f"must be true or false, not {value!r}")
    return found


def _names(value: Any) -> tuple[str, ...]:
    listed = value.split(",") if isinstance(value, str) else value
    if not isinstance(listed, (list, tuple)) or not all(isinstance(name, str) for name in listed):
        raise ValueError(f"must be a list of names, not {value!r}")
    return tuple(name.strip() for name in listed if name.strip())


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
