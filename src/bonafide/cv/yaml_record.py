"""A CV in YAML as plain mappings, lists and texts."""

from __future__ import annotations

from typing import Any

from bonafide.cv.text import decoded
from bonafide.language.plain_yaml import Limits, documents
from bonafide.model.faults import UnreadableFault

MOST_BYTES = 1_000_000
LIMITS = Limits(100_000, long="This YAML is far longer than a CV.")


def parse_yaml(content: bytes) -> Any:
    """The first document. Raises `UnreadableFault` where it is no YAML, refers to itself, or is too large or deep."""
    if len(content) > MOST_BYTES:
        raise UnreadableFault(LIMITS.long, mend="Mend the file, or export it anew.")
    return next(documents(decoded(content), LIMITS), None)
