"""`bonafide evidence` at the terminal."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from bonafide.cli import django_house
from bonafide.store.models import Person
from connectors.conftest import Site, site
from connectors.systems.hub import Hub
from connectors.systems.lab import Lab
from repositories import Told
from rows import owner
from terminal import Terminal

__all__ = ["owner", "site"]


@pytest.fixture
def terminal(owner: Person, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal on the rows of the test."""
    monkeypatch.setattr(django_house, "opened", lambda: owner)
    return Terminal()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A deploy each other day for a hundred days, with one change each that waited a day."""
    told = Told(tmp_path / "pay")
    tip = told.commit("Begin", timedelta(days=1))
    for number in range(50):
        at = timedelta(days=2 + 2 * number)
        tip = told.commit(f"Change {number}", at, tip, waited=timedelta(hours=12))
        told.tag(f"v1.{number}.0", tip, at + timedelta(hours=12))
    return told.written()


def test_a_repository_is_measured_listed_shown_and_removed(terminal: Terminal, repository: Path) -> None:
    told = json.loads(
        terminal("evidence", "add", "git", str(repository), "--yes", "--to", "2024-04-10", "--json")
    )
    lead = next(one for one in told["figures"] if one["measure"] == "change-lead-time")
    assert (lead["value"], lead["unit"]) == (24.0, "hours")
    assert "offers" not in told
    assert "a service  (git, " in terminal("evidence", "list")
    shown = terminal("evidence", "show", told["id"][:8])
    assert "Change lead time: 24 hours (24 to 24), n = " in shown
    assert "Failed deployment recovery, hotfix: not available." in shown
    terminal("evidence", "remove", told["id"][:8])
    assert terminal("evidence", "list").startswith("Nothing was measured yet.")
    gone = terminal.run("evidence", "show", told["id"][:8])
    assert (gone.returncode, gone.stdout) == (2, "")
    assert "has this id" in gone.stderr


def test_a_repository_is_held_against_incidents(terminal: Terminal, repository: Path, tmp_path: Path) -> None:
    lines = ["opened,resolved,release"]
    for number in range(0, 50, 4):
        day = date(2024, 1, 4) + timedelta(days=2 * number)
        lines.append(f"{day} 01:00,{day} 09:00,{f'1.{number}.0' if number % 8 else 'the Quill network'}")
    (tmp_path / "incidents.csv").write_text("\n".join(lines))
    given = ("git", str(repository), "--incidents", str(tmp_path / "incidents.csv"))
    shown = terminal("evidence", "add", *given, "--yes")
    assert "7 incidents name as their cause what is no deploy here" in shown
    assert "6 incidents are held against the deploys" in shown
    # 6 of 48.
    assert "Change failure rate, linked incident: 12 % of deploys" in shown
    assert "Failed deployment recovery, linked incident: not available. An incident tells" in shown
    assert "Quill" not in terminal("evidence", "list", "--json")


def test_a_service_level_is_measured_from_saved_answers(terminal: Terminal, tmp_path: Path) -> None:
    for name, a_day in (("total", 10_000), ("bad", 4)):
        values = [[1_735_689_600 + 86_400 * day, str(a_day * day)] for day in range(100)]
        answer = {
            "resultType": "matrix",
            "result": [{"metric": {"instance": "db-1.internal"}, "values": values}],
        }
        (tmp_path / f"{name}.json").write_text(json.dumps({"status": "success", "data": answer}))
    files = [part for name in ("total", "bad") for part in (f"--{name}", str(tmp_path / f"{name}.json"))]
    days = ("--from", "2025-01-01", "--to", "2025-04-01", "--changed", "2025-02-15")
    shown = terminal("evidence", "add", "prometheus", *files, "--target", "99.9", *days, "--yes")
    assert "Service level attained: 99.96 % of requests (99.96 to 99.96), n = 90" in shown
    assert "Error budget used, target 99.9 %: 40 % of the budget (40 to 40), n = 90" in shown
    assert "14.4× over 1 h and 5 min: not available. Samples lie further apart" in shown
    assert "no change that can be told from noise" in shown
    assert "internal" not in terminal("evidence", "list", "--json")


def test_exports_are_measured_with_columns_of_ones_own(terminal: Terminal, tmp_path: Path) -> None:
    days = [date(2025, 1, 1) + timedelta(days=3 * number) for number in range(60)]
    lines = ["who,began,fixed,level", *(f"Ada Quill,{day} 09:00,{day} 21:00,red" for day in days)]
    (tmp_path / "incidents.csv").write_text("\n".join(lines))
    columns = [
        part for name in ("opened=began", "resolved=fixed", "severity=level") for part in ("--column", name)
    ]
    shown = terminal("evidence", "add", "incidents", str(tmp_path / "incidents.csv"), *columns, "--yes")
    assert "Time to resolve: 12 hours (12 to 12), n = " in shown
    assert "Incidents, red: 10 incidents a month" in shown
    assert "Quill" not in terminal("evidence", "list", "--json")
    wrong = terminal.run("evidence", "add", "incidents", str(tmp_path / "incidents.csv"), "--yes")
    assert wrong.returncode == 2
    assert "--column opened=HEADER" in wrong.stderr
    focus = ["ChargePeriodStart,EffectiveCost,BillingCurrency"]
    focus += [f"2025-{month:02}-01,{1000 + month},EUR" for month in range(1, 11)]
    (tmp_path / "focus.csv").write_text("\n".join(focus))
    assert "Cloud cost, EUR: 1,000 EUR a month" in terminal(
        "evidence", "add", "cost", str(tmp_path / "focus.csv"), "--yes"
    )


def test_a_repository_on_a_forge_is_asked(
    terminal: Terminal, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.routes = Hub().served(site.base)
    monkeypatch.setenv("BONAFIDE_GITHUB_TOKEN", "s3cret")
    where = ("--repo", "mill/pay", "--url", site.base)
    days = ("--from", "2025-01-01", "--to", "2025-04-20", "--yes")
    closed = terminal.run("evidence", "add", "github", *where, *days)
    assert closed.returncode == 2 and "https://" in closed.stderr
    shown = terminal("evidence", "add", "github", *where, "--allow", "127.0.0.1", *days)
    assert "Wait for the first review: 5 hours (5 to 5), n = " in shown
    assert "Deployment frequency: 3.5 deploys a week" in shown
    assert "Change lead time: 36 hours" in shown
    assert "Change failure rate, rolled back: not available. Nothing in the whole history" in shown
    assert not [
        word for word in ("s3cret", "Secret", "mill/pay") if word in terminal("evidence", "list", "--json")
    ]
    site.routes = Lab().served(site.base)
    shown = terminal("evidence", "add", "gitlab", "--project", *where[1:], "--allow", "127.0.0.1", *days)
    assert "First review to merge: 3 hours" in shown and "Change lead time: 36 hours" in shown
    nothing = terminal.run("evidence", "add", "github", "--yes")
    assert nothing.returncode == 2 and "--repo OWNER/NAME" in nothing.stderr


def test_what_cannot_be_read_is_said(terminal: Terminal, tmp_path: Path, repository: Path) -> None:
    nowhere = terminal.run("evidence", "add", "git", str(tmp_path / "nowhere"), "--yes")
    assert nowhere.returncode == 2
    assert "There is no git repository here." in nowhere.stderr
    days = ("--from", "2024-04-01", "--to", "2024-04-10")
    short = terminal.run("evidence", "add", "git", str(repository), "--yes", *days)
    assert short.returncode == 2
    assert "9 days" in short.stderr
    refused = terminal.run("evidence", "add", "git", str(repository), said="n\n")
    assert refused.returncode != 0
    assert "Are you allowed" in refused.stderr
    assert terminal("evidence", "list").startswith("Nothing was measured yet.")
