"""A certificate's grade is part of its name, whoever gave it."""

from __future__ import annotations

import pytest

from bonafide import cv

CV = "Ada Quill\nEngineer\nada@quill.example\n\nWork experience\nEngineer, Tern Systems, Leeds, 2015 - 2020\n- Built the ledger of the shop\n\nCertificates\n{line}\n"


@pytest.mark.parametrize(
    ("line", "name", "issuer"),
    [
        (
            "Cloud Architect – Professional, Nimbus Board, 2022",
            "Cloud Architect – Professional",
            "Nimbus Board",
        ),
        (
            "Test Analyst – Advanced Level, Quality Guild, 2019",
            "Test Analyst – Advanced Level",
            "Quality Guild",
        ),
    ],
)
def test_the_grade_stays_with_the_name(line: str, name: str, issuer: str) -> None:
    reading = cv.read(CV.format(line=line).encode(), "cv.txt")
    assert [(c.name, c.issuer) for c in reading.profile.certificates] == [(name, issuer)]
    assert reading.unplaced == ()
