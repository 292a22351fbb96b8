from pathlib import Path

import pytest

from bonafide.connectors import own_guides as room
from bonafide.connectors.own_guides import own_guides
from bonafide.model.faults import InputFault


def test_the_toml_files_of_a_folder_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "ferryman.toml").write_bytes(b'name = "ferryman"')
    (tmp_path / "notes.md").write_bytes(b"no guide")
    (tmp_path / "old.toml").mkdir()
    assert own_guides(tmp_path) == {"ferryman": b'name = "ferryman"'}


def test_no_folder_and_a_folder_too_full_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputFault, match="no such folder"):
        own_guides(tmp_path / "missing")
    monkeypatch.setattr(room, "MOST_FILES", 1)
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_bytes(b"x")
    with pytest.raises(InputFault, match="2 guides"):
        own_guides(tmp_path)
