"""Descriptions at the releases of real repositories, made here."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bonafide.connectors.systems.git.tags import parsed
from bonafide.connectors.systems.openapi.releases import pairs
from bonafide.connectors.systems.reading import Read
from bonafide.evidence.compatibility import Compatibility
from bonafide.model.faults import InputFault
from connectors.systems.exports import asked
from repositories import START, Told

DAY = timedelta(days=1)


def described(*paths: str, fields: tuple[str, ...] = ("id",), **more: Any) -> str:
    """An interface in JSON: each path gives an object with these fields."""
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in fields}}
    responses = {"200": {"content": {"application/json": {"schema": schema}}}}
    items = {path: {"get": {"responses": responses}} for path in paths}
    return json.dumps({"openapi": "3.0.3", "info": {"version": "1"}, "paths": items, **more})


YAML = """openapi: 3.0.3
paths:
  /a: &a
    get:
      responses:
        '200': {content: {application/json: {schema: {$ref: 'parts/a.yaml#/A'}}}}
  /b: *a
"""
PART = "A: {type: object, properties: {id: {type: string}}}\n"


def history(folder: Path, *told: tuple[str, dict[str, str]]) -> Path:
    """A release each ten days, with the files that it changes."""
    made = Told(folder)
    tip: list[int] = []
    for number, (name, files) in enumerate(told):
        tip = [made.commit(f"Release {name}", DAY * 10 * number, *tip, files=files)]
        made.tag(name, tip[0], DAY * 10 * number)
    return made.written()


def found(read: Read) -> list[tuple[int, list[str], bool]]:
    """The day of each release that was compared, what it broke, and whether it is a major one."""
    assert isinstance(read.records, Compatibility)
    return [((one.at - START).days, sorted(one.broken), one.major) for one in read.records.releases]


def test_each_release_is_held_against_the_one_before(tmp_path: Path) -> None:
    folder = history(
        tmp_path / "repository",
        ("v1.0.0", {"docs/openapi.json": described("/a", "/b")}),
        ("v1.1.0", {"docs/openapi.json": described("/a", "/b", "/c")}),
        ("v1.1.1", {"README": "nothing else"}),
        ("v1.2.0-rc.1", {"docs/openapi.json": described("/a")}),
        ("v1.2.0", {"docs/openapi.json": described("/a", "/c", fields=())}),
        ("v2.0.0", {"docs/openapi.json": described("/a", fields=())}),
    )
    read = asked("openapi", folder)
    assert found(read) == [
        (10, [], False),
        (20, [], False),
        (40, ["operation removed", "response field removed"], False),
        (50, ["operation removed"], True),
    ]
    assert read.notes[0] == "1 pre-releases were left out."
    assert read.notes[2] == "1 releases have no description, or none before them, and were left out."
    assert asked("openapi", folder) == read
    figures = {one.figure.rule: one.figure.n for one in read.records.counted(read.records.reach(START.date().replace(year=2025)), Random(1))}  # fmt: skip
    assert figures == {"of all releases": 4, "but of new major versions": 3}


def test_a_description_may_move_and_be_of_several_files(tmp_path: Path) -> None:
    folder = history(
        tmp_path / "repository",
        ("v1.0", {"swagger.json": described("/a", "/b")}),
        ("v1.1", {"swagger.json": "", "api/spec.yaml": YAML, "api/parts/a.yaml": PART}),
        ("v1.2", {"api/parts/a.yaml": PART.replace("id", "name")}),
        ("v1.3", {"api/spec.yaml": YAML.replace("/b: *a", "")}),
    )
    with pytest.raises(InputFault, match="No file is called after OpenAPI"):
        asked("openapi", folder)
    read = asked("openapi", folder, description=("api/spec.yaml", "swagger.json"))
    assert found(read) == [
        (10, [], False),
        (20, ["response field removed"], False),
        (30, ["operation removed"], False),
    ]


def test_what_cannot_be_read_is_left_out_and_said(tmp_path: Path) -> None:
    good = described("/a", "/b")
    folder = history(
        tmp_path / "repository",
        ("v1.0", {"openapi.json": good}),
        ("v1.1", {"openapi.json": "{"}),
        ("v1.2", {"openapi.json": "[1]"}),
        ("v1.3", {"openapi.json": "", "README": "gone"}),
        ("v1.4", {"openapi.json": described("/a")}),
        ("v1.5", {"openapi.json": described("/a", components={"x": {"$ref": "../../../etc/passwd"}})}),
    )
    read = asked("openapi", folder)
    assert found(read) == [(40, ["operation removed"], False), (50, [], False)]
    assert "2 releases have no description, or none before them, and were left out." in read.notes
    assert "The descriptions of 2 releases cannot be read and were left out." in read.notes


def test_what_is_not_said_is_asked_for(tmp_path: Path) -> None:
    several = {"a/openapi.json": described("/a"), "b/openapi.yaml": described("/a")}
    folder = history(tmp_path / "repository", ("v1.0", several), ("v1.1", {"README": "x"}))
    with pytest.raises(InputFault, match=r"several descriptions.*a/openapi.json, b/openapi.yaml"):
        asked("openapi", folder)
    assert len(found(asked("openapi", folder, description=("b/openapi.yaml",)))) == 1
    for path in ("c.json", "a", "../a", ""):
        with pytest.raises(InputFault, match="--description PATH"):
            asked("openapi", folder, description=(path,))
    with pytest.raises(InputFault, match="fewer than two releases"):
        asked("openapi", folder, tags="v1.1")
    with pytest.raises(InputFault, match="One repository"):
        asked("openapi")


def test_a_correction_of_an_old_line_is_held_against_that_line() -> None:
    names = ["v1.0.0", "v1.1.0", "v2.0.0", "v1.1.1", "v2.0.1", "v1.0.1", "v2.1.0"]
    lines = [f"{name}\0{number:040}\0\0{1_700_000_000 + number * 1000}" for number, name in enumerate(names)]
    told = {tag.name: before.name if before else "" for tag, before in pairs(parsed(lines))}
    assert told == {
        "v1.0.0": "", "v1.1.0": "v1.0.0", "v2.0.0": "v1.1.0", "v1.1.1": "v1.1.0", "v2.0.1": "v2.0.0", "v1.0.1": "v1.0.0",
        "v2.1.0": "v2.0.1",
    }  # fmt: skip
    bare = [
        f"{name}\0{number:040}\0\0{1_700_000_000 + number * 1000}"
        for number, name in enumerate(("first", "second"))
    ]
    assert [before.name if before else "" for _, before in pairs(parsed(bare))] == ["", "first"]
