"""A server of our own that tells lists page by page with Link headers, as GitHub and GitLab do."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from http.server import BaseHTTPRequestHandler
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from bonafide.connectors.systems.reading import Read, Request
from bonafide.connectors.systems.registry import kind
from bonafide.model.measure import Figure, Window
from connectors.conftest import Handler, Site

Query = Mapping[str, str]
Answers = Callable[[Query], Any]


class Paged(dict[str, Handler]):
    """Answers of paths (without their query): a list is paged, an object with a list in it too, the rest is 404.

    `more` tells what is no fixed path; `first` holds handlers that answer a path before its list does, one for each
    question; `size` bounds a page.
    """

    def __init__(
        self,
        base: str,
        lists: Mapping[str, Any],
        size: int = 100,
        more: Callable[[str], Any] = lambda _: None,
    ) -> None:
        super().__init__()
        self.base, self.lists, self.size, self.more = base, lists, size, more
        self.first: dict[str, list[Handler]] = {}

    def get(self, path: str, default: Any = None) -> Any:
        """The handler of any path."""
        bare = urlsplit(path).path
        if self.first.get(bare):
            return self.first[bare].pop(0)
        known = bare in self.lists or self.more(bare) is not None
        return self._list if known else default

    def _list(self, request: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(request.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        told = self.lists[parts.path] if parts.path in self.lists else self.more(parts.path)
        value = told(query) if callable(told) else told
        inside = (
            next((name for name in value if isinstance(value[name], list)), "")
            if isinstance(value, dict)
            else ""
        )
        whole = value[inside] if inside else value
        size, page = min(int(query.get("per_page", 30)), self.size), int(query.get("page", 1))
        some = whole[(page - 1) * size : page * size]
        more = urlencode({**query, "page": page + 1})
        link = f'<{self.base}{parts.path}?{more}>; rel="next"' if page * size < len(whole) else ""
        answer(request, {**value, inside: some} if inside else some, link=link)


def answer(request: BaseHTTPRequestHandler, value: Any, status: int = 200, **headers: str) -> None:
    """JSON, or bytes as they are, with headers."""
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    request.send_response(status)
    for name, text in {"content_length": str(len(body)), **headers}.items():
        request.send_header(name.replace("_", "-"), text)
    request.end_headers()
    request.wfile.write(body)


WINDOW = Window(date(2025, 2, 1), date(2025, 4, 20))


def told_by(name: str, site: Site, token: str, **wishes: Any) -> Read:
    """What a kind reads of a server up to May 2025; `start` is the first day that is asked for, `token` its variable."""
    start = wishes.pop("start", date(2025, 1, 1))
    given = {"url": site.base, "allow": "127.0.0.1", **wishes}
    many = {wish: value if isinstance(value, tuple) else (value,) for wish, value in given.items()}
    return kind(name).read(Request((), many, b"key", start, date(2025, 5, 1), {token: "s3cret"}))


def figures(found: Read) -> dict[tuple[str, str], Figure]:
    """The figures of a window by measure and rule."""
    counted = found.records.counted(WINDOW, Random(1))
    return {(one.figure.measure, one.figure.rule): one.figure for one in counted}
