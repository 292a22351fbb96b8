"""`bonafide export FILE.zip`: everything that is kept, as one archive."""

from __future__ import annotations

from pathlib import Path

import click

from bonafide.cli import django_house


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Write everything that is kept into one archive; two exports of the same data are the same bytes."""
    owner = django_house.opened()
    from bonafide.services import backup

    click.echo(f"Everything is in {backup.export(owner, file)}.", err=True)
