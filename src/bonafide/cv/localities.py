"""Small towns told by analogy: where other heads of the same document print a place, this one does too."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bonafide.cv.atoms import Atom, Head, tail_place
from bonafide.cv.places import is_known, may_be_place
from bonafide.cv.roles import Roles
from bonafide.cv.words import COMPANIES, TITLES, is_legal_form, tokens

# The share of heads with a place at the end of the employer's name that makes it the document's habit.
_HABIT = 0.3
_Standing = tuple[int, bool]


def settle_places(heads: Sequence[Head], towns: Collection[str] = ()) -> list[Head]:
    """Names that stand where places stand become places; `towns` are known from elsewhere in the CV."""
    heads = [_with_towns(head, towns) for head in heads]
    standings = {_standing(place, head) for head in heads for place in head.places if place.mark != "tail"}
    heads = _without_bare_tails(heads)
    slots = {_slot(place, head) for head in heads for place in head.places if place.mark != "tail"}
    heads = [_settled(_with_slots(head, slots), standings) for head in heads]
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


def _without_bare_tails(heads: list[Head]) -> list[Head]:
    """ "Site Manager Leeds" in most heads, with nothing but a blank (and a colour) before the town."""
    if any(head.places for head in heads) or len(heads) < 2:
        return heads
    known = sum(any(_bare_tail(atom) for atom in head.atoms) for head in heads)
    if known < max(2, 0.2 * len(heads)):
        return heads
    return [_without_last_word(head) for head in heads]


def _bare_tail(atom: Atom) -> str:
    name, blank, town = atom.text.rpartition(" ")
    titled = bool(blank) and TITLES.count(name) > 0 and not TITLES.count(town)
    return town if titled and is_known(town) and not name.endswith(",") else ""


def _without_last_word(head: Head) -> Head:
    for index, atom in enumerate(head.atoms):
        name, blank, town = atom.text.rpartition(" ")
        if blank and TITLES.count(name) and may_be_place(town):
            atoms = [*head.atoms[:index], replace(atom, text=name), *head.atoms[index + 1 :]]
            return replace(head, atoms=tuple(atoms), places=(replace(atom, text=town, mark="tail"),))
    return head


def _slot(atom: Atom, head: Head) -> tuple[int, int, tuple[int, int, int]]:
    """Where an atom stands among how many in how many lines."""
    together = [*head.atoms, *(place for place in head.places if place.mark != "tail")]
    return len(together), len({other.slot[0] for other in together}), atom.slot


def _with_slots(head: Head, slots: Collection[object]) -> Head:
    """A name exactly where heads of the same build have a place, between two others, is one."""
    if head.places or len(head.atoms) < 3:
        return head
    found = [a for a in head.atoms if _slot(a, head) in slots and may_be_place(a.text)]
    if len(found) != 1:
        return head
    return replace(head, atoms=tuple(a for a in head.atoms if a not in found), places=tuple(found))


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
    """The last part of a name with several parts, or what is in brackets, as the document's habit is."""
    atoms = list(head.atoms)
    for index, atom in reversed(list(enumerate(atoms))):
        name, tail = _parted(atom.text)
        whole = len(atoms) > 1 or ", " in name
        if name and whole and may_be_place(tail) and len(tail.split()) < 4:
            atoms[index] = replace(atom, text=name)
            return replace(head, atoms=tuple(atoms), places=(replace(atom, text=tail, mark="tail"),))
    return head


def _parted(text: str) -> tuple[str, str]:
    """ "Alder Ltd, Leeds" and "Alder Ltd (Leeds)" as name and place."""
    if text.endswith(")") and text.count("(") == 1:
        name, _, tail = text[:-1].partition(" (")
        return name, tail
    name, _, tail = text.rpartition(", ")
    return name, "" if is_legal_form(tail) else tail


def schools_apart(schools: Sequence[str]) -> list[tuple[str, str]]:
    """Each school's name and the town printed behind it, "" where it has none.

    "Fern College, Leeds" may be a name as a whole: the town is told by its region or country, by the
    school's own name, or by all the schools having one.
    """
    parted = [tail_place(school) for school in schools]
    habit = len(schools) > 1 and all(town for _, town in parted)
    return [
        (name, town) if town and (habit or _is_clear_town(name, town)) else (school, "")
        for school, (name, town) in zip(schools, parted, strict=True)
    ]


def _is_clear_town(school: str, town: str) -> bool:
    first, comma, _ = town.partition(", ")
    return bool(comma) or first in school


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
    if (
        not comma
        or is_legal_form(tail)
        or not may_be_place(tail)
        or not (habit or formal)
        or len(tail.split()) > 3
    ):
        return role
    place = replace(employer, text=tail)
    return replace(role, employer=replace(employer, text=name), place=place)
