"""A language model at an endpoint that the person named: one question, one bounded answer.

Two protocols are spoken, OpenAI's chat completions (which local servers speak too) and Anthropic's messages. How one is
asked, and where the key goes, is said in `asking.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bonafide import __version__
from bonafide.connectors.asking import Asking, check_address
from bonafide.model.faults import InputFault, ModelFault

URL, NAME, KEY, API = "BONAFIDE_MODEL_URL", "BONAFIDE_MODEL", "BONAFIDE_MODEL_KEY", "BONAFIDE_MODEL_API"
APIS = ("openai", "anthropic")
SECONDS = 90.0
"""For the whole of one answer; a local model on a laptop takes its time."""
TOKENS = 8192


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
    host = check_address(url, key, URL, "http://localhost:11434/v1")
    if not model:
        raise InputFault("No model is named.", where=NAME, mend="Name one that the endpoint has.")
    usual = "anthropic" if host.endswith("anthropic.com") else "openai"
    api = environment.get(API, usual)
    if api not in APIS:
        raise InputFault(f"“{api}” is no protocol.", where=API, mend=f"Choose one of: {', '.join(APIS)}.")
    return Endpoint(url, model, key, api)


class Model:
    """A `model.ports.Writer` at an endpoint. `seconds` bounds one answer from the request to its last byte."""

    def __init__(self, endpoint: Endpoint, *, seconds: float = SECONDS) -> None:
        self._endpoint = endpoint
        self._ask = Asking(seconds, ModelFault, URL, f"{NAME} and {KEY}")

    @property
    def name(self) -> str:
        """The model and the host that it answers at."""
        return f"{self._endpoint.model} at {self._endpoint.host}"

    def __call__(self, instruction: str, material: str) -> str:
        """The answer's text. Raises ModelFault; nothing is asked twice."""
        address, headers, question = _question(self._endpoint, instruction, material)
        return _text(self._endpoint.api, self._ask(address, headers, json=question))


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
