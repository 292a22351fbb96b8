"""Small towns told by analogy: where other heads of the same document print a place, this one does too."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bonafide.cv.atoms import Atom, Head
from bonafide.cv.places import may_be_place
from bonafide.cv.roles import Roles
from bonafide.cv.words import COMPANIES, tokens

# The share of heads with a place at the end of the employer's name that makes it the document's habit.
_HABIT = 0.3
_Standing = tuple[int, bool]


def settle_places(heads: Sequence[Head], towns: Collection[str] = ()) -> list[Head]:
    """Names that stand where places stand become places; `towns` are known from elsewhere in the CV."""
    heads = [_with_towns(head, towns) for head in heads]
    standings = {_standing(place, head) for head in heads for place in head.places if place.mark != "tail"}
    heads = [_settled(head, standings) for head in heads]
    tails = sum(any(place.mark == "tail" for place in head.places) for head in heads)
    habit = tails >= max(1, _HABIT * len(heads))
    return [_without_tail(head) if habit and not head.places else head for head in heads]


def _with_towns(head: Head, towns: Collection[str]) -> Head:
    """Towns that the CV names elsewhere, as atoms of their own or at the end of others."""
    names: list[Atom] = []
    places = list(head.places)
    for atom in head.atoms:
        name, comma, tail = atom.text.rpartition(", ")
        if atom.text in towns and len(head.atoms) > 1:
            places.append(atom)
        elif comma and tail in towns:
            names.append(replace(atom, text=name))
            places.append(replace(atom, text=tail, mark="tail"))
        else:
            names.append(atom)
    return replace(head, atoms=tuple(names), places=tuple(places)) if names else head


def _standing(atom: Atom, head: Head) -> _Standing:
    """Above, on or under the line of the dates; in the line's own cell or beside it."""
    row = atom.slot[0]
    return (row > head.period_row) - (row < head.period_row), atom.slot[1] > 0


def _settled(head: Head, standings: Collection[_Standing]) -> Head:
    places = [atom for atom in head.atoms if len(head.atoms) > 1 and _stands_as_place(atom, head, standings)]
    names = tuple(atom for atom in head.atoms if atom not in places)
    return replace(head, atoms=names, places=(*head.places, *places)) if places and names else head


def _stands_as_place(atom: Atom, head: Head, standings: Collection[_Standing]) -> bool:
    if head.places or not may_be_place(atom.text) or atom.slot == (0, 0, 0):
        return False
    if 0 < head.dated_row < atom.slot[0]:
        return True
    alike = _standing(atom, head) in standings
    ends_line = not any(other.slot[0] == atom.slot[0] and other.slot > atom.slot for other in head.atoms)
    apart = atom.slot[1] > 0 or atom is head.atoms[-1] or (len(head.atoms) > 2 and ends_line)
    return alike and apart and _names_left(atom, head)


def _names_left(atom: Atom, head: Head) -> bool:
    """Whether a position and an employer remain, or the only other name is beside the dates."""
    others = [other for other in head.atoms if other is not atom]
    return len(others) > 1 or atom.slot[1] > 0 or atom.slot[0] == head.period_row


def _without_tail(head: Head) -> Head:
    """The last part of a name with several parts, as the document's habit is."""
    atoms = list(head.atoms)
    for index, atom in reversed(list(enumerate(atoms))):
        name, comma, tail = atom.text.rpartition(", ")
        whole = len(atoms) > 1 or ", " in name
        if comma and whole and may_be_place(tail) and len(tail.split()) < 4:
            atoms[index] = replace(atom, text=name)
            return replace(head, atoms=tuple(atoms), places=(replace(atom, text=tail, mark="tail"),))
    return head


def settle_tails(roles: Sequence[Roles], heads: Sequence[Head]) -> list[Roles]:
    """ "Alder GmbH, Smalltown": the employer's last part is a place by its form, or where all employers have one."""
    told = [role.employer for role in roles if role.employer]
    habit = len(told) > 1 and all(may_be_place(e.text.rpartition(", ")[2]) and ", " in e.text for e in told)
    return [_cut(role, head, habit) for role, head in zip(roles, heads, strict=True)]


def _cut(role: Roles, head: Head, habit: bool) -> Roles:
    employer = role.employer
    if employer is None or head.places:
        return role
    name, comma, tail = employer.text.rpartition(", ")
    formal = bool(name) and COMPANIES.has((tokens(name) or ("",))[-1])
    if not comma or not may_be_place(tail) or not (habit or formal) or len(tail.split()) > 3:
        return role
    place = replace(employer, text=tail)
    return replace(role, employer=replace(employer, text=name), place=place)
