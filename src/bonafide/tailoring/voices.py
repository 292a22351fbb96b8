"""How a letter's language says what somebody did: the clause behind "I", turned about where something stands before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bonafide.tailoring.tellings import Shape, Telling, tellings_of
from bonafide.tailoring.tongues import french, german

QUOTE = 32
"""Words of a line that a letter can quote whole."""


def said(clause: str, language: str, *, fronted: bool) -> str:
    """`cut costs` -> "I cut costs"; `habe Kosten gesenkt` -> "ich habe Kosten gesenkt", behind an opener "habe ich ..."."""
    if language == "de":
        verb, _, rest = clause.partition(" ")
        return f"{verb} ich {rest}" if fronted else f"ich {clause}"
    if language == "fr":
        return french.elided("je", clause)
    return f"I {clause}"


def behind_post(telling: Telling, language: str) -> str:
    """A deed as the sentence on the present post holds it: English patterns say "I" themselves."""
    return telling.clause if language == "en" else said(telling.clause, language, fronted=True)


def told_in(
    language: str, cv_language: str, text: str, *, current: bool, context: str, listed: bool
) -> Iterator[Telling]:
    """What a line tells in a letter's language; where the CV has another, the line itself, to be quoted."""
    if language != cv_language:
        line = " ".join(text.split()).rstrip(".;: ")
        if 3 <= len(line.split()) <= QUOTE and not set('"“”„«»').intersection(line):
            yield Telling(Shape.QUOTE, line)
        return
    if language in _TELLERS:
        yield from _TELLERS[language](text, current=current)
        return
    yield from tellings_of(text, current=current, context=context, listed=listed)


_TELLERS: Mapping[str, Callable[..., Iterator[Telling]]] = {
    "de": german.tellings_of,
    "fr": french.tellings_of,
}
