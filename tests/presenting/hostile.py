"""Texts that a hostile page may hold, and a comparison in which every free text is such a one."""

from __future__ import annotations

from dataclasses import replace

from factories import annotated, article, span

from crossread.records import (
    Account,
    Attribution,
    Claim,
    Comparison,
    Difference,
    DifferenceValue,
    Entity,
    Event,
    Origin,
    Outcome,
    Published,
    Reprint,
    Term,
    Via,
    Wording,
)

HOSTILE = {
    "a script": "<script>document.title='owned'</script>",
    "the end of a script": "</script><script>document.title='owned'</script>",
    "the end of a style": "</style><script>document.title='owned'</script>",
    "an event handler": "<img src=x onerror=\"document.title='owned'\">",
    "the end of an attribute": '" onmouseover="document.title=\'owned\'" x="',
    "a single-quoted attribute": "' autofocus onfocus='document.title=1' '",
    "a script address": "javascript:document.title='owned'",
    "a drawing": "<svg onload=\"document.title='owned'\"><a href='javascript:1'>x</a></svg>",
    "a frame": "<iframe src='https://evil.example/'></iframe>",
    "a form": "<form action='https://evil.example/'><button>ok</button></form>",
    "a picture elsewhere": '<img src="https://evil.example/pixel.gif">',
    "a template": "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}",
    "an entity": "&lt;script&gt; &#60;b&#62; &amp;amp;",
    "a comment": "<!-- --><!--><![CDATA[x]]>",
    "turned text": "safe \u202egnp.exe\u202c \u2066isolated\u2069 \u200e\u200fmarks",
    "a terminal escape": "\x1b[31mred\x1b[0m \x1b]0;owned\x07 \x9b2J \x1b[2J\x1b[H",
    "controls": "null\x00 bell\x07 back\x08space return\rover \x7f \x85 \ufeff",
    "console markup": "[bold red]shout[/] [link=https://evil.example]x[/link] [/] [@click=app.quit]q[/]",
    "a Markdown link": "[click](https://evil.example) ![pixel](https://evil.example/p.gif) <https://evil.example>",
    "a bare address": "see https://evil.example/path or www.evil.example or eve@evil.example",
    "Markdown blocks": "# shout\n\n> quote\n\n- item\n\n    code\n\n```\nfence\n```\n\n| a | b |\n| - | - |\n\n***",
    "Markdown emphasis": "**bold** __bold__ *it* _it_ ~~gone~~ `code` $x^2$ :smile: @everyone",
    "a numbered line": "1. one\n2) two\n+ three\n=====",
    "a huge word": "x" * 3_000,
    "a huge number of words": "word " * 2_000,
    "wide letters": "記者会見で市長は「被害は確認されていない」と述べた " * 20,
    "stacked accents": "Z" + "\u0301" * 500 + " e",
    "pictures": "👩‍👩‍👧‍👦 🏳️‍🌈 " * 30,
    "a lone surrogate": "broken \ud800 half",
    "nothing but space": "\u00a0\u2003\u3000",
}


def outcomes(text: str) -> tuple[Outcome, ...]:
    return (Outcome(text, "quarantined", "failed", text, text),)


def comparison(text: str) -> Comparison:
    """A comparison with the text in every field that a page, or what is found in it, can fill."""
    found = [
        replace(
            article(f"Before. {text} After.\n\n{text}\n\nThe end.", title=text, outlet=outlet, file=file),
            byline=text,
            language=text,
            url=text,
            captured="partial",
            captured_why=text,
            published=Published(text, "inferred", text),
        )
        for outlet, file in ((text, "one.html"), (None, text))
    ]
    spans = [span(one, "Before.") for one in found]
    spans = [one.span(s.start, len(one.text) - 20) for one, s in zip(found, spans, strict=True)]
    via = Via(text, "agency", spans[0], "e1")
    return Comparison(
        story=text,
        articles=tuple(annotated(one, carried=(Via(text, "agency", s),)) for one, s in zip(found, spans, strict=True)),
        entities=(Entity("e1", "person", text, (text,), tuple(spans)),),
        attributions=tuple(
            Attribution(f"q{n}", "direct", (s,), (s,), (s,), speaker, (via,))
            for n, (s, speaker) in enumerate(((spans[0], "e1"), (spans[1], None)))
        ),
        claims=(
            Claim("c1", spans[0], "disputed", (Account(spans[0], "q0", "o1"), Account(spans[1], None, "o2")), 2),
            Claim("c2", spans[0], "single", (Account(spans[0], "q0", "o1"),), 1, (found[1].id,)),
        ),
        differences=tuple(
            Difference(
                f"d{n}",
                "other",
                relation,
                text,
                tuple(DifferenceValue(text, (s,)) for s in spans),
                text,
                ("c1",),
            )
            for n, relation in enumerate(("conflict", "update"))  # type: ignore[arg-type]
        ),
        origins=(Origin("o1", "statement", text, "e1", tuple(spans)), Origin("o2", "unknown", None)),
        reprints=(Reprint(tuple(one.id for one in found), 0.5, "o1"),),
        wording=(
            Wording(
                text, (Term(found[0].id, text, 2, "own", (spans[0],)), Term(found[1].id, "x", 1, "quoted", (spans[1],)))
            ),
        ),
        timeline=(Event(text, "day", tuple(spans), ("c1",)), Event("2031-05-13", "day", tuple(spans), ("c2",))),
        settings=text,
    )
