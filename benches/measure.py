"""What one run of a program costs, and what many runs of several say together."""

import os
import re
import shutil
import statistics
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

PASS = re.compile(r"^\W*([A-Za-z][\w -]*?|[\u4e00-\u9fff]+)\s*[:：=]?\s+(\d+(?:\.\d+)?)\s*(ms|µs|us|s|秒|毫秒)(?!\w)")
SECONDS = {"s": 1.0, "秒": 1.0, "ms": 1e-3, "毫秒": 1e-3, "µs": 1e-6, "us": 1e-6}


@dataclass
class Run:
    cpu: float
    wall: float
    peak_mib: float
    passes: dict[str, float] = field(default_factory=dict)


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


def passes_in(text: str) -> dict[str, float]:
    """Lines such as `read 0.12 s`, in the order in which the program says them."""
    found: dict[str, float] = {}
    for line in text.splitlines():
        match = PASS.match(line.strip())
        if match:
            name, amount, unit = match.groups()
            found[name.strip()] = found.get(name.strip(), 0.0) + float(amount) * SECONDS[unit]
    return found


def empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        raise Failed(f"{folder} cannot be emptied")


def size_of(folder: Path) -> tuple[int, int]:
    files = [one for one in folder.rglob("*") if one.is_file() and not one.is_symlink()]
    return len(files), sum(one.stat().st_size for one in files)


def median(values) -> float:
    return statistics.median(values)


def median_run(runs: list[Run]) -> Run:
    """The median of each figure by itself."""
    names = runs[0].passes
    passes = {name: median(run.passes.get(name, 0.0) for run in runs) for name in names}
    return Run(median(r.cpu for r in runs), median(r.wall for r in runs), median(r.peak_mib for r in runs), passes)


def ratio(these: list[float], those: list[float]) -> tuple[float, float, float]:
    """Pair by pair: the median, the least and the greatest."""
    pairs = [one / other for one, other in zip(these, those, strict=True) if other > 0]
    return (median(pairs), min(pairs), max(pairs)) if pairs else (float("nan"),) * 3
