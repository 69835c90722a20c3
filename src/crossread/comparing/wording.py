"""What each outlet calls the same act, person, body or thing, in its own voice and in words it quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.records import AnnotatedArticle, Claim, Entity, Wording

from .describing import acts, descriptions
from .grounds import ground
from .introducing import introductions
from .naming_events import events
from .uses import stems

HEADS = 10  # terms with different head nouns ("boss", "director") come before those with one ("guard", "night guard")


def contrasts(
    articles: Sequence[AnnotatedArticle], entities: Sequence[Entity], claims: Sequence[Claim]
) -> tuple[Wording, ...]:
    """The contrasts in wording between outlets, the most telling first.

    First what befell a person or body, then what the event and those in it are called, then how persons and bodies
    are described and how their statements are introduced. Within each, what divides the outlets' own voices most
    comes first. Name forms, inflections of one word, and words that all outlets share are no contrast.
    """
    common = ground(articles, entities, claims)
    made: list[Wording] = []
    for kind in (acts, events, descriptions, introductions):
        rated = sorted(kind(common), key=lambda w: (-_reach(w), w.referent, w.entity or ""))
        made += [w for w in rated if not any(_repeats(w, m) for m in made)]
    order = {telling.id: n for n, telling in enumerate(common.tellings)}
    return tuple(replace(w, terms=tuple(sorted(w.terms, key=lambda t: order[t.article]))) for w in made)


def _reach(wording: Wording) -> int:
    """How telling a contrast is: over how many outlets it goes in their own voices, and in how many terms."""
    own = {(term.article, stems(term.term)) for term in wording.terms if term.voice == "own"}
    heads = len({term.rpartition(" ")[2] for _, term in own})
    return HEADS * (heads > 1) + len({article for article, _ in own}) * 2 + len({term for _, term in own})


def _repeats(new: Wording, old: Wording) -> bool:
    """Whether every word shown is shown already."""
    shown = {span for term in old.terms for span in term.mentions}
    return all(span in shown for term in new.terms for span in term.mentions)
