"""Pages of Confluence in the shapes of its exports and of its storage format, all of our own writing."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.confluence import files
from bonafide.connectors.systems.confluence.pages import exported, stored
from bonafide.connectors.systems.reading import Read
from bonafide.cv.zipped import Sort
from bonafide.evidence.decisions import Decision, Decisions, State
from bonafide.model.faults import InputFault, UnreadableFault
from connectors.systems.exports import asked

JANUARY, MARCH = date(2025, 1, 5), date(2025, 3, 9)
ACCEPTED = (
    '<span class="status-macro aui-lozenge aui-lozenge-success conf-macro output-inline">ACCEPTED</span>'
)
DAY = '<time datetime="2025-03-09" class="date-past">09 Mar 2025</time>'


def properties(*rows: tuple[str, str]) -> str:
    """A table of page properties, as it is exported."""
    told = "".join(
        f'<tr><th class="confluenceTh"><p>{label}</p></th><td class="confluenceTd"><p>{value}</p></td></tr>'
        for label, value in rows
    )
    return f'<div class="plugin-tabmeta-details"><div class="table-wrap"><table><tbody>{told}</tbody></table></div></div>'


def page(body: str, title: str = "ADR-1 Use a queue", above: str = "Records") -> str:
    """A page of an exported space."""
    return f"""<!DOCTYPE html><html><head><title>Till : {title}</title></head><body><div id="main">
    <div id="breadcrumb-section"><ol id="breadcrumbs"><li class="first"><span><a href="index.html">Till</a></span></li>
    <li><span><a href="Records_1.html">{above}</a></span></li></ol></div>
    <h1 id="title-heading"><span id="title-text"> Till : {title} </span></h1>
    <div id="content"><div class="page-metadata">Created by <span class='author'> Ada Quill</span> on Jan 02, 2020</div>
    <div id="main-content" class="wiki-content group">{body}</div></div></div>
    <div id="footer">Status: rejected</div></body></html>"""


def macro(name: str, body: str = "", **parameters: str) -> str:
    """A macro of the storage format."""
    told = "".join(
        f'<ac:parameter ac:name="{key}">{value}</ac:parameter>' for key, value in parameters.items()
    )
    return f'<ac:structured-macro ac:name="{name}" ac:schema-version="1">{told}{body}</ac:structured-macro>'


def status(word: str) -> str:
    return macro("status", colour="Green", title=word)


def rest(body: str, number: int = 1, title: str = "Use a queue", **more: Any) -> dict[str, Any]:
    """A page as the interface tells it."""
    return {"id": str(number), "type": "page", "status": "current", "title": title, "body": {"storage": {"value": body, "representation": "storage"}}, **more}  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (properties(("Status", ACCEPTED), ("Date", DAY)), Decision(State.ACCEPTED, None, MARCH)),
        (properties(("Status", "Superseded by <a href='7.html'>ADR-7</a>"), ("Decision date", "2025-03-09"), ("Created", "2025-01-05")), Decision(State.SUPERSEDED, JANUARY, MARCH)),
        ("<table><tbody><tr><th>Status</th><th>Date</th></tr><tr><td>Accepted</td><td>2025-03-09</td></tr></tbody></table>", Decision(State.ACCEPTED, None, MARCH)),
        ("<table><tr><th>Status</th><td>Accepted</td><th>Date</th><td>2025-03-09</td></tr></table>", Decision(State.ACCEPTED, None, MARCH)),
        ("<table><tr><td><strong>Status</strong></td><td>Accepted</td></tr><tr><td>Date</td><td>2025-03-09</td></tr></table>", Decision(State.ACCEPTED, None, MARCH)),
        (f"<h2 id='x'>Status</h2><p>{ACCEPTED}</p><h2>Date</h2><p>{DAY}</p><h2>Context</h2><p>It was rejected.</p>", Decision(State.ACCEPTED, None, MARCH)),
        (f"<h2>Status {ACCEPTED}</h2><p>Date: {DAY}</p>", Decision(State.ACCEPTED, None, MARCH)),
        (f"<p><strong>Status</strong> {ACCEPTED}<br/><strong>Date:</strong> {DAY}</p>", Decision(State.ACCEPTED, None, MARCH)),
        (f"<p>{ACCEPTED}</p><p>Date: {DAY}</p>", Decision(State.ACCEPTED, None, MARCH)),
        (f"<p>{ACCEPTED}</p><p>Status: proposed</p><p>Date: {DAY}</p>", Decision(State.PROPOSED, MARCH)),
        (f"<ul><li><p>Status: {ACCEPTED}</p></li><li>Date: {DAY}</li></ul>", Decision(State.ACCEPTED, None, MARCH)),
        (properties(("Status", "Proposed 2025-01-05<br/>Accepted 2025-03-09")), Decision(State.ACCEPTED, JANUARY, MARCH)),
        (properties(("Status", "<span class='status-macro'>NOT STARTED</span> <span class='status-macro'>IN PROGRESS</span> / <span class='status-macro'>COMPLETE</span>")), None),
        (properties(("Status", "</p><p>".join(f"<span class='status-macro'>{word}</span>" for word in ("NOT STARTED", "IN PROGRESS", "COMPLETE")))), None),
        (properties(("Status", "IN PROGRESS"), ("Date", DAY)), Decision(State.PROPOSED, MARCH)),
        (f"<table><tr><th>Task</th><th>State of it</th></tr><tr><td>Till</td><td>{ACCEPTED}</td></tr></table>", None),
        (f"<p style='display:none'>Status: {ACCEPTED}</p><p>We {ACCEPTED} it.</p>", None),
        (f"<table><tr><th>Status</th><td><table><tr><td>{ACCEPTED}</td></tr></table></td></tr></table>", Decision(State.ACCEPTED)),
        ("<p>Nothing is said.</p>", None),
        ("", None),
    ],
)  # fmt: skip
def test_what_an_exported_page_says_of_itself(body: str, expected: Decision | None) -> None:
    found = exported("x.html", page(body))
    assert found and found.decision == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (macro("details", f"<ac:rich-text-body><table><tbody><tr><th><p>Status</p></th><td>{status('ACCEPTED')}</td></tr><tr><th>Date</th><td><time datetime=\"2025-03-09\" /></td></tr></tbody></table></ac:rich-text-body>", label="adr"), Decision(State.ACCEPTED, None, MARCH)),
        (f"<h1>Status</h1><p>{status('Proposed')}</p><p>Date: <time datetime='2025-01-05'/> </p>", Decision(State.PROPOSED, JANUARY)),
        (f"<p>{status('REJECTED')}</p><p>Date: 2025-03-09</p>", Decision(State.REJECTED, None, MARCH)),
        ('<p>Status: Superseded by <ac:link><ri:page ri:content-title="Old" /><ac:plain-text-link-body><![CDATA[ADR-7 > 3]]></ac:plain-text-link-body></ac:link></p>', Decision(State.SUPERSEDED)),
        (macro("code", "<ac:plain-text-body><![CDATA[a > b\nStatus: accepted]]></ac:plain-text-body>") + "<p>Status: proposed</p>", Decision(State.PROPOSED)),
        ("<p>Status: <ac:placeholder>accepted or rejected</ac:placeholder></p>", None),
        (macro("status", colour="Green"), None),
    ],
)  # fmt: skip
def test_what_a_page_in_storage_format_says_of_itself(body: str, expected: Decision | None) -> None:
    (found,) = stored("x.json", {"results": [rest(body)]})
    assert found and found.decision == expected


def records(read: Read) -> list[str]:
    assert isinstance(read.records, Decisions)
    return sorted(one.state for one in read.records.decisions)


def body(word: str) -> str:
    return properties(("Status", word), ("Date", DAY))


def export(folder: Path) -> dict[str, str]:
    """The files of an exported space."""
    told = {
        "index.html": "<html><body><div id='content'>Status: accepted</div></body></html>",
        "ADR-1-Use-a-queue_11.html": page(body("Accepted")),
        "ADR-2_12.html": page(body("Rejected"), "adr 2: no queue"),
        "13.html": page(body("Proposed"), "Use a wheel", "Architecture decisions"),
        "Plan_14.html": page(body("Done"), "Plan of the mill", "Adrenaline"),
        "Notes_15.html": page("<p>None</p>", "Decisions"),
    }
    for name, text in told.items():
        (folder / name).write_text(text)
    return told


def test_a_space_is_read_as_a_folder_and_as_an_archive(tmp_path: Path) -> None:
    folder = tmp_path / "TILL"
    folder.mkdir()
    told = export(folder)
    (folder / "image.png").write_bytes(b"\x89PNG")
    (tmp_path / "elsewhere.html").write_text(page(body("Accepted")))
    (folder / "linked.html").symlink_to(tmp_path / "elsewhere.html")
    with zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in reversed(told.items()):
            archive.writestr(f"TILL/{name}", text)
        archive.writestr("TILL/attachments/11/image.png", b"\x89PNG")
    for path in (folder, tmp_path / "export.zip"):
        read = asked("confluence", path)
        assert records(read) == ["accepted", "proposed", "rejected"]
        assert read.notes == (
            "1 other pages with a status, which nothing calls decisions, were passed over (--pages).",
        )
    both = asked("confluence", folder, tmp_path / "export.zip")
    assert records(both) == ["accepted", "proposed", "rejected"], "a page that is told twice counts once"
    assert records(asked("confluence", folder, pages="plan*")) == ["accepted"]
    assert records(asked("confluence", folder / "13.html")) == ["proposed"]


def test_answers_of_the_interface_are_read(tmp_path: Path) -> None:
    told = [
        rest(
            "<p>Status: accepted</p><p>Date: 2025-03-09</p>",
            1,
            metadata={"labels": {"results": [{"name": "adr"}]}},
        ),
        rest(
            "<p>Status: rejected</p><p>Date: 2025-03-09</p>",
            2,
            ancestors=[{"title": "Till"}, {"title": "Decisions"}],
        ),
        rest("<p>Status: proposed</p><p>Date: 2025-03-09</p>", 3, parentId="2"),
        rest("<p>Status: proposed</p>", 4, title="RFC 9"),
        rest("<p>Status: accepted</p><p>Date: 2025-03-09</p>", 5, status="trashed", title="ADR 5"),
        {"id": "6", "title": "No body", "body": {}},
        rest("<div>" * 5000, 7, title="ADR 7"),
    ]
    told[1]["title"] = "Decision 2"
    (tmp_path / "1.json").write_text(json.dumps({"results": told[:4], "_links": {"next": "/x"}}))
    (tmp_path / "2.json").write_text(json.dumps([{"results": told[3:]}, told[0]]))
    read = asked("confluence", tmp_path / "1.json", tmp_path / "2.json")
    assert records(read) == ["accepted", "proposed", "proposed", "rejected"]
    assert read.notes == (
        "1 of 4 decisions have no date and were left out.",
        "1 pages were too large to be read, and passed over.",
    )


def test_what_is_no_export_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for text, fault, match in (
        (
            '{"results": [{"id": "1", "title": "x"}]}',
            UnreadableFault,
            "no page with its body.*expand=body.storage",
        ),
        ("[[[[[1]]]]]", UnreadableFault, "no page with its body"),
        ("[", UnreadableFault, "x.json:1: This is no JSON"),
        (
            page(body("Accepted"), "Plan", "Till"),
            InputFault,
            "1 pages with a status are in it, and nothing calls them.*--pages",
        ),
        (page(properties(("Status", "Accepted"))), InputFault, "with a status and a date"),
        ("<p>Status: accepted</p>", InputFault, "No page with a status"),
    ):
        path.write_text(text)
        with pytest.raises(fault, match=match):
            asked("confluence", path)
    path.write_bytes(b"<p>\n\xff</p>")
    with pytest.raises(UnreadableFault, match=r"x.json:2: The file is not UTF-8"):
        asked("confluence", path)
    path.unlink()
    with pytest.raises(InputFault, match="no page in it"):
        asked("confluence", tmp_path)
    with pytest.raises(InputFault, match="no such file"):
        asked("confluence", tmp_path / "nowhere.zip")


def zipped(*entries: tuple[str, str | bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return memory.getvalue()


def test_archives_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "e.zip"
    good = ("ADR_1.html", page(body("Accepted")))
    path.write_bytes(zipped(good, ("Huge_2.html", b" " * (files.LARGEST + 1))))
    assert asked("confluence", path).notes == ("1 pages were too large to be read, and passed over.",)
    path.write_bytes(zipped(good, *((f"{number}.html", b" " * 5_000_000) for number in range(9))))
    monkeypatch.setattr(files, "EXPORT", Sort("archive", "Export it again.", most_ratio=100, most_parts=20))
    with pytest.raises(UnreadableFault, match=r"e.zip: \d.html: This archive unpacks to far more"):
        asked("confluence", path)
    path.write_bytes(zipped(*((f"{number}.png", b"") for number in range(21))))
    with pytest.raises(UnreadableFault, match=r"e.zip: This archive has too many parts"):
        asked("confluence", path)
    path.write_bytes(zipped(*((f"{number}.png", b"") for number in range(200))))
    with pytest.raises(UnreadableFault, match="too many parts"):
        asked("confluence", path)
    whole = zipped(good)
    path.write_bytes(whole[:-30])
    with pytest.raises(UnreadableFault, match="broken or cut off"):
        asked("confluence", path)
    path.write_bytes(whole[:40] + b"\0" * 60 + whole[100:])
    with pytest.raises(UnreadableFault, match=r"e.zip: ADR_1.html: This archive is broken or locked"):
        asked("confluence", path)
    path.write_bytes(zipped(good, ("2.html", b"\xff")))
    with pytest.raises(UnreadableFault, match=r"e.zip: 2.html:1: The file is not UTF-8"):
        asked("confluence", path)
    path.write_bytes(zipped(good))
    monkeypatch.setattr(files, "MOST_PAGES", 0)
    with pytest.raises(InputFault, match="More than 0"):
        asked("confluence", path)


@pytest.mark.parametrize(
    "odd",
    [
        "<![CDATA[" * 100_000,
        "<" * 300_000,
        "<a" * 100_000,
        "<" + "a" * 300_000,
        "<time/>" * 50_000,
        "<table><tr><td>" * 400 + "x",
        "<div>" * 1_000 + "<table><tr><td>x</td></tr></table>" * 20_000,
        "<table><tr>" + "<th>a</th><td>b</td>" * 20_000,
        f"<p>{status('a')}</p>" * 10_000,
    ],
)
def test_odd_pages_take_no_long_time(odd: str) -> None:
    assert len(list(stored("x", [rest(odd)]))) == 1


tags = st.sampled_from(["<table>", "<tr>", "<th>", "<td>", "</td>", "<p>", "</p>", "<h2>Status</h2>", "<time/>", "Status: ", "accepted", "2025-03-09", "<![CDATA[", "]]>", "<ac:parameter>", "</table>", status("Proposed"), "|", "#"])  # fmt: skip


@given(st.lists(tags, max_size=40).map("".join))
def test_any_page_is_a_record_or_none(text: str) -> None:
    for found in stored("x", [rest(text or " .")]):
        assert found and (found.decision is None or found.decision.state in State)
    assert exported("x", text) is None


@given(
    st.lists(st.sampled_from(["accepted", "rejected", "proposed"]), min_size=1, max_size=12),
    st.randoms(use_true_random=False),
)
def test_the_order_of_pages_does_not_matter(states: list[str], order: Random) -> None:
    told = [rest(f"<p>Status: {state}</p>", number, title="ADR") for number, state in enumerate(states)]
    first = sorted(str(one.decision) for one in stored("x", told) if one)
    order.shuffle(told)
    assert sorted(str(one.decision) for one in stored("x", told) if one) == first
