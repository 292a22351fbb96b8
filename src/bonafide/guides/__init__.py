"""Role guides: one TOML file each, checked on load, chosen by a job's title."""

from bonafide.guides.choose import choose
from bonafide.guides.library import load, names
from bonafide.guides.read import check_file, read_file

__all__ = ["check_file", "choose", "load", "names", "read_file"]
