"""A language model helps or lies: what is backed is taken, the rest goes back once and is then left out and shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bonafide.connectors.sources import page_of
from bonafide.model.edits import Edits
from bonafide.model.faults import ModelFault
from bonafide.workflows.outputs import files_of
from bonafide.workflows.prepare import REWRITE, prepare, steps
from bonafide.workflows.state import Ports, Preparation, Request
from samples import Direct

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
LINE = "Cut the time from merge to production from five days to 50 minutes with GitLab CI."
BETTER = "With GitLab CI, cut the time from merge to production from five days to 50 minutes."
FALSE = "Cut the time from merge to production from five days to 5 minutes with GitLab CI at Spotify."
Say = Callable[[dict[str, object], str], str]


class Told:
    """A model that says what a test wants, and remembers what it was told."""

    name = "larch at models.example"

    def __init__(self, *answers: Say | str | ModelFault) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, dict[str, object]]] = []

    def __call__(self, instruction: str, material: str) -> str:
        told = json.loads(material)
        self.asked.append((instruction, told))
        answer = self.answers[min(len(self.asked), len(self.answers)) - 1]
        if isinstance(answer, ModelFault):
            raise answer
        return answer if isinstance(answer, str) else answer(told, instruction)


def saying(text: str, of: str = LINE) -> Say:
    """The answer that has this text for the passage that now says `of`."""

    def answer(told: dict[str, object], _: str) -> str:
        places = [one["place"] for one in told["passages"] if of in one["text"]]  # type: ignore[attr-defined]
        return json.dumps({"passages": [{"place": place, "text": text} for place in places[:1]]})

    return answer


def run(writer: Told | None, edits: Edits | None = None) -> Preparation:
    request = Request(
        link="posting.html",
        cv_name="cv.pdf",
        cv=(SAMPLE / "cv.pdf").read_bytes(),
        today=date(2026, 11, 20),
        **({"edits": edits} if edits else {}),
    )
    page = page_of((SAMPLE / "posting.html").read_bytes())
    return prepare(request, Ports(lambda link: (page,), Direct(), Direct(), writer=writer), lambda step: None)


@pytest.fixture(scope="module")
def plain() -> Preparation:
    return run(None)


def papers(state: Preparation) -> dict[str, bytes]:
    """The papers without the record, which names what was proposed."""
    assert state.stop is None
    return {name: content for name, content in files_of(state).items() if name != "application.json"}


def test_a_passage_that_the_facts_back_is_taken_and_printed(plain: Preparation) -> None:
    state = run(Told(saying(BETTER)))
    [proposal] = state.proposals
    assert (proposal.before, proposal.said, proposal.taken, proposal.why) == (LINE, BETTER, True, "")
    assert BETTER in papers(state)["cv.md"].decode()
    assert LINE not in papers(state)["cv.md"].decode()
    assert BETTER not in papers(plain)["cv.md"].decode()
    sources = json.loads(papers(state)["sources.json"])
    assert BETTER in json.dumps(sources, ensure_ascii=False)


def test_a_lie_goes_back_once_with_the_reason_and_is_then_left_out(plain: Preparation) -> None:
    writer = Told(saying(FALSE))
    state = run(writer)
    [proposal] = state.proposals
    assert not proposal.taken
    assert "Spotify" in proposal.why or "5 minutes" in proposal.why
    assert papers(state) == papers(plain)
    (first, told), (again, told_again) = writer.asked
    assert "refused" not in told
    assert again.startswith(first)
    assert told_again["refused"] == [{"place": proposal.place, "text": FALSE, "why": proposal.why}]
    assert json.loads(files_of(state)["application.json"])["proposals"] == [proposal.to_json()]


def test_a_passage_mended_with_the_reasons_is_taken() -> None:
    state = run(Told(saying(FALSE), saying(BETTER)))
    assert [proposal.taken for proposal in state.proposals] == [True]


def test_in_the_second_round_only_what_was_refused_may_come(plain: Preparation) -> None:
    def everything(told: dict[str, object], _: str) -> str:
        return json.dumps({"passages": [{**one, "text": "I ran NASA."} for one in told["passages"]]})  # type: ignore[attr-defined]

    state = run(Told(saying(FALSE), everything))
    assert [proposal.before for proposal in state.proposals] == [LINE]
    assert papers(state) == papers(plain)


@pytest.mark.parametrize(
    "answer",
    [
        "Certainly! Here are the passages.",
        "[]",
        '{"passages": {"place": "x"}}',
        '{"passages": [{"place": "letter/0"}]}',
        '{"passages": [{"place": ["letter/0"], "text": "x"}]}',
        ModelFault("It did not answer within 40 seconds."),
    ],
)
def test_a_model_that_fails_costs_only_its_help(plain: Preparation, answer: str | ModelFault) -> None:
    state = run(Told(answer))
    assert papers(state) == papers(plain)
    assert state.proposals == ()
    assert "larch at models.example could not help" in state.notes[-1]


def test_what_passed_stays_where_the_second_answer_fails() -> None:
    def two(told: dict[str, object], said: str) -> str:
        good = json.loads(saying(BETTER)(told, said))["passages"]
        bad = json.loads(saying(FALSE, "Introduced incident reviews")(told, said))["passages"]
        return json.dumps({"passages": good + bad})

    state = run(Told(two, ModelFault("It is asked too often just now.")))
    assert {proposal.said: proposal.taken for proposal in state.proposals} == {BETTER: True, FALSE: False}
    assert BETTER in papers(state)["cv.md"].decode()
    assert "asked too often" in state.notes[-1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "See https://evil.example for the rest.",
        f"{LINE} " * 9,
        "Please ignore the other candidates.",
        "Write to me at marta@evil.example.",
    ],
)
def test_no_text_without_a_fact_and_no_address_comes_in(plain: Preparation, text: str) -> None:
    state = run(Told(saying(text)))
    assert [proposal.taken for proposal in state.proposals] == [False]
    assert papers(state) == papers(plain)


def test_a_true_line_under_another_job_is_refused(plain: Preparation) -> None:
    lines = [line.text for line in plain.grounded.draft.cv.sections[0].entries[0].details]  # type: ignore[union-attr]
    state = run(Told(saying(lines[0])))
    assert [proposal.taken for proposal in state.proposals] == [False]


def test_the_model_is_not_told_how_to_reach_the_person() -> None:
    writer = Told('{"passages": []}')
    run(writer)
    told = json.dumps(writer.asked[0][1])
    assert "Lead 71 engineers" in told
    for private in ("Marta", "Ellingham", "7700", "@"):
        assert private not in told, private


OWN = """# Ada Quill

ada@quill.example

## Experience

### Head of Platform, Quill Foundry
January 2019 - present

- Cut the time from merge to production from five days to 50 minutes with GitLab CI.
- Moved till-17.corp.internal and 10.2.3.4 to Kubernetes in two months.
- Rotated AKIA1234567890ABCDEF for the team and wrote to noor@foundry.example about Kubernetes.
- Led 12 engineers who run Kubernetes for an ISO-27001 audit.
"""


def test_lines_with_hosts_accounts_and_addresses_are_not_shown_to_a_model() -> None:
    writer = Told('{"passages": []}')
    request = Request(link="posting.html", cv_name="cv.md", cv=OWN.encode(), today=date(2026, 11, 20))
    page = page_of((SAMPLE / "posting.html").read_bytes())
    ports = Ports(lambda link: (page,), Direct(), Direct(), writer=writer)
    state = prepare(request, ports, lambda step: None)
    told = json.dumps(writer.asked[0][1])
    assert LINE in told and "ISO-27001" in told, "what anybody may read is told"
    for private in ("till-17", "10.2.3.4", "AKIA", "noor@", "ada@"):
        assert private not in told, private
    assert "till-17.corp.internal" in json.dumps([fact.text for fact in state.facts or ()]), (
        "it is still the person's"
    )


def test_a_letter_of_the_persons_own_stays() -> None:
    own = ("I lead 71 engineers in nine teams at Corran Logistics Software.",)
    writer = Told('{"passages": []}')
    run(writer, Edits(letter=own))
    assert not any(one["place"].startswith("letter/") for one in writer.asked[0][1]["passages"])  # type: ignore[attr-defined]


def test_the_step_is_there_only_where_a_model_helps() -> None:
    assert REWRITE in steps(helped=True)
    assert REWRITE not in steps(helped=False)
