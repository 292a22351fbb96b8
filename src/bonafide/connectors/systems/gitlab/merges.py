"""Lists of merge requests and of their notes, as GitLab's REST interface gives them -> flow. Pure.

A review is a note of a person other than the author, or that such a one approved; GitLab writes that down as a note of its
own, in words that are always the same. User names are compared and dropped, and no other text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from bonafide.connectors.systems.listed import Found, Shape, listed, needed
from bonafide.evidence.flow import Flow, Pull
from bonafide.model.faults import InputFault

SHAPE = Shape(
    "merge requests or notes",
    "neither a merge request nor a note",
    "Save GET /projects/ID/merge_requests?state=all, and the notes of each (merge_requests/IID/notes) beside it.",
    frozenset({"source_branch", "noteable_id"}),
    frozenset({"id", "iid", "author", "draft", "work_in_progress", "created_at", "merged_at", "closed_at"})
    | frozenset({"source_branch", "noteable_id", "noteable_type", "system", "body"}),
)
REVIEWED = ("approved this merge request", "requested changes")
"""What GitLab itself notes of a review."""
_BOT = re.compile(r"(?:\A|[^a-z])bot(?:\Z|[^a-z])|\A(?:renovate|dependabot)\b", re.IGNORECASE)


def flow(
    files: Iterable[tuple[str, Any]], today: date = date.max, *, asked: bool = False
) -> tuple[Flow, tuple[str, ...]]:
    """The merge requests of several files, pages that overlap once, with the notes that any of them holds.

    `asked` says that the notes of all were asked for: where there are none, none were written. Raises UnreadableFault
    where there is no list of them, InputFault where there is none of a person's in it.
    """
    found = [one for where, value in files for one in listed(SHAPE, where, value)]
    notes: dict[str, list[Found]] = {}
    for one in found:
        if "noteable_id" in one.value and one.text("noteable_type") in ("", "MergeRequest"):
            notes.setdefault(one.text("noteable_id"), []).append(one)
    merges = {one.text("id") or one.where: one for one in found if "noteable_id" not in one.value}
    kept = [one for one in merges.values() if counts(one)]
    if not kept:
        raise InputFault("There is no merge request of a person's in it.", mend=SHAPE.mend)
    known = asked or bool(notes)
    made = [_pull(one, notes.get(one.text("id"), ())) for one in kept]
    return Flow.of(made, reviews=known, today=today), tuple(_notes(len(merges) - len(kept), known))


def counts(merge: Found) -> bool:
    """Whether it is a person's and no draft."""
    return not (_is_bot(merge) or merge.said("draft", "work_in_progress"))


def is_review(note: Found, merge: Found) -> bool:
    """Whether a note is a review of a merge request by a person other than its author."""
    if _is_bot(note) or _who(note) == _who(merge):
        return False
    return not note.said("system") or note.text("body").startswith(REVIEWED)


def _who(one: Found) -> str:
    return one.inner("author").text("username")


def _is_bot(one: Found) -> bool:
    return bool(one.inner("author").said("bot")) or bool(_BOT.search(_who(one)))


def _notes(left_out: int, known: bool) -> Iterator[str]:
    if left_out:
        yield f"{left_out} drafts and merge requests of bots were left out."
    if not known:
        yield "The files hold no notes, so only the way to the merge is measured."


def _pull(one: Found, notes: Iterable[Found]) -> Pull:
    opened = needed(one.moment("created_at"), one, "created_at", SHAPE)
    moments = [at for note in notes if is_review(note, one) and (at := note.moment("created_at"))]
    merged = one.moment("merged_at")
    return Pull(opened, min(moments, default=None), merged, None if merged else one.moment("closed_at"))
