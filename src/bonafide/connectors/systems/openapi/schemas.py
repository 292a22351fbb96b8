"""What two schemas of the same thing tell of what may be sent, or of what is given. Pure.

A schema's `allOf` are taken together, its references followed. What a client sends must not be narrowed, and nothing more be asked of
it; what it is given must not lack what was there, nor be of another type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bonafide.connectors.systems.openapi.description import REFERENCE, Description, Node
from bonafide.model.faults import InputFault

FIELD = "request field newly required"
NARROWED = "request narrowed"
GONE = "response field removed"
UNCERTAIN = "response field no longer certain"
CHANGED = "response type changed"
MOST = 500_000
"""Pairs of schemas of one comparison."""
DEEPEST = 30
Identity = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a schema says; None where it says nothing of it."""

    types: frozenset[str] | None = None
    values: frozenset[str] | None = None
    fields: Mapping[str, Node] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    items: Node | None = None
    rest: Node | None = None
    choices: tuple[Node, ...] = ()


@dataclass(slots=True)
class Shapes:
    """The shapes of one description's schemas, each made once."""

    description: Description
    known: dict[Identity, Shape | None] = field(default_factory=dict)

    def of(self, node: Node, depth: int = 0) -> Shape | None:
        """A schema's shape; None where it cannot be followed."""
        found = self.description.followed(node)
        if found is None or depth > DEEPEST:
            return None
        if found.identity not in self.known:
            # One that stands within itself says nothing more there.
            self.known[found.identity] = Shape()
            self.known[found.identity] = self._made(found, depth)
        return self.known[found.identity]

    def _made(self, node: Node, depth: int) -> Shape | None:
        shape: Shape | None = _own(node)
        for part in node.listed("allOf"):
            other = self.of(part, depth + 1)
            shape = None if shape is None or other is None else _both(shape, other)
        return self._alone(shape, depth) if shape else None

    def _alone(self, shape: Shape, depth: int) -> Shape | None:
        """A single alternative is none; with nothing (`null`) beside it, it may be nothing as well."""
        real = [one for one in shape.choices if not self._nothing(one)]
        if len(real) != 1:
            return shape
        other = self.of(real[0], depth + 1)
        if other is None:
            return None
        both = _both(replace(shape, choices=()), other)
        empty = frozenset({"null"} if len(shape.choices) > 1 else ())
        return replace(both, types=both.types | empty if both.types else None)

    def _nothing(self, node: Node) -> bool:
        found = self.description.followed(node)
        return found is not None and _types(found) == frozenset({"null"})


def _own(node: Node) -> Shape:
    properties, rest = node.get("properties"), node.get("additionalProperties")
    return Shape(
        _types(node),
        _values(node),
        dict(properties.items()) if properties else {},
        frozenset(str(one.value) for one in node.listed("required")),
        node.get("items"),
        rest if rest and isinstance(rest.value, Mapping) else None,
        (*node.listed("oneOf"), *node.listed("anyOf")),
    )


def _types(node: Node) -> frozenset[str] | None:
    said = [str(one.value) for one in node.listed("type")] or [node.text("type")]
    named = frozenset(text for text in said if text)
    return (named | {"null"} if node.true("nullable") else named) if named else None


def _values(node: Node) -> frozenset[str] | None:
    listed = [str(one.value) for one in node.listed("enum")]
    constant = node.get("const")
    if not listed and constant:
        return frozenset([str(constant.value)])
    return frozenset(listed) or None


def _both(one: Shape, other: Shape) -> Shape:
    """What holds where both do."""
    return Shape(
        _narrower(one.types, other.types),
        _narrower(one.values, other.values),
        {**other.fields, **one.fields},
        one.required | other.required,
        one.items or other.items,
        one.rest or other.rest,
        one.choices + other.choices,
    )


def _narrower(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other or one


@dataclass(slots=True)
class Comparison:
    """Two descriptions' schemas; `unclear` counts the pairs of which one cannot be followed, or alone has alternatives."""

    old: Shapes
    new: Shapes
    seen: set[tuple[Identity, Identity, bool]] = field(default_factory=set)
    unclear: int = 0

    def sent(self, old: Node, new: Node) -> Iterator[str]:
        """What breaks who sends it: each way in which it does, as often as it does."""
        return self._all(old, new, sent=True)

    def given(self, old: Node, new: Node) -> Iterator[str]:
        """What breaks who reads it."""
        return self._all(old, new, sent=False)

    def _all(self, old: Node, new: Node, *, sent: bool) -> Iterator[str]:
        """Through all pairs, each once; one after the other, since a schema may hold itself."""
        ahead = [(old, new)]
        while ahead:
            was, now = ahead.pop()
            shapes = self._shapes(was, now, sent)
            if shapes:
                yield from _sent(self, *shapes) if sent else _given(self, *shapes)
                ahead.extend(self._inner(*shapes, sent))

    def _shapes(self, old: Node, new: Node, sent: bool) -> tuple[Shape, Shape] | None:
        """The shapes of a pair that was not looked at before."""
        pair = (old.identity, new.identity, sent)
        if pair in self.seen:
            return None
        self.seen.add(pair)
        if len(self.seen) > MOST:
            raise InputFault("Two descriptions are larger than what can be compared.")
        was, now = self.old.of(old), self.new.of(new)
        # What stands beside the alternatives of one side may stand in those of the other.
        if was is None or now is None or bool(was.choices) != bool(now.choices):
            self.unclear += 1
            return None
        return was, now

    def _inner(self, old: Shape, new: Shape, sent: bool) -> Iterator[tuple[Node, Node]]:
        for name in old.fields.keys() & new.fields.keys():
            pair = old.fields[name], new.fields[name]
            if not (self.only(self.old, pair[0], "writeOnly" if not sent else "readOnly")):
                yield pair
        for was, now in ((old.items, new.items), (old.rest, new.rest)):
            if was and now:
                yield was, now
        yield from matched(old.choices, new.choices)

    @staticmethod
    def only(shapes: Shapes, node: Node, mark: str) -> bool:
        """Whether a field is only read, or only written."""
        found = shapes.description.followed(node)
        return node.true(mark) or bool(found and found.true(mark))


def _sent(comparison: Comparison, old: Shape, new: Shape) -> Iterator[str]:
    for name in sorted(new.required - old.required):
        node = new.fields.get(name)
        if node is None or not comparison.only(comparison.new, node, "readOnly"):
            yield FIELD
    if old.types and new.types and not old.types <= _wide(new.types):
        yield NARROWED
    if new.values is not None and (old.values is None or not old.values <= new.values):
        yield NARROWED
    if len(matched(old.choices, new.choices)) < len(old.choices):
        yield NARROWED


def _given(comparison: Comparison, old: Shape, new: Shape) -> Iterator[str]:
    for name in sorted(old.fields.keys() - new.fields.keys()):
        if not comparison.only(comparison.old, old.fields[name], "writeOnly"):
            yield GONE
    for name in sorted(old.required - new.required):
        if name in old.fields and name in new.fields:
            yield UNCERTAIN
    if old.types and new.types and not new.types <= _wide(old.types):
        yield CHANGED


def _wide(types: frozenset[str]) -> frozenset[str]:
    """An integer is a number."""
    return types | {"integer"} if "number" in types else types


def matched(old: tuple[Node, ...], new: tuple[Node, ...]) -> list[tuple[Node, Node]]:
    """Alternatives that belong together: of one reference or title, else of one place among those that have neither."""
    return list(_matched(old, new)) if old and new else []


def _matched(old: tuple[Node, ...], new: tuple[Node, ...]) -> Iterator[tuple[Node, Node]]:
    named = {_title(one): one for one in new if _title(one)}
    for one in old:
        if _title(one) in named:
            yield one, named[_title(one)]
    bare = ([one for one in side if not _title(one)] for side in (old, new))
    yield from zip(*bare, strict=False)


def _title(node: Node) -> str:
    return node.text(REFERENCE) or node.text("title")
