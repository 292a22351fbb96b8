"""Faults keep their family across processes and say what, where and how to mend."""

from __future__ import annotations

import pickle

import pytest

from bonafide.model.faults import BugFault, Fault, Faults, FetchFault, GuideFault, InputFault, WallFault


@pytest.mark.parametrize("kind", [InputFault, GuideFault, FetchFault, WallFault, BugFault])
def test_a_fault_survives_pickling(kind: type[Fault]) -> None:
    fault = kind("It is empty.", where="cv.pdf", mend="Give another.")
    again = pickle.loads(pickle.dumps(fault))
    assert type(again) is kind
    assert str(again) == "cv.pdf: It is empty. Give another."


def test_the_heaviest_family_gives_the_status() -> None:
    assert Faults([InputFault("a"), FetchFault("b")]).exit_status == 3
    assert Faults([InputFault("a"), BugFault("b"), FetchFault("c")]).exit_status == 1
    assert Faults([InputFault("a")]).exit_status == 2
