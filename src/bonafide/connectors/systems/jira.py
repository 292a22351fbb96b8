"""Asking a live Jira: searches in its own query language, page by page to the end, for the few fields that are needed.

Source: Atlassian's documentation of Jira Cloud's platform interface, version 3, "Search for issues using JQL enhanced search".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from hmac import HMAC
from typing import Any

from bonafide.connectors.systems.asked import MOST_PAGES, Record, listed, secret, worded
from bonafide.connectors.systems.live import Answer, Live
from bonafide.connectors.systems.paging import tokened
from bonafide.connectors.systems.reading import Request
from bonafide.model.faults import InputFault, WorldFault

TOKEN = "BONAFIDE_JIRA_TOKEN"
SEARCH = "/rest/api/3/search/jql"
AT_ONCE = 1000
"""Issues of a page; Jira gives fewer where it likes."""
DAY = timedelta(days=1)
_ORDER = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\border\s+by\b.*""", re.IGNORECASE | re.DOTALL)


def opened(request: Request) -> Live:
    """A connection to `--url`, with the token of the environment; of the user `--user` if one is named."""
    return Live(
        request.wish("url"), secret(request, TOKEN), request.every("allow"), progress=request.progress
    )


def search(server: Live, jql: str, fields: Sequence[str], digest: HMAC) -> list[Record]:
    """The issues that a query finds, each once, and only these fields of them.

    Raises InputFault where Jira refuses the query, WorldFault for what is no answer to it.
    """

    def ask(token: str) -> Answer:
        question: dict[str, Any] = {"jql": jql, "fields": list(fields), "maxResults": AT_ONCE}
        answer = server.post(SEARCH, question | ({"nextPageToken": token} if token else {}))
        if answer.status == 400:
            what = f"Jira refused the query: {worded(answer, 'errorMessages')}"
            raise InputFault(what, where=jql[:120], mend="Try it in Jira's own search.")
        return answer

    return listed(tokened(ask, _next, MOST_PAGES), "issues", "id", digest)


def bounded(jql: str, start: date, end: date, field: str = "created") -> str:
    """A query within days, without its order; Jira takes days in the zone of the user, so one more on either side.

    Raises InputFault where there is no query.
    """
    bare = _ORDER.sub(r"\1", jql).strip()
    if not bare:
        what = "The query finds everything."
        raise InputFault(what, where="--jql", mend="Such as --jql 'project = OPS AND type = Incident'.")
    return f'({bare}) AND {field} >= "{start - DAY}" AND {field} < "{end + DAY}"'


def _next(page: Any) -> str:
    """How the next page is asked for; "" at the end. Raises WorldFault where the end is not said."""
    if not isinstance(page, dict):
        return ""
    token = page.get("nextPageToken")
    if page.get("isLast") is True or (token is None and page.get("isLast") is None):
        return ""
    if not token or not isinstance(token, str):
        raise WorldFault("There are more pages, and it does not say how to ask for them.", where=SEARCH)
    return token
