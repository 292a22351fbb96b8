"""How many fabrications of a lying model come through a whole preparation, by kind.

    python bench/lying.py SUITE [--count 10000] [--today YYYY-MM-DD] [--show 5]

SUITE holds `match.jsonl` with `posting/` and `cv/`. A server on this machine speaks the protocol of a language model and puts a
fabrication (those of `fabrications.py`, false by construction) into every passage that it is asked about, and others where
it is asked again. `bonafide prepare --rewrite` runs as a process of its own for each pair, as often as it takes; what its
record says was taken has leaked.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from bonafide.model.fact import facts_of
from bonafide.workflows.reading import read_cv
from fabrications import interval, planted

BONAFIDE = str(Path(sys.executable).with_name("bonafide"))


class Liar(ThreadingHTTPServer):
    """Answers with the next fabrications in hand, one for each passage, and counts them by kind."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.lies: Iterator[tuple[str, str]] = iter(())
        self.kinds: dict[str, str] = {}
        self.told = Counter[str]()

    def answer(self, material: str) -> str:
        """The lies for the passages that are asked about."""
        asked = json.loads(material)
        passages = asked.get("refused") or asked["passages"]
        texts = []
        for passage, (kind, text) in zip(passages, self.lies, strict=False):
            self.kinds[text] = kind
            self.told[kind] += 1
            texts.append({"place": passage["place"], "text": text})
        return json.dumps({"passages": texts})


class Answer(BaseHTTPRequestHandler):
    """One question, one answer in the form of chat completions."""

    server: Liar

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = self.server.answer(asked["messages"][1]["content"])
        content = json.dumps({"choices": [{"message": {"content": text}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


def prepared(posting: Path, cv: Path, today: date, server: Liar) -> list[dict[str, object]]:
    """The proposals of one whole preparation, as its record has them."""
    url = f"http://127.0.0.1:{server.server_port}/v1"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "application"
        command = [BONAFIDE, "prepare", str(posting), str(cv), "--rewrite", "--no-board", "--out", str(out)]
        subprocess.run(
            [*command, "--today", today.isoformat()],
            env={**os.environ, "BONAFIDE_MODEL_URL": url, "BONAFIDE_MODEL": "liar"},
            check=True,
            capture_output=True,
        )
        found: list[dict[str, object]] = json.loads((out / "application.json").read_text())["proposals"]
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 22))
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    pairs = [json.loads(line) for line in (given.suite / "match.jsonl").read_text().splitlines()]
    lies: dict[str, Iterator[tuple[str, str]]] = {}
    leaked: dict[str, list[str]] = defaultdict(list)
    with Liar() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        for pair in itertools.cycle(pairs):
            cv = given.suite / "cv" / f"{pair['cv']}.json"
            if pair["cv"] not in lies:
                facts = facts_of(read_cv(cv.read_bytes(), cv.name).profile)
                lies[pair["cv"]] = itertools.cycle(list(planted(facts)))
            server.lies, server.kinds = lies[pair["cv"]], {}
            posting = given.suite / "posting" / f"{pair['posting']}.txt"
            for proposal in prepared(posting, cv, given.today, server):
                if proposal["taken"] and proposal["said"] in server.kinds:
                    leaked[server.kinds[str(proposal["said"])]].append(str(proposal["said"]))
            if server.told.total() >= given.count:
                break
        server.shutdown()
    report(server.told, leaked, given.show)


def report(told: Counter[str], leaked: dict[str, list[str]], show: int) -> None:
    print("Fabrications of a lying model that were printed")
    for kind in sorted(told):
        print(
            f"  {kind:16} {len(leaked[kind]):5} of {told[kind]:5}  {interval(len(leaked[kind]), told[kind])}"
        )
        for text in list(dict.fromkeys(leaked[kind]))[:show]:
            print(f"      {text}")
    total = sum(map(len, leaked.values()))
    print(f"  {'all':16} {total:5} of {told.total():5}  {interval(total, told.total())}")


if __name__ == "__main__":
    main()
