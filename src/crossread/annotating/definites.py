"""Whom a description means, and what is known of the documents that people and bodies issue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crossread.records import EntityKind

from .antecedents import Trail, is_subject, verb_of
from .descriptions import Description, Sort, body_class, gender
from .lexicon import body_words, entries, words
from .linking import Referent, fold
from .runs import owns
from .strangers import Strangers
from .tokens import Line

_ANY_BODY = words("company firm business corporation organisation organization")
_CLASS_NOUNS = _ANY_BODY | words(
    "union federation association guild lender paper newspaper publication daily weekly regulator watchdog hospital "
    "school university station broadcaster site website outlet magazine"
)
_UNIQUE = words(
    "police coastguard army navy military government parliament opposition prosecution treasury cabinet senate "
    "congress ministry defence defense"
)
_NAMED_SORTS = words("press firm school hospital union body")
_UNTOLD = words("firm club")  # sorts of body whose names often do not tell them
_UNIQUE_GROUPS = words("trustees prosecutors")
_SPEAK_AS_ONE = _UNIQUE_GROUPS | words("chiefs bosses executives directors managers officials leaders judges")
_KINDS: dict[Sort, EntityKind] = {
    "person": "person",
    "organisation": "organisation",
    "group": "group",
    "document": "work",
}
_BEFORE_SPEAKER = frozenset(["", "and", "but", ",", '"', "”", "’", "'", "?", "!"])
_BEING = words("is was are were be")
_LEADERS = words("chief head boss leader director queen")
_ANY_DOCUMENT = words("document text paper file")
_EMPTY = words(
    "former retired acting late new old young own other same local first second big top main two three leaked internal"
)
_NEAR = 2  # blocks back in which a document keeps its issuer


@dataclass(slots=True)
class Reader:
    """What is known at one point of a reading from top to bottom."""

    lines: Sequence[Line]
    referents: list[Referent]
    text: str
    outlet: str
    named_before: dict[tuple[int, int], Referent] = field(default_factory=dict)  # by sentence and token after the name
    trail: Trail = field(default_factory=Trail)
    unnamed: list[Description] = field(default_factory=list)
    speaking: set[tuple[str, ...]] = field(default_factory=set)  # words of descriptions that are made to speak
    strangers: Strangers = field(default_factory=Strangers)
    issued: list[tuple[str, int, Referent]] = field(default_factory=list)  # document noun, block, whose it is

    def named_in(self, found: Description) -> Referent | None:
        """Whom a name before the head of the description names: Larch in 'Larch ferry crews'."""
        places = range(found.until - 1, found.at, -1)
        return next((self.named_before[found.line, i] for i in places if (found.line, i) in self.named_before), None)

    def note_speaking(self, descriptions: Iterable[Description]) -> None:
        """Note which descriptions speak anywhere in the article: those become referents of their own."""
        self.speaking = {(*d.modifiers, d.head) for d in descriptions if _speaks(self.lines[d.line], d)}

    def whole(self, found: Description) -> Line:
        """The line the description stands in."""
        return self.lines[found.line]


def meant_by(reader: Reader, found: Description) -> Referent | None:
    """The referent of a description that stands in no apposition; None where nobody, or more than one, fits.

    A body or document that is told well enough and was not mentioned before becomes a new referent.
    """
    if found.sort == "group":
        return _group(reader, found)
    if found.head in _SPEAK_FOR and (body := _spoken_for(reader, found)) is not None:
        return body
    if found.article == "owned" and found.sort != "organisation":
        return None
    if found.article == "indefinite" and found.sort != "document":
        return None
    if found.sort == "person":
        return _person(reader, found) or (_body(reader, found) if found.head in body_words() else None)
    return _document(reader, found) if found.sort == "document" else _body(reader, found)


_SPEAK_FOR = words("spokesman spokeswoman spokesperson statement release communique communiqué announcement")


def _spoken_for(reader: Reader, found: Description) -> Referent | None:
    """The body whose noun stands before a spokesman or a statement: 'a ministry spokesman', 'the company statement';
    for a spokesman alone, the only body that the paragraph has been about."""
    bodies = [r for r in reader.referents if r.kind == "organisation" and id(r) in reader.trail.met]
    if found.modifiers and found.modifiers[-1] in body_words() and found.owner is None:
        called = [r for r in bodies if found.modifiers[-1] in r.heads]
        return called[0] if len(called) == 1 else None
    line = reader.whole(found)
    bare = not found.modifiers and found.owner is None and found.sort == "person" and found.article == "indefinite"
    if not bare or line.lower(found.until) in ("for", "of", "at", "from"):
        return None
    subjects = {id(s.referent): s.referent for s in reader.trail.in_block(line.block) if s.subject}
    spoken = [r for r in subjects.values() if any(r is body for body in bodies)]
    return spoken[0] if len(spoken) == 1 else None


# ── persons ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _person(reader: Reader, found: Description) -> Referent | None:
    if found.article == "none" and found.owner is None:
        return None
    if any(d.head == found.head for d in reader.unnamed):
        return _again(reader, found)  # an aide … the aide
    told = gender(found)
    people = [r for r in reader.referents if r.kind == "person" and not (told and r.gender and told != r.gender)]
    called = [r for r in people if any(_allows(r, head, found) for head in r.heads)]
    if called:
        return _only(reader, called, found)
    return _again(reader, found) or _varied(reader, found, people)


def _again(reader: Reader, found: Description) -> Referent | None:
    """The one stranger of that description: 'a nurse …, the nurse'."""
    strangers = reader.strangers.called(found) if found.article == "definite" else []
    if found.sort == "document":
        return strangers[-1] if strangers else None  # the one spoken of last
    return strangers[0] if len(strangers) == 1 else None


def _allows(referent: Referent, head: str, found: Description) -> bool:
    """Whether what the referent was called by `head` allows this description."""
    noun = fold(found.head)
    ages = {word for word in found.words if word.endswith("-year-old")}
    if ages:
        return head in ages
    said = {fold(word) for word in found.modifiers if not word[0].isdigit()} - _EMPTY
    known = referent.heads[head] - {head} - _EMPTY
    if noun != head:
        return {noun, head} <= _LEADERS and bool(said & known)
    return not said or not known or bool(said & known)


def _varied(reader: Reader, found: Description, people: list[Referent]) -> Referent | None:
    """The one person the paragraph is about so far, for a description that tells something new of them."""
    line = reader.whole(found)
    tells_more = set(found.modifiers) - {"other", "same"} or found.head.endswith("-year-old")
    aside = line.text(found.at - 1) in _BEFORE_SPEAKER or line.lower(found.at - 1) in entries("reporting_verbs")
    if (
        not tells_more
        or not aside
        or owns(line, found.until - 1)
        or found.owner
        or line.text(found.until) == ""
        or not is_subject(line, found.at, found.until)
    ):
        return None
    here = _people_in(reader, line.block) or _people_in(reader, line.block - 1)
    only = next(iter(here)) if len(here) == 1 else None
    if only is None or not any(only is r for r in people):
        return None
    ages = {word for word in found.words if word.endswith("-year-old")}
    clashes = {head for head in set(only.heads) - ages if head.endswith("-year-old") == bool(ages)}
    return None if clashes else only


def _people_in(reader: Reader, block: int) -> list[Referent]:
    """Whom the paragraph is about: of the persons in it, those who are a subject, if any is."""
    seen = [s for s in reader.trail.in_block(block) if s.referent.kind == "person"]
    subjects = [s for s in seen if s.subject and not s.pronoun] or seen
    return list({id(s.referent): s.referent for s in subjects}.values())


def _only(reader: Reader, candidates: list[Referent], found: Description) -> Referent | None:
    """The one candidate; of several the one mentioned so far, or the one in the paragraph; None if a choice is left."""
    block = reader.whole(found).block
    met = [r for r in candidates if id(r) in reader.trail.met]
    here = [r for r in candidates if any(r is s.referent for s in reader.trail.in_block(block))]
    near = [] if here else [r for r in candidates if any(r is s.referent for s in reader.trail.in_block(block - 1))]
    return next((group[0] for group in (candidates, met, here, near) if len(group) == 1), None)


def _group(reader: Reader, found: Description) -> Referent | None:
    """People who speak as one for a body: 'museum chiefs', 'the trustees'. People in general are nobody."""
    if found.head not in _SPEAK_AS_ONE or found.article not in ("definite", "none"):
        return None
    groups = [r for r in reader.referents if r.kind == "group" and found.head in r.heads]
    exact = [r for r in groups if _allows(r, found.head, found)]
    if exact:
        return _only(reader, exact, found)
    if reader.named_in(found) is not None:
        return None  # officials of a body that is named
    belongs = found.head in _UNIQUE_GROUPS or (found.modifiers and found.modifiers[-1] in body_words())
    return _introduce(reader, found) if belongs else None


# ── bodies ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _body(reader: Reader, found: Description) -> Referent | None:
    bodies = [r for r in reader.referents if r.kind in ("organisation", "place")]
    named = reader.named_in(found)
    if named is not None and named.kind == "organisation" and body_class(found.head) in _NAMED_SORTS:
        named.spellings.append(_without_determiner(reader, found))
        call(named, found)
        return named
    exact = [r for r in bodies if any(_allows(r, head, found) for head in r.heads)]
    if exact:
        return _only(reader, exact, found)
    if any(d.head == found.head for d in reader.unnamed) or found.article == "none":
        return _again(reader, found) or _introduce(reader, found)
    alike = _of_class(reader, found, bodies)
    if alike:
        return _only(reader, alike, found)
    return _introduce(reader, found) or _again(reader, found) or _unclassed(reader, found, bodies)


def _unclassed(reader: Reader, found: Description, bodies: Iterable[Referent]) -> Referent | None:
    """The one body that a bare noun may mean whose name does not tell what sort of body it is: 'the company' where
    only Larch is named."""
    if found.modifiers or found.article != "definite" or body_class(found.head) not in _UNTOLD:
        return None
    open_to_doubt = [r for r in bodies if r.kind == "organisation" and not r.heads and not _is_press(reader, r)]
    met = [r for r in open_to_doubt if id(r) in reader.trail.met]
    return _only(reader, met, found)


def _of_class(reader: Reader, found: Description, bodies: Iterable[Referent]) -> list[Referent]:
    """The bodies that a noun may mean by their sort: any firm is 'the company'; 'the bakery' only where no other body
    could be one."""
    sort = body_class(found.head)
    known = [r for r in bodies if r.kind == "organisation"]
    alike = [r for r in known if sort in {body_class(head) for head in r.heads}]
    if found.head in _CLASS_NOUNS:
        return alike
    open_to_doubt = [r for r in known if not r.heads and not _is_press(reader, r)]
    return alike if sort == "firm" and not open_to_doubt and not set(found.modifiers) - _EMPTY else []


def _is_press(reader: Reader, referent: Referent) -> bool:
    name = " ".join(referent.key)
    return name in entries("agencies") | entries("outlets") or name in reader.outlet.casefold()


def _introduce(reader: Reader, found: Description) -> Referent | None:
    """A new body or document that has no name but is told well enough: 'the port authority', 'the dispatch log'."""
    telling = any(word not in _EMPTY for word in found.modifiers) and found.article != "owned"
    if not telling and found.head not in _UNIQUE | _UNIQUE_GROUPS:
        return None
    if (
        found.sort == "organisation"
        and found.article == "none"
        and not (found.head in _UNIQUE or found.owner or reader.named_in(found))
    ):
        return None  # 'Power company says so' is a headline's way
    if (*found.modifiers, found.head) not in reader.speaking:
        return None
    referent = Referent(_KINDS[found.sort])
    referent.spellings.append(_without_determiner(reader, found))
    call(referent, found)
    reader.referents.append(referent)
    return referent


def _without_determiner(reader: Reader, found: Description) -> str:
    first = reader.whole(found).tokens[found.at + (found.article != "none")]
    return reader.text[first.start : found.end]


def _speaks(line: Line, found: Description) -> bool:
    """Whether a reporting verb or 'according to' is next to the phrase, in the body of the article."""
    if line.kind in ("title", "heading", "caption"):
        return False
    if found.sort == "document" and line.lower(found.until) in words("obtained seen reviewed published issued"):
        return True
    if found.at == 0 and line.lower(found.until) not in _BEING:
        return True
    if verb_of(line, found.at, found.until) in entries("reporting_verbs"):
        return True
    near = (line.lower(found.until), line.lower(found.until + 1), line.lower(found.at - 1))
    return line.lower(found.at - 2) == "according" or any(word in entries("reporting_verbs") for word in near)


def call(referent: Referent, found: Description) -> None:
    """Note on the referent what it is called by the description."""
    said = {fold(word) for word in found.words}
    for word in said:
        if word == fold(found.head) or word.endswith("-year-old"):
            referent.call(word, said)
    referent.gender = referent.gender or gender(found)


# ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _document(reader: Reader, found: Description) -> Referent | None:
    works = [r for r in reader.referents if r.kind == "work"]
    exact = [r for r in works if any(_allows(r, head, found) for head in r.heads)]
    if found.article != "indefinite" and exact:
        return _only(reader, exact, found)
    if found.article == "definite" and found.owner is None:
        return _issuer(reader, found) or _again(reader, found) or _introduce(reader, found)
    return None if found.owner else _introduce(reader, found)


def _issuer(reader: Reader, found: Description) -> Referent | None:
    """Who speaks through 'the statement' or 'the document': the one who was said to have issued one."""
    if set(found.modifiers) - _EMPTY or not _speaks(reader.whole(found), found):
        return None
    block = reader.whole(found).block
    near = [(noun, whose) for noun, at, whose in reader.issued if block - at <= _NEAR or noun == found.head]
    nouns = {found.head} if found.head not in _ANY_DOCUMENT else {noun for noun, _ in near}
    issuers = {id(whose): whose for noun, whose in near if noun in nouns}
    if found.head in _ANY_DOCUMENT:
        works = (
            s.referent
            for s in reader.trail.sightings
            if block - s.block <= _NEAR and s.referent.kind == "work" and not s.stranger
        )
        issuers |= {id(work): work for work in works}
    return next(iter(issuers.values())) if len(issuers) == 1 else None


def note_issuer(reader: Reader, found: Description) -> None:
    """Remember whose a document is: 'the council said in a statement', 'the council's report'."""
    line = reader.whole(found)
    if found.sort != "document" or (line.lower(found.at - 1) != "in" and found.owner is None):
        return
    sightings = [s for s in reader.trail.sightings if s.line == line.index and not s.quoted and not s.stranger]
    if found.owner is not None:
        owners = [s.referent for s in sightings if s.owner]
        whose = owners[-1:]
    else:
        whose = list({id(s.referent): s.referent for s in sightings if s.subject}.values())
    if len(whose) == 1 and whose[0].kind in ("person", "organisation"):
        reader.issued.append((found.head, line.block, whose[0]))
