"""Systems of tickets of our own that page, and a request to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bonafide.connectors.systems.reading import Read, Request
from bonafide.connectors.systems.registry import kind
from connectors.conftest import Handler, Site

Json = Mapping[str, Any]


@dataclass
class Asked:
    """A question that came: its path, its parameters or its JSON, and its headers in small letters."""

    path: str
    said: dict[str, Any]
    headers: Mapping[str, str]


@dataclass
class System:
    """Answers every question with a function's status, JSON (or bytes) and headers, and keeps the questions."""

    answer: Callable[[Asked], tuple[int, Any, Json]]
    asked: list[Asked] = field(default_factory=list)

    def on(self, site: Site) -> System:
        """Put it behind every path of a site."""
        system = self

        class Every(dict[str, Handler]):
            def get(self, path: str, default: Any = None) -> Any:
                return system.handle

        site.routes = Every()
        self._site = site
        return self

    def handle(self, request: BaseHTTPRequestHandler) -> None:
        url = urlsplit(request.path)
        said: dict[str, Any] = {name: values[0] for name, values in parse_qs(url.query).items()}
        if request.command == "POST":
            said = json.loads(self._site.posted[-1])
        asked = Asked(url.path, said, {name.lower(): text for name, text in request.headers.items()})
        self.asked.append(asked)
        status, value, headers = self.answer(asked)
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        request.send_response(status)
        for name, text in {"Content-Length": str(len(body)), **headers}.items():
            request.send_header(name, text)
        request.end_headers()
        request.wfile.write(body)


def live(site: Site, name: str, environment: Json | None = None, **wishes: Any) -> Read:
    """What a kind reads of a live system on this machine in the year 2025; `actions_jql=` is `--actions-jql`."""
    given = {"url": site.base, "allow": ("localhost",), **wishes}
    many = {
        option.replace("_", "-"): value if isinstance(value, tuple) else (str(value),)
        for option, value in given.items()
    }
    request = Request((), many, b"key", date(2025, 1, 1), date(2026, 1, 1), dict(environment or {}))
    return kind(name).read(request)
