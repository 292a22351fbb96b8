"""The closed sprints of a board of a live Jira -> their reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from hmac import HMAC
from typing import Any

from bonafide.connectors.systems import jira
from bonafide.connectors.systems.asked import listed, worded
from bonafide.connectors.systems.live import Answer, Live
from bonafide.connectors.systems.moments import Moments
from bonafide.connectors.systems.paging import fine, tokened
from bonafide.connectors.systems.reading import Request
from bonafide.model.faults import InputFault, WorldFault

REPORT = "/rest/greenhopper/1.0/rapid/charts/sprintreport"
MOST_SPRINTS = 200
_moment = Moments()


def reports(request: Request, digest: HMAC) -> Iterator[tuple[str, Any]]:
    """The report of each sprint of `--board` that was completed in the request's days, with where it came from.

    Sprints of other boards that this one shows are passed over. Raises InputFault or WorldFault.
    """
    board = request.wish("board")
    if not board.isascii() or not board.isdigit():
        mend = "It is the number in the board's address: --board 12."
        raise InputFault("This is no board's number.", where=f"--board {board[:40]}", mend=mend)
    with jira.opened(request) as server:
        sprints = [
            one for one in _sprints(server, board, digest) if _within(one, board, request.start, request.end)
        ]
        if len(sprints) > MOST_SPRINTS:
            what = f"There are more than {MOST_SPRINTS} sprints."
            raise InputFault(what, where=f"--board {board}", mend="Take fewer days: --from DAY.")
        for sprint in sprints:
            answer = fine(server.get(REPORT, {"rapidViewId": board, "sprintId": str(sprint["id"])}))
            digest.update(answer.content)
            yield f"{server.host}, sprint {sprint['id']}", answer.json()


def _sprints(server: Live, board: str, digest: HMAC) -> list[Mapping[str, Any]]:
    def ask(start: str) -> Answer:
        wanted = {"state": "closed", "startAt": start or "0", "maxResults": "50"}
        answer = server.get(f"/rest/agile/1.0/board/{board}/sprint", wanted)
        if answer.status == 400:
            what = f"Jira refused it: {worded(answer, 'errorMessages')}"
            raise InputFault(what, where=f"--board {board}", mend="Give a board that has sprints.")
        return answer

    return listed(tokened(ask, _next), "values", "id", digest)


def _next(page: Any) -> str:
    """Where the next page begins; "" at the end. Raises WorldFault where the end is not said."""
    if not isinstance(page, dict) or page.get("isLast") is True:
        return ""
    start, values = page.get("startAt"), page.get("values")
    if not isinstance(start, int) or not isinstance(values, list) or page.get("isLast") is None:
        raise WorldFault("It does not say whether there are more sprints.", where="sprint")
    return str(start + len(values))


def _within(sprint: Mapping[str, Any], board: str, start: date, end: date) -> bool:
    done = _moment(str(sprint.get("completeDate") or ""), f"sprint {sprint.get('id')}.completeDate")
    own = str(sprint.get("originBoardId") or board) == board
    return own and done is not None and start <= done.date() <= end
