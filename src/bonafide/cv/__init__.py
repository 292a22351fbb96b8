"""The CV room: a file's bytes become a profile in which every value keeps where it was read."""

from bonafide.cv.reader import printed, read, text_of

__all__ = ["printed", "read", "text_of"]
