"""The fixtures of everything that keeps rows."""

from rows import application, inline, now, owner, stranger

__all__ = ["application", "inline", "now", "owner", "stranger"]
