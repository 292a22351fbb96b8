"""A language model at an endpoint that the person named: one question, one bounded answer.

Two protocols are spoken, OpenAI's chat completions (which local servers speak too) and Anthropic's messages. The key
goes into one header and nowhere else: no message, file or log names it, nor what a server answered in an error.
"""

from __future__ import annotations

import ipaddress
import json
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx2

from bonafide import __version__
from bonafide.model.faults import InputFault, ModelFault

URL, NAME, KEY, API = "BONAFIDE_MODEL_URL", "BONAFIDE_MODEL", "BONAFIDE_MODEL_KEY", "BONAFIDE_MODEL_API"
APIS = ("openai", "anthropic")
SECONDS = 90.0
"""For the whole of one answer; a local model on a laptop takes its time."""
MOST = 1024 * 1024
TOKENS = 8192
_SAID = {
    400: "it did not take the request",
    401: "it does not know the key",
    403: "it does not allow this key",
    404: "it does not know this address or model",
    429: "it is asked too often just now",
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers: `url` without the protocol's own path, the model's name, the key, the protocol."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    api: str = "openai"

    @property
    def host(self) -> str:
        """The host that everything is sent to."""
        return urlsplit(self.url).hostname or ""


def configured(environment: Mapping[str, str]) -> Endpoint | None:
    """The endpoint that the environment names; None where it names none.

    Raises InputFault where it names one that cannot be used: no model, no web address, a key over plain http.
    """
    url = environment.get(URL, "").rstrip("/")
    if not url:
        return None
    model, key = environment.get(NAME, ""), environment.get(KEY, "")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputFault("This is no web address.", where=URL, mend="Such as http://localhost:11434/v1.")
    if not model:
        raise InputFault("No model is named.", where=NAME, mend="Name one that the endpoint has.")
    if key and parts.scheme == "http" and not _is_near(parts.hostname):
        raise InputFault("The key would be sent unencrypted.", where=URL, mend="Give an https:// address.")
    usual = "anthropic" if parts.hostname.endswith("anthropic.com") else "openai"
    api = environment.get(API, usual)
    if api not in APIS:
        raise InputFault(f"“{api}” is no protocol.", where=API, mend=f"Choose one of: {', '.join(APIS)}.")
    return Endpoint(url, model, key, api)


class Model:
    """A `model.ports.Writer` at an endpoint. `seconds` bounds one answer from the request to its last byte."""

    def __init__(self, endpoint: Endpoint, *, seconds: float = SECONDS) -> None:
        self._endpoint = endpoint
        self._seconds = seconds

    @property
    def name(self) -> str:
        """The model and the host that it answers at."""
        return f"{self._endpoint.model} at {self._endpoint.host}"

    def __call__(self, instruction: str, material: str) -> str:
        """The answer's text. Raises ModelFault; nothing is asked twice."""
        address, headers, question = _question(self._endpoint, instruction, material)
        try:
            content = self._sent(address, headers, question)
        except httpx2.TimeoutException as error:
            raise ModelFault(f"It did not answer within {self._seconds:g} seconds.") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise ModelFault(
                f"It cannot be reached ({type(error).__name__}).", mend=f"Check {URL}."
            ) from error
        return _text(self._endpoint.api, content)

    def _sent(self, address: str, headers: Mapping[str, str], question: Mapping[str, Any]) -> bytes:
        """One request: no redirect is followed, no proxy or cookie comes from the environment."""
        end = time.monotonic() + self._seconds
        client = httpx2.Client(
            timeout=self._seconds,
            trust_env=False,
            verify=ssl.create_default_context(),
            follow_redirects=False,
        )
        with client, client.stream("POST", address, headers=headers, json=question) as answer:
            if answer.status_code != 200:
                said = _SAID.get(answer.status_code, f"it answered with status {answer.status_code}")
                raise ModelFault(f"{said[0].upper()}{said[1:]}.", mend=f"Check {URL}, {NAME} and {KEY}.")
            return b"".join(_bounded(answer.iter_raw(), end))


def _bounded(chunks: Iterator[bytes], end: float) -> Iterator[bytes]:
    """The chunks of an answer that is neither endless nor dripped."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST:
            raise ModelFault("Its answer has no end.")
        if time.monotonic() > end:
            raise httpx2.ReadTimeout("the time for this answer is used up")
        yield chunk


def _question(
    endpoint: Endpoint, instruction: str, material: str
) -> tuple[str, dict[str, str], dict[str, Any]]:
    """Address, headers and body in the endpoint's protocol."""
    headers = {"User-Agent": f"Bonafide/{__version__}", "Accept-Encoding": "identity"}
    said = [{"role": "user", "content": material}]
    if endpoint.api == "anthropic":
        address = endpoint.url.removesuffix("/v1") + "/v1/messages"
        headers |= {
            "anthropic-version": "2023-06-01",
            **({"x-api-key": endpoint.key} if endpoint.key else {}),
        }
        body = {"system": instruction, "messages": said, "max_tokens": TOKENS}
    else:
        address = endpoint.url + "/chat/completions"
        headers |= {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
        body = {"messages": [{"role": "system", "content": instruction}, *said]}
    return address, headers, {"model": endpoint.model, "temperature": 0, **body}


def _text(api: str, content: bytes) -> str:
    """The text of an answer. Raises ModelFault where it is broken, cut off or a refusal."""
    try:
        whole = json.loads(content)
        if api == "anthropic":
            ended = whole.get("stop_reason")
            text = "".join(part["text"] for part in whole["content"] if part["type"] == "text")
        else:
            choice = whole["choices"][0]
            ended, message = choice.get("finish_reason"), choice["message"]
            text = "" if message.get("refusal") else message["content"]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ModelFault("Its answer cannot be read.") from error
    if ended in ("length", "max_tokens"):
        raise ModelFault("Its answer was cut off.")
    if ended in ("content_filter", "refusal") or not isinstance(text, str) or not text.strip():
        raise ModelFault("It refused to answer.")
    return text


def _is_near(host: str) -> bool:
    """Whether a host is this machine or in its own network, where plain http may be all there is."""
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_private
