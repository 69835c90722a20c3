"""Names: runs of capitalised words, told apart from words that have their capital from where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .lexicon import body_words, entries, table, words
from .offices import (
    OFFICE_WORDS,
    after_office,
    after_role,
    is_only_role,
    is_ordinary,
    office_inside,
    role_at,
    stands_after_name,
)
from .runs import JUNIORS, LONGEST_NAME, Usage, begins, is_name_word, is_possessive, owns, run_end, usage
from .tokens import Line, Token, bare

_LONGEST_ROLE = 7  # tokens


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text, without titles and possessive ending.

    `role` is the range of offsets of the words right before it that say what the person is ("union spokesman Gen."),
    `title` that of the name with the capitalised end of them ("Gen. Holm"). `line` is the index of the sentence; of its
    tokens, `first` begins the role or title, `at` the name, and `until` comes after it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    line: int
    at: int
    until: int
    role: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
    gender: str = ""
    possessive: bool = False
    first: int = 0

    @property
    def titled(self) -> bool:
        """Whether a role or title stands before it, if only 'Mr'."""
        return self.first < self.at

    @property
    def key(self) -> tuple[str, ...]:
        """The words to compare by, without a leading article."""
        words = tuple(word.casefold().replace("’", "'") for word in self.words)
        if len(words) > 2 and words[-1].rstrip(".") in JUNIORS:
            words = tuple(word for word in words[:-1] if word != ",")
        return words[1:] if words[0] == "the" and len(words) > 1 else words


def find(lines: Sequence[Line]) -> tuple[Name, ...]:
    """The names in the order of the text. Headlines give only names that the rest of the article bears out."""
    use = usage(lines)
    found = [name for line in lines if not line.headline for name in _in_sentence(line, use)]
    known = {name.key for name in found} | {tuple(part) for name in found for part in _tails(name.key)}
    for line in lines:
        if line.headline:
            found += _in_headline(line, known)
    return tuple(sorted(found, key=lambda name: (name.start, name.end)))


def _tails(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Shorter forms a headline may use of a name: its first or last word."""
    if len(key) > 1:
        yield key[-1:]
        if key[-1] in body_words():
            yield key[:1]


def _in_headline(line: Line, known: set[tuple[str, ...]]) -> Iterator[Name]:
    at = 0
    while at < len(line.tokens):
        for length in range(min(LONGEST_NAME, len(line.tokens) - at), 0, -1):
            key = tuple(line.lower(at + step).replace("’", "'") for step in range(length))
            single = length > 1 or key[0] not in entries("common_words") | entries("function_words")
            place = " ".join(key) in entries("places") and key[0] not in entries("common_words")
            if line.tokens[at].is_capitalised and ((key in known and single) or place):
                yield _name(line, at, at + length)
                at += length
                break
        else:
            at += 1


# ── runs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _in_sentence(line: Line, use: Usage) -> Iterator[Name]:
    at = 0
    while at < len(line.tokens):
        if not is_name_word(line, at):
            at += 1
            continue
        end = run_end(line, at, use)
        yield from _from_run(line, at, end, use)
        at = end


# ── one run, taken apart ────────────────────────────────────────────────────────────────────────────────────────────


def _from_run(line: Line, start: int, end: int, use: Usage) -> Iterator[Name]:
    """The names in a run of name words: first words that only begin the sentence dropped, titles split off."""
    begins = start
    while start < end and (
        _has_capital_from_place(line, start, end, use) or (start > begins and is_ordinary(line, start))
    ):
        start += 1
        while start < end and not is_name_word(line, start):
            start += 1
    while start + 1 < end and _is_adjective(line, start) and line.lower(start + 1) in entries("given_names"):
        start += 1  # Democrat Ida Holm
    if start >= end or all(_is_adjective(line, i) for i in range(start, end) if line.tokens[i].is_word):
        return
    if end - start == 1 and line.lower(start) in entries("function_words") and not line.text(start).isupper():
        return
    if line.lower(end - 1) in _EVENTS or _shouts(line, start, end):
        return
    if end - start == 1 and line.lower(start) in entries("place_words") - entries("places"):
        return  # 23rd Street
    if stands_after_name(line, start, end):
        return
    office = after_office(line, start, end)
    if office is not None:
        yield _with_role_before(line, office, end, inside=start - 2)
        return
    inner = office_inside(line, start, end)
    if inner is not None:
        if inner < end:
            yield _with_role_before(line, inner, end, inside=start)
        return
    person = _person_after_body(line, start, end)
    if person is not None:
        yield from _from_run(line, start, person, use)
        start = person
    split = after_role(line, start, end)
    if split is None:
        if not is_only_role(line, start, end):
            yield _with_role_before(line, start, end)
        elif end - start > 1:
            yield from _body_before_role(line, start, end)
        return
    yield from _body_before_role(line, start, split)
    yield _with_role_before(line, split, end, inside=start)


_EVENTS = words("day war revolution fire election elections games olympics cup act week edition")


def _person_after_body(line: Line, start: int, end: int) -> int | None:
    """Where a person's name begins right after a body's: 'Speaker of the House Ida Holm'."""
    for at in range(start + 1, end - 1):
        if line.lower(at - 1) in body_words() and table("given_names").get(line.lower(at)) and line.text(at + 1) != ".":
            return at
    return None


def _shouts(line: Line, start: int, end: int) -> bool:
    """Whether a run is in capitals and no acronym: 'ADVERTISEMENT'. A place at the head of a report may be."""
    shouted = [token.text for token in line.tokens[start:end] if token.is_word]
    if not all(word.isupper() for word in shouted) or (len(shouted) == 1 and len(bare(shouted[0])) < _LONGEST_ACRONYM):
        return False
    return start > 0 or line.text(end) not in ("(", ",", "-", "–", "—")


_LONGEST_ACRONYM = 7  # letters and one


def _is_adjective(line: Line, at: int) -> bool:
    return line.lower(at) in entries("demonyms")


def _has_capital_from_place(line: Line, start: int, end: int, use: Usage) -> bool:
    """Whether the first word of a run is an ordinary word that begins a sentence or a quotation."""
    if not begins(line, start):
        return False
    word = line.tokens[start].text
    small = bare(word).casefold()
    if any(c.isupper() for c in word[1:]) or "." in word:
        return False
    single = end - start == 1
    if single and small in entries("group_words"):
        return True
    ordinary = small in entries("common_words") or use.small[small] > 0 or small in entries("group_words")
    seen = use.alone[small] if single and small in entries("common_words") else use.capital[small]
    if seen and (seen >= use.small[small] or not single):
        return False
    if single:
        if small in entries("given_names") or small in entries("places"):
            return ordinary
        return ordinary or not _behaves_like_name(line, start)
    if small in entries("place_prefixes") or _rest_needs_it(line, start, end):
        return False
    return ordinary and small not in entries("given_names")


def _rest_needs_it(line: Line, start: int, end: int) -> bool:
    """Whether the words after the first make no name by themselves: 'Health Ministry', 'Police Lt. Ruiz'."""
    following = line.lower(start + 1)
    return (
        following in body_words()
        or following in entries("place_words")
        or (following in entries("roles") or following in entries("titles") or following in ("of", "&"))
    )


_ENDINGS = ("ing", "ly", "ed", "ers", "ors", "ists", "ions", "ments", "ness", "ity", "ism")
_AUXILIARIES = words("is was has had will would can could may might did does says said")


def _behaves_like_name(line: Line, at: int) -> bool:
    """Whether an unknown word that begins a sentence is used as a name: it owns, speaks, or is described."""
    if line.lower(at).endswith(_ENDINGS):
        return False
    following = line.lower(at + 1)
    if owns(line, at) or following in entries("reporting_verbs") or following in _AUXILIARIES:
        return True
    return following == "," and line.lower(at + 2) in ("which", "who", "whose", "a", "an", "the")


def _body_before_role(line: Line, start: int, end: int) -> Iterator[Name]:
    """The body or place that a role begins with: 'Quay County' in 'Quay County Sheriff'."""
    stop = end
    while stop > start and (line.text(stop - 1) == "." or role_at(line, stop - 1)):
        stop -= 1
    while stop > start and line.lower(stop - 1) in OFFICE_WORDS:
        stop -= 1
    words = [line.lower(i) for i in range(start, stop) if line.tokens[i].is_word]
    if not words or all(_is_adjective(line, i) for i in range(start, stop)):
        return
    known = " ".join(words) in entries("places") or line.tokens[stop - 1].text.isupper()
    headed = words[-1] in body_words() or words[-1] in entries("place_words")
    if known or (headed and len(words) > 1):
        yield _name(line, start, stop)


def _with_role_before(line: Line, start: int, end: int, inside: int | None = None) -> Name:
    """The name `start:end` with the role words before it, from `inside` on and further left in lower case."""
    first = start if inside is None else inside
    if first == start and not role_at(line, start - 1):
        return _name(line, start, end)
    addressed = line.lower(start - 1 - (line.text(start - 1) == ".")) in _HONORIFICS
    while first > 0 and start - first < _LONGEST_ROLE and not addressed and _modifies(line, first - 1):
        first -= 1
    title = start
    while title > first and (line.tokens[title - 1].is_capitalised or line.text(title - 1) == "."):
        if line.tokens[title - 1].is_word and not role_at(line, title - 1):
            break
        title -= 1
    gender = next((g for i in range(first, start) if (g := _gender(line.lower(i)))), "")
    name = _name(line, start, end)
    honorific = all(line.lower(i) in _HONORIFICS or line.text(i) == "." for i in range(first, start))
    return Name(
        name.start,
        name.end,
        name.words,
        name.line,
        name.at,
        name.until,
        role=None if honorific else (line.tokens[first].start, line.tokens[start - 1].end),
        first=first,
        title=(line.tokens[title].start, name.end) if title < start else None,
        gender=gender,
        possessive=name.possessive,
    )


_HONORIFICS = words("mr mrs ms miss mx mister sir dame lord lady mme madame mlle monsieur herr frau")


def _gender(word: str) -> str:
    return table("titles").get(word, "") or table("roles").get(word, "")


_MAY_MODIFY = words(
    "managing former retired acting late ex interim outgoing incoming top main senior chief first second new old big "
    "fellow major"
)


def _modifies(line: Line, at: int) -> bool:
    """Whether the token may belong to a role before a name: 'county emergency manager'."""
    token = line.tokens[at]
    word = token.text.casefold()
    if not token.is_word or (is_possessive(line, at) and not role_at(line, at + 1)):
        return False
    if word in _MAY_MODIFY:
        return True
    if word.endswith("s") and token.text.islower() and line.tokens[at + 1].is_capitalised:
        return False  # 'admires President Holm'
    if any(word in entries(name) for name in ("function_words", "reporting_verbs", "calendar", "past_verbs")):
        return False
    return not word.endswith(("ed", "ing", "ly")) or "-" in word


def _name(line: Line, start: int, end: int) -> Name:
    """The tokens `start:end` as a name, without the possessive ending of its last word."""
    while end > start + 1 and line.text(end - 1) in ("'", "’"):
        end -= 1
    last = line.tokens[end - 1]
    owned = is_possessive(line, end - 1)
    stop = last.start + len(bare(last.text))
    words = tuple(_words(line.tokens[start:end]))
    if owned and line.lower(start) in ("st", "saint") and line.lower(end) in entries("function_words") | _MARKS:
        stop, words, owned = last.end, (*words[:-1], last.text), False  # at St. Anne's
    return Name(line.tokens[start].start, stop, words, line.index, start, end, possessive=owned, first=start)


_MARKS = frozenset(["", ".", ",", ";", ":", "?", "!"])


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of a name, without the stops of abbreviations and the last one's possessive ending."""
    found = [token.text for token in tokens if token.text != "."]
    yield from found[:-1]
    yield from (bare(word) for word in found[-1:])
