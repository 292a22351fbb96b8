"""Role guides: one TOML file each, checked on load, chosen by a job's title."""

from bonafide.guides.choose import choose
from bonafide.guides.library import Own, load, names
from bonafide.guides.read import check, read

__all__ = ["Own", "check", "choose", "load", "names", "read"]
