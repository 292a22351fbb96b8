"""Server time of each page with 1, 500 and 5,000 applications, and the ratio to an empty answer of the same server.

    .venv/bin/python bench/pages.py [--counts 1,500,5000] [--runs 15]

The application is asked in its own process, without a network: what is measured is the time from the request to the
whole answer, middleware and templates included. The floor is an address that does nothing but pass the middleware.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from django.test import Client

ROOT = Path(__file__).resolve().parents[1]
FLOOR = "/static/bonafide/nothing-is-here"
START = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Fill, ask, print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--counts", default="1,500,5000")
    options.add_argument("--runs", type=int, default=15)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"BONAFIDE_HOME": home, "DJANGO_SETTINGS_MODULE": "bonafide.project.settings"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.test import Client

        from bonafide.services import hands, upkeep

        upkeep.ready()
        browser = Client(headers={"Host": "localhost"})
        card = sample()
        here = 1
        print(f"printing a new version of the sample: {again(card, asked.runs):.2f} s (median)")
        for count in (int(text) for text in asked.counts.split(",")):
            fill(count - here)
            here = max(here, count)
            report(browser, count, card, asked.runs)
        hands.guarded().close()
        hands.beside().close()


def sample() -> str:
    """The shipped sample, prepared; its card's id."""
    from bonafide.services import hands, people, preparing
    from bonafide.services.preparing import File, Order

    files = [
        File(name=name, content=(ROOT / "sample" / name).read_bytes()) for name in ("posting.html", "cv.pdf")
    ]
    run = preparing.order(people.local(), Order(page=files[0], upload=files[1]), START)
    hands.runner().shutdown(wait=True)
    return str(run.application_id)


def again(card: str, runs: int) -> float:
    """Seconds from the click on “Print a new version” to the new version; the median, after one that is not counted."""
    from bonafide.services import applications, hands, people
    from bonafide.store.models import Version

    spans = []
    hands.runner.cache_clear()
    for _ in range(runs + 1):
        start = time.perf_counter()
        applications.again(people.local(), UUID(card), datetime.now(UTC), {"paper": "a4"})
        hands.runner().shutdown(wait=True)
        spans.append(time.perf_counter() - start)
        hands.runner.cache_clear()
    assert Version.of(people.local()).count() == runs + 2
    return statistics.median(spans[1:])


def fill(number: int) -> None:
    """So many more cards, over all lanes, each with a line of history."""
    from bonafide.services import people
    from bonafide.store.models import Application, Event, EventKind, Lane

    owner, lanes = people.local(), list(Lane)
    cards = [
        Application(
            owner=owner,
            company=f"Company {index}",
            title="Head of Engineering",
            link=f"https://jobs.example/{index}",
            lane=lanes[index % len(lanes)],
            rank=index,
            fit=1 + index % 5,
            created=START + timedelta(minutes=index),
            changed=START + timedelta(minutes=index),
        )
        for index in range(max(0, number))
    ]
    Application.of(owner).bulk_create(cards, batch_size=500)
    events = [
        Event(owner=owner, application=one, kind=EventKind.ADDED, at=one.created, on=one.created.date())
        for one in cards
    ]
    Event.of(owner).bulk_create(events, batch_size=500)


def report(browser: Client, count: int, card: str, runs: int) -> None:
    """A line for each page: median milliseconds, the slowest, the ratio to the floor, the answer's size."""
    pages = ["/", "/board", "/guides", "/guides/cto", "/cvs", "/data", "/inbox"]
    pages += ["/practice", "/practice/ask?guide=cto&question=reliability", "/practice/stories?guide=cto"]
    pages += [
        f"/applications/{card}{tab}" for tab in ("", "/cv", "/letter", "/interview", "/posting", "/files")
    ]
    floor = timed(browser, FLOOR, runs)[0]
    print(f"{count} applications; floor {floor * 1000:.1f} ms")
    for page in pages:
        answer = browser.get(page)
        if answer.status_code != 200:
            print(f"  {page.replace(card, '…'):26} status {answer.status_code}")
            continue
        median, slowest = timed(browser, page, runs)
        size = len(answer.content) / 1024
        print(
            f"  {page.replace(card, '…'):26} {median * 1000:7.1f} ms  slowest {slowest * 1000:7.1f} ms"
            f"  {median / floor:6.1f} x floor  {size:7.0f} KB"
        )


def timed(browser: Client, page: str, runs: int) -> tuple[float, float]:
    """The median and the longest of so many answers, in seconds, after one that is not counted."""
    browser.get(page)
    spans = []
    for _ in range(runs):
        start = time.perf_counter()
        browser.get(page)
        spans.append(time.perf_counter() - start)
    return statistics.median(spans), max(spans)


if __name__ == "__main__":
    main()
