from __future__ import annotations

import subprocess
import sys

import pytest

from crossread.reading.languages import identify

SENTENCES = {
    "en": "The ferry to the island will stop in May, and nobody on the board said that it was to be replaced.",
    "de": "Die Fähre zu der Insel wird im Mai eingestellt, und niemand in dem Rat hat gesagt, dass es so ist.",
    "fr": "Le bac pour l'île ne sera plus en service dans le mois de mai, et personne ne dit qui est le responsable.",
    "es": "El barco de la isla no va a salir en mayo, y nadie en el consejo dice que se va a comprar uno.",
    "nl": "De boot naar het eiland vaart niet meer in mei, en niemand van de raad zegt dat er een nieuwe komt.",
    "ru": "Паром на остров перестанет ходить в мае, и никто в совете не сказал, что его заменят другим.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_the_words_tell_the_language_whatever_the_page_says(code: str) -> None:
    assert identify(SENTENCES[code], "xx") == code


def test_the_page_decides_where_the_words_are_too_few() -> None:
    assert identify("Osk", "de-DE") == "de"
    assert identify("Osk", None) is None


def test_english_needs_no_trained_identifier() -> None:
    code = (
        "import sys; from crossread.reading.languages import identify; "
        f"identify({SENTENCES['en']!r}); print('py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
