"""The form that hands tables in: its files, a select for each field, the days, and what of it is shown again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bonafide.model.faults import Fault, Faults, InputFault
from bonafide.services import tables
from bonafide.services.preparing import File
from bonafide.services.tables import Column, Field, Kind, Looked, Option, Sent, Table
from bonafide.web.forms import CAP

LONGEST = 80
"""Characters of a column's name with its samples, in a list to choose from; and of an answer."""
DATES = "dates"
"""The option that says whether the day or the month comes first."""


@dataclass(frozen=True, slots=True)
class Select:
    """A field and the columns that it may stand in: value, words, whether chosen."""

    name: str
    field: Field
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One table of the page: the name of its files, and the selects of its fields, none before its columns are known."""

    name: str
    table: Table
    selects: tuple[Select, ...] = ()


class TablesForm(forms.Form):
    """What is asked beside the tables. `authorised` is asked before anything is read."""

    authorised = forms.BooleanField(required=False, label=_("Your authority"))
    name = forms.CharField(required=False, max_length=200, label=_("What it is called"))
    changed = forms.DateField(required=False, label=_("The day of a change"))
    start = forms.DateField(required=False, label=_("From"))
    end = forms.DateField(required=False, label=_("To"))

    def __init__(
        self, kind: Kind, data: Any = None, files: MultiValueDict[str, UploadedFile[Any]] | None = None
    ):
        super().__init__(data)
        self.kind = kind
        self.options = tables.questions(kind)
        self.fields |= {option.name: _answer(option) for option in self.options}
        self.uploads: MultiValueDict[str, UploadedFile[Any]] = files or MultiValueDict()

    def sent(self) -> list[Sent]:
        """The tables. Raises Faults with every field that is wrong, and InputFault without the person's authority."""
        if not self.is_valid():
            raise Faults(list(self._wrong()))
        if not self.cleaned_data["authorised"]:
            what = gettext(
                "Nothing was read: you have not said that you are authorised to use these records."
            )
            raise InputFault(what, mend=gettext("Tick it if you are, and choose the files again."))
        return [Sent(table, self._files(table), self._chosen(table)) for table in self.kind.tables]

    def answers(self) -> dict[str, str]:
        """What was said to the kind's own questions; call it on a valid form."""
        return {option.name: self.cleaned_data[option.name] for option in self.options}

    def questions(self) -> list[tuple[Option, str]]:
        """Those that are asked beside the tables, each with what was said; how dates are meant is asked with the columns."""
        asked = [option for option in self.options if option.name != DATES]
        return [(option, self.data.get(option.name, "")) for option in asked]

    def parts(self, looked: Sequence[Looked | None] = ()) -> list[Part]:
        """The tables of the page, with the columns of those that were looked at."""
        seen = looked or [None] * len(self.kind.tables)
        return [
            Part(_files_of(table), table, tuple(self._selects(table, one)) if one else ())
            for table, one in zip(self.kind.tables, seen, strict=True)
        ]

    def _wrong(self) -> Iterator[Fault]:
        for name, errors in self.errors.items():
            yield InputFault(" ".join(map(str, errors)), where=str(self.fields[name].label))

    def _files(self, table: Table) -> tuple[File, ...]:
        found = []
        for upload in self.uploads.getlist(_files_of(table)):
            name = upload.name or "file"
            if (upload.size or 0) > CAP:
                what = gettext("The file is larger than 20 MB.")
                mend = gettext("Measure it at a terminal: “bonafide evidence add” takes more.")
                raise InputFault(what, where=name, mend=mend)
            found.append(File(name=name, content=upload.read()))
        return tuple(found)

    def _chosen(self, table: Table) -> dict[str, str]:
        """What was chosen for the fields that were asked about; a needed one that was left open is looked for."""
        asked = [(field, self.data.get(_select_of(table, field))) for field in table.fields]
        return {
            field.name: header
            for field, header in asked
            if header or (header is not None and not field.required)
        }

    def _selects(self, table: Table, looked: Looked) -> Iterator[Select]:
        headers = {column.header for column in looked.columns}
        for field in filter(lambda field: field.asked, table.fields):
            name = _select_of(table, field)
            before = self.data.get(name)
            now = before if before in headers or before == "" else looked.found.get(field.name, "")
            options = [(one.header, _words(one), one.header == now) for one in looked.columns]
            yield Select(name, field, tuple(options))


def _answer(option: Option) -> forms.Field:
    if option.choices:
        choices = [("", ""), *((choice, choice) for choice in option.choices)]
        return forms.ChoiceField(required=False, label=option.help, choices=choices)
    return forms.CharField(required=False, label=option.help, max_length=LONGEST)


def _words(column: Column) -> str:
    """A column with its samples: `Created: 2025-01-02, 2025-01-05`."""
    told = ", ".join(column.samples) or gettext("empty")
    text = f"{column.header}: {told}"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _files_of(table: Table) -> str:
    return f"files.{table.files}"


def _select_of(table: Table, field: Field) -> str:
    return f"{table.columns}.{field.name}"
