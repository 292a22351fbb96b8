"""Which of a head's names is the position and which the employer: decided for the whole document at once.

People write all their entries alike, so the evidence of all heads of one build is added up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bonafide.cv.atoms import Atom, Head
from bonafide.cv.words import COMPANIES, COMPANY_AT_END, TITLES, is_legal_form, tokens

_COMMA = re.compile(r",\s+")
# Evidence below this is a guess.
_CLEAR = 1.0


@dataclass(frozen=True, slots=True)
class Roles:
    """A head with its names told apart; `rest` are names of no role; `sure` is 0 to 1.

    `place` is one that was found in the employer's name.
    """

    title: Atom | None
    employer: Atom | None
    rest: tuple[Atom, ...]
    sure: float
    place: Atom | None = None


def title_score(text: str) -> float:
    """How much a text reads as a position and not as an employer (negative)."""
    words = tokens(text)
    if not words:
        return 0.0
    titles = [word for word in words if TITLES.has(word)]
    companies = _company_words(text)
    heads = [part[-1] for part in map(tokens, text.split(", ")) if part]
    ends = 0.8 * any(map(TITLES.has, heads)) - 1.0 * bool(COMPANIES.has(words[-1]))
    return min(len(titles), 2) - min(len(companies), 2) * 0.8 + ends + 0.3 * bool(TITLES.has(words[0]))


def _company_words(text: str) -> list[str]:
    """The words that tell an employer; some do so only at the end of a name."""
    parts = [tokens(part) for part in text.split(", ")]
    return [
        word
        for part in parts
        for index, word in enumerate(part)
        if COMPANIES.has(word) and (word not in COMPANY_AT_END or index == len(part) - 1)
    ]


def tell_roles(heads: Sequence[Head]) -> list[Roles]:
    """The roles in each head, in order."""
    order = _order_of(heads)
    told: list[Roles] = []
    for index, head in enumerate(heads):
        following = heads[index + 1] if index + 1 < len(heads) else None
        if following and _opens_group(head, following):
            employer, title, *rest = head.atoms
            told.append(Roles(title, employer, tuple(rest), 0.9))
        else:
            told.append(_told(head, order, told[-1] if told else None))
    return told


def _opens_group(head: Head, following: Head) -> bool:
    """An employer over several positions: the next head has one name, dressed as this one's second is."""
    if len(head.atoms) < 2 or len(following.atoms) != 1 or head.atoms[1].mark:
        return False
    first, second, single = head.atoms[0], head.atoms[1], following.atoms[0]
    return _dress(second) == _dress(single) != _dress(first) and title_score(single.text) > 0


def _dress(atom: Atom) -> tuple[bool, bool, float]:
    return atom.bold, atom.italic, atom.size


@dataclass(frozen=True, slots=True)
class _Order:
    """Evidence that the position comes first: in all heads, and in those built alike."""

    overall: float
    by_build: dict[tuple[object, ...], float]

    def title_first(self, atoms: Sequence[Atom], own: float) -> tuple[bool, float]:
        score = self.by_build.get(_build(atoms), 0.0)
        if abs(score) < _CLEAR:
            score = score + self.overall
        if abs(score) < _CLEAR and abs(own) >= 0.5:
            score = own
        return score >= 0, min(abs(score) / 4, 1.0)


def _order_of(heads: Sequence[Head]) -> _Order:
    by_build: dict[tuple[object, ...], float] = defaultdict(float)
    for head in heads:
        pair = _pair(head.atoms)
        if pair:
            by_build[_build(pair)] += _first_is_title(pair)
        elif len(head.atoms) == 1 and "," in head.atoms[0].text:
            by_build[_build(head.atoms)] += _comma_evidence(head.atoms[0].text)
    return _Order(sum(by_build.values()), dict(by_build))


def _pair(atoms: Sequence[Atom]) -> tuple[Atom, Atom] | None:
    return (atoms[0], atoms[1]) if len(atoms) > 1 else None


def _first_is_title(pair: Sequence[Atom]) -> float:
    if pair[1].mark == "at":
        return 4.0
    return title_score(pair[0].text) - title_score(pair[1].text)


def _build(atoms: Sequence[Atom]) -> tuple[object, ...]:
    """Where the first two names stand and how they look beside each other."""
    first, second = atoms[0], atoms[1] if len(atoms) > 1 else atoms[0]
    return (
        second.slot[0] - first.slot[0],
        second.slot[1] - first.slot[1],
        first.bold,
        second.bold,
        second.mark,
    )


def _comma_evidence(text: str) -> float:
    title_first = max((score for score, _ in _splits(text, True)), default=0.0)
    employer_first = max((score for score, _ in _splits(text, False)), default=0.0)
    return title_first - employer_first


def _splits(text: str, title_first: bool) -> list[tuple[float, tuple[str, str]]]:
    """Each way to part a text at one of its commas, and how well the parts read."""
    found = []
    for comma in _COMMA.finditer(text):
        left, right = text[: comma.start()], text[comma.end() :]
        if left.count("(") != left.count(")") or is_legal_form(right.split(", ")[0]):
            continue
        title, employer = (left, right) if title_first else (right, left)
        score = title_score(title) - title_score(employer) - 0.4 * employer.count(",")
        found.append((score, (left, right)))
    return found


def _told(head: Head, order: _Order, before: Roles | None) -> Roles:
    pair = _pair(head.atoms)
    if pair:
        return _of_pair(head.atoms, order)
    if not head.atoms:
        return Roles(None, None, (), 0.3)
    return _of_single(head.atoms[0], order, before)


def _of_pair(atoms: Sequence[Atom], order: _Order) -> Roles:
    first, second, *rest = _best_two(atoms)
    if second.mark == "at":
        return Roles(first, second, tuple(rest), 0.98)
    title_first, sure = order.title_first((first, second), _first_is_title((first, second)))
    title, employer = (first, second) if title_first else (second, first)
    return Roles(title, employer, tuple(rest), 0.7 + 0.27 * sure)


def _best_two(atoms: Sequence[Atom]) -> list[Atom]:
    """Of three names and more, the two that stand at starts of lines or cells come first."""
    if len(atoms) < 3 or atoms[1].mark in ("", "at"):
        return list(atoms)
    starts = [atom for atom in atoms[1:] if atom.mark == ""]
    if not starts or title_score(atoms[0].text) * title_score(atoms[1].text) < 0:
        return list(atoms)
    return [atoms[0], starts[0], *(atom for atom in atoms[1:] if atom is not starts[0])]


def _of_single(atom: Atom, order: _Order, before: Roles | None) -> Roles:
    if before and before.employer and before.title and _continues(atom, before):
        return Roles(atom, before.employer, (), 0.85)
    if "," in atom.text:
        title_first, sure = order.title_first((atom,), _comma_evidence(atom.text))
        splits = _splits(atom.text, title_first)
        if splits:
            score, (left, right) = max(splits, key=lambda item: item[0])
            if score > 0.4 or sure > 0.5:
                first, second = replace(atom, text=left), replace(atom, text=right, mark="comma")
                title, employer = (first, second) if title_first else (second, first)
                return Roles(title, employer, (), 0.65 + 0.3 * sure)
    if title_score(atom.text) > 0:
        return Roles(atom, None, (), 0.8)
    return Roles(None, atom, (), 0.7)


def _continues(atom: Atom, before: Roles) -> bool:
    """A further position at the employer above: dressed as its position was, and no employer by its words."""
    if (
        before.title is None
        or before.employer is None
        or "comma" in (before.title.mark, before.employer.mark)
    ):
        return False
    if _dress(before.title) != _dress(atom):
        return False
    if _dress(before.employer) != _dress(before.title):
        return title_score(atom.text) >= 0
    if title_score(atom.text) <= 0:
        return False
    parts = atom.text.split(", ")
    return not any(COMPANIES.count(part) and not TITLES.count(part) for part in parts[1:])
