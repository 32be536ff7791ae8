"""How long a check of an archive takes: the first, one without a change, one after an edit.

python -m tests.bench.bench_check --records 50000

Each is a process of its own, as an editor starts it; the archive is that of `corpus`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.corpus import write_corpus

_SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "check.py"
# A file younger than this is read again: its times cannot tell of the next change.
_SETTLE_S = 3


def measure(docs: Path, *paths: Path) -> float:
    """Return how many seconds a check takes; of all records, or of the named ones.

    Raises:
        subprocess.CalledProcessError: the check found an error, or failed.
    """
    start = time.perf_counter()
    command = [sys.executable, str(_SCRIPT), "--docs", str(docs), *map(str, paths)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=2_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        docs = write_corpus(Path(folder), options.records)
        time.sleep(_SETTLE_S)
        first = measure(docs)
        again = measure(docs)
        article = min(docs.glob("tin-tuc/*/*/*.md"))
        article.write_text(f"{article.read_text('utf-8')}\nThêm một câu.\n", "utf-8")
        time.sleep(_SETTLE_S)
        edit = measure(docs)
        named = measure(docs, article)
    for what, seconds in (
        ("first", first),
        ("no change", again),
        ("one edit", edit),
        ("one file named", named),
    ):
        print(f"{what:15} {seconds:8.2f} s {first / seconds:8.1f} ×")


if __name__ == "__main__":
    main()
