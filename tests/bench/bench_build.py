"""How long a build takes: cold, with nothing changed, after one edit; this tree against a commit.

python -m tests.bench.bench_build --records 2000 --runs 3 --against HEAD~1

Both trees build the same corpus in turns, in one run, each with its own package in its own process;
what is printed is the median of whole-process seconds and its ratio to this tree's. Needs the
environment of the tests, and Git for `--against`.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.corpus import write_corpus

PROJECT = Path(__file__).resolve().parents[2]
PHASES = ("cold", "unchanged", "one edit")
SETTINGS = """site_name: Kho thử
site_url: https://vidu.example/
docs_dir: {docs}
site_dir: {site}
hooks: [{tree}/hooks/publish.py]
plugins: []
theme:
  name: material
  custom_dir: {tree}/hooks/bantin/theme
  language: vi
  font: false
nav:
  - Trang chủ: index.md
  - Tin tức: tin-tuc/index.md
  - Văn bản: van-ban/index.md
  - Cơ quan: to-chuc/index.md
"""


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--against", metavar="COMMIT", help="an earlier commit to compare with")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        trees = {"this tree": PROJECT}
        if options.against:
            trees[options.against] = check_out(options.against, work / "earlier")
        docs = write_corpus(work, options.records)
        times: dict[tuple[str, str], list[float]] = {}
        for run in range(options.runs):
            for label, tree in trees.items():
                for phase, seconds in measure(tree, docs, work / f"{tree.name}-{run}", run):
                    times.setdefault((label, phase), []).append(seconds)
    print_table(times, list(trees), options.records)
    return 0


def check_out(commit: str, folder: Path) -> Path:
    """Put an earlier commit's files into a folder."""
    folder.mkdir()
    archive = subprocess.run(
        ["git", "archive", commit], cwd=PROJECT, check=True, capture_output=True
    ).stdout
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive, check=True)
    return folder


def measure(tree: Path, docs: Path, folder: Path, run: int) -> list[tuple[str, float]]:
    """Build into a new folder three times: cold, unchanged, after one edit."""
    folder.mkdir()
    settings = folder / "mkdocs.yml"
    settings.write_text(SETTINGS.format(docs=docs, site=folder / "site", tree=tree), "utf-8")
    article = sorted(docs.glob("tin-tuc/*/*/*.md"))[0]
    took = [("cold", build(tree, settings)), ("unchanged", build(tree, settings))]
    text = article.read_text("utf-8")
    article.write_text(f"{text}\nThêm một đoạn thử {run}.\n", "utf-8", newline="\n")
    try:
        took.append(("one edit", build(tree, settings)))
    finally:
        article.write_text(text, "utf-8", newline="\n")
    return took


def build(tree: Path, settings: Path) -> float:
    """Return the seconds of one `mkdocs build` with a tree's own package."""
    # In front of the installed one: each tree must run its own code.
    environment = os.environ | {"PYTHONPATH": str(tree / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings)],
        check=True,
        env=environment,
    )
    return time.perf_counter() - start


def print_table(times: dict[tuple[str, str], list[float]], labels: list[str], records: int) -> None:
    """Print medians, their spread, and the ratio to the first tree."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    print(f"{records} records; Python {platform.python_version()}; {machine}")
    for phase in PHASES:
        base = statistics.median(times[labels[0], phase])
        for label in labels:
            runs = times[label, phase]
            middle = statistics.median(runs)
            spread = f"{min(runs):.2f}-{max(runs):.2f}"
            print(f"{phase:>10}  {label:<12} {middle:7.2f} s  ({spread})  x{middle / base:.2f}")


if __name__ == "__main__":
    sys.exit(main())
