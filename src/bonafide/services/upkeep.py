"""Getting the house ready: the data folder, the tables, and runs that an earlier process left behind."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError
from django.utils.translation import gettext as _

from bonafide.model.faults import WorldFault


def ready() -> Path:
    """Make the data folder and bring its tables up to date; the folder. Raises WorldFault where it cannot."""
    home = Path(settings.HOME)
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        call_command("migrate", verbosity=0, interactive=False)
    except (OSError, OperationalError) as error:
        what = _("The data folder cannot be used (%(why)s).") % {"why": error}
        raise WorldFault(
            what, where=str(home), mend=_("Set BONAFIDE_HOME to a folder that you may write to.")
        ) from error
    return home
