"""The things that a requirement names: terms of the vocabulary, names, and the words between them, with weights."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bonafide.language import quantities
from bonafide.language.sentences import stem, words
from bonafide.language.terms import TermHit, find_terms, kind_of
from bonafide.matching.growing import TERM as GROWTH
from bonafide.matching.growing import growth_asked, is_person
from bonafide.matching.lexicon import generic, light, pattern
from bonafide.matching.written import tongue_in

_WORD = re.compile(r"[A-Z]{2,}(?:/[A-Z]+)?[ -]\d[\d.-]*|[^\W\d_][\w'’+#-]*|\d[\w.,-]*")
_NAME = re.compile(r"(?<![.!?:] )\b[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})+\b")
_MOST_CAPITALS = 4
_UNKNOWN_NAME = re.compile(r"[A-Z]{2,}[\w/ .-]*|[A-Z][a-z]+[A-Z]\w*|[A-Za-z]+\d+")
TOOLS_NAMED = re.compile(
    r"[ -](?:systems?|tools?|software|suites?|packages?|applications?|systeme?n?|outils?|logiciels?|herramientas?)"
    r"\s*\(?(?:such as|like|e\.g\.|for example|wie|z\. ?B\.|comme|tels? que|como|[:(])",
    re.I,
)
"""After a field: tools for it are named (`HR systems such as Workday`)."""
TERM_WEIGHT = {
    "tool": 2.5,
    "standard": 2.5,
    "credential": 2.5,
    "speech": 0.4,
    "industry": 1.5,
    "role": 1.0,
    "practice": 1.8,
}
_VAGUE = frozenset({"role", "field", "speech"})
HARD = frozenset({"tool", "standard", "credential"})
"""Kinds of terms that nothing else stands in for."""


@dataclass(frozen=True, slots=True)
class Element:
    """One thing to be found: a term of the vocabulary (`term`) or a plain word by its stem; `weight` > 0."""

    text: str
    term: str | None
    stem: str
    weight: float
    start: int

    @property
    def is_hard(self) -> bool:
        """Whether it is a tool, a standard or a credential by name, or a name the vocabulary does not know."""
        return kind_of(self.term or "") in HARD if self.term else bool(_UNKNOWN_NAME.fullmatch(self.text))


def elements_of(plain: str) -> list[Element]:
    """Everything that the text names, in order of place."""
    hits = _with_growth(plain)
    found = sorted([*_of_terms(plain, hits), *_of_words(plain, hits)], key=lambda element: element.start)
    return _with_modifiers(plain, found)


def _with_growth(plain: str) -> tuple[TermHit, ...]:
    """The terms, and growing people where a verb and its object say so together."""
    growth = growth_asked(plain)
    apart = [
        hit for hit in find_terms(plain) if not any(g.start < hit.end and hit.start < g.end for g in growth)
    ]
    return tuple(sorted((*apart, *growth), key=lambda hit: hit.start))


def _of_terms(plain: str, hits: tuple[TermHit, ...]) -> list[Element]:
    found = []
    for hit in hits:
        written = plain[hit.start : hit.end]
        weight = TERM_WEIGHT.get(kind_of(hit.term) or "", 1.5)
        roots = [stem(word) for word in words(written)]
        said_plainly = all(root in generic() or root in light() for root in roots)
        if said_plainly and hit.term != GROWTH and (len(roots) == 1 or kind_of(hit.term) in _VAGUE):
            weight = 0.5
        elif _only_places_a_tool(plain, hit):
            weight = 0.4
        elif _is_object(plain, hit) or _is_described(plain, hit.start):
            weight *= 0.5
        found.append(Element(written, hit.term, stem(written), weight, hit.start))
    return found


def _only_places_a_tool(plain: str, hit: TermHit) -> bool:
    """`HR systems such as Workday`: the field only says what the tools that are named are for."""
    return kind_of(hit.term) not in HARD and bool(TOOLS_NAMED.match(plain, hit.end))


def _is_object(plain: str, hit: TermHit) -> bool:
    """`retention of nurses`: the people that something is done for, and not what is done."""
    return (
        hit.start > 3
        and plain[: hit.start].endswith((" of ", " for ", " with "))
        and is_person(plain[hit.start : hit.end])
    )


def _is_described(plain: str, at: int) -> bool:
    """Whether the word stands in a relative clause: `SLOs that you agreed with product people`."""
    stop = max((match.end() for match in re.finditer(r"[;:.]\s", plain[:at])), default=0)
    return any(match.start() > 12 for match in pattern("relative").finditer(plain, stop, at))


def _of_words(plain: str, hits: tuple[TermHit, ...]) -> list[Element]:
    covered = [(hit.start, hit.end) for hit in hits]
    covered += [(figure.start, figure.end) for figure in quantities.find(plain)]
    found = _of_names(plain, covered)
    covered += [(name.start, name.start + len(name.text)) for name in found]
    for match in _WORD.finditer(plain):
        if any(start <= match.start() < end for start, end in covered):
            continue
        parts = words(match.group())
        for part in parts[-1:] if match.group()[-1].isdigit() else parts:
            root = stem(part)
            if (root in generic() and not _is_acronym(match.group(), plain)) or (
                len(root) < 2 and not part.isdigit()
            ):
                continue
            found.append(Element(match.group(), None, root, _word_weight(root, match, plain), match.start()))
    return found


def _is_acronym(word: str, plain: str) -> bool:
    """Whether a word in capitals is no small word of its line: `CAN`, `SEEN`; a line in capitals tells nothing."""
    return len(word) > 1 and word.isupper() and not plain.isupper()


def _of_names(plain: str, covered: list[tuple[int, int]]) -> list[Element]:
    """Names of several words (`Marine Scotland`), which are there as a whole or not; none where all words are capital."""
    if sum(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", plain)[1:]) > _MOST_CAPITALS:
        return []
    return [
        Element(match.group(), None, " ".join(map(stem, words(match.group()))), 1.5, match.start())
        for match in _NAME.finditer(plain)
        if match.start() > 0 and not any(a < match.end() and match.start() < b for a, b in covered)
    ]


def _with_modifiers(plain: str, elements: list[Element]) -> list[Element]:
    """A word right before a practice narrows it down (`influencer marketing`) and counts as much as the practice."""
    following = [*elements, None][1:]
    return [
        replace(one, weight=1.5) if after and _modifies(plain, one, after) else one
        for one, after in zip(elements, following, strict=True)
    ]


def _modifies(plain: str, one: Element, after: Element) -> bool:
    between = plain[one.start + len(one.text) : after.start]
    return (
        one.term is None
        and one.weight == 1
        and after.term is not None
        and after.weight > 1
        and between in (" ", "-")
    )


def _word_weight(root: str, match: re.Match[str], plain: str) -> float:
    """Names weigh most, doing words and what stands in a relative clause least."""
    if (
        match.group()[:1].isupper()
        and match.start() > 0
        and not (root in light() and tongue_in(plain) == "German")
    ):
        return 1.5  # every German noun has a capital, the light ones too
    if root in light() or match.group()[0].isdigit():
        return 0.4
    return 0.5 if _is_described(plain, match.start()) else 1.0
