"""Files that people have read and agreed to: compared whole, rewritten with `--update-golden`."""

from pathlib import Path

import pytest


def compare(path: Path, text: str, config: pytest.Config) -> None:
    if config.getoption("--update-golden", default=False):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
