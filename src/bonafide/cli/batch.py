"""`--batch FILE.jsonl`: one JSON object in per line, one out per line, same order, on all cores."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ParamSpec, TextIO, TypeVar

from bonafide.cli.main import bug
from bonafide.cli.options import json_line
from bonafide.connectors.sandbox import Sandbox
from bonafide.model.faults import Fault, Faults, InputFault
from bonafide.model.ports import Guarded

P = ParamSpec("P")
T = TypeVar("T")
Row = dict[str, Any]
Handler = Callable[[Row], Row]


class _Here:
    """Runs a parser where it is called: in a worker of the batch, which is bounded itself."""

    def __call__(self, parser: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return parser(*args, **kwargs)

    def begin(self, parser: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Callable[[], T]:
        return partial(parser, *args, **kwargs)


HERE: Guarded = _Here()


@dataclass(frozen=True, slots=True)
class Job:
    """A picklable unit of work: the handler and one line of the batch, parsed or not."""

    handler: Handler
    line: bytes
    number: int
    folder: str

    def __call__(self) -> Row:
        """The handler's answer with the row's `id`, or the row's error."""
        row = _parsed(self.line, self.number)
        if isinstance(row, InputFault):
            return {"error": _error(row)}
        try:
            return {**_id(row), **self.handler({**row, "_folder": self.folder})}
        except (Fault, Faults) as fault:
            return {**_id(row), "error": _error(fault)}
        except Exception as error:  # noqa: BLE001 - a bug in one row must not cost the others
            return {**_id(row), "error": _error(bug(error))}


def run(path: str, handler: Handler, out: TextIO | None = None) -> int:
    """Print one JSON line for each line of the file; the status is 2 when any line failed.

    `handler` must be a function of a module (it is sent to the workers). Paths in a row are relative
    to the batch file; handlers resolve them with `resolve`.
    """
    out = out or sys.stdout
    failed = False
    for row in _rows(path, handler):
        failed |= "error" in row
        out.write(json_line(row) + "\n")
    out.flush()
    return 2 if failed else 0


def resolve(row: Row, name: str) -> str:
    """The path a row gives under `name`, relative to the batch file; InputFault where it is missing."""
    value = row.get(name)
    if not isinstance(value, str) or not value:
        raise InputFault(f'The line has no "{name}" that is a path.', mend=f'Add "{name}" with a path.')
    return value if value == "-" or "://" in value else str(Path(row["_folder"]) / value)


def text_of(row: Row, name: str) -> str:
    """The text a row gives under `name`; InputFault where it is missing."""
    value = row.get(name)
    if not isinstance(value, str):
        raise InputFault(f'The line has no "{name}".', mend=f'Add "{name}" with a text.')
    return value


def _rows(path: str, handler: Handler) -> Iterator[Row]:
    jobs = _jobs(path, handler)
    with Sandbox() as sandbox:
        for job, result in zip(jobs, sandbox.map(_call, jobs), strict=True):
            yield result if isinstance(result, dict) else _lost(job, result)


def _id(row: Row) -> Row:
    """The row's id, where it has one."""
    return {"id": row["id"]} if "id" in row else {}


def _call(job: Job) -> Row:
    return job()


def _lost(job: Job, error: object) -> Row:
    """A row whose worker died or ran over its bounds."""
    row = _parsed(job.line, job.number)
    fault = (
        error if isinstance(error, Fault) else bug(error if isinstance(error, Exception) else RuntimeError())
    )
    return {**(_id(row) if isinstance(row, dict) else {}), "error": _error(fault)}


def _jobs(path: str, handler: Handler) -> list[Job]:
    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise InputFault(f"The batch file cannot be read: {error}.", where=path) from error
    folder = "." if path == "-" else str(Path(path).resolve().parent)
    # Only a line feed ends a line: JSON may hold the other line ends of Unicode in its strings.
    lines = enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1)
    return [Job(handler, line, number, folder) for number, line in lines if line.strip()]


def _parsed(line: bytes, number: int) -> Row | InputFault:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return InputFault(f"Line {number} is not JSON: {error}.")
    return row if isinstance(row, dict) else InputFault(f"Line {number} is not a JSON object.")


def _error(fault: Fault | Faults) -> dict[str, str]:
    if isinstance(fault, Faults):
        return {"kind": fault.faults[0].kind, "message": str(fault)}
    return {"kind": fault.kind, "message": str(fault)}
