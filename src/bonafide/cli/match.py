"""`bonafide match SOURCE CV`: each requirement judged, with the facts that say so."""

from __future__ import annotations

from datetime import date
from functools import partial

import click

from bonafide import matching
from bonafide.cli import batch as batches
from bonafide.cli import loading
from bonafide.cli.options import batch_option, clock, link_options, one_of, put, today_option
from bonafide.connectors.sandbox import Sandbox
from bonafide.connectors.sources import read_file
from bonafide.model.fact import facts_of
from bonafide.workflows.reading import read_cv, read_posting


@click.command("match")
@click.argument("source", required=False)
@click.argument("cv", required=False)
@batch_option
@link_options
@today_option
def command(
    source: str | None,
    cv: str | None,
    batch: str | None,
    url: str | None,
    allow_loopback: bool,
    today: date | None,
) -> int:
    """Judge each requirement of a posting (SOURCE: link or file) against a CV, as JSON."""
    if batch:
        return batches.run(batch, partial(_row, today, allow_loopback))
    with Sandbox() as guarded:
        posting = loading.posting(one_of(source, "SOURCE", batch), guarded, today, url, allow_loopback)
        facts = loading.facts(one_of(cv, "CV", batch), guarded)
    put(matching.match(posting, facts, clock(today)).to_json())
    return 0


def _row(day: date | None, allow_loopback: bool, row: batches.Row) -> batches.Row:
    today = clock(day)
    pages = loading.pages(batches.resolve(row, "posting"), batches.HERE, None, allow_loopback)
    posting = read_posting(pages, day)
    path = batches.resolve(row, "cv")
    return matching.match(posting, facts_of(read_cv(read_file(path), path).profile), today).to_json()
