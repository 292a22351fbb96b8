"""A posting's pages in order of trust: the applicant-tracking system's own public record, then the page itself.

Only the record of that one posting is asked for, at the address that the link or the page itself names.
"""

from __future__ import annotations

from bonafide.model.faults import FetchFault, UnreadableFault
from bonafide.model.page import Page
from bonafide.model.ports import Fetcher, Guarded
from bonafide.posting import embedded_record, record_address


def pages_of(url: str, fetch: Fetcher, guarded: Guarded) -> tuple[Page, ...]:
    """The record (if there is one) and the page of a posting's link, the more trusted first.

    A record that cannot be had leaves the page, a page that cannot be had leaves the record; where neither
    can, the page's fault is raised, since it is the link that the person gave. `guarded` searches the page.
    """
    address = record_address(url)
    record = _attempt(address, fetch) if address else None
    if record is not None and address == url:
        return (record,)
    try:
        page = fetch(url)
    except FetchFault:
        if record is None:
            raise
        return (record,)
    return _known(record or _embedded(page, address, fetch, guarded), page)


def _embedded(page: Page, tried: str | None, fetch: Fetcher, guarded: Guarded) -> Page | None:
    """The record that a company's own page shows in a frame or names in a script."""
    try:
        address = guarded(embedded_record, page)
    except UnreadableFault:
        return None
    return _attempt(address, fetch) if address and address not in (tried, page.url) else None


def _attempt(address: str, fetch: Fetcher) -> Page | None:
    """The record, or None where it is refused or fails: the page then speaks for itself."""
    try:
        return fetch(address)
    except FetchFault:
        return None


def _known(*pages: Page | None) -> tuple[Page, ...]:
    return tuple(page for page in pages if page is not None)
