"""One entity for each person, body, place, group and work, over all articles of a story.

Two articles' entities are brought together by their names alone, the surest way first: the same full name in any
spelling, then short forms that only one entity answers to. What one article holds to be two stays two, and a short
form with two candidates joins neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crossread.records import AnnotatedArticle, Attribution, Entity, EntityKind, Mention, Story, Via

from . import offices
from .naming import Name, same, short_for

Key = tuple[int, str]
"""An entity before the merge: the index of its article and its id there."""


def merge(story: Story) -> tuple[tuple[AnnotatedArticle, ...], tuple[Entity, ...]]:
    """The story's articles with entity and attribution ids that hold for all of them, and the entities.

    Entities are numbered e1, e2, … and attributions q1, q2, … in the order of the articles and their text.
    """
    groups = _groups(story.articles)
    ids = {key: f"e{n}" for n, group in enumerate(groups, 1) for key in group.members}
    numbers = _attribution_ids(story.articles)
    articles = tuple(_renumbered(i, article, ids, numbers) for i, article in enumerate(story.articles))
    return offices.resolve(
        articles, tuple(_entity(f"e{n}", group, story.articles) for n, group in enumerate(groups, 1))
    )


@dataclass(slots=True)
class _Group:
    """Entities of several articles that are held to be one."""

    members: list[Key]
    names: list[Name]  # the fullest of each member, without titles
    spellings: list[str]
    kinds: Counter[EntityKind]

    @property
    def kind(self) -> EntityKind:
        """What most of its mentions say it is; a tie goes to the first in the alphabet."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))

    @property
    def fullest(self) -> Name:
        """The fullest form among the names of the group."""
        return max(self.names, key=fullness)

    def may_join(self, other: _Group) -> bool:
        """Whether no article holds the two to be different."""
        return {article for article, _ in self.members}.isdisjoint(article for article, _ in other.members)


def fullness(name: Name) -> tuple[int, int, bool, str]:
    """The key by which the fullest form of a name is found: parts, length, then accents and capitals kept."""
    return (len(name.parts), len(name.joined), not name.written.isascii(), name.written)


def _groups(articles: Sequence[AnnotatedArticle]) -> list[_Group]:
    groups = [
        _Group([(i, e.id)], [Name(e.name, e.kind)], _spellings(article, e), Counter({e.kind: _weight(e)}))
        for i, article in enumerate(articles)
        for e in sorted(article.entities, key=lambda e: (e.mentions[:1], e.id))
    ]
    first = {group.members[0]: n for n, group in enumerate(groups)}
    outlets = sorted({a.article.outlet for a in articles if a.article.outlet})
    groups += [_Group([], [Name(name, "organisation")], [name], Counter()) for name in outlets]
    joined = _join_short_forms(_join_bracketed(_join_near(_join_exact(groups)), articles))
    return sorted((g for g in joined if g.members), key=lambda group: min(first[key] for key in group.members))


def _spellings(article: AnnotatedArticle, entity: Entity) -> list[str]:
    """Every form in which the article writes the name."""
    named = (article.article.words(m.span) for m in article.mentions if m.entity == entity.id and m.kind == "name")
    return [entity.name, *entity.names, *(" ".join(words.split()) for words in named)]


def _weight(entity: Entity) -> int:
    return max(1, len(entity.mentions))


def _join_exact(groups: list[_Group]) -> list[_Group]:
    """Joins groups whose fullest names are the same, but for accents, hyphens, titles, order."""
    homes: dict[tuple[bool, frozenset[str] | str], list[_Group]] = defaultdict(list)
    kept: list[_Group] = []
    for group in groups:
        name = group.fullest
        key = (name.person, name.joined if name.person else name.bag)
        home = next((other for other in homes[key] if other.may_join(group)), None)
        if home is None:
            homes[key].append(group)
            kept.append(group)
        else:
            _absorb(home, group)
    return kept


def _join_near(groups: list[_Group]) -> list[_Group]:
    """Joins spelling variants; where two others are near, the group stays alone."""
    kept: list[_Group] = []
    by_start: dict[tuple[bool, str], list[_Group]] = defaultdict(list)
    for group in groups:
        name = group.fullest
        starts = sorted({name.parts[0][:1], name.parts[-1][:1]})
        rivals = {id(other): other for start in starts for other in by_start[name.person, start]}
        near = [other for other in rivals.values() if same(name, other.fullest) and other.may_join(group)]
        if len(near) == 1:
            _absorb(near[0], group)
        else:
            kept.append(group)
            for start in starts:
                by_start[name.person, start].append(group)
    return kept


def _join_bracketed(groups: list[_Group], articles: Sequence[AnnotatedArticle]) -> list[_Group]:
    """Joins an acronym to the name it stands in brackets after: "Harbour Guard Corps (RHGC)"."""
    home = {key: group for group in groups for key in group.members}
    gone: dict[int, _Group] = {}
    for i, article in enumerate(articles):
        for long, short in _bracketed(article):
            left, right = (_final(home[i, id], gone) for id in (long, short))
            if left is not right and _abbreviates(right.fullest, left.fullest):
                _absorb(left, right)
                gone[id(right)] = left
    return [group for group in groups if id(group) not in gone]


def _bracketed(article: AnnotatedArticle) -> Iterator[tuple[str, str]]:
    """The ids of two entities of which one is named and the other stands in brackets right behind."""
    named = sorted((m for m in article.mentions if m.entity and m.kind == "name"), key=lambda m: m.span)
    text = article.article.text
    for left, right in pairwise(named):
        between, after = text[left.span.end : right.span.start], text[right.span.end : right.span.end + 1]
        if between.strip() == "(" and after == ")" and left.entity and right.entity and left.entity != right.entity:
            yield left.entity, right.entity


def _abbreviates(short: Name, full: Name) -> bool:
    """Whether the letters can stand for the name, with or without what came before it ("the Republic's …")."""
    return short.acronym is not None and len(full.parts) > 1 and short.acronym.endswith(full.initials)


def _final(group: _Group, gone: Mapping[int, _Group]) -> _Group:
    while id(group) in gone:
        group = gone[id(group)]
    return group


def _join_short_forms(groups: list[_Group]) -> list[_Group]:
    """Joins each group to the one fuller group whose short form its fullest name is."""
    index: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        for start in sorted(_starts(group)):
            index[start].append(group)
    gone: dict[int, _Group] = {}
    for group in sorted(groups, key=lambda g: fullness(g.fullest)):
        home = _home(group, index, gone)
        if home is not None:
            _absorb(home, group)
            gone[id(group)] = home
    return [group for group in groups if id(group) not in gone]


def _starts(group: _Group) -> set[str]:
    """The letters that a short form of the group may start with."""
    full = group.fullest
    return {part[:1] for part in full.parts} | {full.initials[:1]}


def _home(group: _Group, index: dict[str, list[_Group]], gone: dict[int, _Group]) -> _Group | None:
    short = group.fullest
    seen: dict[int, _Group] = {}
    for other in index[short.parts[0][:1]]:
        if id(other) not in gone and other is not group and short_for(short, other.fullest):
            seen[id(other)] = other
    exact = [other for other in seen.values() if set(short.parts) & set(other.fullest.parts)] or list(seen.values())
    if len(exact) > 1:  # one that is known by just this form somewhere goes before those that merely could be
        known = [other for other in exact if any(Name(s, short.kind).parts == short.parts for s in other.spellings)]
        exact = known or exact
    # a namesake in the short form's own article counts as a candidate, so that two candidates mean nobody;
    # an acronym and its long form may stand side by side in one article and still be one
    return exact[0] if len(exact) == 1 and (short.acronym or exact[0].may_join(group)) else None


def _absorb(home: _Group, other: _Group) -> None:
    home.members += other.members
    home.names += other.names
    home.spellings += other.spellings
    home.kinds += other.kinds


def _entity(id: str, group: _Group, articles: Sequence[AnnotatedArticle]) -> Entity:
    members = sorted(group.members)
    parts = [next(e for e in articles[i].entities if e.id == old) for i, old in members]
    spellings = sorted((Name(name, group.kind) for name in set(group.spellings)), key=fullness, reverse=True)
    return Entity(
        id=id,
        kind=group.kind,
        name=group.fullest.written,
        names=tuple(dict.fromkeys((group.fullest.written, *(name.written for name in spellings)))),
        descriptions=tuple(span for part in parts for span in part.descriptions),
        mentions=tuple(span for part in parts for span in part.mentions),
    )


def _attribution_ids(articles: Sequence[AnnotatedArticle]) -> dict[Key, str]:
    found = (
        (i, a.id) for i, article in enumerate(articles) for a in sorted(article.attributions, key=lambda a: a.content)
    )
    return {key: f"q{n}" for n, key in enumerate(found, 1)}


def _renumbered(i: int, article: AnnotatedArticle, ids: dict[Key, str], numbers: dict[Key, str]) -> AnnotatedArticle:
    """The article with story-wide ids in everything that names an entity or an attribution."""

    def entity(old: str | None) -> str | None:
        return None if old is None else ids.get((i, old))

    def passed(via: Via) -> Via:
        return replace(via, entity=entity(via.entity))

    def mention(m: Mention) -> Mention:
        return replace(m, entity=entity(m.entity))

    def attribution(a: Attribution) -> Attribution:
        return replace(
            a,
            id=numbers[i, a.id],
            speaker=entity(a.speaker),
            via=tuple(map(passed, a.via)),
            within=None if a.within is None else numbers.get((i, a.within)),
        )

    return replace(
        article,
        mentions=tuple(map(mention, article.mentions)),
        entities=tuple(replace(e, id=ids[i, e.id]) for e in article.entities),
        attributions=tuple(map(attribution, sorted(article.attributions, key=lambda a: a.content))),
        carried=tuple(map(passed, article.carried)),
    )
