"""The CV room: a file's bytes become a profile in which every value keeps where it was read."""

from bonafide.cv.reader import read, text_of

__all__ = ["read", "text_of"]
