"""Everything goes out and comes in again, to the byte; an archive that is none of ours changes nothing."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from bonafide.model.faults import Fault
from bonafide.model.rating import FACETS
from bonafide.services import applications, backup, editing, library, loops, opinions, rehearsing, storybook
from bonafide.services.rehearsing import Said
from bonafide.store.models import (
    Application,
    Attempt,
    Blob,
    Cv,
    Event,
    KeptStory,
    Opinion,
    Paper,
    Person,
    Rehearsal,
    Version,
)
from bonafide.store.owned import Owned
from rehearsed import GOOD

TABLES = [table._meta.db_table for table in backup.TABLES]


@pytest.fixture(autouse=True)
def own_guides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of own guides with one in it."""
    folder = tmp_path / "guides"
    folder.mkdir()
    (folder / "mine.toml").write_text("name = 'mine'\n")
    monkeypatch.setattr(library, "own_folder", lambda: folder)
    return folder


def exported(owner: Person) -> bytes:
    """The archive as bytes."""
    file = io.BytesIO()
    backup.write(owner, file)
    return file.getvalue()


def emptied(owner: Person) -> None:
    """Nothing of the owner's left."""
    tables: tuple[type[Owned], ...] = (
        Opinion,
        Attempt,
        Rehearsal,
        KeptStory,
        Event,
        Paper,
        Version,
        Application,
        Cv,
        Blob,
    )
    for table in tables:
        table.of(owner).delete()


def changed(archive: bytes, name: str, content: bytes | None) -> io.BytesIO:
    """The archive with one part replaced, or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
            elif content is not None:
                new.writestr(name, content)
    out.seek(0)
    return out


def test_out_and_in_again_is_the_same_to_the_byte(
    owner: Person, application: Application, now: datetime, own_guides: Path
) -> None:
    editing.switch(owner, application.pk, "/work/0/highlights/0", False)
    applications.again(owner, application.pk, now)
    first = exported(owner)
    assert exported(owner) == first
    emptied(owner)
    (own_guides / "mine.toml").unlink()
    counted = backup.read(owner, io.BytesIO(first))
    assert counted.known == 0
    assert exported(owner) == first
    assert applications.paper(owner, application.pk, 2, "cv.pdf")[1].startswith(b"%PDF")


def test_what_was_rehearsed_goes_along(owner: Person, application: Application, now: datetime) -> None:
    loop = loops.begin(owner, application.pk, "short", now)
    loops.go_into(owner, loop.pk, 1)
    asked = loops.page(owner, loop.pk)
    said = Said(guide=asked.plan.guide, question=asked.plan.questions[0], answer=GOOD, rehearsal=loop.pk)
    attempt = rehearsing.begin(owner, said, now)
    own = {"level": "3", **dict.fromkeys(FACETS, "1")}
    own |= {f"point {id}": "0" for id in rehearsing.rated(attempt).points}
    opinions.rate_oneself(owner, attempt.pk, own, now)
    story = storybook.keep(owner, storybook.drafts(owner, [])[0].story.source, now)
    storybook.tell(owner, story.pk, now.date(), "Quillmere", now)
    first = exported(owner)
    emptied(owner)
    backup.read(owner, io.BytesIO(first))
    assert exported(owner) == first
    assert storybook.one(owner, story.pk).last == now.date()
    assert loops.page(owner, loop.pk).waiting == attempt
    assert len(opinions.panel(owner, attempt).raters) == 2


def test_an_archive_from_before_there_was_practice_still_comes_in(
    owner: Person, application: Application
) -> None:
    archive = exported(owner)
    tables = [name for name in TABLES if name not in ("rehearsal", "attempt", "opinion", "story")]
    old = changed(archive, "manifest.json", json.dumps({"bonafide": 1, "tables": tables}).encode())
    for name in ("rehearsal", "attempt", "opinion", "story"):
        old = changed(old.getvalue(), f"{name}.jsonl", None)
    emptied(owner)
    backup.read(owner, old)
    assert exported(owner) == archive


def test_an_archive_with_a_table_of_tomorrow_is_refused(owner: Person, application: Application) -> None:
    for tables in ([*TABLES, "tomorrow"], "all", None):
        newer = changed(
            exported(owner), "manifest.json", json.dumps({"bonafide": 1, "tables": tables}).encode()
        )
        with pytest.raises(Fault, match="another version"):
            backup.read(owner, newer)


def test_the_same_archive_again_adds_nothing(owner: Person, application: Application) -> None:
    archive = exported(owner)
    counted = backup.read(owner, io.BytesIO(archive))
    assert (counted.new, exported(owner)) == (0, archive)


def test_another_persons_archive_does_not_touch_their_rows(
    owner: Person, stranger: Person, application: Application
) -> None:
    archive = exported(owner)
    with pytest.raises(Fault):
        backup.read(stranger, io.BytesIO(archive))
    assert not Application.of(stranger).exists()
    assert exported(owner) == archive


def test_broken_archives_are_said_and_change_nothing(owner: Person, application: Application) -> None:
    archive = exported(owner)
    emptied(owner)
    card = zipfile.ZipFile(io.BytesIO(archive)).read("application.jsonl")
    colour = json.dumps({**json.loads(card), "colour": "red"}).encode()
    moment = json.dumps({**json.loads(card), "created": "yesterday"}).encode()
    digest = next(
        name for name in zipfile.ZipFile(io.BytesIO(archive)).namelist() if name.startswith("blobs/")
    )
    for broken in (
        io.BytesIO(b"no archive"),
        io.BytesIO(archive[: len(archive) // 2]),
        changed(archive, "manifest.json", b'{"bonafide": 99}'),
        changed(archive, "manifest.json", b"[" * 100_000),
        changed(archive, "cv.jsonl", b""),
        changed(archive, "application.jsonl", b"nonsense"),
        changed(archive, "application.jsonl", colour),
        changed(archive, "application.jsonl", moment),
        changed(archive, "version.jsonl", None),
        changed(archive, digest, b"other bytes"),
    ):
        with pytest.raises(Fault):
            backup.read(owner, broken)
        assert not Application.of(owner).exists()
        assert not Blob.of(owner).exists()


def test_a_guide_with_a_path_in_its_name_is_not_written(
    owner: Person, application: Application, tmp_path: Path
) -> None:
    out = changed(exported(owner), "guides/mine.toml", None)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("guides/../evil.toml", "x")
    backup.read(owner, out)
    assert not (tmp_path / "evil.toml").exists()


def test_a_file_is_written_whole_or_not_at_all(
    owner: Person, application: Application, tmp_path: Path
) -> None:
    target = backup.export(owner, tmp_path / "all.zip")
    assert target.read_bytes() == exported(owner)
    with pytest.raises(Fault, match="cannot be written"):
        backup.export(owner, tmp_path / "no" / "all.zip")
    assert [path.name for path in tmp_path.glob(".*")] == []
