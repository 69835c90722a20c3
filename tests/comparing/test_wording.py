"""What each outlet calls the same act, person or thing."""

from __future__ import annotations

from marked import marked, merged

from crossread.comparing.wording import contrasts
from crossread.records import AnnotatedArticle, Wording

FILLER = "A goat crossed the bridge. Children sang in the square. Rain is expected."


def wordings(*texts: str) -> tuple[tuple[AnnotatedArticle, ...], tuple[Wording, ...]]:
    articles = tuple(marked(f"{text} {FILLER}", outlet=f"Outlet {n}") for n, text in enumerate(texts))
    return articles, contrasts(articles, merged(*articles), ())


def shown(*texts: str) -> list[tuple[str, set[tuple[int, str, str]]]]:
    articles, found = wordings(*texts)
    index = {a.article.id: n for n, a in enumerate(articles)}
    return [(w.referent, {(index[t.article], t.term, t.voice) for t in w.terms}) for w in found]


def test_what_befell_a_person_comes_first() -> None:
    (first, *_) = shown(
        "The assassination of [e1: Ilja Varga] shook Orme. The blaze was put out.",
        "[e1: Varga] was killed in Orme. The fire was put out.",
    )
    assert first == ("the death of Ilja Varga", {(0, "assassination", "own"), (1, "killed", "own")})


def test_quoted_words_are_kept_apart_from_the_outlet_s_own() -> None:
    ((_, terms),) = shown(
        "The killing of [e1: Ilja Varga] shook Orme. “The murder of [e1: Varga] was vile,” [e2: Oda Lunde] said.",
        "The death of [e1: Varga] shook Orme.",
    )
    assert terms == {(0, "killing", "own"), (0, "murder", "quoted"), (1, "death", "own")}


def test_an_event_is_called_by_different_words() -> None:
    ((referent, terms),) = shown(
        "The bakers' strike in Orme began at dawn.", "The bakers' walkout in Orme began at dawn, and it is loud."
    )
    assert referent == "work stoppage"
    assert terms == {(0, "strike", "own"), (1, "walkout", "own")}


def test_a_word_of_two_groups_goes_with_the_story() -> None:
    ((referent, _),) = shown(
        "A strike on the depot in Orme hurt nobody. The air raid on Orme lasted an hour.",
        "The attack on the depot in Orme hurt nobody. The raid on Orme lasted an hour.",
    )
    assert referent == "attack"


def test_words_of_one_group_for_two_things_are_no_contrast() -> None:
    assert shown("A ferry sank off Hallay in fog.", "The mayor paints boats of paper.") == []


def test_persons_are_described_without_names_ages_and_articles() -> None:
    ((referent, terms),) = shown(
        "[e1: Oda Lunde], [e1: the museum boss], wept.",
        "[e1: Oda Lunde], [e1: the 61-year-old], [e1: its director], wept.",
    )
    assert referent == "Oda Lunde"
    assert terms == {(0, "museum boss", "own"), (1, "director", "own")}


def test_inflections_and_name_forms_are_no_contrast() -> None:
    assert shown("[e1: Orme Bank], [e1: the bank], fell.", "[e1: Orme Bank], [e1: the Bank], rose.") == []
    assert shown("They killed [e1: Ilja Varga].", "The killing of [e1: Varga] shook Orme.") == []


def test_coloured_cues_are_set_beside_plain_ones() -> None:
    ((referent, terms),) = shown(
        "[s e1: Bread is dear], [cue: said] [e1: Oda Lunde].", "[s e1: Bread is dear], [cue: boasted] [e1: Lunde]."
    )
    assert referent == "how Oda Lunde is introduced as a speaker"
    assert terms == {(0, "said", "own"), (1, "boasted", "own")}


def test_every_mention_is_counted_and_lies_where_the_term_stands() -> None:
    articles, found = wordings(
        "The killing of [e1: Ilja Varga] shook Orme. Since [e1: Varga]'s killing Orme mourns.",
        "The murder of [e1: Varga] shook Orme.",
    )
    texts = {a.article.id: a.article for a in articles}
    assert [t.count for t in found[0].terms] == [2, 1]
    for term in found[0].terms:
        assert len(term.mentions) == term.count
        assert all(texts[term.article].words(m).startswith(term.term) for m in term.mentions)


def test_one_article_alone_has_no_contrasts() -> None:
    assert shown("The killing, the murder, the assassination of [e1: Ilja Varga] shook Orme.") == []


def test_what_qualifies_the_word_is_shown_with_it() -> None:
    ((_, terms),) = shown(
        "The bakers' quarrel led to an unlawful strike in Orme.", "The bakers' quarrel led to a walkout in Orme."
    )
    assert terms == {(0, "strike", "own"), (0, "unlawful strike", "own"), (1, "walkout", "own")}


def test_owners_and_numbers_qualify_nothing() -> None:
    ((_, terms),) = shown(
        "Two strikes and the guild's strike closed the mill in Orme.", "A walkout closed the mill in Orme."
    )
    assert {term for _, term, _ in terms} == {"strike", "walkout"}
