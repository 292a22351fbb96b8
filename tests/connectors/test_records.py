from __future__ import annotations

import pytest

from bonafide.connectors import records
from bonafide.model.faults import FetchFault, UnreadableFault, WallFault
from bonafide.model.page import Page
from samples import Direct

LINK = "https://jobs.example/acme/1"
RECORD = "https://api.jobs.example/acme/1.json"
EMBEDDED = "https://api.board.example/9.json"


def pages_of(link: str, net: Net) -> tuple[Page, ...]:
    """The pages of a link, with the search of the page in this process."""
    return records.pages_of(link, net, Direct())


class Net:
    """A Fetcher over a table; what is not in it is gone. It remembers what was asked."""

    def __init__(self, *addresses: str, fault: FetchFault | None = None) -> None:
        self.addresses = addresses
        self.fault = fault or FetchFault("The posting is gone (404).")
        self.asked: list[str] = []

    def __call__(self, url: str) -> Page:
        self.asked.append(url)
        if url not in self.addresses:
            raise self.fault
        return Page(b"x", "text/html", url)


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> dict[str, str | None]:
    """What the link and the page name as their record; a test may change it."""
    names: dict[str, str | None] = {"link": RECORD, "page": None}
    monkeypatch.setattr(records, "record_address", lambda url: names["link"])
    monkeypatch.setattr(records, "embedded_record", lambda page: names["page"])
    return names


def urls(pages: tuple[Page, ...]) -> list[str | None]:
    return [page.url for page in pages]


def test_the_record_comes_before_the_page(named: dict[str, str | None]) -> None:
    assert urls(pages_of(LINK, Net(LINK, RECORD))) == [RECORD, LINK]


def test_a_record_that_fails_leaves_the_page(named: dict[str, str | None]) -> None:
    assert urls(pages_of(LINK, Net(LINK))) == [LINK]


def test_a_page_that_fails_leaves_the_record(named: dict[str, str | None]) -> None:
    assert urls(pages_of(LINK, Net(RECORD))) == [RECORD]


def test_where_both_fail_the_link_is_what_failed(named: dict[str, str | None]) -> None:
    with pytest.raises(WallFault):
        pages_of(LINK, Net(fault=WallFault("The site asks for a log-in.")))


def test_a_link_to_the_record_itself_is_asked_once(named: dict[str, str | None]) -> None:
    net = Net(RECORD)
    assert urls(pages_of(RECORD, net)) == [RECORD]
    assert net.asked == [RECORD]


def test_a_record_that_the_page_names_is_followed(named: dict[str, str | None]) -> None:
    named.update(link=None, page=EMBEDDED)
    assert urls(pages_of(LINK, Net(LINK, EMBEDDED))) == [EMBEDDED, LINK]
    assert urls(pages_of(LINK, Net(LINK))) == [LINK]


def test_a_record_that_failed_is_not_asked_twice(named: dict[str, str | None]) -> None:
    named.update(page=RECORD)
    net = Net(LINK)
    pages_of(LINK, net)
    assert net.asked == [RECORD, LINK]


def test_without_a_record_there_is_the_page(named: dict[str, str | None]) -> None:
    named.update(link=None)
    net = Net(LINK)
    assert urls(pages_of(LINK, net)) == [LINK]
    assert net.asked == [LINK]


def test_a_page_that_cannot_be_searched_in_time_is_still_a_page(named: dict[str, str | None]) -> None:
    named.update(link=None, page=EMBEDDED)

    class TooSlow(Direct):
        def __call__(self, parser: object, /, *_: object, **__: object) -> str | None:
            raise UnreadableFault("Reading it took longer than 10 s, so it was stopped.")

    assert urls(records.pages_of(LINK, Net(LINK, EMBEDDED), TooSlow())) == [LINK]
