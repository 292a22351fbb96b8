"""Keeping files: the same bytes are kept once for an owner."""

from __future__ import annotations

import hashlib

from bonafide.store.models import Application, Blob, Cv, Paper, Person


def keep(owner: Person, content: bytes, media_type: str) -> Blob:
    """The blob of these bytes, made where the owner has none yet."""
    digest = hashlib.sha256(content).hexdigest()
    blob, _ = Blob.of(owner).get_or_create(
        sha256=digest,
        media_type=media_type,
        defaults={"owner": owner, "size": len(content), "content": content},
    )
    return blob


def content(blob: Blob) -> bytes:
    """Its bytes (PostgreSQL gives a memoryview)."""
    return bytes(blob.content)


def let_go(owner: Person, blob: Blob) -> None:
    """Delete a file that nothing names any more."""
    named = Cv.of(owner).filter(file=blob).exists() or Paper.of(owner).filter(blob=blob).exists()
    snapshots = Application.of(owner).exclude(pages=[]).values_list("pages", flat=True)
    if not named and not any(page["blob"] == str(blob.pk) for pages in snapshots for page in pages):
        blob.delete()
