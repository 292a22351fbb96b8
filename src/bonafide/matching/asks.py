"""What a requirement asks, clause by clause: asides dropped, lists of alternatives and examples told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bonafide.language import quantities
from bonafide.language.sentences import stem, words
from bonafide.language.terms import TermHit, find_terms, kind_of
from bonafide.matching.growing import TERM as GROWTH
from bonafide.matching.growing import growth_asked
from bonafide.matching.lexicon import data, generic, light, phrases

_STOPS = re.compile(r"[;:,.()–—](?=\s|$)|[()]|\s[–—-]\s")
_NEGATED = re.compile(
    r"(?:,\s*|\b(?:and|but)\s+)?\bnot\s+(?:in|on|just|only|merely|from|as|a|an|necessarily|the)\b[^,;.:()]*",
    re.I,
)
_OR = re.compile(r"\b(?:or|and/or|oder|ou)\b|/", re.I)
_JOINT = re.compile(
    r"\s*(?:[,;/&]|\b(?:and|or|and/or|as well as|plus|und|oder|et|ou)\b|\s)+\s*(?:(?:to|à|au|aux|in|with|mit)\s)?(?:[Tt]he\s|an?\s|une?\s|eine[nmrs]?\s|l[ea]s?\s)?",
    re.I,
)
_CLOSING = re.compile(r"\b(or|and/or|oder|and|und|&)\b", re.I)
_LIST_END = re.compile(r"[;:.()](?=\s|$)|[()]")
_SPELT_OUT = re.compile(r"\w:\s|\s[–—]\s")
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[A-Z]{2,}(?:/[A-Z]+)?[ -]\d[\d.-]*|[^\W\d_][\w'’+#-]*|\d[\w.,-]*")
_CERTIFICATE = re.compile(r"\b(?:certification|certificate|certified|credential)s?\b", re.I)
_GRADES = "foundation|practitioner|associate|professional|expert|specialty|advanced|lead"
_GRADE = re.compile(rf"\b(?P<before>{_GRADES})[ -]level|\blevel (?P<after>{_GRADES}|\d)\b", re.I)
_A_NAME = re.compile(r"[A-Z][\w.+#/-]*(?: [A-Z0-9][\w.+#/-]*){0,3}")
_UNKNOWN_NAME = re.compile(r"[A-Z]{2,}[\w/ .-]*|[A-Z][a-z]+[A-Z]\w*|[A-Za-z]+\d+")
_TOOLS_NAMED = re.compile(
    r"[ -](?:systems?|tools?|software|suites?|packages?|applications?|systeme?n?|outils?|logiciels?|herramientas?)"
    r"\s*\(?(?:such as|like|e\.g\.|for example|wie|z\. ?B\.|comme|tels? que|como|[:(])",
    re.I,
)
TERM_WEIGHT = {
    "tool": 2.5,
    "standard": 2.5,
    "credential": 2.5,
    "speech": 0.4,
    "industry": 1.5,
    "role": 1.0,
    "practice": 1.8,
}
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


@dataclass(frozen=True, slots=True)
class Choice:
    """Elements any one of which is enough."""

    elements: tuple[Element, ...]

    @property
    def weight(self) -> float:
        """What the choice counts: as much as its weightiest element."""
        return max(element.weight for element in self.elements)

    @property
    def written(self) -> str:
        """The alternatives as a reader would say them: `Go, Python or Java`; three at most."""
        texts = list(dict.fromkeys(element.text for element in self.elements))[:3]
        return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} or {texts[-1]}"

    @property
    def is_hard(self) -> bool:
        """Whether only a tool, a standard or a credential by name can satisfy it."""
        return all(element.is_hard for element in self.elements)


@dataclass(frozen=True, slots=True)
class Ask:
    """A clause that names something to be found: all of `choices`, as alternatives each.

    `open` where things of the same kind count as well; `deep` where a mention in a list is not enough.
    `excluded` are terms that do not count (`a second cloud besides AWS`). `certified`: a certificate is asked.
    `grade`: the word for its level, if one is named (`professional`).
    """

    text: str
    choices: tuple[Choice, ...]
    open: bool
    deep: bool
    excluded: frozenset[str] = frozenset()
    certified: bool = False
    grade: str = ""


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    names = ("aside", "depth", "open_list", "examples", "besides", "relative", "plus")
    return {name: phrases(data("words")[name]) for name in names}


def without_asides(text: str) -> str:
    """The text without clauses that only soften, explain or exclude; blanks stand in their place."""
    kept = text
    for match in _patterns()["aside"].finditer(text):
        stop = _STOPS.search(text, match.end())
        end = stop.start() if stop else len(text)
        kept = _blanked(kept, match.start(), end)
    if not _says_something(kept):
        kept = _patterns()["aside"].sub(lambda match: " " * len(match.group()), text)
    return _without_pluses(_NEGATED.sub(lambda match: " " * len(match.group()), kept))


def _without_pluses(text: str) -> str:
    """Without the clause of `…; German is a plus`; where it is the first clause, it is what is asked."""
    kept = text
    for match in _patterns()["plus"].finditer(text):
        start = max((stop.end() for stop in _STOPS.finditer(text, 0, match.start())), default=0)
        if not _says_something(text[:start]):
            kept = _blanked(kept, match.start(), match.end())
            continue
        stop = _STOPS.search(text, match.end())
        kept = _blanked(kept, start, stop.start() if stop else len(text))
    return kept if re.search(r"\w{2}", kept) else text


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _says_something(text: str) -> bool:
    """Whether any word is left that names something to be found."""
    return any(stem(word) not in generic() for word in words(text) if len(word) > 1)


def ask_of(text: str, taken: tuple[tuple[int, int], ...] = ()) -> Ask:
    """What the text asks beyond the spans that other judges have `taken`."""
    plain, excluded = _without_excluded(without_asides(text))
    for start, end in taken:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    hits = _with_growth(plain)
    elements = sorted([*_of_terms(plain, hits), *_of_words(plain, hits)], key=lambda element: element.start)
    elements = _with_modifiers(plain, elements)
    deep = bool(_patterns()["depth"].search(plain))
    return Ask(
        text,
        tuple(_choices(plain, elements)),
        bool(_patterns()["open_list"].search(text)),
        deep,
        excluded,
        bool(_CERTIFICATE.search(plain)),
        _grade(plain),
    )


def _with_growth(plain: str) -> tuple[TermHit, ...]:
    """The terms, and growing people where a verb and its object say so together."""
    growth = growth_asked(plain)
    apart = [
        hit for hit in find_terms(plain) if not any(g.start < hit.end and hit.start < g.end for g in growth)
    ]
    return tuple(sorted((*apart, *growth), key=lambda hit: hit.start))


def _grade(plain: str) -> str:
    found = _GRADE.search(plain)
    return (found.group("before") or found.group("after")).lower() if found else ""


def _without_excluded(text: str) -> tuple[str, frozenset[str]]:
    """`besides AWS`, `other than Java`: what is named there does not count."""
    excluded: set[str] = set()
    for match in reversed(list(_patterns()["besides"].finditer(text))):
        hit = next((hit for hit in find_terms(text[match.end() :]) if hit.start < 8), None)
        if hit:
            excluded.add(hit.term)
            end = match.end() + hit.end
            text = text[: match.start()] + " " * (end - match.start()) + text[end:]
    return text, frozenset(excluded)


def _of_terms(plain: str, hits: tuple[TermHit, ...]) -> list[Element]:
    found = []
    for hit in hits:
        written = plain[hit.start : hit.end]
        weight = TERM_WEIGHT.get(kind_of(hit.term) or "", 1.5)
        roots = [stem(word) for word in words(written)]
        if hit.term != GROWTH and all(root in generic() or root in light() for root in roots):
            weight = 0.5
        elif _only_places_a_tool(plain, hit):
            weight = 0.4
        elif _is_described(plain, hit.start):
            weight *= 0.5
        found.append(Element(written, hit.term, stem(written), weight, hit.start))
    return found


def _only_places_a_tool(plain: str, hit: TermHit) -> bool:
    """`HR systems such as Workday`: the field only says what the tools that are named are for."""
    return kind_of(hit.term) not in HARD and bool(_TOOLS_NAMED.match(plain, hit.end))


def _is_described(plain: str, at: int) -> bool:
    """Whether the word stands in a relative clause: `SLOs that you agreed with product people`."""
    stop = max((match.end() for match in re.finditer(r"[;:.]\s", plain[:at])), default=0)
    return any(match.start() > 12 for match in _patterns()["relative"].finditer(plain, stop, at))


def _of_words(plain: str, hits: tuple[TermHit, ...]) -> list[Element]:
    covered = [(hit.start, hit.end) for hit in hits]
    covered += [(figure.start, figure.end) for figure in quantities.find(plain)]
    found = []
    for match in _WORD.finditer(plain):
        if any(start <= match.start() < end for start, end in covered):
            continue
        parts = words(match.group())
        for part in parts[-1:] if match.group()[-1].isdigit() else parts:
            root = stem(part)
            if root in generic() or (len(root) < 2 and not part.isdigit()):
                continue
            found.append(Element(match.group(), None, root, _word_weight(root, match, plain), match.start()))
    return found


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
    if match.group()[:1].isupper() and match.start() > 0:
        return 1.5
    if root in light() or match.group()[0].isdigit():
        return 0.4
    return 0.5 if _is_described(plain, match.start()) else 1.0


def _choices(plain: str, elements: list[Element]) -> list[Choice]:
    """Elements in a row joined by `or` (`Go, Python or Java`) are one choice; the rest stand alone."""
    choices: list[list[Element]] = []
    for element in elements:
        if choices and _alternative(plain, choices[-1][-1], element):
            choices[-1].append(element)
        elif choices and _is_name(element) and (head := _exemplified(plain, choices, element)) is not None:
            choices[head].append(element)
        elif choices and _completes(plain, choices[-1], element):
            choices.append([replace(element, weight=min(0.4, element.weight))])
        elif choices and _is_detail(plain, element.start) and not _names_what_it_explains(plain, element):
            choices.append([replace(element, weight=element.weight * 0.6)])
        else:
            choices.append([element])
    return [Choice(tuple(choice)) for choice in choices]


def _completes(plain: str, choice: list[Element], element: Element) -> bool:
    """Whether a word belongs to the last of several alternatives only: `housing or urban development`."""
    last = choice[-1]
    between = plain[last.start + len(last.text) : element.start]
    return len(choice) > 1 and element.term is None and between in (" ", "-")


def _alternative(plain: str, before: Element, element: Element) -> bool:
    between = plain[before.start + len(before.text) : element.start]
    if not _JOINT.fullmatch(between):
        return False
    if _OR.search(between):
        return True
    return "," in between and _list_ends_with_or(plain, element.start)


def _list_ends_with_or(plain: str, at: int) -> bool:
    """Whether the list that goes on at `at` closes with `or` before it closes with `and` or stops."""
    rest = plain[at:]
    stop = _LIST_END.search(rest)
    closing = _CLOSING.search(rest[: stop.start()] if stop else rest)
    return bool(closing and closing.group(1).lower() in ("or", "and/or", "oder"))


def _is_detail(plain: str, at: int) -> bool:
    """In parentheses, or after a colon or a dash: it spells out what was named before."""
    return bool(_SPELT_OUT.search(plain, 0, at)) or any(
        m.start() < at < m.end() for m in _PARENTHESES.finditer(plain)
    )


def _exemplified(plain: str, choices: list[list[Element]], element: Element) -> int | None:
    """The choice that an example illustrates: `a data platform (Snowflake or similar)`, `tools such as Jira`."""
    opening = next((m for m in _PARENTHESES.finditer(plain) if m.start() < element.start < m.end()), None)
    spelt = _spelt_out_as_alternatives(plain, choices[-1][-1], element)
    if spelt:
        return len(choices) - 1
    if opening and _gives_examples(opening.group()):
        start = opening.start()
    else:
        mark = [m for m in _patterns()["open_list"].finditer(plain, 0, element.start) if _opens(m.group())]
        if not mark or _LIST_END.search(plain, mark[-1].end(), element.start):
            return None
        start = mark[-1].start()
    heads = [
        i
        for i, choice in enumerate(choices)
        if choice[0].start < start
        and choice[0].term
        and not _TOOLS_NAMED.match(plain, choice[0].start + len(choice[0].text))
    ]
    fellows = [i for i, choice in enumerate(choices) if start < choice[0].start and _is_name(choice[0])]
    found = heads or fellows
    return found[-1] if found else None


def _spelt_out_as_alternatives(plain: str, head: Element, element: Element) -> bool:
    """`a regulated industry: banking, insurance or energy`: the first of a list that closes with `or`, after its head."""
    between = plain[head.start + len(head.text) : element.start]
    return head.term is not None and between.strip() == ":" and _list_ends_with_or(plain, element.start)


def _is_name(element: Element) -> bool:
    return element.term is not None or bool(_A_NAME.fullmatch(element.text))


def _names_what_it_explains(plain: str, element: Element) -> bool:
    """Whether a product's name stands in a parenthesis of names: `e-rostering (HealthRoster, Datix)`."""
    return element.is_hard and any(
        m.start() < element.start < m.end() and _gives_examples(m.group())
        for m in _PARENTHESES.finditer(plain)
    )


def _gives_examples(parenthesis: str) -> bool:
    """Alternatives, an open list, or nothing but names: `(HealthRoster, Datix)` stands for what it explains."""
    inner = parenthesis.strip("()")
    only_names = all(_A_NAME.fullmatch(part.strip()) for part in re.split(r"[,/&]|\band\b", inner))
    return only_names or bool(_OR.search(parenthesis) or _patterns()["open_list"].search(parenthesis))


def _opens(words_of_list: str) -> bool:
    return words_of_list.lower() in ("e.g.", "for example", "such as", "for instance")
