"""LinkedIn's data export: a zip archive of tables, one file a section; other people's data in it is not opened."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib import resources

from bonafide.cv.addresses import location_of
from bonafide.cv.bodies import body_of
from bonafide.cv.cleaning import clean
from bonafide.cv.contacts import account_of
from bonafide.cv.education import split_degree
from bonafide.cv.gather import Entry, Found, Gathered, build
from bonafide.cv.paragraph import Cell, Paragraph, Run
from bonafide.cv.phones import international
from bonafide.cv.text import decoded
from bonafide.cv.zipped import Archive
from bonafide.language.periods import parse_date
from bonafide.model.faults import UnreadableFault
from bonafide.model.place import AtPointer
from bonafide.model.reading import CvReading, Unplaced

MOST_ROWS = 2000
_MEND = 'Ask LinkedIn for "Download larger data archive" and give the zip file as it comes.'
_DATES = ("start_date", "end_date", "date", "release_date")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s,\]]+")

Row = tuple[str, Mapping[str, str]]
"""A row's pointer (`/Positions.csv/0`) and its texts by column."""


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    text = resources.files("bonafide.cv").joinpath("data/linkedin.toml").read_text("utf-8")
    return tomllib.loads(text)


def read_record(content: bytes) -> CvReading:
    """Read the archive; raises `UnreadableFault` where it is broken, too large, or holds no profile."""
    export = _Export(Archive(content))
    found = Gathered(*export.basics(), {section: export.section(section) for section in _tables()})
    profile, sources = build(found)
    if not sources:
        raise UnreadableFault("This LinkedIn archive holds no profile.", mend=_MEND)
    return CvReading(profile, sources, tuple(export.unplaced))


class _Export:
    """One archive being read; gathers what fits no field."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.files = {name.rpartition("/")[2]: name for name in archive.names()}
        self.unplaced: list[Unplaced] = []

    def rows(self, file: str) -> Iterator[Row]:
        """The rows of a table, none where there is no such file."""
        if file not in self.files:
            return
        text = decoded(self.archive.content(self.files[file]))
        try:
            for index, row in enumerate(csv.DictReader(io.StringIO(text))):
                if index >= MOST_ROWS:
                    raise UnreadableFault("This table has more rows than a CV.", where=file, mend=_MEND)
                yield f"/{file}/{index}", {key: value for key, value in row.items() if key and value}
        except csv.Error as fault:
            raise UnreadableFault(f"This table is broken ({fault}).", where=file, mend=_MEND) from fault

    def section(self, name: str) -> list[Entry]:
        """The entries of one section, in the file's order."""
        table = _tables()[name]
        entries = [self._entry(at, row, table) for at, row in self.rows(table["file"])]
        return [_with_subject(entry) if name == "education" else entry for entry in entries if entry]

    def _entry(self, at: str, row: Mapping[str, str], table: Mapping[str, str]) -> Entry:
        entry: Entry = {}
        for field, column in table.items():
            found = _cell(at, row, column) if field != "file" else None
            if found is None:
                continue
            if field == "body":
                entry.update(_body(row[column], at, column, "projects" if "Projects" in at else ""))
            elif field not in _DATES:
                entry[field] = found
            elif date := parse_date(found.value):
                entry[field] = Found(date.iso(), found.text, found.place, 1.0)
        told = set(table.values())
        self.unplaced += [
            Unplaced(clean(text), AtPointer(f"{at}/{column}"))
            for column, text in row.items()
            if column not in told
        ]
        return entry

    def basics(self) -> tuple[Entry, Entry, list[Entry]]:
        """Basics, location and accounts, from the profile and the files of addresses and numbers."""
        basics: Entry = {}
        location: Entry = {}
        profiles: list[Entry] = []
        for at, row in self.rows("Profile.csv"):
            basics.update(_person(at, row))
            place = _cell(at, row, "Geo Location") or _cell(at, row, "Address")
            if place:
                location = location_of(place.value, place.place, 1.0)
            _add_sites(basics, profiles, at, row)
        mail = self._chosen("Email Addresses.csv", "Email Address", "Primary")
        if mail:
            basics["email"] = mail
        country = location.get("country_code")
        phone = self._chosen("PhoneNumbers.csv", "Number", "") or self._chosen(
            "Phone Numbers.csv", "Number", ""
        )
        if phone:
            number = international(phone.value, country.value if isinstance(country, Found) else None)
            basics["phone"] = Found(number or phone.value, phone.text, phone.place, 1.0)
        return basics, location, profiles

    def _chosen(self, file: str, column: str, mark: str) -> Found | None:
        """The value of the row that is marked, else of the first."""
        rows = [(at, row) for at, row in self.rows(file) if row.get(column)]
        marked = [item for item in rows if _says_yes(item[1], mark)]
        return next((_cell(at, row, column) for at, row in [*marked, *rows]), None)


def _with_subject(entry: Entry) -> Entry:
    """ "BEng Civil Engineering" as the degree and its subject."""
    degree = entry.get("study_type")
    if not isinstance(degree, Found):
        return entry
    parts = zip(("study_type", "area"), split_degree(degree.value), strict=True)
    rest = {name: found for name, found in entry.items() if name != "study_type"}
    return {**rest, **{name: replace(degree, value=value) for name, value in parts if value}}


def _says_yes(row: Mapping[str, str], column: str) -> bool:
    """Whether a column of a row says yes."""
    return row.get(column, "").strip().lower() in ("yes", "true")


def _cell(at: str, row: Mapping[str, str], column: str) -> Found | None:
    text = clean(row.get(column, ""))
    return Found(text, text, AtPointer(f"{at}/{column}"), 1.0) if text else None


def _person(at: str, row: Mapping[str, str]) -> Entry:
    names = [found for column in ("First Name", "Last Name") if (found := _cell(at, row, column))]
    entry: Entry = {}
    if names:
        whole = " ".join(name.value for name in names)
        entry["name"] = Found(whole, whole, names[0].place, 1.0)
    for field, column in (("label", "Headline"), ("summary", "Summary")):
        if found := _cell(at, row, column):
            entry[field] = found
    return entry


def _add_sites(basics: Entry, profiles: list[Entry], at: str, row: Mapping[str, str]) -> None:
    """Web sites are written as "[PERSONAL:https://ada.example,OTHER:https://github.com/ada]"."""
    for column in ("Websites", "Twitter Handles"):
        found = _cell(at, row, column)
        if found is None:
            continue
        for url in _ADDRESS.findall(found.value):
            account = account_of(url)
            if account:
                values = {"network": account.network, "username": account.username, "url": account.url}
                profiles.append({name: Found(v, found.text, found.place, 1.0) for name, v in values.items()})
            elif "url" not in basics:
                basics["url"] = Found(url, found.text, found.place, 1.0)
        if column == "Twitter Handles" and (handle := found.value.strip("[]@ ")):
            profiles.append(
                {
                    "network": Found("Twitter", found.text, found.place, 1.0),
                    "username": Found(handle, found.text, found.place, 1.0),
                }
            )


def _body(text: str, at: str, column: str, section: str) -> Entry:
    """A description's lines as summary and highlights; projects call a summary a description."""
    place = AtPointer(f"{at}/{column}")
    lines = [clean(line) for line in text.splitlines()]
    paragraphs = [Paragraph(cells=(Cell((Run(line),), place),)) for line in lines if line]
    body = body_of(paragraphs)
    if section == "projects" and "summary" in body:
        body["description"] = body.pop("summary")
    return {name: _sure(found) for name, found in body.items()}


def _sure(found: Found | list[Found]) -> Found | list[Found]:
    if isinstance(found, list):
        return [Found(item.value, item.text, item.place, 1.0) for item in found]
    return Found(found.value, found.text, found.place, 1.0)
