"""Options of the whole suite."""

from __future__ import annotations

import pytest
from hypothesis import settings

# The same examples on every run: a suite that fails by chance is soon believed by nobody.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the golden files; read the difference before committing it."""
    parser.addoption("--update-golden", action="store_true", default=False)
