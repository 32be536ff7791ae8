"""How long an import of a folder takes, how much memory, and whether a killed one ends the same.

python -m tests.bench.bench_import --files 10000

Makes a folder of texts, saved pages, Word files and PDF files in the shape of news and notices, one
in ten in an archive. Imports it whole; then again beside it, killed once in the middle and started
anew. Needs the environment of the tests and Linux: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import io
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bantin.importing.job.ledger import LEDGER, load_items
from docx import Document

from tests.unit.importing.samples import NEWS, NOTICE

PROJECT = Path(__file__).resolve().parents[2]
SCRIPT = PROJECT / "scripts" / "import_files.py"
KINDS = ("txt", "html", "html", "docx")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--kinds", default=",".join(KINDS), help="of files, in turn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        fill(work / "kho", options.files, options.kinds.split(","))
        seconds, memory = run(start(work, "mot-mach"))
        rate = options.files / seconds
        print(f"{options.files:,} files: {seconds:.1f} s, {rate:.0f} a second", flush=True)
        print(f"peak memory of all processes: {memory / 1e6:.0f} MB", flush=True)
        killed = start(work, "ngat")
        ledger = work / "ngat" / ".goc.bantin"
        while killed.poll() is None and kept(ledger) < options.files / 2:
            time.sleep(0.5)
        killed.kill()
        killed.wait()
        print(f"killed after {kept(ledger):,} items", flush=True)
        seconds, _ = run(start(work, "ngat"))
        print(f"the rest: {seconds:.1f} s", flush=True)
        same = digest(work / "mot-mach") == digest(work / "ngat")
        print(f"the same records and originals: {'yes' if same else 'NO'}")
    return 0 if same else 1


def fill(folder: Path, files: int, kinds: list[str]) -> None:
    """Make the files; a tenth lies in an archive."""
    folder.mkdir()
    with zipfile.ZipFile(folder / "kho.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(files):
            kind = kinds[number % len(kinds)]
            name, content = f"{number % 97:02}/{number:06}.{kind}", make(kind, number)
            if number % 10 == 0:
                archive.writestr(name, content)
            else:
                path = folder / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)


def make(kind: str, number: int) -> bytes:
    """Make one file; no two are the same."""
    year, month = 2005 + number % 20, 1 + number % 12
    text = (
        NEWS.replace("04/07/2019", f"04/{month:02}/{year}").replace("năm 2019", f"năm {year}")
        if number // len(KINDS) % 2
        else NOTICE.replace("77/TB-VP", f"{number}/TB-VP").replace("năm 2015", f"năm {year}")
    )
    lines = text.replace("12 xã", f"{number} xã").split("\n")
    if kind == "html":
        body = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line.strip())
        return f"<!doctype html><title>Tin {number}</title><body>{body}</body>".encode()
    if kind == "docx":
        made, document = io.BytesIO(), Document()
        for line in lines:
            document.add_paragraph(line.replace("</xml", ""))
        document.save(made)
        return made.getvalue()
    return "\n".join(lines).encode()


def start(work: Path, name: str) -> subprocess.Popen[bytes]:
    """Start an import into a docs folder of its own."""
    docs = work / name / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(SCRIPT), str(work / "kho"), "--into", str(docs)]
    command += ["--province", "Bến Tre"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def run(process: subprocess.Popen[bytes]) -> tuple[float, int]:
    """Wait for an import; return (seconds, peak bytes of it and its children)."""
    began, peak = time.monotonic(), 0
    while process.poll() is None:
        peak = max(peak, sum(map(memory_of, [process.pid, *children_of(process.pid)])))
        time.sleep(0.2)
    return time.monotonic() - began, peak


def children_of(pid: int) -> Iterator[int]:
    """Yield the processes that a process started, at any depth."""
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, path.read_text("ascii").split()):
            yield child
            yield from children_of(child)


def memory_of(pid: int) -> int:
    """Return the bytes that a process holds by itself."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("Pss:"))


def kept(store: Path) -> int:
    """Return how many items are remembered."""
    return sum(1 for _ in load_items(store)) if (store / LEDGER).exists() else 0


def digest(folder: Path) -> str:
    """Return a digest of all records and originals."""
    total = hashlib.sha256()
    for root in (folder / "docs", folder / ".goc.bantin" / "originals"):
        for path in sorted(root.rglob("*")):
            if path.is_file():
                total.update(path.relative_to(folder).as_posix().encode() + b"\0")
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
