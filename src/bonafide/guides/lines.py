"""Where each key and table of a TOML text stands, so that a fault can name its line.

`tomllib` keeps no positions. This walks the text once, skipping strings and comments, and notes the
line of every header and key under the same path that the parsed value has: `("questions", 2, "id")`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r'"""(?:\\.|(?!""").)*"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*|[\[\]{}]|\n",
    re.DOTALL,
)
_HEADER = re.compile(r"[ \t]*(\[\[?)\s*([^\[\]\n]+?)\s*\]\]?")
_KEY = re.compile(r"[ \t]*([\w\-\"'. ]+?)\s*=")


def find_lines(text: str) -> dict[Path, int]:
    """The 1-based line of every table and key, by path; the first one where a path repeats."""
    lines: dict[Path, int] = {(): 1}
    counts: dict[Path, int] = {}
    table: Path = ()
    for offset, line in _statements(text):
        if header := _HEADER.match(text, offset):
            table = _table(header, counts)
            lines.setdefault(table, line)
        elif key := _KEY.match(text, offset):
            lines.setdefault((*table, *_names(key[1])), line)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of this path or of the nearest table around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines[path]


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """The offset and line at which each header or key may start: line starts outside strings and brackets."""
    depth, line, position = 0, 1, 0
    yield 0, 1
    for token in _TOKEN.finditer(text):
        line += text.count("\n", position, token.end())
        position = token.end()
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == "\n" and depth == 0:
            yield position, line


def _table(header: re.Match[str], counts: dict[Path, int]) -> Path:
    """The path a header opens; `[[name]]` opens the next item of its list."""
    *parents, last = _names(header[2])
    path: Path = ()
    for name in parents:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, last)
    if header[1] == "[[":
        counts[path] = counts.get(path, -1) + 1
        path = (*path, counts[path])
    return path


def _names(dotted: str) -> list[str]:
    return [name.strip().strip("\"'") for name in dotted.split(".")]
