"""The content of a guide file is read and checked; all its faults are told at once, each with its line."""

from __future__ import annotations

import re
import tomllib
from pathlib import PurePath
from typing import Any

from bonafide.guides import sense, shape
from bonafide.guides.build import build
from bonafide.guides.lines import Path, find_lines, line_of
from bonafide.model.faults import Faults, GuideFault
from bonafide.model.guide import Guide

MOST_BYTES = 4_000_000
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def check(content: bytes, where: str) -> tuple[GuideFault, ...]:
    """Every fault of a guide in the order of its lines; none where it can be used. `where` is its file's path."""
    return _read(content, where)[1]


def read(content: bytes, where: str) -> Guide:
    """The guide that a file holds; raises `Faults` with every `GuideFault` it has."""
    table, faults = _read(content, where)
    if faults:
        raise Faults(faults)
    return build(table)


def _read(content: bytes, where: str) -> tuple[dict[str, Any], tuple[GuideFault, ...]]:
    try:
        return _parse(_text(content, where), where)
    except GuideFault as fault:
        return {}, (fault,)


def _text(content: bytes, where: str) -> str:
    if len(content) > MOST_BYTES:
        raise GuideFault("The file is too large to be a guide.", where=where)
    try:
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise GuideFault(
            "The text is not UTF-8.", where=f"{where}:{line}", mend="Save the file as UTF-8."
        ) from error


def _parse(text: str, where: str) -> tuple[dict[str, Any], tuple[GuideFault, ...]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_fault(str(error), text, where) from error
    found = [*shape.findings(table), *sense.findings(table), *_name_finding(table, where)]
    lines = find_lines(text) if found else {}
    placed = sorted((line_of(lines, path), what) for path, what in found)
    return table, tuple(GuideFault(what, where=f"{where}:{line}") for line, what in placed)


def _name_finding(table: dict[str, Any], where: str) -> list[tuple[Path, str]]:
    """A guide is asked for by its file's name, so that the two must agree."""
    name, file = table.get("name"), PurePath(where)
    if isinstance(name, str) and name != file.stem:
        return [(("name",), f"`name` is `{name}`, but the file is called {file.name}.")]
    return []


def _syntax_fault(message: str, text: str, where: str) -> GuideFault:
    at = _AT_LINE.search(message)
    line = at[1] if at and at[1] else str(text.count("\n") + 1)
    what = _AT_LINE.sub("", message)
    return GuideFault(f"The TOML cannot be read: {what}.", where=f"{where}:{line}")
