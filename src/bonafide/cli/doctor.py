"""`bonafide doctor`: what is installed and works, what is missing, and how to mend it."""

from __future__ import annotations

import os
from pathlib import Path

import click
import platformdirs

from bonafide.cli.options import put
from bonafide.connectors.doctor import examine


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(as_json: bool) -> int:
    """Say what is installed and works, what is missing, and how to mend it."""
    findings = examine(home(), os.environ)
    if as_json:
        put([finding.to_json() for finding in findings])
    else:
        for finding in findings:
            mend = f" {finding.mend}" if finding.mend else ""
            click.echo(f"{'ok  ' if finding.ok else 'miss'}  {finding.name}: {finding.what}{mend}")
    return 0 if all(finding.ok for finding in findings) else 3


def home() -> Path:
    """Where all data is kept: `BONAFIDE_HOME`, else the platform's folder for user data."""
    given = os.environ.get("BONAFIDE_HOME")
    return Path(given) if given else Path(platformdirs.user_data_dir("bonafide"))
