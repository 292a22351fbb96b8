"""The shape of a guide file as a JSON Schema, for editors that check while one writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bonafide.guides.shape import GUIDE, Key
from bonafide.model.rating import FACETS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TARGET = rf"^(facet:({'|'.join(FACETS)})|point:.+)$"
_TEXT = {"type": "string", "pattern": r"\S"}
_KINDS: Mapping[str, Mapping[str, Any]] = {
    "text": _TEXT,
    "texts": {"type": "array", "items": _TEXT, "minItems": 1},
    "number": {"type": "number"},
    "range": {
        "type": "array",
        "items": {"type": "integer", "minimum": 1},
        "minItems": 2,
        "maxItems": 2,
        "description": "From and to, such as [60, 75].",
    },
    "date": {"type": "string", "format": "date"},
}


def schema() -> dict[str, Any]:
    """The schema. What it cannot say (ids that repeat, cues that cannot be read) is `bonafide guide check`'s to find."""
    whole = _table(GUIDE)
    whole["properties"]["success"]["properties"]["percent"] |= {"minimum": 0, "maximum": 100}
    probe = whole["properties"]["questions"]["items"]["properties"]["probes"]["items"]
    probe["properties"]["target"] = {"type": "string", "pattern": TARGET}
    return {"$schema": DRAFT, "title": "A role guide of Bonafide", **whole}


def _table(shape: Mapping[str, Key]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _value(key) for name, key in shape.items()},
        "required": [name for name, key in shape.items() if key.required],
        "additionalProperties": False,
    }


def _value(key: Key) -> dict[str, Any]:
    if key.kind == "table":
        return _table(key.shape or {})
    if key.kind == "tables":
        return {"type": "array", "items": _table(key.shape or {}), "minItems": 1}
    return {**_KINDS[key.kind], **({"enum": list(key.choices)} if key.choices else {})}
