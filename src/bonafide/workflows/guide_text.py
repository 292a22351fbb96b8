"""A guide as text for a terminal: the whole of it, in reading order."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from bonafide.model.guide import Essay, Guide, Question

WIDTH = 96


def guide_lines(guide: Guide) -> Iterator[str]:
    """The guide's lines: facts, questions, essays, FAQ."""
    yield guide.role
    yield f"{guide.category} · {len(guide.questions)} questions · {_range(guide.minutes)} minutes · {_range(guide.rounds)} rounds"
    if guide.success:
        yield f"Estimated success {guide.success.percent:g} % ({guide.success.source}; {guide.success.method})"
    yield f"Published {guide.published}"
    yield ""
    yield from _wrapped(guide.summary)
    for number, question in enumerate(guide.questions, start=1):
        yield from _question(number, question)
    for essay in guide.essays:
        yield from _essay(essay)
    yield from _headed("Questions candidates ask")
    for entry in guide.faq:
        yield ""
        yield from _wrapped(entry.question)
        yield from _wrapped(entry.answer, "   ")
    if guide.related:
        yield from _headed(f"Related guides: {', '.join(guide.related)}")


def _question(number: int, question: Question) -> Iterator[str]:
    yield from _headed(f"{number}. {question.wording}")
    yield f"   {question.id} · {question.kind} · tests {question.tests}"
    lists = (
        ("A strong answer", question.strong),
        ("What a full answer says", tuple(point.present_when for point in question.points)),
        ("Common mistakes", question.mistakes),
        ("Outline", question.outline),
        ("Follow-ups", tuple(probe.text for probe in question.probes)),
    )
    for name, items in lists:
        yield f"   {name}:"
        for item in items:
            yield from _wrapped(item, "     ", "   - ")


def _essay(essay: Essay) -> Iterator[str]:
    yield from _headed(essay.title)
    for section in essay.sections:
        yield ""
        yield section.heading
        for paragraph in section.paragraphs:
            yield from _wrapped(paragraph, "  ")


def _headed(text: str) -> Iterator[str]:
    yield ""
    yield from _wrapped(text)


def _wrapped(text: str, indent: str = "", first: str | None = None) -> Iterator[str]:
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=indent if first is None else first, subsequent_indent=indent
    )


def _range(pair: tuple[int, int]) -> str:
    low, high = pair
    return str(low) if low == high else f"{low} to {high}"
