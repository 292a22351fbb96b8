"""The schema in the docs is the one of the shape, and it takes what the loader takes."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bonafide import guides
from bonafide.guides.library import SHIPPED
from bonafide.guides.schema import schema

DOCS = Path(__file__).resolve().parents[2] / "docs" / "guide.schema.json"
FILES = sorted(SHIPPED.glob("*.toml"))


def faults(value: Any, rule: dict[str, Any], path: str = "") -> Iterator[str]:
    """What is wrong by the few words of JSON Schema that the schema uses."""
    types = {"object": dict, "array": list, "string": str, "number": int | float, "integer": int}
    value = value.isoformat() if isinstance(value, date) else value
    if not isinstance(value, types[rule["type"]]):
        yield f"{path}: type"
        return
    if isinstance(value, dict):
        yield from (f"{path}/{name}: missing" for name in rule["required"] if name not in value)
        for name, inner in value.items():
            known = rule["properties"].get(name)
            yield from faults(inner, known, f"{path}/{name}") if known else (f"{path}/{name}: unknown",)
    elif isinstance(value, list):
        if not rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value)):
            yield f"{path}: length"
        for place, inner in enumerate(value):
            yield from faults(inner, rule["items"], f"{path}/{place}")
    elif isinstance(value, str):
        if not re.search(rule.get("pattern", ""), value) or value not in rule.get("enum", [value]):
            yield f"{path}: text"
    elif not rule.get("minimum", value) <= value <= rule.get("maximum", value):
        yield f"{path}: bounds"


def test_the_docs_hold_the_schema() -> None:
    assert json.loads(DOCS.read_text("utf-8")) == schema()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_shipped_guide_fits(file: Path) -> None:
    assert list(faults(tomllib.loads(file.read_text("utf-8")), schema())) == []


BREAKS = {
    'kind = "technical"': 'kind = "musical"',
    "minutes = [60, 75]": "minutes = [60]",
    "percent = 38": "percent = 380",
    "tests = ": "test = ",
    'target = "facet:metric"': 'target = "facet:charm"',
}


@pytest.mark.parametrize("right", BREAKS)
def test_what_the_loader_refuses_the_schema_refuses(right: str) -> None:
    text = (SHIPPED / "cto.toml").read_text("utf-8").replace(right, BREAKS[right], 1)
    assert guides.check(text.encode(), "cto.toml")
    assert list(faults(tomllib.loads(text), schema()))
