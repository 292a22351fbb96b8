"""A page as it came from the world, before anybody has read it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes with the address they came from (None: a file or pasted text) and their media type."""

    content: bytes
    media_type: str
    url: str | None = None
