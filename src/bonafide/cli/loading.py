"""What the commands load before they work: a posting from a link or file, a CV from a file."""

from __future__ import annotations

import importlib
import os
from datetime import date

from bonafide.cli.options import content_of
from bonafide.connectors import sources
from bonafide.connectors.records import pages_of
from bonafide.model.fact import Facts, facts_of
from bonafide.model.faults import InputFault
from bonafide.model.page import Page
from bonafide.model.ports import Guarded, Writer
from bonafide.model.posting import Posting
from bonafide.model.reading import CvReading
from bonafide.workflows.reading import read_cv, read_posting


def pages(
    source: str, guarded: Guarded, url: str | None = None, allow_loopback: bool = False
) -> tuple[Page, ...]:
    """The pages behind a link, in order of trust; or the one page of a file or standard input."""
    if sources.is_link(source):
        return pages_of(source, sources.fetcher(allow_loopback=allow_loopback), guarded)
    return (sources.read(source, url=url),)


def posting(
    source: str, guarded: Guarded, today: date | None, url: str | None = None, allow_loopback: bool = False
) -> Posting:
    """The posting behind a link or in a file."""
    return guarded(read_posting, pages(source, guarded, url, allow_loopback), today)


def writer() -> Writer:
    """The language model that the environment names. Raises InputFault where it names none."""
    models = importlib.import_module("bonafide.connectors.models")  # It loads the HTTP library.
    endpoint = models.configured(os.environ)
    if endpoint is None:
        mend = f"Name an endpoint in {models.URL} and a model in {models.NAME}."
        raise InputFault("No language model is configured.", where="--rewrite", mend=mend)
    asked: Writer = models.Model(endpoint)
    return asked


def reading(path: str, guarded: Guarded) -> CvReading:
    """The CV in a file."""
    return guarded(read_cv, content_of(path), os.path.basename(path))  # noqa: PTH119 - `-` is no path


def facts(path: str, guarded: Guarded) -> Facts:
    """The facts of the CV in a file."""
    read = reading(path, guarded)
    return facts_of(read.profile, None, read.sources)
