"""Which of the things named stand for one another: lists that close with `or`, examples, what spells something out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bonafide.language.terms import relation
from bonafide.matching.elements import TOOLS_NAMED, Element
from bonafide.matching.lexicon import data, pattern
from bonafide.matching.written import tongue_in

_OR = {
    tongue: re.compile(rf"\b(?:or|and/or|oder|ou{own})\b|/", re.I)
    for tongue, own in {
        "": "",
        "Dutch": "|of",
        "Spanish": "|o",
        "Italian": "|o|oppure",
        "Polish": "|lub",
    }.items()
}
"""What stands between alternatives, in any language and in one whose word for it is another's article or preposition."""
_JOINT = re.compile(
    r"\s*(?:[,;/&]|\b(?:and|or|and/or|as well as|plus|und|oder|sowie|et|ou|y|o|en|of|e|i|lub|oraz)\b|\s)+\s*(?:(?:to|à|au|aux|in|with|mit|avec|con|com|met|w|z)\s)?(?:[Tt]he\s|an?other\s|(?:any |some )?other\s|any\s|an?\s|ein[e]? ander\w*\s|une? autre\s|d'autres\s|otr[oa]s?\s|een andere?\s|une?\s|eine[nmrs]?\s|l[ea]s?\s|l'|d[eu]s?\s|el\s|los\s|las\s|una\s|een\s|het\s|il\s|gli\s|uma?\s|os?\s)?",
    re.I,
)
_AND = re.compile(r"(?<![\w'])(?:and|und|sowie|et|y|oraz|&)(?!\w)")
_LIST_END = re.compile(r"[;:.()](?=\s|$)|[()]")
_SPELT_OUT = re.compile(r"\w:\s|\s[–—]\s")
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_A_NAME = re.compile(r"[A-Z][\w.+#/-]*(?: [A-Z0-9][\w.+#/-]*){0,3}")


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
    def is_known(self) -> bool:
        """Whether the vocabulary knows any of them: a German noun is as capital as a name."""
        return any(element.term for element in self.elements)

    @property
    def is_hard(self) -> bool:
        """Whether only a tool, a standard or a credential by name can satisfy it."""
        return all(element.is_hard for element in self.elements)


def choices_of(plain: str, elements: list[Element]) -> list[Choice]:
    """Elements in a row joined by `or` (`Go, Python or Java`) are one choice; the rest stand alone."""
    choices: list[list[Element]] = []
    for element in elements:
        if choices and _alternative(plain, choices[-1][-1], element):
            _named_with_its_noun(plain, choices, element).append(element)
        elif (
            choices
            and _is_name(element)
            and (head := _exemplified(plain, choices, element)) is not None
            and _stands_for(element, choices[head][0])
        ):
            choices[head].append(element)
        elif choices and _completes(plain, choices[-1], element):
            choices.append([replace(element, weight=min(0.4, element.weight))])
        elif choices and _is_detail(plain, element.start) and not _names_what_it_explains(plain, element):
            choices.append([replace(element, weight=element.weight * 0.6)])
        else:
            choices.append([element])
    return [Choice(tuple(choice)) for choice in choices]


def _named_with_its_noun(plain: str, choices: list[list[Element]], element: Element) -> list[Element]:
    """The choice that a name behind `or` joins: of `a SOC 2 report or an ISO 27001 certificate` that of the name, not of its noun."""
    noun = choices[-1][0]
    if len(choices) < 2 or len(choices[-1]) > 1 or noun.term or element.term is None:
        return choices[-1]
    name = choices[-2][-1]
    if name.term is None or plain[name.start + len(name.text) : noun.start] not in (" ", "-"):
        return choices[-1]
    choices[-1] = [replace(noun, weight=min(0.4, noun.weight))]
    return choices[-2]


def _stands_for(example: Element, head: Element) -> bool:
    """Whether having the example is having the head: Snowflake is a data platform, AWS is no cloud security."""
    if example.term is None or head.term is None or head.is_hard:
        return True
    return relation(example.term, head.term) in ("same", "narrower", "sibling")


def _completes(plain: str, choice: list[Element], element: Element) -> bool:
    """Whether a word belongs to the last of several alternatives only: `housing or urban development`."""
    last = choice[-1]
    between = plain[last.start + len(last.text) : element.start]
    return len(choice) > 1 and element.term is None and between in (" ", "-")


def _alternative(plain: str, before: Element, element: Element) -> bool:
    between = plain[before.start + len(before.text) : element.start]
    if not _JOINT.fullmatch(between):
        return False
    if _or(plain).search(between):
        return True
    return "," in between and _list_ends_with_or(plain, element.start)


def _or(plain: str) -> re.Pattern[str]:
    return _OR.get(tongue_in(plain), _OR[""])


def _list_ends_with_or(plain: str, at: int) -> bool:
    """Whether the list that goes on at `at` closes with `or` before it closes with `and` or stops."""
    stop = _LIST_END.search(plain, at)
    end = stop.start() if stop else len(plain)
    first_or = next((m for m in _or(plain).finditer(plain, at, end) if m.group() != "/"), None)
    first_and = _AND.search(plain, at, end)
    return first_or is not None and (first_and is None or first_or.start() <= first_and.start())


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
        mark = [m for m in pattern("open_list").finditer(plain, 0, element.start) if _opens(m.group())]
        if not mark or _LIST_END.search(plain, mark[-1].end(), element.start):
            return None
        start = mark[-1].start()
    heads = [
        i
        for i, choice in enumerate(choices)
        if choice[0].start < start
        and choice[0].term
        and not TOOLS_NAMED.match(plain, choice[0].start + len(choice[0].text))
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
    return only_names or bool(_OR[""].search(parenthesis) or pattern("open_list").search(parenthesis))


def _opens(words_of_list: str) -> bool:
    return words_of_list.lower() in data("words")["opens_list"]
