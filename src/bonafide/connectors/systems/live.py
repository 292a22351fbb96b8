"""Asking a live system: read-only, through the guard, within a time, with a token that goes into one header and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import TracebackType
from urllib.parse import urlencode

import httpcore2
import httpx2

from bonafide import __version__
from bonafide.connectors import body
from bonafide.connectors.fetch import translated
from bonafide.connectors.guard import Guard, literal
from bonafide.connectors.pinned import Deadline, PinnedBackend, Resolve, system_resolve
from bonafide.model.faults import FetchFault, InputFault, WorldFault

SECONDS = 300.0
"""For all questions of one reading."""
LARGEST = 64 * body.MEGABYTE
LOCALHOST = "localhost"
UNENCRYPTED = "The token would be sent unencrypted."
OWN = "Where it is a system of your own, name its address: --allow ADDRESS."


class Live:
    """A connection to one system. `allow` are the private addresses that the person named, or `localhost`.

    No redirect is followed, and no proxy, cookie or password is taken from anywhere.
    """

    def __init__(
        self, url: str, token: str, allow: tuple[str, ...], *, resolve: Resolve = system_resolve
    ) -> None:
        self._url = _parsed(url)
        self._token = token
        plain = bool(token) and self._url.scheme == "http"
        if plain and not allow:
            raise InputFault(UNENCRYPTED, where="--url", mend="Give an https:// address.")
        # Over plain http a token goes to the addresses that were named, and to no other, whatever the name leads to.
        guard = Guard(LOCALHOST in allow, _addresses(allow), public=not plain)
        tls = httpx2.create_ssl_context(trust_env=False)
        backend = PinnedBackend(guard, Deadline(SECONDS), resolve)
        self._pool = httpcore2.ConnectionPool(ssl_context=tls, network_backend=backend)

    def __enter__(self) -> Live:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def get(self, path: str, parameters: Mapping[str, str]) -> tuple[int, bytes]:
        """Status and body of one question. Raises FetchFault where the system cannot be reached, WorldFault for a log-in."""
        url = self._url.copy_with(
            raw_path=f"{self._url.path.rstrip('/')}{path}?{urlencode(parameters)}".encode()
        )
        try:
            status, content = self._asked(url)
        except FetchFault as fault:
            mend = OWN if "refused" in fault.what else "Check --url."
            raise FetchFault(fault.what, where=self._host, mend=mend) from None
        except Exception as error:
            known = translated(error, self._host)
            if known is None:
                raise
            raise known from None
        if status in (401, 403):
            raise WorldFault("It asks for a token, or does not take this one.", where=self._host)
        return status, content

    @property
    def _host(self) -> str:
        return str(self._url.host)

    def _asked(self, url: httpx2.URL) -> tuple[int, bytes]:
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        take = partial(body.gathered, cap=LARGEST)
        with self._pool.stream("GET", target, headers=self._headers()) as response:
            encoding = httpx2.Headers(response.headers).get("content-encoding", "")
            return response.status, take(response.iter_stream(), encoding)

    def _headers(self) -> list[tuple[bytes | str, bytes | str]]:
        sent: list[tuple[bytes | str, bytes | str]] = [
            ("Host", self._url.netloc),
            ("User-Agent", f"Bonafide/{__version__}"),
            ("Accept", "application/json"),
            ("Accept-Encoding", "gzip"),
        ]
        return [*sent, ("Authorization", f"Bearer {self._token}")] if self._token else sent


def _parsed(url: str) -> httpx2.URL:
    try:
        parsed = httpx2.URL(url.strip())
    except (httpx2.InvalidURL, UnicodeError):
        parsed = httpx2.URL("")
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise InputFault(
            "This is no web address.", where="--url", mend="Such as https://metrics.example:9090."
        )
    if parsed.userinfo or parsed.query or parsed.fragment:
        raise InputFault(
            "The address holds more than a host and a path.", where="--url", mend="Leave the rest out."
        )
    return parsed


def _addresses(allow: tuple[str, ...]) -> frozenset[str]:
    found = []
    for text in allow:
        address = literal(text)
        if address is None and text != LOCALHOST:
            raise InputFault(
                "This is no address.", where=f"--allow {text}", mend="Such as 10.1.2.3, or localhost."
            )
        if address is not None:
            found.append(str(address))
    return frozenset(found)
