"""A model's endpoint may lie, stall, break or refuse: each is one clear fault, in bounded time, and the key stays in."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from bonafide.connectors import asking, models
from bonafide.connectors.models import Endpoint, Model, configured
from bonafide.model.faults import InputFault, ModelFault
from endpoint import Answer, Server, with_body

KEY = "sk-quince-and-larch"


def said(text: object, **more: object) -> bytes:
    """An answer in the form of chat completions."""
    return json.dumps({"choices": [{"message": {"content": text}, **more}]}).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(with_body(said("Good morning.")))
    yield made
    made.close()


def test_both_protocols_are_spoken_and_the_key_is_a_header(server: Server) -> None:
    assert Model(Endpoint(server.url, "larch", KEY))("Be brief.", "Hello") == "Good morning."
    server.answer = with_body(json.dumps({"content": [{"type": "text", "text": "Good evening."}]}).encode())
    assert Model(Endpoint(server.url, "larch", KEY, "anthropic"))("Be brief.", "Hello") == "Good evening."
    (path, headers, sent), (other_path, other_headers, other_sent) = server.asked
    body, other_body = json.loads(sent), json.loads(other_sent)
    assert (path, headers["Authorization"]) == ("/v1/chat/completions", f"Bearer {KEY}")
    assert body["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Hello"},
    ]
    assert (other_path, other_headers["x-api-key"]) == ("/v1/messages", KEY)
    assert (other_body["system"], other_body["model"]) == ("Be brief.", "larch")
    assert KEY not in json.dumps([body, other_body])


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (with_body(KEY.encode(), 401), "does not know the key"),
        (with_body(b"slow down", 429), "asked too often"),
        (with_body(b"oh", 500), "status 500"),
        (with_body(b"", 302, Location="http://127.0.0.1:1/"), "status 302"),
        (with_body(b"<html>"), "cannot be read"),
        (with_body(b'{"choices": []}'), "cannot be read"),
        (with_body(b"[" * 100_000), "cannot be read"),
        (with_body(said("")), "refused"),
        (with_body(said(None)), "refused"),
        (with_body(said("No.", finish_reason="content_filter")), "refused"),
        (with_body(said("And then", finish_reason="length")), "cut off"),
        (with_body(b" " * (asking.MOST + 1)), "no end"),
        (lambda request: request.connection.close(), "cannot be reached"),
    ],
)
def test_what_is_no_answer_is_told_without_the_key(server: Server, answer: Answer, what: str) -> None:
    server.answer = answer
    with pytest.raises(ModelFault, match=what) as told:
        Model(Endpoint(server.url, "larch", KEY))("Be brief.", "Hello")
    assert KEY not in f"{told.value} {told.value.mend}"
    assert len(server.asked) == 1


def test_a_server_that_stalls_or_drips_is_left(server: Server) -> None:
    def stall(request: BaseHTTPRequestHandler) -> None:
        time.sleep(1.5)

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        try:
            for _ in range(100):
                request.wfile.write(b" ")
                time.sleep(0.05)
        except OSError:
            return  # The other side has hung up, as it should.

    for server.answer in (stall, drip):
        with pytest.raises(ModelFault, match="did not answer within"):
            Model(Endpoint(server.url, "larch"), seconds=0.5)("Be brief.", "Hello")


def test_nobody_there_is_told() -> None:
    with pytest.raises(ModelFault, match="cannot be reached"):
        Model(Endpoint("http://127.0.0.1:9/v1", "larch"))("Be brief.", "Hello")


def test_an_endpoint_comes_from_the_environment() -> None:
    assert configured({}) is None
    found = configured({models.URL: "https://models.example/v1/", models.NAME: "larch", models.KEY: KEY})
    assert found == Endpoint("https://models.example/v1", "larch", KEY)
    assert KEY not in repr(found)
    assert Model(found).name == "larch at models.example"
    claude = configured({models.URL: "https://api.anthropic.com", models.NAME: "larch"})
    assert claude and claude.api == "anthropic"
    assert configured({models.URL: "http://192.168.1.7/v1", models.NAME: "larch", models.KEY: KEY})


@pytest.mark.parametrize(
    ("environment", "what"),
    [
        ({models.URL: "localhost:1234", models.NAME: "larch"}, "no web address"),
        ({models.URL: "https://models.example"}, "No model"),
        ({models.URL: "http://models.example", models.NAME: "larch", models.KEY: KEY}, "unencrypted"),
        ({models.URL: "https://models.example", models.NAME: "larch", models.API: "telex"}, "no protocol"),
    ],
)
def test_an_endpoint_that_cannot_be_used_is_told(environment: dict[str, str], what: str) -> None:
    with pytest.raises(InputFault, match=what) as told:
        configured(environment)
    assert KEY not in str(told.value)
