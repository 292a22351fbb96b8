"""Values at RFC 6901 pointers into our nouns, changed all at once: every pointer means the noun as it was.

Taking an item out of a list therefore moves no other pointer while corrections are applied; `Changed.now` tells
where a value stands afterwards.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from bonafide.model.faults import InputFault
from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.model.profile import camel
from bonafide.workflows.values import checked

T = TypeVar("T")
Tokens = tuple[str, ...]
Changes = Mapping[Tokens, Any]
HERE: Tokens = ()

MOST_ADDED = 500
"""How far behind its end an item may be added to a list."""

FIXED: Mapping[type, frozenset[str]] = {
    Posting: frozenset({"language", "description", "source", "closed", "sure"}),
    Requirement: frozenset({"terms", "years", "place"}),
}
"""What follows from the text itself and is not to be corrected, in snake case."""


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """A noun with its changes; `kept` names, for each list that was touched, the old indices that are left, in order.

    `said` holds the values that came in by their old pointers, in the form in which the noun has them.
    """

    noun: T
    kept: Mapping[str, tuple[int, ...]]
    said: Mapping[str, Any]

    def now(self, pointer: str) -> str | None:
        """Where the value at an old pointer stands in the new noun; None where it was taken out."""
        old, new = "", ""
        for token in split(pointer):
            kept = self.kept.get(old)
            old = f"{old}/{token}"
            if kept is not None:
                if int(token) not in kept:
                    return None
                token = str(kept.index(int(token)))
            new = f"{new}/{token}"
        return new


def split(pointer: str) -> Tokens:
    """`/work/0/name` as its tokens. Raises InputFault where it is no pointer."""
    if not pointer.startswith("/"):
        raise unknown(pointer)
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/"))


def changed(noun: T, changes: Mapping[str, Any]) -> Changed[T]:
    """The noun with the values at these pointers replaced, added, or (None) taken out, in whatever order they come.

    What is taken out stays out, also where a value inside it is changed. Raises InputFault with the pointer.
    """
    work = _Work()
    new: T = work.noun(noun, "", {split(pointer): changes[pointer] for pointer in sorted(changes)})
    return Changed(new, work.kept, work.said)


def unknown(pointer: str) -> InputFault:
    """The fault of a pointer at which nothing can stand."""
    what = "There is nothing here that could be corrected."
    return InputFault(what, where=pointer or "/", mend="Load the page again.")


class _Work:
    """One round of changes; remembers what each list kept and what each value became."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[int, ...]] = {}
        self.said: dict[str, Any] = {}

    def noun(self, noun: Any, at: str, changes: Changes) -> Any:
        known, new = fields_of(noun), {}
        for token, inner in _by_token(changes, at).items():
            if token not in known:
                raise unknown(_whole(f"{at}/{token}", inner))
            name, hint = known[token]
            new[name] = self._value(name, hint, getattr(noun, name), f"{at}/{token}", inner)
        return replace(noun, **new)

    def _value(self, name: str, hint: Any, value: Any, at: str, changes: Changes) -> Any:
        if item := item_of(hint):
            return self._list(name, item, value, at, changes)
        if kind := noun_of(hint):
            return self._inner(kind, hint, value, at, changes)
        return self._leaf(name, hint, value, at, changes)

    def _leaf(self, name: str, hint: Any, value: Any, at: str, changes: Changes) -> Any:
        self.said[at] = _leaf(name, hint, value, at, changes)
        return self.said[at]

    def _inner(self, kind: Any, hint: Any, value: Any, at: str, changes: Changes) -> Any:
        """A noun in a field; where it may be absent it can be taken out whole, and is absent when it is empty."""
        optional = type(None) in get_args(hint)
        if optional and _out(changes):
            return None
        new = self.noun(value if value is not None else kind(), at, changes)
        return None if optional and new == kind() else new

    def _list(
        self, name: str, kind: Any, items: tuple[Any, ...], at: str, changes: Changes
    ) -> tuple[Any, ...]:
        new = dict(enumerate(items))
        for token, inner in _by_token(changes, at).items():
            where = f"{at}/{token}"
            index = _index(token, len(items) + MOST_ADDED)
            if index is None:
                raise unknown(_whole(where, inner))
            old = new.pop(index, None)
            if _out(inner):
                if old is None:
                    raise unknown(where)
            elif (item := self._item(name, kind, old, where, inner)) is not None:
                new[index] = item
        self.kept[at] = tuple(sorted(new))
        return tuple(new[index] for index in self.kept[at])

    def _item(self, name: str, kind: Any, old: Any, at: str, changes: Changes) -> Any:
        """A list's item with its changes; None where nothing is left of it."""
        if not is_dataclass(kind):
            return self._leaf(name, kind, old, at, changes)
        blank = _blank(kind)
        item = self.noun(old if old is not None else blank, at, changes)
        if isinstance(item, Requirement) and not item.text:
            raise InputFault("A requirement needs a text.", where=f"{at}/text", mend="Write what is asked.")
        return None if item == blank else item


def _leaf(name: str, hint: Any, value: Any, at: str, changes: Changes) -> Any:
    if deeper := {tokens: value for tokens, value in changes.items() if tokens}:
        raise unknown(_whole(at, deeper))
    wanted = changes[HERE]
    if wanted is None:
        if type(None) not in get_args(hint):
            raise InputFault("This cannot be left out by itself.", where=at, mend="Leave out all of it.")
        return None
    return value if wanted == value else checked(name, wanted, at)


def _out(changes: Changes) -> bool:
    return changes.get(HERE, HERE) is None


def _by_token(changes: Changes, at: str) -> dict[str, dict[Tokens, Any]]:
    """The changes inside, by their first token."""
    parted: dict[str, dict[Tokens, Any]] = {}
    for tokens, value in changes.items():
        if not tokens:
            what = "This holds several values."
            raise InputFault(what, where=at or "/", mend="Correct them one by one.")
        parted.setdefault(tokens[0], {})[tokens[1:]] = value
    return parted


def _index(token: str, end: int) -> int | None:
    """The index that a token names, as RFC 6901 writes it, if it is below `end`."""
    plain = token.isdecimal() and token.isascii() and str(int(token[:9])) == token
    return int(token) if plain and int(token) < end else None


def _whole(at: str, changes: Changes) -> str:
    """The pointer of the first of the changes."""
    return "/".join((at, *next(iter(changes))))


def _blank(kind: Any) -> Any:
    return Requirement(text="", kind=RequirementKind.MUST) if kind is Requirement else kind()


def value_at(noun: Any, pointer: str) -> Any:
    """The value, item or list at a pointer; None where there is none."""
    for token in split(pointer):
        if isinstance(noun, tuple):
            index = _index(token, len(noun))
            noun = None if index is None else noun[index]
        else:
            known = fields_of(noun) if is_dataclass(noun) else {}
            noun = getattr(noun, known[token][0]) if token in known else None
    return noun


def item_of(hint: Any) -> Any:
    """What a tuple of any length holds; None for what is no such tuple."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def noun_of(hint: Any) -> Any:
    """The noun that a field holds, optional or not; None for a plain value."""
    kinds = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return next((kind for kind in kinds if is_dataclass(kind)), None)


def fields_of(noun: Any) -> Mapping[str, tuple[str, Any]]:
    """The fields of a noun, or of a kind of them, that can be corrected, by name in pointers: name in snake case, type."""
    kind: Any = noun if isinstance(noun, type) else type(noun)
    return _fields(kind)


@cache
def _fields(kind: Any) -> Mapping[str, tuple[str, Any]]:
    hints, fixed = get_type_hints(kind), FIXED.get(kind, frozenset())
    names = [item.name for item in fields(kind) if item.init and item.name not in fixed]
    return {camel(name): (name, hints[name]) for name in names}
