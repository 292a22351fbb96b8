"""A guide file is read and checked; all its faults are told at once, each with its line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path as File
from typing import Any

from bonafide.guides import sense, shape
from bonafide.guides.build import build
from bonafide.guides.lines import Path, find_lines, line_of
from bonafide.model.faults import Faults, GuideFault
from bonafide.model.guide import Guide

MOST_BYTES = 4_000_000
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def check_file(file: File) -> tuple[GuideFault, ...]:
    """Every fault of a guide file in the order of its lines; none where it can be used."""
    return _read(file)[1]


def read_file(file: File) -> Guide:
    """The guide in `file`; raises `Faults` with every `GuideFault` it has."""
    table, faults = _read(file)
    if faults:
        raise Faults(faults)
    return build(table)


def _read(file: File) -> tuple[dict[str, Any], tuple[GuideFault, ...]]:
    try:
        text = _text(file)
        return _parse(text, file)
    except GuideFault as fault:
        return {}, (fault,)


def _text(file: File) -> str:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise GuideFault("The file is too large to be a guide.", where=str(file))
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise GuideFault(f"The guide cannot be read ({error.strerror}).", where=str(file)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise GuideFault(
            "The text is not UTF-8.", where=f"{file}:{line}", mend="Save the file as UTF-8."
        ) from error


def _parse(text: str, file: File) -> tuple[dict[str, Any], tuple[GuideFault, ...]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_fault(str(error), text, file) from error
    found = [*shape.findings(table), *sense.findings(table), *_name_finding(table, file)]
    lines = find_lines(text) if found else {}
    placed = sorted((line_of(lines, path), what) for path, what in found)
    return table, tuple(GuideFault(what, where=f"{file}:{line}") for line, what in placed)


def _name_finding(table: dict[str, Any], file: File) -> list[tuple[Path, str]]:
    """A guide is asked for by its file's name, so that the two must agree."""
    name = table.get("name")
    if isinstance(name, str) and name != file.stem:
        return [(("name",), f"`name` is `{name}`, but the file is called {file.name}.")]
    return []


def _syntax_fault(message: str, text: str, file: File) -> GuideFault:
    at = _AT_LINE.search(message)
    line = at[1] if at and at[1] else str(text.count("\n") + 1)
    what = _AT_LINE.sub("", message)
    return GuideFault(f"The TOML cannot be read: {what}.", where=f"{file}:{line}")
