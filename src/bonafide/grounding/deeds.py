"""Verbs of having done something, ranked by how much of a thing they claim."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bonafide.grounding.lexicon import cues
from bonafide.language.sentences import stem, words

_DEEDS = cues("deeds")
_CLASSES: dict[str, frozenset[str]] = {
    name: frozenset(stem(verb) for verb in verbs) for name, verbs in _DEEDS["classes"].items()
}
_FORMS: dict[str, frozenset[str]] = {}
"""Forms in other languages that are always verbs, by their class."""
for _language in _DEEDS["forms"].values():
    for _name, _forms in _language.items():
        _FORMS[_name] = _FORMS.get(_name, frozenset()) | frozenset(map(stem, _forms))
_NOUNS: dict[str, frozenset[str]] = {
    name: frozenset(map(stem, nouns)) for name, nouns in _DEEDS["nouns"].items()
}
# `a catalogue used by 300 people`: what others do with a thing.
_BY_OTHERS = re.compile(r"\s+(?:by|par|von|vom)\s", re.IGNORECASE)
_FINITE = frozenset[str]().union(*_FORMS.values())
_VERBS = frozenset().union(*_CLASSES.values(), (stem(verb) for verb in _DEEDS["other"]), _FINITE)
_SPEAKER = re.compile(r"\b(?:I|we|ich|wir|je|nous)\b(?:['’]ve)?")


# `the design is my own` claims as much as `I designed`.
_MINE = re.compile(
    rf"\bmy (?:very )?(?:own )?(?:{'|'.join(_DEEDS['works'])})\b(?! (?:team|group|department))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb as it is written, and the classes it stands in (`made`, `led`, `tended`, `helped`, ...)."""

    verb: str
    kinds: frozenset[str]


def is_deed(word: str) -> bool:
    """Whether a word may be a verb of doing."""
    return stem(word) in _VERBS


def opens_with_deed(word: str, finite: bool) -> bool:
    """Whether a line's first word is what was done; beside a `finite` verb only a past form can be."""
    folded = word.casefold()
    past = (folded.endswith("ed") and len(folded) > 4) or (
        is_deed(folded) and stem(folded) != stem(folded + "s")
    )
    return past or (not finite and is_deed(folded) and not folded.endswith(("ing", "s")))


def tells_a_deed(text: str) -> bool:
    """Whether the speaker says they did something: a verb of doing after `I`, or one that opens the line."""
    speaker = _SPEAKER.search(text)
    told = words(text[speaker.end() :]) if speaker else words(" ".join(text.split()[:1]))
    return any(is_deed(word) and not word.endswith("ing") for word in told)


def deeds_of(text: str) -> tuple[Deed, ...]:
    """The verbs of doing in a text that stand in a class, in order."""
    found = (Deed(word, kinds_of(word)) for word in words(text))
    return tuple(deed for deed in found if deed.kinds and _is_verb(deed))


def deeds_told(text: str) -> tuple[Deed, ...]:
    """The deeds of a CV's line, those that it tells in nouns (`Entwicklung`) too; not what others do with a thing."""
    found = []
    for match in re.finditer(r"[^\W\d_]+", text):
        word, base = match.group(), stem(match.group())
        nouns = frozenset(name for name, stems in _NOUNS.items() if base in stems)
        deed = Deed(word, kinds_of(word) | nouns)
        if deed.kinds and (nouns or _is_verb(deed)) and not _BY_OTHERS.match(text, match.end()):
            found.append(deed)
    return tuple(found)


def _is_verb(deed: Deed) -> bool:
    """An audit, a test or a design is a noun as often; in the past form it is a verb."""
    return (
        bool(deed.kinds & {"helped", "attended"})
        or stem(deed.verb) in _FINITE
        or stem(deed.verb) != stem(deed.verb + "s")
        or deed.verb[-2:] == "ed"
    )


def kinds_of(word: str) -> frozenset[str]:
    """The classes of a verb; none for other words."""
    base = stem(word)
    return frozenset(name for name, verbs in _CLASSES.items() if base in verbs or base in _FORMS[name])


def own_deed(text: str) -> Deed | None:
    """What the speaker says they did: the first such verb after `I`, or the one that opens a line."""
    speaker = _SPEAKER.search(text)
    noun = _MINE.search(text)
    if noun:
        return Deed(noun.group(), frozenset(("made",)))
    said = deeds_of(text[speaker.end() :]) if speaker else deeds_of(" ".join(text.split()[:1]))
    return next((deed for deed in said if not deed.verb.endswith("ing")), None)
