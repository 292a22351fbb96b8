"""What the environment says: where the data lies, which database, which names the server answers to.

The one place that reads it for the web application; everything else is handed values.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from platformdirs import user_data_path

from bonafide.model.faults import InputFault

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Environment:
    """Where the data lies (`home`), the database's address or None for SQLite, and further host names."""

    home: Path
    database_url: str | None
    hosts: tuple[str, ...]
    debug: bool


def read(variables: Mapping[str, str] = os.environ) -> Environment:
    """The environment as Bonafide understands it."""
    home = variables.get("BONAFIDE_HOME")
    hosts = tuple(name.strip() for name in variables.get("BONAFIDE_HOSTS", "").split(",") if name.strip())
    return Environment(
        home=Path(home).expanduser() if home else user_data_path("bonafide"),
        database_url=variables.get("DATABASE_URL") or None,
        hosts=(*LOOPBACK, *hosts),
        debug=variables.get("BONAFIDE_DEBUG") == "1",
    )


def database(environment: Environment) -> dict[str, object]:
    """Django's description of the database. SQLite waits for a lock instead of failing, and survives `kill -9`."""
    if environment.database_url:
        return _postgresql(environment.database_url)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(environment.home / "bonafide.sqlite3"),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            # FULL: an acknowledged write is on the disk, also where the power goes.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def _postgresql(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise InputFault(
            "DATABASE_URL names no database that is known here.",
            where="DATABASE_URL",
            mend="Write postgresql://user:password@host:5432/name, or leave it out for SQLite.",
        )
    options = dict(pair.split("=", 1) for pair in unquote(parts.query).split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
    }


def secret_key(home: Path) -> str:
    """The key that signs cookies: made once and kept in the home folder, readable by its owner alone."""
    path = home / "secret.key"
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        key = secrets.token_urlsafe(48)
        file.write(key)
    return key
