"""Fetches one public page: guarded, bounded, without cookies, and with robots.txt respected.

This module imports the HTTP library, which takes longer than most commands do; `sources` loads it only for a link.
The transport is httpx2's own (httpcore2), used without its client: no proxies and certificates from the environment,
no cookies, no redirects behind our back.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import httpcore2
import httpx2

from bonafide import __version__
from bonafide.connectors import body, robots, walls
from bonafide.connectors.guard import LONGEST_URL, SAVED_PAGE, Guard
from bonafide.connectors.pinned import Deadline, PinnedBackend, Resolve, system_resolve
from bonafide.model.faults import FetchFault, WallFault
from bonafide.model.page import Page

USER_AGENT = f"Bonafide/{__version__} (+reads one job posting for its owner)"
ACCEPT = (
    "text/html,application/xhtml+xml,application/json,application/xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5"
)
MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)

Take = Callable[[Iterable[bytes], str], bytes]


@dataclass(frozen=True, slots=True)
class Answer:
    """A response that is no redirect, and the address it came from."""

    url: httpx2.URL
    status: int
    content_type: str
    content: bytes


class Web:
    """A `model.ports.Fetcher`. `timeout` in seconds is for all of one page: look-ups, robots.txt, redirects, body.

    `resolve(host, port)` gives a name's addresses; `allow_loopback` opens this machine and nothing else private.
    """

    def __init__(
        self,
        *,
        allow_loopback: bool = False,
        resolve: Resolve = system_resolve,
        timeout: float = 20,
        max_bytes: int = 10 * body.MEGABYTE,
    ) -> None:
        self._guard = Guard(allow_loopback)
        self._resolve = resolve
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._tls: ssl.SSLContext | None = None
        self._robots: dict[str, robots.Robots] = {}

    def __call__(self, url: str) -> Page:
        """The page behind a link; raises FetchFault, or WallFault for a log-in or a robot check."""
        with _told(url):
            asked = _parsed(url)
            deadline = Deadline(self._timeout)
            with self._pool(deadline) as pool:
                answer = _followed(asked, lambda hop: self._page(pool, hop))
            return _page(asked, answer)

    def _page(self, pool: httpcore2.ConnectionPool, url: httpx2.URL) -> Answer | httpx2.URL:
        if not self._rules(pool, url).allows(url.raw_path.decode("ascii")):
            what = f"The site asks programs not to read this page (robots.txt of {url.host})."
            raise FetchFault(what, mend=SAVED_PAGE)
        return self._asked(pool, url, partial(body.gathered, cap=self._max_bytes))

    def _rules(self, pool: httpcore2.ConnectionPool, url: httpx2.URL) -> robots.Robots:
        """The rules of the page's site, asked once; none where it has no robots.txt."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._robots:
            take = partial(body.beginning, most=robots.LONGEST)
            answer = _followed(httpx2.URL(f"{origin}/robots.txt"), lambda hop: self._asked(pool, hop, take))
            if answer.status >= 500:
                what = f"The site does not say whether programs may read it (robots.txt: {answer.status})."
                raise FetchFault(what, mend=f"Try again in a while. {SAVED_PAGE}")
            self._robots[origin] = robots.parse(answer.content if answer.status == 200 else b"")
        return self._robots[origin]

    def _asked(self, pool: httpcore2.ConnectionPool, url: httpx2.URL, take: Take) -> Answer | httpx2.URL:
        """One request: the address it redirects to, or the answer with as much of its body as `take` takes."""
        with pool.stream("GET", _target(url), headers=_headers(url)) as response:
            headers = httpx2.Headers(response.headers)
            if response.status in _REDIRECTS and "location" in headers:
                return _next(url, headers["location"])
            kind, encoding = headers.get("content-type", ""), headers.get("content-encoding", "")
            # What an error page says is of no use; its status says it.
            content = take(response.iter_stream(), encoding) if response.status == 200 else b""
            return Answer(url, response.status, kind, content)

    @contextmanager
    def _pool(self, deadline: Deadline) -> Iterator[httpcore2.ConnectionPool]:
        """Connections for one page; none outlives it."""
        self._tls = self._tls or httpx2.create_ssl_context(trust_env=False)
        backend = PinnedBackend(self._guard, deadline, self._resolve)
        with httpcore2.ConnectionPool(ssl_context=self._tls, network_backend=backend) as pool:
            yield pool


def _parsed(url: str) -> httpx2.URL:
    """An http(s) address of plain parts; FetchFault for anything else."""
    if len(url) > LONGEST_URL:
        raise FetchFault("The link is longer than any posting's.", mend="Give the posting's own link.")
    try:
        parsed = httpx2.URL(url.strip())
    except UnicodeError as error:
        raise httpx2.InvalidURL("it holds a character that cannot be written") from error
    if parsed.scheme not in ("http", "https"):
        raise FetchFault(
            "Only http and https links can be read.", mend="Give a link that begins with https://."
        )
    if parsed.userinfo:
        raise FetchFault("The link holds a name or password.", mend="Take out what stands before the @.")
    if not parsed.host:
        raise FetchFault("The link names no site.", mend="Give the whole link.")
    return parsed


def _followed(url: httpx2.URL, ask: Callable[[httpx2.URL], Answer | httpx2.URL]) -> Answer:
    for _ in range(MOST_REDIRECTS + 1):
        answer = ask(url)
        if isinstance(answer, Answer):
            return answer
        url = answer
    raise FetchFault(f"The link leads on more than {MOST_REDIRECTS} times.", mend=SAVED_PAGE)


def _next(url: httpx2.URL, location: str) -> httpx2.URL:
    landed = _parsed(str(url.join(location)))
    if url.fragment and not landed.fragment:
        landed = landed.copy_with(fragment=url.fragment)
    if url.scheme == "https" and landed.scheme == "http":
        raise FetchFault("The link leads from a secure page to one that is not.", mend=SAVED_PAGE)
    return landed


def _page(asked: httpx2.URL, answer: Answer) -> Page:
    """The answer as a page, unless it is a wall or an error."""
    if answer.status in (404, 410):
        what = f"The posting is gone ({answer.status})."
        raise FetchFault(
            what, mend="Check the link; if you still have the page open, save it and give the file."
        )
    wall = walls.status_wall(answer.status) or walls.redirect_wall(str(asked), str(answer.url))
    if wall:
        raise WallFault(wall, mend=SAVED_PAGE)
    if answer.status != 200:
        raise FetchFault(f"The site answered with an error ({answer.status}).", mend="Try again in a while.")
    if not answer.content.strip():
        raise FetchFault("The page is empty.", mend=SAVED_PAGE)
    kind = body.media_type(answer.content_type, answer.content)
    if kind.startswith("text/html") and (wall := walls.page_wall(answer.content)):
        raise WallFault(wall, mend=SAVED_PAGE)
    return Page(answer.content, kind, str(answer.url))


def _target(url: httpx2.URL) -> httpcore2.URL:
    return httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _headers(url: httpx2.URL) -> list[tuple[bytes | str, bytes | str]]:
    return [
        ("Host", url.netloc),
        ("User-Agent", USER_AGENT),
        ("Accept", ACCEPT),
        ("Accept-Language", "*"),
        ("Accept-Encoding", "gzip, deflate"),
    ]


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Faults with the link in `where`, so that it is not lost; the library's exceptions as ours."""
    try:
        yield
    except FetchFault as fault:
        fault.where = url
        raise
    except Exception as error:
        known = translated(error, url)
        if known is None:
            raise
        raise known from error


_LINE = "Check the link and your connection, then try again."
_SENTENCES: tuple[tuple[type[Exception], str, str], ...] = (
    (httpcore2.ConnectTimeout, "The site cannot be reached in time.", _LINE),
    (httpcore2.TimeoutException, "The site took too long to answer.", f"Try again in a while. {SAVED_PAGE}"),
    (httpcore2.ConnectError, "The site cannot be reached.", _LINE),
    (httpcore2.NetworkError, "The connection to the site broke off.", _LINE),
    (httpcore2.ProxyError, "A proxy failed on the way to the site.", _LINE),
    (httpcore2.ConnectionNotAvailable, "The connection to the site broke off.", _LINE),
    (httpcore2.UnsupportedProtocol, "Only http and https links can be read.", "Check the link."),
    (httpcore2.LocalProtocolError, "The link cannot be asked for as it is written.", "Check the link."),
    (httpcore2.ProtocolError, "The site's answer is broken or broke off.", SAVED_PAGE),
    (httpx2.InvalidURL, "The link is not written as a web address.", "Check the link."),
)


def translated(error: Exception, url: str) -> FetchFault | None:
    """An exception of the HTTP library as a fault of ours; None for any other."""
    for kind, what, mend in _SENTENCES:
        if isinstance(error, kind):
            reason = f" ({str(error)[:120]})" if str(error) else ""
            return FetchFault(f"{what.removesuffix('.')}{reason}.", where=url, mend=mend)
    return None
