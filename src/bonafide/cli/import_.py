"""`bonafide import FILE.zip`: what an archive holds, beside what is here."""

from __future__ import annotations

from pathlib import Path

import click

from bonafide.cli import django_house
from bonafide.model.faults import UnreadableFault


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Bring in an archive that `bonafide export` wrote; what is here already stays as it is."""
    owner = django_house.opened()
    from bonafide.services import backup

    try:
        with file.open("rb") as archive:
            counted = backup.read(owner, archive)
    except OSError as error:
        raise UnreadableFault(
            f"It cannot be opened ({error.strerror}).", where=str(file), mend="Check the path."
        ) from error
    click.echo(f"{counted.new} new, {counted.known} here already.", err=True)
