"""Sentences as rows of words, in which a quotation is one word: the ground on which cues and phrases are found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.records import Article, BlockKind, Sentence

from .datelines import body_start
from .lexicon import entries, table
from .quotes import Quoted
from .tokens import tokenise


def word_class(name: str) -> frozenset[str]:
    """The words of a closed class, as `lexicons/word_classes.txt` lists them."""
    return frozenset(table("word_classes")[name].split())


_LONGEST = 200  # words of a unit; what runs on without a stop for longer is no sentence, and is cut
BODY: frozenset[BlockKind] = frozenset({"standfirst", "paragraph", "list"})

AUXILIARIES = word_class("auxiliaries")
BE = word_class("be")
HAVE = word_class("have")
MODALS = word_class("modals")
NEGATIONS = word_class("negations")
DETERMINERS = word_class("determiners")
ARTICLES = word_class("articles")
POSSESSIVES = word_class("possessives")
SUBJECT_PRONOUNS = word_class("subject_pronouns")
OBJECT_PRONOUNS = word_class("object_pronouns")
RELATIVES = word_class("relatives")
PREPOSITIONS = word_class("prepositions")
SUBORDINATORS = word_class("subordinators")
COORDINATORS = word_class("coordinators")
ADVERBS = word_class("adverbs")
QUESTION_WORDS = word_class("question_words")
AMOUNTS = word_class("amounts")
BEFORE_LABELS = word_class("before_labels")
POST_NOMINALS = word_class("post_nominals")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a unit; a quotation with its marks is one word, which then carries `quoted`."""

    text: str
    low: str
    start: int
    end: int
    quoted: Quoted | None = None

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return self.quoted is None and not self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital."""
        return self.quoted is None and self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        """Whether it stands before what it owns: "her", "the mayor's"."""
        return self.low in POSSESSIVES or self.low.endswith(("'s", "’s", "s'", "s’"))


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or several that a quotation holds together. `words` leaves nothing out."""

    block: int
    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words[-1].end


def units(article: Article, sentences: tuple[Sentence, ...], quoted: tuple[tuple[Quoted, ...], ...]) -> list[Unit]:
    """The body of the article in units; a sentence that ends inside a quotation is joined with the next one."""
    found: list[Unit] = []
    for block, ranges in _by_block(article, sentences).items():
        begins = body_start(article, block)
        for start, end in _joined(ranges, quoted[block]):
            start = max(start, begins)
            first = bisect_left(quoted[block], start, key=lambda q: q.start)
            last = bisect_left(quoted[block], end, key=lambda q: q.start)
            words = row(article.text, start, end, quoted[block][first:last])
            found += [Unit(block, words[at : at + _LONGEST]) for at in range(0, len(words), _LONGEST)]
    return found


def _by_block(article: Article, sentences: tuple[Sentence, ...]) -> dict[int, list[tuple[int, int]]]:
    blocks: dict[int, list[tuple[int, int]]] = {}
    for sentence in sentences:
        if article.blocks[sentence.block].kind in BODY:
            blocks.setdefault(sentence.block, []).append((sentence.span.start, sentence.span.end))
    return blocks


def _joined(ranges: list[tuple[int, int]], quoted: tuple[Quoted, ...]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    stretches = iter(quoted)
    stretch = next(stretches, None)
    for start, end in ranges:
        while stretch is not None and stretch.end <= start:
            stretch = next(stretches, None)
        if joined and stretch is not None and stretch.start < start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def row(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> tuple[Word, ...]:
    """The words of `text[start:end]`, each stretch in `quoted` as one."""
    words: list[Word] = []
    at = start
    for stretch in quoted:
        words.extend(_plain(text, at, stretch.start))
        words.append(Word(text[stretch.start : stretch.end], "", stretch.start, stretch.end, stretch))
        at = stretch.end
    words.extend(_plain(text, at, end))
    return _hushed(words) if _is_shouted(text[start:end]) else tuple(words)


_SHORTEST_SHOUT = 24  # letters; a shorter line in capitals may be names and acronyms


def _is_shouted(text: str) -> bool:
    """Whether the whole sentence is in capitals, as the bulletins of some offices are: capitals then tell no names."""
    return text.isupper() and sum(char.isalpha() for char in text) >= _SHORTEST_SHOUT


def _hushed(words: list[Word]) -> tuple[Word, ...]:
    return tuple(word if word.quoted is not None else replace(word, text=word.text.lower()) for word in words)


def _plain(text: str, start: int, end: int) -> list[Word]:
    words: list[Word] = []
    for token in tokenise(text, start, end):
        if (
            token.text == "-"
            and text[token.start - 1 : token.start].isspace()
            and text[token.end : token.end + 1].isspace()
        ):
            words.append(Word("—", "—", token.start, token.end))  # a dash between spaces
        elif token.text == "-" and words and words[-1].end == token.start and words[-1].text in {"-", "—"}:
            words[-1] = Word("—", "—", words[-1].start, token.end)  # "--"
        else:
            words.append(Word(token.text, token.text.lower().replace("’", "'"), token.start, token.end))
    return words


def is_time(word: Word) -> bool:
    """Whether it names a day, month or time of day: "Monday", "yesterday", "p.m."."""
    return (word.low in entries("calendar") or word.low in _TIMES) and word.low not in _ALSO_NAMES


_ALSO_NAMES = frozenset({"may", "march", "sun", "sat", "second"})
_TIMES = word_class("times")


def is_verb_form(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word makes a clause of its neighbours: an auxiliary, a past form, a common present form."""
    word = words[at]
    if word.quoted is not None or word.is_mark:
        return False
    if word.is_name and _in_name(words, at):
        return False
    if word.low in AUXILIARIES:
        return True
    if word.low in MODALS or word.low in entries("finite_verbs") or word.low in entries("past_verbs"):
        return at == 0 or not (words[at - 1].low in ARTICLES or words[at - 1].is_possessive)
    if not word.low.endswith("ed") or len(word.low) < 5 or word.is_name:
        return False
    before = words[at - 1] if at else None
    if before is not None and before.low == "not":  # "a body not involved in the study"
        return False
    return before is not None and (
        before.low in SUBJECT_PRONOUNS
        or before.low in RELATIVES
        or before.low in ADVERBS
        or (before.low.endswith("ly") and not (at > 1 and words[at - 2].low in ARTICLES))
        or not (before.is_mark or before.low in DETERMINERS or before.low in PREPOSITIONS or before.is_possessive)
    )


def _in_name(words: tuple[Word, ...], at: int) -> bool:
    """Whether the capital is that of a name, and not of the sentence: "Theresa May", "its director Rose Holm"."""
    before = words[at - 1] if at else None
    after = at + 1 < len(words) and words[at + 1].is_name
    if before is None or before.text in _BEFORE_CAPITALS:
        return after and words[at].low in entries("given_names")
    return before.is_name or after


_BEFORE_CAPITALS = frozenset({".", ":", "?", "!"})
