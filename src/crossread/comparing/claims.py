"""An article taken apart into accounts: the narrowest words that each carry one claim.

What is attributed gives one account for each clause of its content (a direct quotation stays whole, it is one voice);
the rest of each sentence is the outlet's own voice. Where no attribution was found the words count as the outlet's
own, as a reader would take them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crossread.records import Account, AnnotatedArticle, Attribution, Sentence, Span

from .segments import asides, clauses, has_verb
from .vocabulary import content, words

TOLD = frozenset({"title", "standfirst", "heading", "paragraph", "list", "caption", "footnote"})
"""Kinds of blocks that tell something; credits and corrections speak about the page."""

LABELS = frozenset({"title", "heading", "standfirst", "caption", "list"})
"""Kinds of blocks that tell things without a verb ("Two hurt in pier fire")."""

FEWEST_WORDS = 3
"""An account in the outlet's own voice has at least so many words …"""

FEWEST_CONTENT_WORDS = 2
"""… and so many that are not mere grammar. Attributed words need one."""

_DATELINE = re.compile(r"[A-ZÀ-Þ][^a-z()\n]{2,40}(?:, [^()\n]{2,20})?(?: ?\([^()\n]{2,40}\))? ?[-–—―]{1,2} ?")
_TRIM = ' \t\n,;:.!?—–-…“”"«»'
_LEADING = re.compile(r"(?:and|but|or|so|yet|that|nor)\s+", re.I)


def accounts(article: AnnotatedArticle) -> tuple[Account, ...]:
    """All accounts that the article gives, in the order of its text; questions and furniture give none."""
    if not article.annotated:
        return ()
    found = {
        account.span: account
        for sentence in article.sentences
        if article.article.blocks[sentence.block].kind in TOLD
        for account in _of_sentence(article, sentence)
    }
    return tuple(found[span] for span in sorted(found))


def _of_sentence(article: AnnotatedArticle, sentence: Sentence) -> Iterator[Account]:
    text = article.article.text
    label = article.article.blocks[sentence.block].kind in LABELS
    for start, end, attribution in _voices(article, sentence.span):
        if _is_question(text, start, end, sentence.span.end):
            continue
        for piece in _pieces(text, start, end, attribution):
            span = _narrowed(text, article.article.span(*piece))
            if _says_something(text, span, attributed=attribution is not None, label=label):
                yield Account(span, attribution.id if attribution else None)
    yield from _framing(article, sentence.span)
    for source in _sources(article, sentence.span):
        for start, end in asides(text, source.start, source.end):
            yield Account(article.article.span(start, end))


def _pieces(text: str, start: int, end: int, attribution: Attribution | None) -> Iterator[tuple[int, int]]:
    if attribution and attribution.form == "direct":
        yield start, end
    else:
        yield from clauses(text, start, end)


def _voices(article: AnnotatedArticle, sentence: Span) -> Iterator[tuple[int, int, Attribution | None]]:
    """The sentence cut into stretches of one voice each: the innermost attribution's, or the outlet's (None).

    Sources and cues belong to neither; what they hold of facts is found by `_sources`.
    """
    told = [(span, a) for a in article.attributions for span in a.content if span.overlap(sentence)]
    frame = [span for a in article.attributions for span in (*a.cue, *a.source) if span.overlap(sentence)]
    edges = {sentence.start, sentence.end}
    for span in (*(span for span, _ in told), *frame):
        edges |= {max(span.start, sentence.start), min(span.end, sentence.end)}
    for start, end in pairwise(sorted(edges)):
        holding = [(len(span), a.id, a) for span, a in told if span.start <= start and end <= span.end]
        inner = min(holding)[2] if holding else None
        framed = [span for span in frame if span.start <= start and end <= span.end]
        if not any(not holding or len(span) < min(holding)[0] for span in framed):
            yield start, end, inner


def _framing(article: AnnotatedArticle, sentence: Span) -> Iterator[Account]:
    """What the words around a statement tell of the saying itself: "the crew claimed in a post on May 2"."""
    for attribution in article.attributions:
        frame = [span for span in (*attribution.source, *attribution.cue) if sentence.covers(span)]
        if not frame or not attribution.cue or attribution.content[0].start < max(span.end for span in frame):
            continue
        said = article.article.span(min(span.start for span in frame), min(attribution.content[0].start, sentence.end))
        rest = article.article.text[max(span.end for span in frame) : said.end]
        if len(content(words(rest))) >= FEWEST_CONTENT_WORDS:
            yield Account(_narrowed(article.article.text, said))


def _sources(article: AnnotatedArticle, sentence: Span) -> list[Span]:
    found = {span for a in article.attributions for span in a.source if sentence.covers(span)}
    return sorted(found)


def _is_question(text: str, start: int, end: int, sentence_end: int) -> bool:
    return text[start:end].rstrip(" ”\"'’").endswith("?") or text[end:sentence_end].lstrip().startswith("?")


def _narrowed(text: str, span: Span) -> Span:
    """The span without punctuation at its ends, and without the conjunction that ties it to the words before."""
    start, end = span.start, span.end
    dateline = _DATELINE.match(text, start, end)
    if dateline and (start == 0 or text[start - 1] == "\n"):
        start = dateline.end()
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    leading = _LEADING.match(text, start, end)
    if leading:
        start = leading.end()
    return Span(span.article, start, end)


def _says_something(text: str, span: Span, *, attributed: bool, label: bool) -> bool:
    found = words(text[span.start : span.end])
    telling = len(content(found))
    if attributed:
        return telling > 1 or len(found) >= FEWEST_WORDS or any(word.text[0].isdigit() for word in found)
    if len(found) < FEWEST_WORDS or telling < FEWEST_CONTENT_WORDS:
        return False
    return label or has_verb(text, span.start, span.end)
