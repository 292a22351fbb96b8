"""What was read of a posting, value by value, as the page to correct it shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bonafide.model.posting import Posting, RequirementKind
from bonafide.services import correcting, labels
from bonafide.services.applications import PostingLine, posting_lines
from bonafide.services.labels import Words
from bonafide.services.readouts import Entry, Row, gone_of
from bonafide.store.models import Application
from bonafide.store.nouns import decode
from bonafide.workflows.pointers import value_at
from bonafide.workflows.values import EMPLOYMENT, REMOTE, UNITS

CHOICES: Mapping[str, tuple[str, ...]] = {
    "remote": ("", *REMOTE),
    "employmentType": ("", *EMPLOYMENT),
    "unit": ("", *UNITS),
    "kind": tuple(str(kind) for kind in RequirementKind),
}
HEAD = ("/title", "/company", "/remote", "/employmentType", "/datePosted", "/validThrough", "/contact")
PAY = ("/salary/min", "/salary/max", "/salary/currency", "/salary/unit")
PLACE = ("city", "region", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingSheet:
    """The posting's values: its head with the pay, its places with one empty, its requirements."""

    head: tuple[Row, ...]
    places: tuple[Entry, ...]
    requirements: tuple[Entry, ...]
    kinds: tuple[tuple[str, Words], ...]
    gone: tuple[tuple[str, str, str], ...]

    @property
    def doubtful(self) -> int:
        """How many values the reader is not sure of and the person has not looked at."""
        return sum(row.doubtful for row in self._rows())

    def row(self, pointer: str) -> Row | None:
        """The row of a value."""
        return next((row for row in self._rows() if row.pointer == pointer), None)

    def _rows(self) -> Iterator[Row]:
        yield from self.head
        for entry in (*self.places, *self.requirements):
            yield from entry.rows


def posting_sheet(application: Application, refused: correcting.Refused | None = None) -> PostingSheet | None:
    """The values of a card's posting; None where it was not read."""
    if application.posting is None:
        return None
    posting = decode(Posting, application.posting)
    made = _Rows(posting, application.corrections, refused or {}, tuple(posting_lines(posting)))
    return PostingSheet(
        head=tuple(made.row(pointer) for pointer in (*HEAD, *PAY)),
        places=tuple(made.entries("/locations", PLACE, len(made.posting.locations), blank=True)),
        requirements=tuple(
            made.entries("/requirements", ("text", "kind"), len(made.posting.requirements), blank=False)
        ),
        kinds=_options("kind"),
        gone=tuple(gone_of(application.corrections)),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    posting: Posting
    corrections: Mapping[str, Any]
    refused: correcting.Refused
    lines: tuple[PostingLine, ...]

    def row(self, pointer: str) -> Row:
        """A value, also where nothing was read: every field of a posting is shown."""
        name = pointer.rpartition("/")[2]
        read = _told(value_at(self.posting, pointer))
        corrected = pointer in self.corrections
        typed, fault = self.refused.get(pointer, (None, None))
        said = _told(self.corrections[pointer]) if corrected else read
        return Row(
            pointer=pointer,
            label=labels.POSTING[name],
            value=str(typed) if typed is not None else said,
            read=read,
            printed=read,
            place=self._place(read) if name == "text" else "",
            long=name == "text",
            fixed=name == "text",
            options=_options(name),
            doubtful=correcting.is_doubtful(pointer, self.posting.sure.get(pointer, 1.0), self.corrections),
            corrected=corrected,
            fault=fault,
        )

    def _place(self, text: str) -> str:
        """The name of the line in which a requirement stands."""
        return next((line.place for line in self.lines if text and text in line.text), "")

    def entries(self, at: str, names: tuple[str, ...], count: int, *, blank: bool) -> Iterator[Entry]:
        """The items that were read and those that were added; with `blank` one more to be filled in."""
        end = correcting.next_index(at, count, self.corrections)
        for index in range(end + blank):
            pointer = f"{at}/{index}"
            rows = tuple(self.row(f"{pointer}/{name}") for name in names)
            out = pointer in self.corrections and self.corrections[pointer] is None
            if index < count or index == end or any(row.corrected for row in rows):
                heading = rows[0].value
                yield Entry(pointer=pointer, heading=heading, rows=rows, out=out, removable=index < end)


def _told(value: Any) -> str:
    """A value as it is written in a field; amounts without needless decimals."""
    return f"{value:.15g}" if isinstance(value, float) else str(value if value is not None else "")


def _options(name: str) -> tuple[tuple[str, Words], ...]:
    return tuple((code, labels.CODES[code]) for code in CHOICES.get(name, ()))
