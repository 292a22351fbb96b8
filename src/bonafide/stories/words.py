"""The words by which lines are told apart, from their data file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def story_words() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads((Path(__file__).parent / "data" / "stories.toml").read_text(encoding="utf-8"))
