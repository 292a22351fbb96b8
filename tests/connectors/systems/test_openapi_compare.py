"""What one description breaks of another, by the rules that are stated."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.openapi import compare, schemas
from bonafide.connectors.systems.openapi.compare import Compared, compared
from bonafide.connectors.systems.openapi.description import Description
from bonafide.language.plain_yaml import Limits, documents

Json = dict[str, Any]


def of(value: Any, **others: Any) -> Description:
    files = {"api.json": value, **{name.replace("__", "."): other for name, other in others.items()}}
    return Description.of("api.json", files.get)


def pet(**changes: Any) -> Json:
    """An interface of pets: a list, one that is made, one that is read; `changes` replace parts of the schema of a pet."""
    schema = {
        "type": "object",
        "required": ["id", "name"],
        "properties": {
            "id": {"type": "integer", "readOnly": True},
            "name": {"type": "string"},
            "kind": {"type": "string", "enum": ["cat", "dog"]},
            "weight": {"type": "number"},
            "friends": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
        },
        **changes,
    }
    reference = {"$ref": "#/components/schemas/Pet"}
    body = {"content": {"application/json": {"schema": reference}}}
    listed = {"content": {"application/json": {"schema": {"type": "array", "items": reference}}}}
    return {
        "openapi": "3.0.3",
        "paths": {
            "/pets": {
                "get": {
                    "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                    "responses": {"200": listed, "404": {"description": "none"}},
                },
                "post": {"requestBody": body, "responses": {"201": body}},
            },
            "/pets/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "get": {"responses": {"200": body}},
            },
        },
        "components": {"schemas": {"Pet": schema}},
    }


def fields(**changes: Any) -> Json:
    """The pet's fields with some replaced, or left out where None."""
    own = {**pet()["components"]["schemas"]["Pet"]["properties"], **changes}
    return {"properties": {name: value for name, value in own.items() if value is not None}}


def at(path: str, value: Any) -> Json:
    """The interface with something else at a place (`paths /pets get`); None takes it away."""
    whole = pet()
    *way, last = path.split(" ")
    place = whole
    for key in way:
        place = place[key]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return whole


def broken(old: Json, new: Json) -> set[str]:
    return set(compared(of(old), of(new)).broken)


LIMIT = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
OPTIONAL = {"content": {"application/json": {"schema": {"type": "object"}}}}


@pytest.mark.parametrize(
    ("new", "kinds"),
    [
        (pet(), set()),
        (at("paths /pets/{id}", None), {compare.OPERATION}),
        (at("paths /pets post", None), {compare.OPERATION}),
        (at("paths /pets get responses", {"204": {}}), {compare.SUCCESS}),
        (at("paths /pets get responses", {"200": {"description": "nothing now"}}), {compare.EMPTIED}),
        (at("paths /pets get responses 404", None), set()),
        (at("paths /pets get parameters", [{**LIMIT, "required": True}]), {compare.PARAMETER}),
        (at("paths /pets get parameters", [LIMIT, {"name": "X-Shop", "in": "header", "required": True}]), {compare.PARAMETER}),
        (at("paths /pets get parameters", [LIMIT, {"name": "page", "in": "query"}]), set()),
        (at("paths /pets get parameters", []), set()),
        (at("paths /pets get parameters", [{**LIMIT, "schema": {"type": "number"}}]), set()),
        (at("paths /pets get parameters", [{**LIMIT, "schema": {"type": "integer", "enum": [10]}}]), {schemas.NARROWED}),
        (at("paths /pets post requestBody required", True), {compare.BODY}),
        (at("paths /pets get requestBody", {**OPTIONAL, "required": True}), {compare.BODY}),
        (at("paths /pets get requestBody", OPTIONAL), set()),
        (pet(required=["id", "name", "kind"]), {schemas.FIELD}),
        (pet(required=["id", "name", "born"], **fields(born={"type": "string"})), {schemas.FIELD}),
        (pet(required=["id", "name", "born"], **fields(born={"type": "string", "readOnly": True})), set()),
        (pet(required=["id"]), {schemas.UNCERTAIN}),
        (pet(**fields(weight=None)), {schemas.GONE}),
        (pet(**fields(colour={"type": "string"})), set()),
        (pet(**fields(kind={"type": "string", "enum": ["cat"]})), {schemas.NARROWED}),
        (pet(**fields(kind={"type": "string", "enum": ["cat", "dog", "newt"]})), set()),
        (pet(**fields(kind={"type": "string"})), set()),
        (pet(**fields(weight={"type": "integer"})), {schemas.NARROWED}),
        (pet(**fields(id={"type": "number", "readOnly": True})), {schemas.CHANGED}),
        (pet(**fields(weight={"type": "number", "nullable": True})), {schemas.CHANGED}),
        (pet(**fields(weight={"type": ["number", "null"]})), {schemas.CHANGED}),
        (pet(**fields(weight={"anyOf": [{"type": "number"}, {"type": "null"}]})), {schemas.CHANGED}),
        (pet(**fields(weight={"allOf": [{"type": "number"}, {"description": "in kg"}]})), set()),
        (pet(**fields(weight={"type": "string"})), {schemas.NARROWED, schemas.CHANGED}),
        (pet(**fields(friends={"type": "array", "items": {"type": "string"}})), {schemas.NARROWED, schemas.CHANGED, schemas.GONE}),
    ],
)  # fmt: skip
def test_what_breaks_is_told_by_kind(new: Json, kinds: set[str]) -> None:
    assert broken(pet(), new) == kinds


def test_what_only_is_written_otherwise_breaks_nothing() -> None:
    renamed = at("paths /pets/{id}", None)
    renamed["paths"]["/pets/{petId}"] = deepcopy(pet()["paths"]["/pets/{id}"])
    renamed["paths"]["/pets/{petId}"]["parameters"][0]["name"] = "petId"
    assert broken(pet(), renamed) == set()
    moved = {**pet(), "servers": [{"url": "https://pets.example/"}]}
    assert broken(pet(), moved) == set()
    under = {**pet(), "servers": [{"url": "https://pets.example/v1"}]}
    whole = {**pet(), "paths": {f"/v1{path}": item for path, item in pet()["paths"].items()}}
    assert broken(under, whole) == broken(whole, under) == set()
    assert broken(pet(), under) == {compare.OPERATION}


def test_an_older_form_of_the_same_interface_is_the_same() -> None:
    schema = pet()["components"]["schemas"]["Pet"]
    old = json.loads(json.dumps(schema).replace("#/components/schemas/", "#/definitions/"))
    reference = {"$ref": "#/definitions/Pet"}
    swagger = {
        "swagger": "2.0",
        "basePath": "/",
        "paths": {
            "/pets": {
                "get": {
                    "parameters": [{"name": "limit", "in": "query", "type": "integer"}],
                    "responses": {"200": {"schema": {"type": "array", "items": reference}}},
                },
                "post": {
                    "parameters": [{"name": "pet", "in": "body", "schema": reference}],
                    "responses": {"201": {"schema": reference}},
                },
            },
            "/pets/{id}": {
                "get": {
                    "parameters": [{"name": "id", "in": "path", "required": True, "type": "string"}],
                    "responses": {"200": {"schema": reference}},
                }
            },
        },
        "definitions": {"Pet": old},
    }
    assert broken(swagger, pet()) == broken(pet(), swagger) == set()
    form = deepcopy(swagger)
    form["paths"]["/pets"]["post"]["parameters"] = [
        {"name": "name", "in": "formData", "type": "string", "required": True}
    ]
    assert broken(form, form) == set()
    assert compare.BODY in broken(swagger, form)


def test_alternatives_that_are_fewer_narrow_a_request() -> None:
    shapes = {
        "Cat": {"type": "object", "properties": {"paws": {"type": "integer"}}},
        "Dog": {"type": "object"},
    }

    def having(*names: str, **extra: Any) -> Json:
        whole = pet(**fields(kind={"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}))
        whole["components"]["schemas"] |= {**deepcopy(shapes), **extra}
        return whole

    assert broken(having("Cat", "Dog"), having("Dog", "Cat")) == set()
    assert broken(having("Cat", "Dog"), having("Cat", "Dog", "Pet")) == set()
    assert broken(having("Cat", "Dog", "Pet"), having("Cat", "Dog")) == {schemas.NARROWED}
    paws = {"Cat": {"type": "object", "properties": {}}}
    assert broken(having("Cat", "Dog"), having("Cat", "Dog", **paws)) == {schemas.GONE}
    plain = compared(of(having("Cat", "Dog")), of(pet(**fields(kind={"type": "object"}))))
    assert (plain.broken, plain.unclear > 0) == (frozenset(), True)


def test_files_are_followed_and_what_leads_nowhere_is_unclear() -> None:
    split = pet()
    split["components"]["schemas"]["Pet"] = {"$ref": "schemas/pet.json#/Pet"}
    own = {**pet()["components"]["schemas"]["Pet"]}
    beside = json.loads(json.dumps({"Pet": own}).replace("#/components/schemas/Pet", "#/Pet"))
    files = {"api.json": split, "schemas/pet.json": beside}
    apart = Description.of("api.json", files.get)
    assert compared(of(pet()), apart) == compared(apart, of(pet())) == Compared(frozenset(), 0)
    less = {"api.json": split, "schemas/pet.json": {"Pet": {"type": "object"}}}
    assert compared(apart, Description.of("api.json", less.get)).broken == {schemas.GONE}
    for reference in (
        "gone.json",
        "https://pets.example/pet.json",
        "#/components/schemas/None",
        "#/components/schemas/Pet",
    ):
        lost = pet()
        lost["components"]["schemas"]["Pet"] = {"$ref": reference}
        lost["paths"]["/pets/{id}"] = {"$ref": reference}
        lost["paths"]["/pets"]["get"]["responses"]["200"] = {"$ref": reference}
        lost["paths"]["/pets"]["post"]["requestBody"] = {"$ref": reference}
        lost["paths"]["/pets"]["get"]["parameters"] = [{"$ref": reference}]
        for found in (compared(of(pet()), of(lost)), compared(of(lost), of(pet()))):
            assert found.broken == frozenset()
        assert compared(of(pet()), of(lost)).unclear > 0


def test_yaml_is_the_same_as_json() -> None:
    text = json.dumps(pet(required=["id", "name", "kind"]))
    told = next(documents(text, Limits(10_000, aliases=True)))
    assert compared(of(pet()), of(told)).broken == {schemas.FIELD}
    assert compared(of(told), of(pet(required=["id", "name", "kind"]))).broken == frozenset()


SCHEMA = st.recursive(
    st.fixed_dictionaries(
        {}, optional={"type": st.sampled_from(["string", "integer", "number", "object"]), "enum": st.lists(st.sampled_from("xyz"), min_size=1)}
    ) | st.just({"$ref": "#/components/schemas/S"}),
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            "properties": st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
            "required": st.lists(st.sampled_from("abc"), unique=True),
            "items": inner,
            "allOf": st.lists(inner, max_size=2),
            "oneOf": st.lists(inner, max_size=3),
            "additionalProperties": st.booleans() | inner,
        },
    ),
    max_leaves=12,
)  # fmt: skip


def interface(schema: Json, inner: Json) -> Json:
    body = {"content": {"application/json": {"schema": schema}}}
    operation = {"requestBody": body, "responses": {"200": body}}
    return {"openapi": "3.1.0", "paths": {"/s": {"post": operation}}, "components": {"schemas": {"S": inner}}}


@given(SCHEMA, SCHEMA)
def test_nothing_breaks_itself_and_a_new_optional_field_breaks_nothing(schema: Json, inner: Json) -> None:
    whole = interface(schema, inner)
    again = json.loads(json.dumps(whole))
    assert compared(of(whole), of(again)).broken == frozenset()
    again["paths"]["/s"]["post"]["requestBody"]["content"]["text/plain"] = {"schema": {"type": "string"}}
    again["paths"]["/t"] = {"get": {"responses": {"200": {}}}}
    again["components"]["schemas"]["S"].setdefault("properties", {})["new"] = {"type": "string"}
    assert compared(of(whole), of(again)).broken == frozenset()


@given(SCHEMA, SCHEMA, SCHEMA)
def test_any_two_are_compared_to_an_end_in_either_order(one: Json, other: Json, inner: Json) -> None:
    old, new = of(interface(one, inner)), of(interface(other, {"type": "object", "properties": {"s": inner}}))
    assert compared(old, new) == compared(of(json.loads(json.dumps(old.files["api.json"]))), new)
    gone = deepcopy(new.files["api.json"])
    del gone["paths"]["/s"]
    assert compared(old, of(gone)).broken == {compare.OPERATION}
