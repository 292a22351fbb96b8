"""Options and outputs that several commands share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from bonafide.connectors.own_guides import own_guides
from bonafide.connectors.sources import CAP, read_file, read_stdin
from bonafide.model.faults import InputFault
from bonafide.model.style import Length, Tone

TEMPLATES = ("classic", "compact", "editorial", "plain")
"""The looks of `documents.looks`, known here without loading what prints them."""
TONES = tuple(str(tone) for tone in Tone)
LENGTHS = tuple(str(length) for length in Length)

F = TypeVar("F", bound=Callable[..., Any])


class IsoDate(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that says how to write it."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"“{value}” is not a date written as YYYY-MM-DD.", param, ctx)


def today_option(command: F) -> F:
    """`--today YYYY-MM-DD`: fixes the clock."""
    return click.option("--today", type=IsoDate(), help="Take this day as today's date.")(command)


def batch_option(command: F) -> F:
    """`--batch FILE.jsonl`: many at once."""
    return click.option(
        "--batch", type=click.Path(), help="JSON Lines: one object in, one out, a line each."
    )(command)


def link_options(command: F) -> F:
    """`--url` (where a saved page came from) and `--allow-loopback` (this machine's own servers)."""
    command = click.option(
        "--allow-loopback", is_flag=True, help="Let a link lead to this machine; for local servers and tests."
    )(command)
    return click.option("--url", help="Where a saved page came from.")(command)


def own_option(command: F) -> F:
    """`--own FOLDER`: the person's own guides, read and handed on by name."""
    return click.option(
        "--own",
        type=click.Path(),
        default=None,
        callback=lambda _context, _option, folder: own_guides(folder) if folder else {},
        help="A folder with guides of your own.",
    )(command)


def clock(today: date | None) -> date:
    """The day given, else the machine's."""
    return today or date.today()


def put(value: Any) -> None:
    """One JSON line on standard output."""
    click.echo(json_line(value))


def json_line(value: Any) -> str:
    """The value as one line of JSON; half a character, as broken files hold it, becomes a question mark."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()


def content_of(path: str) -> bytes:
    """A file's bytes, or standard input's for `-`."""
    return read_stdin() if path == "-" else read_file(path, CAP)


def text_of(path: str) -> str:
    """A text file's text, or standard input's for `-`."""
    try:
        return content_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"The file is not UTF-8 text (byte {error.start})."
        raise InputFault(what, where=path, mend="Save it as UTF-8.") from error


def one_of(value: str | None, name: str, batch: str | None) -> str:
    """A required argument that `--batch` replaces."""
    if value is None:
        hint = "" if batch else " Or give --batch FILE.jsonl."
        raise InputFault(f"{name} is missing.{hint}")
    return value


def lines(texts: Iterable[str]) -> None:
    """Lines for people, on standard output."""
    for text in texts:
        click.echo(text)
