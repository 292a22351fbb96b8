"""The history of a service level in Datadog, exported or asked for -> how well it was kept, or how long its monitors were up."""

import importlib
from collections.abc import Iterable
from hmac import HMAC
from typing import Any

from bonafide.connectors.systems.datadog.history import MEND, told
from bonafide.connectors.systems.datadog.records import records
from bonafide.connectors.systems.reading import ALLOW, Kind, Option, Read, Request, contents
from bonafide.connectors.systems.sides import TARGET
from bonafide.model.faults import InputFault

__all__ = ["KIND"]


def _read(request: Request) -> Read:
    if bool(request.paths) == bool(request.wish("url")):
        what = "Either files or --url is needed."
        raise InputFault(what, mend=f"{MEND} Or say --url and --slo.")
    digest = request.digest()
    answers = _live(request, digest) if request.wish("url") else _saved(request, digest)
    found, notes = records([told(where, answer) for where, answer in answers], request.wish("target"))
    return Read(found, digest.hexdigest(), notes)


def _saved(request: Request, digest: HMAC) -> Iterable[tuple[str, Any]]:
    return ((content.where, content.json()) for content in contents(request.paths, digest))


def _live(request: Request, digest: HMAC) -> Iterable[tuple[str, Any]]:
    # Asking imports the HTTP library, which takes longer than reading a file.
    answers: Iterable[tuple[str, Any]] = importlib.import_module(
        "bonafide.connectors.systems.datadog.live"
    ).asked(request, digest)
    return answers


KIND = Kind(
    "datadog",
    "Measure a service level from Datadog's history of it: saved answers, or asked for with --url.",
    "history.json",
    _read,
    options=(
        TARGET,
        Option("url", "Datadog's interface, such as https://api.datadoghq.eu; --slo is needed then.", "URL"),
        Option("slo", "The id of the service level, as the address of its page has it.", "ID"),
        ALLOW,
    ),
)
