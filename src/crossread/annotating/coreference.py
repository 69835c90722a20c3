"""Whom descriptions and pronouns mean, within one article, and who speaks in the words of a source.

Where two would fit, nobody does: the answer is then None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.records import MentionKind

from .antecedents import PRONOUNS, stands_for_somebody, verb_of
from .appositions import Apposition
from .definites import Reader, call, meant_by, note_issuer
from .descriptions import Description, gender
from .lexicon import body_words, entries, words
from .linking import Referent, fold
from .names import Name
from .speakers import speaker_of
from .tokens import BODY, Line

__all__ = ["Resolved", "resolve", "speaker_of"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A description or pronoun with the referent it was given, if any."""

    start: int
    end: int
    kind: MentionKind
    referent: Referent | None


def resolve(
    reader: Reader,
    names: Mapping[Name, Referent | None],
    descriptions: Sequence[Description],
    appositions: Sequence[Apposition],
) -> list[Resolved]:
    """Every description and pronoun with whom it means; new bodies and documents join `reader.referents`.

    The article is read once from top to bottom: what a word means depends on what was mentioned before it.
    """
    apposed = _tell_referents(appositions, names)
    reader.note_speaking(descriptions)
    events: list[tuple[int, int, Name | Description | tuple[Line, int]]] = [(n.start, 1, n) for n in names]
    events += [(d.start, 0, d) for d in descriptions]
    events += [(line.tokens[at].start, 2, (line, at)) for line in reader.lines for at in _pronouns(line)]
    found = []
    for _, _, event in sorted(events, key=lambda e: e[:2]):
        if isinstance(event, Name):
            _read_name(reader, event, names[event])
        elif isinstance(event, Description):
            found.append(_read_description(reader, event, apposed.get(event)))
        else:
            found.append(_read_pronoun(reader, *event))
    reader.referents += reader.strangers.known()
    known = {id(referent) for referent in reader.referents}
    return [r if id(r.referent) in known else replace(r, referent=None) for r in found]


def _pronouns(line: Line) -> Iterator[int]:
    return (
        at for at, token in enumerate(line.tokens) if token.text.casefold() in PRONOUNS and not token.text[1:].isupper()
    )


def _tell_referents(
    appositions: Sequence[Apposition], names: Mapping[Name, Referent | None]
) -> dict[Description, Referent]:
    """Note on the referents what appositions call them; the referent of each description that stands in one."""
    apposed: dict[Description, Referent] = {}
    for apposition in appositions:
        referent, found = names.get(apposition.name), apposition.description
        leads = apposition.start < apposition.name.start
        if referent is None or (found is not None and not _fits_kind(found, referent, leads=leads)):
            continue
        referent.descriptions.append((apposition.start, apposition.end))
        if apposition.age:
            referent.call(f"{apposition.age}-year-old")
        if found is not None:
            apposed[found] = referent
            call(referent, found)
    return apposed


_ALSO_BODIES = words(
    "owner operator builder contractor subcontractor supplier sponsor partner developer publisher insurer broker "
    "carrier manufacturer maker lender employer landlord client customer shareholder investor winner retailer rival "
    "regulator member broadcaster"
)  # roles that a body may have as well


def _fits_kind(found: Description, referent: Referent, *, leads: bool) -> bool:
    """Whether the description may be of the referent. Of a single word that tells nothing by itself only one that
    `leads` makes a person: 'his daughter, Orla', but not 'at Orme, a nurse said'."""
    if found.sort == "person" and not (found.head in body_words() and referent.kind == "organisation"):
        told = len(referent.key) > 1 or leads
        if referent.kind == "organisation" and told and not referent.heads and found.head not in _ALSO_BODIES:
            referent.kind = "person"  # nothing but the description tells what it is
        return referent.kind == "person" or found.head in _ALSO_BODIES
    if found.sort in ("organisation", "person"):
        return referent.kind in ("organisation", "place")
    return found.sort == "document" and referent.kind == "work"


def _read_name(reader: Reader, name: Name, referent: Referent | None) -> None:
    if referent is not None:
        reader.trail.add(referent, reader.lines[name.line], name.first, name.until, owner=name.possessive)


def _read_description(reader: Reader, found: Description, apposed: Referent | None) -> Resolved:
    referent = apposed or meant_by(reader, found)
    line = reader.lines[found.line]
    speaks = _speaks(line, found)
    if referent is None:
        if found.article == "indefinite" and line.kind in BODY and not line.quoted[found.at] and not _owns(line, found):
            reader.unnamed.append(found)
        referent = reader.strangers.add(found, line, reader.text, speaks=speaks)
        if referent is not None:
            reader.trail.add(referent, line, found.at, found.until, owner=_owns(line, found), stranger=True)
    else:
        if found.sort == "person":
            referent.gender = referent.gender or gender(found)
        elif apposed is None and found.article == "definite" and _shortens(found, referent):
            referent.spellings.append(reader.text[found.start].lower() + reader.text[found.start + 1 : found.end])
        reader.strangers.again(referent, speaks=speaks, described=True)
        reader.trail.add(referent, line, found.at, found.until, owner=_owns(line, found))
    note_issuer(reader, found)
    return Resolved(found.start, found.end, "description", referent)


def _speaks(line: Line, found: Description) -> bool:
    """Whether the description is the subject of a reporting verb, or what something is said according to."""
    cited = line.lower(found.at - 1) == "to" and line.lower(found.at - 2) == "according"
    return not line.quoted[found.at] and (cited or verb_of(line, found.at, found.until) in entries("reporting_verbs"))


def _shortens(found: Description, referent: Referent) -> bool:
    """Whether a description is made of words of the name: 'the guild' for the Guild of Bakers."""
    own = {fold(word) for spelling in referent.spellings for word in spelling.split()}
    return {fold(word) for word in found.words} <= own


def _owns(line: Line, found: Description) -> bool:
    return line.text(found.until - 1) != line.tokens[found.until - 1].text or line.text(found.until - 1).endswith(
        ("'s", "’s")
    )


def _read_pronoun(reader: Reader, line: Line, at: int) -> Resolved:
    word = line.lower(at)
    referent = reader.trail.antecedent(line, at) if stands_for_somebody(line, at) else None
    if referent is not None:
        if PRONOUNS[word] in ("male", "female"):
            referent.gender = referent.gender or PRONOUNS[word]
        reader.trail.add(referent, line, at, at + 1, owner=word in ("his", "its", "their"))
        reader.strangers.again(referent, speaks=verb_of(line, at, at + 1) in entries("reporting_verbs"))
    token = line.tokens[at]
    return Resolved(token.start, token.end, "pronoun", referent)
