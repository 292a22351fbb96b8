"""Metrics that OpenTelemetry's collector or an SDK wrote to files -> how well a service kept its service level."""

from bonafide.connectors.systems.opentelemetry.reader import records
from bonafide.connectors.systems.reading import Kind, Read, Request
from bonafide.connectors.systems.sides import Sides, options

__all__ = ["KIND"]


def _read(request: Request) -> Read:
    digest = request.digest()
    found, notes = records(request.paths, Sides.of(request), digest, request.progress)
    return Read(found, digest.hexdigest(), notes)


KIND = Kind(
    "opentelemetry",
    "Measure a service level from counters in OTLP JSON, as the collector's file exporter writes it.",
    "metrics.jsonl --total http.requests --bad 'http.requests{status=5*}' --target 99.9",
    _read,
    options=options("COUNTER", "The counters, as NAME{attribute=pattern}, of"),
)
