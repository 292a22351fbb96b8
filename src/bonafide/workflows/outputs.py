"""What a preparation leaves as files: the documents, and what was read and why, as JSON."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from bonafide import __version__, documents
from bonafide.model.page import Page
from bonafide.workflows.provenance import sources_of
from bonafide.workflows.state import Preparation

SNAPSHOT = {
    "text/html": "posting.html",
    "application/json": "posting.source.json",
    "application/xml": "posting.xml",
    "application/pdf": "posting.pdf",
    "text/plain": "posting.txt",
}


def files_of(state: Preparation) -> Mapping[str, bytes]:
    """Every file that the preparation can fill so far; after a stop, what was read and the reason."""
    files: dict[str, bytes] = {**_snapshots(state.pages), **state.documents}
    if state.posting:
        files["posting.json"] = _json(state.posting.to_json())
    if state.reading:
        files["profile.json"] = _json(state.reading.to_json())
    if state.match:
        files["match.json"] = _json(state.match.to_json())
    if state.grounded and state.facts and state.reading:
        files["cv.json"] = _json(documents.cv_json(state.grounded))
        files["sources.json"] = _json(sources_of(state.grounded.draft, state.facts, state.reading))
    return {**files, "application.json": _json(_record(state, files))}


def folder_name(state: Preparation) -> str:
    """`<company>-<title>` in ASCII, as a folder; `application` where neither is known."""
    posting = state.posting
    parts = [posting.company or "", posting.title or ""] if posting else []
    return slug(" ".join(parts)) or "application"


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits with single hyphens, at most 80 characters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:80].strip("-")


def _snapshots(pages: tuple[Page, ...]) -> dict[str, bytes]:
    """The posting as it was found; a second page of the same kind gets a number."""
    found: dict[str, bytes] = {}
    for page in pages:
        kind = page.media_type.split(";")[0].strip()
        name = SNAPSHOT.get(kind, "posting.txt")
        stem, dot, ending = name.partition(".")
        found[name if name not in found else f"{stem}-{len(found) + 1}{dot}{ending}"] = page.content
    return found


def _record(state: Preparation, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The application in one record: from what it was made, what became of it, and the files' digests."""
    request, posting = state.request, state.posting
    record: dict[str, Any] = {
        "bonafide": __version__,
        "prepared": request.today.isoformat(),
        "link": request.link,
        "cv": {"name": request.cv_name, "sha256": hashlib.sha256(request.cv).hexdigest()},
        "company": posting.company if posting else None,
        "title": posting.title if posting else None,
        "fit": state.match.fit if state.match else None,
        "guide": state.plan.guide if state.plan else None,
        "answers": dict(request.answers),
        "options": {
            "pages": request.pages,
            "template": request.template,
            "paper": request.paper,
            "tone": str(request.style.tone),
            "length": str(request.style.length),
            "language": request.language,
        },
        "notes": list(state.notes),
        "stopped": {"step": state.stop.step, "why": str(state.stop.fault)} if state.stop else None,
    }
    if state.grounded:
        draft = state.grounded.draft
        record |= {
            "language": draft.language,
            "changes": [
                {"pointer": c.pointer, "kind": str(c.kind), "reason": c.reason, "text": c.text}
                for c in draft.changes
            ],
            "refused": [sentence.to_json() for sentence in state.refused],
            "questions": list(draft.questions),
        }
        if state.proposals:
            record["proposals"] = [proposal.to_json() for proposal in state.proposals]
    record["files"] = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    return {name: value for name, value in record.items() if value is not None}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
