"""Lists that a live system tells page by page, to their end or not at all: a part of one would make up figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bonafide.connectors.systems.live import Answer, Live
from bonafide.model.faults import InputFault, WorldFault

MOST_PAGES = 500
"""Of one list."""
_LINK = re.compile(r"<([^<>]*)>([^<]*)")
_NEXT = re.compile(r";\s*rel\s*=\s*(?:next\b|\"(?:[^\"]*\s)?next[\s\"])", re.IGNORECASE)


def linked(
    server: Live, path: str, parameters: Mapping[str, str], most: int = MOST_PAGES
) -> Iterator[Answer]:
    """Each page of a list whose answers name the next one in a Link header (RFC 8288).

    Raises WorldFault for a page that cannot be read, InputFault where there are more than `most`.
    """
    return onward(server, server.get(path, parameters), most)


def onward(server: Live, answer: Answer, most: int = MOST_PAGES) -> Iterator[Answer]:
    """The same from a first page that is there already."""
    answer = fine(answer)
    place = answer.where
    seen: set[str] = set()
    for _ in range(most):
        yield answer
        link = following(answer.headers.get("link", ""))
        if not link:
            return
        _no_circle(link, seen, answer)
        answer = fine(server.follow(link))
    raise too_many(place, most)


def tokened(
    ask: Callable[[str], Answer], told: Callable[[Any], str], most: int = MOST_PAGES
) -> Iterator[tuple[Answer, Any]]:
    """Each page of a list whose JSON tells how to ask for the next one: the answer and its JSON.

    `ask` is given what `told` found in the page before, "" for the first page; `told` gives "" at the end.
    Raises WorldFault for a page that cannot be read, InputFault where there are more than `most`.
    """
    token, place = "", ""
    seen: set[str] = set()
    for _ in range(most):
        answer = fine(ask(token))
        page = answer.json()
        yield answer, page
        token, place = told(page), answer.where
        if not token:
            return
        _no_circle(token, seen, answer)
    raise too_many(place, most)


def fine(answer: Answer) -> Answer:
    """The answer itself. Raises WorldFault where its status says that it is none."""
    if answer.status == 200:
        return answer
    what = f"It answered with status {answer.status}."
    mend = "Check --url and try again."
    if 300 <= answer.status < 400:
        mend = "It leads elsewhere: give the name and the address that it has now."
    if answer.status == 404:
        mend = "Check the name and --url, and whether the token may see it."
    raise WorldFault(what, where=answer.where, mend=mend)


def following(header: str) -> str:
    """The address that a Link header calls the next page; "" where it calls none so."""
    return next((link for link, words in _LINK.findall(header) if _NEXT.search(words)), "")


def too_many(where: str, most: int, what: str = "pages") -> InputFault:
    """The fault of a list that is longer than what is asked for."""
    return InputFault(
        f"There are more than {most:,} {what}.", where=where, mend="Take fewer days: --from DAY."
    )


def _no_circle(step: str, seen: set[str], answer: Answer) -> None:
    if step in seen:
        raise WorldFault("Its pages lead back to one that was read.", where=answer.where)
    seen.add(step)
