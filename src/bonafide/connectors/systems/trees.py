"""Exported JSON or YAML, of which a file may hold several documents -> plain mappings, lists and texts. Pure."""

from __future__ import annotations

from typing import Any

from bonafide.connectors.sources import MEGABYTE
from bonafide.connectors.systems.reading import Content
from bonafide.language.plain_yaml import Limits, documents
from bonafide.model.faults import UnreadableFault

LARGEST_YAML = 32 * MEGABYTE
LIMITS = Limits(
    4_000_000, long="This YAML is longer than what is read: give it as JSON, or in several files."
)


def trees(content: Content, limits: Limits = LIMITS) -> list[Any]:
    """The documents of a file: one of JSON, or those of YAML, whose scalars stay texts.

    Raises UnreadableFault, with the line, where it is neither or too large.
    """
    if content.content.lstrip()[:1] in (b"{", b"["):
        return [content.json()]
    if len(content.content) > LARGEST_YAML:
        raise UnreadableFault(limits.long, where=content.where)
    try:
        return [one for one in documents(content.text(), limits) if one is not None]
    except UnreadableFault as fault:
        where = (
            f"{content.where}:{fault.where.removeprefix('line ')}"
            if fault.where.startswith("line ")
            else content.where
        )
        raise UnreadableFault(fault.what, where=where, mend=fault.mend) from fault
