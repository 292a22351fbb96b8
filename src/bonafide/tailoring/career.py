"""Where a person stands and stood, as sentences of a letter: one fact in the words the pair calls for."""

from __future__ import annotations

from collections.abc import Iterator

from bonafide.language import periods
from bonafide.model.draft import Line
from bonafide.model.fact import Facts
from bonafide.model.profile import Work
from bonafide.tailoring.phrases import Choice


def present(facts: Facts, choice: Choice) -> Iterator[Line]:
    """The newest post, in every wording that its dates allow, best first."""
    work = facts.profile.work
    if work and work[0].position and work[0].name:
        yield from _post(work[0], "/work/0", _form(work[0]), choice)


def _form(job: Work) -> str:
    if job.end_date:
        return "letter.career_ended"
    return "letter.career_current" if job.start_date else "letter.career_current_undated"


def _post(job: Work, pointer: str, form: str, choice: Choice) -> Iterator[Line]:
    values = {
        "position": job.position or "",
        "employer": job.name or "",
        "since": periods.print_date(job.start_date, choice.language, full=True) if job.start_date else "",
        "until": periods.print_date(job.end_date, choice.language, full=True) if job.end_date else "",
    }
    cited = [f"{pointer}/position", f"{pointer}/name"]
    cited += [f"{pointer}/startDate"] if job.start_date else []
    cited += [f"{pointer}/endDate"] if job.end_date else []
    for text in choice.texts(form, values):
        yield Line(text, tuple(cited))
