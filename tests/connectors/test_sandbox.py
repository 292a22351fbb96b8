from __future__ import annotations

import json
import math
import operator
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from bonafide.connectors.sandbox import Sandbox
from bonafide.connectors.sources import read_file
from bonafide.model.faults import BugFault, Fault, Faults, InputFault, UnreadableFault

POSIX = pytest.mark.skipif(os.name != "posix", reason="bounds are POSIX rlimits")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
HUGE = 400 * 1024 * 1024


OTHERS: set[int | None] = set()
"""Workers that other tests of this process keep."""


@pytest.fixture(autouse=True, scope="module")
def others() -> None:
    """Know whose children are not ours."""
    OTHERS.update(child.pid for child in active_children())


@pytest.fixture
def guarded() -> Iterator[Sandbox]:
    """Time enough for any honest task on a busy machine."""
    with Sandbox(workers=2, seconds=30, megabytes=128) as sandbox:
        yield sandbox
    assert children() == set()


@pytest.fixture
def hasty() -> Iterator[Sandbox]:
    """Little time, for tasks that would never end."""
    with Sandbox(workers=2, seconds=0.5, megabytes=128) as sandbox:
        yield sandbox
    assert children() == set()


def children() -> set[int | None]:
    return {child.pid for child in active_children()} - OTHERS


def test_a_value_comes_back_and_the_worker_stays(guarded: Sandbox) -> None:
    first = guarded(os.getpid)
    assert first != os.getpid()
    assert {guarded(os.getpid) for _ in range(5)} == {first}


def test_keywords_and_large_values_pass(guarded: Sandbox) -> None:
    assert guarded(int, "ff", base=16) == 255
    assert len(guarded(operator.add, b"x" * 3_000_000, b"y")) == 3_000_001


def test_a_fault_comes_back_as_itself(guarded: Sandbox) -> None:
    with pytest.raises(InputFault, match="no such file") as caught:
        guarded(read_file, "/no/such/file")
    assert (caught.value.where, caught.value.mend) == ("/no/such/file", "Check the path.")


def raising_several() -> None:
    raise Faults([InputFault("One."), InputFault("Two.")])


def test_several_faults_come_back_together(guarded: Sandbox) -> None:
    with pytest.raises(Faults) as caught:
        guarded(raising_several)
    assert [fault.what for fault in caught.value.faults] == ["One.", "Two."]


def test_an_exception_that_nobody_translated_is_our_bug(guarded: Sandbox) -> None:
    with pytest.raises(BugFault, match="ZeroDivisionError"):
        guarded(operator.truediv, 1, 0)
    assert guarded(math.sqrt, 4) == 2


def test_a_value_that_cannot_be_sent_is_our_bug(guarded: Sandbox) -> None:
    with pytest.raises(BugFault):
        guarded(threading.Lock)


def test_leaving_the_process_is_our_bug(guarded: Sandbox) -> None:
    with pytest.raises(BugFault, match="SystemExit"):
        guarded(sys.exit, 0)


def sized(size: int) -> int:
    """Much memory, though the answer is small."""
    return len(bytes(size))


HOSTILE: list[tuple[Callable[..., Any], tuple[Any, ...], str]] = [
    (time.sleep, (60,), "longer than 0.5 s"),
    (re.fullmatch, (r"(a+)+b", "a" * 60), "longer than 0.5 s"),
    (bytes, (HUGE,), "more than 128 MB"),
    (sized, (HUGE,), "more than 128 MB"),
    (json.loads, ("[" * 100_000,), "nested"),
    (os.abort, (), "damaged"),
    (os._exit, (0,), "damaged"),
    (os.kill, (0, signal.SIGKILL), "more than 128 MB"),
]


def hostile(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """Call it; a process id of 0 stands for the child's own."""
    return function(*(os.getpid() if a == 0 and function is os.kill else a for a in arguments))


@POSIX
@pytest.mark.parametrize(("function", "arguments", "says"), HOSTILE)
def test_a_hostile_file_costs_only_itself(
    hasty: Sandbox, function: Callable[..., Any], arguments: tuple[Any, ...], says: str
) -> None:
    with pytest.raises(UnreadableFault, match=says):
        hasty(hostile, function, arguments)
    assert hasty(math.sqrt, 9) == 3


@POSIX
def test_memory_of_one_task_is_not_charged_to_the_next(guarded: Sandbox) -> None:
    for _ in range(4):
        assert len(guarded(bytes, 20 * 1024 * 1024)) == 20 * 1024 * 1024
    with pytest.raises(UnreadableFault):
        guarded(bytes, HUGE)
    assert len(guarded(bytes, 20 * 1024 * 1024)) == 20 * 1024 * 1024


KEPT: list[bytes] = []


def kept(size: int) -> int:
    """What a library does that forgets to give memory back; the child's process id."""
    KEPT.append(b"x" * size)
    return os.getpid()


@LINUX
def test_a_worker_that_grows_is_replaced(guarded: Sandbox) -> None:
    assert len({guarded(kept, 40 * 1024 * 1024) for _ in range(8)}) == 2


def written(path: str) -> None:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123
        file.write(b"x" * 100)


@POSIX
def test_nothing_can_be_written(guarded: Sandbox, tmp_path: Any) -> None:
    with pytest.raises(BugFault, match="OSError"):
        guarded(written, str(tmp_path / "x"))
    assert (tmp_path / "x").read_bytes() == b""


def test_nothing_reaches_our_output(guarded: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    guarded(os.write, 1, b"noise")
    guarded(os.write, 2, b"noise")
    assert capfd.readouterr() == ("", "")


def test_map_keeps_the_order_and_each_failure_to_itself(guarded: Sandbox) -> None:
    results = list(guarded.map(math.sqrt, [4, -1, 9]))
    assert (results[0], results[2]) == (2, 3)
    assert isinstance(results[1], BugFault)


def test_map_outlives_hostile_items(hasty: Sandbox) -> None:
    naps = [0, 0.01, 60, 0, 60, 0.02, 0]
    results = list(hasty.map(nap, naps))
    assert [r if not isinstance(r, Fault) else r.kind for r in results] == [
        0,
        0.01,
        "unreadable",
        0,
        "unreadable",
        0.02,
        0,
    ]


def nap(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def test_map_uses_every_worker_and_draws_items_as_it_goes(guarded: Sandbox) -> None:
    drawn: list[float] = []

    def items() -> Iterator[float]:
        for _ in range(200):
            drawn.append(0.02)
            yield 0.02

    results = guarded.map(pid_after, items())
    first = {next(results), next(results), next(results)}
    assert len(drawn) < 100
    assert len(first | set(results)) == 2


def pid_after(seconds: float) -> int:
    time.sleep(seconds / 10)
    return os.getpid()


def test_map_begins_before_it_is_asked_for_a_result(guarded: Sandbox) -> None:
    results = guarded.map(pid_after, [0.1, 0.1])
    assert len(children()) == 2
    assert len(list(results)) == 2


def test_map_of_nothing_and_of_much(guarded: Sandbox) -> None:
    assert list(guarded.map(abs, [])) == []
    assert list(guarded.map(abs, range(1500))) == list(range(1500))


def test_map_passes_on_a_fault_of_its_items(guarded: Sandbox) -> None:
    def items() -> Iterator[int]:
        yield 1
        yield 2
        yield 3
        raise KeyError("items")

    with pytest.raises(KeyError):
        list(guarded.map(abs, items()))
    assert guarded(abs, -1) == 1


def test_an_item_that_cannot_be_sent_fails_alone(guarded: Sandbox) -> None:
    results = list(guarded.map(str, [1, threading.Lock(), 3]))
    assert (results[0], type(results[1]), results[2]) == ("1", BugFault, "3")


def test_calls_inside_a_map_do_not_wait_for_each_other(guarded: Sandbox) -> None:
    assert [guarded(abs, result) for result in guarded.map(abs, [1, -2, -3])] == [1, 2, 3]
    assert len(children()) <= 2


def test_an_idle_worker_that_died_is_replaced(guarded: Sandbox) -> None:
    first = guarded(os.getpid)
    os.kill(first, signal.SIGKILL)
    time.sleep(0.1)
    assert guarded(os.getpid) != first


def test_ctrl_c_is_the_parents_to_handle(guarded: Sandbox) -> None:
    first = guarded(os.getpid)
    os.kill(first, signal.SIGINT)
    assert guarded(os.getpid) == first


def test_workers_are_replaced_now_and_then(guarded: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bonafide.connectors.sandbox.TASKS_PER_WORKER", 3)
    assert len({guarded(os.getpid) for _ in range(9)}) == 3


def test_many_threads_share_it(guarded: Sandbox) -> None:
    results: list[int] = []
    threads = [threading.Thread(target=lambda n=n: results.append(guarded(abs, -n))) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [0, 1]
    assert len(children()) <= 2


def test_closing_ends_busy_workers_too() -> None:
    sandbox = Sandbox(workers=2, seconds=30)
    sandbox.map(nap, [20, 20])
    sandbox.warm()
    assert len(children()) == 3
    sandbox.close()
    assert children() == set()


SCRIPT = """
import os, sys, time
from bonafide.connectors.sandbox import Sandbox
sandbox = Sandbox(workers=2, seconds=float(sys.argv[1]))
sandbox.warm()
sandbox.warm()
print(*(worker._process.pid for worker in sandbox._idle), flush=True)
try:
    sandbox(time.sleep, 60)
except KeyboardInterrupt:
    sandbox.close()
    print("interrupted", flush=True)
"""


def started(seconds: str) -> tuple[subprocess.Popen[str], int, int]:
    """A run with an idle child and one that is busy, and their process ids; its task has begun."""
    command = [sys.executable, "-c", SCRIPT, seconds]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert run.stdout is not None
    idle, busy = run.stdout.readline().split()
    time.sleep(0.2)
    return run, int(idle), int(busy)


def gone(pid: int) -> bool:
    """Whether the process ends while we look."""
    for _ in range(200):
        if ended(pid):
            return True
        time.sleep(0.05)
    return False


def ended(pid: int) -> bool:
    try:
        return "zombie" in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return True


@LINUX
def test_ctrl_c_ends_the_run_and_its_children() -> None:
    run, idle, busy = started("30")
    os.killpg(run.pid, signal.SIGINT)
    assert run.communicate(timeout=20)[0].strip() == "interrupted"
    assert gone(idle)
    assert gone(busy)


@LINUX
def test_an_idle_child_ends_with_a_parent_that_is_killed_though_another_is_busy() -> None:
    run, idle, busy = started("30")
    run.kill()
    run.communicate(timeout=20)
    assert gone(idle)
    os.kill(busy, signal.SIGKILL)


@LINUX
def test_a_busy_child_whose_parent_was_killed_ends_by_its_own_alarm() -> None:
    run, _, busy = started("0.5")
    run.kill()
    run.communicate(timeout=20)
    assert gone(busy)
