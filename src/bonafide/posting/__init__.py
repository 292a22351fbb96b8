"""Reading postings: a page, a record, XML, a PDF or pasted text becomes a Posting with its requirements."""

from bonafide.posting.ats.registry import record_address
from bonafide.posting.reading import embedded_record, read

__all__ = ["embedded_record", "read", "record_address"]
