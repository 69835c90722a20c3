"""Small invented reports of one event, as files, for tests of the whole way."""

from __future__ import annotations

from pathlib import Path

HARBOUR_LAMP = """<!DOCTYPE html><html lang="en"><head><title>Crane falls at Port Ellery, two hurt | The Lamp</title>
<meta property="og:site_name" content="The Lamp">
<meta property="article:published_time" content="2024-05-14T18:05:00+00:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Crane falls at Port Ellery, two hurt</h1>
<p>A loading crane fell across the main quay of Port Ellery on Tuesday morning, injuring two dockers, the harbour
authority said.</p>
<p>"The wind was far above the limit and the crane should have been locked," said Ines Calloway, 61, the harbour
master. She told The Lamp that the quay would stay closed until Friday.</p>
<p>The dockers' union denied that its members had been warned. The crane, built in 1987, weighed 410 tonnes, according
to the Tessaly Press Agency.</p>
<p>Police said they had opened an inquiry into the fall, which sank a barge loaded with timber. The barge belonged to a
family firm from the upper river, and its skipper had gone ashore ten minutes earlier to buy bread.</p>
</article><footer>Copyright The Lamp</footer></body></html>"""

HARBOUR_COURIER = """Three injured as crane collapses in Port Ellery - Ellery Courier
Ellery Courier
News  Sport  Weather
Tuesday 14 May 2024 20:30
A crane collapsed on the main quay of Port Ellery on Tuesday morning and injured three dockers, the hospital said.
"The wind was far above the limit and the crane should have been locked," Ines Calloway, the 62-year-old harbour master, told reporters.
The crane was built in 1987 and weighed 410 tonnes, the Tessaly Press Agency reported. A barge sank with its timber.
The dockers' union said that nobody had warned its members about the wind, and called for the quay to stay closed until a full inspection had been made.
Share
0 comments
"""

GARDEN_SHOW = """Rare orchid stolen from the spring show in Wexcombe - Wexcombe Herald
Wexcombe Herald
Monday 3 June 2024 09:15
A rare ghost orchid worth 9,000 crowns was stolen from the spring flower show in Wexcombe over the weekend, the organisers said.
"Somebody lifted the glass bell in full daylight," said Tobias Renn, who chairs the jury. The plant had won the silver cup on Saturday.
Visitors described a man in a straw hat who carried a wicker basket. The botanical society offered a reward and asked gardeners to look out for seedlings at markets.
The show, which draws painters and growers from every valley of the county, closes on Wednesday.
"""

GERMAN = """Kran stürzt im Hafen von Port Ellery um - Hafenblatt
Hafenblatt
Dienstag, 14. Mai 2024
Im Hafen von Port Ellery ist am Dienstagmorgen ein Kran umgestürzt und hat zwei Hafenarbeiter verletzt, wie die Behörde mitteilte.
Der Wind sei viel zu stark gewesen, sagte die Hafenmeisterin Ines Calloway. Die Gewerkschaft widersprach und forderte, dass der Kai geschlossen bleibt.
Die Polizei ermittelt nun gegen den Betreiber, der sich zunächst nicht äußern wollte. Ein Lastkahn mit Holz ist dabei gesunken.
"""


def save(folder: Path, **texts: str) -> list[Path]:
    """The texts as files in the folder: `save(tmp, a_html=…)` writes a.html."""
    paths = []
    for name, text in texts.items():
        stem, _, suffix = name.rpartition("_")
        path = folder / f"{stem}.{suffix}"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def harbour(folder: Path) -> list[Path]:
    """Two reports of a fallen crane."""
    return save(folder, lamp_html=HARBOUR_LAMP, courier_txt=HARBOUR_COURIER)
