"""What a name names: a person, an organisation, a place, a group or a work. Each clue is one small test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from crossread.records import EntityKind

from .lexicon import body_words, entries, words
from .names import Name
from .tokens import Line

Clue = Callable[[Name, Line], dict[EntityKind, float]]

_PLACE_PREPOSITIONS = words("in at near from outside into across around toward towards through")
_PERSON_VERBS = frozenset(["who", "whose"])
_AUX = frozenset(["has", "had", "was", "is"])


def _role_before(name: Name, line: Line) -> dict[EntityKind, float]:
    return {"person": 5.0} if name.titled else {}


def _given_name(name: Name, line: Line) -> dict[EntityKind, float]:
    if name.key[0] in entries("given_names"):
        return {"person": 2.5 if len(name.key) > 1 else 1.0}
    return {"person": 1.5} if len(name.words) > 1 and len(name.words[0]) == 1 else {}


def _body_word(name: Name, line: Line) -> dict[EntityKind, float]:
    heads = body_words()
    if name.key[-1] in heads and name.key[-1] in entries("place_words") and not set(name.key[:-1]) & heads:
        return {"place": 3.0 if len(name.key) > 1 else 1.0}  # Quay County, but Quay School District
    if name.key[-1] in heads:
        return {"organisation": 3.0 if len(name.key) > 1 else 2.0}
    if any(word in heads for word in name.key) and {"of", "for", "and"} & set(name.key):
        return {"organisation": 3.0}
    if name.key[0] in entries("organisation_names"):
        return {"organisation": 2.0}  # Agence Larche
    return {"organisation": 1.0} if "&" in name.words else {}


def _place_word(name: Name, line: Line) -> dict[EntityKind, float]:
    if " ".join(name.key) in entries("places"):
        return {"place": 4.0}
    if len(name.key) > 1 and (name.key[-1] in entries("place_words") or name.key[0] in entries("place_prefixes")):
        return {"place": 2.0}
    return {}


def _numbered(name: Name, line: Line) -> dict[EntityKind, float]:
    if not name.words[-1].isdigit():
        return {}
    return {"organisation": 3.0} if name.key[0] in ("channel", "local", "radio") else {"place": 3.0}


def _known_body(name: Name, line: Line) -> dict[EntityKind, float]:
    whole = " ".join(name.key)
    known = entries("agencies") | entries("outlets") | entries("broadcasters")
    return {"organisation": 4.0} if whole in known or f"the {whole}" in known else {}


def _acronym(name: Name, line: Line) -> dict[EntityKind, float]:
    word = name.words[-1]
    if len(name.words) == 1 and word.isupper() and 2 <= len(word) <= 6:
        return {"organisation": 1.5}
    return (
        {"organisation": 1.0} if any(c.isupper() for c in word[1:]) and not word.isupper() and "-" not in word else {}
    )


def _after_preposition(name: Name, line: Line) -> dict[EntityKind, float]:
    before = "" if name.possessive else line.lower(name.at - 1)
    if before in ("in", "near", "outside"):
        return {"place": 2.0}
    return {"place": 0.4} if before in _PLACE_PREPOSITIONS else {}


def _place_after(name: Name, line: Line) -> dict[EntityKind, float]:
    """'the Larch valley', 'Larch airport'."""
    following = line.text(name.until)
    return {"place": 2.5} if following in entries("place_words") and not name.possessive else {}


def _dateline(name: Name, line: Line) -> dict[EntityKind, float]:
    """A report that begins 'ORME (QNA) —' or 'LARCH BAY, Norway'."""
    if name.at or not all(word.isupper() for word in name.words) or len(name.words[0]) < _SHORTEST_DATELINE:
        return {}
    return {"place": 4.0} if line.text(name.until) in ("(", "—", "–", "-", ",") else {}


_SHORTEST_DATELINE = 4  # letters


def _described(name: Name, line: Line) -> dict[EntityKind, float]:
    """What comes right after: an age or 'who' for a person, 'which' for a body."""
    if line.text(name.until) != ",":
        return {}
    following = line.lower(name.until + 1)
    if following.isdigit() or following in ("who", "whose"):
        return {"person": 3.0}
    return {"organisation": 1.5} if following == "which" else {}


def _called(name: Name, line: Line) -> dict[EntityKind, float]:
    """What comes right before: 'the newspaper NAME', 'a firm called NAME'."""
    before = line.lower(name.at - 1)
    if before in body_words() and line.text(name.at - 1).islower():
        return {"organisation": 2.0}
    return {"organisation": 1.0} if before == "itself" else {}


def _people(name: Name, line: Line) -> dict[EntityKind, float]:
    word = name.key[-1]
    plural = word.endswith("s") and (word[:-1] in entries("demonyms") or word in entries("group_words"))
    peoples = entries("demonyms")
    if len(name.words) > 1 and word[:-1] in peoples and all(other in peoples for other in name.key[:-1]):
        return {"group": 4.0}
    return {"group": 4.0} if plural and len(name.words) == 1 else {}


def _speaks(name: Name, line: Line) -> dict[EntityKind, float]:
    speaks = line.lower(name.until) in entries("reporting_verbs") or line.lower(name.at - 1) in ("said", "says", "told")
    return {"person": 0.4, "organisation": 0.5} if speaks else {}


def _article_before(name: Name, line: Line) -> dict[EntityKind, float]:
    return {"organisation": 1.0, "person": -1.5} if line.lower(name.at - 1) == "the" or name.words[0] == "The" else {}


def _two_words(name: Name, line: Line) -> dict[EntityKind, float]:
    """Two or three words that are no ordinary ones look like a person's name."""
    ordinary = any(word in entries(lexicon) for word in name.key for lexicon in ("common_words", "function_words"))
    plain = not ordinary and not any(word.isupper() or not word[0].isalpha() for word in name.words)
    return {"person": 0.6} if plain and len(name.words) in (2, 3) else {}


CLUES: tuple[Clue, ...] = (
    _role_before,
    _given_name,
    _body_word,
    _place_word,
    _numbered,
    _known_body,
    _acronym,
    _after_preposition,
    _place_after,
    _dateline,
    _described,
    _called,
    _people,
    _speaks,
    _article_before,
    _two_words,
)


def kind(names: Iterable[Name], lines: Sequence[Line]) -> EntityKind:
    """The kind that most clues speak for, over all mentions of one name; an organisation where none does."""
    votes: Counter[EntityKind] = Counter()
    for name in names:
        for clue in CLUES:
            for sort, weight in clue(name, lines[name.line]).items():
                votes[sort] += weight  # type: ignore[assignment]
    best = max(votes.values(), default=0)
    if best <= 0:
        return "organisation"
    return min((sort for sort, votes_ in votes.items() if votes_ == best), key=str)
