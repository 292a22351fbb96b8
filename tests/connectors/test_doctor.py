from __future__ import annotations

import json
import ssl
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace

import pytest

from bonafide.connectors import doctor, models
from bonafide.connectors.doctor import DISTRIBUTION, Finding
from bonafide.model.faults import UnreadableFault, WorldFault


def test_this_machine_can_do_the_work(tmp_path: Path) -> None:
    findings = doctor.examine(tmp_path / "data", {})
    assert [finding.name for finding in findings if not finding.ok] == []
    names = {finding.name for finding in findings}
    assert {"Python", "typst", "PDFium", "reading in a child process", "data folder", "disk"} <= names
    assert not (tmp_path / "data").exists()


def test_a_configured_model_is_named_without_its_key_and_one_that_cannot_be_used_says_why() -> None:
    assert list(doctor.model({})) == []
    good = {models.URL: "https://models.example/v1", models.NAME: "larch", models.KEY: "sk-quince"}
    [found] = doctor.model(good)
    assert (found.ok, found.what) == (True, "larch at models.example")
    [lacking] = doctor.model({models.URL: "https://models.example/v1"})
    assert (lacking.ok, models.NAME in lacking.what, bool(lacking.mend)) == (False, True, True)


def test_a_finding_is_plain_json() -> None:
    assert json.dumps(Finding("a", True, "b").to_json()) == '{"name": "a", "ok": true, "what": "b"}'
    assert Finding("a", False, "b", "c").to_json()["mend"] == "c"


def test_an_old_python() -> None:
    assert not doctor.python((3, 10)).ok
    assert doctor.python((3, 11)).ok


def test_the_libraries_are_those_of_the_distribution() -> None:
    assert {"typst", "pypdfium2"} <= set(doctor.requirements(DISTRIBUTION))
    assert doctor.requirements("no-such-distribution") == []


def test_a_missing_library_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "requirements", lambda name: ["no-such-library"])
    (finding,) = doctor.packages("any")
    assert not finding.ok
    assert finding.mend.endswith("pip install no-such-library")


def test_a_font_package_without_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "requirements", lambda name: ["font-of-nobody", "click"])
    (finding,) = doctor.fonts("any")
    assert not finding.ok


def test_a_pdf_library_that_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise OSError("libpdfium.so: wrong machine")

    monkeypatch.setattr(doctor, "importlib", SimpleNamespace(import_module=missing))
    assert "wrong machine" in doctor.pdfium().what


def test_no_certificates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    paths = namedtuple("Paths", "openssl_cafile openssl_capath")(str(tmp_path / "none"), str(tmp_path))
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
    monkeypatch.setattr(doctor.platform, "system", lambda: "Linux")
    assert "ca-certificates" in doctor.certificates().mend


class Broken:
    """A sandbox whose calls end as the test says."""

    def __init__(self, *outcomes: object) -> None:
        self.outcomes = list(outcomes)

    def __call__(self, *_: object, **__: object) -> object:
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def __enter__(self) -> Broken:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""


@pytest.mark.parametrize(
    ("outcomes", "oks"),
    [
        ([WorldFault("No process could be started.")], [False]),
        ([42, UnreadableFault("too large")], [True, True]),
        ([42, b""], [True, False]),
    ],
)
def test_a_sandbox_that_does_not_hold(
    monkeypatch: pytest.MonkeyPatch, outcomes: list[object], oks: list[bool]
) -> None:
    monkeypatch.setattr(doctor, "Sandbox", lambda **_: Broken(*outcomes))
    assert [finding.ok for finding in doctor.sandbox()] == oks


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    finding = doctor.folder(tmp_path / "file")
    assert not finding.ok
    assert "BONAFIDE_HOME" in finding.mend


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda path: SimpleNamespace(free=1024))
    assert not doctor.disk(tmp_path / "a" / "b").ok
