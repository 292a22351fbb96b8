"""What a form says about values by pointer: fields are named by their pointers, buttons by what they do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bonafide.services.readouts import Row

Shown = Callable[[str], Row | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Values to be kept (None: left out), a pointer to be taken back, a loose text to be placed (its number, the
    pointer, its words), a requirement to be added (text, kind). `pointer` is the value that it is about."""

    pointer: str = ""
    wanted: Mapping[str, Any] = field(default_factory=dict)
    back: str = ""
    place: tuple[int, str, str] | None = None
    asked: tuple[str, str] | None = None


def deed(sent: Mapping[str, str], shown: Shown, named: str | None) -> Deed:
    """What was done; `named` is the field or button from which a part of a page was sent, None for the whole form."""
    if named and named.startswith("/"):
        return Deed(pointer=named, wanted=_changed(sent, shown, named))
    typed = {} if named else _changed(sent, shown, "")
    if at := sent.get("out"):
        return Deed(pointer=at, wanted={**typed, at: None})
    if at := sent.get("back"):
        return Deed(pointer=at, wanted=typed, back=at)
    if (at := sent.get("right")) and (row := shown(at)):
        return Deed(pointer=at, wanted={**typed, at: row.value})
    if at := sent.get("add"):
        return Deed(wanted={**typed, **_added(sent, at)})
    return _about_loose(sent, typed)


def _about_loose(sent: Mapping[str, str], typed: Mapping[str, Any]) -> Deed:
    line = sent.get("line", "")
    if "nothing" in sent and line.isdecimal():
        return Deed(wanted={**typed, f"/unplaced/{line}": None})
    if "place" in sent and line.isdecimal():
        return Deed(wanted=typed, place=(int(line), sent.get("what", ""), _plain(sent.get("words", ""))))
    if "ask" in sent:
        return Deed(wanted=typed, asked=(_plain(sent.get("new-text", "")), sent.get("new-kind", "must")))
    return Deed(wanted=typed)


def _changed(sent: Mapping[str, str], shown: Shown, only: str) -> dict[str, Any]:
    """The values that differ from what is shown, None for what was emptied; with `only`, that one pointer's."""
    wanted: dict[str, Any] = {}
    for pointer in sent:
        row = shown(pointer) if pointer.startswith("/") and only in ("", pointer) else None
        if row is not None and (text := _plain(sent[pointer])) != row.value:
            wanted[pointer] = text or None
    return wanted


def _added(sent: Mapping[str, str], at: str) -> dict[str, str]:
    """What is filled in to add to the entry or section at a pointer: the chosen field's pointer and its text."""
    pointer, text = sent.get(f"new{at}", ""), _plain(sent.get(f"text{at}", ""))
    return {pointer: text} if pointer.startswith("/") and text else {}


def _plain(text: str) -> str:
    return " ".join(text.split())
