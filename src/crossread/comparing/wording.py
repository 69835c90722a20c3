"""What each outlet calls the same act, person, body or thing, in its own voice and in words it quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.records import AnnotatedArticle, Claim, Entity, Mention, Span, Term, Voice, Wording

from .tellings import Ground, Telling, ground
from .vocabulary import Word, content, groups, kin, plain, stem, words

QUOTE = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|‘[^‘’\n]{3,}’|(?<!\w)'[^'\n]{3,}'(?!\w)")
LEADING = re.compile(r"^(?:(?:the|a|an|its|his|her|their|then|former|now)\s+)+", re.IGNORECASE)
POSSESSIVE = re.compile(r"^[\w.’'-]+(?: [\w.’'-]+){0,3}['’]s?\s+(?=\w)")
BESIDE = 3  # words between the name of an act and the entity it befell
FEWEST_OUTLETS = 2


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a term by an article."""

    article: str
    term: str
    voice: Voice
    span: Span


def contrasts(
    articles: Sequence[AnnotatedArticle], entities: Sequence[Entity], claims: Sequence[Claim]
) -> tuple[Wording, ...]:
    """The contrasts in wording between outlets, the most telling first.

    First what befell a person or body, then what the event and those in it are called, then how persons and bodies
    are described, how statements are introduced, and which words stand in the same place of one claim.
    """
    common = ground(articles, entities, claims)
    made: list[Wording] = []
    for kind in (_acts, _events, _descriptions, _cues, _slots):
        rated = sorted(kind(common), key=lambda w: (-_reach(w), w.referent))
        made += [w for w in rated if not any(_repeats(w, m) for m in made)]
    return tuple(made)


# ── what befell somebody ────────────────────────────────────────────────────────────────────────────────────────────


def _acts(ground: Ground) -> Iterator[Wording]:
    """ "The killing of X", "X's death", "X was murdered": what outlets call what befell one person or body."""
    uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for telling in ground.tellings:
        quoted = quotations(telling)
        for mention in telling.annotated.mentions:
            if mention.entity is None or mention.kind == "pronoun":
                continue
            for word, label in _governing(telling, mention):
                uses[label, mention.entity].append(_use(telling, word.start, word.end, quoted))
    for (label, entity), found in sorted(uses.items()):
        if entity in ground.entity and ground.entity[entity].kind in ("person", "organisation", "group"):
            yield from _wording(f"the {label} of {ground.entity[entity].name}", found, entity)


def _governing(telling: Telling, mention: Mention) -> Iterator[tuple[Word, str]]:
    """The words for an act that the mention is the object of."""
    clause = telling.clause_at(mention.span)
    sentence = telling.sentence_at(mention.span)
    if clause is None or sentence is None:
        return
    before = words(telling.text[sentence.start : mention.span.start], sentence.start)[-8:]
    after = words(telling.text[mention.span.end : sentence.end], mention.span.end)[:5]
    labels = groups("loaded.txt")
    for i, word in enumerate(before):
        label = labels.get(word.stem)
        rest = [w.lower for w in before[i + 1 :]]
        if label in ACTS and (rest[:1] == ["of"] or (_is_verb_form(word) and len(rest) <= BESIDE)):
            yield word, str(label)
    possessive = telling.text[mention.span.end - 2 : mention.span.end + 2]
    for i, word in enumerate(after):
        label = labels.get(word.stem)
        rest = [w.lower for w in after[:i]]
        passive = bool(rest) and rest[0] in ("was", "were", "is", "been", "had", "has", "being", "died")
        owned = i <= 1 and re.search(r"['’]s?", possessive) is not None
        if label in ACTS and (owned or passive or (i == 0 and word.stem == kin_die())):
            yield word, str(label)


ACTS = frozenset(("death", "end of a job", "police action"))


def kin_die() -> str:
    """The stem of the word for dying without a doer."""
    return stem("die")


def _is_verb_form(word: Word) -> bool:
    return word.lower.endswith(("ed", "ing")) or word.lower in ("slain", "slew")


# ── what the event is called ────────────────────────────────────────────────────────────────────────────────────────


def _events(ground: Ground) -> Iterator[Wording]:
    """Words of one group of the lexicon that different outlets use, each more than in passing."""
    uses: dict[str, list[Use]] = defaultdict(list)
    labels = groups("loaded.txt")
    for telling in ground.tellings:
        quoted = quotations(telling)
        for clause in telling.clauses:
            taken = -1
            for i, word in enumerate(clause.words):
                pair = f"{word.stem} {clause.words[i + 1].stem}" if i + 1 < len(clause.words) else ""
                if i == taken:
                    continue
                if pair in labels:
                    taken = i + 1
                    uses[labels[pair]].append(_use(telling, word.start, clause.words[i + 1].end, quoted))
                elif word.stem in labels and not word.text[0].isupper():
                    uses[labels[word.stem]].append(_use(telling, word.start, word.end, quoted))
    for label, found in sorted(uses.items()):
        if label not in ACTS:
            yield from _wording(label, found)


# ── how persons and bodies are described ────────────────────────────────────────────────────────────────────────────


def _descriptions(ground: Ground) -> Iterator[Wording]:
    """The descriptions that outlets give of one entity."""
    for entity in ground.entities:
        uses = []
        for span in _described(ground, entity):
            telling = ground.telling[span.article]
            quoted = quotations(telling)
            cut = _bare(telling, span)
            if cut is not None and telling.sentence_at(cut) is not None:
                uses.append(_use(telling, cut.start, cut.end, quoted))
        yield from _wording(entity.name, uses, entity.id)


def _described(ground: Ground, entity: Entity) -> list[Span]:
    spans = set(entity.descriptions)
    for telling in ground.tellings:
        spans |= {m.span for m in telling.annotated.mentions if m.entity == entity.id and m.kind == "description"}
    return sorted(spans)


def _bare(telling: Telling, span: Span) -> Span | None:
    """A description without articles, possessives, names and age; None where nothing is left."""
    text = telling.words(span)
    start = span.start
    for lead in (POSSESSIVE, LEADING):
        match = lead.match(telling.text[start : span.end])
        start += match.end() if match else 0
    rest = telling.text[start : span.end].rstrip(" ,")
    if not rest or not any(ch.islower() for ch in rest) or len(text.split()) > 9:
        return None
    return Span(span.article, start, start + len(rest))


# ── how statements are introduced ───────────────────────────────────────────────────────────────────────────────────


def _cues(ground: Ground) -> Iterator[Wording]:
    """The cue verbs with which outlets introduce one speaker's account of one claim."""
    colours = groups("cues.txt")
    attributions = {a.id: (t, a) for t in ground.tellings for a in t.annotated.attributions}
    for claim in ground.claims:
        by_speaker: dict[str, list[Use]] = defaultdict(list)
        shades = set()
        for account in claim.accounts:
            telling, attribution = attributions.get(account.attribution or "", (None, None))
            if telling is None or attribution is None or attribution.speaker is None or not attribution.cue:
                continue
            for word in words(telling.words(attribution.cue[0]), attribution.cue[0].start):
                if word.stem in colours:
                    shades.add((attribution.speaker, colours[word.stem]))
                    by_speaker[attribution.speaker].append(_use(telling, word.start, word.end, ()))
        for speaker, uses in sorted(by_speaker.items()):
            if len({shade for who, shade in shades if who == speaker}) > 1 and speaker in ground.entity:
                yield from _wording(f"how {ground.entity[speaker].name}’s statement is introduced", uses, speaker)


# ── words in the same place of one claim ────────────────────────────────────────────────────────────────────────────


def _slots(ground: Ground) -> Iterator[Wording]:
    """Different words of one meaning in the accounts of one claim."""
    for claim in ground.claims:
        uses: dict[str, list[Use]] = defaultdict(list)
        for account in claim.accounts:
            telling = ground.telling[account.article]
            quoted = quotations(telling)
            for word in content(words(telling.words(account.span), account.span.start)):
                if kin(word.stem) in groups("kindred.txt").values():
                    uses[kin(word.stem)].append(_use(telling, word.start, word.end, quoted))
        for meaning, found in sorted(uses.items()):
            yield from _wording(meaning.replace("_", " "), found)


# ── common to all ───────────────────────────────────────────────────────────────────────────────────────────────────


def quotations(telling: Telling) -> tuple[Span, ...]:
    """The stretches of an article that stand between quotation marks, in order."""
    direct = {piece for a in telling.annotated.attributions if a.form == "direct" for piece in a.content}
    marked = {Span(telling.id, m.start(), m.end()) for m in QUOTE.finditer(telling.text)}
    return tuple(sorted(direct | marked))


def _use(telling: Telling, start: int, end: int, quoted: Iterable[Span]) -> Use:
    span = Span(telling.id, start, end)
    voice: Voice = "quoted" if any(q.covers(span) for q in quoted) else "own"
    return Use(telling.id, telling.words(span), voice, span)


def kin_free(term: str) -> str:
    """A term by its stems: inflections of one word are one."""
    return " ".join(w.stem for w in words(term))


def _wording(referent: str, uses: Sequence[Use], entity: str | None = None) -> Iterator[Wording]:
    """A wording, if at least two outlets use terms that differ in more than inflection."""
    by_article: dict[str, set[str]] = defaultdict(set)
    for use in uses:
        by_article[use.article].add(kin_free(use.term))
    if len(by_article) < FEWEST_OUTLETS or len(set(map(frozenset, by_article.values()))) < 2:
        return
    grouped: dict[tuple[str, str, Voice], list[Use]] = defaultdict(list)
    for use in sorted(uses, key=lambda u: u.span):
        if use.span not in [u.span for u in grouped[use.article, kin_free(use.term), use.voice]]:
            grouped[use.article, kin_free(use.term), use.voice].append(use)
    terms = tuple(
        Term(article, _form(found), len(found), voice, tuple(u.span for u in found))
        for (article, _, voice), found in sorted(
            grouped.items(), key=lambda item: (item[0][0], -len(item[1]), item[1][0].span)
        )
    )
    yield Wording(referent, terms, entity)


def _form(uses: Sequence[Use]) -> str:
    """The form to show: the most frequent, the first among equals."""
    forms = [use.term for use in uses]
    return max(dict.fromkeys(forms), key=lambda form: (sum(plain(f) == plain(form) for f in forms), -forms.index(form)))


def _reach(wording: Wording) -> int:
    """How telling a contrast is: how many different terms in outlets' own voices, over how many outlets."""
    own = {(term.article, kin_free(term.term)) for term in wording.terms if term.voice == "own"}
    return len({article for article, _ in own}) * 2 + len({term for _, term in own})


def _repeats(new: Wording, old: Wording) -> bool:
    """Whether every word shown is shown already."""
    shown = {span for term in old.terms for span in term.mentions}
    return all(span in shown for term in new.terms for span in term.mentions)
