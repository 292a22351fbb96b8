"""Records that a person measures touch no disk: what is sent to these addresses is held in memory, within a bound."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler

ROOM = "evidence/add"
"""Below which addresses files are held, as the addresses have it."""
MOST = 64 * 1024 * 1024
"""Bytes of one request, all its files together."""


class Held(MemoryFileUploadHandler):
    """Takes the files of the room before the handler that writes large ones to the disk does; others it leaves."""

    def handle_raw_input(
        self, input_data: Any, META: dict[str, str], content_length: int, *_rest: Any, **_more: Any
    ) -> None:
        """Refuses a request that is too large before a byte is read. Raises RequestDataTooBig."""
        self.activated = META["PATH_INFO"].startswith(f"/{ROOM}/")
        if self.activated and content_length > MOST:
            raise RequestDataTooBig
