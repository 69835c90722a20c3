"""Furniture: the lines of a news page that are not the article, known by their words.

Each rule is a name for the reader and a pattern; the first that matches gives the reason. The patterns are anchored at
the line's start unless they are unmistakable, and most hold for short lines only: a paragraph is not furniture because
it mentions cookies.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), _FLAGS)


_AT_ANY_LENGTH: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "cookie notice",
        _any(
            r"^(?:we|this (?:web)?site|[\w' ]{1,40}?) uses? cookies",
            r"^by (?:continuing|using)(?: to use)? (?:this|our) (?:web)?site",
            r"^(?:(?:strictly )?necessary|any|these|some|analytical|functional|performance) cookies\b",
            r"^(?:manage|accept|reject) (?:all )?cookies",
        ),
    ),
    (
        "copyright line",
        _any(
            r"^(?:©|\(c\) ?\d|copyright\b(?! (?:law|claim|infring|case|suit|lawsuit|rules?|holder|owner|protect|office|act|reform)))",
            r"^all rights reserved",
            r"\ball rights reserved\.? ?(?:this material|$)",
            r"may not be (?:published|redistributed|reproduced|rewritten|broadcast)[^.]{0,80}\.?$",
            r"^this (?:material|content|document) (?:may not|is subject to copyright)",
        ),
    ),
    (
        "newsletter prompt",
        _any(
            r"^(?:please )?(?:sign|signed) ?up (?:here |now |today )?(?:to|for|with)\b",
            r"^get (?:the|our|all|your|a|more|[\w' ]{1,40}?)\b.{0,80}\b(?:in|to) your (?:inbox|mailbox|e-?mail)",
            r"\b(?:delivered|straight|sent) (?:direct(?:ly)? )?to your (?:inbox|mailbox)\b",
            r"^sign ?up ?:",
            r"^subscribe(?:$| (?:to|now|today|for|by|here)\b| ?:)",
            r"^sign up\b.{0,60}newsletter",
            r"^(?:our|the) (?:free |daily |weekly )*newsletters?\b.{0,40}$",
        ),
    ),
    (
        "affiliate note",
        _any(
            r"may (?:earn|receive|get) (?:an? )?(?:\w+ )?(?:commission|share of)",
            r"^this (?:post|article) (?:contains|may contain) affiliate links",
        ),
    ),
)

_SHORT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "advertisement",
        _any(
            r"^\W*advertis(?:e?ment|ing)\b(?:\W|$)",
            r"^(?:sponsored|promoted|paid)(?: (?:content|post|link|by|for)\b|:|$)",
            r"^(?:story|article|report) continues\b",
            r"^continue(?:s)? (?:reading )?(?:below|after)\b",
            r"^scroll (?:down )?(?:to|for)\b",
            r"^ad(?: feedback)?$",
        ),
    ),
    (
        "pointer to other articles",
        _any(
            r"^(?:\W*)(?:read(?: (?:more|also|next|on|this|the full(?: story| article)?|it|now)\b|:)|also read\b|see also\b|related\b"
            r"(?: (?:articles?|stor(?:y|ies)|content|links?|coverage|news|topics?|posts?))?(?::|$|\s*[-–—|])|related:)",
            r"^more (?:on|from|for|stories|news|top|in)\b(?!.*[.!?]$).{0,80}$",
            r"^(?:up next|don['’]t miss|recommended|trending|most (?:popular|read|viewed|shared|commented)|popular(?: now)?"
            r"|editor['’]s (?:picks?|choice)|must[- ](?:read|see|watch)s?|what to read next|further reading"
            r"|in case you missed it|you (?:may|might) (?:also )?(?:like|be interested)|top stories|latest (?:news|stories)"
            r"|newsfeed|in other news|around the web|from the web|also in|other stories|next (?:story|article)|previous(?: story| article)?"
            r"|learn more|find out more|see more|show more|view more|load more|view all|see all)\b(?:.{0,3}$|\s*[:|].*$)",
            r"^(?:watch|listen|video|photos?|gallery|podcast|pictures|explained?|opinion|analysis|live|timeline|quiz|poll|background"
            r"|exclusive|explainer|in pictures|in depth|jobs)(?: (?:now|more|live|here|below|also|next))?\s?[:|►▶].{3,}$",
            r"(?-i:^(?:DON['’]T MISS|READ (?:MORE|NEXT|ALSO)|RELATED|SEE ALSO|MORE|WATCH|TRENDING|POPULAR|RECOMMENDED|UP NEXT)\b)",
            r"\bclick here\b",
            r"^(?:▶|►|➤|→|»|>>)\s?\S",
            r"^(?:click|tap) (?:here|to|on)\b",
        ),
    ),
    (
        "prompt to the reader",
        _any(
            r"^(?:log|sign) ?[io]n\b(?!.*\bsaid\b)",
            r"^(?:log|sign) ?in or (?:register|sign|create|join)",
            r"^(?:register|create an? (?:free )?account|already (?:a|an|have|one)\b|not (?:a|yet a) (?:subscriber|member))\b.{0,80}$",
            r"^(?:to comment|to participate|you must be)\b.{0,80}$",
            r"^(?:become|be) (?:a|an) (?:\w+ )?(?:member|subscriber|supporter|patron)\b",
            r"^(?:download|get) (?:our|the|your)\b.{0,80}\bapp\b",
            r"^(?:support|donate|join|follow|like|find|contact|e-?mail|call|text|reach|write to) (?:us|now|today|our|on (?:facebook|twitter|instagram))\b.{0,120}$",
            r"^follow (?:@|[\w.' ]{1,50} on (?:facebook|twitter|instagram|x|threads|linkedin|telegram|whatsapp|youtube|mastodon|bluesky))\b.{0,100}",
            r"^you have \d+ (?:free )?(?:articles?|stor(?:y|ies))\b",
            r"^(?:found this useful|have your say|what do you think|got a (?:tip|story)|do you (?:have|know)|tip us off|send (?:us )?tips?|report a (?:typo|error|problem))\b.{0,100}$",
            r"^(?:have (?:a|any) (?:news )?(?:tips?|stor(?:y|ies)|questions?|information))\b.{0,120}$",
            r"^(?:give|gift|save|share|print|bookmark|listen to|e-?mail|tweet|post|flag|pin|cite|copy|send) (?:this|the) (?:article|story|page|post|link)\b",
            r"^(?:share|tweet|post)\b.{0,40}(?:facebook|twitter|whatsapp|colleague|friend|parent|reddit|linkedin)\b.{0,40}",
            r"^our standards ?:",
            r"^follow .{2,80}\bcoverage\b",
            r"^thank(?:s| you) for (?:reading|subscribing|signing|visiting)\b",
            r"^(?:please )?(?:enable|turn on|allow) (?:javascript|cookies|ads)\b",
            r"^your browser\b",
            r"^want (?:a|an|more|to)\b.{0,60}$",
        ),
    ),
    (
        "comments",
        _any(
            r"^\(?\d[\d,.]*k?\)? ?(?:comments?|replies|responses?|likes?|shares?|views?|reactions?|claps?)\b.{0,100}$",
            r"^(?:view |show |hide |read |all |post a |add a |leave a |write a |no )?comments?(?: ?\(\d+\)| section)?(?: closed| below)?$",
            r"^leave a (?:comment|reply)\b",
            r"^comments? (?:are|have|on|is|will|policy|guidelines)\b.{0,100}$",
            r"^(?:join|start) the (?:conversation|discussion|debate)\b",
            r"^be the first to\b",
            r"^your e-?mail address will not be published",
            r"^(?:chats?|chat rooms?|loader|loading(?: comments)?(?:\.\.\.|…)?|newsfeed|feed|feedback)$",
        ),
    ),
    (
        "share bar",
        re.compile(
            r"^(?:(?:share|save|print|e-?mail|tweet|pin(?: it)?|like|follow|copy(?: link)?|bookmark|cite|flag|post|text|gift|reply|report|"
            r"save to library|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|messenger|instagram|youtube|threads|"
            r"flipboard|pinterest|tumblr|pocket|comments?|mail|sms|link|close|menu|search|play|pause|mute|listen|"
            r"subscribe|sign in|log in|register|restack|share this(?: article| story| page| post)?|or|and|on|by|via|this|\d[\d.,]*[km]?)"
            r"[\s•·|,/:&+()-]*)+$",
            _FLAGS,
        ),
    ),
    (
        "tag list",
        _any(
            r"^(?:tags?|topics?|filed (?:under|in)|published under|categor(?:y|ies)|keywords?|posted in|tagged(?: (?:with|as))?|in this (?:article|story)|hashtags?)\s*:?(?:\s|$)(?!.*\b(?:is|are|was|were|said|has|have)\b)",
            r"^#\w+(?:[\s,]+#\w+)*$",
        ),
    ),
    (
        "reading time",
        _any(
            r"^(?:reading time\s*:?\s*)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?min(?:ute)?s?\.?(?:[ -]read(?:ing)?(?: time)?)?$",
            r"^reading time\b.{0,20}$",
        ),
    ),
    (
        "time stamp",
        _any(
            r"^\d{1,2}[:.h]\d{2}(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?$",
            r"^(?:updated |published |posted )?(?:about |over )?(?:\d+|an?|one) ?(?:s|m|h|d|min|mins|sec|secs|second|minute|hour|hr|hrs|day|week|month|year)s? ago$",
        ),
    ),
    (
        "control",
        _any(
            r"^(?:skip to|back to|go to|return to|jump to|toggle|open|close|expand|collapse|hide|show|view|download|full ?screen|"
            r"enlarge|zoom|previous|next|play|replay|unmute|watch live|live|premium|menu|search|home)(?: .{0,30})?$",
            r"^\[?\d{1,3} ?(?:/|of) ?\d{1,3}\]?(?: .{0,30})?$",
            r"^\d[\d,.]*$",
            r"^https?://\S+",
            r"^\[/?\w+(?: [^\]]*=.*)?\]",
        ),
    ),
)

_SHORT_CHARACTERS = 180

_UNFINISHED = re.compile(r"[\w,;–—-]$")


def reason(text: str) -> str | None:
    """Why this line is furniture by its words alone; None if nothing says that it is."""
    for rule, pattern in _AT_ANY_LENGTH:
        if len(text) < 600 and pattern.search(text):
            return rule
    if len(text) > _SHORT_CHARACTERS:
        return None
    for rule, pattern in _SHORT:
        if pattern.search(text):
            return rule
    return None


_MENU_MARK = re.compile(r"\s[|•·»/‹›>–]\s|\s{2,}")


def is_menu(raw: str) -> bool:
    """Whether the line is a row of short labels: "Markets | Business | Law" or, parted by wider spaces, a menu."""
    labels = [label for label in _MENU_MARK.split(raw.strip()) if label.strip()]
    return (
        len(labels) >= 3 and all(len(label.split()) <= 4 for label in labels) and not re.search(r"[.!?]$", raw.strip())
    )


_SHOUT = re.compile(r"^[^a-z]*[A-Z]{3}[^a-z]*$")


def is_shout(text: str) -> bool:
    """Whether the line is all in capitals."""
    return bool(_SHOUT.match(text))


_CORRECTION = _any(
    r"^(?:correction|clarification|editor['’]s note|erratum|amendment|corrections and clarifications)s?\s*[:(.,–—-]",
    r"\b(?:an|in an|the) (?:earlier|previous|original) version of this (?:article|story|post|report|piece|page)\b",
    r"^this (?:article|story|post|report|piece|headline) (?:was|has been|is being) (?:first )?(?:amended|updated|corrected|revised|edited)\b",
    r"^(?:updated?|this (?:article|story|post) was updated)\b.{0,60}(?:to (?:add|include|correct|reflect|clarify)|with)\b",
)


def is_correction(text: str) -> bool:
    """Whether the line is a note that corrects or dates the article itself."""
    return len(text) < 700 and bool(_CORRECTION.search(text))


_FOOTNOTE = re.compile(r"^(?:\*{1,3}|[†‡§¹²³]|\[\d\]|\(\*\))\s?\S")


def is_footnote(text: str) -> bool:
    """Whether the line opens with the mark of a footnote."""
    return bool(_FOOTNOTE.match(text)) and len(text) < 500


_STAFF = re.compile(
    r"^[(\[]?\s*(?:(?:additional|further|with|other)\s+)?(?:reporting|writing|written|edited|editing|compiled|compiling|additional reporting|"
    r"reported|translation|translated|graphics?|photos?|photography|research|production|information|story|text|material|"
    r"contribution)\s+(?:(?:was |is |has been )?(?:provided|contributed|supplied|done)\s+)?(?:by|from)\b.{2,220}$",
    _FLAGS,
)
_CONTRIBUTED = re.compile(
    r"^(?:the )?[\w.,'’ -]{3,120} contributed (?:to this (?:report|story|article|piece)|reporting|from [\w ,]{2,40})\b.{0,60}$",
    _FLAGS,
)


def is_staff_credit(text: str) -> bool:
    """Whether the line says who reported, wrote or supplied the article: "(Reporting by A. Person; editing by …)"."""
    return bool(_STAFF.match(text) or _CONTRIBUTED.match(text))


_NAME = r"(?:[A-Z][\w.'’-]*|de|di|da|van|von|der|den|el|al|bin|la|le|Mc\w+|[A-Z]\.)"
_BYLINE = re.compile(
    rf"^(?:[Bb]y|BY|[Ww]ords by|[Ww]ritten by|[Ss]tory by|[Ff]rom|[Tt]ext by)\s*:?\s+(?:the\s+)?(?P<who>{_NAME}(?:[ ,]+(?:and |& )?{_NAME}){{0,14}})"
    rf"(?P<rest>[ ,|•·–—-].{{0,80}})?$"
)
_BYLINE_PLAIN = re.compile(
    r"^(?:by|written by|story by)\s+(?P<who>(?:the )?[\w' ]{3,30}(?:staff|newsroom|desk|reporters?|correspondents?|editors?))\b.{0,60}$",
    _FLAGS,
)


def byline(text: str) -> str | None:
    """Who wrote the article, if the line is a byline ("By Ada Lund and Amos Kit"), else None."""
    if len(text) > 160 or (re.search(r"[.!?][\"'”’]?$", text) and len(text.split()) > 8):
        return None
    match = _BYLINE.match(text) or _BYLINE_PLAIN.match(text)
    return match["who"].strip(" ,") if match else None
