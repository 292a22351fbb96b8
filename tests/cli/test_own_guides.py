"""A person's own guides over the command line."""

from pathlib import Path

from click.testing import CliRunner

from bonafide.cli.guide import command as guide
from bonafide.cli.rate import command as rate

OWN = Path(__file__).parents[1] / "guides" / "data"


def test_own_guides_are_listed_and_shown() -> None:
    listed = CliRunner().invoke(guide, ["list", "--own", str(OWN)])
    assert "lighthouse" in listed.output and "cto" in listed.output
    shown = CliRunner().invoke(guide, ["show", "lighthouse", "--own", str(OWN)])
    assert "Head of Lighthouse Engineering" in shown.output and "Related guides: cto" in shown.output


def test_an_answer_is_rated_by_an_own_guide(tmp_path: Path) -> None:
    answer = tmp_path / "answer.txt"
    answer.write_text("I counted every outage for two months, then I fitted a spare lamp at each station.")
    asked = ["--guide", "lighthouse", "--question", "lamp-outage", "--own", str(OWN), str(answer)]
    assert '"spare-lamp": 1' in CliRunner().invoke(rate, asked).output
