"""The programme on disk as a site that editions were released of, ready to be built: `write(folder, size, program)`."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import programme
from measure import Failed

HERE = Path(__file__).resolve().parent
# What the records are written by.
WRITERS = ["bulletins", "chance", "facts", "forms", "frontmatter", "programme", "words"]


def write(folder: Path, size: int, program: Path) -> Path:
    """Makes FOLDER/tongbao and FOLDER/hugo anew; tells the first."""
    # In a process of its own: a child's peak memory is never below that of the process that starts it.
    subprocess.run([sys.executable, HERE / "forms.py", folder, "--tasks", str(size)], check=True)
    site = folder / "tongbao"
    release(site, folder / "released", (size, program))
    return site


def release(site: Path, kept: Path, made_by: tuple[int, Path]) -> None:
    """Every edition, in turn, as an office does it. What was released is kept, and released anew only when the program or
    what writes the records is another."""
    size, program = made_by
    there, told = site / "content" / "bulletins", kept / "made-of"
    names = [programme.bulletin_id(number) for number in range(1, programme.EDITIONS + 1)]
    digest = made_of(size, program)
    if not told.is_file() or told.read_text() != digest:
        print(f"{size} tasks: releasing {len(names)} editions", file=sys.stderr, flush=True)
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        for name in names:
            command = [str(program), "release", name, "--root", str(site)]
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode != 0:
                raise Failed(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr[-3000:]}")
            shutil.copy(there / frozen(name), kept)
        told.write_text(digest)
    for name in names:
        shutil.copy(kept / frozen(name), there)


def frozen(name: str) -> str:
    return f"{name}.frozen.json"


def made_of(size: int, program: Path) -> str:
    hasher = hashlib.sha256(f"{size}\n".encode())
    for path in [program, *[HERE / f"{name}.py" for name in WRITERS]]:
        with path.open("rb") as file:
            # In pieces: what this process ever held is the least that a measured child is said to have held.
            while piece := file.read(1 << 20):
                hasher.update(piece)
    return hasher.hexdigest()
