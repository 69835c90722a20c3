"""The verbs of saying: every form of each, and what may follow it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from .lexicon import table

Form = Literal["base", "s", "past", "participle", "ing"]
_VOWELS = frozenset("aeiou")
_DOUBLING = frozenset(
    {
        "admit",
        "quip",
        "beg",
        "dub",
        "slam",
        "refer",
        "rebut",
        "chat",
        "blog",
        "snap",
        "shrug",
        "sob",
        "grin",
        "submit",
    }
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying. `frames` are the ways it takes its content, as in `lexicons/cue_verbs.txt`."""

    lemma: str
    frames: frozenset[str]
    particle: str | None = None  # "out" in "point out"

    def takes(self, *frames: str) -> bool:
        """Whether it has any of the frames."""
        return not self.frames.isdisjoint(frames)

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions after which it takes content: "spoke of"."""
        return self.frames & _PREPOSITIONS

    @property
    def object_prepositions(self) -> frozenset[str]:
        """The prepositions after which it takes content, somebody standing between: "accused her of"."""
        return frozenset(frame[3:] for frame in self.frames if frame.startswith("on-"))


_PREPOSITIONS = frozenset({"of", "for", "about", "against", "at", "on", "upon"})


@cache
def forms() -> dict[str, tuple[tuple[Verb, Form], ...]]:
    """Every form, in lower case, with the verbs it may belong to."""
    found: dict[str, list[tuple[Verb, Form]]] = {}
    for entry, frames in table("cue_verbs").items():
        lemma, *irregular = entry.split()
        stem, _, particle = lemma.partition("-")
        verb = Verb(stem, frozenset(frames.split()), particle or None)
        for text, form in _inflected(stem, irregular):
            found.setdefault(text, []).append((verb, form))
    return {text: tuple(sorted(verbs, key=lambda v: v[0].particle is None)) for text, verbs in found.items()}


def _inflected(lemma: str, irregular: list[str]) -> list[tuple[str, Form]]:
    past = irregular[0] if irregular else _ending(lemma, "ed")
    participle = irregular[1] if len(irregular) > 1 else past
    inflected: list[tuple[str, Form]] = [
        (lemma, "base"),
        (_third_person(lemma), "s"),
        (past, "past"),
        (_ending(lemma, "ing"), "ing"),
    ]
    return inflected if participle == past else [*inflected, (participle, "participle")]


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "go")) else "s")


def _ending(lemma: str, ending: str) -> str:
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith("ee")):
        return lemma[:-1] + ending
    if lemma.endswith("y") and lemma[-2] not in _VOWELS and ending == "ed":
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if lemma in _DOUBLING else "") + ending
