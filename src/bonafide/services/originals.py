"""The CV's own file as a page shows it: pages as pictures, or its paragraphs, each with the name of its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from bonafide.documents.picture import page_png, page_sizes
from bonafide.model.place import AtPointer, InParagraph, OnPage, Place
from bonafide.model.reading import Printed
from bonafide.services import blobs, hands
from bonafide.store.models import Cv, Person
from bonafide.workflows.reading import read_printed

WIDTH = 1100
"""Pixels of a page's picture: sharp at the widest that a page is shown."""
MOST_PAGES = 20
MARGIN = 1.5
"""Points between a value's words and the line around them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands on a page, a little larger than its words, in points from the top left corner."""

    name: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its width and height in points, and the spots of values on it."""

    number: int
    width: float
    height: float
    spots: tuple[Spot, ...] = ()

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of its picture."""
        return WIDTH, round(WIDTH * self.height / self.width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The document: pages where it is a PDF, else texts, each with its place's name."""

    sheets: tuple[Sheet, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


def original(cv: Cv, places: tuple[Place, ...]) -> Original:
    """The CV's file with these places named on it (`name_of`). Raises UnreadableFault."""
    content = blobs.content(cv.file)
    if cv.file.media_type == "application/pdf":
        boxes = dict.fromkeys(place for place in places if isinstance(place, OnPage))
        return Original(
            sheets=tuple(_sheet(number, size, boxes) for number, size in enumerate(_sizes(content), 1))
        )
    return Original(texts=tuple((name_of(one.place), one.text) for one in _printed(content, cv.name)))


def picture(owner: Person, cv_id: UUID, page: int) -> bytes:
    """A page of the CV's file as PNG. Raises InputFault where there is no such page."""
    cv = Cv.of(owner).select_related("file").defer("reading", "corrections").get(pk=cv_id)
    return hands.guarded()(page_png, blobs.content(cv.file), page, WIDTH)


def name_of(place: Place | None) -> str:
    """A name by which a page finds a place again: letters, digits and hyphens; "" for none."""
    match place:
        case OnPage(page=page, box=box):
            corners = (box.x0, box.y0, box.x1, box.y1)
            return "-".join([f"box-{page}", *(str(round(10 * corner)) for corner in corners)])
        case InParagraph(paragraph=number):
            return f"paragraph-{number}"
        case AtPointer(pointer=pointer):
            return "at" + pointer.replace("/", "-")
        case None:
            return ""


def _sheet(number: int, size: tuple[float, float], places: dict[OnPage, None]) -> Sheet:
    return Sheet(number, *size, tuple(_spot(place) for place in places if place.page == number))


def _spot(place: OnPage) -> Spot:
    box = place.box
    width, height = box.x1 - box.x0 + 2 * MARGIN, box.y1 - box.y0 + 2 * MARGIN
    corner = round(box.x0 - MARGIN, 1), round(box.y0 - MARGIN, 1)
    return Spot(name_of(place), *corner, round(width, 1), round(height, 1))


@lru_cache(maxsize=8)
def _sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    return hands.guarded()(page_sizes, content)[:MOST_PAGES]


@lru_cache(maxsize=8)
def _printed(content: bytes, name: str) -> tuple[Printed, ...]:
    return hands.guarded()(read_printed, content, name)
