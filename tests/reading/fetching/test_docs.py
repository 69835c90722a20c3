"""What docs/fetching.md promises, held to the code."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from crossread.settings import Settings

PAGE = (Path(__file__).parents[3] / "docs" / "fetching.md").read_text(encoding="utf-8")


def test_every_setting_of_fetching_is_documented_with_its_default() -> None:
    written = dict(re.findall(r"^\| `(\w+)` \| (\S+) \|", PAGE, re.MULTILINE))
    told = {(): "none", "": '`""`', True: "true"}
    settings = {field.name: getattr(Settings(), field.name) for field in fields(Settings)}
    expected = {
        name: told[value] if value in ((), "") or value is True else f"{value:g}"
        for name, value in settings.items()
        if name.startswith("fetch_") or name in {"allow_hosts", "largest_page_megabytes"}
    }
    assert written == expected
