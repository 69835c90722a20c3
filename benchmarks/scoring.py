"""Marks for a comparison document against a story's gold sheet; the figures are counted from them.

    reading      title, outlet, date, first and last words in the body, and each furniture snippet outside it
    quotation    one-to-one match of content stretches at character Dice of at least 0.5; an attribution whose content
                 is interrupted, or runs over paragraphs, counts once for each stretch, as in gold; a borderline
                 statement (`optional_quotations`) counts neither for nor against
    speaker      as quotation, and the speaker is the right one (nobody where gold says nobody)
    via          recall and precision of intermediaries on matched quotations
    links        pairs of accounts of one claim in two articles, each overlapping by half of the shorter span
    conflict     differences found, of any relation; a trap is a difference told over a gold non-conflict
    relation     conflict or update, on the differences found
    origin       same origin or not, on every gold pair of accounts; a pair that was not linked is wrong
    only         claims that one article alone carries, told as single
    reprint      pairs of articles
    names        pairs of spellings brought to one entity
    wording      (article, term) found in a group that spans two articles or more
    timeline     (date, account) found; of those found, the share with the right date
    undated      the date that a reader can work out

A gold snippet that the document's text does not hold, because reading dropped it, is a miss.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from .marks import Mark
from .sheets import BODY, At, Doc, Gold, Sheet, dice, fold, same_name, touch

LEAST_DICE = 0.5
LEAST_OF_VALUE = 0.3
"""A difference points at a gold value, or an event at a clause, if it shares this much of the shorter span."""

Values = list[list[At]]


def score(gold: Gold, doc: Doc) -> list[Mark]:
    """Every mark for one story."""
    sheet = Sheet(gold, doc)
    measures = (reading, quotations, links, alone, differences, reprints, names, wording, timeline)
    return [mark for measure in measures for mark in measure(sheet)]


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def reading(sheet: Sheet) -> Iterator[Mark]:
    """Marks for what each page was read into."""
    undated = {row["article"]: row["written_on"] for row in listed(sheet.gold.get("undated"))}
    for gold in sheet.gold["articles"]:
        article = sheet.article[gold["id"]]
        if article is None:
            yield from (
                Mark("reading", "gold", False, gold["file"], "not read") for _ in range(5 + len(furniture(gold)))
            )
            continue
        yield from metadata(gold, article)
        yield from body(sheet, gold, article)
        if gold["id"] in undated:
            value, wanted = published(article), undated[gold["id"]]
            yield Mark(
                "undated", "gold", value[:10] == wanted[:10], gold["file"], f"{wanted}, told {value or 'nothing'}"
            )


def listed(row: Any) -> list[dict[str, str]]:
    """One row or several, as a list."""
    return row if isinstance(row, list) else [row] if row else []


def furniture(gold: Gold) -> list[str]:
    """The snippets of a page that are never body."""
    snippets: list[str] = gold.get("not_body", [])
    return snippets


def published(article: Doc) -> str:
    """The document's date of an article, empty where it has none."""
    return (article.get("published") or {}).get("value") or ""


def metadata(gold: Gold, article: Doc) -> Iterator[Mark]:
    """Marks for title, outlet and date."""
    pairs = [("title", gold["title"], article.get("title")), ("outlet", gold.get("outlet"), article.get("outlet"))]
    for name, wanted, told in pairs:
        right = fold(told or "").casefold() == fold(wanted or "").casefold()
        yield Mark("reading", "gold", right, f"{gold['file']} {name}: {wanted}", f"told {told}")
    if gold.get("published"):
        wanted, told = gold["published"], published(article)
        right = told[:10] == wanted[:10]
        yield Mark("reading", "gold", right, f"{gold['file']} published: {wanted}", f"told {told}")


def body(sheet: Sheet, gold: Gold, article: Doc) -> Iterator[Mark]:
    """Marks for the first and last words, which belong to the body, and for furniture, which does not."""
    blocks = [At(gold["id"], b["start"], b["end"]) for b in article["blocks"] if b["kind"] in BODY]
    for key in ("first", "last"):
        span = sheet.find(gold["id"], gold[key])
        right = any(touch(span, block, 0.9) for block in blocks)
        yield Mark("reading", "gold", right, f"{gold['file']} {key}: {gold[key]}", "not in the body")
    text = fold(" ".join(article["text"][block.start : block.end] for block in blocks))
    for snippet in furniture(gold):
        yield Mark("reading", "gold", fold(snippet) not in text, f"{gold['file']} furniture: {snippet}", "in the body")


# ── quotations ──────────────────────────────────────────────────────────────────────────────────────────────────────


def quotations(sheet: Sheet) -> Iterator[Mark]:
    """Marks for what is quoted, who said it, and through whom."""
    gold = sheet.gold["quotations"]
    wanted = [sheet.find(q["article"], q["content"]) for q in gold]
    told = stretches(sheet)
    matched = pair_up(wanted, [span for _, span in told])
    for i, row in enumerate(gold):
        yield from marks_of_quotation(sheet, row, told[matched[i]] if i in matched else None)
    spare = [sheet.find(q["article"], q["content"]) for q in sheet.gold.get("optional_quotations", [])]
    for j in sorted(set(range(len(told))) - set(matched.values())):
        span = told[j][1]
        if not any(dice(borderline, span) >= LEAST_DICE for borderline in spare):
            said = f"{span.article}: {sheet.text(span)}"
            yield Mark("quotation", "said", False, said)
            yield Mark("speaker", "said", False, said)


def stretches(sheet: Sheet) -> list[tuple[Doc, At]]:
    """Every uninterrupted stretch of content in the document, with its attribution."""
    return [
        (attribution, piece)
        for attribution in sheet.doc.get("attributions", [])
        for span in sheet.spans(attribution["content"])
        for piece in sheet.paragraphs(span)
    ]


def pair_up(wanted: list[At | None], told: list[At]) -> dict[int, int]:
    """The best one-to-one match of wanted spans to told ones, greedily from the closest pair."""
    likeness = ((dice(w, t), i, j) for i, w in enumerate(wanted) for j, t in enumerate(told))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((pair for pair in likeness if pair[0] >= LEAST_DICE), reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def marks_of_quotation(sheet: Sheet, row: Gold, told: tuple[Doc, At] | None) -> Iterator[Mark]:
    """Marks for one gold quotation and the attribution matched to it, if any."""
    words = f"{row['article']}: {row['content']}"
    yield Mark(
        "quotation", "gold", told is not None, words, f"{row['cue'] or 'no cue'}, by {row['source'] or 'nobody'}"
    )
    if told is None:
        yield Mark("speaker", "gold", False, words, "quotation missed")
        yield from (Mark("via", "gold", False, words, f"via {via}, quotation missed") for via in row.get("via", []))
        return
    attribution, _ = told
    yield Mark("quotation", "said", True, words)
    names = sheet.names(attribution.get("speaker"))
    right = same_name(row["speaker"], names) if row.get("speaker") else not names
    note = f"{row.get('speaker') or 'nobody'}, told {names[0] if names else 'nobody'}"
    yield Mark("speaker", "gold", right, words, note)
    yield Mark("speaker", "said", right, words, note)
    yield from marks_of_via(words, row.get("via", []), [via.get("name") or "" for via in attribution.get("via", [])])


def marks_of_via(words: str, wanted: list[str], told: list[str]) -> Iterator[Mark]:
    """Marks for the intermediaries of one quotation."""
    found = [any(same_name(name, [other]) for other in told) for name in wanted]
    for name, right in zip(wanted, found, strict=True):
        yield Mark("via", "gold", right, words, f"via {name}, told {', '.join(told) or 'nobody'}")
    for place, name in enumerate(told):
        yield Mark("via", "said", place < sum(found), words, f"told via {name}, is {', '.join(wanted) or 'direct'}")


# ── claims ──────────────────────────────────────────────────────────────────────────────────────────────────────────

Told = list[tuple[At, str | None]]
"""A claim of the document: where its accounts are, and the origin of each."""


def claims_told(sheet: Sheet) -> list[Told]:
    """All claims of the document."""
    return [
        [(span, account.get("origin")) for account in claim["accounts"] for span in sheet.spans([account])]
        for claim in sheet.doc.get("claims", [])
    ]


def links(sheet: Sheet) -> Iterator[Mark]:
    """Marks for the pairs of accounts, for the origins behind them, and for the number of origins of each claim."""
    told = claims_told(sheet)
    wanted = [sheet.find_all(claim["accounts"]) for claim in sheet.gold["claims"]]
    for claim, accounts in zip(sheet.gold["claims"], wanted, strict=True):
        group = {article: k for k, articles in enumerate(claim["origin_groups"]) for article in articles}
        rows = list(zip(claim["accounts"], accounts, strict=True))
        for (left, here), (right, there) in combinations(rows, 2):
            yield from marks_of_pair(told, (left, here), (right, there), group)
        yield origin_count(sheet, told, claim, accounts)
    for accounts_told in told:
        for (here, _), (there, _) in combinations(accounts_told, 2):
            if here.article != there.article:
                right = any(reached(accounts, here) and reached(accounts, there) for accounts in wanted)
                words = f"{here.article}: {sheet.text(here)} | {there.article}: {sheet.text(there)}"
                yield Mark("links", "said", right, words)


def reached(accounts: list[At | None], span: At) -> bool:
    """Whether a span touches one of the accounts."""
    return any(touch(account, span) for account in accounts)


def marks_of_pair(
    told: list[Told], left: tuple[Gold, At | None], right: tuple[Gold, At | None], group: dict[str, int]
) -> Iterator[Mark]:
    """Marks for one gold pair of accounts: linked, and rightly said to be one witness or two."""
    (a, here), (b, there) = left, right
    words = f"{a['article']}: {a['snippet']} | {b['article']}: {b['snippet']}"
    found = linked(told, here, there)
    yield Mark("links", "gold", found is not None, words)
    one_witness = group[a["article"]] == group[b["article"]]
    told_one = found is not None and found[0] is not None and found[0] == found[1]
    note = "not linked" if found is None else f"{'one witness' if one_witness else 'two'}, told otherwise"
    yield Mark("origin", "gold", found is not None and told_one == one_witness, words, note)


def linked(told: list[Told], here: At | None, there: At | None) -> tuple[str | None, str | None] | None:
    """The two origins, from the first claim that holds an account of either side; None where no claim does."""
    for accounts in told:
        left = [origin for span, origin in accounts if touch(here, span)]
        right = [origin for span, origin in accounts if touch(there, span)]
        if left and right:
            return left[0], right[0]
    return None


def origin_count(sheet: Sheet, told: list[Told], claim: Gold, accounts: list[At | None]) -> Mark:
    """The mark for the number of origins, on the document's claim that holds most of the gold accounts."""
    reach = [sum(any(touch(span, other) for other, _ in row) for span in accounts) for row in told]
    best = max(range(len(told)), key=lambda k: (reach[k], -k), default=None)
    held = best is not None and reach[best] >= 2
    count = sheet.doc["claims"][best].get("origins") if held else None
    note = f"{claim['origins']} origins, told {count if held else 'no such claim'}"
    return Mark("origin count", "gold", held and count == claim["origins"], claim["what"], note)


def alone(sheet: Sheet) -> Iterator[Mark]:
    """Marks for what one article alone tells."""
    told = claims_told(sheet)
    for row in sheet.gold["only"]:
        span = sheet.find(row["article"], row["snippet"])
        over = [claim for claim in told if any(touch(span, other) for other, _ in claim)]
        right = bool(over) and all({other.article for other, _ in claim} == {row["article"]} for claim in over)
        note = "no claim there" if not over else "told as shared"
        yield Mark("only", "gold", right, f"{row['article']}: {row['snippet']}", note)


# ── differences ─────────────────────────────────────────────────────────────────────────────────────────────────────


def differences(sheet: Sheet) -> Iterator[Mark]:
    """Marks for the conflicts and updates, and for the look-alikes that should not be told."""
    told = [(row, [sheet.spans(v["accounts"]) for v in row["values"]]) for row in sheet.doc.get("differences", [])]
    taken: set[int] = set()
    for row in sheet.gold["conflicts"]:
        wanted = [sheet.find_all(value["accounts"]) for value in row["values"]]
        free = (j for j in range(len(told)) if j not in taken and sets_apart(told[j][1], wanted))
        found = next(free, None)
        yield Mark("conflict", "gold", found is not None, described(row))
        if found is not None:
            taken.add(found)
            relation = told[found][0].get("relation")
            right = (relation == "update") == bool(row.get("update"))
            yield Mark("relation", "gold", right, described(row), f"told as {relation}")
    for j, (difference, values) in enumerate(told):
        yield Mark("conflict", "said", j in taken, described_told(sheet, difference, values))
    yield from traps(sheet, [values for j, (_, values) in enumerate(told) if j not in taken])


def traps(sheet: Sheet, left_over: list[Values]) -> Iterator[Mark]:
    """Marks for each gold non-conflict: avoided unless a difference that is not in gold is told over it."""
    for row in sheet.gold.get("not_conflicts", []):
        wanted = [[span] for span in sheet.find_all(row["snippets"])]
        sprung = any(sets_apart(values, wanted) for values in left_over)
        words = " | ".join(f"{s['article']}: {s['snippet']}" for s in row["snippets"])
        yield Mark("traps avoided", "gold", not sprung, words, row["why"])


def sets_apart(values: Values, wanted: list[list[At | None]]) -> bool:
    """Whether two of the told values point at two different wanted ones."""
    hits = [
        {k for k, spans in enumerate(wanted) if any(touch(w, t, LEAST_OF_VALUE) for w in spans for t in value)}
        for value in values
    ]
    return any(a and b and len(a | b) > 1 for a, b in combinations(hits, 2))


def described(row: Gold) -> str:
    """A gold conflict on one line."""
    values = (
        f"{value['value']} ({', '.join(sorted({account['article'] for account in value['accounts']}))})"
        for value in row["values"]
    )
    return f"{row['kind']}{', update' if row.get('update') else ''}: {row['about']}: {' / '.join(values)}"


def described_told(sheet: Sheet, row: Doc, values: Values) -> str:
    """A told difference on one line, with the words of its first accounts."""
    sides = (
        f"{value['value']} ({spans[0].article}: {sheet.text(spans[0])[:80]})" if spans else str(value["value"])
        for value, spans in zip(row["values"], values, strict=True)
    )
    return f"{row['kind']}, {row.get('relation')}: {row.get('about')}: {' / '.join(sides)}"


# ── reprints, names, wording, timeline ──────────────────────────────────────────────────────────────────────────────


def reprints(sheet: Sheet) -> Iterator[Mark]:
    """Marks for pairs of articles that are mostly one text."""
    wanted = {frozenset(pair) for row in sheet.gold.get("reprints", []) for pair in combinations(row["articles"], 2)}
    told = {
        frozenset(pair)
        for row in sheet.doc.get("reprints", [])
        for pair in combinations([sheet.gold_id[a] for a in row["articles"] if a in sheet.gold_id], 2)
    }
    for pair in sorted(wanted, key=sorted):
        yield Mark("reprint", "gold", pair in told, " = ".join(sorted(pair)))
    for pair in sorted(told, key=sorted):
        yield Mark("reprint", "said", pair in wanted, " = ".join(sorted(pair)))


def names(sheet: Sheet) -> Iterator[Mark]:
    """Marks for pairs of spellings that belong to one entity."""
    entities = [{name.casefold() for name in spellings} for spellings in sheet.all_names]
    for spellings in sheet.gold.get("names", []):
        for one, other in combinations(spellings, 2):
            right = any(one.casefold() in entity and other.casefold() in entity for entity in entities)
            yield Mark("names", "gold", right, f"{one} = {other}")


def wording(sheet: Sheet) -> Iterator[Mark]:
    """Marks for each outlet's term, against the group of the document that holds most terms of the referent."""
    groups = [
        {(sheet.gold_id.get(term["article"]), term["term"].casefold()) for term in row["terms"]}
        for row in sheet.doc.get("wording", [])
    ]
    groups = [group for group in groups if len({article for article, _ in group}) > 1]
    for row in sheet.gold.get("wording", []):
        wanted = [(article, term) for article, terms in row["terms"].items() for term in terms]
        keys = [(article, term.casefold()) for article, term in wanted]
        best = max(groups, key=lambda group: sum(key in group for key in keys), default=set())
        for (article, term), key in zip(wanted, keys, strict=True):
            yield Mark("wording", "gold", key in best, f"{article}: {term}", row["referent"])


def timeline(sheet: Sheet) -> Iterator[Mark]:
    """Marks for each dated clause: on the timeline, and on its right date."""
    events = [(row["date"], sheet.spans(row["accounts"])) for row in sheet.doc.get("timeline", [])]
    for row in sheet.gold.get("timeline", []):
        for account, span in zip(row["accounts"], sheet.find_all(row["accounts"]), strict=True):
            dates = [date for date, spans in events if any(touch(span, other, LEAST_OF_VALUE) for other in spans)]
            right = any(same_date(row["date"], date) for date in dates)
            words = f"{account['article']}: {account['snippet']}"
            note = f"{row['date']}, told {', '.join(dates) or 'nothing'}"
            yield Mark("timeline", "gold", right, words, note)
            if dates:
                yield Mark("timeline dates right", "gold", right, words, note)


def same_date(wanted: str, told: str) -> bool:
    """Whether the told date is the wanted one, as precise or, from the day on, less precise."""
    return told.startswith(wanted) or (wanted.startswith(told) and len(told) >= min(10, len(wanted)))
