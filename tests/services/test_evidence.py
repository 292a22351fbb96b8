"""A repository is measured, its figures kept without its records, and a sentence of it given to a CV."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

import handed
from bonafide.evidence.definitions import figure
from bonafide.model.faults import InputFault, MissingFault
from bonafide.model.measure import Figure, Interval, Shift, Window
from bonafide.services import correcting, cvs, evidence, preparing, scorecard, storybook, tables
from bonafide.store.models import Application, Evidence, Person
from bonafide.workflows.measuring import Asked
from repositories import START, Told

DAY = timedelta(days=1)
CHANGED = date(2024, 12, 26)
CHOSEN = {"opened": "When it broke", "resolved": "When it was mended", "severity": "How bad"}
NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of releases: twice as many, and a quarter of the wait, from `CHANGED` on."""
    told, chance = Told(tmp_path_factory.mktemp("system") / "pay"), Random(3)
    at, tip = DAY, told.commit("Begin the secret ledger", DAY)
    told.tag("v1.0.0", tip, at)
    for number in range(1, 260):
        quick = (START + at).date() >= CHANGED
        for part in range(3):
            waited = timedelta(hours=chance.expovariate(1 / (20 if quick else 80)))
            tip = told.commit(f"Change {number}.{part}", at + timedelta(minutes=part), tip, waited=waited)
        at += timedelta(hours=chance.uniform(20, 60) * (1 if quick else 2))
        told.tag(f"v1.{number}.0", tip, at)
    return told.written()


def measured(owner: Person, folder: Path, changed: date | None = CHANGED) -> evidence.Kept:
    asked = Asked(end=date(2026, 1, 1), changed=changed)
    return evidence.add(owner, "git", [str(folder)], "a payments service", asked, NOW)


def test_only_aggregates_are_kept(owner: Person, repository: Path) -> None:
    kept = measured(owner, repository)
    assert evidence.named(owner, str(kept.row.pk)[:8]).measured == kept.measured
    text = json.dumps(Evidence.of(owner).get().measured)
    assert not [
        word for word in ("secret", "Quill", "quill.example", str(repository), "Change 1") if word in text
    ]
    again = measured(owner, repository)
    assert again.measured == kept.measured, "the same records give the same figures and intervals"
    evidence.remove(owner, kept.row.pk)
    assert [one.row.pk for one in evidence.kept(owner)] == [again.row.pk]


def test_a_sentence_becomes_a_fact_of_a_cv(owner: Person, application: Application, repository: Path) -> None:
    kept = measured(owner, repository)
    assert [shift.before.measure for shift, _ in kept.offers] == ["deployment-frequency", "change-lead-time"]
    cv, entry, _name = cvs.positions(owner)[0]
    text = evidence.offer(owner, kept.row.pk, 2, cv, entry)
    assert text == kept.offers[1][1]
    assert text.startswith("Median change lead time of a payments service fell by ")
    assert application.cv is not None
    application.cv.refresh_from_db()
    assert text in preparing.reading_of(application.cv).profile.work[0].highlights
    assert text in {fact.text for fact in storybook.facts(owner)}, "letters and stories may rest on it"
    public = evidence.offer(owner, kept.row.pk, 2, cv, entry, "https://quill.example/report")
    assert " hours (public: https://quill.example/report)." in public or " days to " in public
    application.cv.refresh_from_db()
    assert len(application.cv.corrections) == 2
    with pytest.raises(InputFault, match="says so already"):
        evidence.offer(owner, kept.row.pk, 2, cv, entry)
    for place in ("ada@quill.example", "https://wiki.corp/report", "10.2.3.4", "a"):
        if place == "a":
            assert "(public: a)" in evidence.offer(owner, kept.row.pk, 2, cv, entry, " a ")
        else:
            with pytest.raises(InputFault, match="gives something away"):
                evidence.offer(owner, kept.row.pk, 2, cv, entry, place)
    assert correcting.reading(application.cv).profile.work[0].highlights[-1] != text, (
        "what was read stays as it was"
    )


def test_what_cannot_be_offered_is_refused(owner: Person, application: Application, repository: Path) -> None:
    kept = measured(owner, repository)
    cv, _entry, _name = cvs.positions(owner)[0]
    for number in (0, 3):
        with pytest.raises(MissingFault, match="no such figure"):
            evidence.offer(owner, kept.row.pk, number, cv, "/work/0")
    for entry in ("/work/99", "/basics", "/work/0/highlights", ""):
        with pytest.raises(MissingFault, match="no such position"):
            evidence.offer(owner, kept.row.pk, 1, cv, entry)
    assert measured(owner, repository, changed=None).offers == ()


def test_a_figure_is_not_offered_to_a_position_that_was_over_by_then(
    owner: Person, application: Application, repository: Path
) -> None:
    kept = measured(owner, repository)
    cv, entry, _name = cvs.positions(owner)[0]
    correcting.correct_cv(owner, cv, {f"{entry}/endDate": "2020-02"})
    with pytest.raises(InputFault, match="not held when that was measured"):
        evidence.offer(owner, kept.row.pk, 1, cv, entry)


def test_a_change_that_only_one_rule_tells_says_by_which(owner: Person, repository: Path) -> None:
    found = measured(owner, repository).measured
    before, after = found.shifts[0].before.window, found.shifts[0].after.window
    share = "change-failure-rate"

    def by_hotfix(window: Window, value: float) -> Figure:
        return figure(share, window, 200, value, Interval(value - 0.01, value + 0.01), rule="hotfix")

    silent = [figure(share, window, 200, None, rule="revert", why="No marks.") for window in (before, after)]
    told = by_hotfix(before, 0.4), by_hotfix(after, 0.1)
    shifts = (
        Shift(silent[0], silent[1], None, None, False),
        Shift(*told, -0.75, Interval(-0.8, -0.7), True),
    )
    kept = evidence.keep(owner, "a shop", replace(found, figures=(silent[1], told[1]), shifts=shifts), NOW)
    [(_shift, text)] = kept.offers
    assert text.startswith("Change failure rate (rule: hotfix) of a shop fell by 75 %")
    [panel] = scorecard.panels(kept)
    assert panel.now is not None
    assert panel.now.moved.endswith(", by the rule “hotfix”") and panel.now.mood == "good"


def test_names_that_give_something_away_are_refused_before_anything_is_read(owner: Person) -> None:
    for name, match in (("", "A name"), ("x" * 121, "A name"), ("db-1.internal", "gives something away")):
        with pytest.raises(InputFault, match=match):
            evidence.add(owner, "git", ["/nowhere"], name, Asked(), NOW)


def test_nothing_that_gives_something_away_is_kept_of_a_reading(owner: Person, repository: Path) -> None:
    found = measured(owner, repository).measured
    noted = replace(found, notes=("The series of db-1.internal and ada@quill.example were added.",))
    kept = evidence.keep(owner, "a shop", noted, NOW)
    assert kept.measured.notes == ("The series of […] and […] were added.",)
    parted = replace(found, figures=(replace(found.figures[0], part="till-17.corp"),))
    with pytest.raises(InputFault, match=r"an internal host \(till-17\.corp\): This gives something away"):
        evidence.keep(owner, "a shop", parted, NOW)


def test_what_is_another_persons_is_not_there(owner: Person, stranger: Person, repository: Path) -> None:
    kept = measured(owner, repository)
    assert evidence.kept(stranger) == []
    with pytest.raises(Evidence.DoesNotExist):
        evidence.one(stranger, kept.row.pk)
    with pytest.raises(Evidence.DoesNotExist):
        evidence.remove(stranger, kept.row.pk)
    with pytest.raises(Evidence.DoesNotExist):
        evidence.offer(stranger, kept.row.pk, 1, uuid4(), "/work/0")
    for beginning in ("", "zz"):
        with pytest.raises(MissingFault):
            evidence.named(owner, beginning)


def test_a_scorecard_shows_each_measure_with_its_course(owner: Person, repository: Path) -> None:
    frequency, lead, failures, recovery = scorecard.panels(measured(owner, repository))
    assert frequency.headline.endswith("deploys a week") and frequency.sub.startswith("95 % interval")
    assert frequency.now is not None and lead.now is not None
    assert frequency.now.mood == lead.now.mood == "good" and " → " in lead.now.moved
    assert "90th percentile" in lead.sub
    assert lead.chart is not None and lead.chart.changed is not None
    assert lead.chart.changed.text == "26 Dec 2024"
    assert len(lead.table) == 5 and not lead.rows
    assert lead.table[-1].name == "Q2 2025", "a clone tells nothing of what came after its last commit"
    assert [tick.text for tick in lead.chart.years] == ["2024", "2025"]
    assert len(lead.chart.spots) == 5
    assert all(spot.high <= spot.y <= spot.low for spot in lead.chart.spots)
    assert lead.chart.spots[0].y < lead.chart.spots[-1].y, "the wait grew shorter: the line falls"
    assert failures.headline == recovery.headline == "not available"
    assert failures.chart is None and not failures.rows and "tells nothing" in failures.why


def test_nearly_equal_quarters_are_drawn_from_the_lowest_and_it_is_said(
    owner: Person, tmp_path: Path
) -> None:
    begun, moments = 1_704_067_200, range(370 * 24)
    failed = [0]
    for hour in moments:
        failed.append(failed[-1] + (8 if hour < 200 * 24 else 2))
    for name, counter in (("total", [hour * 10_000 for hour in moments]), ("bad", failed)):
        values = [[begun + 3600 * hour, str(counter[hour])] for hour in moments]
        answer = {"resultType": "matrix", "result": [{"metric": {}, "values": values}]}
        (tmp_path / name).write_text(json.dumps({"status": "success", "data": answer}))
    wishes = {"total": (str(tmp_path / "total"),), "bad": (str(tmp_path / "bad"),), "target": ("99.9",)}
    kept = evidence.add(owner, "prometheus", [], "a shop", Asked(), NOW, wishes)
    attained, budget, alerts = scorecard.panels(kept)
    assert attained.chart is not None and attained.chart.raised and attained.chart.unit == "% of requests"
    assert [tick.text for tick in attained.chart.values] == ["99.92", "99.94", "99.96", "99.98"]
    assert attained.chart.spots[0].y - attained.chart.spots[-1].y > 40
    assert budget.chart is not None and not budget.chart.raised
    assert len(alerts.rows) == 4 and alerts.chart is None and not alerts.headline, "there is no whole of them"
    assert [panel.id for panel in scorecard.panels(kept)] == ["p1", "p2", "p3"]


def test_readings_stand_by_theme_and_of_one_system_the_last(owner: Person, repository: Path) -> None:
    before, now = measured(owner, repository, changed=None), measured(owner, repository)
    incidents = tables.add(
        owner,
        tables.kind("incidents"),
        "a till",
        [
            tables.Sent(
                tables.kind("incidents").tables[0],
                (preparing.File(name="a", content=handed.incidents()),),
                CHOSEN,
            )
        ],
        {},
        Asked(changed=handed.CHANGED),
        NOW + DAY,
    )
    kept = scorecard.newest([incidents, now, before])
    assert [one.row.pk for one in kept] == [incidents.row.pk, now.row.pk]
    found = scorecard.sections(kept)
    assert [section.name for section in found] == ["Delivery", "Incidents"]
    ids = [panel.id for section in found for panel in section.panels]
    assert ids == [f"p{number}" for number in range(1, len(ids) + 1)]
    often = found[1].panels[0]
    assert often.name == "Incidents" and [row.name for row in often.rows] == ["P1", "P2"]
    assert {row.name.partition(" · ")[2] for row in often.table} == {"", "P1", "P2"}
