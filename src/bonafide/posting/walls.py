"""Pages that show no posting: log-in walls, robot checks, empty shells; and postings that are over."""

from __future__ import annotations

from bonafide.model.faults import NoPostingFault
from bonafide.posting.lexicon import listed
from bonafide.posting.lines import fold

_MEND = "Save the page in your browser and give the file, or copy the posting's text and paste it."

_MEND_TEXT = "Paste the whole posting: its title, the company, and the list of what is asked, each point on its own line."


def refuse(text: str, url: str | None, *, pasted: bool = False) -> NoPostingFault:
    """The fault for a page without a posting, with the reason that its text suggests; `pasted`: it came as plain text."""
    folded = fold(text[:20_000])
    where = url or ""
    if listed("chrome", "walls", "robot").search(folded):
        return NoPostingFault("The site checks for robots and shows no posting.", where=where, mend=_MEND)
    if listed("chrome", "walls", "login").search(folded):
        return NoPostingFault("The page asks for a log-in and shows no posting.", where=where, mend=_MEND)
    if listed("chrome", "walls", "script").search(folded):
        return NoPostingFault("The page is empty until a browser runs its scripts.", where=where, mend=_MEND)
    if closed(text):
        return NoPostingFault(
            "The page says that the job is no longer open, and shows nothing else.", where=where, mend=_MEND
        )
    mend = _MEND_TEXT if pasted else _MEND
    return NoPostingFault("There is no job posting in what was read.", where=where, mend=mend)


def walled(text: str) -> bool:
    """Whether a short page is a log-in form or a robot check rather than a short posting."""
    folded = fold(text)
    return len(text) < 3000 and any(
        listed("chrome", "walls", wall).search(folded) for wall in ("login", "robot")
    )


def closed(text: str) -> bool:
    """Whether the text says that the posting is over."""
    return listed("chrome", "closed", "words").search(fold(text[:60_000]))
