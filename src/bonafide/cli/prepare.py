"""`bonafide prepare LINK CV`: the main job."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bonafide.cli import django_house, loading
from bonafide.cli.options import (
    LENGTHS,
    TEMPLATES,
    TONES,
    clock,
    content_of,
    link_options,
    own_option,
    put,
    today_option,
)
from bonafide.connectors.files import publish
from bonafide.connectors.sandbox import Sandbox
from bonafide.connectors.sources import is_link, read
from bonafide.language import periods, quantities, terms
from bonafide.model.faults import Fault, Faults
from bonafide.model.match import Verdict
from bonafide.model.ports import Guarded
from bonafide.model.posting import Posting
from bonafide.model.style import Length, Style, Tone
from bonafide.workflows.reading import read_cv, read_posting

if TYPE_CHECKING:
    from bonafide.workflows.prepare import Step
    from bonafide.workflows.state import Preparation


@click.command("prepare")
@click.argument("link")
@click.argument("cv")
@click.option("--out", type=click.Path(path_type=Path), help="The folder; default ./<company>-<title>.")
@click.option("--guide", help="Plan the interviews with this guide; default: by the posting's role.")
@own_option
@click.option("--pages", type=click.IntRange(1, 2), default=2, show_default=True, help="Pages of the CV.")
@click.option("--template", type=click.Choice(TEMPLATES), default="classic", show_default=True)
@click.option("--paper", type=click.Choice(["a4", "us-letter"]), default="a4", show_default=True)
@click.option(
    "--tone", type=click.Choice(TONES), default=TONES[0], show_default=True, help="How the letter sounds."
)
@click.option(
    "--length",
    type=click.Choice(LENGTHS),
    default=LENGTHS[0],
    show_default=True,
    help="Of the letter: 180 to 320 words, or about 110 to 170.",
)
@click.option(
    "--language", help="Language of the letter (en, de, fr); default: the CV's. Nothing is translated."
)
@click.option("--why", default="", help="Why this job: your sentence opens the letter.")
@click.option("--to", "to", default="", help="To whom the letter goes.")
@click.option("--known", default="", help="What must be known: notice, place, conditions.")
@click.option(
    "--rewrite",
    is_flag=True,
    help="Let the language model at BONAFIDE_MODEL_URL say passages better; your CV's facts and the posting go there.",
)
@click.option("--no-board", is_flag=True, help="Make no card on the board.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@link_options
@today_option
def command(
    link: str,
    cv: str,
    out: Path | None,
    guide: str | None,
    own: dict[str, bytes],
    pages: int,
    template: str,
    paper: str,
    tone: str,
    length: str,
    language: str | None,
    why: str,
    to: str,
    known: str,
    rewrite: bool,
    no_board: bool,
    as_json: bool,
    url: str | None,
    allow_loopback: bool,
    today: date | None,
) -> int:
    """Turn one job link (or saved page, record, PDF, text, -) and one CV into an application."""
    writer = loading.writer() if rewrite else None  # What is amiss with it is said before anything is made.
    content = _both(link, cv)
    # Both children and this process need the text tools and the vocabulary: loaded once, they are forked.
    for tool in (quantities.find, periods.find_periods, terms.find_terms):
        tool("")
    # The second sandbox forks its child when it is first used: it then knows all that is loaded by then.
    with Sandbox() as guarded, Sandbox(workers=1) as beside:
        reading = guarded.begin(read_cv, content, Path(cv).name)
        posting = _begun(link, guarded, today, url)
        # The rest of the house is loaded while two children read.
        from bonafide.guides import load
        from bonafide.workflows.prepare import prepare
        from bonafide.workflows.state import Ports, Request

        for name in {*own, *([guide] if guide else [])}:
            load(name, own)  # An unknown or faulty guide is said before anything is made.
        request = Request(
            link=link,
            cv_name=Path(cv).name,
            cv=content,
            today=clock(today),
            # A link is read now, so its "3 days ago" counts from today; a saved page may be old.
            posted_before=clock(today) if is_link(link) else today,
            answers={k: v for k, v in (("why", why), ("to", to), ("known", known)) if v},
            pages=pages,
            template=template,
            paper=paper,
            language=language,
            style=Style(Tone(tone), Length(length)),
            guide=guide,
            own_guides=own,
        )
        fetch = partial(loading.pages, guarded=guarded, url=url, allow_loopback=allow_loopback)
        ports = Ports(fetch, guarded, beside, reading, posting, writer)
        state = prepare(request, ports, partial(_report, card=not no_board))
    _finish(state, out, as_json)
    if not no_board:
        _card(state)
    return 0


def _report(step: Step, *, card: bool) -> None:
    """Say what is done now. While the print is read back in a child, this process loads what the card needs."""
    click.echo(f"  {step.doing} …", err=True)
    if card and step.name == "print":
        django_house.begin()


def _both(link: str, cv: str) -> bytes:
    """The CV's bytes; where the posting's file cannot be had either, both faults at once."""
    faults: list[Fault] = []
    content = b""
    for path in ([] if link == "-" or is_link(link) else [link], [cv]):
        for name in path:
            try:
                content = content_of(name)
            except Fault as fault:
                faults.append(fault)
    if faults:
        raise Faults(faults)
    return content


def _begun(link: str, guarded: Guarded, today: date | None, url: str | None) -> Callable[[], Posting] | None:
    """The reading of a posting that is a file, begun; a link has to be fetched first, a fault told in its step."""
    try:
        if link == "-" or is_link(link):
            return None
        return guarded.begin(read_posting, (read(link, url=url),), today)
    except Fault:
        return None


def _finish(state: Preparation, out: Path | None, as_json: bool) -> None:
    """Write what there is, say where it is; a run that stopped raises its fault after that."""
    from bonafide.workflows.outputs import files_of, folder_name

    # A mistyped path leaves nothing to keep; a link that could not be had is kept with the reason.
    mistaken = state.stop is not None and state.stop.fault.exit_status == 2
    nothing_read = mistaken and state.posting is None and not state.pages
    folder = None if nothing_read else publish(out or Path(folder_name(state)), files_of(state))
    if state.stop:
        if folder:
            click.echo(f"Stopped at “{state.stop.step}”. What was read is kept in {folder}.", err=True)
        raise state.stop.fault
    if as_json and state.match:
        put({"folder": str(folder), "fit": state.match.fit, "fit_why": state.match.fit_why})
    else:
        for line in _summary(state, folder):
            click.echo(line)


def _card(state: Preparation) -> None:
    """Make or renew the card. The papers are written by now: trouble with the data folder is only noted."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import Error

    try:
        owner = django_house.opened()
        from bonafide.services import filing

        card = filing.filed(owner, state, datetime.now(UTC))
    except (Fault, Error, ImproperlyConfigured, OSError) as error:
        click.echo(f"Note: there is no card on the board for this ({error}).", err=True)
        return
    archived = ", in the archive" if card.archived else ""
    click.echo(f"Its card on the board: {str(card.pk)[:8]}, {card.get_lane_display()}{archived}.", err=True)


def _summary(state: Preparation, folder: Path | None) -> Iterator[str]:
    match, posting, grounded = state.match, state.posting, state.grounded
    if match is None or posting is None or grounded is None:
        return
    counts = {verdict: sum(r.verdict is verdict for r in match.requirements) for verdict in Verdict}
    yield ""
    yield f"{posting.title or 'A post'}, {posting.company or 'company unknown'}"
    yield f"Fit {match.fit} of 5. {match.fit_why}"
    met, partial_, unmet = (counts[v] for v in (Verdict.MET, Verdict.PARTIAL, Verdict.UNMET))
    yield f"Requirements: {met} met, {partial_} partly, {unmet} not."
    for requirement in match.requirements:
        if requirement.verdict is Verdict.UNMET:
            yield f"  not met: {requirement.requirement.text}"
    if state.refused:
        yield f"{len(state.refused)} sentence(s) could not be backed by a fact and were left out; see application.json."
    if state.proposals:
        taken = sum(proposal.taken for proposal in state.proposals)
        refused = len(state.proposals) - taken
        yield f"The language model's passages: {taken} taken, {refused} refused; application.json has both texts."
    if state.reading and state.reading.unplaced:
        yield f"{len(state.reading.unplaced)} piece(s) of the CV fit no section; they are kept in profile.json."
    if state.plan and not state.plan.fits:
        yield f"Interviews: {state.plan.note}"
    yield from (f"Note: {note}" for note in state.notes)
    if grounded.draft.questions:
        yield "Answers to these would strengthen the CV:"
        yield from (f"  - {question}" for question in grounded.draft.questions)
    yield ""
    yield f"Your application is in {folder}"
    yield "  cv.pdf, letter.pdf and interview.pdf first; sources.json says where every line comes from."
