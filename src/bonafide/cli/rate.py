"""`bonafide rate --question Q ANSWER`: an answer rated by the published rubric, with the words that earned it."""

from __future__ import annotations

from functools import partial

import click

from bonafide import guides, practice
from bonafide.cli import batch as batches
from bonafide.cli.options import batch_option, one_of, own_option, put, text_of


@click.command("rate")
@click.argument("answer", required=False)
@click.option("--guide", default="cto", show_default=True, help="The guide that asks the question.")
@click.option("--question", help="The question's id; see `bonafide guide show`.")
@own_option
@batch_option
def command(answer: str | None, guide: str, question: str | None, own: guides.Own, batch: str | None) -> int:
    """Rate an answer (a text file, or - for standard input) to a guide's question, as JSON."""
    if batch:
        return batches.run(batch, partial(_row, own))
    asked = one_of(question, "--question", batch)
    chosen = guides.load(guide, own)
    put(practice.rate(chosen, asked, text_of(one_of(answer, "ANSWER", batch))).to_json())
    return 0


def _row(own: guides.Own, row: batches.Row) -> batches.Row:
    guide = guides.load(row.get("guide") or "cto", own)
    return practice.rate(guide, batches.text_of(row, "question"), batches.text_of(row, "text")).to_json()
