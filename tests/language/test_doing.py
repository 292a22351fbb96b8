"""What a line says was not done by its writer, and that nothing else is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.language.doing import Doing, done, kinds, undone

NOT_DONE = [
    ("Evaluated NATS and decided against it; wrote the tests", "wrote the tests", Doing.UNDONE),
    ("The crew failed its fire inspection in 2019.", ".", Doing.UNDONE),
    ("Plans for a second depot were dropped.", ".", Doing.UNDONE),
    ("The council rejected my report.", ".", Doing.UNDONE),
    ("Wanted to move the archive to Ghent; kept the shelves", "kept the shelves", Doing.MEANT),
    ("Tried to win the tender", "", Doing.MEANT),
    ("Worked alongside a department of 60 gardeners", "", Doing.BESIDE),
    ("Assisted the head of the nursery with interviews", "", Doing.BESIDE),
    ("Advised a colleague who ran a budget of 2m", "", Doing.BESIDE),
    ("Basic knowledge of Perl, no experience with Rust", "Basic knowledge of Perl,", Doing.NEGATED),
    ("Ran nine boats without a winch", "Ran nine boats", Doing.NEGATED),
    ("Führte SAP nicht ein", "", Doing.NEGATED),
    ("Unterstützte den Abteilungsleiter bei der Einführung von SAP", "", Doing.BESIDE),
    ("Das Vorhaben ist gescheitert; baute das Lager um", "baute das Lager um", Doing.UNDONE),
    ("Le projet a été abandonné ; tenait la caisse", "tenait la caisse", Doing.UNDONE),
    ("Accompagné le directeur dans ses visites", "", Doing.BESIDE),
    ("Prince2 (lapsed 2022)", ")", Doing.UNDONE),
    ("Master mariner (exam booked for May 2027)", ")", Doing.UNDONE),
    ("Bid for the pier written in May; withdrawn by the council in 2024.", ".", Doing.UNDONE),
    ("Prototype on NATS (six weeks), dropped; kept the old bus", "kept the old bus", Doing.UNDONE),
    ("Polierlehrgang (begonnen)", ")", Doing.UNDONE),
    ("Hafenausbau: 2024 vom Bauherrn gestoppt", "", Doing.UNDONE),
    ("Responsable du quai ; lancement abandonné en 2021", "Responsable du quai", Doing.UNDONE),
    ("Ran the yard; the move was run by an outside firm", "Ran the yard", Doing.BESIDE),
    ("Bought the rigs; the CEO led the talks", "Bought the rigs", Doing.BESIDE),
    ("Evaluated Fjordlys and Saltstack; kept Puppet", "kept Puppet", Doing.TRIED),
]


@pytest.mark.parametrize(("line", "left", "kind"), NOT_DONE)
def test_what_was_not_done_is_blanked(line: str, left: str, kind: Doing) -> None:
    assert " ".join(done(line).split()).strip("; ") == left.strip("; ")
    assert kind in kinds(line)
    assert len(done(line)) == len(line)
    assert done(line, keep=tuple(Doing)) == line


@pytest.mark.parametrize(
    "line",
    [
        "Cut failed deliveries from 7 % to 2 %",
        "Took over a yard that had failed to open for two years and opened it in six months",
        "Reopened a ferry that was cancelled in 2019",
        "Halved the number of crossings that failed",
        "Replaced the unfinished ticket system",
        "Rettete ein gescheitertes SAP-Projekt in neun Monaten",
        "Cut work in progress by 40 %",
        "Harbour manager who builds calm crews and cut turnover by 13 points",
        "Working alongside the pilots, cut waiting by 20 %",
        "Worked alongside the design team to launch three timetables",
        "Supported a partner network of 40 resellers",
        "Supported the manager training of 200 staff",
        "Ran training for 400 deckhands",
        "Reduced delays due to fog by 40 %",
        "Wrote the plan to move 40 sailings",
        "Built the booking page that 40 firms wanted to use",
        "Ran SEM campaigns with a budget of 2m",
        "Built test rigs with NI LabVIEW for nine lines",
        "Reduzi custos no departamento de compras em 20 %",
        "Opened an office in no time and hired 12",
        "Supported 200 growers in three valleys",
        "Planned and opened a depot in Ghent",
        "Waiting time was dropped from 40 to 12 minutes",
        "Not only ran the yard but trained its pilots",
        "Helped cut waiting by 20 %",
        "Rejected 40 of 52 bids after a review",
        "Nicht nur die Werft, auch den Hafen geleitet",
        "Cut failures (failed dockings) from 9 % to 3 %",
        "Kept the log; expired permits were purged weekly",
        "ISO 45001 (started 2021, certified 2023)",
        "Built a planner (started as a hack) for 300 pilots",
        "Managed 3 quays; planned 2024 budget of 2m",
        "Led the tender; declined two offers and signed the third",
        "Built the desk – dropped waiting from 9 to 2 minutes",
        "Grew to 40 people; started in Leeds",
        "Evaluated 40 bids in three weeks",
        "Halved the returns (rejected parcels) in a year",
    ],
)
def test_what_was_done_stays(line: str) -> None:
    assert done(line) == line


def test_a_denial_ends_where_a_figure_says_when_or_by_how_much() -> None:
    assert done("Moved 40 sailings with no delay in six months").endswith(" in six months")
    assert done("Cut fuel without idle days by 20 %").endswith(" by 20 %")


@given(st.text(max_size=200))
def test_places_lie_within_the_text_and_nothing_else_changes(text: str) -> None:
    blanked = done(text)
    assert len(blanked) == len(text)
    spans = undone(text)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    inside = {at for span in spans for at in range(span.start, span.end)}
    assert all(blanked[at] == (" " if at in inside else text[at]) for at in range(len(text)))
