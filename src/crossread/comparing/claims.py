"""An article taken apart into accounts: the narrowest words that each carry one claim.

What is attributed gives one account for each clause of its content (a direct quotation stays whole, it is one voice);
the rest of each sentence is the outlet's own voice. Where no attribution was found the words count as the outlet's
own, as a reader would take them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from crossread.records import Account, AnnotatedArticle, Article, Attribution, Sentence, Span

from .segments import asides, clauses, has_number, has_verb, is_number, opens_with_participle
from .vocabulary import Word, content, words

TOLD = frozenset({"title", "standfirst", "heading", "paragraph", "list", "caption", "footnote"})
"""Kinds of blocks that tell something; credits and corrections speak about the page."""

LABELS = frozenset({"title", "heading", "standfirst", "list"})
"""Kinds of blocks that tell things without a verb ("Two hurt in pier fire")."""

FEWEST_WORDS = 3
"""An account in the outlet's own voice has at least so many words …"""

FEWEST_CONTENT_WORDS = 2
"""… and so many that are not mere grammar. Attributed words need one."""

NEAR_CHARACTERS = 12
"""Source, cue and content stand together if so few characters lie between them."""

Found = TypeVar("Found")

OCCASIONS = frozenset(
    {"address", "agency", "article", "briefing", "broadcast", "broadcaster", "citing", "cited", "comments",
     "conference", "email", "e-mail", "interview", "journalists", "message", "news", "newspaper", "press", "programme",
     "program", "quoted", "quoting", "radio", "remarks", "reporters", "reports", "speech", "statement", "telephone",
     "televised", "television", "tv"}
)  # fmt: skip
"""Words for how something came to be said; beside source and cue they tell nothing of their own."""

PER_CENT = frozenset({"per", "cent", "percent"})
"""Words that belong to a number and tell nothing beside it."""

_DATELINE = re.compile(
    r"[A-ZÀ-Þ]{2}[^a-z()\n]{1,40}(?:, [^()\n]{2,20})?(?: ?\([^()\n]{2,40}\))? ?(?:[–—―]|-{1,2}(?=\s)) ?"
)
_TRIM = ' \t\n,;:.!?—–-…“”"«»'
_ABBREVIATED = re.compile(r"\b[^\W\d_]\.[^\W\d_]\.$")
"""The period of "3 p.m." and "the U.S." belongs to the word."""

_CLOSING = re.compile(r"[.,!?]?([”\"])")
_TRAILING = re.compile(r"\s(?:and|but|or|that|as|if|whether|to)[\s,:“\"‘]*$")
_AND = re.compile(r",? (?:and|but) $")
_LEADING = re.compile(r"(?:and|but|or|so|yet|that|nor)\s+", re.I)


def accounts(article: AnnotatedArticle) -> tuple[Account, ...]:
    """All accounts that the article gives, in the order of its text; questions and furniture give none."""
    if not article.annotated:
        return ()
    contents = _by_sentence(article, [(span, a) for a in article.attributions for span in a.content])
    frames = _by_sentence(article, [(span, span) for span in _frame(article)])
    found = {
        account.span: account
        for i, sentence in enumerate(article.sentences)
        if article.article.blocks[sentence.block].kind in TOLD
        for account in _of_sentence(article.article, sentence, contents[i], [span for span, _ in frames[i]])
    }
    return tuple(found[span] for span in sorted(found))


def _frame(article: AnnotatedArticle) -> Iterator[Span]:
    """The words that only say who speaks, to whom, and when."""
    for attribution in article.attributions:
        yield from (*attribution.cue, *attribution.source, *(via.span for via in attribution.via))
    yield from (timex.span for timex in article.timexes if timex.type in {"date", "time"})


def _by_sentence(article: AnnotatedArticle, placed: Sequence[tuple[Span, Found]]) -> list[list[tuple[Span, Found]]]:
    """For each sentence of the article, what lies in it, wholly or in part."""
    starts = [sentence.span.start for sentence in article.sentences]
    inside: list[list[tuple[Span, Found]]] = [[] for _ in starts]
    for span, item in placed:
        first = max(0, bisect_right(starts, span.start) - 1)
        for i in range(first, bisect_left(starts, span.end)):
            if span.overlap(article.sentences[i].span):
                inside[i].append((span, item))
    return inside


Told = Sequence[tuple[Span, Attribution]]


def _of_sentence(article: Article, sentence: Sentence, told: Told, frame: Sequence[Span]) -> Iterator[Account]:
    label = article.blocks[sentence.block].kind in LABELS
    for start, end, attribution in _voices(sentence.span, told):
        if _is_question(article.text, start, end, sentence.span.end):
            continue
        if attribution is None:
            cues = [cue for _, a in told for cue in a.cue]
            yield from _told(article, start, end, frame, cues, label=label)
        else:
            inner = [cue for _, a in told if a is not attribution for cue in a.cue]
            yield from _said(article, start, end, frame, attribution, sentence.span, inner)


def _voices(sentence: Span, told: Told) -> Iterator[tuple[int, int, Attribution | None]]:
    """The sentence cut into stretches of one voice each: the innermost attribution's, or the outlet's (None)."""
    edges = {sentence.start, sentence.end}
    for span, _ in told:
        edges |= {max(span.start, sentence.start), min(span.end, sentence.end)}
    for start, end in pairwise(sorted(edges)):
        holding = [(len(span), a.id, a) for span, a in told if span.start <= start and end <= span.end]
        yield start, end, min(holding, key=lambda held: held[:2])[2] if holding else None


def _said(
    article: Article,
    start: int,
    end: int,
    frame: Sequence[Span],
    attribution: Attribution,
    sentence: Span,
    inner: Sequence[Span],
) -> Iterator[Account]:
    """The accounts in what somebody is made to say: a direct quotation whole, else each clause. Words that only hand
    on what another says ("she said in a speech") are none; `inner` are the cues of what is said within."""
    direct = attribution.form == "direct"
    for piece in [(start, end)] if direct else clauses(article.text, start, end):
        span = _narrowed(article.text, article.span(*piece), quoted=direct)
        found = words(article.words(span), span.start)
        besides = _outside(found, frame)
        telling = len(content(besides)) + _figured(besides)
        if any(span.overlap(cue) for cue in inner):
            yield from [Account(span, attribution.id)] if telling >= FEWEST_CONTENT_WORDS else []
        elif telling >= FEWEST_CONTENT_WORDS or len(besides) >= FEWEST_WORDS:
            yield Account(span, attribution.id)
        elif telling:
            yield from [Account(span, attribution.id)] if direct else _with_speaker(span, attribution, sentence)


def _with_speaker(span: Span, attribution: Attribution, sentence: Span) -> Iterator[Account]:
    """A word or a number that somebody is made to say, with who says it just before: "organisers claimed 1,200"."""
    before = [part for part in (*attribution.cue, *attribution.source) if sentence.overlap(part) and part < span]
    start = min((part.start for part in before), default=span.start)
    if sum(map(len, before)) + len(span) + NEAR_CHARACTERS >= span.end - start:
        yield Account(Span(span.article, start, span.end), attribution.id)


def _told(
    article: Article, start: int, end: int, frame: Sequence[Span], cues: Sequence[Span], *, label: bool
) -> Iterator[Account]:
    """The accounts in the outlet's own words. Source and cue alone ("the mayor said") tell nothing; what is said
    about the saying ("in a letter of May 2") or about the speaker ("a former miner") does."""
    for piece in clauses(article.text, start, end):
        span = _narrowed(article.text, _without_cue(article.text, article.span(*piece), cues))
        found = words(article.words(span), span.start)
        besides = _outside(found, frame)
        if any(span.overlap(cue) for cue in cues):
            besides = tuple(word for word in besides if not word.text[0].isupper())  # whom or what was spoken to
        if (
            _tells(article, span, found, label=label)
            and len(content(besides)) + _figured(besides) >= FEWEST_CONTENT_WORDS
        ):
            yield Account(span)
        else:
            inside = [part for part in frame if span.overlap(part)]
            yield from (Account(article.span(*aside)) for part in inside for aside in _asides(article, part))


def _without_cue(text: str, span: Span, cues: Sequence[Span]) -> Span:
    """The clause without the "and said" by which it leads over to what somebody says."""
    for cue in cues:
        led = _AND.search(text, span.start, cue.start) if span.start < cue.start < span.end else None
        if led and not text[cue.end : span.end].strip(' ,:“"').removeprefix("that"):
            return Span(span.article, span.start, led.start())
    return span


def _outside(found: tuple[Word, ...], frame: Sequence[Span]) -> tuple[Word, ...]:
    """The words that tell more than who speaks, to whom, on what occasion and when."""
    outside = (word for word in found if not any(part.start <= word.start < part.end for part in frame))
    return tuple(word for word in outside if word.lower not in OCCASIONS and word.lower not in PER_CENT)


def _figured(found: tuple[Word, ...]) -> bool:
    return any(is_number(word.text) for word in found)


def _asides(article: Article, source: Span) -> Iterator[tuple[int, int]]:
    return asides(article.text, source.start, source.end)


def _tells(article: Article, span: Span, found: tuple[Word, ...], *, label: bool) -> bool:
    """Whether the words make a statement: enough of them, and a verb or a figure unless they stand in a headline."""
    telling = len(content(found))
    if len(found) < FEWEST_WORDS or telling < FEWEST_CONTENT_WORDS:
        return len(found) >= 2 and has_number(article.text, span.start, span.end)
    acts = (has_verb, has_number, opens_with_participle)
    return label or any(shown(article.text, span.start, span.end) for shown in acts)


def _is_question(text: str, start: int, end: int, sentence_end: int) -> bool:
    return text[start:end].rstrip(" ”\"'’").endswith("?") or text[end:sentence_end].lstrip().startswith("?")


def _narrowed(text: str, span: Span, *, quoted: bool = False) -> Span:
    """The span without punctuation at its ends, and without the conjunction that ties it to the words before; of what
    is quoted no word is left out."""
    start, end = span.start, span.end
    dateline = _DATELINE.match(text, start, end)
    if dateline and (start == 0 or text[start - 1] == "\n"):
        start = dateline.end()
    while start < end and text[start] in _TRIM:
        start += 1
    trailing = None if quoted else _TRAILING.search(text, start, end)
    end = trailing.start() if trailing else end
    while end > start and text[end - 1] in _TRIM and not _ABBREVIATED.search(text, max(start, end - 6), end):
        end -= 1
    leading = None if quoted else _LEADING.match(text, start, end)
    return Span(span.article, *_with_marks(text, leading.end() if leading else start, end))


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with the quotation mark just outside it whose fellow stands within."""
    inside = text[start:end]
    opening, closing = inside.count("“"), inside.count("”")
    odd = inside.count('"') % 2 == 1
    after = _CLOSING.match(text, end)
    if after and (opening > closing if after[1] == "”" else odd):
        return start, after.end()
    if start and ((closing > opening and text[start - 1] == "“") or (odd and text[start - 1] == '"')):
        return start - 1, end
    return start, end
