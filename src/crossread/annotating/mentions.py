from ..records import Article, Entity, Mention, Sentence


def find(article: Article, sentences: tuple[Sentence, ...]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    return (), ()
