"""Lists of records that a live system of tickets tells, brought to what an exported file holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hmac import HMAC
from typing import Any

from bonafide.connectors.systems.live import Answer
from bonafide.connectors.systems.reading import Request
from bonafide.connectors.systems.secret import Secret, basic, bearer
from bonafide.model.faults import UnreadableFault, WorldFault

MOST_WORDS = 200
MOST_PAGES = 100
"""Of one list, of a thousand records each: they are held until it is known which fields they have."""
Record = Mapping[str, Any]


def secret(request: Request, variable: str) -> Secret:
    """Of the user `--user` with the token as a password (Basic), or the token alone (Bearer). Raises InputFault."""
    user = request.wish("user")
    return basic(request.environment, variable, user) if user else bearer(request.environment, variable)


def listed(pages: Iterable[tuple[Answer, Any]], key: str, ident: str, digest: HMAC) -> list[Record]:
    """The records under `key` of all pages, each once by its `ident`, fed to the digest.

    What moved to a later page while they were asked for would count twice. Raises WorldFault for what is no such page.
    """
    found: list[Record] = []
    seen: set[str] = set()
    for answer, page in pages:
        for record in _records(page, key, answer.where):
            name = str(record.get(ident) or "")
            if name and name in seen:
                continue
            seen.add(name)
            digest.update(json.dumps(record, sort_keys=True).encode())
            found.append(record)
    return found


def _records(page: Any, key: str, where: str) -> list[Record]:
    found = page.get(key) if isinstance(page, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise WorldFault(f"Its answer holds no list “{key}”.", where=where, mend="Check --url.")
    return found


def worded(answer: Answer, key: str) -> str:
    """What an answer says is wrong, under a key: a text, several, or an object with a `message`."""
    try:
        page = answer.json()
    except (WorldFault, UnreadableFault):
        return f"status {answer.status}"
    said = page.get(key) if isinstance(page, dict) else None
    if isinstance(said, dict):
        said = said.get("message")
    return ("; ".join(map(str, said)) if isinstance(said, list) else str(said or answer.status))[:MOST_WORDS]
