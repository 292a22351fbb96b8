"""A small web server on this machine, whose routes a test sets."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Its address, its routes (path -> what answers), and the requests that came, as (path, headers); what was posted."""

    base: str = ""
    routes: dict[str, Handler] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    posted: list[bytes] = field(default_factory=list)

    def page(self, path: str, body: bytes, status: int = 200, **headers: str) -> str:
        """Serve a body; `content_type="..."` becomes a header; the address."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in {"content_length": str(len(body)), **headers}.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        return self.on(path, answer)

    def redirect(self, path: str, location: str, status: int = 302) -> str:
        """Lead on to another address."""
        return self.page(path, b"", status, location=location)

    def on(self, path: str, handler: Handler) -> str:
        """Answer a path with a function; the address."""
        self.routes[path] = handler
        return self.base + path


@pytest.fixture
def site() -> Iterator[Site]:
    """A server of one test; it has no robots.txt unless the test gives it one."""
    made = Site()

    class Request(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # Else each answer waits 40 ms for its headers to be acknowledged.

        def do_GET(self) -> None:
            made.requests.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            if self.command == "POST":
                made.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
            handler = made.routes.get(self.path)
            try:
                if handler:
                    handler(self)
                else:
                    self.send_error(404)
            except OSError:
                self.close_connection = True

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A visitor that hangs up is no error."""

    server = Server(("127.0.0.1", 0), Request)
    made.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()
