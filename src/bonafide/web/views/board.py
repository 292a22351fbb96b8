"""The board: its lanes, its cards, what is done to them, and their history."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.model.faults import Fault
from bonafide.services import acts, board, history
from bonafide.services.telling import told_act
from bonafide.web.asked import Asked
from bonafide.web.forms import CardForm, DayForm, MoveForm, NotesForm, PlaceForm


def page(request: Asked) -> HttpResponse:
    """The whole board, or its lanes alone where a search asks for them."""
    part = request.htmx and not request.htmx.history_restore_request
    template = "bonafide/parts/lanes.html" if part else "bonafide/board.html"
    return render(request, template, {**_lanes(request, request.GET), "form": CardForm()})


def archive(request: Asked) -> HttpResponse:
    """The cards that were put away."""
    text = request.GET.get("q", "").strip()
    cards = board.archive(request.owner, timezone.now(), text=text)
    return render(request, "bonafide/archive.html", {"cards": cards, "text": text})


@require_POST
def add(request: Asked) -> HttpResponse:
    """A card by hand; one that is there already is shown instead of being made twice."""
    form = CardForm(request.POST)
    context: dict[str, object] = {"form": form, "adding": True}
    if form.is_valid():
        try:
            card = acts.add(request.owner, timezone.now(), **form.cleaned_data)
            messages.success(
                request, _("Added: %(card)s.") % {"card": card.title or card.company or card.link}
            )
            return redirect("board")
        except acts.Known as known:
            context["known"] = known.card
        except Fault as fault:
            context["faults"] = [fault]
    return render(request, "bonafide/board.html", {**_lanes(request, request.GET), **context}, status=400)


def card(request: Asked, application: UUID) -> HttpResponse:
    """One card: where to move it, the day applied, notes, archive, history."""
    template = "bonafide/parts/card_sheet.html" if request.htmx else "bonafide/card.html"
    context = {
        "card": board.card(request.owner, application),
        "lanes": board.Lane,
        "lines": history.lines(request.owner, application),
        "today": timezone.now().date(),
    }
    return render(request, template, context)


@require_POST
def move(request: Asked, application: UUID) -> HttpResponse:
    """Move a card to another lane, on a day."""
    form = MoveForm(request.POST)
    lane, on = form.values()
    return _done(request, acts.move(request.owner, application, lane, timezone.now(), on=on))


@require_POST
def place(request: Asked, application: UUID) -> HttpResponse:
    """Put a card where it was dropped; the browser has moved it already, so only what follows is sent back."""
    form = PlaceForm(request.POST)
    lane, behind = form.values()
    event = acts.place(request.owner, application, lane, behind, timezone.now())
    return render(request, "bonafide/parts/after.html", {"event": event, "last": history.last(request.owner)})


@require_POST
def notes(request: Asked, application: UUID) -> HttpResponse:
    """Set a card's notes."""
    text = NotesForm(request.POST).text()
    return _done(request, acts.note(request.owner, application, text, timezone.now()))


@require_POST
def applied(request: Asked, application: UUID) -> HttpResponse:
    """Set the day on which the person applied."""
    on = DayForm(request.POST).day()
    return _done(request, acts.applied(request.owner, application, on, timezone.now()))


@require_POST
def put_away(request: Asked, application: UUID) -> HttpResponse:
    """Put a card in the archive."""
    return _done(request, acts.archive(request.owner, application, timezone.now()))


@require_POST
def restore(request: Asked, application: UUID) -> HttpResponse:
    """Take a card from the archive."""
    return _done(request, acts.restore(request.owner, application, timezone.now()))


@require_POST
def undo(request: Asked) -> HttpResponse:
    """Take back the last act; the one that the button named, where it named one."""
    named = request.POST.get("event", "")
    return _done(request, history.undo(request.owner, timezone.now(), UUID(named) if named else None))


def card_history(request: Asked, application: UUID) -> HttpResponse:
    """What happened to a card."""
    template = "bonafide/parts/history.html" if request.htmx else "bonafide/history.html"
    context = {
        "card": board.card(request.owner, application),
        "lines": history.lines(request.owner, application),
    }
    return render(request, template, context)


@require_POST
def day(request: Asked, application: UUID, event: UUID) -> HttpResponse:
    """Set the day on which something happened."""
    history.correct_day(request.owner, event, DayForm(request.POST).known_day(), timezone.now())
    return card_history(request, application) if request.htmx else redirect("history", application)


def _lanes(request: Asked, asked: QueryDict) -> dict[str, object]:
    text, whole = asked.get("q", "").strip()[:200], asked.getlist("all")
    return {"board": board.board(request.owner, timezone.now(), text=text, whole=whole)}


def _done(request: Asked, event: board.Event | None) -> HttpResponse:
    """The board after an act: its lanes where a part of the page asked, else the whole of it anew."""
    if request.htmx:
        _address, _mark, query = (request.htmx.current_url or "").partition("?")
        context = {**_lanes(request, QueryDict(query)), "event": event, "acted": True}
        return render(request, "bonafide/parts/lanes.html", context)
    if event is not None:
        messages.success(request, told_act(event))
    return redirect("board")
