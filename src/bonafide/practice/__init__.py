"""Practice: an answer is rated, probed and compared, the interview planned, the plan printed as a handout."""

from bonafide.practice.handout import handout
from bonafide.practice.plan import plan
from bonafide.practice.rating import rate

__all__ = ["handout", "plan", "rate"]
