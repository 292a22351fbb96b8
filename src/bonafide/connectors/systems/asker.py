"""The questions that one reading of a system with repositories asks, whichever system it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from hmac import HMAC

from bonafide.connectors.systems.listed import Found, Shape, listed
from bonafide.connectors.systems.live import Answer, Live
from bonafide.connectors.systems.paging import linked, too_many
from bonafide.connectors.systems.reading import Request

SECONDS = 1800.0
"""Of one reading: a question for each pull request and each deployment, a few every second."""
MOST = 2_000
"""Pull requests, and deployments, of which each takes a question; GitHub answers 5,000 an hour."""
BEFORE = timedelta(days=31)
"""Deploys of so many days before are asked for too: the last of them is what the first of the window is held against."""
A_PAGE = {"per_page": "100"}


class Asker:
    """The questions of one reading, below a path; the records that are kept are fed to the digest."""

    def __init__(self, server: Live, path: str, request: Request, digest: HMAC) -> None:
        self.server = server
        self.path = path
        self.request = request
        self.start = datetime.combine(request.start, time(), UTC)
        self._digest = digest

    def pages(
        self, shape: Shape, path: str, parameters: Mapping[str, str] | None = None
    ) -> Iterator[tuple[str, list[Found]]]:
        """The objects of a list below the path, page by page, each page with where it was asked."""
        return self.told(shape, linked(self.server, f"{self.path}{path}", {**A_PAGE, **(parameters or {})}))

    def told(self, shape: Shape, answers: Iterable[Answer]) -> Iterator[tuple[str, list[Found]]]:
        """The same of pages that are asked for already."""
        for answer in answers:
            yield answer.where, list(listed(shape, answer.where, answer.json()))

    def kept(self, where: str, found: Iterable[Found]) -> tuple[str, list[Mapping[str, object]]]:
        """What is kept of a page, as a parser of files takes it, fed to the digest."""
        values = [one.value for one in found]
        for value in values:
            self._digest.update(json.dumps(value, sort_keys=True).encode())
        return where, values

    def few(self, found: list[str], what: str) -> None:
        """Raises InputFault where there are more than each can be asked about."""
        if len(found) > MOST:
            raise too_many(self.path, MOST, what)


def since(found: Iterable[Found], start: datetime) -> list[Found]:
    """Those that were created from then on, or nobody knows when."""
    return [one for one in found if (at := one.moment("created_at")) is None or at >= start]


def until(found: Iterable[Found], last: date) -> list[Found]:
    """Those that were created by that day, or nobody knows when."""
    return [one for one in found if (at := one.moment("created_at")) is None or at.date() <= last]
