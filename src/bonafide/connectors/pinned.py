"""A network backend that connects only to addresses it has just checked, and stops at a deadline.

The name is resolved here, each address is checked, and the socket is opened to that very address: no second
look-up can answer otherwise. The HTTP library above still sends the name as Host and for TLS.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore2

from bonafide.connectors.guard import Guard, literal
from bonafide.model.faults import FetchFault

Resolve = Callable[[str, int], Sequence[str]]
SLOWEST_CONNECT = 5.0
MOST_ADDRESSES = 6


class Deadline:
    """A moment by which everything must be done; `seconds` from its making."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """Seconds left; ReadTimeout where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time for this page is used up")
        return left if at_most is None else min(left, at_most)


def system_resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a name as the system gives them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


class PinnedBackend(httpcore2.NetworkBackend):
    """Opens TCP connections to checked addresses only."""

    def __init__(self, guard: Guard, deadline: Deadline, resolve: Resolve) -> None:
        self._guard = guard
        self._deadline = deadline
        self._resolve = resolve
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first checked address that answers."""
        self._guard.check_host(host, port)
        addresses = self._guard.check_addresses(host, self._addresses(host, port))[:MOST_ADDRESSES]
        for number, address in enumerate(addresses, start=1):
            try:
                return self._connected(address, port)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if number == len(addresses):
                    raise
        raise httpcore2.ConnectError("no address")  # pragma: no cover - there is at least one

    def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> httpcore2.NetworkStream:
        """Never: a posting is not in a socket of this machine."""
        raise httpcore2.UnsupportedProtocol(path)

    def sleep(self, seconds: float) -> None:
        """Wait, within the deadline."""
        time.sleep(self._deadline.left(seconds))

    def _connected(self, address: str, port: int) -> TimedStream:
        stream = self._sockets.connect_tcp(address, port, self._deadline.left(SLOWEST_CONNECT))
        reached = str(stream.get_extra_info("server_addr")[0])
        if ipaddress.ip_address(reached) != ipaddress.ip_address(address):
            stream.close()
            raise FetchFault("The connection went to another address than the one checked.", where=address)
        return TimedStream(stream, self._deadline)

    def _addresses(self, host: str, port: int) -> tuple[str, ...]:
        if literal(host) is not None:
            return (host,)
        answer: list[Sequence[str] | Exception] = []
        # The system's look-up knows no time-out; a thread that is left behind ends with its own.
        look_up = threading.Thread(target=self._look_up, args=(host, port, answer), daemon=True)
        look_up.start()
        look_up.join(self._deadline.left())
        if not answer:
            raise httpcore2.ConnectTimeout(f"looking up {host}")
        if isinstance(answer[0], OSError | UnicodeError):
            raise httpcore2.ConnectError(f"looking up {host}: {answer[0]}") from answer[0]
        if isinstance(answer[0], Exception):
            raise answer[0]
        return tuple(dict.fromkeys(answer[0]))

    def _look_up(self, host: str, port: int, answer: list[Sequence[str] | Exception]) -> None:
        try:
            answer.append(self._resolve(host, port))
        except Exception as error:  # noqa: BLE001 - it is raised again in the thread that asked
            answer.append(error)


class TimedStream(httpcore2.NetworkStream):
    """A connection whose every operation ends at the deadline, however slowly the bytes drip."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes that have come; b"" at the end."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted, the certificate checked against the name."""
        left = self._deadline.left(timeout)
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the socket knows."""
        return self._stream.get_extra_info(info)
