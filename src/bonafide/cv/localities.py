"""Small towns told by analogy: where other heads of the same document print a place, this one does too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bonafide.cv.atoms import Atom, Head
from bonafide.cv.places import may_be_place
from bonafide.cv.roles import Roles
from bonafide.cv.words import COMPANIES, tokens

# The share of heads with a place at the end of the employer's name that makes it the document's habit.
_HABIT = 0.3


def settle_places(heads: Sequence[Head]) -> list[Head]:
    """Names that stand where places stand become places."""
    beside = any(place.slot[1] > 0 for head in heads for place in head.places)
    return [_settled(head, beside) for head in heads]


def _settled(head: Head, beside: bool) -> Head:
    places = [atom for atom in head.atoms if len(head.atoms) > 1 and _stands_as_place(atom, head, beside)]
    names = tuple(atom for atom in head.atoms if atom not in places)
    return replace(head, atoms=names, places=(*head.places, *places)) if places and names else head


def _stands_as_place(atom: Atom, head: Head, beside: bool) -> bool:
    if head.places or not may_be_place(atom.text):
        return False
    under_dates = 0 < head.dated_row < atom.slot[0]
    return under_dates or (beside and atom.slot[1] > 0 and atom.slot[2] == 0)


def settle_tails(roles: Sequence[Roles], heads: Sequence[Head]) -> list[Roles]:
    """ "Alder GmbH, Smalltown": the employer's last part is a place by its form or by the document's habit."""
    tails = sum(any(place.mark == "tail" for place in head.places) for head in heads)
    habit = tails >= max(1, _HABIT * len(heads))
    return [_without_tail(role, head, habit) for role, head in zip(roles, heads, strict=True)]


def _without_tail(role: Roles, head: Head, habit: bool) -> Roles:
    employer = role.employer
    if employer is None or head.places:
        return role
    name, comma, tail = employer.text.rpartition(", ")
    formal = bool(name) and COMPANIES.has((tokens(name) or ("",))[-1])
    if not comma or not may_be_place(tail) or not (habit or formal) or len(tail.split()) > 3:
        return role
    place = replace(employer, text=tail)
    return replace(role, employer=replace(employer, text=name), place=place)
