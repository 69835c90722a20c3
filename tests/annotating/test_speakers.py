"""The source is in square brackets; after the arrow the name of whoever speaks in it, '-' for nobody known."""

from __future__ import annotations

import pytest
from factories import article

from crossread.annotating import mentions
from crossread.annotating.coreference import speaker_of
from crossread.annotating.sentences import split

SPOKEN = [
    "[Ida Holm], she said. → Ida Holm",
    "[The port's director, Ida Holm], said so. → Ida Holm",
    "[Ida Holm, who runs the port], said so. → Ida Holm",
    "[Ida Holm of the Bakers' Guild] said so. → Ida Holm",
    "[Lt. Ida Holm of the harbour office] said so. → Ida Holm",
    "[A spokesman for the regulator, Jon Lee], said so. → Jon Lee",
    "[City Clerk Nora Aske, a Holm appointee], said so. → Nora Aske",
    "[An aide to minister Ida Holm] said so. → -",
    "[Ida Holm and Jon Lee] said so. → -",
    "Ida Holm came. It rained, according to [Holm's diary]. → Ida Holm",
    "Ida Holm came. [Holm's friends] said so. → -",
    "The Federation of Cooks met. So say [the federation's own figures]. → Federation of Cooks",
    "[Larch Bank, the third-largest lender], said so. → Larch Bank",
    "[The trade paper The Quay Mirror] said so. → The Quay Mirror",
    "[A group calling itself Grey Gull] said so. → Grey Gull",
    "[The firm of Holm & Lee] said so. → Holm & Lee",
    "Sheriff Wade Orbell came. [The sheriff] said so. → Wade Orbell",
    "Ida Holm came. It was late, [she] said. → Ida Holm",
    "[A spokeswoman for Larch Bank] said so. → Larch Bank",
    "[Larch Bank officials] said so. → Larch Bank",
    "[A person close to Larch Bank] said so. → -",
    "[An officer in the medical service] said so. → -",
    "[Officials] said so. → -",
    "[Two officials of Larch Bank] said so. → -",
    "[A Ministry of Ports source] said so. → -",
    "[Police] said so. → Police",
    "[A memo seen by The Quay Mirror] says so. → -",
    "[A note circulated by the Bakers' Guild] says so. → Bakers' Guild",
    "Larch Bank met. Its staff left, [its register] showed. → Larch Bank",
    "[Its director Rose Tarkas-Holm] said so. → Rose Tarkas-Holm",
]


@pytest.mark.parametrize("case", SPOKEN)
def test_a_source_names_who_speaks(case: str) -> None:
    marked, _, name = case.partition(" → ")
    start, end = marked.index("["), marked.index("]") - 1
    made = article(marked.replace("[", "").replace("]", ""))
    found, entities = mentions.find(made, split(made))
    speaker = speaker_of(made, made.span(start, end), found, entities)
    assert {e.id: e.name for e in entities}.get(speaker or "", "-") == name
