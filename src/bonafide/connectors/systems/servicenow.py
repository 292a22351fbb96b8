"""Asking a live ServiceNow: the records of a table, page by page to the end, for the few fields that are needed.

Source: ServiceNow's documentation of the Table API (`GET /now/table/{tableName}`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from hmac import HMAC
from typing import Any

from bonafide.connectors.systems.asked import MOST_PAGES, Record, listed, secret, worded
from bonafide.connectors.systems.live import Answer, Live
from bonafide.connectors.systems.paging import linked
from bonafide.connectors.systems.reading import Request
from bonafide.model.faults import InputFault, WorldFault

TOKEN = "BONAFIDE_SERVICENOW_TOKEN"
AT_ONCE = 1000
DAY = timedelta(days=1)
_TABLE = re.compile(r"[a-z][a-z0-9_]{0,79}")
_ORDER = re.compile(r"\^?ORDERBY(?:DESC)?\w*")


def opened(request: Request) -> Live:
    """A connection to `--url`, with the token of the environment; of the user `--user` if one is named."""
    return Live(
        request.wish("url"), secret(request, TOKEN), request.every("allow"), progress=request.progress
    )


def records(server: Live, table: str, query: str, fields: Sequence[str], digest: HMAC) -> list[Record]:
    """The records of a table that an encoded query finds, each once, with the values that are stored: moments are in UTC.

    Raises InputFault for what is no table's name, WorldFault for what is no answer.
    """
    if not _TABLE.fullmatch(table):
        raise InputFault("This is no table's name.", where=f"--table {table[:80]}", mend="Such as incident.")
    asked = {
        "sysparm_query": query,
        "sysparm_fields": ",".join(["sys_id", *fields]),
        "sysparm_display_value": "false",
        "sysparm_exclude_reference_link": "true",
        "sysparm_limit": str(AT_ONCE),
        "sysparm_offset": "0",
    }
    pages = linked(server, f"/api/now/table/{table}", asked, MOST_PAGES)
    return listed(((answer, _whole(answer)) for answer in pages), "result", "sys_id", digest)


def bounded(query: str, field: str, start: date, end: date) -> str:
    """An encoded query within days, in an order that stays while pages are asked for.

    Days are in the zone of the user, so one more on either side. `^NQ` begins another query, which is bounded too.
    """
    days = f"{field}>={start - DAY} 00:00:00^{field}<{end + DAY} 00:00:00"
    parts = _ORDER.sub("", query).strip("^ ").split("^NQ")
    within = "^NQ".join("^".join(filter(None, (part.strip("^ "), days))) for part in parts)
    return f"{within}^ORDERBY{field}^ORDERBYsys_id"


def _whole(answer: Answer) -> Any:
    """A page's JSON. Raises WorldFault where ServiceNow broke off, or does not say whether there is more: a part would make up figures."""
    page = answer.json()
    if isinstance(page, dict) and "error" in page:
        what = f"ServiceNow broke off: {worded(answer, 'error')}"
        raise WorldFault(what, where=answer.where, mend="Take fewer days: --from DAY.")
    full = isinstance(page, dict) and isinstance(page.get("result"), list) and len(page["result"]) >= AT_ONCE
    if full and "link" not in answer.headers:
        raise WorldFault("It does not say whether there are more pages.", where=answer.where)
    return page
