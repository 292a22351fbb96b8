"""`bonafide guide list|show|check|schema`: the library of role guides."""

from __future__ import annotations

import json

import click

from bonafide import guides
from bonafide.cli.options import content_of, lines, own_option, put
from bonafide.guides.schema import schema
from bonafide.model.faults import Faults
from bonafide.workflows.guide_text import guide_lines


@click.group("guide")
def command() -> None:
    """List, show or check role guides."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@own_option
def list_(as_json: bool, own: guides.Own) -> None:
    """List the guides, your own beside the shipped ones."""
    found = [guides.load(name, own) for name in guides.names(own)]
    if as_json:
        put([{"name": guide.name, "role": guide.role, "category": guide.category} for guide in found])
    else:
        lines(f"{guide.name:20} {guide.role} ({guide.category})" for guide in found)


@command.command("show")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@own_option
def show(name: str, as_json: bool, own: guides.Own) -> None:
    """Show a whole guide."""
    guide = guides.load(name, own)
    if as_json:
        put(guide.to_json())
    else:
        lines(guide_lines(guide))


@command.command("check")
@click.argument("file", type=click.Path())
def check(file: str) -> None:
    """Name every fault of a guide file, with its line."""
    faults = guides.check(content_of(file), file)
    if faults:
        raise Faults(faults)
    click.echo(f"{file}: no faults.", err=True)


@command.command("schema")
def schema_() -> None:
    """Print the JSON Schema of a guide file."""
    click.echo(json.dumps(schema(), indent=2))
