"""Asking a live system: read-only, through the guard, within a time, with a token that goes into one header and nowhere else."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType, TracebackType
from typing import Any
from urllib.parse import urlencode

import httpcore2
import httpx2

from bonafide import __version__
from bonafide.connectors import body
from bonafide.connectors.fetch import translated
from bonafide.connectors.guard import Guard, literal
from bonafide.connectors.pinned import Deadline, PinnedBackend, Resolve, system_resolve
from bonafide.connectors.systems import limits
from bonafide.connectors.systems.reading import Content
from bonafide.connectors.systems.secret import Secret
from bonafide.model.faults import FetchFault, InputFault, UnreadableFault, WorldFault
from bonafide.model.ports import Progress, silent

SECONDS = 300.0
"""For all questions of one reading, waits that the system asks for included."""
PATIENCE = 150.0
"""For the next bytes of one answer; Prometheus gives up on a query after two minutes."""
LARGEST = 64 * body.MEGABYTE
LOCALHOST = "localhost"
_WORD = re.compile(r"[a-z_]{3,40}", re.ASCII)
UNENCRYPTED = "The token would be sent unencrypted."
OWN = "Where it is a system of your own, name its address: --allow ADDRESS."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system answered: where it was asked, the status, the headers (in small letters), the body."""

    where: str
    status: int
    headers: Mapping[str, str]
    content: bytes

    def json(self) -> Any:
        """Its JSON. Raises WorldFault where it is none."""
        try:
            return Content(self.where, self.content).json()
        except UnreadableFault as fault:
            raise WorldFault(f"Its answer cannot be read. {fault.what}", where=fault.where) from fault


class Live:
    """A connection to one system. `allow` are the private addresses that the person named, or `localhost`.

    No redirect is followed, and no proxy, cookie or password is taken from anywhere. What is asked too often, or at a
    bad moment, is asked again when the system says so, within `seconds` for everything; `pause` waits. `progress` is told
    how many pages there were of what ("pages of pulls").
    """

    def __init__(
        self,
        url: str,
        secret: Secret,
        allow: tuple[str, ...],
        *,
        seconds: float = SECONDS,
        headers: Mapping[str, str] = MappingProxyType({}),
        resolve: Resolve = system_resolve,
        pause: Callable[[float], None] = time.sleep,
        progress: Progress = silent,
    ) -> None:
        self._url = _parsed(url)
        self._secret = secret
        self._headers = headers
        self._pause = pause
        self._progress = progress
        self._answers = Counter[str]()
        plain = bool(secret.value) and self._url.scheme == "http"
        if plain and not allow:
            raise InputFault(UNENCRYPTED, where="--url", mend="Give an https:// address.")
        # Over plain http a token goes to the addresses that were named, and to no other, whatever the name leads to.
        guard = Guard(LOCALHOST in allow, _addresses(allow), public=not plain)
        tls = httpx2.create_ssl_context(trust_env=False)
        self._deadline = Deadline(seconds)
        backend = PinnedBackend(guard, self._deadline, resolve)
        self._pool = httpcore2.ConnectionPool(ssl_context=tls, network_backend=backend)

    def __enter__(self) -> Live:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def get(self, path: str, parameters: Mapping[str, str]) -> Answer:
        """The answer to one question, whatever its status. Raises FetchFault where the system cannot be reached in time,
        WorldFault for a log-in, and for a limit that lasts longer than the time."""
        return self._answered(self._at(f"{path}?{urlencode(parameters)}" if parameters else path))

    def post(self, path: str, question: Any) -> Answer:
        """The same for a question that is JSON and changes nothing, such as a search."""
        return self._answered(self._at(path), json.dumps(question).encode())

    def follow(self, link: str) -> Answer:
        """The same for an address that an answer named. Raises WorldFault where it is another system's: no token goes there."""
        with self._told():
            url = self._url.join(link)
        if _origin(url) != _origin(self._url):
            what = f"Its next page is at another address ({str(url.netloc, 'ascii', 'replace')[:80]}), which is not asked."
            raise WorldFault(what, where=self.host, mend="Give --url as the system calls itself.")
        return self._answered(url)

    @property
    def host(self) -> str:
        """Its name, for faults."""
        return str(self._url.host)

    def _at(self, target: str) -> httpx2.URL:
        return self._url.copy_with(raw_path=f"{self._url.raw_path.decode().rstrip('/')}{target}".encode())

    def _answered(self, url: httpx2.URL, content: bytes = b"") -> Answer:
        with self._told():
            answer = self._patiently(url, content)
        self._told_of(url)
        if limits.limited(answer.status, answer.headers, answer.content):
            raise WorldFault("It goes on refusing more questions.", where=self.host, mend=self._later())
        if answer.status in (401, 403):
            what = "It asks for a token, or does not take this one."
            raise WorldFault(what, where=answer.where, mend=f"It is read from {self._secret.variable}.")
        return answer

    def _told_of(self, url: httpx2.URL) -> None:
        """Counts an answer by the last part of its path that is a word, which it may have from the system itself."""
        name = next((part for part in reversed(url.path.split("/")) if _WORD.fullmatch(part)), "answers")
        self._answers[name] += 1
        self._progress(f"pages of {name}", self._answers[name])

    def _patiently(self, url: httpx2.URL, content: bytes) -> Answer:
        for tries in range(limits.TRIES):
            answer = self._once_more(url, content)
            seconds = limits.wait(answer.status, answer.headers, answer.content, tries, time.time())
            if seconds is None or tries == limits.TRIES - 1:
                break
            self._wait(seconds)
        return answer

    def _once_more(self, url: httpx2.URL, content: bytes) -> Answer:
        """The answer; a connection that broke off after thousands of questions is no reason to lose them."""
        try:
            return self._asked(url, content)
        except (httpcore2.ReadError, httpcore2.WriteError, httpcore2.RemoteProtocolError):
            return self._asked(url, content)

    def _wait(self, seconds: float) -> None:
        if self._deadline.left(seconds) < seconds:
            what = f"It takes no more questions for {_long(seconds)}, longer than this reading may take."
            raise WorldFault(what, where=self.host, mend=self._later())
        self._pause(seconds)

    def _later(self) -> str:
        if self._secret.value:
            return "Read it again then, or take fewer days."
        return f"Read it again then, or with a token in {self._secret.variable}: it may allow more."

    @contextmanager
    def _told(self) -> Iterator[None]:
        """The HTTP library's exceptions as faults of ours, with the host."""
        try:
            yield
        except FetchFault as fault:
            mend = OWN if "refused" in fault.what else "Check --url."
            raise FetchFault(fault.what, where=self.host, mend=mend) from None
        except Exception as error:
            known = translated(error, self.host)
            if known is None:
                raise
            raise FetchFault(known.what, where=self.host, mend="Check --url, then try again.") from None

    def _asked(self, url: httpx2.URL, content: bytes) -> Answer:
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        take = partial(body.gathered, cap=LARGEST)
        patience = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), PATIENCE)}
        method = "POST" if content else "GET"
        with self._pool.stream(
            method, target, headers=self._sent(content), content=content or None, extensions=patience
        ) as response:
            headers = httpx2.Headers(response.headers)
            told = take(response.iter_stream(), headers.get("content-encoding", ""))
            return Answer(f"{self.host}{url.path}", response.status, dict(headers.items()), told)

    def _sent(self, content: bytes) -> list[tuple[bytes | str, bytes | str]]:
        sent = {
            "Host": str(self._url.netloc, "ascii"),
            "User-Agent": f"Bonafide/{__version__}",
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            **self._headers,
        }
        if content:
            sent |= {"Content-Type": "application/json", "Content-Length": str(len(content))}
        if self._secret.value:
            sent[self._secret.header] = self._secret.value
        return list(sent.items())


def _origin(url: httpx2.URL) -> tuple[str, str, int]:
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme, 0)


def _long(seconds: float) -> str:
    return (
        f"{seconds:.0f} seconds" if seconds < 2 * limits.MINUTE else f"{seconds / limits.MINUTE:.0f} minutes"
    )


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
