"""Where a value was read: on a page, in a paragraph, or at a JSON pointer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points (1/72 inch) from the page's top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    def joined(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1)
        )


@dataclass(frozen=True, slots=True)
class OnPage:
    """A box on a page; pages count from 1."""

    page: int
    box: Box

    def to_json(self) -> dict[str, object]:
        """`{page, box: [x0, y0, x1, y1]}` in points, rounded to a tenth."""
        box = self.box
        return {"page": self.page, "box": [round(v, 1) for v in (box.x0, box.y0, box.x1, box.y1)]}


@dataclass(frozen=True, slots=True)
class InParagraph:
    """A paragraph or line of a text, counted from 1 in reading order."""

    paragraph: int

    def to_json(self) -> dict[str, object]:
        """`{paragraph}`."""
        return {"paragraph": self.paragraph}


@dataclass(frozen=True, slots=True)
class AtPointer:
    """An RFC 6901 pointer into the JSON, YAML or XML record that was read."""

    pointer: str

    def to_json(self) -> dict[str, object]:
        """`{pointer}`."""
        return {"pointer": self.pointer}


Place = OnPage | InParagraph | AtPointer
