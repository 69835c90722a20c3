"""What was mentioned where, and which of it a pronoun takes up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .lexicon import entries, words
from .linking import Referent
from .tokens import BODY, Line

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    **dict.fromkeys(("it", "its", "itself"), "body"),
    **dict.fromkeys(("they", "them", "their"), "many"),
}
_AUXILIARIES = words(
    "is was are were has had have will would can could may might must should did does do hasn't hadn't won't isn't "
    "wasn't didn't doesn't"
)
_PREPOSITIONS = words(
    "of in on at by to from with without for about against after before between behind near over under as than into "
    "through during since until like via per"
)
_STOPS = frozenset(["", ".", ",", ";", ":", '"', "”", "(", "—", "–"])

# How likely a mention is to be taken up. The numbers matter by their order only: a subject of the sentence before goes
# before a mere mention in this one.
_SUBJECT, _OTHER, _OWNER = 3.0, 1.0, 0.8
_PER_SENTENCE, _PER_BLOCK, _QUOTED, _KNOWN_GENDER = 0.7, 0.5, 1.5, 0.6
_ASIDE, _ASIDE_ALONE = 2.5, 1.0  # taken off mentions within the words that the pronoun is said to have spoken
_SAME_SENTENCE = 1.0  # added for what owns or is done to
_SPOKE = 0.6  # added for who spoke before in the paragraph, where the pronoun speaks in passing
_RECENT = 40  # sightings
_LEAD = 0.5  # by which the likeliest must stand out
_FARTHEST = 3  # sentences looked back over


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention, as a candidate for what a later pronoun or description means.

    The referent of somebody who is described and not known is one without names or mentions of its own.
    """

    referent: Referent
    line: int
    block: int
    subject: bool
    owner: bool
    quoted: bool
    speaks: bool
    stranger: bool
    pronoun: bool


@dataclass(slots=True)
class Trail:
    """The mentions read so far; `met` holds the identities of their referents."""

    sightings: list[Sighting] = field(default_factory=list)
    met: set[int] = field(default_factory=set)

    def add(
        self, referent: Referent, line: Line, at: int, until: int, *, owner: bool = False, stranger: bool = False
    ) -> None:
        """Note that the tokens `at:until` mention the referent; a `stranger` is somebody described and not known."""
        if line.kind not in BODY:
            return  # headlines and captions speak to nobody further down
        self.met.add(id(referent))
        verb = "" if owner else verb_of(line, at, until)
        self.sightings.append(
            Sighting(
                referent,
                line.index,
                line.block,
                subject=bool(verb),
                owner=owner,
                quoted=line.quoted[at],
                speaks=verb in entries("reporting_verbs") and not line.quoted[at],
                stranger=stranger,
                pronoun=line.lower(at) in PRONOUNS,
            )
        )

    def in_block(self, block: int) -> Iterator[Sighting]:
        """The mentions in the block outside quotations, the latest first."""
        for sighting in reversed(self.sightings):
            if sighting.block < block:
                return
            if sighting.block == block and not sighting.quoted:
                yield sighting

    def antecedent(self, line: Line, at: int) -> Referent | None:
        """The referent that stands out as the one the pronoun at this token takes up, None if none does."""
        sort = PRONOUNS[line.lower(at)]
        return self._likeliest(line, at, sort) or (self._body_as_many(line) if sort == "many" else None)

    def _body_as_many(self, line: Line) -> Referent | None:
        """The one body that spoke in the sentence before, for 'they said'."""
        spoke = {
            id(s.referent): s.referent
            for s in self.sightings[-_RECENT:]
            if s.line == line.index - 1 and s.block == line.block and s.speaks and s.referent.kind == "organisation"
        }
        return next(iter(spoke.values())) if len(spoke) == 1 else None

    def _likeliest(self, line: Line, at: int, sort: str) -> Referent | None:
        aside = self._cost_of_this_sentence(line, sort) if _is_aside(line, at) else {}
        scores: dict[int, tuple[float, Referent]] = {}
        for sighting in reversed(self.sightings):
            if line.index - sighting.line > _FARTHEST:
                break
            if _agrees(sighting.referent, sort):
                score = _salience(sighting, line, sort)
                if sighting.line == line.index and line.lower(at) in ("his", "her", "him", "its"):
                    score += _SAME_SENTENCE
                if sighting.line == line.index and not sighting.speaks:
                    score -= aside.get(sighting.stranger, 0.0)
                if aside and sighting.speaks and sighting.block == line.block:
                    score += _SPOKE
                key = id(sighting.referent)
                scores[key] = max(scores.get(key, (score, sighting.referent)), (score, sighting.referent), key=_score)
        ranked = sorted(scores.values(), key=_score, reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD):
            return None
        return ranked[0][1]

    def _cost_of_this_sentence(self, line: Line, sort: str) -> dict[bool, float]:
        """What a mention within the words of an aside loses, if of a stranger and if not: much if the paragraph has
        somebody else to speak them."""
        earlier = any(
            s.block == line.block and s.line < line.index and not s.quoted and _agrees(s.referent, sort)
            for s in self.sightings[-_RECENT:]
        )
        return {True: _ASIDE, False: _ASIDE if earlier else _ASIDE_ALONE}


def _score(ranked: tuple[float, Referent]) -> float:
    return ranked[0]


def _agrees(referent: Referent, sort: str) -> bool:
    if sort in ("male", "female"):
        return referent.kind == "person" and referent.gender in (sort, "")
    if sort == "many":
        return referent.kind == "group" or "police" in referent.heads or _is_plural(referent)
    return referent.kind in ("organisation", "work") and not _is_plural(referent) and "police" not in referent.heads


def _is_plural(referent: Referent) -> bool:
    """Whether a body or document is spoken of in the plural: 'the minutes', 'records'."""
    return any(head.endswith("s") and not head.endswith("ss") for head in referent.heads) and not referent.names


def _is_aside(line: Line, at: int) -> bool:
    """Whether the pronoun speaks in passing, '…, she said': what stands before it in the sentence is then her words."""
    return line.text(at - 1)[:1] in (",", '"', "”", "’") and line.lower(at + 1) in entries("reporting_verbs")


def _salience(sighting: Sighting, line: Line, sort: str) -> float:
    weight = _SUBJECT if sighting.subject else _OWNER if sighting.owner else _OTHER
    weight -= _PER_SENTENCE * (line.index - sighting.line) + _PER_BLOCK * (line.block - sighting.block)
    return weight - _QUOTED * sighting.quoted + _KNOWN_GENDER * (sort == sighting.referent.gender)


def stands_for_somebody(line: Line, at: int) -> bool:
    """Whether a pronoun is one to resolve: outside quotations, and 'it' and 'they' only where they speak or own."""
    if line.quoted[at]:
        return False
    word, following = line.lower(at), line.lower(at + 1)
    if PRONOUNS[word] in ("male", "female") or word in ("its", "their"):
        return True
    return following in entries("reporting_verbs") or (word == "it" and following in ("has", "had", "also"))


def _verbs() -> frozenset[str]:
    return entries("reporting_verbs") | entries("past_verbs") | entries("finite_verbs")


def is_subject(line: Line, at: int, until: int) -> bool:
    """Whether the tokens `at:until` look like the subject of a verb: one follows, or a reporting verb comes before."""
    return bool(verb_of(line, at, until))


def verb_of(line: Line, at: int, until: int) -> str:
    """The verb that the tokens `at:until` seem to be the subject of, "" if none."""
    before = line.lower(at - 1)
    if before in entries("reporting_verbs"):
        return before if line.lower(until) in _STOPS else ""
    if before in _PREPOSITIONS:
        return ""
    after = until
    if line.text(after) == ",":
        closing = next((i for i in range(after + 1, min(after + 20, len(line.tokens))) if line.text(i) == ","), None)
        after = after if closing is None else closing + 1
    after += 2 * (line.lower(after) == "of")  # the mother of three
    while line.lower(after).endswith("ly") or line.lower(after) in ("also", "then", "later", "not"):
        after += 1
    word = line.lower(after)
    if word in ("who", "that", "which"):
        near = range(after + 1, min(after + 14, len(line.tokens)))
        return next((line.lower(i) for i in near if line.lower(i) in entries("reporting_verbs")), "")
    if word in _AUXILIARIES and line.lower(after + 1) in entries("reporting_verbs"):
        return line.lower(after + 1)
    return word if word in _AUXILIARIES or word in _verbs() or word.endswith("ed") or at == 0 else ""
