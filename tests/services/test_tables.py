"""Tables that a browser sent are looked at and measured in a child process, and nothing of them is kept."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bonafide.model.faults import Faults, InputFault, MissingFault
from bonafide.services import evidence, hands, tables
from bonafide.services.preparing import File
from bonafide.services.tables import Sent
from bonafide.store.models import Evidence, Person
from handed import CHANGED, SECRET, actions, incidents

NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)
KIND = tables.kind("incidents")
CHOSEN = {"opened": "When it broke", "resolved": "When it was mended", "severity": "How bad"}


def sent(content: bytes, chosen: dict[str, str], beside: bytes = b"") -> list[Sent]:
    first, second = KIND.tables
    files = (File(name="export.csv", content=beside),) if beside else ()
    return [Sent(first, (File(name="export.csv", content=content),), chosen), Sent(second, files)]


def add(owner: Person, told: list[Sent], dates: str = "", changed: bool = True) -> evidence.Kept:
    asked = evidence.Asked(changed=CHANGED if changed else None)
    return tables.add(owner, KIND, "a payments service", told, {"dates": dates}, asked, NOW)


def test_columns_are_looked_at_and_figures_kept_without_a_word_of_the_records(owner: Person) -> None:
    told = sent(incidents(), CHOSEN, actions())
    first, second = tables.look(told)
    assert first is not None and second is not None
    assert first.found == {} and second.found == {"created": "Created", "closed": "Resolved"}
    assert [one.header for one in first.columns if "P1" in one.samples] == ["How bad"]
    kept = add(owner, told)
    assert {one.measure for one in kept.measured.figures} == {
        "incidents",
        "time-to-resolve",
        "actions-closed",
    }
    assert kept.offers and all(" of a payments service fell by " in text for _, text in kept.offers)
    text = json.dumps(Evidence.of(owner).get().measured)
    assert not [word for word in (SECRET, "Ada", "Quill", "export.csv", "When it broke") if word in text]
    assert tables.look([Sent(KIND.tables[0])]) == [None]


def test_what_was_handed_in_is_what_a_terminal_measures(owner: Person, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(incidents())
    wishes = {"column": tuple(f"{name}={header}" for name, header in CHOSEN.items())}
    asked = evidence.Asked(changed=CHANGED)
    terminal = evidence.add(owner, "incidents", [str(path)], "a payments service", asked, NOW, wishes)
    assert add(owner, sent(incidents(), CHOSEN)).measured == terminal.measured


def test_a_field_that_need_not_be_there_can_be_left_out(owner: Person) -> None:
    kept = add(owner, sent(incidents(), {**CHOSEN, "severity": ""}))
    assert {one.part for one in kept.measured.figures} == {""}


def test_dates_that_may_be_either_are_read_as_the_person_says(owner: Person) -> None:
    told = sent(incidents(until=12), CHOSEN)
    (found,) = tables.look(told[:1])
    assert found is not None and found.unclear
    with pytest.raises(InputFault, match=r"export\.csv:2, When it broke: .*either of two days") as refused:
        add(owner, told)
    assert "--" not in str(refused.value)
    assert add(owner, told, "day-first").measured != add(owner, told, "month-first", changed=False).measured


@pytest.mark.parametrize(
    ("content", "chosen", "match"),
    [
        (b"", CHOSEN, "export.csv:1: There is no column for “opened”"),
        (b"Created,Resolved\nsoon,", {}, "export.csv:2, Created: “soon” is no date"),
        (b"Created,Resolved\n,2025-01-01", {}, "export.csv:2, Created: “opened” is empty"),
        (b"When,Then\n2025-01-01,", {}, r"export.csv:1: There is no column .*The file has: When, Then\.$"),
        (b"Created,Resolved\n2025-01-01,", {"severity": "Urgency"}, "no column for “severity”"),
        (b"Created,Resolved\n", {}, "no incident"),
        (b"Created,Resolved\n2025-01-01,", {}, "too short"),
        (b"Created,Resolved\n13/04/2025,04/13/2025", {}, "Some dates have the day first"),
        (b"Created,Resolved\n\xff", {}, "export.csv:2: The file is not UTF-8"),
        (b"PK\x03\x04 no table", {}, "no column"),
        (b"[{}", {}, "no JSON"),
    ],
)
def test_faults_say_where_and_speak_no_option_of_a_terminal(
    owner: Person, content: bytes, chosen: dict[str, str], match: str
) -> None:
    with pytest.raises(InputFault, match=match) as refused:
        add(owner, sent(content, chosen))
    assert "--" not in str(refused.value)
    assert not Evidence.of(owner).exists()


@pytest.mark.parametrize("kind", tables.kinds(), ids=lambda kind: kind.name)
def test_no_kind_speaks_of_options_where_a_table_lacks_everything(owner: Person, kind: tables.Kind) -> None:
    for content in (b"a,b\n1,2", b"a,b\n"):
        told = [Sent(table, (File(name="t.csv", content=content),)) for table in kind.tables]
        with pytest.raises((InputFault, Faults)) as refused:
            tables.add(owner, kind, "a shop", told, {}, evidence.Asked(), NOW)
        assert "--" not in str(refused.value)


def requests(day: str = "%Y-%m-%d") -> bytes:
    """Requests and failed ones of two years, day by day; fewer failed from `CHANGED` on."""
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(730)]
    rows = [f"{one:{day}},9000,{(9 if one < CHANGED else 2) + one.day % 3}" for one in days]
    return "\n".join(["day,all of them,not answered", *rows]).encode()


def test_a_service_level_is_measured_from_any_table_of_requests(owner: Person) -> None:
    kind = tables.kind("grafana")
    columns = {"total": "all of them", "bad": "not answered", "good": ""}
    told = [Sent(kind.tables[0], (File(name="export.csv", content=requests("%d/%m/%Y")),), columns)]
    (found,) = tables.look(told)
    assert found is not None and not found.unclear
    assert [(one.header, one.samples) for one in found.columns] == [
        ("all of them", ("9000",)),
        ("not answered", ("10", "11", "9")),
    ]
    assert [option.name for option in tables.questions(kind)] == ["per", "target", "dates"]
    answers = {"per": "sample", "target": "99.9", "total": "passed over: it is no question"}
    asked = evidence.Asked(changed=CHANGED)
    kept = tables.add(owner, kind, "a shop", told, answers, asked, NOW)
    assert kept.measured.figures[0].measure == "slo-attainment" and kept.offers
    for more, match in (
        ({"per": ""}, r"^per: .*rates or counts\. Say which it is\.$"),
        ({"target": "all"}, r"^target: .*such as 99\.9\.$"),
    ):
        with pytest.raises(InputFault, match=match):
            tables.add(owner, kind, "a shop", told, answers | more, asked, NOW)


def test_two_files_of_one_name_are_told_apart(owner: Person) -> None:
    with pytest.raises(InputFault, match=r"export\.csv \(2\):1: There is no column for “created”"):
        add(owner, sent(incidents(), CHOSEN, b"nothing\n1"))


def test_a_name_is_looked_at_before_a_table_is(owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "measuring", lambda: pytest.fail("a table was read"))
    told = sent(incidents(), CHOSEN)
    with pytest.raises(InputFault, match="gives something away"):
        tables.add(owner, KIND, "db-1.internal", told, {}, evidence.Asked(), NOW)
    with pytest.raises(InputFault, match="No file was chosen"):
        tables.add(owner, KIND, "a shop", [Sent(KIND.tables[0])], {}, evidence.Asked(), NOW)
    for name in ("git", "nothing"):
        with pytest.raises(MissingFault, match="No table tells of this"):
            tables.kind(name)


def test_a_table_that_takes_too_long_is_stopped_and_a_terminal_named(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = hands.Sandbox(workers=1, seconds=0.05)
    monkeypatch.setattr(hands, "measuring", lambda: hasty)
    with hasty, pytest.raises(InputFault, match=r"stopped.* At a terminal"):
        add(owner, sent(incidents() * 40, CHOSEN))
