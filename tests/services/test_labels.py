"""What things are called: nothing that a page names is without its words."""

from __future__ import annotations

from bonafide.services import labels
from bonafide.workflows.prepare import STEPS


def test_every_step_says_on_the_page_what_it_says_at_the_terminal() -> None:
    assert {name: str(words) for name, words in labels.STEPS.items()} == {
        step.name: step.doing for step in STEPS
    }
