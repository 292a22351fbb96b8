"""What the rules on half-truths must leave alone, and what must not slip through their exceptions."""

from __future__ import annotations

import pytest

from bonafide.language.doing import done
from bonafide.model.claim import Support
from grounding.test_half_true import checked, facts

RECORD = {
    "basics": {"name": "Ada Quill"},
    "work": [
        {
            "name": "Larkrise Lamps",
            "position": "Head of Works",
            "startDate": "2018-03",
            "highlights": [
                "Led the merger of two depots; started 2019.",
                "Evaluated Fjordlys and moved nine services to it.",
                "Apps developed by my team of nine in Kotlin.",
                "Cut response time from 9 hours to 4 hours.",
                "Process 200 invoices a month.",
                "Trained 12 clerks, most of them part-time.",
                "Migrated 42 services from the old mainframe.",
                "Hired eight engineers.",
                "Worked at the client site of Hollin Foods.",
                "Member of the Institute of Marling since 2019.",
            ],
        }
    ],
    "education": [
        {
            "institution": "Bradby College",
            "studyType": "MSc",
            "area": "Applied Mathematics",
            "endDate": "2014",
        }
    ],
}
HONEST = (
    "I led the merger of two depots.",
    "I moved nine services to Fjordlys.",
    "I lead a team of nine that develops apps in Kotlin.",
    "All in all, I migrated 42 services.",
    "I trained all 12 clerks.",
    "I hired eight engineers, who are still with us.",
    "I joined the Institute of Marling in 2019.",
    "I worked at Hollin Foods, on the client site.",
    "I have a master's in maths.",
)
FALSE = (
    "In Rome I cut response time from 9 hours to 4 hours.",
    "I process 200 invoices a quarter.",
    "On AWS, cut costs by 80 %.",
    "People manager of 90 engineers at Oracle.",
    "Everybody in 40 offices of Oracle learned from me.",
)
GERMAN = {
    "basics": {"name": "Ada Quill"},
    "work": [
        {
            "name": "Lampenwerk Nord",
            "position": "Leiterin Planung",
            "startDate": "2018",
            "highlights": [
                "Planung der Releases mit dem Vertrieb",
                "Einführung von Scrum in drei Teams",
                "Kundenprojekt bei der Deutschen Post betreut",
                "Acht Entwicklerinnen eingestellt",
                "Abschluss der Datenmigration",
            ],
        }
    ],
    "education": [{"institution": "TH Kiel", "studyType": "Diplom", "area": "Informatik", "endDate": "2009"}],
}
HONEST_GERMAN = (
    "Bei der Planung der Releases habe ich eng mit dem Vertrieb gearbeitet.",
    "Bei der Einführung von Scrum habe ich mit drei Teams gearbeitet.",
    "Im Kundenprojekt war ich bei der Deutschen Post tätig.",
    "Ich habe acht Entwicklerinnen eingestellt, die bis heute bei uns sind.",
    "Der Abschluss der Datenmigration gelang uns.",
    "Ich habe in Vollzeit studiert.",
)


@pytest.mark.parametrize("sentence", HONEST)
def test_honest_sentences_stay(sentence: str) -> None:
    assert checked(sentence, facts(RECORD)).verdict is not Support.UNSUPPORTED


@pytest.mark.parametrize("sentence", HONEST_GERMAN)
def test_honest_german_sentences_stay(sentence: str) -> None:
    assert checked(sentence, facts(GERMAN)).verdict is not Support.UNSUPPORTED


@pytest.mark.parametrize("sentence", FALSE)
def test_no_exception_lets_a_lie_through(sentence: str) -> None:
    assert checked(sentence, facts(RECORD)).verdict is Support.UNSUPPORTED


@pytest.mark.parametrize(
    "line",
    [
        "Led 12 audits (ongoing)",
        "Pflege von 300 Verträgen (laufend)",
        "Gestion de 12 chantiers (en cours)",
        "Trained 12 drivers; started in 2019",
        "Won the tender of Dalby Bank; the client dropped its other supplier.",
        "Closed the audit; the board rejected only one of 12 proposals.",
        "30 Maschinen eingestellt durch Messung",
        "Acht Mitarbeiter eingestellt vom ersten Tag an",
        "Piloted Airbus A320 aircraft for 9 years",
    ],
)
def test_what_was_done_is_not_erased(line: str) -> None:
    assert done(line) == line
