"""The person to whom a letter goes: how an address and a greeting name them in the letter's language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person's name with what stands before it. `gender` is woman or man where a form of address says so, else ""."""

    gender: str
    form: str
    titles: tuple[str, ...]
    names: tuple[str, ...]

    def greeting(self, language: str) -> str:
        """`Ms Lind`, `Frau Dr. Lind`; the whole name where no form of address is known."""
        if not self.gender:
            return " ".join((*self.titles, *self.names))
        if self.titles and language in _words()["titles"]["instead"]:
            return f"{self.titles[0]} {self._family()}"
        return " ".join((self._form("greeting", language), *self.titles, self._family()))

    def address(self, language: str) -> str:
        """`Herrn Dr. Jon Berg`, as it stands above a letter."""
        form = (self._form("address", language),) if self.gender else ()
        return " ".join((*form, *self.titles, *self.names))

    def _form(self, place: str, language: str) -> str:
        known = _words()[self.gender]
        return self.form if self.form in known["own"].get(language, ()) else str(known[place][language])

    def _family(self) -> str:
        """The last name with the small words before it; all names where there are more than two."""
        if len(self.names) < 2:
            return " ".join(self.names)
        small = next((at for at, name in enumerate(self.names) if at and name[:1].islower()), None)
        if small is not None:
            return " ".join(self.names[small:])
        return self.names[1] if len(self.names) == 2 else " ".join(self.names)


def addressee(text: str) -> Addressee:
    """Reads `Frau Dr. Ada Lind`, `Mr Jon van Berg`, `Ada Lind`; what stands behind a comma is no name."""
    words = text.split(",")[0].split()
    gender = next((who for who in ("woman", "man") if words and words[0] in _words()[who]["written"]), "")
    form = words.pop(0) if gender else ""
    size = next(
        (at for at, word in enumerate(words) if word not in _words()["titles"]["written"]), len(words)
    )
    return Addressee(gender, form, tuple(words[:size]), tuple(words[size:]))


@cache
def _words() -> dict[str, Any]:
    text = files("bonafide.tailoring").joinpath("data", "addressing.toml").read_text("utf-8")
    return tomllib.loads(text)
