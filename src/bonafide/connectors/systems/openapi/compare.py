"""Two descriptions of an interface -> what the later one breaks. Pure.

What breaks a client, by kind: an operation or a success that is gone; a parameter, a body or a field that it has to send and had not;
a request whose types, listed values or alternatives are fewer; a response that lacks a field, may lack one that was certain, or is of
another type. Not counted: limits of length and size, formats, headers, security, callbacks and webhooks, and new values of a list in
a response.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bonafide.connectors.systems.openapi.description import Description
from bonafide.connectors.systems.openapi.operations import Operation, operations
from bonafide.connectors.systems.openapi.schemas import Comparison, Shapes

OPERATION = "operation removed"
SUCCESS = "success response removed"
PARAMETER = "parameter newly required"
BODY = "body newly required"
EMPTIED = "response without what it gave"


@dataclass(frozen=True, slots=True)
class Compared:
    """The kinds of what breaks, and how many pairs of schemas could not be compared."""

    broken: frozenset[str]
    unclear: int


def compared(old: Description, new: Description) -> Compared:
    """What a client of the old description would find broken in the new. Raises InputFault where they are too large."""
    comparison = Comparison(Shapes(old), Shapes(new))
    before, after = operations(old), operations(new)
    kinds: set[str] = set()
    for key, was in before.known.items():
        now = after.known.get(key)
        if now:
            kinds.update(_operation(was, now, comparison))
        elif key[1] in after.unclear:
            comparison.unclear += 1
        else:
            kinds.add(OPERATION)
    return Compared(frozenset(kinds), comparison.unclear)


def _operation(old: Operation, new: Operation, comparison: Comparison) -> Iterator[str]:
    for key, now in new.parameters.items():
        was = old.parameters.get(key)
        # The parameters of the same path are the same, whatever they are called.
        if now.required and key[0] != "path" and old.whole and not (was and was.required):
            yield PARAMETER
        if was and was.schema and now.schema:
            yield from comparison.sent(was.schema, now.schema)
    if new.needs_body and old.needs_body is False:
        yield BODY
    if old.body and new.body:
        yield from comparison.sent(old.body, new.body)
    yield from _responses(old, new, comparison)


def _responses(old: Operation, new: Operation, comparison: Comparison) -> Iterator[str]:
    for status, was in old.responses.items():
        wide = "2XX" if "2XX" in new.responses else status
        key = status if status in new.responses else wide
        if key not in new.responses:
            yield SUCCESS
            continue
        now = new.responses[key]
        if was and now:
            yield from comparison.given(was, now)
        elif was:
            yield EMPTIED
