"""What moved by itself, as a clause with its own subject and verb: `Boot time from 9 s to 4 s` -> "boot time went from 9 s to 4 s"."""

from __future__ import annotations

import re

from bonafide.tailoring.wording import inner, is_past, is_plural, verbs

_CHANGE = re.compile(
    r",?\s(?=(?:(?:up|down)\s)?from\s[^\w\s]*(?:[A-Z]{1,3}\$?\s?)?\d(?!\d{3}\b(?! to))"
    r"|(?:down|up)\s(?:by\s)?(?:about\s|around\s|nearly\s|almost\s|over\s|roughly\s)?(?:[^\w\s]*\d|an?\s(?:third|quarter|half|fifth)\b))"
)
_PARTICIPLE = re.compile(
    r"^(?P<what>(?:[^\s,;:]+\s){1,8}?)(?P<done>\w+ed|cut|built|run|sold|kept)\s(?=(?:from|to|by|in|with|within|on|into|after|at|without)\s|,\s(?:mainly|mostly|inside|without|ahead)\b)"
)
_SUBJECT = 9
"""Words within which a clause has its verb, if it is one."""
_LABEL = 3
"""Words of a line's first part that only place it: `Front desk: ...`."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ARTICLES = re.compile(r"^(?:the|our|a|an|all|every|each|no)\s", re.IGNORECASE)


def outcome(text: str, context: str = "") -> str:
    """The text as one clause; "" where it is none. `context`: text in which names show their capital."""
    label, colon, rest = text.partition(": ")
    if colon and (moved := _moved(rest, context)):
        placed = len(label.split()) <= _LABEL and not label[0].isdigit() and not _ARTICLES.match(label)
        the = "" if re.search(r"[A-Z]{2}|\d", label) else "the "
        return f"for {the}{inner(label, context)}, {moved}" if placed else ""
    return "" if colon else _moved(text, context)


def _moved(text: str, context: str) -> str:
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words or (
        text.casefold().startswith(words[0]) and words[0] in verbs()["moves"] | verbs()["leaning"] - {"the"}
    ):
        return ""
    at = next((i for i, word in enumerate(words[1:_SUBJECT], 1) if word in verbs()["moves"]), 0)
    if (
        at
        and {"which", "that", "who", "where"}.isdisjoint(words[:at])
        and not re.search("[:,]", _before(text, words[at]))
    ):
        return inner(text, context)
    return _done(text, words[0], context) or _changed(text, words, context)


def _done(text: str, first: str, context: str) -> str:
    """`Boot time reduced to 4 s` -> "boot time was reduced to 4 s"."""
    done = _PARTICIPLE.match(text)
    if not done or is_past(first) or done["done"] in verbs()["not_acts"] or text[0].isdigit():
        return ""
    be = "were" if is_plural(_head(done["what"])) else "was"
    return inner(f"{done['what']}{be} {text[done.start('done') :]}", context)


def _changed(text: str, words: list[str], context: str) -> str:
    """`Boot time from 9 s to 4 s` -> "boot time went from 9 s to 4 s"."""
    found = _CHANGE.search(text)
    if not found or is_past(words[0]) or not verbs()["moves"].isdisjoint(words):
        return ""
    return inner(f"{text[: found.start()]} went {text[found.end() :]}", context)


def _before(text: str, word: str) -> str:
    """The text before a word of it, in small letters."""
    return re.split(rf"\b{re.escape(word)}\b", text.casefold(), maxsplit=1)[0]


def _head(phrase: str) -> str:
    """The noun that a phrase is about: the last word before its first preposition."""
    first = re.split(r"\s(?:of|for|in|on|with|under|from|at|by|to)\s", phrase.strip(), maxsplit=1)[0]
    return first.split()[-1].casefold()
