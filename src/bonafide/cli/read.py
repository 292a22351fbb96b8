"""`bonafide read cv|posting`: what a file says, as JSON."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import click

from bonafide.cli import batch as batches
from bonafide.cli import loading
from bonafide.cli.options import batch_option, link_options, put, today_option
from bonafide.connectors.sandbox import Sandbox
from bonafide.connectors.sources import read_file
from bonafide.model.faults import Fault, Faults, InputFault
from bonafide.workflows.reading import read_cv, read_posting


@click.group("read")
def command() -> None:
    """Read a CV or a posting and print what it says as JSON."""


@command.command("cv")
@click.argument("files", nargs=-1)
@batch_option
@today_option
def cv(files: tuple[str, ...], batch: str | None, today: date | None) -> int:
    """Read CVs into JSON Resume documents with the source of every value."""
    if batch:
        return batches.run(batch, _cv_row)
    with Sandbox() as guarded:
        return _each(files, lambda path: loading.reading(path, guarded).to_json())


@command.command("posting")
@click.argument("sources", nargs=-1)
@batch_option
@link_options
@today_option
def posting(
    sources: tuple[str, ...], batch: str | None, url: str | None, allow_loopback: bool, today: date | None
) -> int:
    """Read postings (links, saved pages, records, PDFs, texts) into requirements and facts."""
    if batch:
        return batches.run(batch, partial(_posting_row, today, allow_loopback))
    with Sandbox() as guarded:
        return _each(sources, lambda s: loading.posting(s, guarded, today, url, allow_loopback).to_json())


def _each(inputs: tuple[str, ...], read_one: Any) -> int:
    """One JSON line for each input; all faults together at the end."""
    if not inputs:
        raise InputFault("There is nothing to read.", mend="Name a file, or give --batch FILE.jsonl.")
    faults: list[Fault] = []
    for source in inputs:
        try:
            put(read_one(source))
        except Fault as fault:
            faults.append(fault)
        except Faults as several:
            faults.extend(several.faults)
    if faults:
        raise Faults(faults)
    return 0


def _cv_row(row: batches.Row) -> batches.Row:
    path = batches.resolve(row, "file")
    return read_cv(read_file(path), path).to_json()


def _posting_row(today: date | None, allow_loopback: bool, row: batches.Row) -> batches.Row:
    source = batches.resolve(row, "source")
    pages = loading.pages(source, batches.HERE, row.get("url"), allow_loopback)
    return read_posting(pages, today).to_json()
