"""Check the corpus: `python -m training.check training/corpus [STORY…]`. Errors must go, warnings are looked at."""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections import Counter
from pathlib import Path

from .marked import HEDGES, ROLES, MarkedArticle, MarkingError, Said, attributions, entities, read

PRONOUN = re.compile(r"\b(?:he|she|they|his|her|hers|their|him|them)\b", re.I)
QUOTED = re.compile(r"[“\"][^“”\"]{2,}[”\"]|(?<![\w’'])[‘'](?=\w)[^‘\n]{1,400}?(?<=[\w.,!?…])[’'](?!\w)")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\b(?:yesterday|today|tonight|tomorrow|now|ago)\b"
    r"|\b(?:last|this|next) (?:night|week|weekend|month|year|season|spring|summer|autumn|winter|morning|evening)\b"
    r"|\b(?:January|February|April|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b",
    re.I,
)
COUNT = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|twice|half(?!-time))\b",
    re.I,
)
DIGITS = re.compile(r"(?<![\w.,-])\d[\d.,]*(?![\w-])")
VALUE = re.compile(
    r"(?:\d{3,4}|XXXX)(?:-(?:\d\d|XX|W\d\d|WXX|Q[1-4]|H[12]|SP|SU|FA|WI)(?:-(?:\d\d|WE|[1-7]))?)?(?:T(?:\d\d(?::\d\d){0,2}|MO|AF|EV|NI|MI|DT))?"
    r"|T\d\d(?::\d\d){0,2}|P(?:\d+(?:\.\d+)?[YMWDES]|XX?[YMWDE]|T\d+(?:\.\d+)?[HMS]|TX[HMS]|\d+DE|\d+CE)+|(?:PRESENT|PAST|FUTURE)_REF|\d{2,3}X?"
)
STATEMENT_BLOCKS = ("p", "list", "standfirst")


def check_article(article: MarkedArticle, known: dict[str, tuple[str, str, str]]) -> tuple[list[str], list[str]]:
    """Errors and warnings of one marked article."""
    errors: list[str] = []
    warnings: list[str] = []

    def block_of(start: int) -> str:
        return next(line.kind for line in article.lines if line.start <= start < line.end)

    for mark in article.marks:
        words, keys = article.words(mark), mark.keys
        if mark.name in "qscv" and not re.fullmatch(r"\d+(,\d+)*", keys.get("a", "")):
            errors.append(f"<{mark.name}> without a=NUMBER: {words[:50]!r}")
        if mark.name in "mv" and keys.get("e") is None:
            errors.append(f"<{mark.name}> without e=ENTITY: {words[:50]!r}")
        if "e" in keys and keys["e"] != "?" and keys["e"] not in known:
            errors.append(f"no entity {keys['e']!r} in entities.txt: {words[:50]!r}")
        if mark.name == "v" and keys.get("r") not in ROLES:
            errors.append(f"<v> needs r= one of {', '.join(ROLES)}: {words[:50]!r}")
        if mark.name == "t" and not VALUE.fullmatch(keys.get("v", "")):
            errors.append(f"<t> has no good v=: {words[:50]!r} {keys}")
        if mark.name == "n" and not re.fullmatch(r"-?\d+(\.\d+)?", keys.get("v", "")):
            errors.append(f"<n> has no good v=NUMBER: {words[:50]!r} {keys}")
        if mark.name == "n" and keys.get("h", "about") not in HEDGES:
            errors.append(f"<n> h= must be one of {', '.join(HEDGES)}: {words[:50]!r}")
        if mark.name == "n" and keys.get("of") and keys["of"] not in words:
            errors.append(f"<n> of={keys['of']!r} does not stand inside the mark: {words[:60]!r}")
        if mark.name == "q" and block_of(mark.start) not in STATEMENT_BLOCKS:
            errors.append(f"<q> in a {block_of(mark.start)} block: {words[:50]!r}")
    for said in attributions(article):
        if not said.content:
            errors.append(f"attribution {said.number} has no <q>")
        elif not any("e" in mark.keys for mark in said.content):
            errors.append(f"attribution {said.number} names no speaker (e=): {article.words(said.content[0])[:50]!r}")
        if len(said.cue) > 2:
            errors.append(f"attribution {said.number} has {len(said.cue)} cues")
        if said.content and bool(said.cue) != bool(said.source):
            warnings.append(f"attribution {said.number} has a cue or a source, not both: {_first(article, said)!r}")
        if said.content and not said.speaker:
            warnings += [
                f"a speaker with a name, and e=?: {article.words(part)!r}"
                for part in said.source
                if re.match(r"(?:[A-Z][\w’'-]+ ){1,2}[A-Z]|(?:[Tt]he )?[Pp]olice$", article.words(part))
            ]
        for part in (*said.cue, *said.source):
            if any(own.start < part.end and part.start < own.end for own in said.content):
                errors.append(
                    f"attribution {said.number}: cue or source inside its own content: {article.words(part)!r}"
                )
    warnings += [
        f"<q> takes in too much: {words[:60]!r}" for words in map(article.words, article.of("q")) if _wide(words)
    ]
    warnings += [
        f"<{mark.name}> ends with a comma or a possessive: {article.words(mark)[-40:]!r}"
        for mark in article.marks
        if mark.name in "msv" and re.search(r"(?:,|['’]s|s['’])$", article.words(mark))
    ]
    for mark in article.of("t"):
        named = next((day for day in DAYS if day in article.words(mark).lower()), None)
        day = re.match(r"\d{4}-\d\d-\d\d", mark.keys.get("v", ""))
        if named and day and DAYS[datetime.date.fromisoformat(day.group()).weekday()] != named:
            errors.append(f"<t> {day.group()} is no {named.capitalize()}: {article.words(mark)!r}")
    held = [(m.start, m.end) for m in article.marks if m.name in "qz"]
    mentioned = [(m.start, m.end) for m in article.marks if m.name == "m"]
    timed = [(m.start, m.end) for m in article.marks if m.name in "tn"]
    for line in article.lines:
        if line.kind == "x":
            continue
        text = article.words(line)
        if line.kind in STATEMENT_BLOCKS:
            for quoted in QUOTED.finditer(text):
                start, end = quoted.start() + 1 + line.start, quoted.end() - 1 + line.start
                if not any((a <= start and end <= b + 1) or start <= a < end for a, b in held):
                    warnings.append(f"quotation marks outside every <q> and <z>: {quoted.group()[:60]!r}")
        for pattern, spans, what in (
            (PRONOUN, mentioned, "pronoun without <m>"),
            (WEEKDAY, timed, "time without <t>"),
            (DIGITS, timed, "number without <n> or <t>"),
            (COUNT, timed, "number without <n> or <t>"),
            *((name, mentioned, "name without <m>") for name in _names(article)),
        ):
            for hit in pattern.finditer(text):
                at = hit.start() + line.start
                if not any(a <= at < b for a, b in spans):
                    warnings.append(f"{what}: …{text[max(0, hit.start() - 25) : hit.end() + 15]}…")
    return errors, warnings


def _first(article: MarkedArticle, said: Said) -> str:
    return article.words(said.content[0])[:50]


def _wide(words: str) -> bool:
    """Whether content begins with "that", stands wholly in quotation marks, or ends with the sentence's own point."""
    pair = words[0] in '“"' and words[-1] in '”"' and not re.search(r"[“”\"]", words[1:-1])
    return pair or words.startswith("that the ") or bool(re.search(r"[\w”\"][”\"]?,$", words) and "“" in words)


def _names(article: MarkedArticle) -> list[re.Pattern[str]]:
    """What finds the wordings that are marked as a mention somewhere in the article, pronouns left out."""
    marked = {article.words(mark) for mark in article.of("m")}
    wordings = {words for words in marked if re.match(r"[Tt]he |[^\W_]+", words) and not PRONOUN.fullmatch(words)}
    wordings = {words for words in wordings if words.lower() not in {"it", "its", "they", "them", "one"}}
    parts = (
        f"[Tt]he {re.escape(words[4:])}" if words[:4].lower() == "the " else re.escape(words) for words in wordings
    )
    return [re.compile(rf"(?<![\w-]){part}(?![\w-])") for part in sorted(set(parts))]


SNIPPETS = {"claims": "accounts", "not_conflicts": "snippets"}


def check_sheet(sheet: dict, articles: dict[str, MarkedArticle]) -> list[str]:  # type: ignore[type-arg]
    """Errors of a story's sheet: every snippet stands exactly once in its article, origin groups hold the accounts."""
    errors = []
    for key in ("story", "claims", "conflicts", "not_conflicts", "only", "reprints", "wording", "timeline"):
        if key not in sheet:
            errors.append(f"sheet.json lacks {key!r}")
    rows = [(key, row) for key, inner in SNIPPETS.items() for item in sheet.get(key, []) for row in item[inner]]
    rows += [("only", row) for row in sheet.get("only", [])]
    rows += [("timeline", row) for item in sheet.get("timeline", []) for row in item["accounts"]]
    rows += [
        ("conflicts", row)
        for item in sheet.get("conflicts", [])
        for value in item["values"]
        for row in value["accounts"]
    ]
    for key, row in rows:
        article = articles.get(row["article"])
        count = article.text.count(row["snippet"]) if article else 0
        if count != 1:
            errors.append(f"{key}: occurs {count} times in {row['article']}: {row['snippet'][:70]!r}")
    for item in sheet.get("wording", []):
        for name, terms in item["terms"].items():
            errors += [
                f"wording: {term!r} is not in {name}"
                for term in terms
                if name not in articles or term not in articles[name].text
            ]
    for claim in sheet.get("claims", []):
        grouped = [name for group in claim["origin_groups"] for name in group]
        if sorted(grouped) != sorted({row["article"] for row in claim["accounts"]}) or claim["origins"] != len(
            claim["origin_groups"]
        ):
            errors.append(f"claim {claim['id']}: origins and origin_groups do not match the accounts")
    return errors


def check_story(folder: Path) -> tuple[int, Counter[str]]:
    """The number of errors in one story, printed as they are found, and counts of what it holds."""
    counts: Counter[str] = Counter(stories=1)
    errors: list[str] = []
    warnings: list[str] = []
    articles: dict[str, MarkedArticle] = {}
    try:
        known = entities(folder)
        for path in sorted(folder.glob("*.marked")):
            article = articles[path.stem] = read(path)
            found, doubts = check_article(article, known)
            errors += [f"{path.name}: {error}" for error in found]
            warnings += [f"{path.name}: {doubt}" for doubt in doubts]
            counts["articles"] += 1
            counts["words"] += sum(len(article.words(line).split()) for line in article.lines if line.kind != "x")
            counts["attributions"] += len(attributions(article))
            counts["via"] += len(article.of("v"))
            counts["mentions"] += len(article.of("m"))
            counts["times"] += len(article.of("t"))
            counts["quantities"] += len(article.of("n"))
        sheet = json.loads((folder / "sheet.json").read_text(encoding="utf-8"))
        errors += check_sheet(sheet, articles)
        counts["claims"] += len(sheet.get("claims", []))
        counts["conflicts"] += len(sheet.get("conflicts", []))
    except (MarkingError, OSError, ValueError, KeyError) as error:
        errors.append(f"{type(error).__name__}: {error}")
    for message in errors:
        print(f"{folder.name}: error: {message}")
    for message in warnings:
        print(f"{folder.name}: look: {message}")
    return len(errors), counts


def main(arguments: list[str]) -> int:
    """Check every story below the first argument, or only those named after it."""
    root = Path(arguments[0])
    folders = [root / name for name in arguments[1:]] or sorted(p.parent for p in root.glob("*/entities.txt"))
    total: Counter[str] = Counter()
    bad = 0
    for folder in folders:
        errors, counts = check_story(folder)
        bad += errors
        total += counts
    print(", ".join(f"{count} {name}" for name, count in total.items()) + f", {bad} errors")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
