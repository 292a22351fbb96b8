"""The operations of a description (OpenAPI 3.0 and 3.1, Swagger 2.0): what each asks for, and what it gives. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bonafide.connectors.systems.openapi.description import Description, Node

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_NAMED = re.compile(r"\{[^{}]*\}")
_SUCCESS = re.compile(r"2(?:\d\d|XX)", re.I)
_JSON = re.compile(r"application/(?:[\w.-]+\+)?json", re.I)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: whether it has to be given, and its schema, if it has one."""

    required: bool
    schema: Node | None


@dataclass(frozen=True, slots=True)
class Operation:
    """What a client may ask: parameters by place and name (those of the path by their order), body, and success by status.

    Of several forms of a body that of JSON counts, else the first. `whole` is whether all its parameters could be followed,
    `needs_body` None where the body could not.
    """

    parameters: dict[tuple[str, str], Parameter] = field(default_factory=dict)
    whole: bool = True
    body: Node | None = None
    needs_body: bool | None = False
    responses: dict[str, Node | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Operations:
    """The operations by method and path, and the paths of which the description says something that cannot be followed."""

    known: dict[tuple[str, str], Operation] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)


def is_description(whole: Node) -> bool:
    """Whether it is one of OpenAPI or Swagger."""
    return bool(whole.text("openapi") or whole.text("swagger")) and bool(
        whole.get("paths") or whole.text("openapi")
    )


def operations(description: Description) -> Operations:
    """Every operation; what the parameters of its path are called does not matter."""
    whole, found = description.whole, Operations()
    prefix = _prefix(whole)
    paths = whole.get("paths")
    for path, named in paths.items() if paths else ():
        item = description.followed(named)
        full = _NAMED.sub("{}", f"{prefix}{path}".rstrip("/"))
        if item is None:
            found.unclear.add(full)
        for method in METHODS if item else ():
            operation = item.get(method) if item else None
            if item and operation:
                found.known.setdefault((method, full), _operation(description, item, operation, path))
    return found


def _prefix(whole: Node) -> str:
    """What stands before every path: so that it does not matter where a description writes it."""
    if whole.text("swagger"):
        return whole.text("basePath").rstrip("/")
    servers = whole.listed("servers")
    url = servers[0].text("url") if servers else ""
    return "" if "{" in url else urlsplit(url).path.rstrip("/")


def _operation(description: Description, item: Node, operation: Node, path: str) -> Operation:
    told = [*item.listed("parameters"), *operation.listed("parameters")]
    parameters = [one for node in told if (one := description.followed(node))]
    # One of the operation itself stands for one of its path.
    listed = {(one.text("in"), one.text("name")): one for one in parameters}
    body, needs = _body(description, operation, listed.values())
    responses = operation.get("responses")
    given = {
        status.upper(): _given(description, node)
        for status, node in (responses.items() if responses else ())
        if _SUCCESS.fullmatch(status)
    }
    return Operation(dict(_parameters(listed, path)), len(parameters) == len(told), body, needs, given)


def _parameters(
    listed: dict[tuple[str, str], Node], path: str
) -> Iterator[tuple[tuple[str, str], Parameter]]:
    order = [name.strip("{}") for name in _NAMED.findall(path)]
    for (place, name), node in listed.items():
        schema = node.get("schema") or _content(node) or (node if node.text("type") else None)
        if place == "path":
            key = str(order.index(name)) if name in order else name
            yield (place, key), Parameter(True, schema)
        elif place in ("query", "header", "cookie"):
            yield (
                (place, name.lower() if place == "header" else name),
                Parameter(node.true("required"), schema),
            )


def _body(
    description: Description, operation: Node, listed: Iterable[Node]
) -> tuple[Node | None, bool | None]:
    """The schema of the body, and whether it has to be there."""
    told = operation.get("requestBody")
    if told:
        body = description.followed(told)
        return (_content(body), body.true("required")) if body else (told, None)
    own = next((node for node in listed if node.text("in") == "body"), None)
    if own:
        return own.get("schema"), own.true("required")
    return _form([node for node in listed if node.text("in") == "formData"])


def _form(fields: list[Node]) -> tuple[Node | None, bool]:
    """The fields of a form in Swagger 2.0, as the schema that a later description would have for them."""
    if not fields:
        return None, False
    required = [node.text("name") for node in fields if node.true("required")]
    # A field's own `required` is not a list of fields.
    properties = {
        node.text("name"): {key: value for key, value in node.value.items() if key != "required"}
        for node in fields
    }
    schema = {"type": "object", "required": required, "properties": properties}
    return Node(fields[0].file, schema), bool(required)


def _given(description: Description, node: Node) -> Node | None:
    """The schema of a response; the response itself where it cannot be followed, as its schema cannot then."""
    response = description.followed(node)
    return (_content(response) or response.get("schema")) if response else node


def _content(holder: Node) -> Node | None:
    """The schema of what is sent or given as JSON, else of the first form."""
    content = holder.get("content")
    forms = dict(content.items()) if content else {}
    chosen = next((form for kind, form in forms.items() if _JSON.match(kind)), None)
    form = chosen or next(iter(forms.values()), None)
    return form.get("schema") if form else None
