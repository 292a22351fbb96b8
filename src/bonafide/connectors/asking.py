"""One bounded request to an endpoint that the person named: no redirect, no proxy, no cookie, nothing asked twice.

A key goes into one header and nowhere else: no message names it, nor what a server answered in an error.
"""

from __future__ import annotations

import ipaddress
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx2

from bonafide.model.faults import InputFault, WorldFault

MOST = 1024 * 1024
"""Bytes of an answer."""

_SAID = {
    400: "it did not take the request",
    401: "it does not know the key",
    403: "it does not allow this key",
    404: "it does not know this address or model",
    413: "it does not take so much at once",
    429: "it is asked too often just now",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """How an endpoint is asked: within `seconds` from the request to the last byte, failing as `fault`.

    `address` names the variable that holds the address, `others` those that may be wrong besides it.
    """

    seconds: float
    fault: type[WorldFault]
    address: str
    others: str

    def __call__(self, address: str, headers: Mapping[str, str], **body: Any) -> bytes:
        """The answer to a POST. Raises `fault` where there is none, none in time, or one without end."""
        try:
            return self._sent(address, headers, body)
        except httpx2.TimeoutException as error:
            raise self.fault(f"It did not answer within {self.seconds:g} seconds.") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise self.fault(
                f"It cannot be reached ({type(error).__name__}).", mend=f"Check {self.address}."
            ) from error

    def _sent(self, address: str, headers: Mapping[str, str], body: Mapping[str, Any]) -> bytes:
        end = time.monotonic() + self.seconds
        client = httpx2.Client(
            timeout=self.seconds,
            trust_env=False,
            verify=ssl.create_default_context(),
            follow_redirects=False,
        )
        with client, client.stream("POST", address, headers=headers, **body) as answer:
            if answer.status_code != 200:
                said = _SAID.get(answer.status_code, f"it answered with status {answer.status_code}")
                mend = f"Check {self.address}, {self.others}."
                raise self.fault(f"{said[0].upper()}{said[1:]}.", mend=mend)
            return b"".join(self._bounded(answer.iter_raw(), end))

    def _bounded(self, chunks: Iterator[bytes], end: float) -> Iterator[bytes]:
        """The chunks of an answer that is neither endless nor dripped."""
        size = 0
        for chunk in chunks:
            size += len(chunk)
            if size > MOST:
                raise self.fault("Its answer has no end.")
            if time.monotonic() > end:
                raise httpx2.ReadTimeout("the time for this answer is used up")
            yield chunk


def check_address(url: str, key: str, variable: str, example: str) -> str:
    """The host of a usable address. Raises InputFault: no web address, or a key that would go there unencrypted."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputFault("This is no web address.", where=variable, mend=f"Such as {example}.")
    if key and parts.scheme == "http" and not _is_near(parts.hostname):
        raise InputFault(
            "The key would be sent unencrypted.", where=variable, mend="Give an https:// address."
        )
    return parts.hostname


def _is_near(host: str) -> bool:
    """Whether a host is this machine or in its own network, where plain http may be all there is."""
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_private
