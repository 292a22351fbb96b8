"""Two hundred times `kill -9` in the midst of writing: is every write that was acknowledged still there?

    .venv/bin/python bench/kills.py [--times 200] [--seed 1]

A child adds cards to a board in a folder of its own and says each card's id once the call has returned. It is
killed after a random number of acknowledgements at a random moment. Then the data is opened anew, checked by
SQLite itself, and every acknowledged card is looked for, with its line of history: a half-written card counts
as lost.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

WRITER = """
import sys
from datetime import UTC, datetime
import django
django.setup()
from bonafide.services import keeping, people, upkeep
upkeep.ready()
owner = people.local()
print("ready", flush=True)
for number in range(100_000):
    card = keeping.card(owner, datetime.now(UTC), company=f"Company {number}", title="Clerk")
    print(card.pk, flush=True)
"""

READER = """
import sys
import django
django.setup()
from django.db import connection
from bonafide.services import people
from bonafide.store.models import Application, Event
with connection.cursor() as cursor:
    cursor.execute("PRAGMA integrity_check")
    print("integrity", cursor.fetchone()[0])
owner = people.local()
history = set(Event.of(owner).values_list("application_id", flat=True))
for key in Application.of(owner).values_list("pk", flat=True):
    print("card" if key in history else "half", key)
"""


def main() -> None:
    """Run, count, and say; the status is 1 when anything was lost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "BONAFIDE_HOME": home,
            "DJANGO_SETTINGS_MODULE": "bonafide.project.settings",
        }
        environment.pop("DATABASE_URL", None)
        acknowledged: set[str] = set()
        for _ in range(asked.times):
            acknowledged |= _killed(environment, chance)
        integrity, whole, half = _kept(environment)
    lost = acknowledged - whole
    print(
        f"{asked.times} kills, {len(acknowledged)} acknowledged writes, {len(lost)} lost, {len(half)} half, {integrity}"
    )
    sys.exit(bool(lost or half) or integrity != "integrity ok")


def _killed(environment: dict[str, str], chance: random.Random) -> set[str]:
    """What one writer had acknowledged when it was killed."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert writer.stdout is not None
    heard = [writer.stdout.readline() for _ in range(1 + chance.randrange(1, 30))]
    time.sleep(chance.random() * 0.02)
    writer.send_signal(signal.SIGKILL)
    heard += writer.stdout.read().splitlines()
    writer.wait()
    # The last line may be cut off; what is whole was said after the call had returned.
    return {line.strip() for line in heard if len(line.strip()) == 36}


def _kept(environment: dict[str, str]) -> tuple[str, set[str], set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", READER], env=environment, capture_output=True, text=True, check=True
    )
    first, *rest = done.stdout.splitlines()
    pairs = [line.split() for line in rest]
    return (
        first,
        {key for kind, key in pairs if kind == "card"},
        {key for kind, key in pairs if kind == "half"},
    )


if __name__ == "__main__":
    main()
