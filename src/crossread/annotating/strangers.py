"""People, bodies and documents that are described and never named: which of them an article makes somebody of."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossread.records import EntityKind

from .descriptions import Description, Sort, body_class, gender
from .lexicon import entries, words
from .linking import Referent, fold
from .tokens import Line

_KINDS: dict[Sort, EntityKind] = {
    "person": "person",
    "organisation": "organisation",
    "group": "group",
    "document": "work",
}
_ANONYMOUS = words(
    "official source insider aide spokesman spokeswoman spokesperson person member representative diplomat "
    "expert analyst executive adviser advisor employee people police"
)  # who speaks unnamed as one of these speaks for somebody else, or is meant not to be known
_INTERCHANGEABLE = words("firm club union school")
_LINKS = words("of at in with from for on to by")
_BREAKS = words("who whose whom which that where when while and but as after before")
_LONGEST = 9  # tokens of 'at the hospital in Port Halm' behind a description
_ENOUGH = 3  # mentions that make somebody of a description; one in words of its own counts for two


@dataclass(slots=True)
class Stranger:
    """Somebody described and not known: `referent` has no names, `mentions` counts how often it is spoken of."""

    referent: Referent
    found: Description
    mentions: int = 1
    speaks: bool = False


@dataclass(slots=True)
class Strangers:
    """The strangers of one article, in the order in which they come in."""

    met: list[Stranger] = field(default_factory=list)

    def add(self, found: Description, line: Line, text: str, *, speaks: bool) -> Referent | None:
        """A new referent for a description; None for people in general, who are nobody."""
        if found.sort == "group":
            return None
        referent = Referent(_KINDS[found.sort])
        said = {fold(word) for word in found.words}
        for word in said:
            if word == fold(found.head) or word.endswith("-year-old"):
                referent.call(word, said)
        referent.gender = gender(found)
        referent.spellings += _spellings(found, line, text)
        self.met.append(Stranger(referent, found, speaks=speaks))
        return referent

    def again(self, referent: Referent, *, speaks: bool, described: bool = False) -> None:
        """Note one more mention of the referent, if it is a stranger's: a pronoun, or a description once more."""
        known = next((s for s in self.met if s.referent is referent), None)
        if known is not None:
            known.mentions += 1 + described
            known.speaks = known.speaks or speaks

    def called(self, found: Description) -> list[Referent]:
        """The strangers that a later description with a definite article may mean: 'a nurse …, the nurse'."""
        said = {fold(word) for word in found.modifiers}
        alike = [s for s in self.met if s.found.head == found.head and s.found.sort == found.sort]
        return [s.referent for s in alike if said <= {fold(word) for word in s.found.words}]

    def known(self) -> list[Referent]:
        """The referents of those whom the article makes somebody of: they speak, and are spoken of again."""
        return [s.referent for s in self.met if s.speaks and _is_somebody(s)]


def _is_somebody(stranger: Stranger) -> bool:
    found = stranger.found
    if found.head in _ANONYMOUS:
        return False
    if found.sort == "person":
        return stranger.mentions >= _ENOUGH
    if found.sort == "organisation" and body_class(found.head) in _INTERCHANGEABLE and not found.modifiers:
        return False  # any firm is 'the company'
    telling = len(found.words) > 1 or len(stranger.referent.spellings) > 1
    if found.article == "definite":
        return not _is_press(found)
    return found.article == "indefinite" and telling and not _is_press(found)


def _is_press(found: Description) -> bool:
    return found.sort == "organisation" and body_class(found.head) == "press"


def _spellings(found: Description, line: Line, text: str) -> list[str]:
    """The description without its determiner, first with the words that belong to it: 'nurse at the harbour clinic'."""
    first = line.tokens[found.at + (found.article != "none")].start
    end = _complement_end(line, found.until)
    longer = [text[first : line.tokens[end - 1].end]] if end > found.until else []
    return [*longer, text[first : found.end]]


def _complement_end(line: Line, at: int) -> int:
    """The token after the complement that begins at `at`; `at` where none does."""
    if line.lower(at) not in _LINKS or line.lower(at + 1) in entries("calendar"):
        return at
    end = at
    while end < len(line.tokens) and end - at < _LONGEST and not _breaks(line, end):
        end += 1
    while end > at and (line.lower(end - 1) in _LINKS or line.lower(end - 1) in entries("function_words")):
        end -= 1
    return end


def _breaks(line: Line, at: int) -> bool:
    token, word = line.tokens[at], line.lower(at)
    if not (token.is_word or token.text[0].isdigit()) or word in _BREAKS or line.quoted[at]:
        return True
    return word in entries("reporting_verbs") - entries("document_words") or word in entries("finite_verbs")
