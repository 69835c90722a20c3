"""Which articles tell one story."""

from __future__ import annotations

from itertools import permutations

import pytest
from factories import annotated, article

from crossread.gathering import gather
from crossread.records import AnnotatedArticle, Story
from crossread.settings import Settings

PIER = [
    """The harbour board of Osk voted to close the ferry pier. Its engineer, Tilde Amrein, said that eleven piles were
    eaten through and that repairs would cost 4.2 million crowns.""",
    """Boats must leave the ferry pier in Osk by October, the harbour board ruled. Ferry passengers will use the basin
    upstream. Tilde Amrein put the cost of new piles at 4.2 million crowns.""",
    """Osk loses its ferry pier. After a report by Tilde Amrein on rotten piles the board closed it, to the anger of
    fishermen who have moored there for years.""",
]
VOTE = [
    """Teachers in Brellin voted to strike. Their union, led by Janko Pohl, counted 812 ballots for a walkout over class
    sizes in the schools of the valley.""",
    """A strike will shut schools in Brellin after teachers voted by 812 to 90 for it. Janko Pohl of the union blamed
    class sizes that no other valley knows.""",
]
GERMAN = "Am Montag schloss die Hafenbehörde von Osk die Brücke. Laut Tilde Amrein kostet das 4.2 Millionen Kronen."


def named(text: str, outlet: str, published: str | None = None, **fields: object) -> AnnotatedArticle:
    return annotated(article(text, outlet=outlet, published=published), **fields)


def outlets(stories: tuple[Story, ...]) -> list[str]:
    return sorted("".join(sorted(a.article.outlet or "" for a in story.articles)) for story in stories)


@pytest.fixture
def all_articles() -> list[AnnotatedArticle]:
    return [named(text, outlet) for text, outlet in zip([*PIER, *VOTE], "abcxy", strict=True)]


def test_two_events_come_apart(all_articles: list[AnnotatedArticle]) -> None:
    assert outlets(gather(all_articles)) == ["abc", "xy"]


def test_the_order_of_the_articles_does_not_matter(all_articles: list[AnnotatedArticle]) -> None:
    assert len({gather(order) for order in permutations(all_articles)}) == 1


def test_the_same_article_twice_counts_once(all_articles: list[AnnotatedArticle]) -> None:
    assert gather(all_articles + all_articles) == gather(all_articles)


def test_articles_too_far_apart_in_time_are_never_one_story() -> None:
    early, late = named(PIER[0], "a", "2021-03-01"), named(PIER[1], "b", "2021-06-01")
    assert len(gather([early, late])) == 2
    assert len(gather([early, late], Settings(story_window_days=120))) == 1


def test_a_chain_of_dates_does_not_stretch_the_window() -> None:
    days = ["2021-03-01", "2021-03-11", "2021-03-21"]
    stories = gather([named(text, outlet, day) for text, outlet, day in zip(PIER, "abc", days, strict=True)])
    assert len(stories) == 2


def test_articles_stand_in_order_of_publication_undated_last() -> None:
    moments = [None, "2021-03-02T01:00:00+02:00", "2021-03-01T23:30:00+00:00"]
    (story,) = gather([named(text, outlet, at) for text, outlet, at in zip(PIER, "abc", moments, strict=True)])
    assert [a.article.outlet for a in story.articles] == ["b", "c", "a"]


def test_an_article_in_another_language_joins_the_story_of_its_names(all_articles: list[AnnotatedArticle]) -> None:
    assert outlets(gather([*all_articles, named(GERMAN, "g", annotated=False)])) == ["abcg", "xy"]


def test_an_article_in_another_language_about_nothing_known_stands_alone(all_articles: list[AnnotatedArticle]) -> None:
    foreign = named("Der Wald von Immerath steht unter Schutz, sagt Anna Kress.", "g", annotated=False)
    assert outlets(gather([*all_articles, foreign])) == ["abc", "g", "xy"]


def test_no_articles_make_no_story() -> None:
    assert gather([]) == ()


def test_articles_without_words_stand_alone() -> None:
    assert len(gather([named("…", "a"), named("!!", "b")])) == 2
