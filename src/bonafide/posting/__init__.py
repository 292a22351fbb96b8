"""Reading postings: a page, a record, XML, a PDF or pasted text becomes a Posting with its requirements.

The readers are loaded on first use: who only hands a page on to a child process need not pay for them.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module

from bonafide.model.page import Page
from bonafide.model.place import Place
from bonafide.model.posting import Posting, Requirement, RequirementKind

__all__ = ["embedded_record", "read", "record_address", "required"]


def read(page: Page, today: date | None = None) -> Posting:
    """The posting on a page; `today` dates "3 days ago". Raises NoPostingFault or UnreadableFault."""
    posting: Posting = import_module("bonafide.posting.reading").read(page, today)
    return posting


def record_address(url: str) -> str | None:
    """The public record's address at the applicant-tracking system, where a link leads to one we know."""
    address: str | None = import_module("bonafide.posting.ats.registry").record_address(url)
    return address


def embedded_record(page: Page) -> str | None:
    """The record's address where a company's own page embeds the job of a system we know."""
    address: str | None = import_module("bonafide.posting.reading").embedded_record(page)
    return address


def required(text: str, kind: RequirementKind, place: Place | None = None) -> Requirement:
    """The requirement that a line makes, with the terms in it and the years that it asks."""
    made: Requirement = import_module("bonafide.posting.requirements").required(text, kind, place)
    return made
