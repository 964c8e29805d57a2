"""What one run of a program costs, and what many runs of several say together."""

import os
import re
import shutil
import statistics
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

PASS = re.compile(r"^([a-z]+) (\d+\.\d+) s(?:, cpu (\d+\.\d+) s)?(?!\w)")


@dataclass
class Pass:
    wall: float
    cpu: float


@dataclass
class Run:
    cpu: float
    wall: float
    peak_mib: float
    passes: dict[str, Pass] = field(default_factory=dict)


class Failed(Exception):
    pass


def run(command: list[str], log: Path) -> Run:
    """CPU seconds are user and system, of the program and of the children it has waited for."""
    with log.open("wb") as out:
        started = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
    text = log.read_text(errors="replace")
    if child.returncode != 0:
        raise Failed(f"{' '.join(command)}: exit {child.returncode}\n{text[-3000:]}")
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, passes_in(text))


def passes_in(text: str) -> dict[str, Pass]:
    """Lines such as `read 0.121 s, cpu 0.198 s`, in the order in which the program says them; what it says twice is added up."""
    found: dict[str, Pass] = {}
    for line in text.splitlines():
        match = PASS.match(line)
        if match:
            name, wall, cpu = match.groups()
            before = found.get(name, Pass(0.0, 0.0))
            found[name] = Pass(before.wall + float(wall), before.cpu + float(cpu or 0))
    return found


def starts(command: list[str], times: int) -> float:
    """Seconds from the start of a program to its end, the median of so many times."""
    took = []
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    for _ in range(times):
        began = time.perf_counter()
        child = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
        _, status = os.waitpid(child, 0)
        took.append(time.perf_counter() - began)
        if status != 0:
            raise Failed(f"{' '.join(command)}: exit {os.waitstatus_to_exitcode(status)}")
    return median(took)


def empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        raise Failed(f"{folder} cannot be emptied")


def size_of(folder: Path) -> tuple[int, int]:
    files = size = 0
    for one in folder.rglob("*"):
        if one.is_file() and not one.is_symlink():
            files, size = files + 1, size + one.stat().st_size
    return files, size


def median(values) -> float:
    return statistics.median(values)


def median_run(runs: list[Run]) -> Run:
    """The median of each figure by itself."""
    names = runs[0].passes
    of = {name: [run.passes.get(name, Pass(0.0, 0.0)) for run in runs] for name in names}
    passes = {name: Pass(median(one.wall for one in all), median(one.cpu for one in all)) for name, all in of.items()}
    return Run(median(r.cpu for r in runs), median(r.wall for r in runs), median(r.peak_mib for r in runs), passes)


def ratio(these: list[float], those: list[float]) -> tuple[float, float, float]:
    """Pair by pair: the median, the least and the greatest."""
    pairs = [one / other for one, other in zip(these, those, strict=True) if other > 0]
    return (median(pairs), min(pairs), max(pairs)) if pairs else (float("nan"),) * 3
