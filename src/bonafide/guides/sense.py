"""What must hold between the parts of a guide whose shape is right: ids are unique, probes aim at something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bonafide.guides.cues import CueError, check_cue
from bonafide.guides.lines import Path
from bonafide.guides.shape import Finding
from bonafide.model.rating import FACETS


def findings(guide: dict[str, Any]) -> Iterator[Finding]:
    """Every fault between the parts, with its path and a sentence. Parts of the wrong shape are passed over."""
    questions = _tables(guide, "questions")
    yield from _repeats(questions, ("questions",))
    yield from _repeats(_tables(guide, "essays"), ("essays",))
    for index, question in enumerate(questions):
        yield from _question(question, ("questions", index))
    if not 0 <= _percent(guide) <= 100:
        yield ("success", "percent"), "`percent` must lie between 0 and 100."


def _question(question: dict[str, Any], path: Path) -> Iterator[Finding]:
    points = _tables(question, "points")
    yield from _repeats(points, (*path, "points"))
    for index, point in enumerate(points):
        yield from _cues(point, (*path, "points", index, "cues"))
    targets = {f"facet:{facet}" for facet in FACETS} | {f"point:{point.get('id')}" for point in points}
    for index, probe in enumerate(_tables(question, "probes")):
        target = probe.get("target")
        if isinstance(target, str) and target not in targets:
            yield (
                (*path, "probes", index, "target"),
                f"The probe aims at `{target}`, which is neither a facet nor a point of this question.",
            )


def _cues(point: dict[str, Any], path: Path) -> Iterator[Finding]:
    cues = point.get("cues")
    for cue in cues if isinstance(cues, list) else ():
        try:
            check_cue(str(cue))
        except CueError as error:
            yield path, f"The cue `{cue}` cannot be used: {error}."


def _repeats(tables: Sequence[dict[str, Any]], path: Path) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, table in enumerate(tables):
        id = table.get("id")
        if isinstance(id, str):
            if id in seen:
                yield (*path, index, "id"), f"The id `{id}` is used twice."
            seen.add(id)


def _percent(guide: dict[str, Any]) -> float:
    """The published share of success; 0 where there is none or it is no number."""
    success = guide.get("success")
    percent = success.get("percent") if isinstance(success, dict) else None
    return percent if isinstance(percent, int | float) else 0


def _tables(table: dict[str, Any], name: str) -> list[dict[str, Any]]:
    value = table.get(name)
    if not isinstance(value, list):
        return []
    return [item if isinstance(item, dict) else {} for item in value]
