"""Git repositories that tests make: a history told in lines, written by `git fast-import` with every date fixed."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

START = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass
class Told:
    """A history under way. A commit is named by the number that `commit` gives."""

    folder: Path
    parts: list[str] = field(default_factory=list)
    count: int = 0

    def commit(
        self,
        subject: str,
        at: timedelta,
        *parents: int,
        waited: timedelta = timedelta(),
        body: str = "",
        author: str = "Ada Quill <ada@quill.example>",
        files: Mapping[str, str] = MappingProxyType({}),
    ) -> int:
        """A commit that was written `waited` before it was committed at START + `at`; `files` are written, "" deletes one."""
        self.count += 1
        message = f"{subject}\n\n{body}" if body else subject
        lines = [
            "commit refs/heads/main",
            f"mark :{self.count}",
            f"author {author} {seconds(at - waited)} +0000",
            f"committer Ada Quill <ada@quill.example> {seconds(at)} +0000",
            f"data {len(message.encode())}",
            message,
            *([f"from :{parents[0]}"] if parents else []),
            *(f"merge :{other}" for other in parents[1:]),
            *(
                f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}" if text else f"D {path}"
                for path, text in files.items()
            ),
        ]
        self.parts.append("\n".join(lines) + "\n")
        return self.count

    def tag(self, name: str, commit: int, at: timedelta | None = None) -> None:
        """An annotated tag made at START + `at`, or a lightweight one where there is no moment."""
        if at is None:
            self.parts.append(f"reset refs/tags/{name}\nfrom :{commit}\n\n")
            return
        tagger = f"tagger Ada Quill <ada@quill.example> {seconds(at)} +0000"
        self.parts.append(f"tag {name}\nfrom :{commit}\n{tagger}\ndata 1\nx\n")

    def written(self) -> Path:
        """The repository's folder, with all of it in."""
        git(self.folder.parent, "init", "-q", "-b", "main", str(self.folder))
        # The branch ends where the last commit is; a reset before a merge's other side keeps marks free of it.
        stream = "".join(self.parts)
        subprocess.run(
            ["git", "-C", str(self.folder), "fast-import", "--quiet", "--force"],
            input=stream.encode(),
            check=True,
            capture_output=True,
        )
        return self.folder


def seconds(at: timedelta) -> int:
    """Seconds of the epoch at START + `at`."""
    return int((START + at).timestamp())


def git(folder: Path, *words: str) -> str:
    """What git says in a folder; the oracle that the reader is held against."""
    done = subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True)
    return done.stdout
