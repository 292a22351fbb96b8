"""Nothing invented: every sentence about the person is backed by a fact, or refused with the reason."""

from bonafide.grounding.checking import check
from bonafide.grounding.gate import Grounded, Place, Refused, RefusedLine, check_line, ground

__all__ = ["Grounded", "Place", "Refused", "RefusedLine", "check", "check_line", "ground"]
