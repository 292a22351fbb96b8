"""Forms: uploads are sized here and typed by their content where they are read, not by their names."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bonafide.model.attempt import Sound
from bonafide.model.faults import InputFault
from bonafide.model.style import style_of
from bonafide.services import printing
from bonafide.services.board import Lane
from bonafide.services.preparing import File, Order
from bonafide.services.rehearsing import Said

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

CAP = 20 * 1024 * 1024
"""Bytes of one uploaded file."""


class Upload(forms.FileField):
    """A file of at most `CAP` bytes, as name and content."""

    def clean(self, data: Any, initial: Any = None) -> File | None:
        """The file, or None where none was chosen."""
        upload: UploadedFile[Any] | None = super().clean(data, initial)
        if not upload:
            return None
        if (upload.size or 0) > CAP:
            raise forms.ValidationError(
                _("The file is larger than 20 MB. Save it smaller, or paste its text.")
            )
        return File(name=upload.name or "file", content=upload.read())


LOOK = ("template", "paper", "pages")
PAPERS = [("a4", "A4"), ("us-letter", "US Letter")]


class StyleForm(forms.Form):
    """How the letter sounds, how long it is and which language it has; "" is the usual."""

    tone = forms.ChoiceField(required=False, choices=printing.tones, label=_("Tone of the letter"))
    length = forms.ChoiceField(required=False, choices=printing.lengths, label=_("Length of the letter"))
    language = forms.ChoiceField(
        required=False, choices=printing.languages, label=_("Language of the letter")
    )

    def style_fields(self) -> list[forms.BoundField]:
        """The fields of the letter's style, also where a form has more."""
        return [self[name] for name in StyleForm.base_fields]

    def style(self) -> dict[str, object]:
        """What was chosen, else the usual (of the language: None, the CV's); call it on a valid form."""
        known = self.cleaned_data
        chosen = style_of(known)
        return {
            "tone": str(chosen.tone),
            "length": str(chosen.length),
            "language": known["language"] or None,
        }


class UploadForm(forms.Form):
    """A CV to be kept."""

    upload = Upload()


class OrderForm(StyleForm):
    """The first page: a posting by link, text or file; a CV by file or a kept one; three optional questions."""

    link = forms.CharField(required=False, max_length=4000, strip=True)
    text = forms.CharField(required=False, max_length=400_000)
    page = Upload(required=False)
    upload = Upload(required=False)
    cv = forms.UUIDField(required=False, label=_("Your CV"))
    why = forms.CharField(required=False, max_length=600, label=_("Why this job?"))
    to = forms.CharField(required=False, max_length=200, label=_("To whom?"))
    known = forms.CharField(required=False, max_length=600, label=_("What must be known?"))
    pages = forms.IntegerField(required=False, min_value=1, max_value=2, label=_("Length of the CV"))
    paper = forms.ChoiceField(required=False, choices=PAPERS, label=_("Paper"))
    template = forms.ChoiceField(required=False, choices=printing.looks, label=_("Look"))
    rewrite = forms.BooleanField(required=False, label=_("Language model"))

    def unseen_faults(self) -> list[InputFault]:
        """What is wrong with fields that show no fault beside themselves."""
        shown = ("link", "text", "page", "upload")
        wrong = {name: errors for name, errors in self.errors.items() if name not in shown}
        return [
            InputFault(" ".join(map(str, errors)), where=str(self.fields[name].label))
            for name, errors in wrong.items()
        ]

    def order(self) -> Order:
        """What was asked; call it on a valid form. Of the posting's three ways, a file wins over a text over a link."""
        known = self.cleaned_data
        cv: UUID | None = known["cv"]
        return Order(
            link=known["link"],
            text=known["text"],
            page=known["page"],
            cv=cv,
            upload=known["upload"],
            answers={name: known[name] for name in ("why", "to", "known")},
            options={
                "pages": known["pages"] or 2,
                "paper": known["paper"] or "a4",
                "template": known["template"] or printing.usual(),
                "rewrite": known["rewrite"],
                **self.style(),
            },
        )


class OptionsForm(forms.Form):
    """How the next version is printed."""

    pages = forms.IntegerField(required=False, min_value=1, max_value=2)
    paper = forms.ChoiceField(required=False, choices=PAPERS)
    template = forms.ChoiceField(required=False, choices=printing.looks)
    rewrite = forms.BooleanField(required=False)

    def look(self) -> dict[str, object]:
        """The look, paper and length that were chosen; call it on a valid form."""
        return {name: self.cleaned_data[name] for name in LOOK if self.cleaned_data[name]}

    def options(self) -> dict[str, object]:
        """The look, and whether a language model helps."""
        return {**self.look(), "rewrite": self.cleaned_data["rewrite"]}


class SwitchForm(forms.Form):
    """A decision about one line of the CV."""

    pointer = forms.CharField(max_length=200)
    on = forms.ChoiceField(choices=[("original", ""), ("out", ""), ("tailored", "")])

    def decided(self) -> bool | None:
        """True: as the original has it; False: left out; None: as Bonafide tailors it."""
        return {"original": True, "out": False, "tailored": None}[self.cleaned_data["on"]]


class CardForm(forms.Form):
    """A card by hand; its names are those of `acts.add`."""

    link = forms.CharField(required=False, max_length=4000)
    company = forms.CharField(required=False, max_length=300)
    title = forms.CharField(required=False, max_length=300)
    lane = forms.ChoiceField(choices=Lane.choices, initial=Lane.SAVED)
    on = forms.DateField(required=False)


class DayForm(forms.Form):
    """A day, or none."""

    on = forms.DateField(required=False)

    def day(self) -> date | None:
        """The day that was given. Raises InputFault where it is no date."""
        if not self.is_valid():
            raise InputFault(
                gettext("This is no date."), where=gettext("Day"), mend=gettext("Write it as 2026-03-31.")
            )
        on: date | None = self.cleaned_data["on"]
        return on

    def known_day(self) -> date:
        """The same; none is a fault too."""
        on = self.day()
        if on is None:
            raise InputFault(
                gettext("A day is missing."), where=gettext("Day"), mend=gettext("Write it as 2026-03-31.")
            )
        return on


class MoveForm(DayForm):
    """To which lane, and on which day."""

    lane = forms.CharField(required=False)

    def values(self) -> tuple[str, date | None]:
        """Both, the lane as it was written."""
        on = self.day()
        return self.cleaned_data["lane"], on


class PlaceForm(forms.Form):
    """Where a card was dropped: its lane and the card above it."""

    lane = forms.CharField(required=False)
    behind = forms.UUIDField(required=False)

    def values(self) -> tuple[str, UUID | None]:
        """Both. Raises InputFault where they are not what a board sends."""
        if not self.is_valid():
            raise InputFault(gettext("The place is not known."), mend=gettext("Load the board again."))
        return self.cleaned_data["lane"], self.cleaned_data["behind"]


class OfferForm(forms.Form):
    """Which sentence goes to which position of which CV (`<cv>/work/0`), and where its figures are public."""

    number = forms.IntegerField()
    to = forms.RegexField(re.compile(r"(?P<cv>[0-9a-f-]{36})(?P<entry>/work/\d{1,3})"))
    public = forms.CharField(required=False, max_length=120)

    def values(self) -> tuple[int, UUID, str, str]:
        """All four. Raises InputFault where they are not what the page sends."""
        if not self.is_valid():
            raise InputFault(gettext("Choose a position of a CV."), mend=gettext("Load the page again."))
        cv, _slash, entry = self.cleaned_data["to"].partition("/")
        return self.cleaned_data["number"], UUID(cv), f"/{entry}", self.cleaned_data["public"]


class NotesForm(forms.Form):
    """A card's notes; how long they may be is the service's to say."""

    notes = forms.CharField(required=False)

    def text(self) -> str:
        """The notes."""
        self.full_clean()
        text: str = self.cleaned_data.get("notes", "")
        return text


_NUMBER = re.compile(r"\d{1,5}(?:\.\d{1,3})?", re.ASCII)
LONGEST_SAID = 100_000
"""Characters of a field in which somebody answers; what is too long to be said is the rating's to refuse."""


class SaidForm(forms.Form):
    """An answer to a question; what is no number or no id counts as not given."""

    guide = forms.CharField(required=False, max_length=200)
    question = forms.CharField(required=False, max_length=200)
    answer = forms.CharField(required=False, max_length=LONGEST_SAID)
    notes = forms.CharField(required=False, max_length=LONGEST_SAID)
    seconds = forms.IntegerField(required=False, min_value=0, max_value=100_000)
    rehearsal = forms.UUIDField(required=False)
    sound = forms.CharField(required=False, max_length=20_000)

    def said(self) -> Said:
        """What was said."""
        self.full_clean()
        known = self.cleaned_data
        return Said(
            guide=known.get("guide", ""),
            question=known.get("question", ""),
            answer=known.get("answer") or self.data.get("answer", ""),
            seconds=known.get("seconds") or 0,
            notes=known.get("notes", ""),
            rehearsal=known.get("rehearsal"),
            sound=_sound(known.get("sound", "")),
        )


def _sound(text: str) -> Sound | None:
    """What the page measured of a recording; None where there was none, or nothing that it can have measured."""
    seconds, *pauses = [float(number) for number in text.split() if _NUMBER.fullmatch(number)] or [0.0]
    return Sound(seconds, tuple(pauses)) if seconds else None


class ReplyForm(forms.Form):
    """A reply to a probe; the button that passes it over sends none."""

    text = forms.CharField(required=False)
    seconds = forms.IntegerField(required=False, min_value=0, max_value=100_000)

    def values(self) -> tuple[str, int]:
        """The reply and the seconds it took."""
        self.full_clean()
        text = "" if "pass" in self.data else self.cleaned_data.get("text", "")
        return text, self.cleaned_data.get("seconds") or 0
