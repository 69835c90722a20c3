"""The whole way from sources to a comparison, in Python."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
import reports

import crossread
from crossread.presenting import documents


def test_files_become_records(tmp_path: Path) -> None:
    result = crossread.compare(reports.harbour(tmp_path))
    assert {a.article.outlet for a in result.comparison.articles} == {"The Lamp", "Ellery Courier"}
    assert [o.status for o in result.outcomes] == ["kept", "kept"]


def test_the_verbs_alone_give_what_the_whole_gives(tmp_path: Path) -> None:
    paths = reports.harbour(tmp_path)
    articles = [crossread.annotate(crossread.read(path)) for path in paths]
    (story,) = crossread.gather(articles)
    assert crossread.compare(story) == crossread.compare(paths).comparison


def test_the_order_of_sources_does_not_matter(tmp_path: Path) -> None:
    paths = [*reports.harbour(tmp_path), *reports.save(tmp_path, garden_txt=reports.GARDEN_SHOW)]
    told = {
        "".join(documents.dumps(one) for one in crossread.compare(order).comparisons) for order in permutations(paths)
    }
    assert len(told) == 1


def test_twice_is_once(tmp_path: Path) -> None:
    paths = reports.harbour(tmp_path)
    assert crossread.compare(paths).comparison == crossread.compare([*paths, *paths]).comparison


def test_an_article_alone_has_nothing_disputed_and_nothing_silent(tmp_path: Path) -> None:
    (lamp, _) = reports.harbour(tmp_path)
    comparison = crossread.compare([lamp]).comparison
    assert all(claim.status == "single" and not claim.silent for claim in comparison.claims)


def test_every_span_lies_inside_its_article(tmp_path: Path) -> None:
    comparison = crossread.compare(reports.harbour(tmp_path)).comparison
    spans = [account.span for claim in comparison.claims for account in claim.accounts]
    spans += [span for difference in comparison.differences for value in difference.values for span in value.accounts]
    spans += [span for event in comparison.timeline for span in event.accounts]
    spans += [span for entity in comparison.entities for span in entity.mentions]
    assert spans
    for span in spans:
        assert 0 <= span.start < span.end <= len(comparison.article(span.article).text)


def test_a_source_without_an_article_is_an_error_of_our_own(tmp_path: Path) -> None:
    with pytest.raises(crossread.CrossreadError) as caught:
        crossread.read(tmp_path / "absent.html")
    assert "absent.html" in str(caught.value)


def test_a_fault_in_one_story_leaves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from crossread import comparing

    compare = comparing.compare

    def faulty(story: crossread.Story, settings: crossread.Settings) -> crossread.Comparison:
        if len(story.articles) == 1:
            raise ZeroDivisionError("a fault of our own")
        return compare(story, settings)

    monkeypatch.setattr(comparing, "compare", faulty)
    reports.harbour(tmp_path)
    reports.save(tmp_path, garden_txt=reports.GARDEN_SHOW)
    result = crossread.compare([tmp_path])
    assert [len(one.articles) for one in result.comparisons] == [2]
    (failed,) = [outcome for outcome in result.outcomes if outcome.status == "quarantined"]
    assert failed.item.endswith("garden.txt")
    assert "ZeroDivisionError" in failed.detail
    assert len(result.outcomes) == 3
