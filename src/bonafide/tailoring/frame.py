"""What stands around a letter's paragraphs: sender, date, recipient, subject, salutation; titles as a sentence holds them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bonafide.model.draft import Line
from bonafide.model.fact import Fact, Facts
from bonafide.tailoring.phrases import Choice

GENDER_TAG = re.compile(r"\s*[(\[](?:[^\W\d]\s*[/|*]\s*)+[^\W\d][)\]]")
SMALL = ("OF", "AND", "THE", "FOR", "IN")


def spoken(title: str) -> str:
    """A title's first part, as a sentence can carry it: "Head of Engineering" of "Head of Engineering – Payments"."""
    return re.split(r"\s[–—|/]\s|\s-\s|,\s|\s\(|:\s", titled(title))[0].strip()


def titled(title: str) -> str:
    """A title as a sentence can hold it: not shouted, and without a tag such as "(m/f/d)"."""
    title = GENDER_TAG.sub("", title).strip()
    if not title.isupper() or len(title.split()) < 2:
        return title
    return " ".join(word.lower() if word in SMALL else word.capitalize() for word in title.split())


def salutation(choice: Choice, values: Mapping[str, str], gender: str = "") -> Line:
    """The greeting, as personal as what is known allows; `gender` is woman, man or "" for `values["person"]`."""
    forms = [f"letter.salutation_{who}" for who in (gender, "person", "company", "nobody") if who]
    texts = (choice.fill(form, values) for form in forms)
    return Line(next(text for text in texts if text))


def started(lines: Sequence[Line], choice: Choice) -> tuple[Line, ...]:
    """The first paragraph as it goes on behind a salutation: German writes its first word small, if it is no noun."""
    if not lines or lines[0].text.split(" ", 1)[0] not in choice.order("words.lowered"):
        return tuple(lines)
    text = lines[0].text
    return (replace(lines[0], text=text[0].lower() + text[1:]), *lines[1:])


def closing_formula(choice: Choice, values: Mapping[str, str]) -> Line:
    """The words above the signature: a person known by name may be owed others than an office.

    `values` hold the salutation without its comma as `salute`: French repeats it.
    """
    forms = ("letter.close_person", "letter.close") if values["person"] else ("letter.close",)
    return Line(next(text for form in forms if (text := choice.fill(form, values))))


def sender(facts: Facts) -> tuple[Line, ...]:
    """Name, place and ways to reach the person."""
    basics = ("/basics/name", "/basics/location/city", "/basics/phone", "/basics/email")
    found = (facts.at(pointer) for pointer in basics)
    return tuple(Line(_shown(fact), (fact.pointer,)) for fact in found if fact)


def _shown(fact: Fact) -> str:
    """A telephone number as the person prints it; what else heads a letter as it is."""
    return fact.printed or fact.text if fact.name == "phone" else fact.text
