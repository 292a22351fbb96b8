"""Exports that tests write down, and asking a kind for them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bonafide.connectors.systems.reading import Read, Request
from bonafide.connectors.systems.registry import kind


def asked(name: str, *paths: Path | str, **wishes: Any) -> Read:
    """What a kind reads of files; `action_column=` is `--action-column`."""
    many = {
        option.replace("_", "-"): value if isinstance(value, tuple) else (str(value),)
        for option, value in wishes.items()
    }
    request = Request(tuple(map(str, paths)), many, b"key", date(2024, 1, 1), date(2026, 1, 1))
    return kind(name).read(request)


def written(path: Path, *lines: str) -> Path:
    """A file with these lines."""
    path.write_text("\n".join(lines) + "\n")
    return path
