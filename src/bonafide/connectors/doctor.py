"""What is installed and works, what is missing, and how to mend it.

Nothing is changed and nothing is fetched; a configured engine for speech alone is given half a second of silence.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import io
import operator
import os
import platform
import re
import shutil
import ssl
import sys
import wave
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bonafide import __version__
from bonafide.connectors import models
from bonafide.connectors import speech as engines
from bonafide.connectors.sandbox import Sandbox
from bonafide.connectors.worker import address_space
from bonafide.model.faults import Fault, InputFault, UnreadableFault

DISTRIBUTION = "bonafides"
OLDEST_PYTHON = (3, 11)
MEGABYTE = 1024 * 1024
LEAST_DISK = 200  # megabytes
PATIENCE = 20.0  # seconds
INSTALL = "Install it with: pip install"
_FONT_FILES = (".ttf", ".otf", ".ttc", ".woff", ".woff2")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its `name`, whether it is `ok`, `what` was found, and how to `mend` it."""

    name: str
    ok: bool
    what: str
    mend: str = ""

    def to_json(self) -> dict[str, object]:
        """`{name, ok, what, mend?}`."""
        plain: dict[str, object] = {"name": self.name, "ok": self.ok, "what": self.what}
        return {**plain, "mend": self.mend} if self.mend else plain


def examine(home: Path, environment: Mapping[str, str]) -> tuple[Finding, ...]:
    """Every check, in the order in which one would mend them; `home` is the folder for all data."""
    return (
        Finding("bonafide", True, __version__),
        python(sys.version_info[:2]),
        *packages(DISTRIBUTION),
        pdfium(),
        *fonts(DISTRIBUTION),
        certificates(),
        *sandbox(),
        folder(home),
        disk(home),
        *model(environment),
        *speech(environment),
    )


def python(version: tuple[int, int]) -> Finding:
    """Whether the interpreter is new enough."""
    what = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    oldest = ".".join(map(str, OLDEST_PYTHON))
    new = version >= OLDEST_PYTHON
    return Finding("Python", new, what, "" if new else f"Use Python {oldest} or newer.")


def packages(distribution: str) -> Iterator[Finding]:
    """Each library that the distribution asks for, with its version, and whether it can be found."""
    for name in requirements(distribution):
        try:
            yield Finding(name, True, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, False, "is missing.", f"{INSTALL} {name}")


def requirements(distribution: str) -> list[str]:
    """Names of the libraries a distribution needs, extras aside; none where it is not installed itself."""
    try:
        needs = importlib.metadata.requires(distribution) or []
    except importlib.metadata.PackageNotFoundError:
        return []
    names = (re.match(r"[\w.-]+", need) for need in needs if "extra ==" not in need)
    return sorted(name[0] for name in names if name)


def pdfium() -> Finding:
    """Whether the library that reads PDFs loads on this machine."""
    try:
        engine = importlib.import_module("pypdfium2").PDFIUM_INFO
    except (ImportError, OSError) as error:
        return Finding("PDFium", False, f"does not load ({error}).", f"{INSTALL} pypdfium2")
    return Finding("PDFium", True, str(engine))


def fonts(distribution: str) -> Iterator[Finding]:
    """Whether each font package holds font files."""
    for name in requirements(distribution):
        if name.startswith("font"):
            found = _font_files(name.replace("-", "_"))
            what = f"{len(found)} font files" if found else "holds no font."
            yield Finding(
                f"fonts of {name}", bool(found), what, "" if found else f"{INSTALL} --force-reinstall {name}"
            )


def _font_files(module: str) -> list[Path]:
    spec = importlib.util.find_spec(module)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    files = (path for folder in folders for path in Path(folder).rglob("*"))
    return [path for path in files if path.suffix.lower() in _FONT_FILES]


def certificates() -> Finding:
    """Whether the system holds certificates, without which no https link can be read."""
    paths = ssl.get_default_verify_paths()
    files = [Path(p) for p in (paths.openssl_cafile, paths.openssl_capath) if p]
    found = platform.system() in ("Windows", "Darwin") or any(_has_content(path) for path in files)
    mend = "" if found else "Install the system's package ca-certificates."
    return Finding(
        "certificates", found, "present" if found else "none found: https links cannot be read.", mend
    )


def _has_content(path: Path) -> bool:
    try:
        return any(path.iterdir()) if path.is_dir() else path.stat().st_size > 0
    except OSError:
        return False


def sandbox() -> Iterator[Finding]:
    """Whether files are read in a child process, and which bounds hold there."""
    with Sandbox(workers=1, seconds=5, megabytes=64) as guarded:
        try:
            works = guarded(operator.add, 20, 22) == 42
        except Fault as fault:
            yield Finding(
                "reading in a child process", False, str(fault), "Allow this program to start processes."
            )
            return
        yield Finding("reading in a child process", works, "works")
        yield _memory_bound(guarded)


def _memory_bound(guarded: Sandbox) -> Finding:
    name = "bound on memory"
    if not address_space():
        return Finding(name, True, "not offered by this system; the bound on time holds.")
    try:
        guarded(bytes, 256 * MEGABYTE)
    except UnreadableFault:
        return Finding(name, True, "works")
    return Finding(name, False, "does not hold: a hostile file could use all memory.")


def folder(home: Path) -> Finding:
    """Whether data can be written to its folder, or the folder made."""
    nearest = _nearest(home)
    writable = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
    state = "writable" if home == nearest else "will be made when it is needed"
    if writable:
        return Finding("data folder", True, f"{home}, {state}")
    mend = "Set BONAFIDE_HOME to a folder of yours, or change its permissions."
    return Finding("data folder", False, f"{home} cannot be written to.", mend)


def disk(home: Path) -> Finding:
    """Whether the disk of the data folder has room."""
    try:
        free = shutil.disk_usage(_nearest(home)).free // MEGABYTE
    except OSError as error:
        return Finding("disk", False, f"cannot be measured ({error.strerror}).")
    roomy = free >= LEAST_DISK
    return Finding("disk", roomy, f"{free} MB free", "" if roomy else f"Free at least {LEAST_DISK} MB.")


def model(environment: Mapping[str, str]) -> Iterator[Finding]:
    """The language model that the person configured, if any; it is not asked anything."""
    if not environment.get(models.URL):
        return
    try:
        endpoint = models.configured(environment)
    except InputFault as fault:
        yield Finding("language model", False, f"{fault.where}: {fault.what}", fault.mend)
    else:
        yield Finding("language model", True, models.Model(endpoint).name if endpoint else "")


def speech(environment: Mapping[str, str]) -> Iterator[Finding]:
    """The engine for speech that the person configured, if any, and whether it answers."""
    name = "writing down speech"
    try:
        engine = engines.configured(environment, seconds=PATIENCE)
        if engine:
            engine(_silence(), "audio/wav")
            yield Finding(name, True, f"{engine.name} answers.")
    except Fault as fault:
        yield Finding(name, False, f"{fault.where}: {fault.what}" if fault.where else fault.what, fault.mend)


def _silence() -> bytes:
    """Half a second in which nobody speaks, as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(bytes(16_000))
    return file.getvalue()


def _nearest(path: Path) -> Path:
    """The path, or the closest of its parents that exists."""
    return next((place for place in (path, *path.absolute().parents) if place.exists()), Path("/"))
