"""How outlets introduce the statements of one speaker: "said", "claimed", "boasted"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from crossread.records import Wording

from .grounds import Ground
from .uses import Use, use, wording
from .vocabulary import groups, words


def introductions(ground: Ground) -> Iterator[Wording]:
    """The cue verbs for each speaker whom two outlets quote, where they do not colour the statements alike."""
    uses: dict[str, list[Use]] = defaultdict(list)
    shades: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    colours = groups("cues.txt")
    for telling in ground.tellings:
        for attribution in telling.annotated.attributions:
            if attribution.speaker is None or not attribution.cue:
                continue
            cue = attribution.cue[0]
            for word in words(telling.words(cue), cue.start):
                if word.stem in colours:
                    shades[attribution.speaker][telling.id].add(colours[word.stem])
                    uses[attribution.speaker].append(use(telling, word.start, word.end))
    for speaker, found in sorted(uses.items()):
        tones = [frozenset(shade) for shade in shades[speaker].values()]
        if speaker in ground.entity and len(set(tones)) > 1:
            yield from wording(f"how {ground.entity[speaker].name} is introduced as a speaker", found, speaker)
