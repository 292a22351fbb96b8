"""`bonafide`: finds the command, runs it, and is the one place where a fault becomes a sentence and a status."""

from __future__ import annotations

import importlib
import keyword
import os
import sys
import traceback
from collections.abc import Sequence

import click

from bonafide import __version__
from bonafide.model.faults import BugFault, Fault, Faults

COMMANDS = {
    "prepare": "Turn one job link and one CV into an application.",
    "read": "Read a CV or a posting and print what it says as JSON.",
    "match": "Judge each requirement of a posting against a CV.",
    "check": "Check every statement of a document against a CV.",
    "rate": "Rate an answer to an interview question.",
    "guide": "List, show or check role guides.",
    "practise": "Rehearse a question, those that are due, or a whole loop.",
    "story": "Keep stories: draft, show, map to questions, note where one was told.",
    "evidence": "Measure what your systems show, and offer the figures to your CV.",
    "board": "Follow applications on the board: list, add, move, show, note, archive, undo.",
    "export": "Write everything that is kept into one archive.",
    "import": "Bring in an archive beside what is here.",
    "serve": "Open the web application on this machine.",
    "doctor": "Say what is installed and reachable, and mend what is missing.",
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the module of the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of a working day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command object of `bonafide.cli.<name>`; it is called `command` there."""
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"bonafide.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and lines from the table, so that `--help` imports no command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bonafide")
def bonafide() -> None:
    """One job link and one CV become an application in which every statement is backed by a fact."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with the contract's status: 0, 1 bug, 2 input, 3 world."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; every fault is a sentence on stderr."""
    try:
        result = bonafide.main(args=arguments, prog_name="bonafide", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as misuse:
        click.echo(f"{misuse.format_message()} See `bonafide --help`.", err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`); nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Fault as fault:
        click.echo(str(fault), err=True)
        return fault.exit_status
    except Faults as faults:
        click.echo(str(faults), err=True)
        return faults.exit_status
    except Exception as error:  # noqa: BLE001 - the outermost wall: whatever it is, it is our bug
        click.echo(str(bug(error)), err=True)
        return 1
    return result if isinstance(result, int) else 0


def bug(error: BaseException) -> BugFault:
    """An unforeseen exception as a fault: what it was and where, in one line, without a traceback."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "bonafide" in frame.filename]
    last = frames[-1] if frames else None
    where = f"{os.path.basename(last.filename)}:{last.lineno}" if last else ""  # noqa: PTH119
    what = f"Bonafide has a fault of its own here ({type(error).__name__}: {error})."
    return BugFault(what, where=where, mend="Please report it with the command that you ran.")


if __name__ == "__main__":
    main()
