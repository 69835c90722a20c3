"""The first bytes of a file, and what they tell of its format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

HEAD: Final = 65_536  # bytes of a file that are looked at
_MIME = re.compile(
    r"(?:return-path|received|delivered-to|mime-version|message-id|from|to|subject|date|content-type|x-[\w-]+):",
    re.IGNORECASE,
)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_JSON = re.compile(r"""\{\s*["}]|\[\s*[{\]]""")
_BEFORE_ROOT: Final = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))
_MOST_BEFORE_ROOT: Final = 100
_MAIL_ENDINGS: Final = (".eml", ".mht", ".mhtml")


@dataclass(slots=True)
class Head:
    """The first bytes of a file, also as text; `ending` is that of its name, without what says that it is packed."""

    data: bytes
    ending: str
    text: str = field(init=False)

    def __post_init__(self) -> None:
        utf16 = self.data.startswith((b"\xff\xfe", b"\xfe\xff"))
        self.text = self.data.decode("utf-16" if utf16 else "utf-8-sig", "replace").lstrip()

    @property
    def fields(self) -> str:
        """The header of a mail or of MHTML, in lower case; empty where the file begins with none."""
        if not _MIME.match(self.text):
            return ""
        header = re.split(r"\r?\n\r?\n", self.text, maxsplit=1)[0].casefold()
        return header if "mime-version:" in header or self.ending in _MAIL_ENDINGS else ""

    @property
    def root(self) -> str:
        """The name of the outermost element without its prefix; empty where the file begins with none."""
        at = 0
        for _ in range(_MOST_BEFORE_ROOT):
            opened = next((pair for pair in _BEFORE_ROOT if self.text.startswith(pair[0], at)), None)
            if opened is None:
                match = _ELEMENT.match(self.text, at)
                return match[1] if match else ""
            at = self._after(at, *opened)
            if at < 0:
                return ""
        return ""

    def _after(self, at: int, begin: str, end: str) -> int:
        """Where the next thing begins behind one that stands before the root; -1 where that is not seen."""
        closed = self.text.find(end, at)
        subset = self.text.find("[", at, closed) if begin == "<!" else -1
        if subset >= 0:
            closed = self.text.find(end, self.text.find("]", subset))
        after = closed + len(end)
        return after + len(self.text[after:]) - len(self.text[after:].lstrip()) if closed >= 0 else -1

    @property
    def is_json(self) -> bool:
        """Whether the file begins as a JSON object does, or a list of them."""
        return bool(_JSON.match(self.text))

    @property
    def is_json_lines(self) -> bool:
        """Whether the file begins with a JSON object on a line of its own, or its name says so."""
        if self.ending in {".jsonl", ".ndjson"}:
            return True
        first, _, rest = self.text.partition("\n")
        return self.is_json and first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")
