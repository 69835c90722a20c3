"""Pages of any length about one event, for timing: bundled ones with paragraphs added that a small grammar makes."""

from __future__ import annotations

import random
import re
from pathlib import Path

import crossread

STORY = Path(crossread.__file__).parent / "examples" / "ferry"

PARAGRAPH = re.compile(r"<(p|span)>([^<]{40,})</\1>")
TAG = re.compile(r"<[^>]+>")

FIRST = (
    *("Alva", "Brede", "Cosima", "Darrach", "Eluned", "Finn", "Greer", "Hanna", "Isak", "Jorun", "Kester", "Liv"),
    *("Moira", "Niall", "Oda", "Pell", "Runa", "Struan", "Tamsin", "Ulla"),
)
LAST = (
    *("Renwick", "Haugen", "Tait", "Munn", "Voss", "Ostrander", "Sallow", "Brock", "Eide", "Farrell", "Gunn"),
    *("Haldane", "Inver", "Kvam", "Lorne", "Muir", "Noss", "Orde", "Quarrie", "Strang"),
)
ROLES = (
    *("Councillor", "Harbour engineer", "Union organiser", "Inspector", "Professor", "Headteacher", "Crofter"),
    *("Ferry steward", "Radio operator", "Surveyor", "Retired pilot", "Lighthouse painter", "Shopkeeper", "Nurse"),
)
BODIES = (
    *("the harbour board", "the island council", "the fishermen's union", "the weather office", "the rescue trust"),
    *("the lighthouse service", "the pilots' guild", "the ministry of fisheries", "the seal hospital", "the parish"),
)
PLACES = (
    *("Skelwick", "Port Ellery", "Hallay", "Nessa Sound", "Kirk Road", "Outer Brannoch", "Selkie Bay", "Corrie Head"),
    *("the customs house", "Little Hallay", "Storm Lane", "the old pier", "Gannet Rock", "Ardmore Street"),
)
THINGS = (
    *("households", "fishing boats", "schoolchildren", "lorries", "passengers", "complaints", "lambs", "parcels"),
    *("freezers", "hospital beds", "tickets", "life jackets", "letters", "creels", "wedding guests", "volunteers"),
)
DEEDS = (
    *("counted", "sent home", "turned back", "brought ashore", "written off", "put on a waiting list", "lost"),
    *("repaired", "moved to the mainland", "held at the quay", "given to the museum", "sold", "found adrift"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
QUIPS = (
    "we were told to wait, and so we waited",
    "nobody had asked the people who know that water",
    "the list was longer than the pier",
    "there is a form for that, and the form was on the ship",
    "it will be paid for by somebody who was not there",
    "my father crossed in worse, in a smaller boat, with a cow",
    "you can hear a rock before you see it, if you are quiet",
    "I have a shop full of milk and nobody to drink it",
    "a timetable is a promise, and they broke it twice a week",
    "the sea does not read press releases",
)
SENTENCES = (
    "{role} {name} said on {day} that {n} {things} had been {deed} in {place}.",
    "About {n} {things} were {deed} in {place} on {day}, according to {body}.",
    "“{quip},” {name} of {body} told reporters in {place}.",
    "{name}, {age}, who lives in {place}, denied that {n} {things} had been {deed}.",
    "In {year}, {body} had warned that {n} {things} might be {deed} each winter.",
    "The number of {things} {deed} in {place} rose from {m} to {n} within two days.",
    "{role} {name} remembers {year}, when {things} from {place} were {deed} and nobody wrote it down.",
    "A letter to {body}, dated {year}, asks why {m} {things} were {deed} near {place}.",
    "It took {name} {m} hours to get from {place} home, past {things} that had been {deed}.",
    "Neither {body} nor {role} {name} would say how many {things} were {deed}.",
    "“{quip},” said {name}, {age}, while {n} {things} were being {deed} behind him.",
    "By {day} the road to {place} was closed, and {body} had {n} {things} to look after.",
)


def pages(*, articles: int, words: int) -> list[str]:
    """That many pages about the bundled event, each of about that many words of running text, all different."""
    bundled = [path.read_text(encoding="utf-8") for path in sorted(STORY.glob("*.html"))]
    return [lengthened(thinned(bundled[k % len(bundled)], k), words, seed=k) for k in range(articles)]


def thinned(page: str, number: int) -> str:
    """The page as it is, or for a further copy only its odd paragraphs, so that it is no reprint of the first."""
    if number < len(list(STORY.glob("*.html"))):
        return page
    keep = [number % 2 == place % 2 for place in range(len(PARAGRAPH.findall(page)))]
    fates = iter(keep)
    return PARAGRAPH.sub(lambda match: match[0] if next(fates) else "", page)


def lengthened(page: str, words: int, *, seed: int) -> str:
    """The page with paragraphs added after its longest one, in the page's own markup."""
    longest = max(PARAGRAPH.finditer(page), key=lambda match: len(match[2]))
    tag, missing = longest[1], words - sum(len(match[2].split()) for match in PARAGRAPH.finditer(page))
    gap = "<br><br>" if tag == "span" else "\n"
    added = "".join(f"<{tag}>{text}</{tag}>{gap}" for text in paragraphs(missing, random.Random(seed)))
    return page[: longest.end()] + gap + added + page[longest.end() :]


def paragraphs(words: int, chance: random.Random) -> list[str]:
    """Paragraphs of two or three sentences, about so many words in all."""
    made: list[str] = []
    while sum(len(text.split()) for text in made) < words:
        made.append(" ".join(sentence(chance) for _ in range(chance.randint(2, 3))))
    return made


def sentence(chance: random.Random) -> str:
    """One sentence of news that never happened."""
    text = chance.choice(SENTENCES).format(
        name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        role=chance.choice(ROLES),
        body=chance.choice(BODIES),
        place=chance.choice(PLACES),
        things=chance.choice(THINGS),
        deed=chance.choice(DEEDS),
        day=chance.choice(DAYS),
        quip=chance.choice(QUIPS),
        n=chance.randint(11, 900),
        m=chance.randint(2, 10),
        age=chance.randint(19, 88),
        year=chance.randint(1990, 2024),
    )
    return re.sub(r"^(“?)(\w)", lambda start: start[1] + start[2].upper(), text)
