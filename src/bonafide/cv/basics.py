"""Who the person is and how to reach them: the head of a CV, its contact block, its summary."""

from __future__ import annotations

from collections.abc import Sequence

from bonafide.cv.addresses import is_address
from bonafide.cv.cleaning import clean
from bonafide.cv.contacts import find_mail
from bonafide.cv.gather import Entry, Found
from bonafide.cv.names import read_name
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.person import Person, value_of
from bonafide.cv.phones import international
from bonafide.cv.places import region_country
from bonafide.cv.reach import SENTENCE, is_contact, named_link, read_contact
from bonafide.cv.words import NAME_LABELS
from bonafide.language.calendar import plain
from bonafide.model.reading import Unplaced

_PROSE = 90
_COUNTRY = "country_code"


def read_basics(
    top: Sequence[Paragraph], contact: Sequence[Paragraph], about: Sequence[Paragraph], urls: Sequence[str]
) -> Person:
    """From the head of the CV, its contact sections and its summary sections; `urls` the document links to."""
    person = Person()
    top, contact = _with_name_told(person, top, contact)
    rest = read_name(person, top)
    prose = [p for p in rest if _is_prose(p)]
    for paragraph in (*(p for p in rest if not _is_prose(p)), *contact):
        read_contact(person, paragraph, urls)
    told = [paragraph for paragraph in about if not _read_short(person, paragraph, urls)]
    _put_summary(person, told or prose)
    if told:
        person.unplaced += [Unplaced(clean(p.whole), p.place) for p in prose]
    _mend_phone(person)
    return person


def _with_name_told(
    person: Person, top: Sequence[Paragraph], contact: Sequence[Paragraph]
) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """Put the name that a form's label tells; what is left of both."""
    for paragraph in (*top, *contact):
        label, value = _labelled(paragraph)
        if plain(label).strip(" :") in NAME_LABELS and len(value.split()) > 1 and len(value) < _PROSE:
            person.put("name", Found(value, clean(paragraph.whole), paragraph.place, 0.95))
            return [p for p in top if p is not paragraph], [p for p in contact if p is not paragraph]
    return top, contact


def _labelled(paragraph: Paragraph) -> tuple[str, str]:
    """A label and its value: two cells, or on both sides of a colon."""
    cells = [clean(cell.text) for cell in paragraph.cells]
    if len(cells) == 2:
        return cells[0], cells[1]
    label, _, value = cells[0].partition(":") if len(cells) == 1 else ("", "", "")
    return label, value.strip()


def is_contact_line(paragraph: Paragraph) -> bool:
    """A line with an e-mail address and little else than ways to reach a person."""
    text = clean(paragraph.whole)
    return bool(find_mail(text)) and not SENTENCE.search(text) and len(text) < 160


def _is_prose(paragraph: Paragraph) -> bool:
    text = clean(paragraph.text)
    if is_contact(text) or len(paragraph.cells) > 1:
        return False
    return len(text) > _PROSE or (len(text) > 50 and bool(SENTENCE.search(text)))


def _read_short(person: Person, paragraph: Paragraph, urls: Sequence[str]) -> bool:
    """A contact line in a section called "About"."""
    text = clean(paragraph.whole)
    if len(text) > 60 or SENTENCE.search(text) or paragraph.level:
        return False
    if not (is_contact(text) or is_address(text) or named_link(text, urls) or paragraph.flow):
        return False
    read_contact(person, paragraph, urls)
    return True


def _put_summary(person: Person, prose: Sequence[Paragraph]) -> None:
    texts = [clean(" ".join(cell.text for cell in p.cells)) for p in prose]
    texts = [text for text in texts if text]
    if texts:
        person.put("summary", Found(" ".join(texts), " ".join(texts), prose[0].place, 0.93))


def _country(location: Entry) -> str | None:
    """The country that is printed, or the one that a printed region or city-state lies in."""
    named = value_of(location, _COUNTRY)
    return named or region_country(value_of(location, "region")) or region_country(value_of(location, "city"))


def _mend_phone(person: Person) -> None:
    """E.164 where the number or the person's country says which country it is in."""
    phone = person.basics.get("phone")
    if isinstance(phone, Found):
        number = international(phone.value, _country(person.location))
        if number:
            person.basics["phone"] = Found(number, phone.text, phone.place, 0.95)
