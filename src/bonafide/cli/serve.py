"""`bonafide serve`: the web application on this machine."""

from __future__ import annotations

import os
import socket

import click

from bonafide.model.faults import InputFault

THREADS = 4


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def command(host: str, port: int) -> int:
    """Open the web application; stop it with Ctrl-C."""
    _free(host, port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bonafide.project.settings")
    import django

    django.setup()
    from bonafide.services.upkeep import ready

    home = ready()
    click.echo(f"Bonafide is at http://{host}:{port}/ (Ctrl-C stops it). Your data: {home}", err=True)
    from granian.constants import Interfaces
    from granian.server import Server

    Server(
        "bonafide.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_enabled=False,
    ).serve()
    return 0


def _free(host: str, port: int) -> None:
    """Say at once that the port is taken; a worker that fails later says it less well."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            what = f"Port {port} on {host} cannot be used ({error.strerror})."
            raise InputFault(what, mend="Stop what uses it, or choose another with --port.") from error
