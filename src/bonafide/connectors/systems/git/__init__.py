"""A git repository on this machine -> the history of its deploys."""

from bonafide.connectors.systems.git.repository import Options, Read, read

__all__ = ["Options", "Read", "read"]
