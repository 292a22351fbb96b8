"""A checked table becomes a Guide."""

from __future__ import annotations

from typing import Any

from bonafide.model.guide import (
    CoveragePoint,
    Essay,
    EssaySection,
    Faq,
    Guide,
    Probe,
    Question,
    QuestionKind,
    SuccessEstimate,
)


def build(table: dict[str, Any]) -> Guide:
    """The guide that a table of the right shape describes."""
    success = table.get("success")
    return Guide(
        name=table["name"],
        role=table["role"],
        category=table["category"],
        titles=tuple(table["titles"]),
        summary=_prose(table["summary"]),
        published=str(table["published"]),
        minutes=(table["minutes"][0], table["minutes"][1]),
        rounds=(table["rounds"][0], table["rounds"][1]),
        questions=tuple(map(_question, table["questions"])),
        essays=tuple(map(_essay, table.get("essays", ()))),
        faq=tuple(Faq(_prose(item["question"]), _prose(item["answer"])) for item in table.get("faq", ())),
        related=tuple(table.get("related", ())),
        success=SuccessEstimate(**success) if success else None,
    )


def _question(table: dict[str, Any]) -> Question:
    return Question(
        id=table["id"],
        kind=QuestionKind(table["kind"]),
        wording=_prose(table["wording"]),
        tests=_prose(table["tests"]),
        strong=_proses(table["strong"]),
        mistakes=_proses(table["mistakes"]),
        outline=_proses(table["outline"]),
        points=tuple(map(_point, table["points"])),
        probes=tuple(Probe(item["target"], _prose(item["text"])) for item in table.get("probes", ())),
        topics=tuple(table.get("topics", ())),
    )


def _point(table: dict[str, Any]) -> CoveragePoint:
    return CoveragePoint(
        id=table["id"], present_when=_prose(table["present_when"]), cues=tuple(table.get("cues", ()))
    )


def _essay(table: dict[str, Any]) -> Essay:
    sections = (
        EssaySection(item.get("heading", ""), _proses(item["paragraphs"])) for item in table["sections"]
    )
    return Essay(table["id"], _prose(table["title"]), tuple(sections))


def _proses(texts: list[str]) -> tuple[str, ...]:
    return tuple(map(_prose, texts))


def _prose(text: str) -> str:
    """One line: a text may be wrapped in the file."""
    return " ".join(text.split())
