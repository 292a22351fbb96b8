"""The story bank: what is kept, what could be, what it covers; one story and its parts."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bonafide.model.faults import InputFault
from bonafide.services import storybook, storymap
from bonafide.web.asked import Asked
from bonafide.web.forms import DayForm


def bank(request: Asked) -> HttpResponse:
    """All stories beside a guide."""
    page = storymap.bank(request.owner, request.GET.get("guide", ""), request.GET.get("cv", ""))
    return render(request, "bonafide/practice/stories.html", {"bank": page})


@require_POST
def keep(request: Asked) -> HttpResponse:
    """Keep a draft from a CV."""
    source, cv = request.POST.get("source", ""), request.POST.get("cv", "")
    row = storybook.keep(request.owner, source, timezone.now(), cv)
    messages.success(request, _("Kept. Fill its holes while you remember."))
    return redirect("story", story=row.pk)


@require_POST
def new(request: Asked) -> HttpResponse:
    """A story from nothing but a title."""
    return redirect(
        "story", story=storybook.new(request.owner, request.POST.get("title", ""), timezone.now()).pk
    )


@require_POST
def from_attempt(request: Asked, attempt: UUID) -> HttpResponse:
    """An answer's own sentences as a story."""
    row = storybook.keep_answer(request.owner, attempt, timezone.now())
    messages.success(request, _("Kept as a story. Put each sentence where it belongs."))
    return redirect("story", story=row.pk)


def story(request: Asked, story: UUID) -> HttpResponse:
    """One story, a field for each part, with what is missing and what backs it."""
    return _page(request, story)


@require_POST
def write(request: Asked, story: UUID) -> HttpResponse:
    """Keep a story as it is written."""
    try:
        storybook.write(
            request.owner, story, request.POST.get("title", ""), request.POST.dict(), timezone.now()
        )
    except InputFault as fault:
        return _page(request, story, fault)
    messages.success(request, _("Kept."))
    return redirect("story", story=story)


@require_POST
def told(request: Asked, story: UUID) -> HttpResponse:
    """Note when and to whom it was told."""
    day = DayForm(request.POST).known_day()
    storybook.tell(request.owner, story, day, request.POST.get("to", ""), timezone.now())
    return redirect("story", story=story)


@require_POST
def delete(request: Asked, story: UUID) -> HttpResponse:
    """Delete a story."""
    storybook.forget(request.owner, story)
    messages.success(request, _("The story is deleted."))
    return redirect("stories")


def _page(request: Asked, story: UUID, fault: InputFault | None = None) -> HttpResponse:
    one = storybook.one(request.owner, story)
    context = {
        "one": one,
        "parts": storybook.parts(request.owner, one, request.POST if fault else None),
        "faults": [fault] if fault else None,
        "today": timezone.now().date(),
    }
    return render(request, "bonafide/practice/story.html", context, status=400 if fault else 200)
