"""Forms, where a narrow column names what stands beside it: their labels are taken off, their fields put in order.

The older Europass CV is one: "Beruf oder Funktion | Leiterin", "Name und Adresse des | Fernhill GmbH". A form names the
employer after the duties; here each entry becomes what other CVs print: dates, position, employer, then the body.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources

from bonafide.cv.cleaning import clean
from bonafide.cv.headings import section_of
from bonafide.cv.paragraph import Paragraph, Run, Style
from bonafide.language.calendar import plain

# A label's first line is at least this long: "Name und" alone would be any text.
_LEAST_BEGINNING = 8
# Fields that make a form of what holds two of them.
_TELLING = ("title", "employer", "degree", "school", "duties")
_HEAD = ("dates", "title", "degree", "employer", "school", "subject")
_NAME_SIZE = 24.0
_SLASH = re.compile(r"\s*/\s*")


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """The field of each label."""
    text = resources.files("bonafide.cv").joinpath("data/form_labels.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    return {
        _key(label): name for name, words in tables.items() for labels in words.values() for label in labels
    }


def field_of(text: str) -> str | None:
    """The field that a label names by itself."""
    return _labels().get(_key(text))


def _key(text: str) -> str:
    return _SLASH.sub("/", plain(clean(text)).strip(" :"))


@lru_cache(maxsize=2048)
def is_part_of_label(text: str) -> bool:
    """A form's label, or one of the lines that a long one is printed over."""
    key = _key(text)
    if key in _labels():
        return field_of(text) != "dates"
    return len(key) >= _LEAST_BEGINNING and any(
        label.startswith(f"{key} ") or label.endswith(f" {key}") for label in _labels()
    )


@dataclass(slots=True)
class _Filled:
    """One entry of a form: its fields, and what stands under them."""

    fields: dict[str, list[Paragraph]] = field(default_factory=dict)
    body: list[Paragraph] = field(default_factory=list)

    def paragraphs(self) -> Iterator[Paragraph]:
        """In the order of other CVs: the head's fields, then the body."""
        for name in _HEAD:
            yield from self.fields.get(name, ())
        yield from self.body


def unformed(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs as they are, or of a form without labels and in order."""
    told = [name for p in paragraphs if (name := field_of(p.text)) in _TELLING]
    begun = sum(_begins(p.text) is not None for p in paragraphs)
    if len(told) + begun < 3:
        return tuple(paragraphs)
    form = _Form()
    rest = tuple(form.read(paragraphs))
    return (*form.names, *rest)


@lru_cache(maxsize=2048)
def _begins(text: str) -> str | None:
    """The field whose label begins with this line and goes on in the next."""
    key = _key(text)
    if len(key) < _LEAST_BEGINNING or key in _labels():
        return None
    return next((name for label, name in _labels().items() if label.startswith(f"{key} ")), None)


class _Form:
    """A form being read; a class, since a label's later lines belong to what the first has opened."""

    def __init__(self) -> None:
        self._label = ""
        self._name: str | None = None
        self._entry = _Filled()
        self.names: list[Paragraph] = []

    def read(self, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
        for paragraph in paragraphs:
            if section_of(clean(paragraph.text)) and len(paragraph.cells) == 1:
                yield from self._flushed()
                yield paragraph
            else:
                yield from self._read(paragraph)
        yield from self._flushed()

    def _read(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        name = self._field(paragraph.text)
        if name is None:
            self._entry.body.append(paragraph)
            return
        if name in ("dates", "name") and self._label == _key(paragraph.text):
            yield from self._flushed()
        value = _beside(paragraph)
        if value is None:
            return
        if name == "name":
            self.names.append(_as_name(value))
        elif name in _HEAD:
            self._entry.fields.setdefault(name, []).append(value)
        else:
            self._entry.body.append(value)

    def _field(self, text: str) -> str | None:
        """The field that a line's label names, by itself or together with the lines above it."""
        key = _key(text)
        longer = f"{self._label} {key}"
        if self._name and any(label == longer or label.startswith(f"{longer} ") for label in _labels()):
            self._label = longer
            return self._name
        name = field_of(text) or _begins(text)
        if name:
            self._label, self._name = key, name
        return name

    def _flushed(self) -> Iterator[Paragraph]:
        entry, self._entry = self._entry, _Filled()
        self._label, self._name = "", None
        yield from entry.paragraphs()


def _beside(paragraph: Paragraph) -> Paragraph | None:
    """What stands beside the label, None where nothing does."""
    if len(paragraph.cells) < 2:
        return None
    return replace(paragraph, cells=paragraph.cells[1:], level=0)


def _as_name(paragraph: Paragraph) -> Paragraph:
    """The person's name in the size that names are printed in."""
    cell = paragraph.cells[0]
    runs = (Run(clean(cell.text), Style(_NAME_SIZE, bold=True)),)
    return replace(paragraph, cells=(replace(cell, runs=runs),))
