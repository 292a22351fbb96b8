"""How a letter's language says what somebody did: the clause behind "I", turned about where something stands before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bonafide.tailoring.tellings import Shape, Telling, tellings_of
from bonafide.tailoring.tongues import french, french_verbs, german, german_verbs
from bonafide.tailoring.tongues.elision import elided

QUOTE = 32
"""Words of a line that a letter can quote whole."""


def said(clause: str, language: str, *, fronted: bool) -> str:
    """`cut costs` -> "I cut costs"; `habe Kosten gesenkt` -> "ich habe Kosten gesenkt", behind an opener "habe ich ..."."""
    if language == "de":
        return german_verbs.turned(clause) if fronted else f"ich {clause}"
    if language == "fr":
        return elided("je", clause)
    return f"I {clause}"


def joined(telling: Telling, other: Telling, language: str) -> str:
    """What joins a second deed to a first behind one subject: " and built the lake"; "" where they have no one form."""
    if telling.shape is not other.shape:
        return ""
    if telling.shape is Shape.QUOTE:
        return f"{_BETWEEN[language]}{other.clause}"
    if language == "en" and not telling.own:
        return ""
    two = f"{telling.clause} {other.clause}"
    if language == "en":
        return f" and {other.clause}"
    auxiliary, plain, second = _JOINTS[language]
    if telling.own and telling.clause.startswith(auxiliary) != other.clause.startswith(auxiliary):
        return ""
    return f" {second if f' {plain} ' in two else plain} {other.clause.removeprefix(auxiliary)}"


def subject(clause: str, language: str) -> str:
    """A thing as the subject of a verb in the singular, in German and French; "" where it is none."""
    return _SINGLES[language](clause) if language in _SINGLES else ""


def variants(telling: Telling, language: str, *, earlier: bool) -> dict[str, str]:
    """Other ways that a deed opens its sentence, by the slot that holds each, where it has them: `turned`, its object first;
    `also`, "j’ai également ..."; `there`, "j’y ai ...", of an `earlier` post that was just named."""
    forms = _VARIANTS[language](telling.clause) if telling.own and language in _VARIANTS else {}
    joint = " ;" if language == "fr" else ";"
    behind = f"{joint} {telling.result}" if telling.result else ""
    return {slot: text + behind for slot, text in forms.items() if text and (earlier or slot != "there")}


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


_BETWEEN: Mapping[str, str] = {"en": "” and “", "de": "“ und „", "fr": " » et « "}
"""By language what stands between two lines that are quoted in one sentence."""

_JOINTS: Mapping[str, tuple[str, str, str]] = {
    "de": ("habe ", "und", "sowie"),
    "fr": ("ai ", "et", "ainsi que"),
}
"""By language the auxiliary that is said once, what joins two clauses, and what does where they have that already."""

_SINGLES: Mapping[str, Callable[[str], str]] = {"de": german.single, "fr": french.single}

_VARIANTS: Mapping[str, Callable[[str], dict[str, str]]] = {
    "de": lambda clause: {"turned": german_verbs.object_first(clause)},
    "fr": lambda clause: {"also": french_verbs.also(clause), "there": french_verbs.there(clause)},
}

_TELLERS: Mapping[str, Callable[..., Iterator[Telling]]] = {
    "de": german.tellings_of,
    "fr": french.tellings_of,
}
