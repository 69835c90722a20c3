"""What nouns and the verbs they are made from have in common: "suspension" and "suspended", "mayoral" and "mayor"."""

from __future__ import annotations

import re
from functools import cache

FEWEST_LETTERS = 5
"""A shorter root says too little: "station" is not made from "state"."""

_ENDINGS = re.compile(r"(?:ement|ment|ational|ation|ion|at|al|anc|enc)$")
_LAST = ((re.compile(r"ns$"), "nd"), (re.compile(r"(?<=[aeiou])s$"), "d"))
_WHOLE = frozenset(
    {"apartment", "capital", "compartment", "conferenc", "department", "document", "experiment", "hospital",
     "instrument", "personal", "preferenc", "question", "referenc"}
)  # fmt: skip
"""Stems that only look as if they were made from another."""


@cache
def root(stem: str) -> str:
    """The stem without the ending that makes a noun or an adjective of it; the stem itself where too little is left."""
    ending = None if stem in _WHOLE else _ENDINGS.search(stem)
    bare = stem[: ending.start()] if ending else stem
    if ending is None or len(bare) < FEWEST_LETTERS:
        return stem
    if ending[0].startswith("ion") and stem[: ending.start()].endswith("s"):
        for pattern, letters in _LAST:
            bare = pattern.sub(letters, bare)
    return bare
