from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.files import publish
from bonafide.model.faults import BugFault, InputFault, WorldFault

FILES = {"cv.pdf": b"%PDF", "letter.md": b"Dear", "empty": b""}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_files_stand_in_a_new_folder(tmp_path: Path) -> None:
    folder = publish(tmp_path / "deep" / "application", FILES)
    assert folder == tmp_path / "deep" / "application"
    assert content(folder) == FILES
    assert [path.name for path in folder.parent.iterdir()] == ["application"]


def test_a_new_version_stands_beside_the_old_one(tmp_path: Path) -> None:
    made = [publish(tmp_path / "a", {"n": str(n).encode()}) for n in range(3)]
    assert [folder.name for folder in made] == ["a", "a-2", "a-3"]
    assert [(folder / "n").read_bytes() for folder in made] == [b"0", b"1", b"2"]


def test_what_bears_the_name_already_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a file")
    (tmp_path / "a-2").symlink_to(tmp_path / "nowhere")
    (tmp_path / "a-3").mkdir()
    (tmp_path / "a-3" / "mine").touch()
    assert publish(tmp_path / "a", FILES).name == "a-4"
    assert (tmp_path / "a").read_bytes() == b"a file"
    assert content(tmp_path / "a-3") == {"mine": b""}


def test_an_empty_folder_made_for_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert publish(tmp_path / "link", FILES) == tmp_path / "a"


def test_a_folder_is_relative_to_where_we_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = publish(Path("applications") / "lamp", FILES)
    assert made.resolve() == tmp_path / "applications" / "lamp"
    assert content(made) == FILES


@pytest.mark.parametrize("name", ["../x", "a/b", "/etc/x", "", ".", ".."])
def test_a_name_that_leads_elsewhere_is_our_bug(tmp_path: Path, name: str) -> None:
    with pytest.raises(BugFault):
        publish(tmp_path / "a", {name: b""})
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputFault, match="cannot be written"):
        publish(tmp_path / "file" / "a", FILES)
    with pytest.raises(InputFault, match="cannot be written"):
        publish(tmp_path / ("x" * 300), FILES)


@pytest.mark.parametrize("number", range(4))
def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    publish(tmp_path / "a", {"old": b"old"})
    calls = iter(range(100))

    def full(handle: int) -> None:
        if next(calls) == number:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorldFault, match="no room"):
        publish(tmp_path / "a", FILES)
    assert {path.name: content(path) for path in tmp_path.iterdir()} == {"a": {"old": b"old"}}


def test_what_a_killed_run_left_is_swept_after_a_day(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in (".a.1-0.part", ".a.2-0.part", ".b.1-0.part"))
    for part in (old, new, other):
        part.mkdir()
    for part in (old, other):
        os.utime(part, (time.time() - 2 * 24 * 3600,) * 2)
    publish(tmp_path / "a", FILES)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.2-0.part", ".b.1-0.part", "a"]


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.text("abc", min_size=1, max_size=4), st.binary(max_size=50), max_size=4))
def test_what_is_published_reads_back(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert content(publish(Path(folder) / "x[1]*?", files)) == files


WRITER = """
import sys
from pathlib import Path
from bonafide.connectors.files import publish
base = Path(sys.argv[1])
number = 0
while True:
    number += 1
    body = str(number).encode() * 2000
    publish(base / "a", {f"{n}": body for n in range(6)})
    print(number, flush=True)
"""


def test_killed_at_any_moment_what_is_there_is_whole(tmp_path: Path) -> None:
    moments = random.Random(7)
    written = 0
    for _ in range(8):
        run = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
        assert run.stdout is not None
        written += len([run.stdout.readline() for _ in range(moments.randint(1, 4))])
        time.sleep(moments.uniform(0.0, 0.01))
        run.kill()
        run.communicate()
    folders = [path for path in tmp_path.iterdir() if path.is_dir() and not path.name.startswith(".")]
    assert len(folders) >= written
    for folder in folders:
        bodies = content(folder)
        assert len(bodies) == 6
        assert len(set(bodies.values())) == 1
