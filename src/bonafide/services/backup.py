"""Everything a person keeps, as one archive: out whole, and in again, row by row the same.

The archive is a zip: `manifest.json`, a JSON Lines file for each table in the order in which rows need each other,
`blobs/<sha256>` for the files, `guides/<name>.toml` for the person's own guides. Rows stand in the order of their
ids and every date in the zip is the same, so two exports of the same data are the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils.translation import gettext as _

from bonafide.model.faults import InputFault, UnreadableFault, WorldFault
from bonafide.services import blobs, library
from bonafide.store.models import (
    Application,
    Attempt,
    Blob,
    Cv,
    Event,
    Evidence,
    KeptStory,
    Opinion,
    Paper,
    Person,
    Rehearsal,
    Run,
    Version,
)
from bonafide.store.owned import Owned

T = TypeVar("T", bound=Owned)

FORMAT = 1
TABLES: tuple[type[Owned], ...] = (
    Cv,
    Application,
    Version,
    Paper,
    Event,
    Run,
    Rehearsal,
    Attempt,
    Opinion,
    KeptStory,
    Evidence,
)
"""In the order of need; blobs come before all of them."""

MOST_FILES = 200_000
MOST_BYTES = 8 * 1024**3
LARGEST = 256 * 1024**2
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rows were new, and how many were here already and were left as they are."""

    new: int
    known: int


def export(owner: Person, target: Path) -> Path:
    """Write the archive; a crash leaves the old file or the new one. Raises WorldFault where it cannot be written."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            write(owner, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise WorldFault(
            _("The archive cannot be written (%(why)s).") % {"why": error.strerror},
            where=str(target),
            mend=_("Choose another place."),
        ) from error
    return target


def write(owner: Person, file: IO[bytes]) -> None:
    """Write the archive into an open file. All of it is one moment's data."""
    with transaction.atomic(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(
            archive,
            "manifest.json",
            _json({"bonafide": FORMAT, "tables": [t._meta.db_table for t in TABLES]}),
        )
        _put(archive, "blob.jsonl", b"".join(_lines(Blob, owner, leaving=("content", "owner"))))
        for sha256 in _digests(owner):
            blob = Blob.of(owner).filter(sha256=sha256).order_by("id")[:1].get()
            _put(archive, f"blobs/{sha256}", blobs.content(blob))
        for table in TABLES:
            _put(archive, f"{table._meta.db_table}.jsonl", b"".join(_lines(table, owner, leaving=("owner",))))
        for guide in sorted(library.own_folder().glob("*.toml")):
            _put(archive, f"guides/{guide.name}", guide.read_bytes())


def read(owner: Person, file: IO[bytes]) -> Imported:
    """Bring an archive in, whole or not at all; what is here already stays as it is.

    Raises UnreadableFault or InputFault, saying where, for anything that is no archive of ours.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            _bounded(archive)
            tables = _known_tables(archive)
            with transaction.atomic():
                counted = _rows_in(archive, owner, tables)
                # References are otherwise looked at when the transaction ends: too late to say it well.
                connection.check_constraints()
            _guides_in(archive)
    except zipfile.BadZipFile as error:
        raise UnreadableFault(
            _("This is no archive (%(why)s).") % {"why": error},
            mend=_("Give a file that “bonafide export” made."),
        ) from error
    except IntegrityError as error:
        raise InputFault(
            _("The archive does not fit together (%(why)s).") % {"why": error},
            mend=_("Export it again from where it came from."),
        ) from error
    return counted


def _rows_in(archive: zipfile.ZipFile, owner: Person, tables: Collection[str]) -> Imported:
    ids, new, known = _blobs_in(archive, owner)
    for table in (one for one in TABLES if one._meta.db_table in tables):
        here = set(table.of(owner).values_list("pk", flat=True))
        fresh = [
            row
            for number, plain in _records(archive, f"{table._meta.db_table}.jsonl")
            if (row := _row(table, _renamed(plain, ids), owner, number)).pk not in here
        ]
        total = sum(1 for _ in _records(archive, f"{table._meta.db_table}.jsonl"))
        table.of(owner).bulk_create(fresh, batch_size=200)
        new, known = new + len(fresh), known + total - len(fresh)
    return Imported(new, known)


def _blobs_in(archive: zipfile.ZipFile, owner: Person) -> tuple[Mapping[str, str], int, int]:
    """The archive's blobs kept, and what each is called here: the same bytes may be here under another id."""
    ids: dict[str, str] = {}
    new = 0
    for number, plain in _records(archive, "blob.jsonl"):
        sha256, media_type = str(plain.get("sha256", "")), str(plain.get("media_type", ""))
        here = Blob.of(owner).filter(sha256=sha256, media_type=media_type).only("pk").first()
        if here is None:
            content = _member(archive, f"blobs/{sha256}")
            if hashlib.sha256(content).hexdigest() != sha256:
                raise InputFault(
                    _("The file's bytes were changed."), where=f"blobs/{sha256}", mend=_("Export it again.")
                )
            here = _row(Blob, {**plain, "size": len(content)}, owner, number)
            here.content = content
            here.save(force_insert=True)
            new += 1
        ids[str(plain.get("id"))] = str(here.pk)
    return ids, new, len(ids) - new


def _renamed(plain: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """The record with its blobs as they are called here."""
    row = dict(plain)
    for name in ("file", "blob"):
        if name in row:
            row[name] = ids.get(row[name], row[name])
    if isinstance(row.get("pages"), list):
        row["pages"] = [
            {**page, "blob": ids.get(page.get("blob"), page.get("blob"))} for page in row["pages"]
        ]
    return row


def _row(table: type[T], plain: Mapping[str, Any], owner: Person, number: int) -> T:
    known = {field.name: field for field in _fields(table, ("owner", "content"))}
    where = f"{table._meta.db_table}.jsonl:{number}"
    if set(plain) != set(known):
        raise InputFault(
            _("The record has other fields than this version keeps."), where=where, mend=_("Update Bonafide.")
        )
    try:
        values = {known[name].attname: _decoded(known[name], value) for name, value in plain.items()}
    except (ValidationError, TypeError, ValueError) as error:
        raise InputFault(
            _("The record cannot be read (%(why)s).") % {"why": error},
            where=where,
            mend=_("Export it again."),
        ) from error
    return table(owner=owner, **values)


def _lines(table: type[Owned], owner: Person, leaving: tuple[str, ...]) -> Iterator[bytes]:
    fields = _fields(table, leaving)
    for row in (
        table.of(owner).order_by("id").defer(*(() if "content" not in leaving else ("content",))).iterator()
    ):
        yield _json({field.name: _encoded(field.value_from_object(row)) for field in fields})


def _fields(table: type[Owned], leaving: tuple[str, ...]) -> list[models.Field[Any, Any]]:
    return [field for field in table._meta.concrete_fields if field.name not in leaving]


def _encoded(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _decoded(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    return target.to_python(value)


def _digests(owner: Person) -> list[str]:
    return sorted(set(Blob.of(owner).values_list("sha256", flat=True)))


def _records(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(_member(archive, name).splitlines(), 1):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputFault(
                _("The line is no JSON."), where=f"{name}:{number}", mend=_("Export it again.")
            ) from error
        if not isinstance(record, dict):
            raise InputFault(
                _("The line is no record."), where=f"{name}:{number}", mend=_("Export it again.")
            )
        yield number, record


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except (KeyError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        what = _("The archive lacks this part, or it is damaged.")
        raise UnreadableFault(what, where=name, mend=_("Export it again.")) from error


def _bounded(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    too_much = len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES
    if too_much or any(entry.file_size > LARGEST for entry in entries):
        raise UnreadableFault(
            _("The archive is larger than anything that is exported."), mend=_("Check where it is from.")
        )


def _known_tables(archive: zipfile.ZipFile) -> Collection[str]:
    """The tables that the archive names: an older one has fewer, a newer one has some that are not known here."""
    found = dict(_records(archive, "manifest.json")).get(1, {})
    tables, known = found.get("tables"), {table._meta.db_table for table in TABLES}
    if (
        found.get("bonafide") != FORMAT
        or not isinstance(tables, list)
        or not known.issuperset(map(str, tables))
    ):
        raise InputFault(
            _("The archive was made by another version of Bonafide."),
            where="manifest.json",
            mend=_("Update Bonafide."),
        )
    return frozenset(map(str, tables))


def _guides_in(archive: zipfile.ZipFile) -> None:
    """Own guides that are not here yet; a name with a folder in it is not one that we wrote."""
    for name in archive.namelist():
        folder, _, plain = name.partition("/")
        target = library.own_folder() / plain
        if (
            folder == "guides"
            and Path(plain).name == plain
            and plain.endswith(".toml")
            and not target.exists()
        ):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_member(archive, name))


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "replace")
