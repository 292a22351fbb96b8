"""The CV room: a file's bytes become a profile in which every value keeps where it was read."""

from bonafide.cv.reader import read

__all__ = ["read"]
