"""How long a record takes from a text that is not saved to the page a reader would get.

python -m tests.bench.bench_draft --records 10000 [--drafts 200] [--folder KEPT]

Builds the corpus once, then renders drafts of articles, notices, bodies and new records in one
process, as an editors' desk does at each pause in typing. Prints the first one, which opens
everything, and median and worst of the others. Fails where a draft of a text as it is saved is not
the page that the build made. With `--folder` archive and site are kept, and used again.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bantin.building.drafting import Drafting

from tests.bench.bench_build import PROJECT, SETTINGS, build
from tests.bench.corpus import make_record, write_corpus

GOAL_MS = 300


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--drafts", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="where archive and site are kept")
    options = parser.parse_args()
    if options.folder:
        run(options.folder, options.records, options.drafts)
    else:
        with tempfile.TemporaryDirectory() as name:
            run(Path(name), options.records, options.drafts)
    return 0


def run(folder: Path, records: int, drafts: int) -> None:
    """Build where there is no site yet, and measure."""
    docs, site, settings = folder / "docs", folder / "site", folder / "mkdocs.yml"
    if not site.is_dir():
        write_corpus(folder, records)
        settings.write_text(SETTINGS.format(docs=docs, site=site, tree=PROJECT), "utf-8")
        build(PROJECT, settings)
    desk = Drafting(docs, site)
    times: dict[str, list[float]] = {}
    for kind, uri, text in make_drafts(docs, records, drafts):
        start = time.perf_counter()
        page = desk.render(uri, text)
        took = time.perf_counter() - start
        times.setdefault("the first" if not times else kind, []).append(took)
        if not isinstance(page, bytes):
            raise SystemExit("\n".join(map(str, page)))
        is_saved = (docs / uri).exists() and (docs / uri).read_text("utf-8") == text
        if is_saved and page != (site / uri.removesuffix(".md") / "index.html").read_bytes():
            raise SystemExit(f"{uri}: the draft is not the page of the build")
    print_table(times, records)


def make_drafts(docs: Path, records: int, count: int) -> Iterator[tuple[str, str, str]]:
    """Yield kind, src_uri and text of so many drafts from all over the archive."""
    bodies = sorted(docs.glob("to-chuc/*.md"))
    for number in range(count):
        # One in five is a notice.
        record = make_record(min(number * records // count + number % 5, records - 1))
        kind = "notice" if record.path.startswith("van-ban/") else "article"
        if number % 8 == 7:
            path = bodies[number % len(bodies)]
            uri, text = path.relative_to(docs).as_posix(), path.read_text("utf-8")
            yield "body", uri, text
        elif number % 4 == 0:
            yield f"{kind} as saved", record.path, record.text
        elif number % 4 == 1:
            # Beyond the archive: nobody has seen it.
            new = make_record(records + number)
            yield "new record", new.path, new.text
        else:
            text = f"{record.text}\nThêm một đoạn thử {number}.\n"
            yield f"{kind} edited", record.path, text


def print_table(times: dict[str, list[float]], records: int) -> None:
    """Print median and worst of each kind, in milliseconds."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    print(f"{records} records; Python {platform.python_version()}; {machine}")
    for kind, taken in sorted(times.items(), key=lambda one: one[0] != "the first"):
        middle, worst = statistics.median(taken) * 1000, max(taken) * 1000
        print(f"{kind:>17}  {len(taken):4}  median {middle:6.1f} ms  worst {worst:6.1f} ms")
    everything = [took for taken in times.values() for took in taken]
    late = sum(took * 1000 > GOAL_MS for took in everything)
    print(f"{late} of {len(everything)} took more than {GOAL_MS} ms")


if __name__ == "__main__":
    sys.exit(main())
