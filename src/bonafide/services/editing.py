"""Switching lines of the CV and writing the letter: kept on the card, previewed at once, printed when it is asked for."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bonafide.documents import page_count
from bonafide.documents.picture import page_png
from bonafide.model.edits import Edits
from bonafide.model.fact import facts_of
from bonafide.model.faults import InputFault
from bonafide.model.place import AtPointer, InParagraph, OnPage
from bonafide.model.reading import Source
from bonafide.model.style import style_of
from bonafide.services import applications, hands, preparing
from bonafide.services.applications import Opened
from bonafide.store.models import Application, Cv, Person
from bonafide.store.nouns import decode, encode
from bonafide.workflows import own_letter
from bonafide.workflows.own_letter import Paragraphs
from bonafide.workflows.preview import Preview, Wanted, preview
from bonafide.workflows.speaking import language_of

KEPT_PREVIEWS = 12
LETTER = 12_000
"""Characters of a letter that are judged and kept: four printed pages, where one is good; judging them takes a second."""
FACT = 600
FACTS = 100
"""Characters of one fact that a person adds, and how many of them a card keeps."""
WIDTH = 1100
"""Pixels of a page's picture: sharp at the widest that a page is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CvPage:
    """The CV as it would be printed now: the comparison, the pages of the preview, and what to call it."""

    preview: Preview
    pages: range
    digest: str
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """The letter as it would be printed now, paragraph by paragraph, each sentence judged."""

    paragraphs: tuple[str, ...]
    judged: Paragraphs
    preview: Preview
    own: bool


def cv_page(owner: Person, application_id: UUID) -> tuple[Opened, CvPage | None]:
    """The card with its CV as it would be printed; None where the readings are not there yet."""
    at = applications.opened(owner, application_id)
    made = _preview(owner, at)
    if made is None:
        return at, None
    digest, shown = made
    pages = range(1, page_count(shown.cv) + 1)
    return at, CvPage(preview=shown, pages=pages, digest=digest, places=_places(at, shown))


def cv_picture(owner: Person, application_id: UUID, page: int) -> bytes:
    """A page of the CV as it would be printed now, as PNG."""
    made = _preview(owner, applications.opened(owner, application_id))
    if made is None:
        raise InputFault(_("There is nothing to show yet."), mend=_("Prepare the application first."))
    return hands.guarded()(page_png, made[1].cv, page, WIDTH)


def switch(owner: Person, application_id: UUID, pointer: str, on: bool | None) -> None:
    """Decide about one line: True as the original has it, False left out, None as Bonafide tailors it."""
    with transaction.atomic():
        application = Application.lock(owner).select_related("cv").get(pk=application_id)
        if not _holds(application, pointer):
            raise InputFault(_("The CV has no such line any more."), mend=_("Load the page again."))
        edits = decode(Edits, application.edits)
        kept, dropped = edits.kept - {pointer}, edits.dropped - {pointer}
        if on is True:
            kept |= {pointer}
        elif on is False:
            dropped |= {pointer}
        _save(application, replace(edits, kept=kept, dropped=dropped))


def dress(owner: Person, application_id: UUID, options: Mapping[str, object]) -> None:
    """Choose how the papers look (`template`, `paper`, `pages`) or how the letter sounds (`tone`, `length`); others stay."""
    with transaction.atomic():
        application = Application.lock(owner).get(pk=application_id)
        application.options = {**application.options, **options}
        application.save(update_fields=["options"])


def restyle(owner: Person, application_id: UUID, options: Mapping[str, object], texts: Sequence[str]) -> None:
    """Choose how the letter sounds; what was typed into its fields and not kept yet is kept as the person's own."""
    page = letter_page(owner, application_id)[1]
    typed = tuple(text.strip() for text in texts if text.strip())
    if page is not None and typed and typed != page.paragraphs:
        write(owner, application_id, typed)
    dress(owner, application_id, options)


def letter_page(
    owner: Person, application_id: UUID, texts: Sequence[str] | None = None
) -> tuple[Opened, LetterPage | None]:
    """The card and its letter, or `texts` in its place while somebody types, judged sentence by sentence.

    Raises InputFault for more text than a letter holds.
    """
    _bounded(texts or ())
    at = applications.opened(owner, application_id)
    made = _preview(owner, at)
    if made is None:
        return at, None
    shown = made[1]
    draft = shown.grounded.draft
    composed = tuple(" ".join(line.text for line in lines) for lines in draft.letter.paragraphs)
    paragraphs = tuple(texts) if texts is not None else at.edits.letter or composed
    judged = own_letter.judged(paragraphs, shown.grounded, shown.facts, shown.wanted.posting, _today(at))
    own = paragraphs != composed
    return at, LetterPage(paragraphs=paragraphs, judged=judged, preview=shown, own=own)


def write(owner: Person, application_id: UUID, texts: Sequence[str]) -> None:
    """Keep the letter as the person has it; no text at all brings the composed one back.

    Raises InputFault for more text than a letter holds; what was kept before stands then.
    """
    _bounded(texts)
    kept = tuple(text.strip() for text in texts if text.strip())
    with transaction.atomic():
        application = Application.lock(owner).get(pk=application_id)
        _save(application, replace(decode(Edits, application.edits), letter=kept))


def add_fact(owner: Person, application_id: UUID, text: str) -> None:
    """Keep a sentence as a fact from the person: what they vouch for themselves, marked as theirs everywhere."""
    said = " ".join(text.split())
    if not said:
        raise InputFault(_("The fact is empty."), where=_("Fact"), mend=_("Write the sentence that is true."))
    if len(said) > FACT:
        what = _("A fact has at most %(most)s characters.") % {"most": FACT}
        raise InputFault(what, where=_("Fact"), mend=_("Say it in one sentence, or in several facts."))
    with transaction.atomic():
        application = Application.lock(owner).get(pk=application_id)
        if said not in application.answers.values():
            number = 1 + sum(name.startswith("fact-") for name in application.answers)
            if number > FACTS:
                what = _("This application has %(most)s facts of your own already.") % {"most": FACTS}
                raise InputFault(what, where=_("Fact"), mend=_("Put the rest into your CV."))
            application.answers = {**application.answers, f"fact-{number}": said}
            application.save(update_fields=["answers"])


def _bounded(texts: Sequence[str]) -> None:
    if sum(map(len, texts)) > LETTER:
        what = _("This is longer than a letter: it holds at most %(most)s characters.") % {"most": LETTER}
        raise InputFault(
            what, where=_("Letter"), mend=_("Shorten it. The letter that was kept still stands.")
        )


def _holds(application: Application, pointer: str) -> bool:
    """Whether the card's CV has a value at this pointer."""
    cv = application.cv
    if cv is None or cv.reading is None:
        return False
    profile = preparing.reading_of(cv).profile
    return facts_of(profile, application.answers).at(pointer) is not None


def _places(at: Opened, shown: Preview) -> Mapping[str, str]:
    """Where each value comes from, for people: `From cv.pdf, page 1`, `From you`."""
    cv = at.application.cv
    if cv is None:
        return {}
    return {pointer: _place(source, cv.name) for pointer, source in shown.wanted.reading.sources.items()}


def _place(source: Source, file: str) -> str:
    match source.place:
        case _ if source.corrected:
            return _("From you")
        case OnPage(page=page):
            return _("From %(file)s, page %(page)s") % {"file": file, "page": page}
        case InParagraph(paragraph=number):
            return _("From %(file)s, paragraph %(number)s") % {"file": file, "number": number}
        case AtPointer(pointer=pointer):
            return _("From %(file)s, %(pointer)s") % {"file": file, "pointer": pointer}
        case None:
            return ""


def _save(application: Application, edits: Edits) -> None:
    application.edits = encode(edits)
    application.save(update_fields=["edits"])


def _today(at: Opened) -> date:
    made: datetime = at.version.made if at.version else at.application.created
    return made.date()


def _preview(owner: Person, at: Opened) -> tuple[str, Preview] | None:
    """The preview and its digest, from the last few that were made where nothing has changed since."""
    application = at.application
    if application.posting is None or application.cv is None or application.cv.reading is None:
        return None
    digest = _digest(owner, at, application.cv)
    return digest, _previews.get(digest, partial(_made, at, application.cv))


def _digest(owner: Person, at: Opened, cv: Cv) -> str:
    """What the preview is made from, as it is stored: telling that nothing changed must not cost a decoding."""
    card = at.application
    stored = [card.posting, card.corrections, card.answers, card.options, cv.reading, cv.corrections]
    rest = [str(owner.pk), str(card.pk), _today(at).isoformat(), encode(_printed(at))]
    return hashlib.sha256(json.dumps([rest, stored], sort_keys=True).encode()).hexdigest()[:24]


def _printed(at: Opened) -> Edits:
    """The edits that the preview follows: all but the letter's."""
    return replace(at.edits, letter=())


def _made(at: Opened, cv: Cv) -> Preview:
    options, reading = at.application.options, preparing.reading_of(cv)
    language, _notes = language_of(options.get("language"), reading.language)
    return preview(
        Wanted(
            posting=preparing.posting_of(at.application),
            reading=reading,
            answers=at.application.answers,
            edits=_printed(at),
            today=_today(at),
            language=language,
            style=style_of(options),
            pages=int(options.get("pages", 2)),
            template=str(options.get("template", "classic")),
            paper=str(options.get("paper", "a4")),
        )
    )


class _Previews:
    """The last few previews by the digest of what they were made from; they are values: threads may share them."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, Preview] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, digest: str, make: Callable[[], Preview]) -> Preview:
        """The preview, made where it is not here."""
        with self._lock:
            if digest in self._made:
                self._made.move_to_end(digest)
                return self._made[digest]
        made = make()
        with self._lock:
            self._made[digest] = made
            while len(self._made) > KEPT_PREVIEWS:
                self._made.popitem(last=False)
        return made


_previews = _Previews()
