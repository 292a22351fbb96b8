"""Frozen nouns as JSON and back: whatever `model` holds can be kept in a row and comes out equal.

Keys are the dataclasses' field names. A union of nouns (`Place`) is told by its keys; an unknown key or a
missing value is our bug or a foreign file, and is said.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, partial
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from bonafide.model.faults import InputFault

T = TypeVar("T")


def encode(value: Any) -> Any:
    """A noun as values that JSON knows; what equals its default is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: encode(getattr(value, item.name)) for item in fields(value) if _told(value, item)}
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [encode(item) for item in (sorted(value) if isinstance(value, frozenset) else value)]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def decode(kind: type[T], plain: Any) -> T:
    """The noun of this kind that `encode` made `plain` from. Raises InputFault where it does not fit."""
    try:
        noun: T = _decoded(kind, plain)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"This is no {kind.__name__} ({error})."
        raise InputFault(what, mend="The record may come from another version, or be damaged.") from error
    return noun


def _told(noun: Any, item: Any) -> bool:
    if not item.init:
        return False
    value = getattr(noun, item.name)
    if item.default is not MISSING:
        return bool(value != item.default)
    if item.default_factory is not MISSING:
        return bool(value != item.default_factory())
    return True


def _decoded(kind: Any, plain: Any) -> Any:
    return _reader(kind)(plain)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """How a value of this kind is read; worked out once, since a page decodes thousands of values."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return partial(_one_of, get_args(kind))
    if origin is tuple:
        return partial(_tuple, get_args(kind))
    if origin is frozenset:
        return partial(_set, get_args(kind)[0])
    if origin is not None and issubclass(origin, Mapping):
        return partial(_mapping, get_args(kind)[1])
    if is_dataclass(kind):
        return partial(_noun, kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    return partial(_scalar, kind)


def _scalar(kind: Any, plain: Any) -> Any:
    if kind is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if kind is not Any and not isinstance(plain, kind):
        raise TypeError(f"{plain!r:.60} where {kind.__name__} belongs")
    return plain


def _set(kind: Any, plain: Any) -> frozenset[Any]:
    return frozenset(_tuple((kind, Ellipsis), plain))


def _mapping(kind: Any, plain: Any) -> dict[str, Any]:
    read = _reader(kind)
    return {key: read(item) for key, item in plain.items()}


def _tuple(kinds: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise TypeError(f"{plain!r:.60} where a list belongs")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(map(_reader(kinds[0]), plain))
    return tuple(_reader(kind)(item) for kind, item in zip(kinds, plain, strict=True))


def _one_of(kinds: tuple[Any, ...], plain: Any) -> Any:
    if plain is None and type(None) in kinds:
        return None
    if isinstance(plain, dict):
        nouns: list[Any] = [kind for kind in kinds if is_dataclass(kind)]
        fitting = [kind for kind in nouns if _fits(kind, plain)]
        if nouns:
            return _reader(fitting[0] if fitting else nouns[0])(plain)
    first = next(kind for kind in kinds if kind is not type(None))
    return _reader(first)(plain)


def _fits(kind: Any, plain: dict[str, Any]) -> bool:
    return set(plain) <= set(_readers(kind)) and _required(kind) <= set(plain)


def _noun(kind: Any, plain: Any) -> Any:
    readers = _readers(kind)
    unknown = set(plain) - set(readers)
    if unknown:
        raise KeyError(f"unknown {', '.join(sorted(unknown))}")
    return kind(**{name: readers[name](item) for name, item in plain.items()})


@cache
def _readers(kind: Any) -> dict[str, Callable[[Any], Any]]:
    """The reader of each field that a noun is made with."""
    made_with = {item.name for item in fields(kind) if item.init}
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items() if name in made_with}


@cache
def _required(kind: Any) -> frozenset[str]:
    return frozenset(
        item.name
        for item in fields(kind)
        if item.init and item.default is MISSING and item.default_factory is MISSING
    )
