"""Lists of objects as REST interfaces give them, page by page or together -> objects, each with its place. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bonafide.connectors.systems.moments import Moments
from bonafide.model.faults import InputFault, UnreadableFault

Json = Mapping[str, Any]
_moment = Moments()


@dataclass(frozen=True, slots=True)
class Shape:
    """What a list holds. Each of its objects has one of the `marks`, and only what is `kept` of it is held on to.

    `what` and `none` are words for faults ("pull requests", "no pull request"), `mend` says how to get such a list; an
    object that has the list `inside` is a page.
    """

    what: str
    none: str
    mend: str
    marks: frozenset[str]
    kept: frozenset[str]
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An object of a list and its place in it."""

    where: str
    value: Json

    def said(self, *names: str) -> Any:
        """The value under the first of several names that it has."""
        return next((self.value[name] for name in names if self.value.get(name) is not None), None)

    def text(self, *names: str) -> str:
        """The same as text; "" where it has none of them."""
        found = self.said(*names)
        return "" if found is None else str(found)

    def inner(self, name: str) -> Found:
        """The object under a name; an empty one where there is none."""
        value = self.value.get(name)
        return Found(f"{self.where}.{name}", value if isinstance(value, Mapping) else {})

    def moment(self, *names: str) -> datetime | None:
        """A moment under one of several names. Raises InputFault with the place of one that is none."""
        return _moment(self.text(*names), f"{self.where}.{names[0]}")


def listed(shape: Shape, where: str, value: Any) -> Iterator[Found]:
    """The objects of a list, of a list of pages, or of one page. Raises UnreadableFault for anything else."""
    if isinstance(value, Mapping) and _is_page(shape, value):
        yield from _objects(shape, f"{where}: {shape.inside}", value[shape.inside])
    elif isinstance(value, list):
        yield from _objects(shape, f"{where}: ", value, pages=True)
    else:
        raise UnreadableFault(f"This is no list of {shape.what}.", where=where, mend=shape.mend)


def _objects(shape: Shape, where: str, value: list[Any], *, pages: bool = False) -> Iterator[Found]:
    for number, one in enumerate(value):
        place = f"{where}[{number}]"
        if isinstance(one, Mapping) and one.keys() & shape.marks:
            # GitHub tells twenty thousand signs of a pull request; of these a few are kept.
            yield Found(place, {key: one[key] for key in shape.kept & one.keys()})
        elif pages and isinstance(one, list):
            yield from _objects(shape, place, one)
        elif pages and isinstance(one, Mapping) and _is_page(shape, one):
            yield from _objects(shape, f"{place}.{shape.inside}", one[shape.inside])
        elif isinstance(one, list):
            raise UnreadableFault(f"This is no list of {shape.what}.", where=place, mend=shape.mend)
        else:
            raise UnreadableFault(f"This is {shape.none}.", where=place, mend=shape.mend)


def _is_page(shape: Shape, value: Json) -> bool:
    return bool(shape.inside) and isinstance(value.get(shape.inside), list)


def needed(moment: datetime | None, one: Found, name: str, shape: Shape) -> datetime:
    """The moment that no object of a list is without. Raises InputFault where it is."""
    if moment is None:
        raise InputFault(f"It has no {name}.", where=one.where, mend=shape.mend)
    return moment
