"""`bonafide check DOCUMENT --cv CV`: every statement of a document against the facts of a CV."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

import click

from bonafide import grounding
from bonafide.cli import batch as batches
from bonafide.cli import loading
from bonafide.cli.options import batch_option, clock, content_of, one_of, put, today_option
from bonafide.connectors.sandbox import Sandbox
from bonafide.connectors.sources import read, read_file
from bonafide.language import sentences
from bonafide.model.claim import Check
from bonafide.model.fact import facts_of
from bonafide.model.faults import InputFault
from bonafide.workflows.reading import read_cv, read_posting, read_text

UNSUPPORTED = 4


@click.command("check")
@click.argument("document", required=False)
@click.option("--cv", "cv", help="The CV that the statements must rest on.")
@click.option("--posting", "source", help="The posting that the document answers: a link or a file.")
@click.option("--gate", is_flag=True, help="Exit with status 4 when anything is unsupported.")
@batch_option
@today_option
def command(
    document: str | None,
    cv: str | None,
    source: str | None,
    gate: bool,
    batch: str | None,
    today: date | None,
) -> int:
    """Check every statement of a document (text, Markdown, PDF, DOCX) against a CV, as JSON."""
    if batch and gate:
        raise InputFault(
            "--gate judges one document.", mend="Leave it out with --batch, and read the verdicts."
        )
    if batch:
        return batches.run(batch, partial(_row, today))
    with Sandbox() as guarded:
        path = one_of(document, "DOCUMENT", batch)
        facts = loading.facts(one_of(cv, "--cv", batch), guarded)
        posting = loading.posting(source, guarded, today) if source else None
        text = guarded(read_text, content_of(path), path)
    check = grounding.check(_sentences(text), facts, posting, clock(today))
    put(check.to_json())
    return UNSUPPORTED if gate and check.refused else 0


def _sentences(text: str) -> Sequence[str]:
    return [sentence.text for sentence in sentences.split(text)]


def _row(day: date | None, row: batches.Row) -> batches.Row:
    today = clock(day)
    path = batches.resolve(row, "cv")
    facts = facts_of(read_cv(read_file(path), path).profile)
    source = batches.resolve(row, "posting") if row.get("posting") else None
    posting = read_posting([read(source)], day) if source else None
    check: Check = grounding.check(_given(row), facts, posting, today)
    return check.to_json()


def _given(row: batches.Row) -> Sequence[str]:
    """The row's sentences as they are, or its text cut into sentences."""
    given = row.get("sentences")
    if given is None:
        return _sentences(batches.text_of(row, "text"))
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise InputFault('"sentences" must be a list of texts.')
    return given
