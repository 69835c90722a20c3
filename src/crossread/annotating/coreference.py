"""Whom descriptions and pronouns mean, within one article, and who speaks in the words of a source.

Where two would fit, nobody does: the answer is then None.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .appositions import Apposition
from .descriptions import Description, body_class, gender
from .lexicon import entries, table, words
from .linking import Referent, fold
from .names import Name
from .speakers import speaker_of
from .tokens import Line

__all__ = ["resolve", "speaker_of"]

PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "it": "body", "its": "body", "itself": "body",
    "they": "many", "them": "many", "their": "many",
}  # fmt: skip
_AUXILIARIES = words("is was are were has had have will would can could may might must should did does do")
_PREPOSITIONS = words(
    "of in on at by to from with without for about against after before between behind near over under as than "
    "into and or through during since until like via per"
)
_ANY_BODY = words("company firm business corporation organisation organization")
_CLASS_NOUNS = _ANY_BODY | words(
    "union lender paper newspaper publication daily weekly regulator watchdog hospital school university "
    "station broadcaster site website outlet magazine"
)
_LEADERS = words("chief head boss leader director queen")
_ANY_DOCUMENT = frozenset(["document", "text", "paper", "file"])
_EMPTY = words("former retired acting late new old young own other same local first second big top main two three")
_FARTHEST = 3  # sentences a pronoun looks back over
_LEAD = 0.5  # by how much the likeliest antecedent must stand out
_WEIGHT_SUBJECT, _WEIGHT_OTHER, _WEIGHT_OWNER = 3.0, 1.0, 0.8
_COST_SENTENCE, _COST_BLOCK, _COST_QUOTED = 0.7, 0.5, 1.5


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention of a referent, as a candidate for what a later pronoun or description means."""

    referent: Referent
    start: int
    line: int
    block: int
    subject: bool
    owner: bool
    quoted: bool


@dataclass(slots=True)
class Resolved:
    """A description or pronoun with the referent it was given."""

    start: int
    end: int
    kind: str
    referent: Referent | None


@dataclass(slots=True)
class Reader:
    """Reads an article once from top to bottom and keeps in mind who was mentioned where."""

    lines: Sequence[Line]
    referents: list[Referent]
    text: str
    trail: list[Sighting] = field(default_factory=list)
    unnamed: list[Description] = field(default_factory=list)
    found: list[Resolved] = field(default_factory=list)

    def see(self, referent: Referent, line: Line, at: int, until: int, *, owner: bool = False) -> None:
        """Note a mention that is resolved."""
        start = line.tokens[at].start
        self.trail.append(
            Sighting(referent, start, line.index, line.block, is_subject(line, at, until), owner, line.quoted[at])
        )


def resolve(
    lines: Sequence[Line],
    text: str,
    referents: list[Referent],
    names: dict[Name, Referent | None],
    descriptions: Sequence[Description],
    appositions: Sequence[Apposition],
) -> list[Resolved]:
    """Every description and pronoun with whom it means; new bodies and documents without a name join `referents`."""
    apposed = _settle_appositions(appositions, names)
    reader = Reader(lines, referents, text)
    events: list[tuple[int, int, object]] = [(n.start, 1, n) for n in names]
    events += [(d.start, 0, d) for d in descriptions]
    events += [(line.tokens[at].start, 2, (line, at)) for line in lines for at in _pronouns(line)]
    for _, _, event in sorted(events, key=lambda e: (e[0], e[1])):
        if isinstance(event, Name):
            _read_name(reader, event, names[event])
        elif isinstance(event, Description):
            _read_description(reader, event, apposed.get(event))
        elif isinstance(event, tuple):
            _read_pronoun(reader, *event)
    return reader.found


def _pronouns(line: Line) -> Iterable[int]:
    return (
        at for at, token in enumerate(line.tokens) if token.text.casefold() in PRONOUNS and not token.text.isupper()
    )


def _read_name(reader: Reader, name: Name, referent: Referent | None) -> None:
    if referent is not None:
        reader.see(referent, reader.lines[name.line], name.at, name.until, owner=name.possessive)


# ── appositions ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _settle_appositions(
    appositions: Sequence[Apposition], names: dict[Name, Referent | None]
) -> dict[Description, Referent]:
    """Tell the referents what they are called; the referent of each description that stands in apposition."""
    apposed: dict[Description, Referent] = {}
    for apposition in appositions:
        referent = names.get(apposition.name)
        found = apposition.description
        if referent is None or (found is not None and not _fits_kind(found, referent)):
            continue
        referent.descriptions.append((apposition.start, apposition.end))
        if apposition.age:
            referent.call(f"{apposition.age}-year-old")
        if found is not None:
            apposed[found] = referent
            _call(referent, found)
    return apposed


def _call(referent: Referent, found: Description) -> None:
    words = {fold(word) for word in found.words}
    for word in words:
        if word == fold(found.head) or word.endswith("-year-old"):
            referent.call(word, words)
    referent.gender = referent.gender or gender(found)


def _fits_kind(found: Description, referent: Referent) -> bool:
    if found.sort == "person":
        if referent.kind == "organisation" and not referent.heads and len(referent.key) > 1:
            referent.kind = "person"
        return referent.kind == "person"
    if found.sort == "organisation":
        return referent.kind in ("organisation", "place")
    return found.sort == "document" and referent.kind == "work"


# ── descriptions ────────────────────────────────────────────────────────────────────────────────────────────────────


def _read_description(reader: Reader, found: Description, apposed: Referent | None) -> None:
    referent = apposed or _meant_by(reader, found)
    if referent is None and found.article == "indefinite":
        reader.unnamed.append(found)
    reader.found.append(Resolved(found.start, found.end, "description", referent))
    if referent is not None:
        if apposed is None and referent.gender == "" and found.sort == "person":
            referent.gender = gender(found)
        line = reader.lines[found.line]
        reader.see(
            referent, line, found.at, found.until, owner=line.text(found.until - 1) != line.lower(found.until - 1)
        )


def _meant_by(reader: Reader, found: Description) -> Referent | None:
    if found.sort == "group" or (found.article == "owned" and found.sort != "organisation"):
        return None
    if found.article == "indefinite" and found.sort != "document":
        return None
    if found.sort == "person":
        return _person_meant(reader, found)
    return _body_meant(reader, found)


def _person_meant(reader: Reader, found: Description) -> Referent | None:
    if found.article == "none" or _has_rival(reader, found):
        return None
    told = gender(found)
    people = [r for r in reader.referents if r.kind == "person" and not (told and r.gender and told != r.gender)]
    called = [r for r in people if any(_called_so(r, head, found) for head in r.heads)]
    if called:
        return _only(reader, called, found)
    return _varied(reader, found, people)


def _has_rival(reader: Reader, found: Description) -> bool:
    """Whether somebody unnamed was introduced by the same noun: 'an aide … the aide'."""
    return any(d.head == found.head for d in reader.unnamed)


def _called_so(referent: Referent, head: str, found: Description) -> bool:
    """Whether what the referent was called by `head` allows this description."""
    noun = fold(found.head)
    ages = {w for w in found.words if w.endswith("-year-old")}
    if ages:
        return head in ages
    if noun != head and not ({noun, head} <= _LEADERS):
        return False
    said = {fold(w) for w in found.modifiers} - _EMPTY
    known = referent.heads[head] - {head} - _EMPTY
    return not said or not known or bool(said & known)


def _varied(reader: Reader, found: Description, people: list[Referent]) -> Referent | None:
    """The one person the paragraph is about so far, for a description that tells something new of them."""
    if not (set(found.modifiers) - {"other", "same"}) or found.owner is not None:
        return None
    line = reader.lines[found.line]
    if not is_subject(line, found.at, found.until):
        return None
    here = {id(s.referent): s.referent for s in reader.trail if s.block == line.block and s.referent.kind == "person"}
    if len(here) != 1:
        return None
    (only,) = here.values()
    return only if any(only is r for r in people) else None


def _only(reader: Reader, candidates: list[Referent], found: Description) -> Referent | None:
    """The one candidate, or the one of them that the paragraph has mentioned; None if that leaves a choice."""
    if len(candidates) == 1:
        return candidates[0]
    block = reader.lines[found.line].block
    near = [r for r in candidates if any(s.referent is r and s.block == block for s in reader.trail)]
    return near[0] if len(near) == 1 else None


def _body_meant(reader: Reader, found: Description) -> Referent | None:
    kinds = ("organisation", "place") if found.sort == "organisation" else ("work",)
    bodies = [r for r in reader.referents if r.kind in kinds]
    exact = [r for r in bodies if any(_called_so(r, head, found) for head in r.heads)]
    if exact and found.article != "indefinite":
        return _only(reader, exact, found)
    if found.head in _CLASS_NOUNS and found.sort == "organisation" and not _has_rival(reader, found):
        alike = [r for r in bodies if r.kind == "organisation" and _same_class(r, found.head)]
        if alike:
            return _only(reader, alike, found)
    if found.sort == "document" and found.head in _ANY_DOCUMENT:
        return bodies[0] if len(bodies) == 1 else None
    return _introduce(reader, found)


def _same_class(referent: Referent, noun: str) -> bool:
    sort = body_class(noun)
    return any(body_class(head) == sort for head in referent.heads)


def _introduce(reader: Reader, found: Description) -> Referent | None:
    """A new body or document that has no name but is told well enough: 'the port authority', 'the dispatch log'."""
    telling = [w for w in found.modifiers if w not in _EMPTY]
    if found.owner is not None and found.sort == "document":
        return None
    if not (telling or found.head == "police") or found.article == "owned":
        return None
    if not _may_speak(reader.lines[found.line], found):
        return None
    referent = Referent("organisation" if found.sort == "organisation" else "work")
    at = found.at + (found.article != "none")
    referent.spellings.append(reader.text[reader.lines[found.line].tokens[at].start : found.end])
    _call(referent, found)
    reader.referents.append(referent)
    return referent


def _may_speak(line: Line, found: Description) -> bool:
    """Whether a reporting verb or 'according to' is next to the phrase, or it begins the sentence."""
    near = [line.lower(found.until), line.lower(found.until + 1), line.lower(found.at - 1)]
    return (
        found.at == 0 or any(w in entries("reporting_verbs") for w in near) or line.lower(found.at - 2) == "according"
    )


# ── pronouns ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _read_pronoun(reader: Reader, line: Line, at: int) -> None:
    word = line.tokens[at].text.casefold()
    sort = PRONOUNS[word]
    referent = None
    if not line.quoted[at] and (sort in ("male", "female") or _stands_for_body(line, at)):
        referent = _antecedent(reader, line, at, sort)
    token = line.tokens[at]
    reader.found.append(Resolved(token.start, token.end, "pronoun", referent))
    if referent is not None:
        if sort in ("male", "female"):
            referent.gender = referent.gender or sort
        reader.see(referent, line, at, at + 1, owner=word in ("his", "its", "their"))


def _stands_for_body(line: Line, at: int) -> bool:
    """Whether 'it' or 'they' speaks or owns; 'it was raining' does neither."""
    word, following = line.lower(at), line.lower(at + 1)
    if word in ("its", "their"):
        return True
    if word in ("it", "they"):
        return following in entries("reporting_verbs") or (
            following in ("has", "had", "have", "is", "also") and word == "it"
        )
    return False


def _antecedent(reader: Reader, line: Line, at: int, sort: str) -> Referent | None:
    scores: dict[int, float] = {}
    who: dict[int, Referent] = {}
    for sighting in reversed(reader.trail):
        if line.index - sighting.line > _FARTHEST:
            break
        if not _agrees(sighting.referent, sort):
            continue
        key = id(sighting.referent)
        who[key] = sighting.referent
        scores[key] = max(scores.get(key, -9.0), _salience(sighting, line, sort))
    ranked = sorted(scores, key=lambda key: -scores[key])
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _LEAD):
        return None
    return who[ranked[0]]


def _agrees(referent: Referent, sort: str) -> bool:
    if sort in ("male", "female"):
        return referent.kind == "person" and referent.gender in (sort, "")
    if sort == "many":
        return referent.kind in ("organisation", "group", "work")
    return referent.kind in ("organisation", "work")


def _salience(sighting: Sighting, line: Line, sort: str) -> float:
    weight = _WEIGHT_SUBJECT if sighting.subject else _WEIGHT_OWNER if sighting.owner else _WEIGHT_OTHER
    weight -= _COST_SENTENCE * (line.index - sighting.line)
    weight -= _COST_BLOCK * (line.block - sighting.block)
    weight -= _COST_QUOTED * sighting.quoted
    return weight + (0.6 if sort == sighting.referent.gender else 0.0)


def is_subject(line: Line, at: int, until: int) -> bool:
    """Whether the tokens `at:until` look like the subject of a verb: one follows, or a reporting verb comes before."""
    before = line.lower(at - 1)
    if before in entries("reporting_verbs"):
        return line.text(until)[:1] in ("", ".", ",", ";", ":", '"', "”", "(")
    if before in _PREPOSITIONS:
        return False
    after = until
    if line.text(after) == ",":
        closing = next((i for i in range(after + 1, min(after + 20, len(line.tokens))) if line.text(i) == ","), None)
        after = closing + 1 if closing is not None else after
    while line.lower(after).endswith("ly") or line.lower(after) in ("also", "then", "later", "not"):
        after += 1
    word = line.lower(after)
    if line.text(until) in ("'", "’") or not word or line.tokens[until - 1].text != line.text(until - 1):
        return False
    return word in _AUXILIARIES or word in entries("reporting_verbs") or word.endswith("ed") or at == 0


def named_gender(words: Sequence[str]) -> str:
    """The gender that a title among the words tells, "" where none does."""
    return next((g for word in words if (g := table("titles").get(fold(word), ""))), "")
