"""An answer of `POST /api/ds/query` -> series. Pure.

`results` has an answer for each query by its letter, with `frames`: `schema.fields` say what each column of `data.values` is. Every
column of numbers is a series; where columns of text stand beside it, they say whose each of its values is.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from math import nan
from pathlib import PurePath
from typing import Any

from bonafide.connectors.systems.grafana.series import LARGEST, LATEST, MOST, Series, meant
from bonafide.model.faults import InputFault, UnreadableFault

MEND = "Give the answer of POST /api/ds/query as it came."
Json = Mapping[str, Any]


def series(where: str, answer: Any) -> list[Series]:
    """The series of an answer, or of what the panel inspector shows of one (`response`).

    Raises UnreadableFault for what is none, InputFault where a query was refused.
    """
    shown = answer.get("response", answer) if isinstance(answer, dict) else None
    results = shown.get("results") if isinstance(shown, dict) else None
    if not isinstance(results, dict):
        said = str(shown.get("message", ""))[:200] if isinstance(shown, dict) else ""
        raise UnreadableFault(
            f"This is no answer to a panel's queries. {said}".strip(), where=where, mend=MEND
        )
    found: list[Series] = []
    for letter, result in results.items():
        place = f"{where}: {letter}"
        if isinstance(result, dict) and result.get("error"):
            raise InputFault(
                f"The query was refused: {str(result['error'])[:200]}",
                where=place,
                mend="Mend it and ask again.",
            )
        for number, frame in enumerate(_listed(result, "frames", place)):
            found.extend(_frame(frame, letter, where, f"{place}.frames[{number}]"))
    if sum(len(one.times) for one in found) > MOST:
        raise InputFault(f"There are more than {MOST:,} samples.", where=where, mend="Take fewer days.")
    return found


def _frame(frame: Json, letter: str, where: str, place: str) -> Iterator[Series]:
    fields = _listed(_object(frame, "schema", place), "fields", place)
    columns = _object(frame, "data", place).get("values") or [[] for _ in fields]
    if not isinstance(columns, list) or len(columns) != len(fields):
        raise UnreadableFault("There is not one column for each field.", where=place, mend=MEND)
    if not all(isinstance(one, list) and len(one) == len(columns[0]) for one in columns):
        raise UnreadableFault("Its columns have not one length.", where=place, mend=MEND)
    kinds = [field.get("type") for field in fields]
    if "number" in kinds and "time" not in kinds:
        what = "These numbers have no time: ask for a range, as a time series."
        raise UnreadableFault(what, where=place, mend=MEND)
    naming = [column for column, kind in zip(columns, kinds, strict=True) if kind == "string"]
    for field, column, kind in zip(fields, columns, kinds, strict=True):
        if kind == "number":
            times = columns[kinds.index("time")]
            for told, samples in _parts(times, column, naming, place).items():
                yield _series(frame, field, (letter, told), samples, where)


def _parts(
    times: Sequence[Any], values: Sequence[Any], naming: Sequence[Sequence[Any]], place: str
) -> dict[str, tuple[array[float], array[float]]]:
    """The samples of a column, by what stands beside them; "" where nothing does."""
    found: dict[str, tuple[array[float], array[float]]] = {}
    for row, (at, value) in enumerate(zip(times, values, strict=True)):
        told = ", ".join(str(column[row]) for column in naming if column[row] is not None)
        samples = found.setdefault(told, (array("d"), array("d")))
        number = nan if value is None else value
        moment = isinstance(at, int | float) and not isinstance(value, bool) and 0 <= at < LATEST * 1000
        if not moment or not isinstance(number, int | float) or not meant(number):
            where = f"{place}: row {row + 1}"
            raise UnreadableFault("This is no moment with a number.", where=where, mend=MEND)
        samples[0].append(float(at) / 1000)
        samples[1].append(float(number) if abs(number) < LARGEST else nan)
    return found


def _series(
    frame: Json, field: Json, told: tuple[str, str], samples: tuple[array[float], array[float]], where: str
) -> Series:
    """A series by the name that the panel shows, its own, its frame's, its labels', its query's letter, and its file's."""
    letter, beside = told
    config = field.get("config") if isinstance(field.get("config"), dict) else {}
    labels = field.get("labels") if isinstance(field.get("labels"), dict) else {}
    shown = ", ".join(f'{key}="{value}"' for key, value in sorted((labels or {}).items()))
    own = str(field.get("name") or "")
    said = [(config or {}).get("displayName"), (config or {}).get("displayNameFromDS")]
    schema = frame.get("schema") or {}
    names = [
        *(str(one) for one in said if one),
        f"{own} {{{shown}}}" if shown else "",
        beside,
        f"{own} {beside}" if beside else "" if shown else own,
        str(schema.get("name") or ""),
        letter,
    ]
    known = list(dict.fromkeys(filter(None, names)))
    stem = PurePath(where).stem
    called = (f"{letter}: {known[0]}", *known, *(f"{stem}:{name}" for name in known))
    return Series(where, called, *samples, unit=str((config or {}).get("unit") or ""))


def _object(holder: Any, key: str, where: str) -> Json:
    found = holder.get(key) if isinstance(holder, dict) else None
    if not isinstance(found, dict):
        raise UnreadableFault(f"It has no “{key}”.", where=where, mend=MEND)
    return found


def _listed(holder: Any, key: str, where: str) -> list[Json]:
    found = (holder.get(key) or []) if isinstance(holder, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise UnreadableFault(f"“{key}” is no list of objects.", where=where, mend=MEND)
    return found
