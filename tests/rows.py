"""An owner, a clock, runs that are through when they are started, and the sample prepared; for services and web."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import Executor, Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bonafide.services import backup, hands, people, preparing
from bonafide.services.preparing import File, Order
from bonafide.store.models import Application, Person

NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
SAMPLE = Path(__file__).resolve().parents[1] / "sample"
CV = File(name="cv.pdf", content=(SAMPLE / "cv.pdf").read_bytes())
PAGE = File(name="posting.html", content=(SAMPLE / "posting.html").read_bytes())


class Inline(Executor):
    """Runs what it is given at once, in the same thread and on the same connection."""

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The finished future."""
        future: Future[Any] = Future()
        future.set_result(work(*args, **kwargs))
        return future


@pytest.fixture
def owner(db: None) -> Person:
    """The one person of local mode."""
    return people.local()


@pytest.fixture
def stranger(db: None) -> Person:
    """Somebody else, whose rows nobody may see."""
    return Person.objects.create(username="stranger")


@pytest.fixture
def now() -> datetime:
    """The moment at which everything happens."""
    return NOW


@pytest.fixture(autouse=True)
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread: a run is through when `start` returns."""
    monkeypatch.setattr(hands, "runner", Inline)
    monkeypatch.setattr("bonafide.services.preparing.close_old_connections", lambda: None)


_sample: dict[str, bytes] = {}
"""The sample's archive, once it was prepared: bringing it in again costs a hundredth of preparing it."""


@pytest.fixture
def application(owner: Person, now: datetime) -> Application:
    """The sample, prepared."""
    if "archive" not in _sample:
        preparing.order(owner, Order(page=PAGE, upload=CV), now)
        archive = io.BytesIO()
        backup.write(owner, archive)
        _sample["archive"] = archive.getvalue()
    else:
        backup.read(owner, io.BytesIO(_sample["archive"]))
    return Application.of(owner).get()
