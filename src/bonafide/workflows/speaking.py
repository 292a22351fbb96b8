"""The language of a letter, and what is said where it is not the CV's."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bonafide import tailoring

Notes = tuple[str, ...]


def language_of(asked: str | None, read: str | None) -> tuple[str, Notes]:
    """The language asked for, else the CV's (`read`), else English; with what the person is to be told of it."""
    wanted = asked or read or "en"
    if wanted in tailoring.languages():
        return wanted, _left_in(read, wanted)
    note = f"There are no words for letters in {_named(wanted)} yet: the letter's own words are English."
    return "en", (note, *_left_in(read, "en"))


def _left_in(read: str | None, letter: str) -> Notes:
    """What stays in the CV's language; nothing where the letter has the same."""
    if not read or read == letter:
        return ()
    note = f"The CV is in {_named(read)} and the letter in {_named(letter)}: nothing was translated. What the letter takes"
    return (
        f"{note} from the CV it quotes in the CV's own words; titles, degrees and names stand as they are.",
    )


def _named(code: str) -> str:
    return _names().get(code, f"“{code}”")


@cache
def _names() -> Mapping[str, str]:
    text = files("bonafide.workflows").joinpath("data/languages.toml").read_text("utf-8")
    return tomllib.loads(text)
